/**
 * Brings the page up to date without a reload: asks for the same page and lets Turbo's morphing change what differs in
 * the live parts. What a person is doing there (open folds, ticks, choices, focus, opened texts) stays as it is.
 */
import { morphElements } from "@hotwired/turbo";
import { noteServerTime } from "./clock.ts";

/** Dispatched on the document after the live parts were brought up to date. */
export const REFRESHED = "intersession:refreshed";

export type Refresh = "fresh" | "offline" | "signed-out";

let running: Promise<Refresh> | undefined;
let again = false;

/** Refreshes the live parts. Calls made while one runs share one more run after it. */
export async function refreshPage(): Promise<Refresh> {
  if (running) {
    again = true;
    return running;
  }
  running = refreshOnce().finally(() => (running = undefined));
  const done = await running;
  if (again) {
    again = false;
    return refreshPage();
  }
  return done;
}

async function refreshOnce(): Promise<Refresh> {
  const here = location.href;
  const answer = await fetch(here, { headers: { Accept: "text/html" }, credentials: "same-origin" }).catch(() => null);
  if (!answer || answer.status >= 500) return "offline";
  if (answer.redirected && new URL(answer.url).pathname !== location.pathname) return "signed-out";
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (location.href !== here) return "fresh";
  noteServerTime(page.querySelector<HTMLElement>("[data-now]")?.dataset["now"]);
  for (const next of page.querySelectorAll<HTMLElement>("[data-live]")) morph(next);
  document.dispatchEvent(new CustomEvent("intersession:bind"));
  document.dispatchEvent(new CustomEvent(REFRESHED));
  return "fresh";
}

function morph(next: HTMLElement): void {
  const current = document.getElementById(next.id);
  if (!current) return;
  carry(current, next);
  if (current.isEqualNode(next)) return;
  morphElements(current, next, { callbacks: { beforeNodeMorphed: mayChange } });
}

/** Opened texts and names that the device put in stay. */
function mayChange(node: Node): boolean {
  return !(node instanceof HTMLElement && (node.dataset["keep"] !== undefined || node.dataset["module"] === "peer-name"));
}

/** What a person did in the current part is done in the new one too. */
function carry(current: HTMLElement, next: HTMLElement): void {
  for (const fold of current.querySelectorAll<HTMLDetailsElement>("details[open][id]")) {
    next.querySelector(`#${CSS.escape(fold.id)}`)?.setAttribute("open", "");
  }
  for (const part of next.querySelectorAll<HTMLElement>("[data-needs-script]")) part.hidden = false;
  for (const shown of current.querySelectorAll<HTMLElement>("[id]:not([hidden])")) {
    const twin = next.querySelector<HTMLElement>(`#${CSS.escape(shown.id)}[hidden]`);
    if (twin && shown.dataset["shown"] !== undefined) twin.hidden = false;
  }
  for (const input of current.querySelectorAll<HTMLInputElement>("input")) carryInput(input, next);
}

function carryInput(input: HTMLInputElement, next: HTMLElement): void {
  const ticked = input.type === "radio" || input.type === "checkbox";
  const value = ticked ? `[value="${CSS.escape(input.value)}"]` : "";
  const twin = next.querySelector<HTMLInputElement>(`input[name="${CSS.escape(input.name)}"]${value}`);
  if (!twin) return;
  if (ticked) twin.toggleAttribute("checked", input.checked);
  else twin.setAttribute("value", input.value);
}
