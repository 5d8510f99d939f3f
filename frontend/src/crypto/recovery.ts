/**
 * The printed recovery code: 160 random bits written as eleven groups of four, each group with its own check letter.
 * It can say which group was mistyped; it cannot repair it.
 */
import { hkdf, randomBytes, toBase64Url } from "./bytes.ts";
import { CryptoError, must } from "./errors.ts";

/** No 0, 1, I or O: these four are mistaken for one another on paper. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const GROUPS = 11;
const SECRET_BYTES = 20;

export interface RecoveryCode {
  /** As printed: `ABCD-EFGH-…`. */
  readonly text: string;
  readonly secret: Uint8Array;
}

/**
 * The fourth letter of a group. Odd weights catch every single wrong letter; the group's number catches groups
 * written in the wrong order. This guards against slips of the hand only and is no part of the secret.
 */
function checkValue(group: number, values: readonly number[]): number {
  return values.reduce((sum, value, place) => sum + value * (2 * place + 1), 7 * group) % 32;
}

/** 160 bits and five bits that make the count even out (they repeat the sum of all bytes). */
function toValues(secret: Uint8Array): number[] {
  let bits = BigInt(0);
  for (const byte of secret) bits = (bits << 8n) | BigInt(byte);
  bits = (bits << 5n) | BigInt(secret.reduce((sum, byte) => sum + byte, 0) % 32);
  const last = GROUPS * 3 - 1;
  return Array.from({ length: GROUPS * 3 }, (_, at) => Number((bits >> BigInt(5 * (last - at))) & 31n));
}

function toSecret(values: readonly number[]): Uint8Array {
  let bits = values.reduce((sum, value) => (sum << 5n) | BigInt(value), 0n) >> 5n;
  const secret = new Uint8Array(SECRET_BYTES);
  for (let at = SECRET_BYTES - 1; at >= 0; at -= 1) {
    secret[at] = Number(bits & 255n);
    bits >>= 8n;
  }
  return secret;
}

/** The printed form of a 20-byte secret. */
export function writeRecoveryCode(secret: Uint8Array): string {
  const values = toValues(secret);
  const groups = Array.from({ length: GROUPS }, (_, group) => {
    const own = values.slice(group * 3, group * 3 + 3);
    return [...own, checkValue(group, own)].map((value) => ALPHABET[value]).join("");
  });
  return groups.join("-");
}

export function newRecoveryCode(): RecoveryCode {
  const secret = randomBytes(SECRET_BYTES);
  return { text: writeRecoveryCode(secret), secret };
}

function fits(group: number, values: readonly number[]): boolean {
  return checkValue(group, values.slice(0, 3)) === values[3];
}

/** How many letters to look at: those that never occur, or two when swapping neighbours would repair the group. */
function doubtful(group: number, values: readonly number[]): number {
  const strange = values.filter((value) => value < 0).length;
  if (strange > 0) return strange;
  const swapped = [0, 1, 2].some((at) => {
    const trial = [...values];
    [trial[at], trial[at + 1]] = [trial[at + 1] ?? -1, trial[at] ?? -1];
    return fits(group, trial);
  });
  return swapped ? 2 : 0;
}

/**
 * Read a typed code; spaces, dashes and case do not matter.
 * Throws `recovery-code-length` {letters, expected} or `recovery-code-group` {group: from 1, letters: 0 when unknown}.
 */
export function readRecoveryCode(text: string): Uint8Array {
  const letters = [...text.toUpperCase().replace(/[\s\p{Pd}.]/gu, "")];
  const counts = { letters: letters.length, expected: GROUPS * 4 };
  if (letters.length !== counts.expected) throw new CryptoError("recovery-code-length", "wrong length", counts);
  const all = letters.map((letter) => ALPHABET.indexOf(letter));
  const values = Array.from({ length: GROUPS }, (_, group) => {
    const own = all.slice(group * 4, group * 4 + 4);
    if (own.includes(-1) || !fits(group, own)) {
      throw new CryptoError("recovery-code-group", "wrong group", { group: group + 1, letters: doubtful(group, own) });
    }
    return own.slice(0, 3);
  }).flat();
  const secret = toSecret(values);
  must(toValues(secret).at(-1) === values.at(-1), "recovery-code-wrong", "sum of all groups");
  return secret;
}

/** What the server sees of the code, base64url of 32 bytes. */
export async function recoveryAuthHalf(secret: Uint8Array): Promise<string> {
  return toBase64Url(await hkdf(secret, "is1|recovery-auth"));
}
