/**
 * The invitation scanned in a session, and the `join` that answers it: one scan verifies both sides (after SecureJoin).
 * The fragment never reaches the server; it learns only a half that lets the bearer in.
 */
import { createMessage, encrypt } from "openpgp";
import { concat, fromBase64, fromBase64Url, fromHex, hkdf, hmac, randomBytes, sameBytes } from "./bytes.ts";
import { toBase64, toBase64Url, toHex, utf8 } from "./bytes.ts";
import { canonicalBytes, readCanonical } from "./canonical.ts";
import { checkAlgorithms, splitEnvelope } from "./envelope.ts";
import { failing, must } from "./errors.ts";
import { Fields, FINGERPRINT } from "./fields.ts";
import { readCertificate, type Certificate, type Identity } from "./identity.ts";
import { MAX_BODY_BYTES, SUITE, WRITING } from "./profile.ts";
import { checkSignedShape, verified } from "./signed.ts";
import { openWhole } from "./whole-message.ts";

const SECRET_BYTES = 16;

export interface Invite {
  /** Fingerprint of the therapist's certificate. */
  readonly therapistFp: string;
  /** 16 bytes, base64url. */
  readonly secret: string;
  /** Proves to the server that one holds the invitation; base64url of 32 bytes. */
  readonly authHalf: string;
  /** What stands after `#` in the address and in the QR code. */
  readonly fragment: string;
}

async function invite(therapistFp: string, secret: Uint8Array): Promise<Invite> {
  const authHalf = toBase64Url(await hkdf(secret, "is1|invite-auth"));
  const fragment = toBase64Url(concat(fromHex(therapistFp), secret));
  return { therapistFp, secret: toBase64Url(secret), authHalf, fragment };
}

export async function makeInvite(therapistFp: string): Promise<Invite> {
  must(FINGERPRINT.test(therapistFp), "invite-invalid", "not a fingerprint");
  return invite(therapistFp, randomBytes(SECRET_BYTES));
}

/** Read a fragment, with or without its `#`. Throws `invite-invalid`. */
export async function readInvite(fragment: string): Promise<Invite> {
  return failing("invite-invalid", async () => {
    const bytes = fromBase64Url(fragment.replace(/^#/, "").trim());
    must(bytes.length === 32 + SECRET_BYTES, "invite-invalid", "wrong length");
    return invite(toHex(bytes.subarray(0, 32)), bytes.subarray(32));
  });
}

/** The certificate the server gives must be the one that was scanned. Throws `certificate-changed`. */
export async function invitingCertificate(data: Uint8Array, scanned: Pick<Invite, "therapistFp">): Promise<Certificate> {
  const certificate = await readCertificate(data);
  must(certificate.fingerprint === scanned.therapistFp, "certificate-changed", "not the certificate that was scanned");
  return certificate;
}

interface Bond {
  readonly secret: string;
  readonly conv: string;
}

/** HMAC over everything both sides must agree on; the suite and both keys of each side included. */
async function bondMac(bond: Bond, therapist: Certificate, client: Certificate): Promise<Uint8Array> {
  const key = await hkdf(fromBase64Url(bond.secret), "is1|join");
  const facts = ["is1", "join", bond.conv, therapist.fingerprint, client.fingerprint, client.encFingerprint];
  return hmac(key, utf8(facts.join("|")));
}

/** The client's answer: own certificate and the HMAC, signed and sealed to the therapist. `name` is what she will see. */
export async function makeJoin(
  bond: Bond & { readonly name?: string },
  client: Identity,
  therapist: Certificate,
  now: Date = new Date(),
): Promise<Uint8Array> {
  const mac = toBase64Url(await bondMac(bond, therapist, client.certificate));
  const cert = toBase64(client.certificate.data);
  const facts = { v: 1, suite: SUITE, kind: "join", conv: bond.conv, cert, mac, name: bond.name ?? "" };
  const message = await createMessage({ binary: canonicalBytes(facts) });
  const how = { encryptionKeys: therapist.key, signingKeys: client.key, date: now, config: WRITING };
  return encrypt({ message, ...how, format: "binary" });
}

async function joinFacts(content: Uint8Array, conv: string): Promise<{ cert: string; mac: string; name: string }> {
  const fields = new Fields(readCanonical(content), "join-invalid");
  fields.is("v", 1);
  fields.is("suite", SUITE);
  fields.is("kind", "join");
  fields.is("conv", conv);
  return { cert: fields.text("cert"), mac: fields.text("mac"), name: fields.text("name") };
}

/** Open a `join` with the secret kept in the vault. Throws `join-invalid`: then nobody is pinned. */
export async function openJoin(
  data: Uint8Array,
  bond: Bond,
  therapist: Identity,
): Promise<{ certificate: Certificate; name: string }> {
  return failing("join-invalid", async () => {
    must(data.length <= MAX_BODY_BYTES, "join-invalid", "too large");
    const envelope = splitEnvelope(data);
    checkAlgorithms(envelope);
    must(envelope.wraps.length === 1, "join-invalid", "sealed to others too");
    const inside = await openWhole(data, [therapist.key]);
    checkSignedShape(inside, "join-invalid");
    // The certificate travels inside, so it is read first and believed only once it has verified the signature around it.
    const unproven = inside.getLiteralData();
    must(unproven instanceof Uint8Array, "join-invalid", "no content");
    const claimed = await readCertificate(fromBase64((await joinFacts(unproven, bond.conv)).cert));
    const { content } = await verified(inside, claimed, "join-invalid");
    const facts = await joinFacts(content, bond.conv);
    const expected = await bondMac(bond, therapist.certificate, claimed);
    must(sameBytes(fromBase64Url(facts.mac), expected), "join-invalid", "not made with this invitation");
    must(facts.cert === toBase64(claimed.data), "join-invalid", "another certificate");
    return { certificate: claimed, name: facts.name };
  });
}
