/** Signed statements about messages: opened, taken back, another day. Each is made and sent here; none is made for someone else. */
import { makeStatement, toBase64, type MessageRef, type Statement } from "../crypto/index.ts";
import { counters } from "../keys/counters.ts";
import { serverNow } from "./clock.ts";
import { alone } from "./counters.ts";
import { postStatement } from "./doors.ts";
import type { Room } from "./room.ts";

/** How many messages one acknowledgement names. */
const BATCH = 200;

/** Signs and sends a statement about messages that opened on this device. Ids without an opened text are left out. */
export async function state(room: Room, kind: Statement["kind"], ids: readonly string[], until?: Date): Promise<void> {
  const refs = ids.flatMap((id): MessageRef[] => {
    const text = room.texts.get(id);
    return text?.ok ? [{ msg: id, sha256: text.innerId }] : [];
  });
  for (let at = 0; at < refs.length; at += BATCH) await one(room, kind, refs.slice(at, at + BATCH), until);
}

function one(room: Room, kind: Statement["kind"], ids: readonly MessageRef[], until?: Date): Promise<void> {
  const account = room.unlocked.account;
  return alone(`intersession-say:${room.conv}`, async () => {
    const now = serverNow();
    const numbers = counters(account);
    const [dev, n] = [await numbers.dev(), await numbers.take(room.conv, "statement")];
    const fields = { kind, conv: room.conv, ids, dev, n, at: now.toISOString() };
    const whole = until ? { ...fields, until: until.toISOString() } : fields;
    await postStatement(room.conv, toBase64(await makeStatement(whole, room.unlocked.identity, now)));
  });
}
