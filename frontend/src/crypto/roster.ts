/**
 * Who may read a conversation: a signed, readable list made by the therapist. The server enforces it, the devices check it.
 * A newer roster names the hash of the one before; an older one, or a second one with the same number, is refused.
 */
import { sha256Hex } from "./bytes.ts";
import { canonicalBytes, readCanonical, type Json } from "./canonical.ts";
import { CryptoError, failing, must } from "./errors.ts";
import { Fields, FINGERPRINT, INSTANT, SHA256, WORD } from "./fields.ts";
import type { Certificate, Identity } from "./identity.ts";
import { SUITE } from "./profile.ts";
import { openSigned, signInline } from "./signed.ts";

export type Role = "therapist" | "client" | "deputy" | "custodian";

export interface Member {
  readonly fp: string;
  readonly enc_fp: string;
  readonly role: Role;
  /** How the others see this member, for example a first name; signed, hence readable by the server. May be empty. */
  readonly label: string;
  /** Reads from this instant, ISO 8601 UTC with milliseconds … */
  readonly from: string;
  /** … to this one (not included), or without end. */
  readonly until: string | null;
  /** What of the earlier conversation was opened to them: none, summary, all. */
  readonly history: string;
}

export interface RosterFields {
  readonly conv: string;
  readonly seq: number;
  /** `sha256` of the roster before, null for the first. */
  readonly prev: string | null;
  readonly members: readonly Member[];
  readonly retention: string | null;
  readonly reason: string;
  readonly created: string;
}

export interface Roster extends RosterFields {
  readonly v: 1;
  readonly suite: string;
  readonly therapist_fp: string;
  /** SHA-256 of the signed JSON, hex. Messages name it. */
  readonly sha256: string;
}

const ROLES: readonly string[] = ["therapist", "client", "deputy", "custodian"];
const MAX_MEMBERS = 16;

/** Make and sign a roster. */
export async function makeRoster(fields: RosterFields, therapist: Identity, now: Date = new Date()): Promise<Uint8Array> {
  const { conv, seq, prev, members, retention, reason, created } = fields;
  const therapist_fp = therapist.certificate.fingerprint;
  const whole = { v: 1, suite: SUITE, conv, seq, prev, therapist_fp, members, retention, reason, created };
  const content = canonicalBytes(whole as unknown as Json);
  checkSense(await parse(content), therapist_fp);
  return signInline(content, therapist, now);
}

function readMember(value: unknown): Member {
  const member = new Fields(value, "roster-invalid");
  const role = member.text("role");
  must(ROLES.includes(role), "roster-invalid", "unknown role");
  return {
    fp: member.text("fp", FINGERPRINT),
    enc_fp: member.text("enc_fp", FINGERPRINT),
    role: role as Role,
    label: member.text("label"),
    from: member.text("from", INSTANT),
    until: member.textOrNull("until", INSTANT),
    history: member.text("history", WORD),
  };
}

async function parse(content: Uint8Array): Promise<Roster> {
  const fields = new Fields(readCanonical(content), "roster-invalid");
  fields.is("v", 1);
  fields.is("suite", SUITE);
  return {
    v: 1,
    suite: SUITE,
    conv: fields.text("conv"),
    seq: fields.whole("seq", 1),
    prev: fields.textOrNull("prev", SHA256),
    therapist_fp: fields.text("therapist_fp", FINGERPRINT),
    members: fields.list("members", MAX_MEMBERS).map(readMember),
    retention: fields.textOrNull("retention"),
    reason: fields.text("reason"),
    created: fields.text("created", INSTANT),
    sha256: await sha256Hex(content),
  };
}

function checkSense(roster: Roster, signer: string): void {
  const { members, seq, prev, therapist_fp } = roster;
  must(therapist_fp === signer, "roster-invalid", "signed by someone else");
  const therapists = members.filter((member) => member.role === "therapist");
  must(therapists.length === 1 && therapists[0]?.fp === therapist_fp, "roster-invalid", "therapist is not the signer");
  must(new Set(members.map((member) => member.fp)).size === members.length, "roster-invalid", "a member twice");
  must(new Set(members.map((member) => member.enc_fp)).size === members.length, "roster-invalid", "a key twice");
  must((seq === 1) === (prev === null), "roster-invalid", "first and only the first has no roster before it");
}

/** What is already known of a conversation's rosters; kept in the vault. */
export interface KnownRoster {
  readonly seq: number;
  readonly sha256: string;
}

/** Read one roster against the pinned therapist. Throws `roster-invalid`, `roster-older` or `roster-fork`. */
export async function readRoster(
  data: Uint8Array,
  therapist: Certificate,
  expected: { readonly conv: string; readonly known?: KnownRoster | undefined },
): Promise<Roster> {
  const roster = await failing("roster-invalid", async () => {
    const { content } = await openSigned(data, therapist, "roster-invalid");
    const read = await parse(content);
    checkSense(read, therapist.fingerprint);
    must(read.conv === expected.conv, "roster-invalid", "roster of another conversation");
    return read;
  });
  checkAgainstKnown(roster, expected.known);
  return roster;
}

function checkAgainstKnown(roster: Roster, known: KnownRoster | undefined): void {
  if (!known) return;
  if (roster.seq < known.seq) throw new CryptoError("roster-older", "a newer roster was seen before");
  const same = roster.seq !== known.seq || roster.sha256 === known.sha256;
  const follows = roster.seq !== known.seq + 1 || roster.prev === known.sha256;
  must(same && follows, "roster-fork", "the roster does not continue the one seen before");
}

/**
 * Read all rosters of a conversation, oldest first, as one unbroken chain that contains the one known from the vault.
 * Throws `roster-invalid`, `roster-older` or `roster-fork`.
 */
export async function readRosters(
  all: readonly Uint8Array[],
  therapist: Certificate,
  expected: { readonly conv: string; readonly known?: KnownRoster | undefined },
): Promise<Roster[]> {
  const { conv, known } = expected;
  const rosters: Roster[] = [];
  for (const data of all) {
    const last = rosters.at(-1);
    const roster = await readRoster(data, therapist, { conv, known: last });
    must(roster.seq === (last?.seq ?? 0) + 1, "roster-fork", "a roster is missing in between");
    rosters.push(roster);
  }
  const newest = rosters.at(-1);
  must(newest !== undefined, "roster-older", "no roster at all");
  if (known) {
    must(newest.seq >= known.seq, "roster-older", "a newer roster was seen before");
    must(rosters[known.seq - 1]?.sha256 === known.sha256, "roster-fork", "not the roster seen before");
  }
  return rosters;
}

/** Members who read at this moment. */
export function activeMembers(roster: RosterFields, at: Date): Member[] {
  const now = at.getTime();
  const reads = ({ from, until }: Member): boolean =>
    Date.parse(from) <= now && (until === null || now < Date.parse(until));
  return roster.members.filter(reads);
}
