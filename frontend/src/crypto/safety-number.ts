/**
 * Numbers two people read to each other: the safety number (same keys?) and the heads number (same conversation?).
 * Both are digests; neither is a secret.
 */
import { sha256, utf8 } from "./bytes.ts";

async function digits(text: string, count: number): Promise<string> {
  const digest = (await sha256(utf8(text))).subarray(0, 16);
  const value = digest.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return (value % 10n ** BigInt(count)).toString().padStart(count, "0");
}

/** Thirty digits in six groups of five, the same for both sides. */
export async function safetyNumber(oneFp: string, otherFp: string, conv: string): Promise<string> {
  const [first, second] = [oneFp, otherFp].sort();
  const number = await digits(`is1|safety|${first}|${second}|${conv}`, 30);
  return (number.match(/.{5}/g) ?? []).join(" ");
}

/** Six digits over the newest messages both have; compared at the start of a session to notice withheld ones. */
export async function headsNumber(conv: string, heads: readonly string[]): Promise<string> {
  return digits(`is1|heads|${conv}|${[...heads].sort().join("|")}`, 6);
}
