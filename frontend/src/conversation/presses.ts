/**
 * Hears presses of a conversation's buttons from the moment the page shows them, and keeps the last one until the letters
 * are open. What a press does is decided in page.ts.
 */
type Answer = (button: HTMLElement) => Promise<void>;

export class Presses {
  readonly #el: HTMLElement;
  readonly #stop = new AbortController();
  #answer: Answer | undefined;
  #early: HTMLElement | undefined;

  constructor(el: HTMLElement) {
    this.#el = el;
    el.addEventListener("click", (event) => this.#heard(event), { signal: this.#stop.signal });
  }

  #heard(event: Event): void {
    const button = (event.target as Element).closest<HTMLElement>("[data-act]");
    if (!button) return;
    if (this.#answer) void this.#answer(button);
    else this.#early = button;
  }

  /** From now on `answer` gets every press, first the one that was kept. */
  async answer(answer: Answer): Promise<void> {
    this.#answer = answer;
    const early = this.#early && this.#still(this.#early);
    this.#early = undefined;
    if (early) await answer(early);
  }

  /** The same button as the page has it now; none when its letter is gone or has been opened meanwhile. */
  #still(button: HTMLElement): HTMLElement | null {
    if (button.isConnected) return button;
    const { act = "", id } = button.dataset;
    const same = `[data-act="${CSS.escape(act)}"]`;
    return this.#el.querySelector<HTMLElement>(id === undefined ? same : `${same}[data-id="${CSS.escape(id)}"]`);
  }

  /** At the lock: nothing is answered until the letters are open again, and what was pressed before is forgotten. */
  hold(): void {
    this.#answer = undefined;
    this.#early = undefined;
  }

  stop(): void {
    this.hold();
    this.#stop.abort();
  }
}
