// Makes an invitation: the secret is made here, goes into the vault and into the link's fragment, and nowhere else.
import { ask } from "../ask.ts";
import { makeInvite } from "../crypto/invite.ts";
import { make, need } from "../dom.ts";
import { holder } from "../keys/holder.ts";
import { invitees, withInvite } from "../keys/invitees.ts";
import { whenUnlocked } from "../keys/session.ts";
import { changeVault } from "../keys/vault-write.ts";
import { sentenceOf } from "../parts/faults.ts";
import { drawQr } from "../parts/qr.ts";
import { say } from "../say.ts";

interface Made {
  readonly invitation: string;
  readonly relationship: string;
  readonly conv: string;
  readonly code: string;
  /** The last moment, as a person reads it. */
  readonly expires: string;
}

/** Binds templates/therapist/client-invite.html. */
export default function invite(el: HTMLElement): void {
  const form = need<HTMLFormElement>(el, "form");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void submit(el, form);
  });
  form.hidden = false;
}

async function submit(el: HTMLElement, form: HTMLFormElement): Promise<void> {
  const data = new FormData(form);
  const how = data.get("how");
  if (!how) return fault(form, say("browser-clients-choose-how"));
  const button = need<HTMLButtonElement>(form, "button[type=submit]");
  button.disabled = true;
  fault(form, "");
  try {
    const name = String(data.get("name") ?? "").trim();
    const { made, link } = await create(el.dataset["relationship"] ?? "", name, how === "here");
    form.hidden = true;
    show(need(el, "[data-made]"), made, link, how === "here");
  } catch (problem) {
    fault(form, sentenceOf(problem));
  } finally {
    button.disabled = false;
  }
}

async function create(relationship: string, name: string, here: boolean): Promise<{ made: Made; link: string }> {
  const { identity } = await whenUnlocked();
  const { authHalf, secret, fragment } = await makeInvite(identity.certificate.fingerprint);
  const url = relationship ? `/clients/${relationship}/invite` : "/clients/invite";
  const made = await ask<Made & Record<string, unknown>>("POST", url, { auth: authHalf });
  try {
    const known = invitees(holder.current().vault)[made.code]?.name ?? "";
    await changeVault((vault) => withInvite(vault, { ...made, secret }, { name: name || known, here }, new Date()));
  } catch (problem) {
    // Without the secret in the vault nobody could check the answer: the link must not exist.
    await ask("POST", `/clients/${made.relationship}/revoke`, {}).catch(() => undefined);
    throw problem;
  }
  return { made, link: `${location.origin}/i/${made.invitation}#${fragment}` };
}

function show(box: HTMLElement, made: Made, link: string, here: boolean): void {
  const steps = here ? ["scan", "follow", "confirmed"] : ["send", "open", "compare"];
  const list = make("ol", {}, ...steps.map((step) => make("li", {}, say(`browser-clients-step-${step}`))));
  box.replaceChildren(
    make("h3", {}, say("browser-clients-made", { code: made.code })),
    make("div", { class: "halves" }, make("div", { class: "paper" }, bigQr(link)), list),
    here ? foldedLink(link) : copyLink(link),
    make("p", { class: "note soft" }, say("browser-clients-expires", { at: made.expires })),
    make("p", { class: "row" }, make("a", { class: "btn", href: `/clients/${made.relationship}` }, say("browser-clients-open-client"))),
  );
  // The list was made before this invitation: "nobody here" is no longer true.
  for (const empty of document.querySelectorAll<HTMLElement>("[data-empty]")) empty.hidden = true;
  box.hidden = false;
  box.focus();
}

/** Large enough to be scanned from a screen across a table. */
function bigQr(link: string): SVGElement {
  const code = drawQr(link, say("browser-clients-qr"));
  code.classList.add("qr-big");
  return code;
}

function foldedLink(link: string): HTMLElement {
  return make("details", { class: "fold" }, make("summary", {}, say("browser-clients-show-link")), copyLink(link));
}

function copyLink(link: string): HTMLElement {
  const field = make("input", { class: "input", id: "invite-link", readonly: "", value: link }) as HTMLInputElement;
  const button = make("button", { class: "btn btn-small", type: "button" }, say("browser-clients-copy"));
  const status = make("span", { class: "state", role: "status" });
  field.addEventListener("focus", () => field.select());
  button.addEventListener("click", () => {
    navigator.clipboard.writeText(link).then(
      () => (status.textContent = say("browser-clients-copied")),
      () => field.select(),
    );
  });
  const label = make("label", { class: "label", for: "invite-link" }, say("browser-clients-link"));
  return make("div", { class: "field" }, label, field, make("p", { class: "row" }, button, status));
}

function fault(form: HTMLFormElement, sentence: string): void {
  const line = need(form, "[data-fault]");
  line.textContent = sentence;
  line.hidden = sentence === "";
}
