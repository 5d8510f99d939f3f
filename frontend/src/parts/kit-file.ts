/** Saves the recovery sheet as a plain text file. Its name and heading do not say what it opens. */
import { pageLocale } from "../dates.ts";
import { make } from "../dom.ts";
import { say } from "../say.ts";

/** Offers the file `sheet.txt` with the code in groups and the day it was made. */
export function saveSheet(text: string, now: Date): void {
  const day = new Intl.DateTimeFormat(pageLocale(), { day: "numeric", month: "long", year: "numeric" }).format(now);
  const lines = [say("login-kit-sheet"), day, "", ...text.split("-"), ""];
  const url = URL.createObjectURL(new Blob([lines.join("\n")], { type: "text/plain" }));
  const link = make("a", { href: url, download: "sheet.txt" });
  link.click();
  URL.revokeObjectURL(url);
}
