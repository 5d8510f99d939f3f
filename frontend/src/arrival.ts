/**
 * Focus after a move inside the page: a screen reader says the new page's title, Tab goes on from there. Nothing scrolls, and
 * a first visit keeps the browser's own start.
 */
let moved = false;

/** Call once: notes the moves that end in `focusTitle`. A page that only brings itself up to date is none. */
export function noteMoves(): void {
  document.addEventListener("turbo:visit", () => (moved = true));
}

/** Moves focus to the page's first heading after a move, unless something has it already (a target in the address, a field). */
export function focusTitle(): void {
  const free = document.activeElement === null || document.activeElement === document.body;
  const title = document.querySelector<HTMLElement>("h1");
  if (moved && free && title) {
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  }
  moved = false;
}
