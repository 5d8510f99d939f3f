/**
 * This device's id and its counters, kept on the device: a counter is never given out twice, whatever the server shows or hides.
 * When the browser has erased them, the device gets a new id and counts from one again.
 */
import { newDeviceId } from "../crypto/seal.ts";
import { onDevice, type Store } from "./storage.ts";

export interface Counters {
  /** This device's id for this person. */
  dev(): Promise<string>;
  /** The next number for a conversation, at least `atLeast`. `kind` keeps messages and statements apart. */
  take(conv: string, kind: "message" | "statement", atLeast?: number): Promise<number>;
}

export function counters(person: string, store: Store = onDevice): Counters {
  return {
    async dev() {
      const fresh = newDeviceId();
      return (await store.update(`dev|${person}`, (there) => there ?? fresh)) as string;
    },
    async take(conv, kind, atLeast = 1) {
      const next = (last: unknown): number => Math.max(atLeast, (typeof last === "number" ? last : 0) + 1);
      return (await store.update(`count|${person}|${kind}|${conv}`, next)) as number;
    },
  };
}
