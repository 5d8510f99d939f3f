/**
 * Writes tests/vectors/browser.json: what the browser's core makes, for Python to open and refuse. Run by hand.
 * `node --import tsx scripts/make-vectors.ts`. The keys inside are test keys and protect nothing.
 */
import { writeFileSync } from "node:fs";
import { signDocument } from "../src/crypto/agreement.ts";
import { toBase64, toHex } from "../src/crypto/bytes.ts";
import { canonical, type Json } from "../src/crypto/canonical.ts";
import { joinEnvelope, rewrap, splitEnvelope } from "../src/crypto/envelope.ts";
import type { Identity } from "../src/crypto/identity.ts";
import { makeJoin } from "../src/crypto/invite.ts";
import { stretch } from "../src/crypto/kdf.ts";
import { buildInner } from "../src/crypto/mime.ts";
import { newRecoveryCode, recoveryAuthHalf } from "../src/crypto/recovery.ts";
import { headsNumber, safetyNumber } from "../src/crypto/safety-number.ts";
import { makeSlot, newVaultKey } from "../src/crypto/slots.ts";
import { makeStatement } from "../src/crypto/statement.ts";
import { newVault, sealVault } from "../src/crypto/vault.ts";
import { refused } from "../tests/crypto/refused.ts";
import { CONV, member, outerOf, rosterOf, sealed, world, type World } from "../tests/crypto/world.ts";

const ACCOUNT = "01KAQ0000000000000000000A1";
const TEXTS = [
  "Good evening.",
  "",
  "  Zwei Leerzeichen vorn, eins hinten \n\nÄ ö ü ß – „Anführung“ €\n",
  `${"A long line without an end ".repeat(20)}\n\tTab\t\n=3D is no code\n--=_is1_ is no boundary\n`,
  "日本語 עברית 🙂\u{1F469}\u200D\u{1F467}",
];
const VALUES: Json[] = [
  { b: 1, a: [true, false, null], "": "", "ä": "€", "\u{1F642}": 0 },
  { text: 'quote " slash \\ line\n tab\t nul\u0000 del\u007f sep\u2028' },
  [9007199254740991, -1, 0],
];

function person(one: Identity): Record<string, string> {
  const { fingerprint, encFingerprint, data } = one.certificate;
  const keys = { certificate: toBase64(data), private_key: toBase64(one.data) };
  return { fingerprint, enc_fingerprint: encFingerprint, ...keys };
}

async function unlocking(w: World): Promise<object> {
  const place = { practice: "01KAQ0000000000000000000P1", handle: "Alma", salt: "c2FsdC1vZi10aGUtc2VydmVy", m: 65536, t: 3, p: 4 };
  const halves = await stretch("quiet  harbour lamp seven birds", place);
  const code = newRecoveryCode();
  const vaultKey = newVaultKey();
  const ids = { passphrase: "01KAQ0000000000000000000S1", recovery: "01KAQ0000000000000000000S2" };
  const secrets = { passphrase: halves.unlockHalf, recovery: code.secret };
  const slots = await Promise.all(
    (["passphrase", "recovery"] as const).map(async (type) => {
      const data = await makeSlot({ account: ACCOUNT, type, id: ids[type], secret: secrets[type] }, vaultKey);
      return { id: ids[type], type, data: toBase64(data) };
    }),
  );
  return {
    account: ACCOUNT,
    kdf: { ...place, passphrase: "quiet  harbour lamp seven birds", auth_half: halves.authHalf, unlock_half: toHex(halves.unlockHalf) },
    recovery: { text: code.text, secret: toHex(code.secret), auth_half: await recoveryAuthHalf(code.secret) },
    slots,
    vault_key: toHex(vaultKey),
    vault: toBase64(await sealVault(newVault(ACCOUNT, w.alma), vaultKey)),
  };
}

async function opened(w: World): Promise<object[]> {
  const messages = await Promise.all(TEXTS.map((text, at) => sealed(w, { text, n: at + 1 })));
  return messages.map((one, at) => {
    const body = toBase64(one.body);
    return { text: TEXTS[at], inner_id: one.innerId, sha256: one.sha256, body, outer: outerOf(one) };
  });
}

async function statements(w: World): Promise<object[]> {
  const ids = [{ msg: "01KAQ0000000000000000000M1", sha256: "ab".repeat(32) }];
  const at = "2026-11-22T22:41:00.123Z";
  const base = { conv: CONV, ids, dev: "desk-00001", at };
  const kinds = [
    { kind: "ack" as const, ...base, n: 1 },
    { kind: "withdraw" as const, ...base, n: 2 },
    { kind: "more-time" as const, ...base, n: 3, until: "2026-11-27T16:00:00.000Z" },
  ];
  return Promise.all(kinds.map(async (fields) => ({ fields, data: toBase64(await makeStatement(fields, w.vera)) })));
}

async function main(): Promise<void> {
  const w = await world();
  const people = { vera: w.vera, alma: w.alma, otto: w.otto, mara: w.mara, eve: w.eve };
  const members = [member(w.vera, "therapist"), member(w.alma, "client"), member(w.mara, "custodian")];
  const second = await rosterOf(w.vera, [...members, member(w.otto, "deputy")], { seq: 2, prev: w.roster.sha256 });
  const good = await sealed(w);
  const parts = splitEnvelope(good.body);
  const later = await rewrap(good.body, w.alma, [w.otto.certificate]);
  const cases = await refused(w, good);
  const document = '{"clauses":["a","b"],"version":1}';
  const secret = "AAECAwQFBgcICQoLDA0ODw";
  const vectors = {
    about: "Made by frontend/scripts/make-vectors.ts. Test keys; they protect nothing.",
    conv: CONV,
    people: Object.fromEntries(Object.entries(people).map(([name, one]) => [name, person(one)])),
    canonical: VALUES.map((value) => ({ value, text: canonical(value) })),
    inner: TEXTS.map((text) => ({ facts: good.inner, text, data: toBase64(buildInner(good.inner, text)) })),
    unlocking: await unlocking(w),
    rosters: [w.rosterBytes, second.data].map(toBase64),
    roster_hashes: [w.roster.sha256, second.roster.sha256],
    messages: await opened(w),
    granted_later: { body: toBase64(joinEnvelope([...later, ...parts.wraps], parts.sealed)), outer: outerOf(good) },
    statements: await statements(w),
    agreement: { document, signature: toBase64((await signDocument(document, w.alma)).signature) },
    join: { secret, data: toBase64(await makeJoin({ secret, conv: CONV, name: "A." }, w.alma, w.vera.certificate)) },
    safety_number: await safetyNumber(w.vera.certificate.fingerprint, w.alma.certificate.fingerprint, CONV),
    heads_number: await headsNumber(CONV, [good.innerId]),
    refused: cases.map(({ body, rosters, ...rest }) => ({
      ...rest,
      body: toBase64(body),
      ...(rosters ? { rosters: rosters.map(toBase64) } : {}),
    })),
  };
  const target = new URL("../../tests/vectors/browser.json", import.meta.url);
  writeFileSync(target, `${JSON.stringify(vectors, null, 1)}\n`);
}

await main();
