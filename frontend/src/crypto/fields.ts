/**
 * Reads the fields of a signed JSON object one by one and fails with one code on the first that does not fit.
 * Fields nobody asks for are ignored; a changed meaning needs a new `v`.
 */
import { CryptoError, type CryptoCode } from "./errors.ts";

export const FINGERPRINT = /^[0-9a-f]{64}$/;
export const SHA256 = FINGERPRINT;
export const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
export const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
export const WORD = /^[a-z][a-z0-9-]{0,39}$/;
export const DEVICE = /^[A-Za-z0-9_-]{8,32}$/;

export class Fields {
  readonly #value: Readonly<Record<string, unknown>>;
  readonly #code: CryptoCode;

  constructor(value: unknown, code: CryptoCode) {
    this.#code = code;
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw this.#wrong("(whole)");
    this.#value = value as Record<string, unknown>;
  }

  #wrong(name: string): CryptoError {
    return new CryptoError(this.#code, `field ${name} does not fit`);
  }

  text(name: string, pattern?: RegExp): string {
    const value = this.#value[name];
    if (typeof value !== "string" || (pattern && !pattern.test(value))) throw this.#wrong(name);
    return value;
  }

  textOrNull(name: string, pattern?: RegExp): string | null {
    const value = this.#value[name] ?? null;
    return value === null ? null : this.text(name, pattern);
  }

  whole(name: string, least: number): number {
    const value = this.#value[name];
    if (typeof value !== "number" || !Number.isSafeInteger(value) || value < least) throw this.#wrong(name);
    return value;
  }

  /** A text field that must be exactly this. */
  is(name: string, expected: string | number): void {
    if (this.#value[name] !== expected) throw this.#wrong(name);
  }

  list(name: string, most: number): readonly unknown[] {
    const value = this.#value[name];
    if (!Array.isArray(value) || value.length > most) throw this.#wrong(name);
    return value;
  }

  texts(name: string, pattern: RegExp, most: number): string[] {
    return this.list(name, most).map((item) => {
      if (typeof item !== "string" || !pattern.test(item)) throw this.#wrong(name);
      return item;
    });
  }

  /** An instant in milliseconds. */
  instant(name: string): number {
    const at = Date.parse(this.text(name, INSTANT));
    if (Number.isNaN(at)) throw this.#wrong(name);
    return at;
  }

  has(name: string): boolean {
    return this.#value[name] !== undefined && this.#value[name] !== null;
  }
}
