/** A new person's payload holds what the server needs, opens by both ways in, and can be stopped without a trace. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fromBase64 } from "../../src/crypto/bytes.ts";
import { stretch, type StretchJob } from "../../src/crypto/kdf.ts";
import { readRecoveryCode, recoveryAuthHalf } from "../../src/crypto/recovery.ts";
import { changed, openVault } from "../../src/crypto/vault.ts";
import { enrol, type AccountPayload, type EnrolStep } from "../../src/keys/enrol.ts";
import { openKeys, vaultKeyFrom, type OwnKeys } from "../../src/keys/own-keys.ts";

const PRACTICE = "01KDVP00000000000000DEM0PR";
/** Stands for Argon2id, which has tests of its own and takes a second. */
const quick = async (job: StretchJob): Promise<Uint8Array> => job.salt.map((byte, at) => byte ^ job.password.charCodeAt(at % job.password.length));
const options = { practice: PRACTICE, handle: " Alma ", passphrase: "yellow kettle under the stairs", run: quick };

const served = (account: AccountPayload): OwnKeys => ({ ...account, account: account.id, practice: PRACTICE, version: 1 });

test("the payload opens by passphrase and by printed code", async () => {
  const { account, recovery, opened } = await enrol(options);
  const keys = served(account);
  const halves = await stretch(options.passphrase, { practice: PRACTICE, handle: "ALMA", ...account.kdf }, quick);
  assert.equal(halves.authHalf, account.auth);
  const secret = readRecoveryCode(recovery.text);
  assert.equal(await recoveryAuthHalf(secret), account.recovery_auth);
  for (const key of [await vaultKeyFrom(keys, "passphrase", halves.unlockHalf), await vaultKeyFrom(keys, "recovery", secret)]) {
    assert.deepEqual(key, opened.vaultKey);
    const again = await openKeys(keys, key);
    assert.equal(again.identity.certificate.fingerprint, opened.identity.certificate.fingerprint);
  }
});

test("nothing that opens anything is in the payload", async () => {
  const { account, recovery, opened } = await enrol(options);
  const posted = JSON.stringify(account);
  for (const secret of [options.passphrase, recovery.text, opened.vault.privateKey]) assert.ok(!posted.includes(secret));
  await assert.rejects(openVault(fromBase64(account.vault), new Uint8Array(32), account.id), { code: "vault-unreadable" });
});

test("a slot moved to another account or under another id does not open", async () => {
  const { account } = await enrol(options);
  const { unlockHalf } = await stretch(options.passphrase, { practice: PRACTICE, handle: "alma", ...account.kdf }, quick);
  const slots = account.slots.map((slot, at, all) => ({ ...slot, id: all[1 - at]?.id ?? "" }));
  const moved = [{ ...served(account), account: "01KE6JQ300NWGBXQXW7YK3EMZD" }, { ...served(account), slots }];
  for (const keys of moved) await assert.rejects(vaultKeyFrom(keys, "passphrase", unlockHalf), { code: "wrong-passphrase" });
});

test("the steps are told in order, and the vault can be filled before it is sealed", async () => {
  const told: [EnrolStep, number][] = [];
  const fill = (vault: Parameters<typeof changed>[0]) => ({ ...vault, settings: { note: "pinned" } });
  const { opened } = await enrol({ ...options, fill, progress: (step, share) => told.push([step, share]) });
  assert.deepEqual(told.map(([step]) => step), ["stretch", "identity", "seal", "done"]);
  assert.deepEqual(told.map(([, share]) => share), told.map(([, share]) => share).sort((a, b) => a - b));
  assert.deepEqual([opened.vault.settings["note"], opened.vault.version], ["pinned", 1]);
});

test("stopping rejects at once with the reason", async () => {
  const stopper = new AbortController();
  const never = (): Promise<Uint8Array> => new Promise(() => undefined);
  const work = enrol({ ...options, run: never, signal: stopper.signal });
  stopper.abort(new DOMException("stopped", "AbortError"));
  await assert.rejects(work, { name: "AbortError" });
});
