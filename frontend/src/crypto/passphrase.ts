/**
 * Suggests passphrases (five words, at least 50 random bits) and judges typed ones: twelve characters and zxcvbn score 3.
 * Words and dictionaries are loaded only when asked for. It never sends anything anywhere.
 */
import { normalizePassphrase } from "./kdf.ts";

const WORDS_IN_PHRASE = 5;
const LEAST_LENGTH = 12;
const LEAST_SCORE = 3;

/** Longer texts are judged by their beginning: zxcvbn slows down with length. */
const JUDGED_LENGTH = 100;

async function wordList(lang: string): Promise<readonly string[]> {
  const { WORDS } = lang.startsWith("de") ? await import("./words/de.ts") : await import("./words/en.ts");
  return WORDS;
}

/** A number below `limit`, all equally likely. */
function below(limit: number): number {
  const ceiling = Math.floor(0x1_0000_0000 / limit) * limit;
  for (;;) {
    const [value = ceiling] = crypto.getRandomValues(new Uint32Array(1));
    if (value < ceiling) return value % limit;
  }
}

/** Five words in the reader's language, with spaces. */
export async function suggestPassphrase(lang: string): Promise<string> {
  const words = await wordList(lang);
  return Array.from({ length: WORDS_IN_PHRASE }, () => words[below(words.length)]).join(" ");
}

export interface Strength {
  readonly ok: boolean;
  /** zxcvbn's score, 0 to 4. */
  readonly score: number;
}

type Judge = (text: string) => number;

let judge: Promise<Judge> | undefined;

async function loadJudge(): Promise<Judge> {
  const [{ ZxcvbnFactory }, common] = await Promise.all([import("@zxcvbn-ts/core"), import("@zxcvbn-ts/language-common")]);
  const zxcvbn = new ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs });
  return (text) => zxcvbn.check(text.slice(0, JUDGED_LENGTH)).score;
}

/** Whether a passphrase is strong enough to be used. */
export async function passphraseStrength(text: string): Promise<Strength> {
  const plain = normalizePassphrase(text);
  judge ??= loadJudge();
  const score = plain === "" ? 0 : (await judge)(plain);
  return { ok: [...plain].length >= LEAST_LENGTH && score >= LEAST_SCORE, score };
}
