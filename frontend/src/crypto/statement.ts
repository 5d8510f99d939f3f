/**
 * Short signed statements that the server reads too: `ack` (opened), `withdraw` (taken back), `more-time`.
 * "Opened at 9:12" is shown from such a statement only, never from the server's word.
 */
import { sha256Hex } from "./bytes.ts";
import { canonicalBytes, readCanonical, type Json } from "./canonical.ts";
import { failing, must } from "./errors.ts";
import { DEVICE, Fields, FINGERPRINT, INSTANT, SHA256, ULID } from "./fields.ts";
import type { Certificate, Identity } from "./identity.ts";
import { SUITE } from "./profile.ts";
import { openSigned, signInline } from "./signed.ts";

export type StatementKind = "ack" | "withdraw" | "more-time";

/** A message by its row id and by the hash of its inner bytes, which only its readers know. */
export interface MessageRef {
  readonly msg: string;
  readonly sha256: string;
}

export interface StatementFields {
  readonly kind: StatementKind;
  readonly conv: string;
  readonly ids: readonly MessageRef[];
  readonly dev: string;
  /** Statements of a device are counted apart from its messages. */
  readonly n: number;
  /** ISO 8601 UTC with milliseconds. */
  readonly at: string;
  /** The new promise of `more-time`; absent otherwise. */
  readonly until?: string;
}

export interface Statement extends StatementFields {
  readonly from: string;
  /** SHA-256 of the signed JSON. */
  readonly sha256: string;
}

const KINDS: readonly string[] = ["ack", "withdraw", "more-time"];
const MAX_REFS = 500;

export async function makeStatement(fields: StatementFields, by: Identity, now: Date = new Date()): Promise<Uint8Array> {
  const content = canonicalBytes({ v: 1, suite: SUITE, ...fields, from: by.certificate.fingerprint } as unknown as Json);
  await parse(content);
  return signInline(content, by, now);
}

function readRef(value: unknown): MessageRef {
  const ref = new Fields(value, "statement-invalid");
  return { msg: ref.text("msg", ULID), sha256: ref.text("sha256", SHA256) };
}

async function parse(content: Uint8Array): Promise<Statement> {
  const fields = new Fields(readCanonical(content), "statement-invalid");
  fields.is("v", 1);
  fields.is("suite", SUITE);
  const kind = fields.text("kind");
  must(KINDS.includes(kind), "statement-invalid", "unknown kind");
  const until = fields.textOrNull("until", INSTANT);
  must((until !== null) === (kind === "more-time"), "statement-invalid", "only more-time names a day");
  const ids = fields.list("ids", MAX_REFS).map(readRef);
  must(ids.length > 0, "statement-invalid", "about nothing");
  return {
    kind: kind as StatementKind,
    conv: fields.text("conv"),
    ids,
    dev: fields.text("dev", DEVICE),
    n: fields.whole("n", 1),
    at: fields.text("at", INSTANT),
    from: fields.text("from", FINGERPRINT),
    ...(until === null ? {} : { until }),
    sha256: await sha256Hex(content),
  };
}

/** Read a statement made by `signer` about conversation `conv`. Throws `statement-invalid`. */
export async function readStatement(data: Uint8Array, signer: Certificate, conv: string): Promise<Statement> {
  return failing("statement-invalid", async () => {
    const { content } = await openSigned(data, signer, "statement-invalid");
    const statement = await parse(content);
    must(statement.from === signer.fingerprint, "statement-invalid", "signed by someone else");
    must(statement.conv === conv, "statement-invalid", "about another conversation");
    return statement;
  });
}
