/**
 * Writes src/intersession/demo/cast.json: the fixed people of the demo with certificates, private keys, vaults and slots.
 * Run by hand: `node --import tsx scripts/make-cast.ts`. Everything in it is public: it must never hold anything real.
 */
import { writeFileSync } from "node:fs";
import { randomBytes, toBase64, toBase64Url } from "../src/crypto/bytes.ts";
import { createIdentity, type Identity } from "../src/crypto/identity.ts";
import { FLOOR, stretch } from "../src/crypto/kdf.ts";
import { newRecoveryCode, recoveryAuthHalf } from "../src/crypto/recovery.ts";
import { makeSlot, newVaultKey, type SlotType } from "../src/crypto/slots.ts";
import { newUlid } from "../src/crypto/ulid.ts";
import { newVault, sealVault, type Pin } from "../src/crypto/vault.ts";

const PRACTICE = "01KDVP00000000000000DEM0PR";
const START = new Date("2026-01-05T08:00:00Z");
const MET = "2026-01-12T16:05:00.000Z";

interface Person {
  readonly role: string;
  readonly name: string;
  readonly passphrase: string;
  readonly language: string;
  readonly knows: readonly string[];
  /** Second factor, base32; therapists and those who stand in for them. */
  readonly totp: string | null;
}

const PEOPLE: Readonly<Record<string, Person>> = {
  vera: { role: "therapist", name: "Vera", passphrase: "quiet harbour lamp seven birds", language: "en", knows: ["alma", "ben", "otto", "mara"], totp: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP" },
  alma: { role: "client", name: "Alma", passphrase: "yellow kettle under the stairs", language: "en", knows: ["vera", "otto", "mara"], totp: null },
  ben: { role: "client", name: "Ben", passphrase: "seven slow trams past noon", language: "de", knows: ["vera", "otto", "mara"], totp: null },
  otto: { role: "deputy", name: "Otto Brandt", passphrase: "paper boats on cold water", language: "en", knows: ["vera", "alma", "ben"], totp: "KRUGS4ZANFZSA3TPOQQGCIDSMVQWY3DZ" },
  mara: { role: "custodian", name: "Mara", passphrase: "second drawer of the oak desk", language: "en", knows: ["vera"], totp: "ONXW2ZJAN52GQZLSEBVWK6JAMZXXE3LB" },
};

type Keys = Readonly<Record<string, { readonly id: string; readonly identity: Identity }>>;

function pinsOf(person: Person, keys: Keys): Record<string, Pin> {
  const pins = person.knows.flatMap((name): [string, Pin][] => {
    const [other, known] = [PEOPLE[name], keys[name]];
    if (!other || !known) return [];
    const met = person.role === "therapist" || other.role === "therapist" ? MET : null;
    const cert = toBase64(known.identity.certificate.data);
    return [[known.identity.certificate.fingerprint, { name: other.name, role: other.role, cert, verified_at: met }]];
  });
  return Object.fromEntries(pins);
}

async function slot(account: string, type: SlotType, secret: Uint8Array, vaultKey: Uint8Array): Promise<object> {
  const id = newUlid(START);
  return { id, type, data: toBase64(await makeSlot({ account, type, id, secret }, vaultKey)) };
}

async function entry(handle: string, person: Person, keys: Keys): Promise<object> {
  const own = keys[handle];
  if (!own) throw new Error(`no keys for ${handle}`);
  const { id, identity } = own;
  const kdf = { salt: toBase64Url(randomBytes(16)), ...FLOOR };
  const halves = await stretch(person.passphrase, { practice: PRACTICE, handle, ...kdf });
  const [recovery, vaultKey] = [newRecoveryCode(), newVaultKey()];
  const vault = { ...newVault(id, identity), pins: pinsOf(person, keys) };
  const { role, name, passphrase, language, totp } = person;
  return {
    id,
    role,
    name,
    handle,
    language,
    passphrase,
    totp,
    recovery: recovery.text,
    fingerprint: identity.certificate.fingerprint,
    enc_fingerprint: identity.certificate.encFingerprint,
    certificate: toBase64(identity.certificate.data),
    private_key: toBase64(identity.data),
    kdf,
    auth: halves.authHalf,
    recovery_auth: await recoveryAuthHalf(recovery.secret),
    vault: toBase64(await sealVault(vault, vaultKey)),
    slots: [
      await slot(id, "passphrase", halves.unlockHalf, vaultKey),
      await slot(id, "recovery", recovery.secret, vaultKey),
    ],
  };
}

async function main(): Promise<void> {
  const keys: Record<string, { id: string; identity: Identity }> = {};
  for (const name of Object.keys(PEOPLE)) keys[name] = { id: newUlid(START), identity: await createIdentity(START) };
  const people: Record<string, object> = {};
  for (const [name, person] of Object.entries(PEOPLE)) people[name] = await entry(name, person, keys);
  const warning = "Demo and test people. Their passphrases and private keys are public: never use them for anything real.";
  const about = `${warning} Made by frontend/scripts/make-cast.ts.`;
  const target = new URL("../../src/intersession/demo/cast.json", import.meta.url);
  writeFileSync(target, `${JSON.stringify({ about, practice: PRACTICE, people }, null, 1)}\n`);
}

await main();
