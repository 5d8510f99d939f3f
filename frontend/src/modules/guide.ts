// The guide under a text: how many words, how many messages this week. It informs; nothing depends on it.
import { countWords } from "../conversation/markdown.ts";
import { say } from "../say.ts";

/** Binds to the line of guides; `data-for` names the text it counts. A guide of 0 is no guide. */
export default function guide(el: HTMLElement): () => void {
  const field = document.getElementById(el.dataset["for"] ?? "") as HTMLTextAreaElement | null;
  const [words, weekly] = [Number(el.dataset["words"]), Number(el.dataset["weekly"])];
  const kinds = el.closest("form");
  const stop = new AbortController();
  const count = (): void => {
    fill(el, "[data-guide-words]", wordsLine(countWords(field?.value ?? ""), words));
    const chosen = kinds?.querySelector<HTMLInputElement>("input[name=kind]:checked")?.value;
    // A note for the session does not count; the line then says what has been sent so far.
    const sent = Number(el.dataset["sent"]) + (chosen === "for-session" || !chosen ? 0 : 1);
    fill(el, "[data-guide-week]", weekly > 0 ? weekLine(sent, weekly) : "");
  };
  field?.addEventListener("input", count, { signal: stop.signal });
  kinds?.addEventListener("change", count, { signal: stop.signal });
  kinds?.addEventListener("intersession:filled", count, { signal: stop.signal });
  count();
  return () => stop.abort();
}

function fill(el: HTMLElement, selector: string, text: string): void {
  const spot = el.querySelector<HTMLElement>(selector);
  if (spot && spot.textContent !== text) spot.textContent = text;
}

function wordsLine(count: number, words: number): string {
  if (words <= 0) return say("compose-words", { count });
  return say(count > words ? "compose-words-over" : "compose-words-guide", { count, guide: words });
}

function weekLine(count: number, weekly: number): string {
  const guide = weekly > 1 ? `1–${weekly}` : "1";
  return say(count > weekly ? "compose-week-over" : "compose-week-guide", { count, guide });
}
