// A therapist's page of one client: takes an open invitation back, and keeps her own name for the client in the vault.
import { visit } from "@hotwired/turbo";
import { ask } from "../ask.ts";
import { holder } from "../keys/holder.ts";
import { nameOf, withName } from "../keys/invitees.ts";
import { whileUnlocked } from "../keys/session.ts";
import { changeVault } from "../keys/vault-write.ts";
import { sentenceOf } from "../parts/faults.ts";
import { say } from "../say.ts";

/** Binds templates/therapist/client-invited.html and client-name.html. */
export default function clients(el: HTMLElement): (() => void) | void {
  const revoke = el.querySelector<HTMLButtonElement>("[data-revoke]");
  revoke?.addEventListener("click", () => void takeBack(el, revoke));
  const form = el.querySelector<HTMLFormElement>("[data-name]");
  if (form) return bindName(form, el.dataset["fp"] ?? "", el.dataset["code"] ?? "");
}

async function takeBack(el: HTMLElement, button: HTMLButtonElement): Promise<void> {
  button.disabled = true;
  try {
    await ask("POST", `/clients/${el.dataset["relationship"]}/revoke`, {});
    visit(location.pathname, { action: "replace" });
  } catch (problem) {
    const line = el.querySelector<HTMLElement>("[data-fault]");
    if (line) [line.textContent, line.hidden] = [sentenceOf(problem), false];
    button.disabled = false;
  }
}

function bindName(form: HTMLFormElement, fp: string, code: string): () => void {
  const field = form.elements.namedItem("name") as HTMLInputElement;
  const saved = form.querySelector<HTMLElement>("[data-saved]");
  const tell = (text: string): void => {
    if (saved) saved.textContent = text;
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    changeVault((vault) => withName(vault, fp, code, field.value.trim())).then(
      () => tell(say("browser-clients-name-kept")),
      (problem: unknown) => tell(sentenceOf(problem)),
    );
  });
  return whileUnlocked(() => {
    field.value = nameOf(holder.current().vault, fp, code);
    form.hidden = false;
    return () => {
      field.value = "";
      form.hidden = true;
      tell("");
    };
  });
}
