/**
 * AES-256-GCM keys of WebCrypto that can be used on this device and never be read out, and sealing small things with them.
 * Whoever can run this origin's script in this browser can use them; nobody can carry them away.
 */
import { fromUtf8, utf8 } from "../crypto/bytes.ts";
import type { Store } from "./storage.ts";

export interface SealedHere {
  readonly iv: Uint8Array;
  readonly data: Uint8Array;
}

export async function newDeviceKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

/** The key kept under `name`, made at first use; two tabs that make it at once end with the same one. */
export async function keptKey(store: Store, name: string): Promise<CryptoKey> {
  const found = await store.get(name);
  if (found) return found as CryptoKey;
  const fresh = await newDeviceKey();
  return (await store.update(name, (there) => there ?? fresh)) as CryptoKey;
}

function how(iv: Uint8Array, place: string): AesGcmParams {
  return { name: "AES-GCM", iv: iv as BufferSource, additionalData: utf8(place) as BufferSource };
}

/** Seal bytes to the key and to a place; moved to another place they do not open. */
export async function sealHere(key: CryptoKey, place: string, content: Uint8Array): Promise<SealedHere> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, data: new Uint8Array(await crypto.subtle.encrypt(how(iv, place), key, content as BufferSource)) };
}

/** Open what `sealHere` made. Rejects when key, place or bytes do not fit. */
export async function openHere(key: CryptoKey, place: string, sealed: SealedHere): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.decrypt(how(sealed.iv, place), key, sealed.data as BufferSource));
}

export const textOf = fromUtf8;
