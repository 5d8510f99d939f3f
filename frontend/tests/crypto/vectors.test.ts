/** The shared vectors: what Python made opens here, and what this core made earlier still opens. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { checkDocument } from "../../src/crypto/agreement.ts";
import { fromBase64, fromHex, toBase64, toHex } from "../../src/crypto/bytes.ts";
import { canonical, readCanonical, type Json } from "../../src/crypto/canonical.ts";
import { Chain } from "../../src/crypto/chain.ts";
import { readCertificate, readIdentity, type Certificate, type Identity } from "../../src/crypto/identity.ts";
import { openJoin } from "../../src/crypto/invite.ts";
import { stretch } from "../../src/crypto/kdf.ts";
import { buildInner, readFacts, readInner } from "../../src/crypto/mime.ts";
import { openMessage, type OuterRow } from "../../src/crypto/open.ts";
import { readRecoveryCode, recoveryAuthHalf, writeRecoveryCode } from "../../src/crypto/recovery.ts";
import { readRoster, readRosters } from "../../src/crypto/roster.ts";
import { headsNumber, safetyNumber } from "../../src/crypto/safety-number.ts";
import { openSlot, type SlotType } from "../../src/crypto/slots.ts";
import { readStatement } from "../../src/crypto/statement.ts";
import { openVault, vaultIdentity } from "../../src/crypto/vault.ts";

function load<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../../tests/vectors/${name}`, import.meta.url), "utf8")) as T;
}

interface Letter {
  readonly text: string;
  readonly inner_id: string;
  readonly body: string;
  readonly outer: OuterRow;
}

interface BrowserVectors {
  readonly conv: string;
  readonly people: Readonly<Record<string, { certificate: string; private_key: string; fingerprint: string }>>;
  readonly canonical: readonly { value: Json; text: string }[];
  readonly inner: readonly { facts: unknown; text: string; data: string }[];
  readonly unlocking: {
    readonly account: string;
    readonly kdf: Record<"practice" | "handle" | "salt" | "passphrase" | "auth_half" | "unlock_half", string> & Record<"m" | "t" | "p", number>;
    readonly recovery: { text: string; secret: string; auth_half: string };
    readonly slots: readonly { id: string; type: SlotType; data: string }[];
    readonly vault_key: string;
    readonly vault: string;
  };
  readonly rosters: readonly string[];
  readonly roster_hashes: readonly string[];
  readonly messages: readonly Letter[];
  readonly granted_later: { body: string; outer: OuterRow };
  readonly statements: readonly { fields: { kind: string }; data: string }[];
  readonly agreement: { document: string; signature: string };
  readonly join: { secret: string; data: string };
  readonly safety_number: string;
  readonly heads_number: string;
}

interface PythonVectors {
  readonly messages: readonly Letter[];
  readonly statements: readonly string[];
  readonly agreement: { document: string; signature: string };
  readonly stranger: { conv: string; certificate: string; roster: string; roster_sha256: string; body: string; outer: OuterRow };
}

const ours = load<BrowserVectors>("browser.json");
const python = load<PythonVectors>("python.json");
const identities: Record<string, Identity> = {};
for (const [name, one] of Object.entries(ours.people)) identities[name] = await readIdentity(fromBase64(one.private_key));

function identity(name: string): Identity {
  const found = identities[name];
  assert.ok(found);
  return found;
}

const certificates: Certificate[] = Object.values(identities).map((one) => one.certificate);
const vera = identity("vera");
const rosters = await readRosters(ours.rosters.map(fromBase64), vera.certificate, { conv: ours.conv });

async function open(letter: Pick<Letter, "body" | "outer">, reader: Identity, more: Partial<{ rosters: typeof rosters; certificates: Certificate[] }> = {}) {
  const context = { identity: reader, outer: letter.outer, rosters, certificates, chain: new Chain(), ...more };
  return openMessage(fromBase64(letter.body), context);
}

for (const [maker, letters] of [["browser", ours.messages], ["Python", python.messages]] as const) {
  test(`every reader opens what ${maker} sealed`, async () => {
    for (const letter of letters) {
      for (const name of ["vera", "alma", "mara"]) {
        const opened = await open(letter, identity(name));
        assert.deepEqual([opened.text, opened.innerId], [letter.text, letter.inner_id]);
      }
      await assert.rejects(open(letter, identity("eve")), { code: "not-for-this-key" });
    }
  });
}

test("a reader added by a later roster opens", async () => {
  assert.equal((await open(ours.granted_later, identity("otto"))).text, "Good evening.");
});

test("a certificate, roster and message of another tool", async () => {
  const { stranger } = python;
  const made = await readCertificate(fromBase64(stranger.certificate));
  const roster = await readRoster(fromBase64(stranger.roster), vera.certificate, { conv: stranger.conv });
  assert.equal(roster.sha256, stranger.roster_sha256);
  const opened = await open(stranger, vera, { rosters: [roster], certificates: [vera.certificate, made] });
  assert.deepEqual([opened.text, opened.from.label], ["From another tool.", "P."]);
});

test("statements and agreements of both makers", async () => {
  const all = [...ours.statements.map((one) => one.data), ...python.statements];
  const kinds = [];
  for (const data of all) kinds.push((await readStatement(fromBase64(data), vera.certificate, ours.conv)).kind);
  assert.deepEqual(kinds, ["ack", "withdraw", "more-time", "ack", "more-time"]);
  for (const { document, signature } of [ours.agreement, python.agreement]) {
    await checkDocument(document, fromBase64(signature), identity("alma").certificate);
  }
});

test("canonical JSON, inner mail, rosters", async () => {
  for (const { value, text } of ours.canonical) {
    assert.equal(canonical(value), text);
    assert.deepEqual(readCanonical(new TextEncoder().encode(text)), value);
  }
  for (const { facts, text, data } of ours.inner) {
    assert.equal(toBase64(buildInner(readFacts(facts), text)), data);
    assert.equal((await readInner(fromBase64(data))).text, text);
  }
  assert.deepEqual(rosters.map((one) => one.sha256), ours.roster_hashes);
});

test("passphrase, printed code, slots, vault", async () => {
  const { account, kdf, recovery, slots, vault, vault_key } = ours.unlocking;
  const halves = await stretch(kdf.passphrase, kdf);
  assert.deepEqual([halves.authHalf, toHex(halves.unlockHalf)], [kdf.auth_half, kdf.unlock_half]);
  const code = readRecoveryCode(recovery.text);
  assert.equal(toHex(code), recovery.secret);
  assert.equal(writeRecoveryCode(fromHex(recovery.secret)), recovery.text);
  assert.equal(await recoveryAuthHalf(code), recovery.auth_half);
  for (const { id, type, data } of slots) {
    const secret = type === "passphrase" ? halves.unlockHalf : code;
    assert.equal(toHex(await openSlot({ account, type, id, secret }, fromBase64(data))), vault_key);
  }
  const opened = await openVault(fromBase64(vault), fromHex(vault_key), account);
  assert.equal((await vaultIdentity(opened)).certificate.fingerprint, ours.people["alma"]?.fingerprint);
});

test("join and numbers", async () => {
  const { secret, data } = ours.join;
  const met = await openJoin(fromBase64(data), { secret, conv: ours.conv }, vera);
  const alma = identity("alma").certificate.fingerprint;
  assert.equal(met.certificate.fingerprint, alma);
  assert.equal(await safetyNumber(alma, vera.certificate.fingerprint, ours.conv), ours.safety_number);
  assert.match(ours.safety_number, /^(?:\d{5} ){5}\d{5}$/);
  assert.match(await headsNumber(ours.conv, []), /^\d{6}$/);
});
