/**
 * A person's identity: an OpenPGP v6 certificate with an Ed25519 primary key (certify, sign) and one X25519 subkey.
 * The certificate carries no user id, hence no personal data; who it belongs to is said by rosters and pins.
 */
import { generateKey, readKey, readPrivateKey, type PrivateKey, type PublicKey } from "openpgp";
import { failing, must } from "./errors.ts";
import { READING, WRITING } from "./profile.ts";

export interface Certificate {
  readonly data: Uint8Array;
  /** v6 fingerprint of the primary key, 64 lower-case hex digits. */
  readonly fingerprint: string;
  /** v6 fingerprint of the encryption subkey; this is what a PKESK names. */
  readonly encFingerprint: string;
  readonly key: PublicKey;
}

export interface Identity {
  readonly certificate: Certificate;
  /** The transferable secret key, unlocked. It is stored inside the vault only. */
  readonly data: Uint8Array;
  readonly key: PrivateKey;
}

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** The certificate's birthday is a whole UTC day, at least an hour ago: other devices' clocks may be behind. */
function birthday(now: Date): Date {
  return new Date(Math.floor((now.getTime() - HOUR_MS) / DAY_MS) * DAY_MS);
}

/**
 * The moment signatures and certificates are judged at: the end of OpenPGP's time, never this device's clock. A phone
 * that is two hours slow must still read and write. Nothing of the suite expires, and dates of messages are held against
 * the server's (open.ts, "date-within-limits").
 */
export function judgedAt(): Date {
  return new Date(0xfffffffe * 1000);
}

async function describe(key: PublicKey, data: Uint8Array): Promise<Certificate> {
  const at = judgedAt();
  must(key.keyPacket.version === 6, "certificate-unusable", "not a v6 certificate");
  must(key.getAlgorithmInfo().algorithm === "ed25519", "certificate-unusable", "primary key is not Ed25519");
  must(key.users.length === 0, "certificate-unusable", "carries a user id");
  await key.verifyPrimaryKey(at);
  must((await key.getExpirationTime()) === Infinity, "certificate-unusable", "has an end date");
  const readers = key.subkeys.filter((subkey) => subkey.getAlgorithmInfo().algorithm === "x25519");
  const rest = key.subkeys.filter((subkey) => !readers.includes(subkey));
  must(readers.length === 1, "certificate-unusable", "needs exactly one X25519 subkey");
  must(rest.every((subkey) => subkey.getAlgorithmInfo().algorithm === "ed25519"), "certificate-unusable", "unknown subkey");
  const encryption = await key.getEncryptionKey(undefined, at);
  const encFingerprint = encryption.getFingerprint();
  must(encFingerprint === readers[0]?.getFingerprint(), "certificate-unusable", "encryption subkey not usable");
  await key.getSigningKey(undefined, at);
  return { data, fingerprint: key.getFingerprint(), encFingerprint, key };
}

/** Read somebody's certificate. Throws `certificate-unusable` unless it fits IS1, is not revoked and has no end date. */
export async function readCertificate(data: Uint8Array): Promise<Certificate> {
  return failing("certificate-unusable", async () => {
    const key = await readKey({ binaryKey: data, config: READING });
    must(!key.isPrivate(), "certificate-unusable", "secret key where a certificate was expected");
    return describe(key, data);
  });
}

/** Read one's own secret key from the vault. Throws `certificate-unusable`. */
export async function readIdentity(data: Uint8Array): Promise<Identity> {
  return failing("certificate-unusable", async () => {
    const key = await readPrivateKey({ binaryKey: data, config: READING });
    must(key.isDecrypted(), "certificate-unusable", "secret key is locked");
    const shown = key.toPublic();
    return { certificate: await describe(shown, shown.write()), data, key };
  });
}

/** Make a new identity. */
export async function createIdentity(now: Date = new Date()): Promise<Identity> {
  const made = await generateKey({
    type: "curve25519",
    userIDs: [],
    date: birthday(now),
    format: "binary",
    config: WRITING,
  });
  return readIdentity(made.privateKey);
}
