/**
 * The vault: a person's private key, the pins of the people they talk to, and what they have already seen of rosters
 * and conversations. One sealed box under the vault key. Its version only grows, so an old one cannot be slipped in.
 */
import { fromBase64, fromUtf8, toBase64, toBase64Url } from "./bytes.ts";
import { canonicalBytes, type Json } from "./canonical.ts";
import type { ChainState } from "./chain.ts";
import { CryptoError, failing, must } from "./errors.ts";
import { readIdentity, type Certificate, type Identity } from "./identity.ts";
import { openBox, sealBox } from "./sealed-box.ts";

export interface Pin {
  readonly name: string;
  readonly role: string;
  /** The certificate, base64. */
  readonly cert: string;
  /** When the two compared numbers or scanned a code, ISO 8601 UTC; null: not yet compared. */
  readonly verified_at: string | null;
}

/** What a therapist keeps of an open invitation until the client's `join` arrives. */
export interface OpenInvite {
  readonly secret: string;
  readonly conv: string;
  readonly created: string;
}

export interface Vault {
  readonly v: 1;
  /** The person's id; a vault of another account is refused. */
  readonly account: string;
  readonly version: number;
  /** Binary transferable secret key, base64. */
  readonly privateKey: string;
  readonly pins: Readonly<Record<string, Pin>>;
  /** Newest roster seen, by conversation. */
  readonly rosters: Readonly<Record<string, { readonly seq: number; readonly sha256: string }>>;
  readonly chains: Readonly<Record<string, ChainState>>;
  readonly invites: Readonly<Record<string, OpenInvite>>;
  readonly settings: { readonly [key: string]: Json };
}

export function newVault(account: string, identity: Identity): Vault {
  const empty = { pins: {}, rosters: {}, chains: {}, invites: {}, settings: {} };
  return { v: 1, account, version: 1, privateKey: toBase64(identity.data), ...empty };
}

/** The same vault, changed, one version on. Only this is stored; the server swaps it in if its version is one less. */
export function changed(vault: Vault, change: Partial<Omit<Vault, "v" | "account" | "version">>): Vault {
  return { ...vault, ...change, version: vault.version + 1 };
}

/** The same vault with one more pinned certificate (or the same one, now compared). */
export function withPin(vault: Vault, certificate: Certificate, pin: Omit<Pin, "cert">): Vault {
  const pins = { ...vault.pins, [certificate.fingerprint]: { ...pin, cert: toBase64(certificate.data) } };
  return changed(vault, { pins });
}

export async function sealVault(vault: Vault, vaultKey: Uint8Array): Promise<Uint8Array> {
  return sealBox(canonicalBytes(vault as unknown as Json), toBase64Url(vaultKey));
}

function isVault(value: unknown): value is Vault {
  if (typeof value !== "object" || value === null) return false;
  const vault = value as Partial<Vault>;
  const maps = [vault.pins, vault.rosters, vault.chains, vault.invites, vault.settings];
  const plain = typeof vault.account === "string" && typeof vault.privateKey === "string";
  return vault.v === 1 && plain && Number.isSafeInteger(vault.version) && maps.every((map) => typeof map === "object" && map !== null);
}

/**
 * Open a vault. `atLeast` is the highest version this device knows of.
 * Throws `vault-unreadable` (also for another account's vault) or `vault-older`.
 */
export async function openVault(data: Uint8Array, vaultKey: Uint8Array, account: string, atLeast = 1): Promise<Vault> {
  const vault = await failing("vault-unreadable", async () => {
    const value: unknown = JSON.parse(fromUtf8(await openVaultBox(data, vaultKey)));
    must(isVault(value) && value.account === account, "vault-unreadable", "not this account's vault");
    return value;
  });
  if (vault.version < atLeast) throw new CryptoError("vault-older", "the server gave an older vault");
  return vault;
}

async function openVaultBox(data: Uint8Array, vaultKey: Uint8Array): Promise<Uint8Array> {
  try {
    return await openBox(data, toBase64Url(vaultKey));
  } catch {
    throw new CryptoError("vault-unreadable", "the box did not open");
  }
}

/** The identity kept in a vault. */
export async function vaultIdentity(vault: Vault): Promise<Identity> {
  return readIdentity(fromBase64(vault.privateKey));
}
