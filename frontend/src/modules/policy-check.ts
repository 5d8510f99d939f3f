/**
 * The rules page: checks the file while it is written, tries a moment, takes a file in, and asks before publishing.
 * What the file means is decided by the server; the text never leaves the page's field but to be checked.
 */
import { AskError, ask } from "../ask.ts";
import { need } from "../dom.ts";
import { fetchPage, takeParts } from "../parts/renew.ts";
import { sentenceOf } from "../parts/faults.ts";
import { say } from "../say.ts";

const PAUSE_MS = 700;

export default function policyCheck(el: HTMLElement): () => void {
  const form = el as HTMLFormElement;
  const source = need<HTMLTextAreaElement>(form, "[data-source]");
  let timer = 0;
  const later = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void check(form), PAUSE_MS);
  };
  source.addEventListener("input", later);
  for (const field of ["[data-kind]", "[data-at]"]) need(form, field).addEventListener("change", () => void check(form));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void check(form).then(() => leadToFound(form));
  });
  form.addEventListener("click", (event) => jump(source, event));
  need<HTMLInputElement>(form, "[data-upload]").addEventListener("change", (event) => void take(form, event.target as HTMLInputElement));
  need(form, "[data-download]").addEventListener("click", (event) => save(source, event));
  bindDialog(form);
  return () => clearTimeout(timer);
}

function fault(form: HTMLFormElement, sentence: string): void {
  const line = need(form, "[data-fault]");
  line.textContent = sentence;
  line.hidden = sentence === "";
}

let asked = 0;

/** Sends the form as a browser without script would, and takes the answer's parts. The last question wins. */
async function check(form: HTMLFormElement): Promise<void> {
  const mine = (asked += 1);
  const source = need<HTMLTextAreaElement>(form, "[data-source]").value;
  if (new TextEncoder().encode(source).length > Number(form.dataset["most"])) {
    fault(form, say("policy-browser-too-large", { limit: Number(form.dataset["most"]) }));
    return;
  }
  const data = new FormData(form);
  data.delete("file");
  data.set("do", "check");
  try {
    const page = await fetchPage("/hours", { method: "POST", body: data });
    if (mine !== asked || !form.isConnected) return;
    takeParts(page);
    fault(form, page.querySelector("[data-fault]")?.textContent ?? "");
  } catch {
    fault(form, say("policy-browser-no-check"));
  }
}

/** A finding's line number leads to that line in the file. */
function jump(source: HTMLTextAreaElement, event: Event): void {
  const link = (event.target as HTMLElement).closest<HTMLElement>("[data-line]");
  if (!link) return;
  event.preventDefault();
  const lines = source.value.split("\n");
  const number = Math.min(Number(link.dataset["line"]), lines.length);
  const start = lines.slice(0, number - 1).reduce((sum, line) => sum + line.length + 1, 0);
  source.focus();
  source.setSelectionRange(start, start + (lines[number - 1]?.length ?? 0));
  const height = source.scrollHeight / Math.max(lines.length, 1);
  source.scrollTop = Math.max(0, (number - 4) * height);
}

/** Puts a chosen file into the field. What is no text, or too long, changes nothing. */
async function take(form: HTMLFormElement, input: HTMLInputElement): Promise<void> {
  const file = input.files?.[0];
  if (!file) return;
  try {
    if (file.size > Number(form.dataset["most"])) throw new RangeError(say("policy-browser-too-large", { limit: Number(form.dataset["most"]) }));
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    if (text.includes("\0")) throw new RangeError(say("policy-browser-not-text"));
    need<HTMLTextAreaElement>(form, "[data-source]").value = text.replaceAll("\r\n", "\n");
    fault(form, "");
    await check(form);
  } catch (problem) {
    fault(form, problem instanceof RangeError ? problem.message : say("policy-browser-not-text"));
  } finally {
    input.value = "";
  }
}

/** With script, the file in the field is what is fetched, published or not. */
function save(source: HTMLTextAreaElement, event: Event): void {
  const link = event.currentTarget as HTMLAnchorElement;
  const address = URL.createObjectURL(new Blob([source.value], { type: "application/toml" }));
  link.href = address;
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function bindDialog(form: HTMLFormElement): void {
  const dialog = need<HTMLDialogElement>(form, "[data-dialog]");
  const open = need<HTMLButtonElement>(form, "[data-publish]");
  open.hidden = false;
  open.addEventListener("click", () => void review(form, dialog));
  need(form, "[data-back]").addEventListener("click", () => dialog.close());
  need(form, "[data-confirm]").addEventListener("click", () => void publish(form, dialog));
}

/** What was found stands below the file on a phone: whoever asked is led there, to the first line to correct. */
function leadToFound(form: HTMLFormElement): void {
  const found = need(form, "#policy-found");
  found.scrollIntoView({ block: "nearest" });
  found.querySelector<HTMLElement>(".notice-fault a")?.focus();
}

/** Checks once more, then shows what would change. A file with errors is not offered for publishing. */
async function review(form: HTMLFormElement, dialog: HTMLDialogElement): Promise<void> {
  await check(form);
  if (form.querySelector("#policy-found .notice-fault")) {
    leadToFound(form);
    return;
  }
  const parts = [...need(form, "#policy-changes").childNodes].map((node) => node.cloneNode(true));
  need(dialog, "[data-dialog-changes]").replaceChildren(...parts);
  need(dialog, "[data-dialog-fault]").hidden = true;
  dialog.showModal();
}

async function publish(form: HTMLFormElement, dialog: HTMLDialogElement): Promise<void> {
  const source = need<HTMLTextAreaElement>(form, "[data-source]").value;
  try {
    await ask("POST", "/hours/publish", { source, base: Number(form.dataset["base"]) });
  } catch (problem) {
    const line = need(dialog, "[data-dialog-fault]");
    line.textContent = problem instanceof AskError && problem.code === "offline" ? say("policy-browser-no-check") : sentenceOf(problem);
    line.hidden = false;
    return;
  }
  dialog.close();
  const { visit } = await import("@hotwired/turbo");
  visit("/hours", { action: "replace" });
}
