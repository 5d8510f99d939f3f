/**
 * Seals what is about to be sent and keeps it in this device's queue before anything goes out. The id is made here and
 * stays the same whatever happens to the connection; sealing anew for other readers keeps id and number.
 */
import { activeMembers, Chain, fromBase64, newUlid, openMessage, sealMessage, toBase64, type Opened, type VoidedRef } from "../crypto/index.ts";
import { counters } from "../keys/counters.ts";
import { checkPeers } from "../keys/peers.ts";
import { queue } from "../keys/queue.ts";
import { serverNow } from "./clock.ts";
import { alone, takeSpare } from "./counters.ts";
import { sendUrl, type Outgoing } from "./doors.ts";
import type { Room } from "./room.ts";

/** What a person wants to send. */
export interface Letter {
  readonly kind: string;
  readonly text: string;
  readonly replyTo?: string;
  readonly supersedes?: string;
  readonly also?: readonly string[];
  readonly atOnce?: boolean;
}

/** One item of the queue. */
export interface Queued {
  readonly id: string;
  readonly conv: string;
  readonly url: string;
  readonly payload: Outgoing & Readonly<Record<string, unknown>>;
}

/** Seals a letter and puts it into the queue. Nothing has been sent yet. */
export function enqueue(room: Room, letter: Letter): Promise<Queued> {
  return alone(`intersession-seal:${room.conv}`, async () => {
    // Before a number is taken: one that is never sent would look like a missing message.
    checkPinned(room);
    const account = room.unlocked.account;
    const numbers = counters(account);
    const dev = await numbers.dev();
    const next = room.chain.next(room.me, dev, letter.supersedes ?? null);
    const spare = await takeSpare(account, room.conv, dev);
    const n = spare ?? (await numbers.take(room.conv, "message", next.n));
    const item = await sealed(room, letter, { ...next, id: newUlid(serverNow()), n });
    await queue(account).add(item);
    return item;
  });
}

/** Throws `certificate-changed`: nothing is sealed to a key that this device has not pinned, or whose numbers differed. */
function checkPinned(room: Room): void {
  checkPeers(room.unlocked.vault, activeMembers(room.roster, serverNow()), room.me);
}

interface Place {
  readonly id: string;
  readonly dev: string;
  readonly n: number;
  readonly parents: readonly string[];
  /** Own messages that readers need not miss. */
  readonly voided: readonly VoidedRef[];
}

async function sealed(room: Room, letter: Letter, place: Place): Promise<Queued> {
  const { identity, vault } = room.unlocked;
  const { replyTo = null, supersedes = null } = letter;
  const { kind, text } = letter;
  const { roster, certificates } = room;
  checkPinned(room);
  const draft = { identity, roster, certificates, kind, text, replyTo, supersedes, vv: vault.version, now: serverNow() };
  const made = await sealMessage({ ...draft, ...place });
  const payload: Queued["payload"] = {
    id: place.id,
    kind,
    body: toBase64(made.body),
    roster_seq: roster.seq,
    agreement: room.agreement,
    ...(replyTo ? { reply_to: replyTo } : {}),
    ...(supersedes ? { supersedes } : {}),
    ...(letter.also?.length ? { also: letter.also } : {}),
    ...(letter.atOnce ? { at_once: true } : {}),
  };
  return { id: place.id, conv: room.conv, url: sendUrl(room.conv), payload };
}

/** Opens one's own item of the queue, as any reader would. */
export async function openQueued(room: Room, item: Queued): Promise<Opened> {
  const { payload } = item;
  const { identity } = room.unlocked;
  const outer = {
    id: item.id,
    conv: room.conv,
    kind: payload.kind,
    author: room.me,
    roster_seq: payload.roster_seq,
    received_at: serverNow().toISOString(),
    reply_to: payload.reply_to ?? null,
    supersedes: payload.supersedes ?? null,
  };
  const { rosters, certificates } = room;
  return openMessage(fromBase64(payload.body), { identity, outer, rosters, certificates, chain: new Chain() });
}

/** Seals an item again for the people who read now, or under a new id; its number stays. */
export async function sealAgain(room: Room, item: Queued, id: string = item.id): Promise<Queued> {
  const { text, inner } = await openQueued(room, item);
  const { kind, reply_to, supersedes, also, at_once } = item.payload;
  const letter: Letter = {
    kind,
    text,
    ...(reply_to ? { replyTo: reply_to } : {}),
    ...(supersedes ? { supersedes } : {}),
    ...(also ? { also } : {}),
    ...(at_once ? { atOnce: true } : {}),
  };
  const { dev, n, parents, voided } = inner;
  const fresh = await sealed(room, letter, { id, dev, n, parents, voided });
  await replace(room.unlocked.account, item, fresh);
  return fresh;
}

/** Puts a changed item in the place of the old one. */
export async function replace(account: string, old: Queued, fresh: Queued): Promise<void> {
  await queue(account).add(fresh);
  if (fresh.id !== old.id) await queue(account).done(old.id);
}
