/** Makes ULIDs: 48 bits of time, 80 random bits, in Crockford's base32. They name rows; they are not secrets. */
import { randomBytes } from "./bytes.ts";

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export function newUlid(now: Date = new Date()): string {
  let value = BigInt(now.getTime());
  for (const byte of randomBytes(10)) value = (value << 8n) | BigInt(byte);
  return Array.from({ length: 26 }, (_, at) => LETTERS[Number((value >> BigInt(5 * (25 - at))) & 31n)]).join("");
}
