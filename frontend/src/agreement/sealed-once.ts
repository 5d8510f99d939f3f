/** Seals a form's words once: what is sent again after a lost answer is the same envelope with the same id. Knows no doors. */
import { whenUnlocked } from "../keys/session.ts";
import { circleOf, forgetCircle } from "./circle.ts";
import { kindOf, sealWords, type SealedWords } from "./words.ts";

const sealed = new WeakMap<HTMLFormElement, { readonly text: string; readonly words: SealedWords }>();

/** The form's words, sealed for who reads now. Throws CryptoError or AskError. */
export async function wordsFor(form: HTMLFormElement, what: "concern" | "reply", text: string): Promise<SealedWords> {
  const before = sealed.get(form);
  if (before?.text === text) return before.words;
  const { agreement = "", clause = "", conv = "" } = form.dataset;
  const unlocked = await whenUnlocked();
  const words = await sealWords(text, kindOf(what, clause), agreement, await circleOf(conv, unlocked), unlocked);
  sealed.set(form, { text, words });
  return words;
}

/** After a failure: when the list of readers has changed, the words are sealed anew for the new one. */
export function sealAnewAfter(form: HTMLFormElement, problem: unknown): void {
  if ((problem as { code?: string }).code !== "roster-changed") return;
  forgetCircle();
  sealed.delete(form);
}
