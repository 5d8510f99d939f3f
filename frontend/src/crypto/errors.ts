/**
 * The one error of the crypto core. It carries a code from a closed list; the sentence a person reads for it is
 * `crypto-<code>` in browser-crypto.ftl. It never carries plaintext, keys or names.
 */

export const CRYPTO_CODES = [
  "locked",
  "wrong-passphrase",
  "weak-passphrase",
  "weak-kdf",
  "recovery-code-group",
  "recovery-code-length",
  "recovery-code-wrong",
  "device-slot-gone",
  "vault-unreadable",
  "vault-older",
  "certificate-unusable",
  "certificate-changed",
  "roster-invalid",
  "roster-older",
  "roster-fork",
  "recipient-missing",
  "not-for-this-key",
  "message-too-large",
  "message-shape",
  "message-algorithms",
  "message-unreadable",
  "message-signature",
  "message-content",
  "message-author",
  "message-place",
  "message-roster",
  "message-recipients",
  "message-reused",
  "message-date",
  "statement-invalid",
  "document-signature",
  "invite-invalid",
  "join-invalid",
  "storage-unavailable",
] as const;

export type CryptoCode = (typeof CRYPTO_CODES)[number];

/** Values for the named places in the sentence, such as the number of a group. */
export type CryptoValues = Readonly<Record<string, string | number>>;

/** Something could not be sealed, opened or believed. `message` is for logs: it names the check, nothing else. */
export class CryptoError extends Error {
  readonly code: CryptoCode;
  readonly values: CryptoValues;

  constructor(code: CryptoCode, message: string = code, values: CryptoValues = {}) {
    super(message);
    this.name = "CryptoError";
    this.code = code;
    this.values = values;
  }
}

/** Throw `code` unless `fact` holds. */
export function must(fact: boolean, code: CryptoCode, message?: string): asserts fact {
  if (!fact) throw new CryptoError(code, message ?? code);
}

/** Run `work`; any failure inside becomes `code`, so a library's wording never decides what a person reads. */
export async function failing<T>(code: CryptoCode, work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof CryptoError) throw cause;
    throw new CryptoError(code, `${code}: ${cause instanceof Error ? cause.message : "unknown cause"}`);
  }
}
