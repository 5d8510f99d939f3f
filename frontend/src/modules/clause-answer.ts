// The client's answer to one clause: four equal answers, words sealed on the device, choices from the clause's list.
import { ask } from "../ask.ts";
import { chosen } from "../agreement/choices.ts";
import { showConflict } from "../agreement/conflict.ts";
import { WordsField } from "../agreement/field.ts";
import { sealAnewAfter, wordsFor } from "../agreement/sealed-once.ts";
import { isBeingWritten } from "../agreement/written.ts";
import { clockTime } from "../conversation/show.ts";
import { serverNow } from "../conversation/clock.ts";
import { need } from "../dom.ts";
import { whileUnlocked } from "../keys/session.ts";
import { sentenceOf, showFault } from "../parts/faults.ts";
import { renewPage } from "../parts/renew.ts";
import { say } from "../say.ts";

/** Binds to the form of one clause. */
export default function clauseAnswer(el: HTMLElement): () => void {
  const form = el as HTMLFormElement;
  const { agreement = "", clause = "" } = form.dataset;
  const status = need(form, "[data-status]");
  const field = new WordsField(need<HTMLTextAreaElement>(form, "textarea"), `concern|${agreement}|${clause}`, status);
  form.addEventListener("change", () => showWords(form));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void save(form, field, status);
  });
  return whileUnlocked(async () => {
    if (await field.restore()) showWords(form, true);
    return () => field.close();
  });
}

function stanceOf(form: HTMLFormElement): string {
  return form.querySelector<HTMLInputElement>("input[name=stance]:checked")?.value ?? "";
}

/** Words are asked for every answer but "I agree"; a draft shows the field by itself. */
function showWords(form: HTMLFormElement, always = false): void {
  const stance = stanceOf(form);
  need(form, "[data-words]").hidden = !always && (stance === "" || stance === "agree");
}

async function save(form: HTMLFormElement, field: WordsField, status: HTMLElement): Promise<void> {
  const stance = stanceOf(form);
  const area = need<HTMLTextAreaElement>(form, "textarea");
  if (stance === "") return showFault(form, say("agreement-browser-choose"), form.querySelector<HTMLElement>("input[name=stance]"));
  if (stance !== "agree" && field.text === "") return showFault(form, say("agreement-browser-write"), area);
  showFault(form, "");
  status.textContent = say("agreement-browser-saving");
  try {
    const words = stance === "agree" ? undefined : await wordsFor(form, "concern", field.text);
    const { agreement, clause, edition } = form.dataset;
    const choices = chosen(form.querySelector("fieldset[data-choices]")) ?? undefined;
    await ask("POST", "/agreement/answer", { agreement, clause, edition: Number(edition), stance, words, choices });
    await field.sent();
    await done(clause ?? "", form);
  } catch (problem) {
    status.textContent = "";
    sealAnewAfter(form, problem);
    showConflict(form, problem);
    showFault(form, sentenceOf(problem));
  }
}

/** Takes over the new cards, all but those being written in, and moves focus to this one. */
async function done(clause: string, form: HTMLFormElement): Promise<void> {
  const own = form.closest<HTMLElement>("[data-part]");
  await renewPage((part) => part !== own && isBeingWritten(part));
  const card = document.getElementById(clause);
  card?.focus();
  const status = card?.querySelector<HTMLElement>("[data-status]");
  if (status) status.textContent = say("agreement-browser-saved", { time: clockTime(serverNow()) });
}
