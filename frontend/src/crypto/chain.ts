/**
 * What was sent and seen in one conversation: counters per sending device and the graph of message ids.
 * Finds re-used counters, missing messages and messages the server no longer shows. It orders; it does not open.
 */
import { CryptoError } from "./errors.ts";

/** Kept in the vault. `seen` holds, per `fingerprint|device`, the highest counter met and the id it had. */
export interface ChainState {
  readonly heads: readonly string[];
  readonly seen: Readonly<Record<string, { readonly n: number; readonly id: string }>>;
}

/** One opened message as the chain needs it. */
export interface Link {
  /** SHA-256 of the inner bytes, hex. */
  readonly innerId: string;
  readonly from: string;
  readonly dev: string;
  readonly n: number;
  readonly parents: readonly string[];
  /** Milliseconds; used for ties only. */
  readonly at: number;
}

/** A place where a message should be and is not. */
export type Missing =
  | { readonly why: "gap"; readonly from: string; readonly dev: string; readonly n: number }
  | { readonly why: "parent"; readonly innerId: string; readonly namedBy: string }
  | { readonly why: "withheld"; readonly from: string; readonly dev: string; readonly n: number };

export const EMPTY_CHAIN: ChainState = { heads: [], seen: {} };

function keyOf(link: Pick<Link, "from" | "dev">): string {
  return `${link.from}|${link.dev}`;
}

export class Chain {
  readonly #known: ChainState;
  readonly #links = new Map<string, Link>();
  /** `fingerprint|device` → counter → id. */
  readonly #counters = new Map<string, Map<number, string>>();

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

  /** Take in an opened message. Opening the same message again changes nothing. */
  accept(link: Link): void {
    this.check(link);
    this.#links.set(link.innerId, link);
    const counters = this.#counters.get(keyOf(link)) ?? new Map<number, string>();
    counters.set(link.n, link.innerId);
    this.#counters.set(keyOf(link), counters);
  }

  /**
   * What should be there and is not. With `whole`, the conversation was loaded from its start, so counters begin at 1
   * and every named parent must be present; without it, only holes inside what was loaded are reported.
   */
  missing(whole = true): Missing[] {
    return [...this.#gaps(whole), ...this.#withheld(), ...(whole ? this.#orphans() : [])];
  }

  #gaps(whole: boolean): Missing[] {
    return [...this.#counters].flatMap(([key, counters]) => {
      const [from = "", dev = ""] = key.split("|");
      const [lowest, highest] = [Math.min(...counters.keys()), Math.max(...counters.keys())];
      const start = whole ? 1 : lowest;
      const every = Array.from({ length: highest - start + 1 }, (_, step) => start + step);
      return every.filter((n) => !counters.has(n)).map((n) => ({ why: "gap" as const, from, dev, n }));
    });
  }

  /** The vault remembers a message from this device that is not among those the server gave. */
  #withheld(): Missing[] {
    return Object.entries(this.#known.seen).flatMap(([key, { n }]) => {
      const [from = "", dev = ""] = key.split("|");
      const highest = Math.max(0, ...(this.#counters.get(key)?.keys() ?? []));
      return highest < n ? [{ why: "withheld" as const, from, dev, n }] : [];
    });
  }

  #orphans(): Missing[] {
    return [...this.#links.values()].flatMap((link) =>
      link.parents
        .filter((id) => !this.#links.has(id))
        .map((innerId) => ({ why: "parent" as const, innerId, namedBy: link.innerId })),
    );
  }

  /** Ids no other known message names as a parent: the parents of the next message. Sorted, at most eight. */
  heads(): string[] {
    const named = new Set([...this.#links.values()].flatMap((link) => link.parents));
    const open = [...this.#links.keys()].filter((id) => !named.has(id));
    const heads = open.length > 0 ? open : this.#known.heads;
    return [...heads].sort().slice(-8);
  }

  /** Counter and parents of the next message sent by this device. */
  next(from: string, dev: string): { dev: string; n: number; parents: string[] } {
    const key = keyOf({ from, dev });
    const highest = Math.max(this.#known.seen[key]?.n ?? 0, 0, ...(this.#counters.get(key)?.keys() ?? []));
    return { dev, n: highest + 1, parents: this.heads() };
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
