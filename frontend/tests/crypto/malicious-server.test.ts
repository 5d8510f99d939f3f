/**
 * A server that keeps to the protocol's letter and lies wherever it can. Whatever it tries is refused or becomes visible.
 * What it can always do, and no test denies: delay, withhold the newest, refuse service, serve other code.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Chain } from "../../src/crypto/chain.ts";
import { joinEnvelope, rewrap, splitEnvelope } from "../../src/crypto/envelope.ts";
import { createIdentity } from "../../src/crypto/identity.ts";
import { invitingCertificate, makeInvite, makeJoin, openJoin } from "../../src/crypto/invite.ts";
import { stretch } from "../../src/crypto/kdf.ts";
import { openMessage } from "../../src/crypto/open.ts";
import { newRecoveryCode } from "../../src/crypto/recovery.ts";
import { activeMembers, readRoster, readRosters } from "../../src/crypto/roster.ts";
import { headsNumber, safetyNumber } from "../../src/crypto/safety-number.ts";
import type { Sealed } from "../../src/crypto/seal.ts";
import { makeSlot, newVaultKey, openSlot } from "../../src/crypto/slots.ts";
import { makeStatement, readStatement } from "../../src/crypto/statement.ts";
import { newVault, openVault, sealVault, type Vault } from "../../src/crypto/vault.ts";
import { CONV, certificatesOf, contextOf, draft, member, outerOf, rosterOf, sealed, world, type World } from "./world.ts";

const w: World = await world();
const members = [member(w.vera, "therapist"), member(w.alma, "client"), member(w.mara, "custodian")];

/** Alma writes some messages one after the other, each naming the one before. */
async function thread(texts: readonly string[]): Promise<Sealed[]> {
  const chain = new Chain();
  const all: Sealed[] = [];
  for (const text of texts) {
    const one = await sealed(w, { text, ...chain.next(w.alma.certificate.fingerprint, "phone-0001") });
    chain.accept({ ...one.inner, innerId: one.innerId, at: Date.parse(one.inner.sent_at) });
    all.push(one);
  }
  return all;
}

async function readAll(messages: readonly Sealed[], chain: Chain): Promise<string[]> {
  const texts: string[] = [];
  for (const one of messages) texts.push((await openMessage(one.body, contextOf(w, w.vera, outerOf(one), { chain }))).text);
  return texts;
}

test("swaps slots between types, ids and accounts: nothing opens", async () => {
  const vaultKey = newVaultKey();
  const alma = { account: "A", type: "recovery" as const, id: "S1", secret: newRecoveryCode().secret };
  const slot = await makeSlot(alma, vaultKey);
  await assert.rejects(openSlot({ ...alma, account: "B" }, slot), { code: "recovery-code-wrong" });
  await assert.rejects(openSlot({ ...alma, id: "S2" }, slot), { code: "recovery-code-wrong" });
  await assert.rejects(openSlot({ ...alma, type: "passphrase" }, slot), { code: "wrong-passphrase" });
});

test("lowers the KDF's costs or repeats a salt: refused, or of no use", async () => {
  const place = { practice: "P", handle: "alma", salt: "c2FsdC1vZi10aGUtc2VydmVy" };
  for (const less of [{ m: 1024 }, { t: 1 }, { p: 1 }, { m: 1e12 }, { t: 3.5 }, { salt: "c2FsdA" }, { salt: "?" }]) {
    await assert.rejects(stretch("x", { ...place, ...less }), { code: "weak-kdf" });
  }
  const salts: Uint8Array[] = [];
  const spy = async ({ salt }: { salt: Uint8Array }): Promise<Uint8Array> => (salts.push(salt), new Uint8Array(32));
  await stretch("x", place, spy);
  await stretch("x", { ...place, handle: "ben" }, spy);
  await stretch("x", { ...place, practice: "Q" }, spy);
  assert.equal(new Set(salts.map(String)).size, 3);
});

test("rolls the vault back, or gives another's: refused", async () => {
  const key = newVaultKey();
  const vault: Vault = { ...newVault("A", w.alma), version: 5 };
  const old = await sealVault({ ...vault, version: 4 }, key);
  await assert.rejects(openVault(old, key, "A", 5), { code: "vault-older" });
  await assert.rejects(openVault(await sealVault(newVault("B", w.alma), key), key, "A"), { code: "vault-unreadable" });
});

test("replays an old message as a new row: refused", async () => {
  const [one] = await thread(["Stop the tablets?"]);
  assert.ok(one);
  const again = outerOf(one, { id: "01KAQ0000000000000000000ZZ" });
  await assert.rejects(openMessage(one.body, contextOf(w, w.vera, again)), { code: "message-place" });
});

