/**
 * Opens one sealed message and believes nothing that the checks below have not shown. They run in order and fail closed:
 * the first that does not hold hides the content. Showing it anyway is for nobody but the therapist, and not done here.
 */
import type { Message } from "openpgp";
import { sha256Hex } from "./bytes.ts";
import type { Chain, Link } from "./chain.ts";
import { checkAlgorithms, splitEnvelope, type Envelope } from "./envelope.ts";
import { CryptoError, failing, must } from "./errors.ts";
import type { Certificate, Identity } from "./identity.ts";
import { readInner, type Inner } from "./mime.ts";
import { CLOCK_SKEW_MS, MAX_BODY_BYTES, MAX_QUEUE_AGE_MS } from "./profile.ts";
import { activeMembers, type Member, type Roster } from "./roster.ts";
import { checkSignedShape, verified } from "./signed.ts";
import { openWhole } from "./whole-message.ts";

/** What the server says about the message; every line of it is checked against the signed facts. */
export interface OuterRow {
  readonly id: string;
  readonly conv: string;
  readonly kind: string;
  /** Fingerprint of the author's certificate. */
  readonly author: string;
  readonly roster_seq: number;
  /** ISO 8601 UTC. */
  readonly received_at: string;
  readonly reply_to: string | null;
  readonly supersedes: string | null;
}

export interface OpenContext {
  readonly identity: Identity;
  readonly outer: OuterRow;
  /** All rosters of the conversation, verified by `readRosters`. */
  readonly rosters: readonly Roster[];
  /** Certificates of present and past members. */
  readonly certificates: readonly Certificate[];
  readonly chain: Chain;
}

export interface Opened {
  readonly id: string;
  readonly innerId: string;
  readonly from: Member;
  readonly inner: Inner;
  readonly text: string;
  readonly sentAt: Date;
  readonly signedAt: Date;
}

/** What one opening has found out so far; each check reads what earlier ones wrote. */
interface Opening {
  readonly body: Uint8Array;
  readonly context: OpenContext;
  envelope?: Envelope;
  message?: Message<Uint8Array>;
  roster?: Roster;
  author?: Certificate;
  bytes?: Uint8Array;
  signedAt?: Date;
  inner?: Inner;
  text?: string;
  link?: Link;
}

export interface Check {
  readonly name: string;
  readonly run: (opening: Opening) => void | Promise<void>;
}

function got<T>(value: T | undefined): T {
  if (value === undefined) throw new CryptoError("message-unreadable", "a check ran out of order");
  return value;
}

function size({ body }: Opening): void {
  must(body.length <= MAX_BODY_BYTES, "message-too-large");
}

/** PKESK v6 …, then one SEIPD, nothing else. */
function packetShape(opening: Opening): void {
  opening.envelope = splitEnvelope(opening.body);
}

function algorithms({ envelope }: Opening): void {
  checkAlgorithms(got(envelope));
}

function lockedForMe({ envelope, context }: Opening): void {
  const mine = context.identity.certificate.encFingerprint;
  must(got(envelope).wraps.some((wrap) => wrap.encFp === mine), "not-for-this-key");
}

/** Decrypts. Nothing read here is used before the signature has been checked. */
async function opens(opening: Opening): Promise<void> {
  const { body, context } = opening;
  opening.message = await failing("message-unreadable", () => openWhole(body, [context.identity.key]));
}

/** One-pass signature, binary literal, signature; no compression, nothing nested. */
function innerShape({ message }: Opening): void {
  checkSignedShape(got(message), "message-signature");
}

/** The roster named by the server's row must be one we verified. */
function knownRoster(opening: Opening): void {
  const { outer, rosters } = opening.context;
  const roster = rosters.find((one) => one.seq === outer.roster_seq && one.conv === outer.conv);
  must(roster !== undefined, "message-roster", "unknown roster");
  opening.roster = roster;
}

/** The author named by the server's row must be on that roster, with the certificate the roster names. */
function authorOnRoster(opening: Opening): void {
  const { outer, certificates } = opening.context;
  const member = got(opening.roster).members.find((one) => one.fp === outer.author);
  must(member !== undefined, "message-author", "the author is not on the roster");
  const author = certificates.find((one) => one.fingerprint === member.fp && one.encFingerprint === member.enc_fp);
  must(author !== undefined, "message-author", "the author's certificate is missing");
  opening.author = author;
}

/** Exactly one good signature, by the author. Only what the verifier returns is read from here on. */
async function oneSignature(opening: Opening): Promise<void> {
  const [message, author] = [got(opening.message), got(opening.author)];
  const result = await failing("message-signature", () => verified(message, author, "message-signature"));
  opening.bytes = result.content;
  opening.signedAt = result.signedAt;
}

/** The signed bytes are the template's, with fields of the right types. */
async function content(opening: Opening): Promise<void> {
  const { inner, text } = await readInner(got(opening.bytes));
  opening.inner = inner;
  opening.text = text;
}

