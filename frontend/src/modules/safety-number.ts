// Shows the number both sides compare, from this device's own pins, and keeps their answer in the vault.
import { make, need } from "../dom.ts";
import { askReaders, differing, otherCertificate, peerOf, type Readers } from "../keys/peers.ts";
import { whileUnlocked } from "../keys/session.ts";
import { answerCompared, comparedLine, differNotice, numberList } from "../parts/safety-number.ts";
import { sentenceOf } from "../parts/faults.ts";
import { holder } from "../keys/holder.ts";
import { say } from "../say.ts";

/** Binds templates/settings/safety-number.html. */
export default function safetyNumberModule(el: HTMLElement): () => void {
  const number = need(el, "[data-number]");
  const status = need(el, "[data-compared]");
  return whileUnlocked(async () => {
    try {
      await show(number, status, await askReaders(el.dataset["conv"]));
    } catch (problem) {
      status.replaceChildren(make("p", { class: "fault" }, sentenceOf(problem)));
    }
    return () => {
      number.replaceChildren();
      status.replaceChildren();
    };
  });
}

async function show(number: HTMLElement, status: HTMLElement, readers: Readers): Promise<void> {
  const { identity, vault } = holder.current();
  const theirs = otherCertificate(readers)?.fp ?? "";
  const pin = vault.pins[theirs];
  if (theirs in differing(vault)) status.replaceChildren(differNotice());
  else status.replaceChildren(comparedLine(peerOf(readers, vault).pin));
  if (!pin) return;
  const pair = { mine: identity.certificate.fingerprint, theirs, conv: readers.conv };
  number.replaceChildren(await numberList(pair), buttons(status, theirs));
}

function buttons(status: HTMLElement, fp: string): HTMLElement {
  const same = make("button", { class: "btn btn-small", type: "button" }, say("browser-clients-same"));
  const differ = make("button", { class: "btn btn-small btn-plain", type: "button" }, say("browser-clients-differ"));
  same.addEventListener("click", () => void answerCompared(status, fp, true));
  differ.addEventListener("click", () => void answerCompared(status, fp, false));
  return make("p", { class: "row" }, same, differ);
}
