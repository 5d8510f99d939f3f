/**
 * The document as it will be signed, judged on this device before the key touches it: its hash, the keys it names, the
 * clauses the page shows, the words it binds. What is signed is what was read.
 */
import { fromBase64, sha256Hex } from "../crypto/index.ts";

interface Party {
  readonly name: string;
  readonly fingerprint: string;
}

interface ClauseText {
  readonly clause: string;
  readonly title: string;
  readonly sentence: string;
  readonly lines: readonly string[];
  readonly own_words: string;
  readonly kept: string;
  readonly kept_by_app: boolean;
}

interface Point {
  readonly clause: string;
  readonly words_sha256: string;
  readonly reply_sha256: string;
}

interface Content {
  readonly format: string;
  readonly parties: { readonly therapist: Party; readonly client: Party };
  readonly texts: readonly ClauseText[];
  readonly points: readonly Point[];
}

/** Why a document is not signed. `values` fill the sentence `agreement-browser-<code>`. */
export class NotTheText extends Error {
  readonly code: "other-text" | "other-words" | "other-key";
  readonly values: Record<string, string | number>;

  constructor(code: "other-text" | "other-words" | "other-key", values: Record<string, string | number> = {}) {
    super(code);
    this.code = code;
    this.values = values;
  }
}

/** Fetches the exact bytes, as text. */
export async function fetchDocument(agreement: string): Promise<string> {
  const answer = await fetch(`/agreement-files/${agreement}.json`, { credentials: "same-origin", cache: "no-store" });
  if (!answer.ok) throw new NotTheText("other-text");
  return answer.text();
}

const plain = (text: string): string => text.replace(/\s+/g, " ").trim();

function readingOf(text: ClauseText): string {
  const own = text.own_words ? [text.own_words] : [];
  return plain([text.title, text.sentence, ...text.lines, ...own, text.kept].join(" "));
}

/** Each clause of the document stands on the page, word for word, and no other clause does. */
function checkTexts(content: Content, page: ParentNode): void {
  const shown = new Map<string, string>();
  for (const section of page.querySelectorAll<HTMLElement>("[data-plain]")) {
    const parts = [...section.querySelectorAll<HTMLElement>("[data-said]")].map((part) => part.innerText);
    shown.set(section.dataset["plain"] ?? "", plain(parts.join(" ")));
  }
  const same = content.texts.every((text) => shown.get(text.clause) === readingOf(text));
  if (!same || shown.size !== content.texts.length) throw new NotTheText("other-text");
}

/** Each envelope of words on the page is one the document names, and each one it names is on the page. */
async function checkWords(content: Content, page: ParentNode): Promise<void> {
  const shown = new Map<string, string>();
  for (const el of page.querySelectorAll<HTMLElement>("[data-module~=agreement-words]")) {
    shown.set(await sha256Hex(fromBase64(el.dataset["body"] ?? "")), (el.dataset["kind"] ?? "").split("-").at(-1) ?? "");
  }
  for (const { clause, words_sha256, reply_sha256 } of content.points) {
    for (const sha256 of [words_sha256, reply_sha256].filter(Boolean)) {
      if (shown.get(sha256) !== clause.toLowerCase()) throw new NotTheText("other-words", { clause: clause.slice(1) });
    }
  }
  const named = new Set(content.points.flatMap((point) => [point.words_sha256, point.reply_sha256]));
  for (const [sha256, clause] of shown) {
    if (!named.has(sha256)) throw new NotTheText("other-words", { clause: clause.slice(1) });
  }
}

export interface Expected {
  readonly sha256: string;
  readonly side: "therapist" | "client";
  readonly mine: string;
  readonly peer: string;
}

/** Throws NotTheText unless the document is the text on the page, between these two keys. */
export async function checkBeforeSigning(text: string, expected: Expected, page: ParentNode): Promise<void> {
  if ((await sha256Hex(new TextEncoder().encode(text))) !== expected.sha256) throw new NotTheText("other-text");
  const content = JSON.parse(text) as Content;
  const other = expected.side === "client" ? "therapist" : "client";
  const keys = content.parties[expected.side].fingerprint === expected.mine && content.parties[other].fingerprint === expected.peer;
  if (!keys) throw new NotTheText("other-key");
  checkTexts(content, page);
  await checkWords(content, page);
}
