/**
 * The outside of a sealed message: PKESK packets (who can open it) and one SEIPDv2 packet (the sealed part).
 * Takes it apart, puts it together, and adds readers to an old message; checks shape and algorithms before any key is used.
 */
import { decryptSessionKeys, encryptSessionKey, readMessage } from "openpgp";
import { concat, toHex } from "./bytes.ts";
import { failing, must } from "./errors.ts";
import type { Certificate, Identity } from "./identity.ts";
import { readPackets, type Packet } from "./packets.ts";
import { ALGORITHM, MAX_BODY_BYTES, READING, TAG, WRITING } from "./profile.ts";

export interface Wrap {
  /** Fingerprint of the encryption subkey this wrap is for. */
  readonly encFp: string;
  readonly pkesk: Uint8Array;
}

export interface Envelope {
  readonly wraps: readonly Wrap[];
  /** The SEIPDv2 packet, header included. */
  readonly sealed: Uint8Array;
  readonly sealedBody: Uint8Array;
}

const MAX_WRAPS = 16;

/** PKESK v6 (RFC 9580, 5.1.2): version, length of what follows, key version, fingerprint, algorithm, …. */
function readWrap(packet: Packet): Wrap {
  const { body, raw } = packet;
  must(body[0] === 6 && body[1] === 33 && body[2] === 6, "message-shape", "wrap is not PKESK v6 for a v6 key");
  must(body.length > 36, "message-shape", "wrap cut short");
  return { encFp: toHex(body.subarray(3, 35)), pkesk: raw };
}

/** Take a body apart. Throws `message-shape` unless it is PKESK v6 … then exactly one SEIPD. */
export function splitEnvelope(body: Uint8Array): Envelope {
  const packets = readPackets(body);
  const last = packets.at(-1);
  const locks = packets.slice(0, -1);
  must(last?.tag === TAG.seipd && locks.length > 0, "message-shape", "not wraps and one sealed part");
  must(locks.length <= MAX_WRAPS && locks.every((lock) => lock.tag === TAG.pkesk), "message-shape", "not wraps only");
  const wraps = locks.map(readWrap);
  must(new Set(wraps.map((wrap) => wrap.encFp)).size === wraps.length, "message-shape", "two wraps for one key");
  return { wraps, sealed: last.raw, sealedBody: last.body };
}

/** Throws `message-algorithms` unless every part uses X25519, SEIPDv2 and AES-256 with GCM or OCB. */
export function checkAlgorithms(envelope: Envelope): void {
  const [version, cipher, mode] = envelope.sealedBody;
  const { aes256, gcm, ocb, x25519 } = ALGORITHM;
  must(version === 2 && cipher === aes256, "message-algorithms", "sealed part is not SEIPDv2 with AES-256");
  must(mode === gcm || mode === ocb, "message-algorithms", "unknown AEAD mode");
  const wraps = envelope.wraps.map((wrap) => readPackets(wrap.pkesk)[0]?.body[35]);
  must(wraps.every((algorithm) => algorithm === x25519), "message-algorithms", "wrap is not X25519");
}

/** Put wraps and a sealed part together; the result is an ordinary OpenPGP message. */
export function joinEnvelope(wraps: readonly Pick<Wrap, "pkesk">[], sealed: Uint8Array): Uint8Array {
  return concat(...wraps.map((wrap) => wrap.pkesk), sealed);
}

/** Wraps of an old message for further readers, made with one's own key. Throws `not-for-this-key` or `message-shape`. */
export async function rewrap(body: Uint8Array, by: Identity, readers: readonly Certificate[]): Promise<Wrap[]> {
  must(body.length <= MAX_BODY_BYTES, "message-too-large");
  checkAlgorithms(splitEnvelope(body));
  const message = await readMessage({ binaryMessage: body, config: READING });
  const keys = await failing("not-for-this-key", () =>
    decryptSessionKeys({ message, decryptionKeys: by.key, config: READING }),
  );
  const data = keys[0]?.data;
  must(data !== undefined, "not-for-this-key");
  const wrapFor = async (reader: Certificate): Promise<Wrap> => {
    const session = { data, algorithm: "aes256" as const, aeadAlgorithm: "gcm" as const };
    const pkesk = await encryptSessionKey({ ...session, encryptionKeys: reader.key, format: "binary", config: WRITING });
    return { encFp: reader.encFingerprint, pkesk };
  };
  return Promise.all(readers.map(wrapFor));
}
