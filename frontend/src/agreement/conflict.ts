/** Shows what a clause reads now beside what was being written, when the offer changed in between. Nothing typed is touched. */
import { AskError } from "../ask.ts";
import { make, need } from "../dom.ts";
import { say } from "../say.ts";

/** Shows both texts if `problem` says that the offer changed. From then on the form answers the newer text. */
export function showConflict(form: HTMLFormElement, problem: unknown): boolean {
  if (!(problem instanceof AskError) || problem.code !== "offer-changed") return false;
  const place = need(form, "[data-conflict]");
  const eyebrow = make("p", { class: "eyebrow" }, say("agreement-browser-text-now"));
  const lines = String(problem.values["text"] ?? "").split("\n");
  const text = make("div", {}, ...lines.map((line) => make("p", {}, line)));
  place.replaceChildren(make("div", { class: "voice" }, eyebrow, text), make("p", { class: "note" }, say("agreement-browser-yours")));
  place.hidden = false;
  form.dataset["edition"] = String(problem.values["edition"] ?? form.dataset["edition"]);
  return true;
}
