// A button that opens the browser's print dialog.

/** Binds to a button that is hidden without script. */
export default function printPage(el: HTMLElement): void {
  el.hidden = false;
  el.addEventListener("click", () => window.print());
}
