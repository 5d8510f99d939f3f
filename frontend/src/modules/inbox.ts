// The inbox: who wrote what waits quietly is shown only on purpose; texts are never shown here.
import { noteServerTime } from "../conversation/clock.ts";

/** Binds to the inbox. */
export default function inbox(el: HTMLElement): () => void {
  const stop = new AbortController();
  noteServerTime(el.dataset["now"]);
  for (const part of el.querySelectorAll<HTMLElement>("[data-needs-script]")) part.hidden = false;
  el.addEventListener("click", (event) => showWho(el, event), { signal: stop.signal });
  return () => stop.abort();
}

function showWho(el: HTMLElement, event: Event): void {
  const button = (event.target as Element).closest<HTMLElement>("[data-act=show-who]");
  const list = el.querySelector<HTMLElement>("#who");
  if (!button || !list) return;
  list.hidden = !list.hidden;
  button.setAttribute("aria-expanded", String(!list.hidden));
  // A refresh of the page keeps what is marked as shown.
  if (list.hidden) delete list.dataset["shown"];
  else list.dataset["shown"] = "";
}
