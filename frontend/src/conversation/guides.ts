/** What the guides under a text say: a text id and its values. Pure: counts and compares, blocks nothing, shows nothing. */
import { countWords } from "./markdown.ts";

const UNCOUNTED = "for-session";

/** A sentence to show; none where there is nothing to say. */
export interface GuideLine {
  readonly id: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What a message counts as: its kind, or "" while none is chosen. */
export interface Writing {
  readonly sent: number;
  readonly kind: string;
  readonly changing: string;
}

/** The line about length. A guide of 0 words is no guide. */
export function lengthLine(text: string, guide: number): GuideLine {
  const count = countWords(text);
  if (guide <= 0) return { id: "compose-words", values: { count } };
  return { id: count > guide ? "compose-words-over" : "compose-words-guide", values: { count, guide } };
}

/** The line about how many there are this week, the one being written included; none without a guide. */
export function weekLine(writing: Writing, weekly: number): GuideLine | null {
  if (weekly <= 0) return null;
  const guide = weekly > 1 ? `1–${weekly}` : "1";
  const count = withThis(writing);
  return { id: count > weekly ? "compose-week-over" : "compose-week-guide", values: { count, guide } };
}

/** A note for the session does not count, and a changed message takes the place of the first text. */
function withThis({ sent, kind, changing }: Writing): number {
  return Math.max(0, sent - counted(changing)) + counted(kind);
}

const counted = (kind: string): number => (kind === "" || kind === UNCOUNTED ? 0 : 1);
