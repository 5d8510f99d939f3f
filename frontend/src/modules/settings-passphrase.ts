// Changes the passphrase: the old one proves itself by opening its slot, then a new slot takes its place.
import { need } from "../dom.ts";
import { ownKeys } from "../keys/own-keys.ts";
import { provePassphrase, savePassphrase } from "../keys/renew.ts";
import { openForm, working } from "../parts/faults.ts";
import { bindPassphrase } from "../parts/passphrase.ts";
import { say } from "../say.ts";

/** Binds to the form. */
export default function settingsPassphrase(el: HTMLElement): void {
  const form = el as HTMLFormElement;
  const current = need<HTMLInputElement>(form, "[data-part=current]");
  const said = need(form, "[data-part=said]");
  const passphrase = bindPassphrase(form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    said.textContent = say("login-working");
    let done = "";
    void working(form, current, async () => {
      const next = await passphrase.value();
      const keys = await ownKeys();
      await savePassphrase(keys, await provePassphrase(keys, current.value), next);
      form.reset();
      done = say("login-changed");
    }).finally(() => (said.textContent = done));
  });
  openForm(form);
}
