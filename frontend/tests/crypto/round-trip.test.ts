/** What one person seals, every reader on the roster opens; nobody else does. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import PostalMime from "postal-mime";
import { newRecoveryCode, readRecoveryCode, writeRecoveryCode } from "../../src/crypto/recovery.ts";
import { buildInner, readInner, type Inner } from "../../src/crypto/mime.ts";
import { openMessage } from "../../src/crypto/open.ts";
import { makeSlot, newVaultKey, openSlot } from "../../src/crypto/slots.ts";
import { newVault, openVault, sealVault, vaultIdentity } from "../../src/crypto/vault.ts";
import { checkDocument, signDocument } from "../../src/crypto/agreement.ts";
import { makeJoin, makeInvite, openJoin, readInvite } from "../../src/crypto/invite.ts";
import { makeStatement, readStatement } from "../../src/crypto/statement.ts";
import { newUlid } from "../../src/crypto/ulid.ts";
import { CONV, contextOf, outerOf, sealed, world } from "./world.ts";

const cast = await world();

test("every reader on the roster opens a message", async () => {
  const message = await sealed(cast, { text: "Zeile eins\n\n  Zeile drei – ä €  \n" });
  for (const reader of [cast.vera, cast.alma, cast.mara]) {
    const opened = await openMessage(message.body, contextOf(cast, reader, outerOf(message)));
    assert.equal(opened.text, "Zeile eins\n\n  Zeile drei – ä €  \n");
    assert.equal(opened.innerId, message.innerId);
    assert.equal(opened.from.role, "client");
  }
  await assert.rejects(openMessage(message.body, contextOf(cast, cast.otto, outerOf(message))), { code: "not-for-this-key" });
});

test("inner mail: any text comes back as it was, in 2^k kB", async () => {
  const example = (await sealed(cast)).inner;
  const property = fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 3000 }), fc.nat(1e9), async (raw, n) => {
    const text = raw.replace(/\r\n?/g, "\n");
    const inner: Inner = { ...example, n: n + 1 };
    const bytes = buildInner(inner, text);
    assert.equal(Math.log2(bytes.length / 1024) % 1, 0);
    assert.deepEqual(await readInner(bytes), { inner, text });
  });
  await fc.assert(property, { numRuns: 200 });
});

test("inner mail: any mail program finds the text and the facts", async () => {
  const { inner } = await sealed(cast);
  const text = "Guten Abend = gut.\n\n  Ein Satz, der mit einem Leerzeichen endet \n–".padEnd(400, "ä");
  const mail = await PostalMime.parse(buildInner(inner, text));
  // The line break before a boundary belongs to it; this parser keeps it.
  assert.equal(mail.text, `${text}\n`);
  const [facts, padding] = mail.attachments;
  assert.deepEqual(JSON.parse(new TextDecoder().decode(facts?.content as ArrayBuffer)), inner);
  assert.equal(padding?.mimeType, "application/vnd.intersession-padding");
});

test("recovery code: any secret comes back; one wrong letter names its group", () => {
  const bytes = fc.uint8Array({ minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(bytes, fc.nat(43), fc.integer({ min: 1, max: 31 }), (secret, place, step) => {
      const text = writeRecoveryCode(secret);
      assert.deepEqual(readRecoveryCode(text.toLowerCase().replaceAll("-", " ")), secret);
      const letters = [...text.replaceAll("-", "")];
      const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
      letters[place] = alphabet[(alphabet.indexOf(letters[place] ?? "") + step) % 32] ?? "";
      const group = Math.floor(place / 4) + 1;
      assert.throws(
        () => readRecoveryCode(letters.join("")),
        (error: { code?: string; values?: { group?: number } }) =>
          error.code === "recovery-code-group" && error.values?.group === group,
      );
    }),
  );
  assert.equal(newRecoveryCode().text.length, 54);
});

test("slot and vault", async () => {
  const key = { account: newUlid(), type: "recovery" as const, id: newUlid(), secret: newRecoveryCode().secret };
  const vaultKey = newVaultKey();
  const slot = await makeSlot(key, vaultKey);
  assert.deepEqual(await openSlot(key, slot), vaultKey);
  for (const other of [{ account: newUlid() }, { id: newUlid() }, { type: "device" as const }]) {
    await assert.rejects(openSlot({ ...key, ...other }, slot), /slot did not open/);
  }
  const vault = newVault(key.account, cast.alma);
  const data = await sealVault(vault, vaultKey);
  const back = await openVault(data, vaultKey, key.account);
  assert.deepEqual(back, vault);
  assert.equal((await vaultIdentity(back)).certificate.encFingerprint, cast.alma.certificate.encFingerprint);
  await assert.rejects(openVault(data, vaultKey, newUlid()), { code: "vault-unreadable" });
  await assert.rejects(openVault(data, vaultKey, key.account, 2), { code: "vault-older" });
  await assert.rejects(openVault(data, newVaultKey(), key.account), { code: "vault-unreadable" });
});

test("statement, agreement, invitation", async () => {
  const ids = [{ msg: newUlid(), sha256: "ab".repeat(32) }];
  const at = new Date().toISOString();
  const data = await makeStatement({ kind: "ack", conv: CONV, ids, dev: "phone-0001", n: 1, at }, cast.vera);
  const statement = await readStatement(data, cast.vera.certificate, CONV);
  assert.deepEqual(statement.ids, ids);
  await assert.rejects(readStatement(data, cast.alma.certificate, CONV), { code: "statement-invalid" });
  await assert.rejects(readStatement(data, cast.vera.certificate, "other"), { code: "statement-invalid" });

  const { signature, sha256 } = await signDocument('{"a":1}', cast.alma);
  assert.equal((await checkDocument('{"a":1}', signature, cast.alma.certificate)).sha256, sha256);
  await assert.rejects(checkDocument('{"a":2}', signature, cast.alma.certificate), { code: "document-signature" });
  await assert.rejects(checkDocument('{"a":1}', signature, cast.vera.certificate), { code: "document-signature" });

  const invite = await makeInvite(cast.vera.certificate.fingerprint);
  assert.deepEqual(await readInvite(`#${invite.fragment}`), invite);
  const join = await makeJoin({ secret: invite.secret, conv: CONV, name: "A." }, cast.alma, cast.vera.certificate);
  const met = await openJoin(join, { secret: invite.secret, conv: CONV }, cast.vera);
  assert.equal(met.certificate.fingerprint, cast.alma.certificate.fingerprint);
  assert.equal(met.name, "A.");
  const other = await makeInvite(cast.vera.certificate.fingerprint);
  await assert.rejects(openJoin(join, { secret: other.secret, conv: CONV }, cast.vera), { code: "join-invalid" });
  await assert.rejects(openJoin(join, { secret: invite.secret, conv: "x" }, cast.vera), { code: "join-invalid" });
});
