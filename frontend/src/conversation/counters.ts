/**
 * Work that only one tab may do at a time, and numbers of messages that were refused: they are used again, so that the
 * reader's device does not miss a message that never was.
 */
import { onDevice } from "../keys/storage.ts";

/** Runs `work` while no other tab of this browser runs work of the same name. */
export async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (!("locks" in navigator)) return work();
  return (await navigator.locks.request(name, work)) as T;
}

/** Place of a message in its device's count. */
export interface Numbered {
  readonly dev: string;
  readonly n: number;
}

const spareKey = (account: string, conv: string): string => `spare|${account}|${conv}`;

/** Keeps the number of a message that the server surely does not have. */
export async function giveBack(account: string, conv: string, place: Numbered): Promise<void> {
  await onDevice.update(spareKey(account, conv), (kept) => [...((kept as Numbered[] | undefined) ?? []), place]);
}

/** Takes a number that was given back for this device, if there is one. Call it inside `alone`. */
export async function takeSpare(account: string, conv: string, dev: string): Promise<number | undefined> {
  let found: Numbered | undefined;
  await onDevice.update(spareKey(account, conv), (kept) => {
    const all = (kept as Numbered[] | undefined) ?? [];
    found = all.find((one) => one.dev === dev);
    return all.filter((one) => one !== found);
  });
  return found?.n;
}
