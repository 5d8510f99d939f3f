/**
 * A passphrase message as IS1 has it: one SKESK v6 and one SEIPDv2 with AES-256-GCM around one binary literal.
 * Slots and vaults are made of it; nothing else is.
 */
import { createMessage, encrypt, LiteralDataPacket } from "openpgp";
import { must } from "./errors.ts";
import { readPackets } from "./packets.ts";
import { ALGORITHM, MAX_BODY_BYTES, TAG, WRITING } from "./profile.ts";
import { openWhole } from "./whole-message.ts";

/** Iterated and salted S2K (RFC 9580, 3.7.1.3), the only kind we write. */
const S2K_ITERATED = 3;

function checkShape(data: Uint8Array): void {
  must(data.length <= MAX_BODY_BYTES, "message-too-large");
  const [lock, sealed, ...rest] = readPackets(data);
  must(lock?.tag === TAG.skesk && sealed?.tag === TAG.seipd && rest.length === 0, "message-shape", "not one lock and one box");
  const { aes256, gcm } = ALGORITHM;
  // SKESK v6 (5.3.2): version, count, cipher, mode, S2K length, S2K specifier.
  const strong = lock.body[0] === 6 && lock.body[2] === aes256 && lock.body[3] === gcm && lock.body[5] === S2K_ITERATED;
  must(strong, "message-algorithms", "lock is not v6 with AES-256-GCM");
  const box = sealed.body[0] === 2 && sealed.body[1] === aes256 && sealed.body[2] === gcm;
  must(box, "message-algorithms", "box is not SEIPDv2 with AES-256-GCM");
}

/** Seal `content` under a password of full strength (256 random bits, written as text). */
export async function sealBox(content: Uint8Array, password: string): Promise<Uint8Array> {
  const message = await createMessage({ binary: content });
  return encrypt({ message, passwords: password, format: "binary", config: WRITING });
}

/** Open what `sealBox` made. Throws `message-shape`, `message-algorithms`, or the library's error for a wrong password. */
export async function openBox(data: Uint8Array, password: string): Promise<Uint8Array> {
  checkShape(data);
  const inner = await openWhole(data, undefined, [password]);
  const [literal, ...rest] = inner.packets;
  must(literal instanceof LiteralDataPacket && rest.length === 0, "message-shape", "not one literal in the box");
  const content = inner.getLiteralData();
  must(content instanceof Uint8Array, "message-shape", "no content");
  return content;
}
