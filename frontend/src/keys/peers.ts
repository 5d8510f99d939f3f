/**
 * Whom a conversation is with, judged by this device's own pins: the server's list of certificates is asked, not believed.
 * A key that was never pinned, or whose numbers differed, stops everything that would seal to it.
 */
import { ask } from "../ask.ts";
import { CryptoError } from "../crypto/errors.ts";
import type { Member } from "../crypto/roster.ts";
import type { Pin, Vault } from "../crypto/vault.ts";
import { changeVault } from "./vault-write.ts";

export interface ServedCertificate {
  readonly fp: string;
  /** Base64. */
  readonly data: string;
  readonly role: string;
  readonly person: string;
  readonly replaced: boolean;
}

/** The answer of `GET /keys/<conv>`. */
export interface Readers {
  readonly conv: string;
  readonly state: string;
  readonly me: { readonly fp: string };
  readonly rosters: readonly string[];
  readonly certificates: readonly ServedCertificate[];
}

export interface Peer {
  readonly fp: string;
  readonly pin: Pin;
}

/** Who reads a conversation, as the server says; without `conv`, the reader's newest one. */
export async function askReaders(conv = "mine"): Promise<Readers> {
  return ask<Readers & Record<string, unknown>>("GET", `/keys/${conv || "mine"}`);
}

/** The other side's certificate in use, as the server states it: enough to ask the vault for its pin, never to seal to it. */
export function otherCertificate(readers: Readers): ServedCertificate | undefined {
  const mine = readers.certificates.find((one) => one.fp === readers.me.fp);
  const role = mine?.role === "therapist" ? "client" : "therapist";
  return readers.certificates.find((one) => one.role === role && !one.replaced);
}

/** The other one of the two: the person whose certificate is in use now, with this device's own pin of it. */
export function peerOf(readers: Readers, vault: Vault): Peer {
  const other = otherCertificate(readers);
  if (!other) throw new CryptoError("certificate-changed", "nobody on the other side");
  return { fp: other.fp, pin: pinOf(vault, other.fp) };
}

/** The pin of a fingerprint. Throws `certificate-changed` when there is none, or when the two have seen it differ. */
export function pinOf(vault: Vault, fp: string): Pin {
  const pin = vault.pins[fp];
  if (!pin) throw new CryptoError("certificate-changed", "not pinned");
  if (fp in differing(vault)) throw new CryptoError("certificate-changed", "the numbers differed");
  return pin;
}

/**
 * Called before anything is sealed to a roster: whoever of the two is not this device's own person must be pinned here.
 * Deputies and custodians are vouched for by the therapist's signature. Throws `certificate-changed`.
 */
export function checkPeers(vault: Vault, members: readonly Member[], ownFp: string): void {
  const two = members.filter((member) => member.role === "therapist" || member.role === "client");
  for (const member of two) if (member.fp !== ownFp) pinOf(vault, member.fp);
}

type Marks = Readonly<Record<string, string>>;

/** Fingerprints whose numbers the two found different, with the instant. */
export function differing(vault: Vault): Marks {
  return (vault.settings["differing"] ?? {}) as Marks;
}

/** Notes in the vault that the two compared numbers: the same, or different. */
export async function markCompared(fp: string, same: boolean, now: Date = new Date()): Promise<Vault> {
  return changeVault((vault) => {
    const pin = vault.pins[fp];
    if (!pin) throw new CryptoError("certificate-changed", "not pinned");
    const { [fp]: _, ...others } = differing(vault);
    const marks = same ? others : { ...others, [fp]: now.toISOString() };
    const pins = { ...vault.pins, [fp]: { ...pin, verified_at: same ? now.toISOString() : null } };
    return { ...vault, pins, settings: { ...vault.settings, differing: marks } };
  });
}
