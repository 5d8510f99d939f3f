/**
 * Who reads the words under a clause, as this device believes it: rosters signed by the pinned therapist, and the
 * certificates they name. The server's list is asked, not believed.
 */
import { CryptoError, fromBase64, readCertificate, readRosters, type Certificate, type Roster } from "../crypto/index.ts";
import type { Unlocked } from "../keys/holder.ts";
import { askReaders, peerOf, pinOf, type Readers } from "../keys/peers.ts";

export interface Circle {
  readonly conv: string;
  readonly rosters: readonly Roster[];
  readonly certificates: readonly Certificate[];
  /** Fingerprint of the other one of the two, pinned on this device. */
  readonly peer: string;
}

/** The newest roster, for sealing. */
export function newestRoster(circle: Circle): Roster {
  const newest = circle.rosters.at(-1);
  if (!newest) throw new CryptoError("roster-older", "no roster");
  return newest;
}

async function therapistOf(readers: Readers, all: readonly Certificate[], { identity, vault }: Unlocked): Promise<Certificate> {
  const roles = new Map(readers.certificates.map((one) => [one.fp, one.role]));
  const own = identity.certificate;
  if (roles.get(own.fingerprint) === "therapist") return own;
  const hers = all.filter((one) => roles.get(one.fingerprint) === "therapist");
  const pinned = hers.find((one) => vault.pins[one.fingerprint]);
  if (!pinned) throw new CryptoError("certificate-changed", "the therapist's key is not the pinned one");
  return readCertificate(fromBase64(pinOf(vault, pinned.fingerprint).cert));
}

/** Asks and checks. Throws CryptoError (`certificate-changed`, `roster-…`) or AskError. */
async function findCircle(conv: string, unlocked: Unlocked): Promise<Circle> {
  const readers = await askReaders(conv);
  const all = await Promise.all(readers.certificates.map((one) => readCertificate(fromBase64(one.data))));
  const therapist = await therapistOf(readers, all, unlocked);
  const known = unlocked.vault.rosters[conv];
  const rosters = await readRosters(readers.rosters.map(fromBase64), therapist, { conv, known });
  const named = new Set(rosters.flatMap((roster) => roster.members.map((member) => member.fp)));
  const certificates = all.filter((one) => named.has(one.fingerprint));
  return { conv, rosters, certificates, peer: peerOf(readers, unlocked.vault).fp };
}

let current: { readonly conv: string; readonly identity: unknown; readonly found: Promise<Circle> } | undefined;

/** The circle of a conversation, asked once for all parts of a page. */
export function circleOf(conv: string, unlocked: Unlocked): Promise<Circle> {
  if (current?.conv === conv && current.identity === unlocked.identity) return current.found;
  const found = findCircle(conv, unlocked);
  current = { conv, identity: unlocked.identity, found };
  found.catch(() => (current = undefined));
  return found;
}

/** Asks anew next time: the server says that the list of readers has changed. */
export function forgetCircle(): void {
  current = undefined;
}
