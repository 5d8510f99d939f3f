// The therapist's answer to one point: four replies, none chosen for her, her words sealed; new words for the clause in the open.
import { ask } from "../ask.ts";
import { showConflict } from "../agreement/conflict.ts";
import { WordsField } from "../agreement/field.ts";
import { sealAnewAfter, wordsFor } from "../agreement/sealed-once.ts";
import { isBeingWritten } from "../agreement/written.ts";
import { need } from "../dom.ts";
import { whileUnlocked } from "../keys/session.ts";
import { sentenceOf, showFault } from "../parts/faults.ts";
import { renewPage } from "../parts/renew.ts";
import { say } from "../say.ts";

const CHANGES = ["change", "part"];

/** Binds to the form of one point. */
export default function clauseReply(el: HTMLElement): () => void {
  const form = el as HTMLFormElement;
  const { agreement = "", clause = "" } = form.dataset;
  const status = need(form, "[data-status]");
  const field = new WordsField(need<HTMLTextAreaElement>(form, "[data-reply-words]"), `reply|${agreement}|${clause}`, status);
  form.addEventListener("change", () => {
    need(form, "[data-addition]").hidden = !CHANGES.includes(replyOf(form));
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void send(form, field, status);
  });
  return whileUnlocked(async () => {
    await field.restore();
    return () => field.close();
  });
}

function replyOf(form: HTMLFormElement): string {
  return form.querySelector<HTMLInputElement>("input[name=reply]:checked")?.value ?? "";
}

/** New words for the clause: only with a change, and only when they differ from what stands there. */
function additionOf(form: HTMLFormElement): string {
  const area = need<HTMLTextAreaElement>(form, "[data-addition-words]");
  return CHANGES.includes(replyOf(form)) && area.value.trim() !== area.defaultValue.trim() ? area.value.trim() : "";
}

async function send(form: HTMLFormElement, field: WordsField, status: HTMLElement): Promise<void> {
  const reply = replyOf(form);
  if (reply === "") return showFault(form, say("agreement-browser-choose"), form.querySelector<HTMLElement>("input[name=reply]"));
  if (field.text === "") return showFault(form, say("agreement-browser-write"), need<HTMLElement>(form, "[data-reply-words]"));
  showFault(form, "");
  status.textContent = say("agreement-browser-saving");
  try {
    const words = await wordsFor(form, "reply", field.text);
    const { agreement, edition, point, url = "", clause = "" } = form.dataset;
    await ask("POST", url, { agreement, edition: Number(edition), point, reply, words, addition: additionOf(form) });
    await field.sent();
    const own = form.closest<HTMLElement>("[data-part]");
    await renewPage((part) => part !== own && isBeingWritten(part));
    document.getElementById(clause)?.focus();
  } catch (problem) {
    status.textContent = "";
    sealAnewAfter(form, problem);
    showConflict(form, problem);
    showFault(form, sentenceOf(problem));
  }
}
