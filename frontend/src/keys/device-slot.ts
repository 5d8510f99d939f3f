/**
 * "Stay on this device": the vault key, wrapped by a key that cannot be read out, so that a reload needs no passphrase.
 * Wiped at every lock and at sign-out. A cache: losing it costs one typing of the passphrase.
 */
import { newDeviceKey, openHere, sealHere, type SealedHere } from "./device-key.ts";
import { onDevice, type Store } from "./storage.ts";

interface DeviceSlot {
  readonly key: CryptoKey;
  readonly sealed: SealedHere;
}

function place(account: string): string {
  return `slot|${account}`;
}

/** Keep the vault key of `account` on this device until it is forgotten. Throws `storage-unavailable`. */
export async function keepOnDevice(account: string, vaultKey: Uint8Array, store: Store = onDevice): Promise<void> {
  const key = await newDeviceKey();
  const slot: DeviceSlot = { key, sealed: await sealHere(key, place(account), vaultKey) };
  await store.put(place(account), slot);
}

/** The vault key kept here, or null. Something that does not open is removed. */
export async function openOnDevice(account: string, store: Store = onDevice): Promise<Uint8Array | null> {
  const slot = (await store.get(place(account))) as DeviceSlot | undefined;
  if (!slot) return null;
  try {
    return await openHere(slot.key, place(account), slot.sealed);
  } catch {
    await forgetDevice(account, store);
    return null;
  }
}

export async function forgetDevice(account: string, store: Store = onDevice): Promise<void> {
  await store.delete(place(account));
}
