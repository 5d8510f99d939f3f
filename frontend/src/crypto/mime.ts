/**
 * The inside of a sealed message: a small MIME mail (RFC 9788 style) with a JSON part, the text, and padding to 2^k kB.
 * There is one template. What is read must be, byte for byte, what the template gives for the same content.
 */
import { sameBytes, utf8 } from "./bytes.ts";
import { canonical, type Json } from "./canonical.ts";
import { failing, must } from "./errors.ts";
import { DEVICE, Fields, FINGERPRINT, INSTANT, SHA256, ULID, WORD } from "./fields.ts";
import { SUITE } from "./profile.ts";

/** A message of the same author that was taken back or replaced before anybody opened it: by device, counter, inner id. */
export interface VoidedRef {
  readonly dev: string;
  readonly n: number;
  readonly id: string;
}

/** The signed facts of one message. */
export interface Inner {
  readonly v: 1;
  readonly suite: string;
  readonly kind: string;
  /** The row id, so that the server cannot show this content under another id. */
  readonly msg: string;
  readonly conv: string;
  /** SHA-256 of the roster it was sealed under. */
  readonly roster: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly dev: string;
  readonly n: number;
  readonly parents: readonly string[];
  /** Own earlier messages that readers need not miss; see chain.ts. */
  readonly voided: readonly VoidedRef[];
  readonly sent_at: string;
  /** 16 random bytes in hex: keeps the server from testing guesses against the id. */
  readonly nonce: string;
  /** Version of the sender's vault; a vault that was rolled back shows itself. */
  readonly vv: number;
  readonly reply_to: string | null;
  readonly supersedes: string | null;
}

const JSON_TYPE = "application/vnd.intersession+json";
const PADDING_TYPE = "application/vnd.intersession-padding";
/** How many taken back or replaced messages one message may name. */
export const MAX_VOIDED = 30;
const MAX_INNER_BYTES = 1024 * 1024;
const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Line ends are LF inside the program; a single CR would not survive other tools. */
export function normalizeText(text: string): string {
  return text.replace(/\r\n?/g, "\n").toWellFormed();
}

