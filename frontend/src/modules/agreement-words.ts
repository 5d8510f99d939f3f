// Opens sealed words under a clause while the keys are open; the lock puts the sealed line back.
import { circleOf } from "../agreement/circle.ts";
import { openWords, type ShownWords } from "../agreement/words.ts";
import { letterNodes } from "../conversation/markdown.ts";
import { make } from "../dom.ts";
import { whileUnlocked } from "../keys/session.ts";
import { sentenceOf } from "../parts/faults.ts";
import { say } from "../say.ts";

/** Binds to an element with the envelope and its outer facts in `data-`. */
export default function agreementWords(el: HTMLElement): () => void {
  const sealed = [...el.childNodes];
  return whileUnlocked(async (unlocked) => {
    const { conv = "" } = el.dataset;
    try {
      const text = await openWords(shownIn(el), await circleOf(conv, unlocked), unlocked);
      el.replaceChildren(...letterNodes(text));
    } catch (problem) {
      const why = make("p", { class: "note soft" }, sentenceOf(problem));
      el.replaceChildren(make("p", {}, say("agreement-browser-words-locked")), why);
    }
    return () => el.replaceChildren(...sealed);
  });
}

function shownIn(el: HTMLElement): ShownWords {
  const { id = "", kind = "", bound = "", author = "", roster = "0", at = "", body = "" } = el.dataset;
  return { id, kind, bound, author, roster: Number(roster), at: new Date(at).toISOString(), body };
}
