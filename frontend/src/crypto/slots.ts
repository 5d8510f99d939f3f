/**
 * Slots: interchangeable ways to the vault key. Each is a sealed box whose password comes from one secret
 * (stretched passphrase, printed code, device secret; a passkey's PRF output fits the same place).
 * A slot knows its account, type and id; moved elsewhere by the server it does not open.
 */
import { fromBase64Url, fromUtf8, hkdf, randomBytes, toBase64Url, utf8 } from "./bytes.ts";
import { CryptoError, must, type CryptoCode } from "./errors.ts";
import { openBox, sealBox } from "./sealed-box.ts";

export type SlotType = "passphrase" | "recovery" | "device" | "passkey";

export interface SlotKey {
  /** The person's id. */
  readonly account: string;
  readonly type: SlotType;
  /** The slot's id, a ULID made by the device that makes the slot. */
  readonly id: string;
  /** At least 20 bytes that nobody can guess. */
  readonly secret: Uint8Array;
}

const VAULT_KEY_BYTES = 32;

const REFUSED: Record<SlotType, CryptoCode> = {
  passphrase: "wrong-passphrase",
  recovery: "recovery-code-wrong",
  device: "device-slot-gone",
  passkey: "device-slot-gone",
};

export function newVaultKey(): Uint8Array {
  return randomBytes(VAULT_KEY_BYTES);
}

async function password({ account, type, id, secret }: SlotKey): Promise<string> {
  must(secret.length >= 20, "weak-kdf", "slot secret too short");
  return toBase64Url(await hkdf(secret, `is1|slot|${account}|${type}|${id}`));
}

/** Make a slot. Its content is the vault key as base64url, which is also the vault's password: it opens by hand. */
export async function makeSlot(key: SlotKey, vaultKey: Uint8Array): Promise<Uint8Array> {
  must(vaultKey.length === VAULT_KEY_BYTES, "vault-unreadable", "vault key has 32 bytes");
  return sealBox(utf8(toBase64Url(vaultKey)), await password(key));
}

/** Open a slot. Throws `wrong-passphrase`, `recovery-code-wrong` or `device-slot-gone`, by the slot's type. */
export async function openSlot(key: SlotKey, data: Uint8Array): Promise<Uint8Array> {
  try {
    const vaultKey = fromBase64Url(fromUtf8(await openBox(data, await password(key))));
    must(vaultKey.length === VAULT_KEY_BYTES, "vault-unreadable", "vault key has 32 bytes");
    return vaultKey;
  } catch (cause) {
    const text = cause instanceof Error ? cause.message : "unknown cause";
    throw new CryptoError(REFUSED[key.type], `slot did not open: ${text}`);
  }
}
