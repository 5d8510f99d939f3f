/** What the modules of a conversation's page tell each other. Events carry opened text; they stay in this document. */
import type { AskError } from "../ask.ts";

/** A letter was put into the queue. */
export const QUEUED = "intersession:queued";
/** The writer wants to change a letter. */
export const CHANGE = "intersession:change";
/** A letter could not be sent; its text is here again. */
export const BACK = "intersession:back";

/** The log-in has ended; what was written stays on the device. */
export const SIGNED_OUT = "intersession:signed-out";

export interface Change {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
}

export interface Back {
  readonly kind: string;
  readonly text: string;
  readonly supersedes: string;
  readonly problem: AskError;
}

export function tell(name: string, detail?: unknown): void {
  document.dispatchEvent(new CustomEvent(name, { detail }));
}
