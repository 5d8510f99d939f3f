/**
 * Words under a clause: sealed like a message, outside the conversation's count, bound to clause and agreement so that
 * the server can't show them under another one. Knows nothing of pages.
 */
import { Chain, fromBase64, newDeviceId, openMessage, sealMessage, toBase64 } from "../crypto/index.ts";
import { serverNow } from "../conversation/clock.ts";
import type { Unlocked } from "../keys/holder.ts";
import { newestRoster, type Circle } from "./circle.ts";

/** What is posted as `words`. */
export interface SealedWords {
  readonly id: string;
  readonly roster_seq: number;
  readonly body: string;
}

/** What the page states about words it shows. */
export interface ShownWords {
  readonly id: string;
  readonly kind: string;
  readonly bound: string;
  readonly author: string;
  readonly roster: number;
  readonly at: string;
  readonly body: string;
}

/** "concern-a10" or "reply-a10". */
export function kindOf(what: "concern" | "reply", clause: string): string {
  return `${what}-${clause.toLowerCase()}`;
}

/** Seals words for the people on the newest roster. */
export async function sealWords(text: string, kind: string, agreement: string, circle: Circle, unlocked: Unlocked): Promise<SealedWords> {
  const roster = newestRoster(circle);
  const sealed = await sealMessage({
    identity: unlocked.identity,
    roster,
    certificates: circle.certificates,
    kind,
    text,
    dev: newDeviceId(),
    n: 1,
    parents: [],
    vv: unlocked.vault.version,
    replyTo: agreement,
    now: serverNow(),
  });
  return { id: sealed.id, roster_seq: roster.seq, body: toBase64(sealed.body) };
}

/** Opens words with all checks of a message. Throws CryptoError. */
export async function openWords(shown: ShownWords, circle: Circle, unlocked: Unlocked): Promise<string> {
  const outer = {
    id: shown.id,
    conv: circle.conv,
    kind: shown.kind,
    author: shown.author,
    roster_seq: shown.roster,
    received_at: shown.at,
    reply_to: shown.bound,
    supersedes: null,
  };
  const { rosters, certificates } = circle;
  const context = { identity: unlocked.identity, outer, rosters, certificates, chain: new Chain() };
  return (await openMessage(fromBase64(shown.body), context)).text;
}
