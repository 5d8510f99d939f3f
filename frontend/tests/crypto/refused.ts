/** Bodies and rows that must not be believed, one or more for each line of the check list. Made by the cast, on purpose. */
import { createMessage, encrypt, enums, generateKey, type PartialConfig, type PrivateKey, type PublicKey } from "openpgp";
import { concat, utf8 } from "../../src/crypto/bytes.ts";
import { EMPTY_CHAIN, type ChainState } from "../../src/crypto/chain.ts";
import { joinEnvelope, rewrap, splitEnvelope } from "../../src/crypto/envelope.ts";
import type { CryptoCode } from "../../src/crypto/errors.ts";
import type { Identity } from "../../src/crypto/identity.ts";
import { buildInner, type Inner } from "../../src/crypto/mime.ts";
import type { OuterRow } from "../../src/crypto/open.ts";
import { WRITING } from "../../src/crypto/profile.ts";
import type { Sealed } from "../../src/crypto/seal.ts";
import { CONV, member, outerOf, rosterOf, sealed, type World } from "./world.ts";

export interface Refused {
  readonly name: string;
  readonly check: string;
  readonly code: CryptoCode;
  readonly body: Uint8Array;
  readonly outer: OuterRow;
  /** Signed rosters the reader has verified; the first one of the world when absent. */
  readonly rosters?: readonly Uint8Array[];
  readonly state?: ChainState;
  readonly reader?: "vera" | "otto";
}

interface Raw {
  readonly signers?: readonly Identity[];
  readonly readers?: readonly Identity[];
  readonly keys?: readonly PublicKey[];
  readonly config?: PartialConfig;
}

/** Encrypt arbitrary inner bytes the way a dishonest sender might. */
async function locked(w: World, bytes: Uint8Array, raw: Raw = {}): Promise<Uint8Array> {
  const readers = raw.keys ?? (raw.readers ?? [w.vera, w.alma, w.mara]).map((one) => one.certificate.key);
  const signingKeys = (raw.signers ?? [w.alma]).map((one) => one.key) as PrivateKey[];
  const config = { ...WRITING, ...raw.config };
  const message = await createMessage({ binary: bytes });
  const signing = signingKeys.length > 0 ? { signingKeys } : {};
  return encrypt({ message, encryptionKeys: [...readers], ...signing, format: "binary", config });
}

function changedFacts(base: Sealed, facts: Partial<Inner>): Uint8Array {
  return buildInner({ ...base.inner, ...facts }, "Good evening.");
}

/** SEIPDv1 with PKESK v3: what a session key without an AEAD mode gives. */
async function oldStyle(w: World, bytes: Uint8Array): Promise<Uint8Array> {
  const message = await createMessage({ binary: bytes });
  const encryptionKeys = [w.vera, w.alma, w.mara].map((one) => one.certificate.key);
  const sessionKey = { data: crypto.getRandomValues(new Uint8Array(32)), algorithm: "aes256" as const };
  return encrypt({ message, encryptionKeys, signingKeys: w.alma.key, sessionKey, format: "binary", config: WRITING });
}

const MARKER = Uint8Array.of(0xca, 3, 0x50, 0x47, 0x50);

async function shapes(w: World, good: Sealed): Promise<Refused[]> {
  const outer = outerOf(good);
  const { wraps, sealed: box } = splitEnvelope(good.body);
  const old = await oldStyle(w, changedFacts(good, {}));
  const message = await createMessage({ binary: changedFacts(good, {}) });
  const keys = [w.vera, w.alma, w.mara].map((one) => one.certificate.key);
  const password = { encryptionKeys: keys, passwords: "back door", format: "binary" as const, config: WRITING };
  const bodies: [string, Uint8Array][] = [
    ["nothing", new Uint8Array(0)],
    ["garbage", utf8("-----BEGIN PGP MESSAGE-----\n\nwy4ECQMI\n-----END PGP MESSAGE-----\n")],
    ["cut short", good.body.slice(0, -7)],
    ["a packet behind", concat(good.body, MARKER)],
    ["a packet between", concat(...wraps.map((wrap) => wrap.pkesk), MARKER, box)],
    ["no wraps", box],
    ["the sealed part twice", concat(good.body, box)],
    ["a wrap twice", joinEnvelope([...wraps, ...wraps.slice(0, 1)], box)],
    ["a password beside the keys", await encrypt({ message, signingKeys: w.alma.key, ...password })],
    ["SEIPDv1 with PKESK v3", old],
  ];
  return bodies.map(([name, body]) => ({ name, check: "packet-shape", code: "message-shape", body, outer }));
}

