/** The fixed cast of the crypto tests: Vera, Alma, Otto and Mara with fresh keys, and one conversation. */
import { Chain, EMPTY_CHAIN, type ChainState } from "../../src/crypto/chain.ts";
import { createIdentity, type Identity } from "../../src/crypto/identity.ts";
import type { OpenContext, OuterRow } from "../../src/crypto/open.ts";
import { makeRoster, readRoster, type Member, type Role, type Roster } from "../../src/crypto/roster.ts";
import { sealMessage, type Draft, type Sealed } from "../../src/crypto/seal.ts";

export const CONV = "01KAQ0000000000000000000C1";
export const START = "2026-01-01T00:00:00.000Z";

export interface World {
  readonly vera: Identity;
  readonly alma: Identity;
  readonly otto: Identity;
  readonly mara: Identity;
  readonly eve: Identity;
  readonly rosterBytes: Uint8Array;
  readonly roster: Roster;
}

export function member(who: Identity, role: Role, more: Partial<Member> = {}): Member {
  const { fingerprint: fp, encFingerprint: enc_fp } = who.certificate;
  return { fp, enc_fp, role, label: role, from: START, until: null, history: "all", ...more };
}

export async function rosterOf(
  by: Identity,
  members: readonly Member[],
  more: { seq?: number; prev?: string | null; conv?: string } = {},
): Promise<{ data: Uint8Array; roster: Roster }> {
  const conv = more.conv ?? CONV;
  const fields = { conv, seq: more.seq ?? 1, prev: more.prev ?? null, members, retention: null };
  const data = await makeRoster({ ...fields, reason: "start", created: START }, by);
  return { data, roster: await readRoster(data, by.certificate, { conv }) };
}

export async function world(): Promise<World> {
  const [vera, alma, otto, mara, eve] = await Promise.all([0, 1, 2, 3, 4].map(() => createIdentity()));
  if (!vera || !alma || !otto || !mara || !eve) throw new Error("no cast");
  const first = await rosterOf(vera, [member(vera, "therapist"), member(alma, "client"), member(mara, "custodian")]);
  return { vera, alma, otto, mara, eve, rosterBytes: first.data, roster: first.roster };
}

export function certificatesOf(w: World) {
  return [w.vera, w.alma, w.otto, w.mara, w.eve].map((one) => one.certificate);
}

export function draft(w: World, more: Partial<Draft> = {}): Draft {
  const base = { kind: "message", text: "Good evening.", dev: "phone-0001", n: 1, parents: [], vv: 1 };
  return { identity: w.alma, roster: w.roster, certificates: certificatesOf(w), ...base, ...more };
}

export function outerOf(sealed: Sealed, more: Partial<OuterRow> = {}): OuterRow {
  const { inner } = sealed;
  const row = { id: inner.msg, conv: inner.conv, kind: inner.kind, author: inner.from, roster_seq: 1 };
  const references = { reply_to: inner.reply_to, supersedes: inner.supersedes };
  return { ...row, ...references, received_at: inner.sent_at, ...more };
}

export function contextOf(
  w: World,
  reader: Identity,
  outer: OuterRow,
  more: Partial<OpenContext> & { state?: ChainState } = {},
): OpenContext {
  const chain = new Chain(more.state ?? EMPTY_CHAIN);
  return { identity: reader, outer, rosters: [w.roster], certificates: certificatesOf(w), chain, ...more };
}

export async function sealed(w: World, more: Partial<Draft> = {}): Promise<Sealed> {
  return sealMessage(draft(w, more));
}
