/** The therapist's part of the form: which questions an answer closes, when it goes out, and another day for an answer. */
import { need } from "../dom.ts";
import { sentenceOf } from "../parts/faults.ts";
import { say } from "../say.ts";
import type { Letter } from "./outgoing.ts";
import { refreshPage } from "./refresh.ts";
import type { Room } from "./room.ts";
import { announce } from "./show.ts";
import { state } from "./statements.ts";

function chosen(form: HTMLFormElement): string[] {
  return [...form.querySelectorAll<HTMLInputElement>("input[name=closes]:checked")].map((box) => box.value);
}

function when(form: HTMLFormElement): string {
  return form.querySelector<HTMLInputElement>("input[name=when]:checked")?.value ?? "";
}

/** Whether she chose to send it later: then it stays a draft. */
export function isForLater(form: HTMLFormElement): boolean {
  return when(form) === "later";
}

/** What the form says about the letter: an answer to what is ticked, or a letter of its own. */
export function answered(form: HTMLFormElement): Omit<Letter, "text"> {
  const [first, ...also] = chosen(form);
  const atOnce = when(form) === "now" ? { atOnce: true } : {};
  return first ? { kind: "answer", replyTo: first, also, ...atOnce } : { kind: "note", ...atOnce };
}

function namedDay(form: HTMLFormElement): Date | undefined {
  const choice = form.querySelector<HTMLInputElement>("input[name=until]:checked")?.value;
  const own = need<HTMLInputElement>(form, "input[name=until-own]").value;
  const instant = choice === "own" ? own : choice;
  return instant ? new Date(instant) : undefined;
}

/** Signs and sends another day for the first question that is ticked, and says what came of it. */
export async function askMoreTime(form: HTMLFormElement, room: Room): Promise<void> {
  const fault = need(form, "[data-more-time-fault]");
  const [until, [question]] = [namedDay(form), chosen(form)];
  fault.textContent = until && question ? "" : say("compose-more-time-choose");
  if (!until || !question) return;
  try {
    await state(room, "more-time", [question], until);
    await refreshPage();
    const line = document.getElementById(`state-${question}`);
    line?.focus();
    announce(line?.textContent ?? "");
  } catch (problem) {
    fault.textContent = sentenceOf(problem);
  }
}
