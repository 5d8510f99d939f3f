/**
 * A field of words in a form: its draft is kept sealed on this device every two seconds, taken out at the lock, and
 * put back at the unlock. Sending is the form's business.
 */
import { clockTime } from "../conversation/show.ts";
import { reader } from "../dom.ts";
import { drafts } from "../keys/drafts.ts";
import { say } from "../say.ts";

const EVERY_MS = 2000;

export class WordsField {
  readonly #area: HTMLTextAreaElement;
  readonly #place: string;
  readonly #status: HTMLElement;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saved = "";
  #open = false;

  /** `place` names the draft: one per agreement and clause. */
  constructor(area: HTMLTextAreaElement, place: string, status: HTMLElement) {
    this.#area = area;
    this.#place = place;
    this.#status = status;
    area.addEventListener("input", () => this.#touch());
  }

  get text(): string {
    return this.#area.value.trim();
  }

  /** Puts a kept draft into the field. Returns whether there was one. */
  async restore(): Promise<boolean> {
    const kept = await drafts(reader().id).read(this.#place);
    this.#open = true;
    if (!kept || this.#area.value !== "") return false;
    this.#area.value = this.#saved = kept.text;
    this.#told(kept.savedAt);
    return true;
  }

  #touch(): void {
    this.#timer ??= setTimeout(() => void this.keep(), EVERY_MS);
  }

  /** Keeps what stands in the field, now. */
  async keep(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const text = this.#area.value;
    if (!this.#open || text === this.#saved) return;
    this.#saved = text;
    const at = await drafts(reader().id).write(this.#place, text);
    if (at) this.#told(at);
  }

  #told(at: Date): void {
    this.#status.textContent = say("agreement-browser-draft", { time: clockTime(at) });
  }

  /** The words were sent: the draft goes. */
  async sent(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#area.value = this.#saved = "";
    await drafts(reader().id).write(this.#place, "");
  }

  /** At the lock: keeps the draft and takes the words out of the page. */
  close(): void {
    void this.keep();
    this.#open = false;
    this.#area.value = this.#saved = "";
  }
}
