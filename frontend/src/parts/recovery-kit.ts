/** The recovery sheet: the code in groups and as a QR code, to print or copy by hand, and the check that it is kept. */
import { pageLocale } from "../dates.ts";
import { make, need } from "../dom.ts";
import { say } from "../say.ts";
import { drawQr } from "./qr.ts";

export interface Sheet {
  /** The code as printed. */
  readonly text: string;
  readonly handle: string;
  readonly now: Date;
}

const groupsOf = (text: string): string[] => text.split("-");

/** Fills templates/public/part-kit.html inside `root`. Print prints the sheet alone (print styles). */
export function showKit(root: HTMLElement, { text, handle, now }: Sheet): void {
  const date = new Intl.DateTimeFormat(pageLocale(), { day: "numeric", month: "long", year: "numeric" }).format(now);
  need(root, "[data-part=kit-made]").textContent = say("login-kit-made", { date, handle });
  need(root, "[data-part=kit-groups]").replaceChildren(...groupsOf(text).map((group) => make("li", {}, group)));
  need(root, "[data-part=kit-qr]").replaceChildren(drawQr(text, say("login-kit-qr")));
  need(root, "[data-part=kit-print]").onclick = printSheet;
}

/** Prints the sheet alone, under a neutral title; the rest of the page is left out by the print styles. */
function printSheet(): void {
  const { title } = document;
  const { dataset } = document.documentElement;
  document.title = say("login-kit-sheet");
  dataset["print"] = "sheet";
  // Some browsers return from print() while the dialog is still open.
  const restore = (): void => {
    document.title = title;
    delete dataset["print"];
  };
  addEventListener("afterprint", restore, { once: true });
  print();
}

/** Takes the code out of the page again. */
export function clearKit(root: HTMLElement): void {
  for (const part of ["kit-groups", "kit-qr"]) need(root, `[data-part=${part}]`).replaceChildren();
}

/** Whether `typed` is the code's last group, as a person may write it. */
export function isLastGroup(text: string, typed: string): boolean {
  return typed.trim().toUpperCase() === groupsOf(text).at(-1);
}
