/**
 * Runs inside a real browser, under the portal's own headers: key stretching in a Worker, sealing and opening, and what
 * is kept in IndexedDB. Bundled and driven by tests/crypto/test_in_browser.py; leaves its result on the document.
 */
import { Chain } from "../../src/crypto/chain.ts";
import { createIdentity } from "../../src/crypto/identity.ts";
import { workerStretcher } from "../../src/crypto/kdf-client.ts";
import { stretch } from "../../src/crypto/kdf.ts";
import { openMessage } from "../../src/crypto/open.ts";
import { passphraseStrength, suggestPassphrase } from "../../src/crypto/passphrase.ts";
import { makeRoster, readRoster, type Member } from "../../src/crypto/roster.ts";
import { sealMessage } from "../../src/crypto/seal.ts";
import { makeSlot, newVaultKey, openSlot } from "../../src/crypto/slots.ts";
import { newUlid } from "../../src/crypto/ulid.ts";
import { counters } from "../../src/keys/counters.ts";
import { forgetDevice, keepOnDevice, openOnDevice } from "../../src/keys/device-slot.ts";
import { drafts } from "../../src/keys/drafts.ts";
import { queue } from "../../src/keys/queue.ts";
import { allowTurbo } from "../../src/trusted.ts";

const START = "2026-01-01T00:00:00.000Z";

function same(name: string, found: unknown, expected: unknown): string {
  if (JSON.stringify(found) !== JSON.stringify(expected)) throw new Error(`${name}: ${JSON.stringify(found)}`);
  return name;
}

async function stretches(): Promise<string> {
  const place = { practice: "P", handle: "alma", salt: "c2FsdC1vZi10aGUtc2VydmVy" };
  const here = await stretch("quiet harbour", place);
  const worker = await stretch("quiet harbour", place, workerStretcher("/kdf-worker.js"));
  const vaultKey = newVaultKey();
  const key = { account: "A", type: "passphrase" as const, id: newUlid(), secret: worker.unlockHalf };
  same("slot", [...(await openSlot(key, await makeSlot(key, vaultKey)))], [...vaultKey]);
  return same("worker", worker.authHalf, here.authHalf);
}

async function letters(): Promise<string> {
  const [vera, alma] = [await createIdentity(), await createIdentity()];
  const seat = (role: "therapist" | "client", { fingerprint: fp, encFingerprint: enc_fp }: typeof vera.certificate): Member => ({
    fp, enc_fp, role, label: "", from: START, until: null, history: "all",
  });
  const members = [seat("therapist", vera.certificate), seat("client", alma.certificate)];
  const data = await makeRoster({ conv: "C", seq: 1, prev: null, members, retention: null, reason: "start", created: START }, vera);
  const roster = await readRoster(data, vera.certificate, { conv: "C" });
  const certificates = [vera.certificate, alma.certificate];
  const text = "Guten Abend – 22:41";
  const sealed = await sealMessage({ identity: alma, roster, certificates, kind: "message", text, dev: "phone-0001", n: 1, parents: [], vv: 1 });
  const outer = { id: sealed.id, conv: "C", kind: "message", author: alma.certificate.fingerprint, roster_seq: 1, received_at: sealed.inner.sent_at, reply_to: null, supersedes: null };
  const opened = await openMessage(sealed.body, { identity: vera, outer, rosters: [roster], certificates, chain: new Chain() });
  return same("letter", opened.text, text);
}

async function keeps(): Promise<string> {
  const vaultKey = newVaultKey();
  await keepOnDevice("A", vaultKey);
  same("device slot", [...((await openOnDevice("A")) ?? [])], [...vaultKey]);
  await forgetDevice("A");
  same("forgotten", await openOnDevice("A"), null);
  const [one, two] = [drafts("A"), drafts("A")];
  await Promise.all([one.write("c1", "first"), two.write("c2", "second")]);
  same("drafts", (await one.list()).map((draft) => draft.text).sort(), ["first", "second"]);
  const count = counters("A");
  const taken = await Promise.all([1, 2, 3, 4].map(() => count.take("c", "message")));
  same("counters", new Set(taken).size, 4);
  const out = queue("A");
  await out.add({ id: "01", conv: "c", url: "/m", payload: { body: "AA==" } });
  return same("queue", [await out.flush(async () => "done"), (await out.list()).length], [1, 0]);
}

async function words(): Promise<string> {
  const phrase = await suggestPassphrase("de");
  same("strength", [(await passphraseStrength(phrase)).ok, (await passphraseStrength("passwort1234")).ok], [true, false]);
  return same("words", phrase.split(" ").length, 5);
}

/** A reload: what an earlier document kept must still be there. */
async function remembered(): Promise<string> {
  const kept = (await drafts("R").list()).map((draft) => draft.text);
  if (kept.length > 0) return same("reload", kept, ["survives"]);
  await drafts("R").write("c", "survives");
  return "first visit";
}

async function run(): Promise<void> {
  try {
    allowTurbo();
    const done = [await stretches(), await letters(), await keeps(), await words(), await remembered()];
    document.documentElement.dataset["result"] = `ok ${done.join(", ")}`;
  } catch (problem) {
    document.documentElement.dataset["result"] = `failed ${problem instanceof Error ? `${problem.message} ${problem.stack}` : problem}`;
  }
}

void run();
