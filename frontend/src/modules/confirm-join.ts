// On a therapist's pages, with the vault open: checks the answers of people who have joined and signs who can read.
// An answer that does not fit lets nobody in; it is shown with the way to refuse it.
import { visit } from "@hotwired/turbo";
import { ask, AskError } from "../ask.ts";
import { CryptoError } from "../crypto/errors.ts";
import { make } from "../dom.ts";
import { confirmJoin, type Joined } from "../keys/joining.ts";
import { holder } from "../keys/holder.ts";
import { nameOf } from "../keys/invitees.ts";
import { whileUnlocked } from "../keys/session.ts";
import { sentenceOf } from "../parts/faults.ts";
import { notice } from "../parts/notice.ts";
import { say } from "../say.ts";

/** What was confirmed just now and is to be said on the page as it is afterwards. */
const news: HTMLElement[] = [];

/** Binds to an empty, hidden element; `data-name` is what clients see her called in the list of readers. */
export default function confirmJoinModule(el: HTMLElement): () => void {
  return whileUnlocked(async () => {
    for (const one of news.splice(0)) tell(el, one);
    const { joins } = await ask<{ joins: Joined[] } & Record<string, unknown>>("GET", "/clients/joins").catch(() => ({ joins: [] }));
    for (const joined of joins) await one(el, joined);
    // The pages about clients show the state from before; the others stay, somebody may be writing there.
    if (news.length > 0 && location.pathname.startsWith("/clients")) visit(location.pathname, { action: "replace" });
    else for (const one of news.splice(0)) tell(el, one);
    return () => el.replaceChildren();
  });
}

async function one(el: HTMLElement, joined: Joined): Promise<void> {
  try {
    const name = await confirmJoin(joined, el.dataset["name"] ?? "");
    news.push(notice("ok", say("browser-clients-confirmed", { name: name || joined.code }), links(joined)));
  } catch (problem) {
    if (problem instanceof CryptoError && problem.code === "join-invalid") tell(el, notice("fault", ...incident(el, joined)));
    // Conflict: another window of hers was faster.
    else if (!(problem instanceof AskError && problem.code === "conflict")) tell(el, notice("fault", sentenceOf(problem)));
  }
}

function tell(el: HTMLElement, what: HTMLElement): void {
  el.append(what);
  el.hidden = false;
}

function links({ relationship }: Joined): HTMLElement {
  const client = make("a", { href: `/clients/${relationship}` }, say("browser-clients-open-client"));
  const agreement = make("a", { href: `/agreements/${relationship}` }, say("browser-clients-to-agreement"));
  return make("p", { class: "row" }, agreement, client);
}

function incident(el: HTMLElement, joined: Joined): (Node | string)[] {
  const name = nameOf(holder.current().vault, "", joined.code) || joined.code;
  const button = make("button", { class: "btn btn-small", type: "button" }, say("browser-clients-refuse")) as HTMLButtonElement;
  button.addEventListener("click", () => void refuse(el, joined, button));
  return [
    make("h2", {}, say("browser-clients-incident-title")),
    say("browser-clients-incident-text", { name }),
    say("browser-clients-incident-do"),
    make("p", { class: "row" }, button),
  ];
}

async function refuse(el: HTMLElement, joined: Joined, button: HTMLButtonElement): Promise<void> {
  button.disabled = true;
  try {
    await ask("POST", `/clients/${joined.relationship}/refuse`, {});
    el.replaceChildren();
    tell(el, notice("ok", say("browser-clients-refused")));
  } catch (problem) {
    button.disabled = false;
    tell(el, notice("fault", sentenceOf(problem)));
  }
}
