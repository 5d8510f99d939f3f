/** The room of the page: one per conversation while unlocked, shared by the page's modules, forgotten at the lock. */
import type { Unlocked } from "../keys/holder.ts";
import { Room } from "./room.ts";

let current: { room: Room; ready: Promise<Room> } | undefined;

/** The loaded room of a conversation. A room of another conversation, of other keys, or of a shorter span is dropped. */
export function roomOf(conv: string, unlocked: Unlocked, from: number): Promise<Room> {
  const room = current?.room;
  const fits = room?.conv === conv && room.unlocked.account === unlocked.account && room.unlocked.identity === unlocked.identity;
  if (current && fits && room.from <= from) return current.ready;
  const fresh = new Room(conv, unlocked, from);
  const ready = fresh.refresh().then(() => fresh);
  current = { room: fresh, ready };
  ready.catch(() => (current = undefined));
  return ready;
}

document.addEventListener("intersession:locked", () => (current = undefined));
