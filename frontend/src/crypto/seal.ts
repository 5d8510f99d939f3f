/**
 * Seals one message: builds the inner mail, signs it, encrypts it to exactly the people on the roster.
 * Refuses when a reader's certificate is missing; it never leaves anybody out in silence.
 */
import { createMessage, encrypt } from "openpgp";
import { randomBytes, sha256Hex, toBase64Url, toHex } from "./bytes.ts";
import { CryptoError, must } from "./errors.ts";
import type { Certificate, Identity } from "./identity.ts";
import { buildInner, normalizeText, readFacts, type Inner, type VoidedRef } from "./mime.ts";
import { SUITE, WRITING } from "./profile.ts";
import { activeMembers, type Roster } from "./roster.ts";
import { newUlid } from "./ulid.ts";

export interface Draft {
  readonly identity: Identity;
  readonly roster: Roster;
  /** Certificates of the roster's members, in any order; others are ignored. */
  readonly certificates: readonly Certificate[];
  readonly kind: string;
  readonly text: string;
  readonly dev: string;
  readonly n: number;
  readonly parents: readonly string[];
  /** From `Chain.next`; own messages that readers need not miss. */
  readonly voided?: readonly VoidedRef[];
  /** Version of one's own vault. */
  readonly vv: number;
  /** Row id; made here when absent. The same id is sent again after a lost answer. */
  readonly id?: string;
  readonly replyTo?: string | null;
  readonly supersedes?: string | null;
  readonly now?: Date;
}

export interface Sealed {
  readonly id: string;
  /** SHA-256 of the inner bytes, hex; the id inside the chain. */
  readonly innerId: string;
  readonly body: Uint8Array;
  /** SHA-256 of the body, hex. */
  readonly sha256: string;
  readonly inner: Inner;
}

/** A random id for a device, or for one object outside the conversation's count. */
export function newDeviceId(): string {
  return toBase64Url(randomBytes(12));
}

/** Certificates of those who read now, in the roster's order. Throws `recipient-missing` or `message-author`. */
function readersOf(roster: Roster, certificates: readonly Certificate[], from: string, at: Date): Certificate[] {
  const members = activeMembers(roster, at);
  must(members.some((member) => member.fp === from), "message-author", "the sender is not on the roster");
  return members.map((member) => {
    const found = certificates.find((one) => one.fingerprint === member.fp && one.encFingerprint === member.enc_fp);
    if (!found) throw new CryptoError("recipient-missing", "a reader's certificate is missing");
    return found;
  });
}

/** Seal a message. Throws `recipient-missing`, `message-author`, `message-content` or `message-too-large`. */
export async function sealMessage(draft: Draft): Promise<Sealed> {
  const now = draft.now ?? new Date();
  const from = draft.identity.certificate.fingerprint;
  const readers = readersOf(draft.roster, draft.certificates, from, now);
  const inner = readFacts({
    v: 1,
    suite: SUITE,
    kind: draft.kind,
    msg: draft.id ?? newUlid(now),
    conv: draft.roster.conv,
    roster: draft.roster.sha256,
    from,
    to: readers.map((reader) => reader.fingerprint),
    dev: draft.dev,
    n: draft.n,
    parents: draft.parents,
    voided: draft.voided ?? [],
    sent_at: now.toISOString(),
    nonce: toHex(randomBytes(16)),
    vv: draft.vv,
    reply_to: draft.replyTo ?? null,
    supersedes: draft.supersedes ?? null,
  });
  const bytes = buildInner(inner, normalizeText(draft.text));
  const body = await lock(bytes, draft.identity, readers, now);
  return { id: inner.msg, innerId: await sha256Hex(bytes), body, sha256: await sha256Hex(body), inner };
}

async function lock(bytes: Uint8Array, by: Identity, readers: readonly Certificate[], now: Date): Promise<Uint8Array> {
  const message = await createMessage({ binary: bytes });
  const encryptionKeys = readers.map((reader) => reader.key);
  return encrypt({ message, encryptionKeys, signingKeys: by.key, date: now, format: "binary", config: WRITING });
}
