// The welcome by invitation, in four steps. The link's fragment is read once into memory and leaves the address bar;
// until the last step of the sheet nothing is stored, here or anywhere.
import { visit } from "@hotwired/turbo";
import { ask } from "../ask.ts";
import { make, need } from "../dom.ts";
import type { Enrolled } from "../keys/enrol.ts";
import { makeKeys, postJoin, readLink, type Link, type Stated } from "../keys/joining.ts";
import { remember } from "../keys/own-keys.ts";
import { setStays, unlockWith } from "../keys/session.ts";
import { sentenceOf, showFault, working } from "../parts/faults.ts";
import { saveSheet } from "../parts/kit-file.ts";
import { bindPassphrase } from "../parts/passphrase.ts";
import { notice } from "../parts/notice.ts";
import { makeProgress, wasStopped } from "../parts/progress.ts";
import { clearKit, isLastGroup, showKit } from "../parts/recovery-kit.ts";
import { answerCompared, numberList } from "../parts/safety-number.ts";
import { bodyOf, goTo, onSubmit } from "../parts/steps.ts";
import { say } from "../say.ts";

/** What the steps share, all of it in memory. */
interface Welcome {
  readonly el: HTMLElement;
  readonly stated: Stated;
  readonly link: Link;
  ownDevice: boolean;
  name: string;
  made?: Enrolled;
}

/** Binds templates/public/invited.html. */
export default function invited(el: HTMLElement): () => void {
  let started = false;
  const read = (): void => {
    const fragment = location.hash.slice(1);
    history.replaceState(history.state, "", location.pathname + location.search);
    if (!started) void begin(el, fragment).then((ready) => (started ||= ready));
  };
  // The whole link opened in this tab again does not load the page again; it only brings the fragment back.
  const again = (): void => (location.hash ? read() : undefined);
  addEventListener("hashchange", again);
  read();
  return () => removeEventListener("hashchange", again);
}

/** Shows the first step, or why the link can't be used. Returns whether the steps have begun. */
async function begin(el: HTMLElement, fragment: string): Promise<boolean> {
  const { invitation = "", practice = "", conv = "", certificate = "", therapist = "" } = el.dataset;
  const stated = { invitation, practice, conv, certificate, therapist };
  try {
    if (!fragment) return refuse(el, say("browser-invited-cut"));
    const link = await readLink(fragment, stated);
    // A link from a mail arrives without the cookie (SameSite=Strict); our own question brings it.
    const { signed_in } = await ask<{ signed_in: boolean }>("GET", "/sign-in/state");
    if (signed_in) return refuse(el, say("browser-invited-signed-in"));
    keepFragment(el, fragment);
    start({ el, stated, link, ownDevice: false, name: "" });
    return true;
  } catch (problem) {
    return refuse(el, sentenceOf(problem));
  }
}

/** Another language is another load of the page; the link's fragment goes along inside this document. */
function keepFragment(el: HTMLElement, fragment: string): void {
  for (const link of el.querySelectorAll<HTMLAnchorElement>("a[hreflang]")) link.hash = fragment;
}

function start(welcome: Welcome): void {
  need(welcome.el, "[data-fault]").hidden = true;
  bindDevice(welcome);
  bindKey(welcome);
  bindKit(welcome);
  need(welcome.el, "[data-welcome]").hidden = false;
}

/** The link can't be used: says why and what to do, and shows no step. */
function refuse(el: HTMLElement, sentence: string): false {
  const box = need(el, "[data-fault]");
  const title = make("h2", {}, say("browser-invited-refused"));
  box.replaceChildren(notice("fault", title, sentence, say("browser-invited-refused-do")));
  box.hidden = false;
  box.focus();
  return false;
}

function bindDevice(welcome: Welcome): void {
  const step = need(welcome.el, "[data-step=device]");
  const stopped = need(step, "[data-stopped]");
  const goOn = need<HTMLButtonElement>(step, "[data-go-on]");
  step.addEventListener("change", (event) => {
    const choice = (event.target as HTMLInputElement).value;
    welcome.ownDevice = choice === "mine";
    stopped.hidden = choice !== "unsafe";
    goOn.hidden = choice === "unsafe";
  });
  onSubmit(welcome.el, "device", () => goTo(welcome.el, "key"));
}

function bindKey(welcome: Welcome): void {
  const form = bodyOf(welcome.el, "key");
  const passphrase = bindPassphrase(form);
  const handle = need<HTMLInputElement>(form, "#handle");
  onSubmit(welcome.el, "key", () =>
    working(form, handle, async () => {
      await ask("POST", `/i/${welcome.stated.invitation}/handle`, { auth: welcome.link.invite.authHalf, handle: handle.value });
      welcome.name = need<HTMLInputElement>(form, "#own-name").value.trim();
      const made = await keysOf(welcome, form, handle.value, await passphrase.value());
      if (!made) return;
      passphrase.clear();
      welcome.made = made;
      showKit(bodyOf(welcome.el, "kit"), { text: made.recovery.text, handle: made.account.handle, now: new Date() });
      goTo(welcome.el, "kit");
    }),
  );
}

async function keysOf(welcome: Welcome, form: HTMLElement, handle: string, passphrase: string): Promise<Enrolled | undefined> {
  const { progress, signal, end } = makeProgress(form);
  try {
    return await makeKeys(welcome.link, welcome.stated, { handle, passphrase, progress, signal });
  } catch (problem) {
    if (!wasStopped(problem)) throw problem;
    showFault(form, say("login-stopped"));
    return undefined;
  } finally {
    end();
  }
}

function bindKit(welcome: Welcome): void {
  const form = bodyOf(welcome.el, "kit");
  const last = need<HTMLInputElement>(form, "#last");
  need(form, "[data-save]").addEventListener("click", () => {
    if (welcome.made) saveSheet(welcome.made.recovery.text, new Date());
  });
  onSubmit(welcome.el, "kit", () =>
    working(form, null, async () => {
      const { made } = welcome;
      if (!made || !isLastGroup(made.recovery.text, last.value)) return showFault(form, say("login-kit-last-wrong"), last);
      await join(welcome, made);
      clearKit(form);
      await showNumber(welcome, made);
      goTo(welcome.el, "compare");
    }),
  );
}

async function join({ stated, link, name, ownDevice }: Welcome, made: Enrolled): Promise<void> {
  const keys = await postJoin(link, stated, made, { name, ownDevice });
  remember(keys);
  await setStays(ownDevice, keys.account);
  await unlockWith(made.opened);
}

async function showNumber({ el, stated, link }: Welcome, made: Enrolled): Promise<void> {
  const theirs = link.therapist.fingerprint;
  const pair = { mine: made.opened.identity.certificate.fingerprint, theirs, conv: stated.conv };
  need(el, "[data-number]").replaceChildren(await numberList(pair));
  const status = need(el, "[data-compared]");
  need(el, "[data-same]").addEventListener("click", () => void answerCompared(status, theirs, true));
  need(el, "[data-differ]").addEventListener("click", () => void answerCompared(status, theirs, false));
  // The page was made for nobody; the next one is for the person who has joined.
  need(el, "[data-on]").addEventListener("click", (event) => (event.preventDefault(), visit("/messages", { action: "replace" })));
}
