/** Shows a safety number in six groups and takes the answer of the two who compared it. */
import { safetyNumber } from "../crypto/safety-number.ts";
import type { Pin } from "../crypto/vault.ts";
import { pageLocale } from "../dates.ts";
import { make } from "../dom.ts";
import { markCompared } from "../keys/peers.ts";
import { say } from "../say.ts";
import { sentenceOf } from "./faults.ts";
import { notice } from "./notice.ts";

export interface Pair {
  readonly mine: string;
  readonly theirs: string;
  readonly conv: string;
}

/** The six groups as a list that is read group by group. */
export async function numberList({ mine, theirs, conv }: Pair): Promise<HTMLElement> {
  const groups = (await safetyNumber(mine, theirs, conv)).split(" ");
  const list = make("ol", { class: "groups", role: "list", "aria-label": say("browser-clients-number") });
  list.append(...groups.map((group) => make("li", {}, group)));
  return list;
}

/** One line that says whether and when the two have compared. */
export function comparedLine(pin: Pin): HTMLElement {
  if (!pin.verified_at) return make("p", { class: "note" }, say("browser-clients-not-compared"));
  const day = new Intl.DateTimeFormat(pageLocale(), { day: "numeric", month: "long", year: "numeric" });
  return make("p", { class: "note" }, say("browser-clients-compared", { day: day.format(new Date(pin.verified_at)) }));
}

/** What to do when the numbers differ. Sending has stopped until they are compared again and fit. */
export function differNotice(): HTMLElement {
  const title = make("h3", {}, say("browser-clients-differ-title"));
  const ids = ["browser-clients-differ-stop", "browser-clients-differ-again", "browser-clients-differ-tell"];
  return notice("fault", title, ...ids.map((id) => say(id)));
}

/** Stores the answer and says in `status` what holds now. */
export async function answerCompared(status: HTMLElement, fp: string, same: boolean): Promise<void> {
  try {
    const vault = await markCompared(fp, same);
    const pin = vault.pins[fp];
    status.replaceChildren(same && pin ? comparedLine(pin) : differNotice());
  } catch (problem) {
    status.replaceChildren(make("p", { class: "fault" }, sentenceOf(problem)));
  }
}
