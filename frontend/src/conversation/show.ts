/** Puts opened texts, unsent letters and missing ones into the page. It shows; it does not open and does not send. */
import { AskError } from "../ask.ts";
import { CryptoError } from "../crypto/errors.ts";
import { clock } from "../dates.ts";
import { make, reader } from "../dom.ts";
import { say } from "../say.ts";
import { letterNodes } from "./markdown.ts";
import type { Room, Text } from "./room.ts";

const sealedNodes = new WeakMap<HTMLElement, Node[]>();

/** Shows a text, or the sentence that says why it stays hidden. */
export function showText(el: HTMLElement, text: Text): void {
  if (!sealedNodes.has(el)) sealedNodes.set(el, [...el.childNodes]);
  const nodes = text.ok ? letterNodes(text.text) : [problemLine(text.problem)];
  el.replaceChildren(...nodes);
  el.dataset["open"] = text.ok ? "yes" : "no";
}

function problemLine(problem: CryptoError): HTMLElement {
  return make("p", { class: "fault" }, say(`crypto-${problem.code}`, problem.values));
}

/** Takes an opened text out of the page again. */
export function hideText(el: HTMLElement): void {
  const before = sealedNodes.get(el);
  if (!before) return;
  el.replaceChildren(...before);
  delete el.dataset["open"];
}

/** A clock time in the reader's zone: "22:41". */
export function clockTime(at: Date): string {
  return clock(at, reader().zone);
}

/** A day in the reader's zone: "3 Sep". */
export function shortDay(at: Date): string {
  const format = { day: "numeric", month: "short", timeZone: reader().zone } as const;
  const lang = document.documentElement.lang;
  return new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, format).format(at);
}

/** The sign-in page that leads back here. */
export function signInUrl(): string {
  return `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`;
}

function stateLine(state: string): HTMLElement {
  const link = make("a", { href: signInUrl() }, say("compose-sign-in"));
  return make("span", {}, state, ...(state === say("compose-signed-out") ? [" ", link] : []));
}

/** One letter that is still on this device. */
export function pendingLetter(id: string, text: string, state: string): HTMLElement {
  return make(
    "article",
    { class: "letter letter-mine letter-waiting", "data-pending-id": id, "aria-labelledby": `who-${id} state-${id}` },
    make("header", { class: "letter-head" }, make("h3", { id: `who-${id}` }, say("compose-you"))),
    make("div", { class: "letter-text" }, ...letterNodes(text)),
    make("p", { class: "state", id: `state-${id}`, tabindex: "-1", "data-pending-state": "" }, stateLine(state)),
  );
}

/** Why something stays in the queue, in the words of the wording guide. */
export function waitingLine(problem: AskError): string {
  if (problem.code === "offline") return say("compose-no-network");
  if (problem.status === 401) return say("compose-signed-out");
  return say("compose-server-fault");
}

/** A notice that counts messages which should be here; hidden when there are none. */
export function showMissing(el: HTMLElement | null, count: number): void {
  if (!el) return;
  el.hidden = count === 0;
  const line = make("p", {}, say("compose-missing", { count }));
  el.replaceChildren(...(count > 0 ? [make("div", { class: "notice notice-due" }, make("span"), make("div", {}, line))] : []));
}

/** Under each letter that the server calls opened and no signed acknowledgement does: a line that says so. */
export function showUnsaid(el: HTMLElement, room: Room): void {
  for (const letter of el.querySelectorAll<HTMLElement>("[data-opened]")) {
    letter.querySelector("[data-unsaid]")?.remove();
    const id = letter.dataset["letter"] ?? "";
    if (!room.texts.get(id)?.ok || room.isAcknowledged(id)) continue;
    letter.querySelector(".state")?.after(make("p", { class: "hint", "data-unsaid": "" }, say("compose-unsaid")));
  }
}

/** Says a sentence to a screen reader, once. */
export function announce(sentence: string): void {
  const line = document.getElementById("said");
  if (line) line.textContent = sentence;
}