/** RFC 5322 date in UTC, whole seconds. */
function mailDate(instant: string): string {
  const at = new Date(instant);
  const two = (value: number): string => String(value).padStart(2, "0");
  const day = `${DAYS[at.getUTCDay()]}, ${two(at.getUTCDate())} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
  return `${day} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} +0000`;
}

function quotedByte(byte: number): string {
  const plain = (byte >= 0x20 && byte <= 0x7e && byte !== 0x3d) || byte === 0x09;
  return plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
}

/** One line as quoted-printable (RFC 2045, 6.7): at most 76 characters, no space at the end of a line. */
function quotedLine(line: string): string {
  const units = Array.from(utf8(line), quotedByte);
  const last = units.at(-1);
  if (last === " ") units[units.length - 1] = "=20";
  if (last === "\t") units[units.length - 1] = "=09";
  const rows: string[] = [];
  let row = "";
  for (const [at, unit] of units.entries()) {
    const room = at === units.length - 1 ? 76 : 75;
    if (row.length + unit.length > room) {
      rows.push(`${row}=`);
      row = "";
    }
    row += unit;
  }
  return [...rows, row].join("\r\n");
}

function quotedPrintable(text: string): string {
  return text.split("\n").map(quotedLine).join("\r\n");
}

function heading(inner: Inner, boundary: string): string {
  const mailbox = (fp: string): string => `<${fp}@is1.invalid>`;
  return [
    `From: ${mailbox(inner.from)}`,
    `To: ${inner.to.map(mailbox).join(",\r\n ")}`,
    "Subject: ...",
    `Date: ${mailDate(inner.sent_at)}`,
    `Message-ID: <${inner.msg}@is1.invalid>`,
    "MIME-Version: 1.0",
    `Content-Type: multipart/mixed; hp="cipher"; boundary="${boundary}"`,
    "",
    "",
  ].join("\r\n");
}

function part(boundary: string, type: string, encoding: string, content: string): string {
  return `--${boundary}\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${content}\r\n`;
}

/** Zeros in lines of 76, exactly `size` characters. */
function zeros(size: number): string {
  const line = `${"0".repeat(76)}\r\n`;
  return line.repeat(Math.floor(size / line.length)) + "0".repeat(size % line.length);
}

/** The inner bytes for these facts and this text. Throws `message-too-large`. */
export function buildInner(inner: Inner, text: string): Uint8Array {
  const boundary = `=_is1_${inner.nonce}`;
  const [json, words] = [quotedPrintable(canonical(inner as unknown as Json)), quotedPrintable(text)];
  const front =
    heading(inner, boundary) +
    part(boundary, JSON_TYPE, "quoted-printable", json) +
    part(boundary, "text/plain; charset=utf-8", "quoted-printable", words);
  const closing = `--${boundary}--\r\n`;
  const least = front.length + part(boundary, PADDING_TYPE, "7bit", "").length + closing.length;
  let size = 2048;
  while (size < least) size *= 2;
  must(size <= MAX_INNER_BYTES, "message-too-large");
  return utf8(front + part(boundary, PADDING_TYPE, "7bit", zeros(size - least)) + closing);
}

function readVoided(value: unknown): VoidedRef {
  const ref = new Fields(value, "message-content");
  return { dev: ref.text("dev", DEVICE), n: ref.whole("n", 1), id: ref.text("id", SHA256) };
}

/** Read and check the types of the signed facts. Throws `message-content`. */
export function readFacts(value: unknown): Inner {
  const fields = new Fields(value, "message-content");
  fields.is("v", 1);
  fields.is("suite", SUITE);
  return {
    v: 1,
    suite: SUITE,
    kind: fields.text("kind", WORD),
    msg: fields.text("msg", ULID),
    conv: fields.text("conv"),
    roster: fields.text("roster", SHA256),
    from: fields.text("from", FINGERPRINT),
    to: fields.texts("to", FINGERPRINT, 16),
    dev: fields.text("dev", DEVICE),
    n: fields.whole("n", 1),
    parents: fields.texts("parents", SHA256, 8),
    voided: fields.list("voided", MAX_VOIDED).map(readVoided),
    sent_at: fields.text("sent_at", INSTANT),
    nonce: fields.text("nonce", /^[0-9a-f]{32}$/),
    vv: fields.whole("vv", 0),
    reply_to: fields.textOrNull("reply_to", ULID),
    supersedes: fields.textOrNull("supersedes", ULID),
  };
}

/** What `quotedPrintable` wrote, as text again. */
function unquoted(content: string): string {
  const plain = content.replaceAll("=\r\n", "").replaceAll("\r\n", "\n");
  const bytes = plain.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
    Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)),
  );
}

/** The contents of the parts. The boundary holds "=", which quoted-printable never leaves in a content as it is. */
function contents(mail: string): string[] {
  const body = mail.slice(mail.indexOf("\r\n\r\n") + 2);
  const boundary = body.slice(0, body.indexOf("\r\n", 2));
  const parts = body.split(boundary).slice(1, -1);
  return parts.map((each) => each.slice(each.indexOf("\r\n\r\n") + 4));
}

/**
 * Read inner bytes. Throws `message-content` on anything the template would not have written: what was found is written
 * again and compared, so reading needs no general mail parser and trusts nothing it finds.
 */
export async function readInner(bytes: Uint8Array): Promise<{ inner: Inner; text: string }> {
  return failing("message-content", async () => {
    must(bytes.length <= MAX_INNER_BYTES, "message-content", "too large");
    const [facts = "", words = ""] = contents(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    const inner = readFacts(JSON.parse(unquoted(facts)));
    const text = unquoted(words);
    must(sameBytes(buildInner(inner, text), bytes), "message-content", "not as the template writes it");
    return { inner, text };
  });
}
