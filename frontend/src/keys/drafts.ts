/**
 * Drafts: sealed on this device, one for each conversation and person. They survive reload, lock, sign-out and lost network.
 * They never leave the device, and another device does not know them.
 */
import { utf8 } from "../crypto/bytes.ts";
import { keptKey, openHere, sealHere, textOf, type SealedHere } from "./device-key.ts";
import { onDevice, type Store } from "./storage.ts";

export interface DraftText {
  readonly conv: string;
  readonly text: string;
  readonly savedAt: Date;
}

interface KeptDraft {
  readonly sealed: SealedHere;
  readonly savedAt: number;
}

export interface Drafts {
  /** Newest first. Drafts that no longer open are left out. */
  list(): Promise<DraftText[]>;
  read(conv: string): Promise<DraftText | null>;
  /** Keep this text; an empty one removes the draft. Returns when it was kept, null when removed. */
  write(conv: string, text: string): Promise<Date | null>;
  /** Remove a draft. The function returned brings it back. */
  remove(conv: string): Promise<() => Promise<void>>;
  /** Remove all drafts and the key that opens them; there is no way back. */
  wipe(): Promise<void>;
}

/** The drafts of one person (id) on this device. `conv` may be any place, such as `concern|<id>`. */
export function drafts(person: string, store: Store = onDevice): Drafts {
  const prefix = `draft|${person}|`;
  const keyName = `draft-key|${person}`;

  async function opened(conv: string, kept: KeptDraft): Promise<DraftText | null> {
    try {
      const key = await keptKey(store, keyName);
      const text = textOf(await openHere(key, prefix + conv, kept.sealed));
      return { conv, text, savedAt: new Date(kept.savedAt) };
    } catch {
      return null;
    }
  }

  async function read(conv: string): Promise<DraftText | null> {
    const kept = (await store.get(prefix + conv)) as KeptDraft | undefined;
    return kept ? opened(conv, kept) : null;
  }

  async function write(conv: string, text: string): Promise<Date | null> {
    if (text === "") {
      await store.delete(prefix + conv);
      return null;
    }
    const sealed = await sealHere(await keptKey(store, keyName), prefix + conv, utf8(text));
    const savedAt = Date.now();
    await store.put(prefix + conv, { sealed, savedAt } satisfies KeptDraft);
    return new Date(savedAt);
  }

  async function list(): Promise<DraftText[]> {
    const found = await store.entries(prefix);
    const texts = await Promise.all(found.map(([name, kept]) => opened(name.slice(prefix.length), kept as KeptDraft)));
    return texts.filter((one) => one !== null).sort((a, b) => b.savedAt.getTime() - a.savedAt.getTime());
  }

  async function remove(conv: string): Promise<() => Promise<void>> {
    const kept = await store.get(prefix + conv);
    await store.delete(prefix + conv);
    return async () => {
      if (kept !== undefined) await store.put(prefix + conv, kept);
    };
  }

  async function wipe(): Promise<void> {
    for (const [name] of await store.entries(prefix)) await store.delete(name);
    await store.delete(keyName);
  }

  return { list, read, write, remove, wipe };
}
