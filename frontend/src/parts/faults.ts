/** Says what went wrong, in the form, in words: the server's sentence, or the one for a code of the crypto core. */
import { AskError } from "../ask.ts";
import { CryptoError } from "../crypto/errors.ts";
import { say } from "../say.ts";

/** The sentence for any failure. A bug gets the general one and is thrown on to the console. */
export function sentenceOf(problem: unknown): string {
  if (problem instanceof CryptoError) return say(`crypto-${problem.code}`, problem.values);
  if (problem instanceof AskError) return problem.code === "offline" ? say("browser-offline") : problem.message;
  console.error(problem);
  return say("browser-failed");
}

/** Shows `sentence` in the element with class `fault` of `form`, and moves focus to `field`. Empty text hides it. */
export function showFault(form: HTMLElement, sentence: string, field?: HTMLElement | null): void {
  const line = form.querySelector<HTMLElement>(".fault");
  if (!line) return;
  line.textContent = sentence;
  line.hidden = sentence === "";
  if (sentence) field?.focus();
}

/**
 * Lets a form be submitted. Its buttons come disabled from the server: without its module the browser itself would
 * send what was typed.
 */
export function openForm(form: HTMLElement): void {
  for (const button of form.querySelectorAll<HTMLButtonElement>("button[type=submit]")) button.disabled = false;
}

/** While `work` runs the form's buttons rest and `status` says so; afterwards a failure is shown at the field. */
export async function working(form: HTMLFormElement, field: HTMLElement | null, work: () => Promise<void>): Promise<void> {
  const buttons = form.querySelectorAll<HTMLButtonElement>("button[type=submit]");
  const rest = (resting: boolean): void => buttons.forEach((button) => button.setAttribute("aria-disabled", String(resting)));
  if (buttons[0]?.getAttribute("aria-disabled") === "true") return;
  showFault(form, "");
  rest(true);
  try {
    await work();
  } catch (problem) {
    showFault(form, sentenceOf(problem), field);
  } finally {
    rest(false);
  }
}
