/**
 * One conversation on this device while it is unlocked: who can read, which certificates, what has been seen, and the
 * texts that opened. It believes the server nothing: the therapist's key comes from the vault, everything else from her signature.
 */
import {
  Chain,
  CryptoError,
  fromBase64,
  openMessage,
  readCertificate,
  readRosters,
  readStatement,
  type Certificate,
  type Missing,
  type Roster,
} from "../crypto/index.ts";
import type { Unlocked } from "../keys/holder.ts";
import { askSync, type Meta, type ServedStatement, type Sync } from "./doors.ts";

/** A text that opened, or the reason it is not shown. */
export type Text =
  | { readonly ok: true; readonly text: string; readonly innerId: string; readonly sentAt: Date }
  | { readonly ok: false; readonly problem: CryptoError };

export class Room {
  readonly conv: string;
  /** The number before the first message that was loaded. */
  readonly from: number;
  readonly unlocked: Unlocked;
  readonly texts = new Map<string, Text>();
  readonly metas = new Map<string, Meta>();
  chain: Chain;
  rosters: readonly Roster[] = [];
  certificates: readonly Certificate[] = [];
  agreement = "";
  /** By message: the hash that the other's signed acknowledgement names. */
  readonly #acknowledged = new Map<string, string>();
  /** Senders' devices of which something was loaded. */
  readonly #devices = new Set<string>();
  #seq: number;
  #line: Promise<unknown> = Promise.resolve();

  /** `from` is the number before the first message to load; 0 loads the conversation from its start. */
  constructor(conv: string, unlocked: Unlocked, from: number) {
    this.conv = conv;
    this.unlocked = unlocked;
    this.from = from;
    this.#seq = from;
    this.chain = new Chain(unlocked.vault.chains[conv]);
  }

  /** The newest roster. Throws `roster-older` when the therapist has not made one. */
  get roster(): Roster {
    const newest = this.rosters.at(-1);
    if (!newest) throw new CryptoError("roster-older", "no roster");
    return newest;
  }

  get me(): string {
    return this.unlocked.identity.certificate.fingerprint;
  }

  /** Takes in what is new and opens what may be opened. Calls run one after the other. */
  refresh(): Promise<void> {
    const mine = this.#line.then(() => this.#pull());
    this.#line = mine.catch(() => undefined);
    return mine;
  }

  async #pull(): Promise<void> {
    for (;;) {
      const sync = await askSync(this.conv, this.#seq, 0);
      await this.#trust(sync);
      for (const meta of sync.messages) await this.take(meta);
      for (const statement of sync.statements) await this.#hear(statement);
      for (const one of sync.statements) if (one.kind === "withdraw") await this.#takenBack(one);
      this.agreement = sync.agreement;
      for (const id of sync.gone) this.metas.delete(id);
      this.#seq = Math.max(this.#seq, sync.seq);
      if (!sync.more) return;
    }
  }

  /** Certificates count only when the therapist's signed rosters name them, and hers only when this device pinned it. */
  async #trust(sync: Sync): Promise<void> {
    const all = await Promise.all(sync.certificates.map((one) => readCertificate(fromBase64(one.data))));
    const therapist = await this.#therapist(sync, all);
    const known = this.unlocked.vault.rosters[this.conv];
    this.rosters = await readRosters(sync.rosters.map((one) => fromBase64(one.data)), therapist, { conv: this.conv, known });
    const named = new Set(this.rosters.flatMap((roster) => roster.members.map((member) => member.fp)));
    this.certificates = all.filter((one) => named.has(one.fingerprint));
  }

  async #therapist(sync: Sync, all: readonly Certificate[]): Promise<Certificate> {
    const roles = new Map(sync.certificates.map((one) => [one.fingerprint, one.role]));
    const own = this.unlocked.identity.certificate;
    if (roles.get(own.fingerprint) === "therapist") return own;
    const pins = this.unlocked.vault.pins;
    const hers = all.filter((one) => roles.get(one.fingerprint) === "therapist");
    const pinned = hers.find((one) => pins[one.fingerprint]);
    if (!pinned) throw new CryptoError("certificate-changed", "the therapist's key is not the pinned one");
    return readCertificate(fromBase64(pins[pinned.fingerprint]?.cert ?? ""));
  }

  /** Takes in an acknowledgement that the other one signed. One that does not hold says nothing. */
  async #hear(served: ServedStatement): Promise<void> {
    const signer = this.certificates.find((one) => one.fingerprint === served.author_fp);
    if (served.kind !== "ack" || !signer || signer.fingerprint === this.me) return;
    const ack = await readStatement(fromBase64(served.data), signer, this.conv).catch(() => undefined);
    for (const { msg, sha256 } of ack?.ids ?? []) this.#acknowledged.set(msg, sha256);
  }

  /** Whether the reader's own device has signed that it opened exactly this text. */
  isAcknowledged(id: string): boolean {
    const text = this.texts.get(id);
    return text?.ok === true && this.#acknowledged.get(id) === text.innerId;
  }

  /** Opens one message with all checks and remembers the result. Opening it again costs nothing. */
  async take(meta: Meta): Promise<Text | undefined> {
    this.metas.set(meta.id, meta);
    const before = this.texts.get(meta.id);
    if (before?.ok || meta.body === null) return before;
    const text = await this.#open(meta, meta.body);
    this.texts.set(meta.id, text);
    return text;
  }

  async #open(meta: Meta, body: string): Promise<Text> {
    const { identity } = this.unlocked;
    const { rosters, certificates, chain } = this;
    const outer = { ...meta, conv: this.conv, author: meta.author_fp };
    try {
      const found = await openMessage(fromBase64(body), { identity, outer, rosters, certificates, chain });
      this.#devices.add(`${found.inner.from}|${found.inner.dev}`);
      return { ok: true, text: found.text, innerId: found.innerId, sentAt: found.sentAt };
    } catch (cause) {
      return { ok: false, problem: cause instanceof CryptoError ? cause : new CryptoError("message-unreadable") };
    }
  }

  /** A statement that does not verify excuses nothing. */
  async #takenBack(served: ServedStatement): Promise<void> {
    const author = this.certificates.find((one) => one.fingerprint === served.author_fp);
    if (!author) return;
    const statement = await readStatement(fromBase64(served.data), author, this.conv).catch(() => undefined);
    if (statement?.kind === "withdraw") this.chain.withdraw(author.fingerprint, statement.ids);
  }

  /**
   * How many messages should be here and are not. Messages the server names without showing them (waiting) and those
   * that failed a check are known; for those taken back or changed the author's signature speaks, never the server.
   */
  missingCount(): number {
    const holes = this.chain.missing(this.from === 0).filter((one) => this.#counts(one));
    const failed = [...this.texts.values()].filter((text) => !text.ok).length;
    const closed = [...this.metas.values()].filter((meta) => meta.body === null).length;
    return Math.max(0, holes.length - failed - closed);
  }

  /** A device of which nothing was loaded may lie before the part of the conversation that was. */
  #counts(hole: Missing): boolean {
    if (hole.why === "parent") return false;
    return hole.why !== "withheld" || this.from === 0 || this.#devices.has(`${hole.from}|${hole.dev}`);
  }
}
