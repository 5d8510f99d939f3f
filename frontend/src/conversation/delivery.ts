/**
 * Brings queued messages to the server: again and again under the same id until it has them or says why not. It never
 * drops a text: what can't be sent comes back to the writer.
 */
import { AskError } from "../ask.ts";
import { newUlid } from "../crypto/index.ts";
import { queue } from "../keys/queue.ts";
import { serverNow } from "./clock.ts";
import { alone, giveBack } from "./counters.ts";
import { postMessage, type Stored } from "./doors.ts";
import { openQueued, replace, sealAgain, type Queued } from "./outgoing.ts";
import type { Room } from "./room.ts";

/** What became of one item. `waits`: it stays in the queue; `back`: it left the queue, its text is here again. */
export type Outcome =
  | { readonly kind: "sent"; readonly item: Queued; readonly stored: Stored }
  | { readonly kind: "waits"; readonly item: Queued; readonly problem: AskError }
  | { readonly kind: "back"; readonly item: Queued; readonly problem: AskError; readonly text: string };

const TRIES = 4;
const PAUSES_MS = [2_000, 5_000, 15_000, 30_000, 60_000];

/** Sends one item now. */
async function deliver(room: Room, first: Queued): Promise<Outcome> {
  let item = first;
  for (let tries = 1; ; tries += 1) {
    try {
      const stored = await postMessage(item.url, item.payload);
      await queue(room.unlocked.account).done(item.id);
      return { kind: "sent", item, stored };
    } catch (problem) {
      if (!(problem instanceof AskError)) throw problem;
      const better = tries < TRIES ? await mended(room, item, problem) : undefined;
      if (!better) return settle(room, item, problem);
      item = better;
    }
  }
}

/** The item as the server wants it now, or undefined when trying again at once is no use. */
async function mended(room: Room, item: Queued, problem: AskError): Promise<Queued | undefined> {
  switch (problem.code) {
    case "agreement-changed": {
      const agreement = String(problem.values["agreement"] ?? "");
      const fresh = { ...item, payload: { ...item.payload, agreement } };
      room.agreement = agreement;
      await replace(room.unlocked.account, item, fresh);
      return fresh;
    }
    case "roster-changed":
      await room.refresh();
      return sealAgain(room, item);
    case "message-id-taken":
      return sealAgain(room, item, newUlid(serverNow()));
    default:
      return undefined;
  }
}

/** Whether a later try may go through by itself: no network, an ended log-in, a busy or broken server. */
function mayPass({ status, code }: AskError): boolean {
  return code === "offline" || status === 401 || status === 429 || status >= 500 || code === "stale-form";
}

async function settle(room: Room, item: Queued, problem: AskError): Promise<Outcome> {
  if (mayPass(problem)) return { kind: "waits", item, problem };
  const { text, inner } = await openQueued(room, item);
  await giveBack(room.unlocked.account, room.conv, inner);
  await queue(room.unlocked.account).done(item.id);
  return { kind: "back", item, problem, text };
}

/** Everything this device still has to send in this conversation, oldest first. */
export async function queued(room: Room): Promise<Queued[]> {
  return (await queue(room.unlocked.account).list(room.conv)) as unknown as Queued[];
}

/** Takes out of the queue what the server already shows, opened and checked: only its answer was lost. */
export async function dropArrived(room: Room): Promise<void> {
  const { account } = room.unlocked;
  for (const { id } of await queued(room)) if (room.texts.get(id)?.ok) await queue(account).done(id);
}

/** Sends what waits, one after the other, in one tab only; stops at the first that has to wait. */
function deliverAll(room: Room, told: (outcome: Outcome) => void): Promise<boolean> {
  return alone(`intersession-send:${room.conv}`, async () => {
    for (const item of await queued(room)) {
      const outcome = await deliver(room, item);
      told(outcome);
      if (outcome.kind === "waits") return false;
    }
    return true;
  });
}

/** Keeps trying: at once, when the network is back, when the page is looked at, and after growing pauses. */
export function keepDelivering(room: Room, told: (outcome: Outcome) => void): { now: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let over = false;
  const run = async (): Promise<void> => {
    clearTimeout(timer);
    const clear = await deliverAll(room, told).catch(() => false);
    failures = clear ? 0 : failures + 1;
    if (!clear && !over) timer = setTimeout(now, PAUSES_MS[Math.min(failures, PAUSES_MS.length) - 1]);
  };
  const now = (): void => void (over || run());
  const seen = (): void => void (document.visibilityState === "visible" && now());
  addEventListener("online", now);
  document.addEventListener("visibilitychange", seen);
  const stop = (): void => {
    over = true;
    clearTimeout(timer);
    removeEventListener("online", now);
    document.removeEventListener("visibilitychange", seen);
  };
  return { now, stop };
}
