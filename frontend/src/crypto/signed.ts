/**
 * Signed, unencrypted objects: one signature around one binary literal (rosters, statements), and detached signatures
 * (agreements). Content is returned only as the verifier returned it.
 */
import {
  createMessage,
  LiteralDataPacket,
  OnePassSignaturePacket,
  readSignature,
  sign,
  SignaturePacket,
  verify,
  type Message,
  type Signature,
} from "openpgp";
import { must, type CryptoCode } from "./errors.ts";
import { judgedAt, type Certificate, type Identity } from "./identity.ts";
import { readPackets } from "./packets.ts";
import { ALGORITHM, MAX_BODY_BYTES, READING, TAG, WRITING } from "./profile.ts";
import { readWhole } from "./whole-message.ts";

export interface SignedContent {
  readonly content: Uint8Array;
  readonly signedAt: Date;
}

/** v6, Ed25519, SHA-256 or SHA-512, over a binary document. */
function checkSignature(signature: SignaturePacket | undefined, code: CryptoCode): asserts signature is SignaturePacket {
  must(signature !== undefined, code, "no signature");
  const hash: number = signature.hashAlgorithm ?? 0;
  const known = [ALGORITHM.sha256, ALGORITHM.sha512].some((one) => one === hash);
  must(signature.version === 6 && signature.signatureType === 0 && known, code, "signature of another kind");
  must((signature.publicKeyAlgorithm as number) === ALGORITHM.ed25519, code, "signature is not Ed25519");
}

/** Exactly one-pass, binary literal, signature. Throws `code`. */
export function checkSignedShape(message: Message<Uint8Array>, code: CryptoCode): void {
  const [first, literal, last, ...rest] = message.packets;
  const shape = first instanceof OnePassSignaturePacket && literal instanceof LiteralDataPacket && last instanceof SignaturePacket;
  must(shape && rest.length === 0, code, "not one signature around one literal");
  must((literal as unknown as { format: number }).format === 0x62, code, "literal is not binary");
  checkSignature(last, code);
}

/** Verify a message already read; returns what the verifier returned. Throws `code`. */
export async function verified(message: Message<Uint8Array>, signer: Certificate, code: CryptoCode): Promise<SignedContent> {
  checkSignedShape(message, code);
  const how = { verificationKeys: signer.key, format: "binary" as const, date: judgedAt(), config: READING };
  const result = await verify({ message, ...how });
  const [only, ...more] = result.signatures;
  must(only !== undefined && more.length === 0, code, "not exactly one signature");
  await only.verified;
  return { content: result.data, signedAt: madeAt(await only.signature, code) };
}

function madeAt(signature: Signature, code: CryptoCode): Date {
  const created = signature.packets[0]?.created;
  must(created instanceof Date, code, "signature without a date");
  return created;
}

/** Sign `content` so that it travels inside the signed object. */
export async function signInline(content: Uint8Array, by: Identity, now: Date): Promise<Uint8Array> {
  const message = await createMessage({ binary: content });
  return sign({ message, signingKeys: by.key, date: now, format: "binary", config: WRITING });
}

/** Open a signed object made by `signer`. Any failure is `code`. */
export async function openSigned(data: Uint8Array, signer: Certificate, code: CryptoCode): Promise<SignedContent> {
  must(data.length <= MAX_BODY_BYTES, code, "too large");
  const tags = readPackets(data).map((packet) => packet.tag);
  must(tags.join() === [TAG.onePass, TAG.literal, TAG.signature].join(), code, "packets of another kind");
  return verified(await readWhole(data), signer, code);
}

/** A signature that stays apart from the document. */
export async function signDetached(document: Uint8Array, by: Identity, now: Date): Promise<Uint8Array> {
  const message = await createMessage({ binary: document });
  return sign({ message, signingKeys: by.key, detached: true, date: now, format: "binary", config: WRITING });
}

/** When `signer` signed `document`. Throws `code` unless there is exactly one good signature. */
export async function checkDetached(
  document: Uint8Array,
  signature: Uint8Array,
  signer: Certificate,
  code: CryptoCode,
): Promise<Date> {
  const parsed = await readSignature({ binarySignature: signature, config: READING });
  must(parsed.packets.length === 1, code, "not exactly one signature");
  checkSignature(parsed.packets[0], code);
  const message = await createMessage({ binary: document });
  const how = { verificationKeys: signer.key, format: "binary" as const, date: judgedAt(), config: READING };
  const result = await verify({ message, signature: parsed, ...how });
  const [only, ...more] = result.signatures;
  must(only !== undefined && more.length === 0, code, "not exactly one signature");
  await only.verified;
  return madeAt(await only.signature, code);
}
