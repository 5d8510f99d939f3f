/** Replaces one way into the vault: a new passphrase slot, or a new printed code. The vault itself stays as it is. */
import { ask } from "../ask.ts";
import { stretch } from "../crypto/kdf.ts";
import { recoveryAuthHalf, type RecoveryCode } from "../crypto/recovery.ts";
import { newKdf, slotPayload } from "./enrol.ts";
import { vaultKeyFrom, type OwnKeys } from "./own-keys.ts";
import { pageStretcher } from "./stretcher.ts";

export interface Proven {
  /** The auth half that the server asks for before a change. */
  readonly current: string;
  readonly vaultKey: Uint8Array;
}

/** Opens the passphrase slot and returns what a change needs. Throws CryptoError `wrong-passphrase`. */
export async function provePassphrase(keys: OwnKeys, passphrase: string): Promise<Proven> {
  const place = { practice: keys.practice, handle: keys.handle, ...keys.kdf };
  const halves = await stretch(passphrase, place, pageStretcher());
  return { current: halves.authHalf, vaultKey: await vaultKeyFrom(keys, "passphrase", halves.unlockHalf) };
}

/** Stores a new passphrase. `current` may also be the auth half of the printed code. */
export async function savePassphrase(keys: OwnKeys, { current, vaultKey }: Proven, passphrase: string): Promise<void> {
  const kdf = newKdf();
  const halves = await stretch(passphrase, { practice: keys.practice, handle: keys.handle, ...kdf }, pageStretcher());
  const slot = await slotPayload(keys.account, "passphrase", halves.unlockHalf, vaultKey);
  await ask("PUT", "/settings/passphrase", { current, new: { kdf, auth: halves.authHalf }, slot });
}

/** Stores the new printed code; the old sheet is void from then on. */
export async function saveRecoveryCode(keys: OwnKeys, { current, vaultKey }: Proven, code: RecoveryCode): Promise<void> {
  const slot = await slotPayload(keys.account, "recovery", code.secret, vaultKey);
  await ask("PUT", "/settings/recovery-code", { current, auth: await recoveryAuthHalf(code.secret), slot });
}
