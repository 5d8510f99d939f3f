// Sets up another code app. The old one stays good until the new one has shown a code that fits.
import { ask } from "../ask.ts";
import { need } from "../dom.ts";
import { ownKeys } from "../keys/own-keys.ts";
import { provePassphrase } from "../keys/renew.ts";
import { openForm, working } from "../parts/faults.ts";
import { clearSecret, codeField, showSecret } from "../parts/totp.ts";
import { say } from "../say.ts";

/** Binds to the part with the two forms: ask for the passphrase, then try the new app. */
export default function settingsCode(el: HTMLElement): void {
  const first = need<HTMLFormElement>(el, "[data-part=ask]");
  const second = need<HTMLFormElement>(el, "[data-part=keep]");
  const passphrase = need<HTMLInputElement>(first, "[data-part=current]");
  const said = need(el, "[data-part=said]");
  let pending = { current: "", sealed: "" };
  const turn = (showing: boolean): void => {
    first.hidden = showing;
    second.hidden = !showing;
  };
  first.addEventListener("submit", (event) => {
    event.preventDefault();
    said.textContent = say("login-working");
    void working(first, passphrase, async () => {
      const { current } = await provePassphrase(await ownKeys(), passphrase.value);
      const made = await ask<{ secret: string; sealed: string }>("POST", "/settings/second-factor/new", { current });
      pending = { current, sealed: made.sealed };
      showSecret(second, made.secret, el.dataset["handle"] ?? "");
      first.reset();
      turn(true);
    }).finally(() => (said.textContent = ""));
  });
  second.addEventListener("submit", (event) => {
    event.preventDefault();
    void working(second, codeField(second), async () => {
      await ask("PUT", "/settings/second-factor", { ...pending, code: codeField(second).value });
      pending = { current: "", sealed: "" };
      clearSecret(second);
      second.reset();
      turn(false);
      said.textContent = say("login-code-changed");
    });
  });
  openForm(el);
}