test("reroutes a message into another conversation of the same people: refused", async () => {
  const [one] = await thread(["Only here."]);
  assert.ok(one);
  const conv = "01KAQ0000000000000000000C2";
  const { roster } = await rosterOf(w.vera, members, { conv });
  const context = contextOf(w, w.vera, outerOf(one, { conv }), { rosters: [roster] });
  await assert.rejects(openMessage(one.body, context), { code: "message-place" });
});

test("drops one in the middle: a gap and an unknown parent show it", async () => {
  const [one, two, three] = await thread(["one", "two", "three"]);
  assert.ok(one && two && three);
  const chain = new Chain();
  await readAll([one, three], chain);
  const from = w.alma.certificate.fingerprint;
  assert.deepEqual(chain.missing(), [
    { why: "gap", from, dev: "phone-0001", n: 2 },
    { why: "parent", innerId: two.innerId, namedBy: three.innerId },
  ]);
});

test("hides the newest that this person has seen before: the vault remembers", async () => {
  const all = await thread(["one", "two"]);
  const seen = new Chain();
  await readAll(all, seen);
  const later = new Chain(seen.state());
  await readAll(all.slice(0, 1), later);
  assert.deepEqual(later.missing().map((one) => one.why), ["withheld"]);
  assert.notEqual(await headsNumber(CONV, seen.heads()), await headsNumber(CONV, (await chainOf(all.slice(0, 1))).heads()));
});

async function chainOf(messages: readonly Sealed[]): Promise<Chain> {
  const chain = new Chain();
  await readAll(messages, chain);
  return chain;
}

test("shows messages in another order: the parents put them right", async () => {
  const all = await thread(["one", "two", "three"]);
  const chain = new Chain();
  await readAll([...all].reverse(), chain);
  assert.deepEqual(chain.ordered(), all.map((one) => one.innerId));
  assert.deepEqual(chain.missing(), []);
});

test("shows two readers different texts under one count (fork): noticed at the first exchange", async () => {
  const base = draft(w);
  const [yes, no] = [await sealed(w, { ...base, text: "yes" }), await sealed(w, { ...base, text: "no" })];
  const chain = new Chain();
  await readAll([yes], chain);
  const second = contextOf(w, w.vera, outerOf(no), { chain });
  await assert.rejects(openMessage(no.body, second), { code: "message-reused" });
});

test("gives an old roster, a second one of the same number, one with a hole: refused", async () => {
  const first = { data: w.rosterBytes, roster: w.roster };
  const second = await rosterOf(w.vera, [...members, member(w.otto, "deputy")], { seq: 2, prev: first.roster.sha256 });
  const twin = await rosterOf(w.vera, members.slice(0, 2), { seq: 2, prev: first.roster.sha256 });
  const third = await rosterOf(w.vera, members, { seq: 3, prev: second.roster.sha256 });
  const known = { seq: 2, sha256: second.roster.sha256 };
  const read = (data: Uint8Array) => readRoster(data, w.vera.certificate, { conv: CONV, known });
  const readMany = (all: Uint8Array[]) => readRosters(all, w.vera.certificate, { conv: CONV, known });
  await assert.rejects(read(first.data), { code: "roster-older" });
  await assert.rejects(read(twin.data), { code: "roster-fork" });
  assert.equal((await read(third.data)).seq, 3);
  assert.equal((await readMany([first.data, second.data, third.data])).length, 3);
  await assert.rejects(readMany([first.data]), { code: "roster-older" });
  await assert.rejects(readMany([first.data, twin.data]), { code: "roster-fork" });
  await assert.rejects(readMany([first.data, third.data]), { code: "roster-fork" });
  await assert.rejects(readMany([]), { code: "roster-older" });
});

test("signs a roster itself, with a key of its own: refused", async () => {
  const own = await createIdentity();
  const { data } = await rosterOf(own, [member(own, "therapist"), member(w.alma, "client")]);
  await assert.rejects(readRoster(data, w.vera.certificate, { conv: CONV }), { code: "roster-invalid" });
});

test("adds a wrap, leaves a recipient out, or adds a reader whose time is over: refused", async () => {
  const [one] = await thread(["For three."]);
  assert.ok(one);
  const { wraps, sealed: box } = splitEnvelope(one.body);
  const context = () => contextOf(w, w.vera, outerOf(one));
  const added = joinEnvelope([...wraps, ...(await rewrap(one.body, w.vera, [w.eve.certificate]))], box);
  await assert.rejects(openMessage(added, context()), { code: "message-recipients" });
  await assert.rejects(openMessage(joinEnvelope(wraps.slice(0, 2), box), context()), { code: "message-recipients" });
  const until = new Date(Date.now() - 1000).toISOString();
  const past = await rosterOf(w.vera, [...members, member(w.otto, "deputy", { until })]);
  assert.ok(!activeMembers(past.roster, new Date()).some((reader) => reader.role === "deputy"));
  const after = await sealed(w, { roster: past.roster });
  assert.equal(splitEnvelope(after.body).wraps.length, 3);
});

