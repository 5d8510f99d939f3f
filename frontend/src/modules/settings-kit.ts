// Makes a new recovery sheet. The old one stays good until the new one is confirmed by its last group.
import { newRecoveryCode, type RecoveryCode } from "../crypto/recovery.ts";
import { need } from "../dom.ts";
import { ownKeys, type OwnKeys } from "../keys/own-keys.ts";
import { provePassphrase, saveRecoveryCode, type Proven } from "../keys/renew.ts";
import { openForm, showFault, working } from "../parts/faults.ts";
import { clearKit, isLastGroup, showKit } from "../parts/recovery-kit.ts";
import { say } from "../say.ts";

interface Made {
  readonly keys: OwnKeys;
  readonly proven: Proven;
  readonly code: RecoveryCode;
}

/** Binds to the part with the two forms: ask for the passphrase, then keep the sheet. */
export default function settingsKit(el: HTMLElement): void {
  const ask = need<HTMLFormElement>(el, "[data-part=ask]");
  const keep = need<HTMLFormElement>(el, "[data-part=keep]");
  const current = need<HTMLInputElement>(ask, "[data-part=current]");
  const last = need<HTMLInputElement>(keep, "[data-part=last]");
  const said = need(el, "[data-part=said]");
  let made: Made | undefined;
  const turn = (showing: boolean): void => {
    ask.hidden = showing;
    keep.hidden = !showing;
  };
  ask.addEventListener("submit", (event) => {
    event.preventDefault();
    said.textContent = say("login-working");
    void working(ask, current, async () => {
      const keys = await ownKeys();
      made = { keys, proven: await provePassphrase(keys, current.value), code: newRecoveryCode() };
      showKit(keep, { text: made.code.text, handle: keys.handle, now: new Date() });
      ask.reset();
      turn(true);
    }).finally(() => (said.textContent = ""));
  });
  keep.addEventListener("submit", (event) => {
    event.preventDefault();
    void working(keep, last, async () => {
      if (!made || !isLastGroup(made.code.text, last.value)) return showFault(keep, say("login-kit-last-wrong"), last);
      await saveRecoveryCode(made.keys, made.proven, made.code);
      made = undefined;
      clearKit(keep);
      keep.reset();
      turn(false);
      said.textContent = say("login-kit-changed");
    });
  });
  openForm(el);
}
