/**
 * Sealed messages on their way out: kept on the device until the server has acknowledged them, in the order they were written.
 * The message's id makes sending twice harmless. It holds ciphertext only and does not know what is inside.
 */
import { onDevice, type Store } from "./storage.ts";

export interface Outgoing {
  /** The message's ULID: the server stores it once, however often it comes. */
  readonly id: string;
  readonly conv: string;
  readonly url: string;
  /** What is posted, JSON; the body inside is sealed. */
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface Waiting extends Outgoing {
  readonly addedAt: number;
  /** The server's reason for not taking it, in words for the reader; it stays until somebody decides. */
  readonly refused?: string;
}

/** What became of one attempt: acknowledged, no network or server fault (try again), or refused for a reason. */
export type Outcome = "done" | "later" | { readonly refused: string };

export interface Queue {
  add(item: Outgoing): Promise<void>;
  /** Oldest first, also the refused ones. */
  list(conv?: string): Promise<Waiting[]>;
  done(id: string): Promise<void>;
  /**
   * Try everything that waits, oldest first; a conversation stops at its first `later`, so that order is kept.
   * One tab does it at a time. Returns how many were acknowledged.
   */
  flush(send: (item: Waiting) => Promise<Outcome>): Promise<number>;
}

/** Another tab may hold the lock; then this one leaves the work to it. */
async function alone<T>(name: string, work: () => Promise<T>, otherwise: T): Promise<T> {
  const locks = (globalThis.navigator as Navigator | undefined)?.locks;
  if (!locks) return work();
  return locks.request(name, { ifAvailable: true }, (lock) => (lock ? work() : otherwise));
}

/** The outgoing messages of one person (id) on this device. */
export function queue(person: string, store: Store = onDevice): Queue {
  const prefix = `out|${person}|`;

  async function list(conv?: string): Promise<Waiting[]> {
    const found = (await store.entries(prefix)).map(([, value]) => value as Waiting);
    return found.filter((one) => conv === undefined || one.conv === conv).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async function attempt(item: Waiting, send: (item: Waiting) => Promise<Outcome>): Promise<Outcome> {
    const outcome = await send(item).catch(() => "later" as const);
    if (outcome === "done") await store.delete(prefix + item.id);
    else if (outcome !== "later") await store.put(prefix + item.id, { ...item, refused: outcome.refused });
    return outcome;
  }

  async function run(send: (item: Waiting) => Promise<Outcome>): Promise<number> {
    const stopped = new Set<string>();
    let sent = 0;
    for (const item of await list()) {
      if (item.refused !== undefined || stopped.has(item.conv)) continue;
      const outcome = await attempt(item, send);
      if (outcome === "done") sent += 1;
      if (outcome === "later") stopped.add(item.conv);
    }
    return sent;
  }

  return {
    add: (item) => store.put(prefix + item.id, { ...item, addedAt: Date.now() } satisfies Waiting),
    list,
    done: (id) => store.delete(prefix + id),
    flush: (send) => alone(`send|${person}`, () => run(send), 0),
  };
}
