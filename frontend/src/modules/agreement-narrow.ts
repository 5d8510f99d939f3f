// Takes something back from the agreement in force: only what was changed in the form is sent, and it counts at once.
import { ask } from "../ask.ts";
import { chosen } from "../agreement/choices.ts";
import { working } from "../parts/faults.ts";

/** Binds to the form. */
export default function agreementNarrow(el: HTMLElement): void {
  const form = el as HTMLFormElement;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void working(form, null, () => narrow(form));
  });
}

async function narrow(form: HTMLFormElement): Promise<void> {
  const choices: Record<string, unknown> = {};
  for (const list of form.querySelectorAll<HTMLFieldSetElement>("fieldset[data-choices]")) {
    const found = chosen(list);
    if (found) choices[list.dataset["choices"] ?? ""] = found;
  }
  if (Object.keys(choices).length === 0) return;
  await ask("POST", "/agreement/narrow", { agreement: form.dataset["agreement"], choices });
  const { visit } = await import("@hotwired/turbo");
  visit("/agreement", { action: "replace" });
}