test("withholds a reader's certificate, or swaps its key: nothing is sent", async () => {
  const without = certificatesOf(w).filter((one) => one !== w.mara.certificate);
  await assert.rejects(sealed(w, { certificates: without }), { code: "recipient-missing" });
  const other = await createIdentity();
  await assert.rejects(sealed(w, { certificates: [...without, other.certificate] }), { code: "recipient-missing" });
});

test("puts its own certificate into an invitation or a join: refused, and the safety numbers differ", async () => {
  const mallory = await createIdentity();
  const invite = await makeInvite(w.vera.certificate.fingerprint);
  await assert.rejects(invitingCertificate(mallory.certificate.data, invite), { code: "certificate-changed" });
  const guessed = { secret: "AAAAAAAAAAAAAAAAAAAAAA", conv: CONV };
  const forged = await makeJoin(guessed, mallory, w.vera.certificate);
  await assert.rejects(openJoin(forged, { secret: invite.secret, conv: CONV }, w.vera), { code: "join-invalid" });
  const seenByAlma = await safetyNumber(mallory.certificate.fingerprint, w.alma.certificate.fingerprint, CONV);
  const seenByVera = await safetyNumber(w.vera.certificate.fingerprint, mallory.certificate.fingerprint, CONV);
  assert.notEqual(seenByAlma, seenByVera);
});

test("claims that a message was opened: without the reader's signature it is not", async () => {
  const ids = [{ msg: "01KAQ0000000000000000000M1", sha256: "ab".repeat(32) }];
  const fields = { kind: "ack" as const, conv: CONV, ids, dev: "server-000", n: 1, at: new Date().toISOString() };
  const forged = await makeStatement(fields, w.eve);
  await assert.rejects(readStatement(forged, w.vera.certificate, CONV), { code: "statement-invalid" });
});

test("says that a dropped message was taken back or replaced: only the author's signature excuses a gap", async () => {
  const [fp, dev] = [w.alma.certificate.fingerprint, "phone-0001"];
  const own = new Chain();
  const write = async (text: string, replaces: string | null = null): Promise<Sealed> => {
    const one = await sealed(w, { text, supersedes: replaces, ...own.next(fp, dev, replaces) });
    own.accept({ ...one.inner, innerId: one.innerId, at: Date.parse(one.inner.sent_at) });
    return one;
  };
  const first = await write("first");
  const wrong = await write("wrong");
  const right = await write("better", wrong.id);
  const best = await write("best", right.id);
  const back = await write("taken back");
  own.withdraw(fp, [{ msg: back.id, sha256: back.innerId }]);
  const last = await write("last");
  assert.deepEqual(last.inner.voided.map((ref) => ref.n), [2, 3, 5]);
  const honest = new Chain();
  await readAll([first, best, last], honest);
  assert.deepEqual(honest.missing(), []);
  const dropped = new Chain();
  await readAll([first, last], dropped);
  assert.deepEqual(dropped.missing().map((one) => (one.why === "gap" ? one.n : one.why)), [4, "parent"]);
  const pardoned = new Chain();
  await readAll([first, best], pardoned);
  assert.deepEqual(pardoned.missing(), []);
});

test("hides one message behind the withdrawal of another: the numbers do not come out", async () => {
  const [one, two, three, four] = await thread(["one", "two", "three", "four"]);
  assert.ok(one && two && three && four);
  const fp = w.alma.certificate.fingerprint;
  const back = { msg: two.id, sha256: two.innerId };
  const honest = new Chain();
  await readAll([one, three, four], honest);
  assert.deepEqual(honest.missing().map((gap) => gap.why), ["gap", "parent"]);
  honest.withdraw(fp, [back]);
  assert.deepEqual(honest.missing(), []);
  const greedy = new Chain();
  await readAll([one, four], greedy);
  greedy.withdraw(fp, [back]);
  assert.deepEqual(greedy.missing().map((gap) => gap.why), ["gap", "parent"]);
  const foreign = new Chain();
  await readAll([one, three, four], foreign);
  foreign.withdraw(w.vera.certificate.fingerprint, [back]);
  assert.equal(foreign.missing()[0]?.why, "gap");
  const shown = new Chain();
  await readAll([one, two, four], shown);
  shown.withdraw(fp, [back]);
  assert.equal(shown.missing()[0]?.why, "gap");
});
