/**
 * Makes ULIDs (github.com/ulid/spec): the ids that a device gives to what it makes, before any server knows of it.
 * Sorts by time to the millisecond; decides nothing about order inside a conversation.
 */
import { randomBytes } from "../crypto/bytes.ts";

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A fresh ULID: 48 bits of time, 80 random bits, 26 letters. */
export function newUlid(now: number = Date.now()): string {
  let bits = BigInt(now);
  for (const byte of randomBytes(10)) bits = (bits << 8n) | BigInt(byte);
  return Array.from({ length: 26 }, (_, at) => LETTERS[Number((bits >> BigInt(5 * (25 - at))) & 31n)]).join("");
}
