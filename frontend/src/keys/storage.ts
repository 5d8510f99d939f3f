/**
 * What this program keeps on the device, in one IndexedDB database. Everything in it is sealed, or says nothing by itself.
 * A browser may erase it at any time: it is a cache of keys, drafts, counters and unsent messages, never the only copy of a key.
 */
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import { CryptoError } from "../crypto/errors.ts";

/** A map of named values. `update` reads and writes in one step, also when two tabs do it at once. */
export interface Store {
  get(key: string): Promise<unknown>;
  put(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
  /** All entries whose key begins with `prefix`, by key. */
  entries(prefix: string): Promise<[string, unknown][]>;
  update(key: string, change: (value: unknown) => unknown): Promise<unknown>;
}

interface Kept extends DBSchema {
  kept: { key: string; value: unknown };
}

let database: Promise<IDBPDatabase<Kept>> | undefined;

function open(): Promise<IDBPDatabase<Kept>> {
  database ??= openDB<Kept>("kept", 1, {
    upgrade: (db) => void db.createObjectStore("kept"),
    terminated: () => (database = undefined),
  }).catch(() => {
    database = undefined;
    throw new CryptoError("storage-unavailable", "the browser keeps nothing here");
  });
  return database;
}

function upTo(prefix: string): IDBKeyRange {
  return IDBKeyRange.bound(prefix, `${prefix}\uffff`);
}

/** The database of this browser. Every call throws CryptoError `storage-unavailable` where nothing can be kept. */
export const onDevice: Store = {
  get: async (key) => (await open()).get("kept", key),
  put: async (key, value) => void (await (await open()).put("kept", value, key)),
  delete: async (key) => (await open()).delete("kept", key),
  async entries(prefix) {
    const tx = (await open()).transaction("kept");
    const [keys, values] = await Promise.all([tx.store.getAllKeys(upTo(prefix)), tx.store.getAll(upTo(prefix))]);
    return keys.map((key, at) => [key, values[at]]);
  },
  async update(key, change) {
    const tx = (await open()).transaction("kept", "readwrite");
    const value = change(await tx.store.get(key));
    await Promise.all([tx.store.put(value, key), tx.done]);
    return value;
  },
};

/** The same in memory, for tests and for pages that must not leave anything behind. */
export function inMemory(): Store {
  const map = new Map<string, unknown>();
  return {
    get: async (key) => map.get(key),
    put: async (key, value) => void map.set(key, value),
    delete: async (key) => void map.delete(key),
    entries: async (prefix) => [...map].filter(([key]) => key.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1)),
    update: async (key, change) => {
      const value = change(map.get(key));
      map.set(key, value);
      return value;
    },
  };
}
