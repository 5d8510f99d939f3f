// The printed code: signs in by its auth half, opens its slot, and sets a new passphrase with a new slot.
import { visit } from "@hotwired/turbo";
import { ask } from "../ask.ts";
import { readRecoveryCode, recoveryAuthHalf } from "../crypto/recovery.ts";
import { need } from "../dom.ts";
import type { Opened } from "../keys/enrol.ts";
import { openKeys, remember, vaultKeyFrom, type SignedIn } from "../keys/own-keys.ts";
import { savePassphrase } from "../keys/renew.ts";
import { unlockWith } from "../keys/session.ts";
import { working } from "../parts/faults.ts";
import { bindPassphrase } from "../parts/passphrase.ts";
import { bodyOf, goTo, onSubmit } from "../parts/steps.ts";
import { say } from "../say.ts";

/** Binds to the two steps. */
export default function recover(el: HTMLElement): void {
  let keys: SignedIn | undefined;
  let opened: Opened | undefined;
  let proof = "";
  const passphrase = bindPassphrase(bodyOf(el, "passphrase"));
  onSubmit(el, "code", (form) =>
    working(form, need<HTMLElement>(form, "#code"), async () => {
      const secret = readRecoveryCode(need<HTMLTextAreaElement>(form, "#code").value);
      const handle = need<HTMLInputElement>(form, "#handle").value;
      proof = await recoveryAuthHalf(secret);
      keys = await ask<SignedIn & Record<string, unknown>>("POST", "/recover/enter", { handle, auth: proof });
      opened = await openKeys(remember(keys), await vaultKeyFrom(keys, "recovery", secret));
      passphrase.belongsTo(handle);
      form.reset();
      goTo(el, "passphrase");
    }),
  );
  onSubmit(el, "passphrase", (form) =>
    working(form, passphrase.input, async () => {
      if (!keys || !opened) return;
      need(form, "[data-part=progress]").textContent = say("login-working");
      await savePassphrase(keys, { current: proof, vaultKey: opened.vaultKey }, await passphrase.value());
      await unlockWith(opened);
      visit(keys.next, { action: "replace" });
    }).finally(() => (need(form, "[data-part=progress]").textContent = "")),
  );
}
