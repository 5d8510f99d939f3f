/** A page of numbered steps: one is open, the ones before are done, the ones after show their headings. */
import { need } from "../dom.ts";
import { openForm } from "./faults.ts";

const stepOf = (root: HTMLElement, name: string): HTMLElement => need(root, `[data-step=${name}]`);

/** The form inside a step. */
export function bodyOf(root: HTMLElement, name: string): HTMLFormElement {
  return need<HTMLFormElement>(stepOf(root, name), "[data-part=body]");
}

/** Opens a step, closes the others, and moves focus to its heading. */
export function goTo(root: HTMLElement, name: string): void {
  let before = true;
  for (const step of root.querySelectorAll<HTMLElement>("[data-step]")) {
    const now = step.dataset["step"] === name;
    if (now) before = false;
    step.classList.toggle("step-now", now);
    step.classList.toggle("step-done", before);
    need(step, "[data-part=body]").hidden = !now;
    if (now) focusHeading(step);
  }
}

function focusHeading(step: HTMLElement): void {
  const heading = need(step, "h2");
  heading.tabIndex = -1;
  heading.focus();
}

/** Runs `act` when the form of a step is submitted; the browser's own checks of its fields come first. */
export function onSubmit(root: HTMLElement, name: string, act: (form: HTMLFormElement) => unknown): void {
  const form = bodyOf(root, name);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void act(form);
  });
  openForm(form);
}
