// Signs in: stretches the passphrase here, sends its proof, opens the sealed keys that come back.
import { visit } from "@hotwired/turbo";
import { ask } from "../ask.ts";
import { stretch } from "../crypto/kdf.ts";
import { need } from "../dom.ts";
import type { Kdf } from "../keys/enrol.ts";
import { openKeys, remember, vaultKeyFrom, type SignedIn } from "../keys/own-keys.ts";
import { setStays, unlockWith } from "../keys/session.ts";
import { pageStretcher } from "../keys/stretcher.ts";
import { openForm, working } from "../parts/faults.ts";
import { say } from "../say.ts";

/** Binds to the form; `data-next` is where to go afterwards. */
export default function signIn(el: HTMLElement): void {
  const form = el as HTMLFormElement;
  const next = form.dataset["next"] ?? "/";
  const progress = need(form, "[data-part=progress]");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    progress.textContent = say("login-working");
    void working(form, need<HTMLElement>(form, "[name=passphrase]"), () => enter(form, next)).finally(() => (progress.textContent = ""));
  });
  openForm(form);
  void goOnIfSignedIn(next);
}

/** A link in a mail arrives without the cookie (SameSite=Strict); asking from our own page brings it. */
async function goOnIfSignedIn(next: string): Promise<void> {
  const { signed_in } = await ask<{ signed_in: boolean }>("GET", "/sign-in/state").catch(() => ({ signed_in: false }));
  if (signed_in) visit(next, { action: "replace" });
}

async function enter(form: HTMLFormElement, next: string): Promise<void> {
  const typed = new FormData(form);
  const field = (name: string): string => String(typed.get(name) ?? "");
  const handle = field("handle");
  const place = await ask<Kdf & { practice: string } & Record<string, unknown>>("POST", "/sign-in/salt", { handle });
  const halves = await stretch(field("passphrase"), { ...place, handle }, pageStretcher());
  const own_device = typed.has("own");
  const body = { handle, auth: halves.authHalf, code: field("code"), next, own_device };
  const keys = await ask<SignedIn & Record<string, unknown>>("POST", "/sign-in/enter", body);
  await setStays(own_device, keys.account);
  await unlockWith(await openKeys(remember(keys), await vaultKeyFrom(keys, "passphrase", halves.unlockHalf)));
  visit(keys.next, { action: "replace" });
}