async function algorithms(w: World, good: Sealed): Promise<Refused[]> {
  const outer = outerOf(good);
  const bytes = changedFacts(good, {});
  const big = await generateKey({ type: "curve448", userIDs: [], format: "object", config: WRITING });
  const keys = [...[w.vera, w.alma, w.mara].map((one) => one.certificate.key), big.publicKey];
  const weak = Uint8Array.from(good.body);
  const box = splitEnvelope(good.body);
  // Cipher octet of the SEIPDv2 packet: AES-128 instead of AES-256. The header is as long as its length octets.
  const start = good.body.length - box.sealed.length;
  const first = weak[start + 1] ?? 0;
  weak[start + (first < 192 ? 2 : first < 224 ? 3 : first < 255 ? 2 : 6) + 1] = 7;
  const bodies: [string, Uint8Array][] = [
    ["AES-128", weak],
    ["EAX", await locked(w, bytes, { config: { preferredAEADAlgorithm: enums.aead.eax } })],
    ["an X448 reader", await locked(w, bytes, { keys })],
  ];
  return bodies.map(([name, body]) => ({ name, check: "algorithms", code: "message-algorithms", body, outer }));
}

async function insides(w: World, good: Sealed): Promise<Refused[]> {
  const outer = outerOf(good);
  const bytes = changedFacts(good, {});
  const flipped = Uint8Array.from(good.body);
  flipped[flipped.length - 40] = (flipped[flipped.length - 40] ?? 0) ^ 1;
  const text = await createMessage({ text: new TextDecoder().decode(bytes) });
  const keys = [w.vera, w.alma, w.mara].map((one) => one.certificate.key);
  const how = { encryptionKeys: keys, signingKeys: w.alma.key, format: "binary" as const, config: WRITING };
  const zip = { preferredCompressionAlgorithm: enums.compression.zlib };
  const shape = { check: "inner-shape", code: "message-signature" as const, outer };
  return [
    { name: "a bit turned over", check: "opens", code: "message-unreadable", body: flipped, outer },
    { name: "unsigned", ...shape, body: await locked(w, bytes, { signers: [] }) },
    { name: "two signatures", ...shape, body: await locked(w, bytes, { signers: [w.alma, w.eve] }) },
    { name: "text literal", ...shape, body: await encrypt({ message: text, ...how }) },
    { name: "compressed", ...shape, body: await compressed(w, bytes, zip) },
    {
      name: "signed by somebody else",
      check: "one-signature",
      code: "message-signature",
      body: await locked(w, bytes, { signers: [w.eve] }),
      outer,
    },
  ];
}

/** The library compresses only if every reader's certificate prefers it, so the packet is put in by hand. */
async function compressed(w: World, bytes: Uint8Array, config: PartialConfig): Promise<Uint8Array> {
  const { CompressedDataPacket, Message, PacketList } = await import("openpgp");
  const message = await createMessage({ binary: bytes });
  const signedMessage = await message.sign([w.alma.key], undefined, undefined, undefined, undefined, undefined, undefined);
  const packet = new CompressedDataPacket() as unknown as { packets: unknown; algorithm: number };
  packet.packets = signedMessage.packets;
  packet.algorithm = config.preferredCompressionAlgorithm ?? 2;
  const list = new PacketList();
  list.push(packet as never);
  const keys = [w.vera, w.alma, w.mara].map((one) => one.certificate.key);
  const whole = new Message<Uint8Array>(list as never);
  return encrypt({ message: whole, encryptionKeys: keys, format: "binary", config: WRITING });
}

async function contents(w: World, good: Sealed): Promise<Refused[]> {
  const outer = outerOf(good);
  const bytes = changedFacts(good, {});
  const mail = new TextDecoder().decode(bytes);
  const variants: [string, string][] = [
    ["no mail at all", "hello"],
    ["a longer padding", mail.replace("00000\r\n--", "000000\r\n--")],
    ["another header", mail.replace("Subject: ...", "Subject: Hello")],
    ["an HTML part", mail.replace("text/plain", "text/html")],
    ["no protection mark", mail.replace('hp="cipher"; ', "")],
    ["JSON in another order", mail.replace('{"conv"', '{"a":1,"conv"')],
    ["a date that is none", mail.replace(good.inner.sent_at, "2026-13-45T00:00:00.000Z")],
  ];
  const make = async ([name, changed]: [string, string]): Promise<Refused> => {
    if (changed === mail) throw new Error(`the variant "${name}" changes nothing`);
    return { name, check: "content", code: "message-content", body: await locked(w, utf8(changed)), outer };
  };
  return Promise.all(variants.map(make));
}

