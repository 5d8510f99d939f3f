/** The server's doors of a conversation, typed. What they answer is sealed or metadata; every claim is checked elsewhere. */
import { ask } from "../ask.ts";

export interface StateLine {
  readonly code: string;
  readonly text: string;
}

/** What the server says about one message. `body` is the envelope in base64, null while it may not be opened here. */
export interface Meta {
  readonly id: string;
  readonly seq: number;
  readonly mine: boolean;
  readonly author_fp: string;
  readonly kind: string;
  readonly received_at: string;
  readonly roster_seq: number;
  readonly reply_to: string | null;
  readonly supersedes: string | null;
  readonly opened_at: string | null;
  readonly withdrawn_at: string | null;
  readonly replaced_at: string | null;
  readonly may_open: boolean;
  readonly state: StateLine;
  readonly body: string | null;
}

export interface ServedStatement {
  readonly id: string;
  readonly seq: number;
  readonly kind: string;
  readonly author_fp: string;
  readonly messages: readonly string[];
  readonly data: string;
  readonly created_at: string;
}

export interface Sync {
  readonly conv: string;
  /** Nothing up to this number is missing; with `more`, the next question asks after it. */
  readonly seq: number;
  readonly roster_seq: number;
  readonly agreement: string;
  readonly composer: { readonly open: boolean; readonly code: string; readonly text: string };
  readonly messages: readonly Meta[];
  readonly statements: readonly ServedStatement[];
  readonly rosters: readonly { readonly seq: number; readonly sha256: string; readonly data: string }[];
  readonly certificates: readonly { readonly role: string; readonly fingerprint: string; readonly data: string }[];
  readonly gone: readonly string[];
  readonly more: boolean;
}

/** What goes out for one message; kept in the queue until the server has it. */
export interface Outgoing {
  readonly id: string;
  readonly kind: string;
  readonly body: string;
  readonly roster_seq: number;
  readonly agreement: string;
  readonly reply_to?: string;
  readonly supersedes?: string;
  readonly also?: readonly string[];
  readonly at_once?: boolean;
}

export interface Stored {
  readonly id: string;
  readonly seq: number;
  readonly received_at: string;
  readonly replayed: boolean;
  readonly letter: Meta;
}

type Answer<T> = T & Record<string, unknown>;

export const sendUrl = (conv: string): string => `/conversations/${conv}/messages`;

export function askSync(conv: string, after: number, rosters: number): Promise<Sync> {
  return ask<Answer<Sync>>("GET", `/sync/${conv}?after=${after}&rosters=${rosters}`);
}

export function postMessage(url: string, message: Outgoing): Promise<Stored> {
  return ask<Answer<Stored>>("POST", url, message);
}

export async function postOpen(conv: string, id: string, onPurpose: boolean): Promise<Meta> {
  const body = onPurpose ? { on_purpose: true } : {};
  return (await ask<{ letter: Meta }>("POST", `/conversations/${conv}/messages/${id}/open`, body)).letter;
}

export async function postStatement(conv: string, data: string): Promise<void> {
  await ask("POST", `/conversations/${conv}/statements`, { data });
}
