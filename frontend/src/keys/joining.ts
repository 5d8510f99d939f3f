/**
 * Both ends of an invitation: the client's device reads the link, makes keys and joins; the therapist's device checks
 * the answer, pins the client and signs who can read. Shows nothing; modules/invited.ts and modules/confirm-join.ts do.
 */
import { ask } from "../ask.ts";
import { fromBase64, toBase64 } from "../crypto/bytes.ts";
import { CryptoError } from "../crypto/errors.ts";
import type { Certificate, Identity } from "../crypto/identity.ts";
import { invitingCertificate, makeJoin, openJoin, readInvite, type Invite } from "../crypto/invite.ts";
import { makeRoster, readRoster, type Member } from "../crypto/roster.ts";
import type { Pin, Vault } from "../crypto/vault.ts";
import { enrol, type Enrolled, type EnrolOptions } from "./enrol.ts";
import { invitees, withoutInvite } from "./invitees.ts";
import type { SignedIn } from "./own-keys.ts";
import type { ServedCertificate } from "./peers.ts";
import { holder } from "./holder.ts";
import { changeVault } from "./vault-write.ts";

/** What the welcome page states: nothing of it is believed before the fragment's fingerprint has confirmed it. */
export interface Stated {
  readonly invitation: string;
  readonly practice: string;
  readonly conv: string;
  readonly certificate: string;
  readonly therapist: string;
}

export interface Link {
  readonly invite: Invite;
  readonly therapist: Certificate;
}

/** Reads the fragment and holds the served certificate against it. Throws `invite-invalid` or `certificate-changed`. */
export async function readLink(fragment: string, stated: Stated): Promise<Link> {
  const invite = await readInvite(fragment);
  if (!stated.certificate) throw new CryptoError("certificate-changed", "no certificate served");
  return { invite, therapist: await invitingCertificate(fromBase64(stated.certificate), invite) };
}

/** Makes the client's keys with the therapist already pinned, "not yet compared". */
export async function makeKeys(link: Link, stated: Stated, options: Omit<EnrolOptions, "practice" | "fill">): Promise<Enrolled> {
  const pin: Pin = { name: stated.therapist, role: "therapist", cert: toBase64(link.therapist.data), verified_at: null };
  const fill = (vault: Vault): Vault => ({ ...vault, pins: { ...vault.pins, [link.therapist.fingerprint]: pin } });
  return enrol({ ...options, practice: stated.practice, fill });
}

/** Posts account and answer in one; the invitation is used up by it. Throws AskError. */
export async function postJoin(
  link: Link,
  stated: Stated,
  made: Enrolled,
  about: { readonly name: string; readonly ownDevice: boolean },
): Promise<SignedIn> {
  const bond = { secret: link.invite.secret, conv: stated.conv, name: about.name };
  const join = await makeJoin(bond, made.opened.identity, link.therapist);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
  const body = { auth: link.invite.authHalf, account: made.account, join: toBase64(join), zone, own_device: about.ownDevice };
  // The language the client reads this page in becomes the account's.
  const lang = document.documentElement.lang;
  return ask<SignedIn & Record<string, unknown>>("POST", `/i/${stated.invitation}/join?lang=${lang}`, body);
}

/** Somebody who has joined, as `GET /clients/joins` lists them. */
export interface Joined {
  readonly relationship: string;
  readonly conv: string;
  readonly invitation: string;
  readonly code: string;
  /** When the relationship was made, RFC 3339. */
  readonly created_at: string;
  readonly join: string;
  readonly certificate: ServedCertificate;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Readers read from the start of that UTC day, so that a slow clock of a device does not shut anybody out. */
function readsFrom(createdAt: string): string {
  return new Date(Math.floor((Date.parse(createdAt) - HOUR) / DAY) * DAY).toISOString();
}

function member(certificate: Certificate, role: "therapist" | "client", label: string, from: string): Member {
  return { fp: certificate.fingerprint, enc_fp: certificate.encFingerprint, role, label, from, until: null, history: "all" };
}

/** Checks an answer against the secret in the vault. Throws `join-invalid`, whatever is wrong: then nobody is pinned. */
async function checkAnswer(joined: Joined, identity: Identity): Promise<{ certificate: Certificate; name: string }> {
  const kept = holder.current().vault.invites[joined.invitation];
  if (!kept || kept.conv !== joined.conv) throw new CryptoError("join-invalid", "the vault knows no such invitation");
  const answer = await openJoin(fromBase64(joined.join), kept, identity).catch((cause: unknown) => {
    throw new CryptoError("join-invalid", cause instanceof Error ? cause.message : "unknown cause");
  });
  const same = answer.certificate.fingerprint === joined.certificate.fp;
  if (!same) throw new CryptoError("join-invalid", "the server holds another certificate");
  return answer;
}

/**
 * Checks one answer, pins the client, signs and posts the first roster; returns the client's name.
 * The pin is stored before the roster is posted: if anything stops in between, the next log-in does it again.
 */
export async function confirmJoin(joined: Joined, label: string, now: Date = new Date()): Promise<string> {
  const { identity } = holder.current();
  const { certificate, name: said } = await checkAnswer(joined, identity);
  const invitee = invitees(holder.current().vault)[joined.code];
  const name = invitee?.name || said;
  const pin: Pin = {
    name,
    role: "client",
    cert: toBase64(certificate.data),
    verified_at: invitee?.here ? now.toISOString() : null,
  };
  const from = readsFrom(joined.created_at);
  const members = [member(identity.certificate, "therapist", label, from), member(certificate, "client", joined.code, from)];
  const first = { conv: joined.conv, seq: 1, prev: null, members, retention: null, reason: "joined" };
  const roster = await makeRoster({ ...first, created: now.toISOString() }, identity, now);
  const known = await readRoster(roster, identity.certificate, { conv: joined.conv });
  await changeVault((vault) => ({ ...vault, pins: { ...vault.pins, [certificate.fingerprint]: pin } }));
  await ask("POST", `/clients/${joined.relationship}/confirm`, { roster: toBase64(roster) });
  await changeVault((vault) => {
    const rosters = { ...vault.rosters, [joined.conv]: { seq: known.seq, sha256: known.sha256 } };
    return withoutInvite({ ...vault, rosters }, joined);
  });
  return name;
}