async function places(w: World, good: Sealed): Promise<Refused[]> {
  const { body } = good;
  const elsewhere = "01KAQ0000000000000000000C2";
  const people = [member(w.vera, "therapist"), member(w.alma, "client"), member(w.mara, "custodian")];
  const other = await rosterOf(w.vera, people, { conv: elsewhere });
  const ulid = "01KAQ0000000000000000000M9";
  const place = { code: "message-place" as const, body };
  const asVera = await locked(w, changedFacts(good, { from: w.vera.certificate.fingerprint }));
  return [
    { name: "facts name another author", check: "same-author", code: "message-author", body: asVera, outer: outerOf(good) },
    { name: "another conversation", check: "same-place", ...place, outer: outerOf(good, { conv: elsewhere }), rosters: [other.data] },
    { name: "another id", check: "same-place", ...place, outer: outerOf(good, { id: ulid }) },
    { name: "another kind", check: "same-kind", ...place, outer: outerOf(good, { kind: "practical" }) },
    { name: "answers something else", check: "same-references", ...place, outer: outerOf(good, { reply_to: ulid }) },
    { name: "replaces something", check: "same-references", ...place, outer: outerOf(good, { supersedes: ulid }) },
  ];
}

async function readers(w: World, good: Sealed): Promise<Refused[]> {
  const outer = outerOf(good);
  const { wraps, sealed: box } = splitEnvelope(good.body);
  const extra = await rewrap(good.body, w.alma, [w.eve.certificate]);
  const fewer = changedFacts(good, { to: good.inner.to.slice(0, 2) });
  const people = [member(w.vera, "therapist"), member(w.alma, "client"), member(w.mara, "custodian")];
  const next = await rosterOf(w.vera, [...people, member(w.otto, "deputy", { history: "none" })], { seq: 2, prev: w.roster.sha256 });
  const both = [w.rosterBytes, next.data];
  const withOtto = joinEnvelope([...(await rewrap(good.body, w.alma, [w.otto.certificate])), ...wraps], box);
  const recipients = { code: "message-recipients" as const, outer };
  const stranger = { author: w.eve.certificate.fingerprint };
  return [
    { name: "not locked for the reader", check: "locked-for-me", code: "not-for-this-key", body: good.body, outer, reader: "otto" },
    { name: "a roster nobody verified", check: "known-roster", code: "message-roster", body: good.body, outer: outerOf(good, { roster_seq: 7 }) },
    { name: "an author who is no member", check: "author-on-roster", code: "message-author", body: good.body, outer: outerOf(good, stranger) },
    { name: "a newer roster than sealed under", check: "same-roster", code: "message-roster", body: good.body, outer: outerOf(good, { roster_seq: 2 }), rosters: both },
    { name: "facts leave a reader out", check: "to-is-roster", ...recipients, body: await locked(w, fewer) },
    { name: "a wrap was dropped", check: "wraps-are-roster", ...recipients, body: joinEnvelope(wraps.slice(0, 2), box) },
    { name: "a wrap was added", check: "wraps-are-roster", ...recipients, body: joinEnvelope([...extra, ...wraps], box) },
    { name: "a later member without history", check: "wraps-are-roster", ...recipients, body: withOtto, rosters: both },
  ];
}

async function times(w: World, good: Sealed): Promise<Refused[]> {
  const day = 24 * 60 * 60 * 1000;
  const at = (ms: number): string => new Date(Date.parse(good.inner.sent_at) + ms).toISOString();
  const date = { check: "date-within-limits", code: "message-date" as const, body: good.body };
  const twin = await sealed(w, { text: "Another text under the same count." });
  const seen = { [`${good.inner.from}|${good.inner.dev}`]: { n: good.inner.n, id: good.innerId } };
  return [
    { name: "sent after it arrived", ...date, outer: outerOf(good, { received_at: at(-11 * 60 * 1000) }) },
    { name: "held back too long", ...date, outer: outerOf(good, { received_at: at(31 * day) }) },
    {
      name: "a counter used twice",
      check: "counter-not-reused",
      code: "message-reused",
      body: twin.body,
      outer: outerOf(twin),
      state: { ...EMPTY_CHAIN, seen },
    },
  ];
}

/** Every case, made with the keys of `w`; `good` is the honest message they are variations of. */
export async function refused(w: World, good: Sealed): Promise<Refused[]> {
  const groups = [shapes, algorithms, insides, contents, places, readers, times];
  return (await Promise.all(groups.map((group) => group(w, good)))).flat();
}

export { CONV };
