// Signs the agreement: fetches the exact text, checks that it is the one on this page, and signs it with the reader's own key.
import { ask } from "../ask.ts";
import { circleOf } from "../agreement/circle.ts";
import { checkBeforeSigning, fetchDocument, NotTheText } from "../agreement/document.ts";
import { signDocument, toBase64 } from "../crypto/index.ts";
import { serverNow } from "../conversation/clock.ts";
import { need } from "../dom.ts";
import { whenUnlocked } from "../keys/session.ts";
import { sentenceOf, showFault } from "../parts/faults.ts";
import { say } from "../say.ts";

/** Binds to the form at the end of the text. */
export default function sign(el: HTMLElement): void {
  const form = el as HTMLFormElement;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void press(form);
  });
}

async function press(form: HTMLFormElement): Promise<void> {
  const tick = need<HTMLInputElement>(form, "[data-tick]");
  if (!tick.checked) return showFault(form, say("agreement-browser-tick"), tick);
  const button = need<HTMLButtonElement>(form, "button[type=submit]");
  if (button.getAttribute("aria-disabled") === "true") return;
  showFault(form, "");
  button.setAttribute("aria-disabled", "true");
  need(form, "[data-status]").textContent = say("agreement-browser-signing");
  try {
    await make(form);
    const { visit } = await import("@hotwired/turbo");
    visit(form.dataset["next"] ?? "/agreement", { action: "replace" });
  } catch (problem) {
    need(form, "[data-status]").textContent = "";
    const own = problem instanceof NotTheText;
    showFault(form, own ? say(`agreement-browser-${problem.code}`, problem.values) : sentenceOf(problem), button);
  } finally {
    button.setAttribute("aria-disabled", "false");
  }
}

async function make(form: HTMLFormElement): Promise<void> {
  const { agreement = "", sha256 = "", side, conv = "", url = "" } = form.dataset;
  const unlocked = await whenUnlocked();
  const circle = await circleOf(conv, unlocked);
  const text = await fetchDocument(agreement);
  const mine = unlocked.identity.certificate.fingerprint;
  const expected = { sha256, side: side === "client" ? "client" : "therapist", mine, peer: circle.peer } as const;
  await checkBeforeSigning(text, expected, need(document, "#plain-text"));
  const made = await signDocument(text, unlocked.identity, serverNow());
  await ask("POST", url, { agreement, sha256: made.sha256, signature: toBase64(made.signature) });
}
