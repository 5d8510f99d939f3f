/**
 * What was sent and seen in one conversation: counters per sending device and the graph of message ids.
 * Finds re-used counters, missing messages and messages the server no longer shows. It orders; it does not open.
 *
 * A message that was taken back or replaced before it was opened is never shown to the others, so its place stays empty.
 * Its author's next message says so ("voided"), signed; a server's word is no excuse for a gap.
 */
import { CryptoError } from "./errors.ts";
import { MAX_VOIDED, type VoidedRef } from "./mime.ts";

/** Kept in the vault. `seen` holds, per `fingerprint|device`, the highest counter met and the id it had. */
export interface ChainState {
  readonly heads: readonly string[];
  readonly seen: Readonly<Record<string, { readonly n: number; readonly id: string }>>;
}

/** One opened message as the chain needs it. */
export interface Link {
  /** SHA-256 of the inner bytes, hex. */
  readonly innerId: string;
  /** The row id. */
  readonly msg: string;
  readonly from: string;
  readonly dev: string;
  readonly n: number;
  readonly parents: readonly string[];
  readonly supersedes: string | null;
  readonly voided: readonly VoidedRef[];
  /** Milliseconds; used for ties only. */
  readonly at: number;
}

/** A place where a message should be and is not. */
export type Missing =
  | { readonly why: "gap"; readonly from: string; readonly dev: string; readonly n: number }
  | { readonly why: "parent"; readonly innerId: string; readonly namedBy: string }
  | { readonly why: "withheld"; readonly from: string; readonly dev: string; readonly n: number };

/** What the next message needs; spread it into `sealMessage`. */
export interface Next {
  readonly dev: string;
  readonly n: number;
  readonly parents: string[];
  readonly voided: VoidedRef[];
}

export const EMPTY_CHAIN: ChainState = { heads: [], seen: {} };

const MAX_HEADS = 8;

function keyOf(link: Pick<Link, "from" | "dev">): string {
  return `${link.from}|${link.dev}`;
}

export class Chain {
  readonly #known: ChainState;
  readonly #links = new Map<string, Link>();
  /** `fingerprint|device` → counter → id. */
  readonly #counters = new Map<string, Map<number, string>>();
  /** `fingerprint|row id` → inner id of messages their author took back by a signed statement. */
  readonly #withdrawn = new Map<string, string>();

  constructor(known: ChainState = EMPTY_CHAIN) {
    this.#known = known;
  }

  /** Throws `message-reused` when this device's counter was already used for another message. */
  check(link: Link): void {
    const key = keyOf(link);
    const here = this.#counters.get(key)?.get(link.n);
    const before = this.#known.seen[key];
    const clash = (here !== undefined && here !== link.innerId) || (before?.n === link.n && before.id !== link.innerId);
    if (clash) throw new CryptoError("message-reused", "one counter, two messages");
  }

  /** Take in an opened message, or one just sealed. Doing it again changes nothing. */
  accept(link: Link): void {
    this.check(link);
    this.#links.set(link.innerId, link);
    const counters = this.#counters.get(keyOf(link)) ?? new Map<number, string>();
    counters.set(link.n, link.innerId);
    this.#counters.set(keyOf(link), counters);
  }

  /** Take in a verified `withdraw` statement: `from` took these messages back. */
  withdraw(from: string, refs: readonly { readonly msg: string; readonly sha256: string }[]): void {
    for (const { msg, sha256 } of refs) this.#withdrawn.set(`${from}|${msg}`, sha256);
  }

  /**
   * What should be there and is not. With `whole`, the conversation was loaded from its start, so counters begin at 1
   * and every named parent must be present; without it, only holes inside what was loaded are reported.
   */
  missing(whole = true): Missing[] {
    return [...this.#gaps(whole), ...this.#withheld(), ...(whole ? this.#orphans() : [])];
  }

  /** Counters and ids that their own author has declared void, as `fingerprint|device|counter` and as ids. */
  #excused(): Set<string> {
    const links = [...this.#links.values()];
    return new Set(links.flatMap((link) => link.voided.flatMap(({ dev, n, id }) => [`${link.from}|${dev}|${n}`, id])));
  }

  /** Withdrawn messages of an author that nothing here shows and no later message has named yet: one gap each. */
  #pardons(from: string, excused: ReadonlySet<string>): number {
    const ids = [...this.#withdrawn].filter(([key]) => key.startsWith(`${from}|`)).map(([, id]) => id);
    return ids.filter((id) => !this.#links.has(id) && !excused.has(id)).length;
  }

  #gaps(whole: boolean): Missing[] {
    const excused = this.#excused();
    const pardons = new Map<string, number>();
    return [...this.#counters].flatMap(([key, counters]) => {
      const [from = "", dev = ""] = key.split("|");
      const [lowest, highest] = [Math.min(...counters.keys()), Math.max(...counters.keys())];
      const start = whole ? 1 : lowest;
      const every = Array.from({ length: highest - start + 1 }, (_, step) => start + step);
      const open = every.filter((n) => !counters.has(n) && !excused.has(`${key}|${n}`));
      const left = pardons.get(from) ?? this.#pardons(from, excused);
      pardons.set(from, Math.max(0, left - open.length));
      return open.slice(left).map((n) => ({ why: "gap" as const, from, dev, n }));
    });
  }

