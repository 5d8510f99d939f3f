/**
 * The outermost framing of an OpenPGP object (RFC 9580, section 4.2): which packets, in which order, with which bytes.
 * It opens nothing; contents are read by OpenPGP.js only. Old-format headers and unknown lengths are refused.
 */
import { concat } from "./bytes.ts";
import { must } from "./errors.ts";

export interface Packet {
  readonly tag: number;
  readonly body: Uint8Array;
  /** The packet as it stood in the input, header included. */
  readonly raw: Uint8Array;
}

interface Length {
  readonly size: number;
  readonly next: number;
  readonly partial: boolean;
}

function byteAt(data: Uint8Array, at: number): number {
  const byte = data[at];
  must(byte !== undefined, "message-shape", "packet cut short");
  return byte;
}

function readLength(data: Uint8Array, at: number): Length {
  const first = byteAt(data, at);
  if (first < 192) return { size: first, next: at + 1, partial: false };
  if (first < 224) return { size: ((first - 192) << 8) + byteAt(data, at + 1) + 192, next: at + 2, partial: false };
  if (first < 255) return { size: 2 ** (first & 31), next: at + 1, partial: true };
  const size = [1, 2, 3, 4].reduce((sum, step) => sum * 256 + byteAt(data, at + step), 0);
  return { size, next: at + 5, partial: false };
}

function readPacket(data: Uint8Array, start: number): { packet: Packet; end: number } {
  const head = byteAt(data, start);
  must((head & 0xc0) === 0xc0, "message-shape", "old or broken packet header");
  const pieces: Uint8Array[] = [];
  let at = start + 1;
  for (let more = true; more; ) {
    const length = readLength(data, at);
    must(length.next + length.size <= data.length, "message-shape", "packet cut short");
    pieces.push(data.subarray(length.next, length.next + length.size));
    at = length.next + length.size;
    more = length.partial;
  }
  const packet = { tag: head & 63, body: concat(...pieces), raw: data.slice(start, at) };
  return { packet, end: at };
}

/** All packets of `data`, which must be used up exactly. Throws `message-shape`. */
export function readPackets(data: Uint8Array): Packet[] {
  const packets: Packet[] = [];
  for (let at = 0; at < data.length; ) {
    const { packet, end } = readPacket(data, at);
    packets.push(packet);
    at = end;
  }
  return packets;
}
