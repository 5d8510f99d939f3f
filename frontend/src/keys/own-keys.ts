/**
 * A person's own sealed keys as the server serves them, and opening them on this device.
 * Opening needs no network once they are here; nothing opened is kept in this file.
 */
import { ask } from "../ask.ts";
import { fromBase64 } from "../crypto/bytes.ts";
import { CryptoError } from "../crypto/errors.ts";
import { stretch } from "../crypto/kdf.ts";
import { openSlot, type SlotType } from "../crypto/slots.ts";
import { openVault, vaultIdentity } from "../crypto/vault.ts";
import type { Kdf, Opened, SlotPayload } from "./enrol.ts";
import { pageStretcher } from "./stretcher.ts";

export interface OwnKeys {
  readonly account: string;
  readonly practice: string;
  readonly handle: string;
  readonly kdf: Kdf;
  readonly version: number;
  readonly vault: string;
  readonly slots: readonly SlotPayload[];
}

/** What the answer to a sign-in holds. */
export interface SignedIn extends OwnKeys {
  readonly next: string;
}

let last: OwnKeys | undefined;

/** Keeps the sealed keys for later unlocking in this document, also without a network. */
export function remember(keys: OwnKeys): OwnKeys {
  last = keys;
  return keys;
}

/** The signed-in person's sealed keys: fresh ones, or the last ones when there is no network. */
export async function ownKeys(): Promise<OwnKeys> {
  try {
    return remember(await ask<OwnKeys & Record<string, unknown>>("GET", "/keys"));
  } catch (problem) {
    if (last && (problem as { code?: string }).code === "offline") return last;
    throw problem;
  }
}

export function forgetKeys(): void {
  last = undefined;
}

function slotOf(keys: OwnKeys, type: SlotType): SlotPayload {
  const slot = keys.slots.find((one) => one.type === type);
  if (!slot) throw new CryptoError("vault-unreadable", `no slot of type ${type}`);
  return slot;
}

/** Opens a slot with its secret. Throws CryptoError `wrong-passphrase` or `recovery-code-wrong`. */
export async function vaultKeyFrom(keys: OwnKeys, type: SlotType, secret: Uint8Array): Promise<Uint8Array> {
  const slot = slotOf(keys, type);
  return openSlot({ account: keys.account, type, id: slot.id, secret }, fromBase64(slot.data));
}

/** Stretches the passphrase and opens its slot. */
export async function vaultKeyFromPassphrase(keys: OwnKeys, passphrase: string): Promise<Uint8Array> {
  const place = { practice: keys.practice, handle: keys.handle, ...keys.kdf };
  const { unlockHalf } = await stretch(passphrase, place, pageStretcher());
  return vaultKeyFrom(keys, "passphrase", unlockHalf);
}

/** Opens the vault. An older one than this device has seen is refused (`vault-older`). */
export async function openKeys(keys: OwnKeys, vaultKey: Uint8Array): Promise<Opened> {
  const vault = await openVault(fromBase64(keys.vault), vaultKey, keys.account, seenVersion(keys.account));
  rememberVersion(keys.account, vault.version);
  return { account: keys.account, identity: await vaultIdentity(vault), vault, vaultKey };
}

const SEEN = "vault-version:";

function seenVersion(account: string): number {
  try {
    return Number(localStorage.getItem(SEEN + account)) || 1;
  } catch {
    return 1;
  }
}

/** Notes the newest vault version this device has seen. Silent where storage is refused. */
export function rememberVersion(account: string, version: number): void {
  try {
    localStorage.setItem(SEEN + account, String(Math.max(version, seenVersion(account))));
  } catch {}
}