function sameAuthor({ inner, context }: Opening): void {
  must(got(inner).from === context.outer.author, "message-author", "signed facts name another author");
}

function samePlace({ inner, context }: Opening): void {
  const { msg, conv } = got(inner);
  must(conv === context.outer.conv, "message-place", "from another conversation");
  must(msg === context.outer.id, "message-place", "shown under another id");
}

function sameKind({ inner, context }: Opening): void {
  must(got(inner).kind === context.outer.kind, "message-place", "shown as another kind");
}

function sameReferences({ inner, context }: Opening): void {
  const { reply_to, supersedes } = got(inner);
  const same = reply_to === context.outer.reply_to && supersedes === context.outer.supersedes;
  must(same, "message-place", "answers or replaces another message");
}

function sameRoster({ inner, roster }: Opening): void {
  must(got(inner).roster === got(roster).sha256, "message-roster", "sealed under another roster");
}

/** `to` is exactly who read when the message was sent. */
function toIsRoster({ inner, roster }: Opening): void {
  const { to, sent_at, from } = got(inner);
  const active = activeMembers(got(roster), new Date(sent_at)).map((member) => member.fp);
  must(to.join() === active.join(), "message-recipients", "not the people on the roster");
  must(active.includes(from), "message-author", "the author did not read at that time");
}

/** Every recipient has a wrap; every further wrap was granted by a later roster. */
function wrapsAreRoster({ envelope, inner, roster, context }: Opening): void {
  const named = new Set(got(inner).to);
  const expected = got(roster).members.filter((member) => named.has(member.fp)).map((member) => member.enc_fp);
  const wraps = got(envelope).wraps.map((wrap) => wrap.encFp);
  must(expected.every((fp) => wraps.includes(fp)), "message-recipients", "a recipient was dropped");
  const later = context.rosters.filter((one) => one.seq > got(roster).seq);
  const granted = later.flatMap((one) => one.members.filter((member) => member.history !== "none"));
  const allowed = new Set([...expected, ...granted.map((member) => member.enc_fp)]);
  must(wraps.every((fp) => allowed.has(fp)), "message-recipients", "a reader was added");
}

async function counterNotReused(opening: Opening): Promise<void> {
  const { from, dev, n, parents, sent_at, msg, supersedes, voided } = got(opening.inner);
  const innerId = await sha256Hex(got(opening.bytes));
  opening.link = { innerId, from, dev, n, parents, at: Date.parse(sent_at), msg, supersedes, voided };
  opening.context.chain.check(opening.link);
}

/** Not from the future, and not older than an offline device may hold it back. */
function dateWithinLimits({ inner, context }: Opening): void {
  const [sent, received] = [Date.parse(got(inner).sent_at), Date.parse(context.outer.received_at)];
  const fits = sent <= received + CLOCK_SKEW_MS && sent >= received - MAX_QUEUE_AGE_MS;
  must(fits, "message-date", "sent and received too far apart");
}

/** The whole list, in the order it runs. */
export const CHECKS: readonly Check[] = [
  { name: "size", run: size },
  { name: "packet-shape", run: packetShape },
  { name: "algorithms", run: algorithms },
  { name: "locked-for-me", run: lockedForMe },
  { name: "known-roster", run: knownRoster },
  { name: "author-on-roster", run: authorOnRoster },
  { name: "opens", run: opens },
  { name: "inner-shape", run: innerShape },
  { name: "one-signature", run: oneSignature },
  { name: "content", run: content },
  { name: "same-author", run: sameAuthor },
  { name: "same-place", run: samePlace },
  { name: "same-kind", run: sameKind },
  { name: "same-references", run: sameReferences },
  { name: "same-roster", run: sameRoster },
  { name: "to-is-roster", run: toIsRoster },
  { name: "wraps-are-roster", run: wrapsAreRoster },
  { name: "counter-not-reused", run: counterNotReused },
  { name: "date-within-limits", run: dateWithinLimits },
];

/** Open a message. Throws a CryptoError whose message starts with the name of the check that did not hold. */
export async function openMessage(body: Uint8Array, context: OpenContext): Promise<Opened> {
  const opening: Opening = { body, context };
  for (const check of CHECKS) {
    try {
      await check.run(opening);
    } catch (cause) {
      const { code, values, message } = cause instanceof CryptoError ? cause : new CryptoError("message-unreadable");
      throw new CryptoError(code, `${check.name}: ${message}`, values);
    }
  }
  const [inner, link, author] = [got(opening.inner), got(opening.link), got(opening.author)];
  context.chain.accept(link);
  const from = got(got(opening.roster).members.find((member) => member.fp === author.fingerprint));
  const { text, signedAt } = { text: got(opening.text), signedAt: got(opening.signedAt) };
  return { id: inner.msg, innerId: link.innerId, from, inner, text, sentAt: new Date(inner.sent_at), signedAt };
}