  /** The vault remembers a message from this device that is not among those the server gave. */
  #withheld(): Missing[] {
    const excused = this.#excused();
    return Object.entries(this.#known.seen).flatMap(([key, { n, id }]) => {
      const [from = "", dev = ""] = key.split("|");
      const highest = Math.max(0, ...(this.#counters.get(key)?.keys() ?? []));
      return highest < n && !excused.has(id) ? [{ why: "withheld" as const, from, dev, n }] : [];
    });
  }

  #orphans(): Missing[] {
    const excused = new Set([...this.#excused(), ...this.#withdrawn.values()]);
    return [...this.#links.values()].flatMap((link) =>
      link.parents
        .filter((id) => !this.#links.has(id) && !excused.has(id))
        .map((innerId) => ({ why: "parent" as const, innerId, namedBy: link.innerId })),
    );
  }

  /** Messages their author took back or replaced, as far as signatures say so. */
  #voidedLinks(replacing: string | null): Link[] {
    const links = [...this.#links.values()];
    const replaced = new Set(links.flatMap((link) => (link.supersedes ? [`${link.from}|${link.supersedes}`] : [])));
    const gone = (key: string): boolean => replaced.has(key) || this.#withdrawn.has(key);
    return links.filter((link) => link.msg === replacing || gone(`${link.from}|${link.msg}`));
  }

  #heads(replacing: string | null): string[] {
    const voided = new Set(this.#voidedLinks(replacing).map((link) => link.innerId));
    const links = [...this.#links.values()].filter((link) => !voided.has(link.innerId));
    const named = new Set(links.flatMap((link) => link.parents));
    const open = links.map((link) => link.innerId).filter((id) => !named.has(id));
    const heads = open.length > 0 ? open : this.#known.heads.filter((id) => !voided.has(id));
    return [...heads].sort().slice(-MAX_HEADS);
  }

  /** Ids no other known message names as a parent: the parents of the next message. Sorted, at most eight. */
  heads(): string[] {
    return this.#heads(null);
  }

  /** What the next message of this device needs. `replacing` is the row id of the message it supersedes. */
  next(from: string, dev: string, replacing: string | null = null): Next {
    const key = keyOf({ from, dev });
    const highest = Math.max(this.#known.seen[key]?.n ?? 0, 0, ...(this.#counters.get(key)?.keys() ?? []));
    return { dev, n: highest + 1, parents: this.#heads(replacing), voided: this.#voidedBy(from, replacing) };
  }

  /** The author's void messages: those seen here, and those an earlier message of theirs already named. Newest thirty. */
  #voidedBy(from: string, replacing: string | null): VoidedRef[] {
    const refs = new Map<string, VoidedRef>();
    for (const link of this.#links.values()) {
      if (link.from === from) for (const ref of link.voided) refs.set(ref.id, ref);
    }
    for (const { from: author, dev, n, innerId: id } of this.#voidedLinks(replacing)) {
      if (author === from) refs.set(id, { dev, n, id });
    }
    return [...refs.values()].sort((a, b) => a.n - b.n || (a.id < b.id ? -1 : 1)).slice(-MAX_VOIDED);
  }

  /** Ids in reading order: parents first, then by time sent, then by id. */
  ordered(): string[] {
    const done: string[] = [];
    const left = new Map(this.#links);
    while (left.size > 0) {
      const ready = [...left.values()].filter((link) => link.parents.every((id) => !left.has(id) || id === link.innerId));
      const next = (ready.length > 0 ? ready : [...left.values()]).reduce((a, b) => (before(a, b) ? a : b));
      done.push(next.innerId);
      left.delete(next.innerId);
    }
    return done;
  }

  /** What to keep in the vault. */
  state(): ChainState {
    const seen: Record<string, { n: number; id: string }> = { ...this.#known.seen };
    for (const [key, counters] of this.#counters) {
      const n = Math.max(...counters.keys());
      const id = counters.get(n);
      if (id !== undefined && n >= (seen[key]?.n ?? 0)) seen[key] = { n, id };
    }
    return { heads: this.heads(), seen };
  }
}

function before(a: Link, b: Link): boolean {
  return a.at !== b.at ? a.at < b.at : a.innerId < b.innerId;
}
