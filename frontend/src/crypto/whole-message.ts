/**
 * OpenPGP.js reads packets lazily: after decrypting, a message lists its packets up to the literal, the rest waits in a stream.
 * This reads to the end, so that a check of the shape sees every packet. It touches an inner field of the pinned library;
 * should that field go away, every shape check fails and nothing opens.
 */
import { Message, PacketList, readMessage, type AnyPacket } from "openpgp";
import { READING, READING_WHOLE } from "./profile.ts";

interface Waiting {
  getReader(): { read(): Promise<{ value?: AnyPacket; done: boolean }> };
}

async function settled(message: Message<Uint8Array | string>): Promise<Message<Uint8Array>> {
  const all = new PacketList<AnyPacket>();
  all.push(...message.packets);
  const waiting = (message.packets as unknown as { stream?: Waiting }).stream;
  const reader = waiting?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    if (next.value) all.push(next.value);
  }
  return new Message<Uint8Array>(all);
}

/** Parse an object that is not encrypted, to its last packet. */
export async function readWhole(data: Uint8Array): Promise<Message<Uint8Array>> {
  return settled(await readMessage({ binaryMessage: data, config: READING }));
}

type Keys = Parameters<Message<Uint8Array>["decrypt"]>[0];

/** Decrypt with a key or a password and parse what is inside, to its last packet. */
export async function openWhole(data: Uint8Array, keys: Keys, passwords?: string[]): Promise<Message<Uint8Array>> {
  const message = await readMessage({ binaryMessage: data, config: READING });
  const inside = await message.decrypt(keys, passwords, undefined, undefined, READING_WHOLE);
  return settled(inside as Message<Uint8Array>);
}
