/** Holder, automatic lock, device slot, drafts, outgoing queue and counters. */
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { createIdentity } from "../../src/crypto/identity.ts";
import { newVaultKey } from "../../src/crypto/slots.ts";
import { changed, newVault } from "../../src/crypto/vault.ts";
import { counters } from "../../src/keys/counters.ts";
import { forgetDevice, keepOnDevice, openOnDevice } from "../../src/keys/device-slot.ts";
import { drafts } from "../../src/keys/drafts.ts";
import { holder } from "../../src/keys/holder.ts";
import { queue, type Outcome, type Waiting } from "../../src/keys/queue.ts";
import { inMemory } from "../../src/keys/storage.ts";

const identity = await createIdentity();
const keys = () => ({ account: "a", identity, vault: newVault("a", identity), vaultKey: newVaultKey() });

test("locking forgets the keys and tells why, once", () => {
  const reasons: string[] = [];
  const off = holder.onLock((reason) => reasons.push(reason));
  holder.unlock(keys());
  const open = holder.current();
  const next = changed(open.vault, {});
  holder.replaceVault(next);
  assert.equal(holder.current(), open);
  assert.equal(open.vault, next);
  assert.throws(() => holder.replaceVault({ ...next, version: 1 }), { code: "vault-older" });
  holder.lock("asked");
  holder.lock("asked");
  assert.deepEqual(reasons, ["asked"]);
  assert.ok(open.vaultKey.every((byte) => byte === 0));
  assert.throws(() => holder.current(), { code: "locked" });
  off();
});

/** Seconds go by one at a time. */
function pass(seconds: number): void {
  for (let second = 0; second < seconds; second += 1) mock.timers.tick(1000);
}

test("the automatic lock warns one minute before and locks when nobody comes", () => {
  mock.timers.enable({ apis: ["setInterval", "Date"], now: 0 });
  try {
    const heard: string[] = [];
    const off = holder.onLock((reason) => heard.push(reason));
    holder.unlock(keys());
    const end = holder.startAutoLock({ minutes: 5, warn: (at) => heard.push(at ? `warn ${at.getTime() / 1000}` : "stay") });
    pass(239);
    assert.deepEqual(heard, []);
    pass(1);
    holder.touch();
    pass(300);
    assert.deepEqual(heard, ["warn 300", "stay", "warn 540", "idle"]);
    end();
    off();
  } finally {
    mock.timers.reset();
  }
});

test("a touch after a long sleep comes too late", () => {
  mock.timers.enable({ apis: ["setInterval", "Date"], now: 0 });
  try {
    holder.unlock(keys());
    const end = holder.startAutoLock({ minutes: 5 });
    mock.timers.setTime(6 * 60_000);
    holder.touch();
    assert.equal(holder.isOpen(), false);
    end();
  } finally {
    mock.timers.reset();
  }
});

test("device slot: opens until it is forgotten, and only for its account", async () => {
  const store = inMemory();
  const vaultKey = newVaultKey();
  await keepOnDevice("a", vaultKey, store);
  assert.deepEqual(await openOnDevice("a", store), vaultKey);
  await store.put("slot|b", await store.get("slot|a"));
  assert.equal(await openOnDevice("b", store), null);
  const kept = (await store.get("slot|a")) as { key: CryptoKey };
  assert.equal(kept.key.extractable, false);
  await forgetDevice("a", store);
  assert.equal(await openOnDevice("a", store), null);
});

test("drafts: sealed, per person and conversation, removal can be undone", async () => {
  const store = inMemory();
  const mine = drafts("alma", store);
  assert.ok(await mine.write("c1", "Half a sentence"));
  await mine.write("c2", "Another");
  assert.equal((await mine.read("c1"))?.text, "Half a sentence");
  assert.equal(await drafts("ben", store).read("c1"), null);
  assert.ok(!JSON.stringify(await store.entries("draft|")).includes("sentence"));
  assert.deepEqual((await mine.list()).map((one) => one.conv).sort(), ["c1", "c2"]);
  const undo = await mine.remove("c1");
  assert.equal(await mine.read("c1"), null);
  await undo();
  assert.equal((await mine.read("c1"))?.text, "Half a sentence");
  assert.equal(await mine.write("c1", ""), null);
  assert.equal(await mine.read("c1"), null);
  await mine.wipe();
  assert.deepEqual(await mine.list(), []);
});

test("queue: keeps order inside a conversation, keeps what was not acknowledged", async () => {
  const out = queue("alma", inMemory());
  for (const [id, conv] of [["01", "x"], ["02", "y"], ["03", "x"], ["04", "y"]] as const) {
    await out.add({ id, conv, url: "/m", payload: {} });
  }
  const tried: string[] = [];
  const answers: Record<string, Outcome> = { "01": "later", "02": "done", "04": { refused: "This ended." } };
  const send = async (item: Waiting): Promise<Outcome> => {
    tried.push(item.id);
    return answers[item.id] ?? "done";
  };
  assert.equal(await out.flush(send), 1);
  assert.deepEqual(tried, ["01", "02", "04"]);
  assert.deepEqual((await out.list()).map((one) => [one.id, one.refused]), [["01", undefined], ["03", undefined], ["04", "This ended."]]);
  answers["01"] = "done";
  assert.equal(await out.flush(send), 2);
  assert.equal(await out.flush(() => Promise.reject(new Error("offline"))), 0);
  assert.deepEqual((await out.list("y")).map((one) => one.id), ["04"]);
  await out.done("04");
  assert.deepEqual(await out.list(), []);
});

test("counters never give a number twice", async () => {
  const store = inMemory();
  const count = counters("alma", store);
  assert.equal(await count.dev(), await counters("alma", store).dev());
  assert.equal(await count.take("c", "message"), 1);
  assert.equal(await count.take("c", "message"), 2);
  assert.equal(await count.take("c", "statement"), 1);
  assert.equal(await count.take("c", "message", 9), 9);
  assert.equal(await count.take("c", "message", 3), 10);
});
