// The guide under a text: how many words, how many messages this week. It informs; nothing depends on it.
import { lengthLine, weekLine, type GuideLine } from "../conversation/guides.ts";
import { REFRESHED } from "../conversation/refresh.ts";
import { say } from "../say.ts";

/** Binds to the line of guides; `data-for` names the text it counts. A guide of 0 is no guide. */
export default function guide(el: HTMLElement): () => void {
  const field = document.getElementById(el.dataset["for"] ?? "") as HTMLTextAreaElement | null;
  const form = el.closest("form");
  const stop = new AbortController();
  const { signal } = stop;
  const count = (): void => {
    const kind = form?.querySelector<HTMLInputElement>("input[name=kind]:checked")?.value ?? "";
    const writing = { sent: Number(el.dataset["sent"]), kind, changing: form?.dataset["replaces"] ?? "" };
    show(el, "[data-guide-words]", lengthLine(field?.value ?? "", Number(el.dataset["words"])));
    show(el, "[data-guide-week]", weekLine(writing, Number(el.dataset["weekly"])));
  };
  field?.addEventListener("input", count, { signal });
  form?.addEventListener("change", count, { signal });
  form?.addEventListener("intersession:filled", count, { signal });
  document.addEventListener(REFRESHED, count, { signal });
  count();
  return () => stop.abort();
}

function show(el: HTMLElement, selector: string, line: GuideLine | null): void {
  const spot = el.querySelector<HTMLElement>(selector);
  const text = line ? say(line.id, line.values) : "";
  if (spot && spot.textContent !== text) spot.textContent = text;
}
