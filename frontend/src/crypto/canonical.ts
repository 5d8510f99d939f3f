/**
 * Canonical JSON (RFC 8785) for the values we sign: strings, whole numbers, booleans, null, arrays, objects.
 * Other numbers are refused, so the hard half of the RFC (printing floats) is never needed.
 */
import { fromUtf8, sameBytes, utf8 } from "./bytes.ts";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

function checked(value: unknown): void {
  if (value === null || typeof value === "boolean") return;
  if (typeof value === "string") {
    if (!value.isWellFormed()) throw new RangeError("a lone surrogate has no canonical form");
    return;
  }
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new RangeError("only whole numbers are signed");
    return;
  }
  throw new RangeError("this value has no canonical form");
}

function write(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(write).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    // RFC 8785 sorts by UTF-16 code units, which is what the default sort of strings does.
    const keys = Object.keys(value).sort();
    return `{${keys.map((key) => `${write(key)}:${write((value as Record<string, unknown>)[key])}`).join(",")}}`;
  }
  checked(value);
  return JSON.stringify(value);
}

/** The canonical text of `value`. Throws RangeError on floats, undefined, functions and lone surrogates. */
export function canonical(value: Json): string {
  return write(value);
}

export function canonicalBytes(value: Json): Uint8Array {
  return utf8(canonical(value));
}

/** Parse bytes that must already be canonical: a second spelling of the same value is refused with RangeError. */
export function readCanonical(data: Uint8Array): unknown {
  const value: unknown = JSON.parse(fromUtf8(data));
  if (!sameBytes(canonicalBytes(value as Json), data)) throw new RangeError("not canonical JSON");
  return value;
}
