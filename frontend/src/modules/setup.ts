// The first run: four steps in one page. Keys are made here; nothing is posted before the last step.
import { visit } from "@hotwired/turbo";
import { ask } from "../ask.ts";
import { need } from "../dom.ts";
import { enrol, type Enrolled } from "../keys/enrol.ts";
import { remember, type SignedIn } from "../keys/own-keys.ts";
import { unlockWith } from "../keys/session.ts";
import { showFault, working } from "../parts/faults.ts";
import { bindPassphrase } from "../parts/passphrase.ts";
import { makeProgress, wasStopped } from "../parts/progress.ts";
import { clearKit, isLastGroup, showKit } from "../parts/recovery-kit.ts";
import { bodyOf, goTo, onSubmit } from "../parts/steps.ts";
import { codeField, showSecret } from "../parts/totp.ts";
import { say } from "../say.ts";

interface You {
  readonly name: string;
  readonly handle: string;
  readonly zone: string;
}

/** Binds to the list of steps; `data-practice` and `data-token` come from the server. */
export default function setup(el: HTMLElement): void {
  const { practice = "", token = "" } = el.dataset;
  const door = `/setup/${token}`;
  let you: You | undefined;
  let made: Enrolled | undefined;
  chooseZone(need<HTMLSelectElement>(el, "#zone"));
  const passphrase = bindPassphrase(bodyOf(el, "key"));

  onSubmit(el, "you", (form) => {
    const typed = new FormData(form);
    you = { name: String(typed.get("name")).trim(), handle: String(typed.get("handle")).trim(), zone: String(typed.get("zone")) };
    passphrase.belongsTo(you.handle);
    goTo(el, "key");
  });
  onSubmit(el, "key", (form) =>
    working(form, passphrase.input, async () => {
      if (!you) return;
      made = await makeKeys(form, practice, you.handle, await passphrase.value());
      if (!made) return;
      passphrase.clear();
      showKit(bodyOf(el, "kit"), { text: made.recovery.text, handle: made.account.handle, now: new Date() });
      goTo(el, "kit");
    }),
  );
  onSubmit(el, "kit", (form) =>
    working(form, null, async () => {
      const last = need<HTMLInputElement>(form, "#last");
      if (!made || !isLastGroup(made.recovery.text, last.value)) return showFault(form, say("login-kit-last-wrong"), last);
      const { secret } = await ask<{ secret: string }>("POST", `${door}/second-factor`, {});
      showSecret(el, secret, made.account.handle);
      clearKit(form);
      goTo(el, "code");
    }),
  );
  onSubmit(el, "code", (form) =>
    working(form, codeField(form), async () => {
      if (!you || !made) return;
      const code = codeField(form).value;
      const body = { ...you, code, language: document.documentElement.lang, account: made.account };
      const keys = await ask<SignedIn & Record<string, unknown>>("POST", `${door}/finish`, body);
      remember(keys);
      await unlockWith(made.opened);
      visit(keys.next, { action: "replace" });
    }),
  );
}

/** The browser's zone, when the server knows it. */
function chooseZone(select: HTMLSelectElement): void {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if ([...select.options].some((option) => option.value === zone)) select.value = zone;
}

async function makeKeys(form: HTMLElement, practice: string, handle: string, passphrase: string): Promise<Enrolled | undefined> {
  const running = makeProgress(form);
  try {
    return await enrol({ practice, handle, passphrase, progress: running.progress, signal: running.signal });
  } catch (problem) {
    if (!wasStopped(problem)) throw problem;
    showFault(form, say("login-stopped"));
    return undefined;
  } finally {
    running.end();
  }
}
