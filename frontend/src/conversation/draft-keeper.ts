/**
 * Keeps what is being written: sealed on this device every two seconds and on leaving. Two tabs that write in one
 * conversation keep two drafts, so that neither overwrites the other.
 */
import { drafts } from "../keys/drafts.ts";

export interface Written {
  readonly text: string;
  readonly kind: string;
}

export interface Kept extends Written {
  readonly at: Date;
}

const EVERY_MS = 2000;
const NOTHING: Written = { text: "", kind: "" };

export class DraftKeeper {
  readonly #conv: string;
  readonly #person: string;
  readonly #read: () => Written;
  readonly #told: (at: Date | null) => void;
  readonly #channel = new BroadcastChannel("intersession-drafts");
  #place: string;
  #saved: Written = NOTHING;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #release: (() => void) | undefined;

  /** `read` gives what stands in the form; `told` hears when it was kept, null when there is nothing to keep. */
  constructor(person: string, conv: string, read: () => Written, told: (at: Date | null) => void) {
    this.#person = person;
    this.#conv = conv;
    this.#place = conv;
    this.#read = read;
    this.#told = told;
  }

  /** Finds this tab's place and returns the draft there. `moved` runs when another tab sent or removed the draft. */
  async start(moved: () => void): Promise<Kept | null> {
    if (!(await this.#claim())) this.#place = `${this.#conv}|second`;
    this.#channel.onmessage = (event: MessageEvent<unknown>) => {
      if (event.data === this.#place && this.isSaved()) moved();
    };
    const own = await this.read();
    return own ?? (this.#place === this.#conv ? this.#takeSecond() : null);
  }

  /** Whether another tab of this browser has this conversation's first draft. */
  get isSecond(): boolean {
    return this.#place !== this.#conv;
  }

  async read(): Promise<Kept | null> {
    return this.#readAt(this.#place);
  }

  async #readAt(place: string): Promise<Kept | null> {
    const found = await drafts(this.#person).read(place);
    if (!found) return null;
    const written = parse(found.text);
    this.#saved = written;
    return { ...written, at: found.savedAt };
  }

  /** A second tab's draft that was left behind becomes the first. */
  async #takeSecond(): Promise<Kept | null> {
    const second = await this.#readAt(`${this.#conv}|second`);
    if (!second) return null;
    await drafts(this.#person).remove(`${this.#conv}|second`);
    await this.#write(second);
    return second;
  }

  #claim(): Promise<boolean> {
    if (!("locks" in navigator)) return Promise.resolve(true);
    return new Promise((resolve) => {
      const held = (lock: Lock | null): Promise<void> | undefined => {
        resolve(lock !== null);
        return lock ? new Promise<void>((free) => (this.#release = free)) : undefined;
      };
      void navigator.locks.request(`intersession-draft:${this.#person}:${this.#conv}`, { ifAvailable: true }, held);
    });
  }

  /** Something was written: keep it within two seconds. */
  touch(): void {
    this.#timer ??= setTimeout(() => void this.save(), EVERY_MS);
  }

  isSaved(): boolean {
    const now = this.#read();
    return now.text === this.#saved.text && (now.text === "" || now.kind === this.#saved.kind);
  }

  /** Keeps it now. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.isSaved()) return;
    this.#told(await this.#write(this.#read()));
  }

  async #write(written: Written): Promise<Date | null> {
    this.#saved = written;
    const text = written.text === "" ? "" : JSON.stringify({ text: written.text, kind: written.kind });
    return drafts(this.#person).write(this.#place, text);
  }

  /** Removes the draft, here and in other tabs. Returns what brings it back. */
  async remove(): Promise<() => Promise<void>> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const before = this.#saved;
    const undo = await drafts(this.#person).remove(this.#place);
    this.#saved = NOTHING;
    this.#channel.postMessage(this.#place);
    return async () => {
      await undo();
      this.#saved = before;
    };
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#channel.close();
    this.#release?.();
  }
}

function parse(text: string): Written {
  try {
    const { text: words, kind } = JSON.parse(text) as Partial<Written>;
    return { text: String(words ?? ""), kind: String(kind ?? "") };
  } catch {
    return { text, kind: "" };
  }
}
