/**
 * The form to write in. One tap puts a letter into this device's queue; until then it is a draft, and when it can't be
 * sent it is a draft again. It decides nothing about times: the page states them.
 */
import type { AskError } from "../ask.ts";
import { make, need, reader } from "../dom.ts";
import type { Unlocked } from "../keys/holder.ts";
import { sentenceOf } from "../parts/faults.ts";
import { say } from "../say.ts";
import { answered, askMoreTime, isForLater } from "./answer-form.ts";
import { asServerTime, minutesOff } from "./clock.ts";
import { DraftKeeper, type Kept, type Written } from "./draft-keeper.ts";
import { BACK, CHANGE, QUEUED, tell, type Back, type Change } from "./events.ts";
import { enqueue, type Letter } from "./outgoing.ts";
import { refreshPage, REFRESHED } from "./refresh.ts";
import { roomOf } from "./rooms.ts";
import { clockTime } from "./show.ts";

const CLOCK_LIMIT_MINUTES = 5;

export class Composer {
  readonly #form: HTMLFormElement;
  readonly #unlocked: Unlocked;
  readonly #text: HTMLTextAreaElement;
  readonly #conv: string;
  readonly #stop = new AbortController();
  #keeper: DraftKeeper;
  #changing: string | undefined;
  #sending = false;

  constructor(form: HTMLFormElement, unlocked: Unlocked) {
    this.#form = form;
    this.#unlocked = unlocked;
    this.#text = need<HTMLTextAreaElement>(form, "textarea");
    this.#conv = form.dataset["conv"] ?? "";
    this.#keeper = this.#keeperAt(this.#conv);
  }

  #keeperAt(place: string): DraftKeeper {
    const written = (): Written => ({ text: this.#text.value, kind: this.#kind() });
    return new DraftKeeper(reader().id, place, written, (at) => this.#kept(at));
  }

  async start(): Promise<void> {
    const { signal } = this.#stop;
    const form = this.#form;
    form.addEventListener("submit", (event) => (event.preventDefault(), void this.#send()), { signal });
    form.addEventListener("input", () => this.#keeper.touch(), { signal });
    form.addEventListener("change", () => this.#showOutcome(), { signal });
    form.addEventListener("focusin", () => this.#fresh(), { signal });
    form.addEventListener("click", (event) => void this.#clicked(event), { signal });
    document.addEventListener(REFRESHED, () => this.#showOutcome(), { signal });
    document.addEventListener(CHANGE, (event) => void this.#change((event as CustomEvent<Change>).detail), { signal });
    document.addEventListener(BACK, (event) => void this.#back((event as CustomEvent<Back>).detail), { signal });
    document.addEventListener("visibilitychange", () => void this.#keeper.save(), { signal });
    addEventListener("pagehide", () => void this.#keeper.save(), { signal });
    await this.#fill();
    form.hidden = false;
    this.#showClock();
    if (location.hash === "#text" || location.hash === "#write") this.#text.focus();
  }

  /** At the lock and on leaving: keeps the draft (its key is the device's, not the vault's) and empties the form. */
  stop(): void {
    this.#stop.abort();
    const keeper = this.#keeper;
    void keeper.save().finally(() => keeper.stop());
    this.#text.value = "";
    this.#form.hidden = true;
  }

  async #fill(): Promise<void> {
    const found = await this.#keeper.start(() => void this.#reload()).catch(() => null);
    if (this.#stop.signal.aborted) return;
    this.#put(found);
    const hint = this.#keeper.isSecond ? say("compose-second-tab") : "";
    if (hint) need(this.#form, "[data-draft]").textContent = hint;
  }

  async #reload(): Promise<void> {
    this.#put(await this.#keeper.read());
  }

  #put(found: Kept | null): void {
    const kind = found?.kind || (this.#kind() ? "" : (this.#form.dataset["preset"] ?? ""));
    if (kind) this.#choose(kind);
    this.#text.value = found?.text ?? "";
    this.#kept(found?.at ?? null);
    this.#showOutcome();
    this.#form.dispatchEvent(new CustomEvent("intersession:filled"));
  }

  #kind(): string {
    return this.#form.querySelector<HTMLInputElement>("input[name=kind]:checked")?.value ?? "";
  }

  #choose(kind: string): void {
    const radio = this.#form.querySelector<HTMLInputElement>(`input[name=kind][value="${CSS.escape(kind)}"]`);
    if (radio) radio.checked = true;
  }

  #kept(at: Date | null): void {
    const line = need(this.#form, "[data-draft]");
    line.textContent = at ? say("compose-draft-saved", { time: clockTime(asServerTime(at)) }) : "";
    need(this.#form, "[data-act=remove-draft]").hidden = at === null;
  }

  /** Says what will happen with the kind that is chosen, as the server worded it. */
  #showOutcome(): void {
    const chosen = this.#form.querySelector<HTMLInputElement>("input[name=kind]:checked");
    const [text, send] = [this.#form.querySelector("[data-outcome-text]"), need(this.#form, "[data-submit]")];
    if (!chosen || !text) return;
    const outcome = chosen.dataset["outcome"] ?? "";
    if (text.textContent !== outcome) text.textContent = outcome;
    send.textContent = chosen.dataset["send"] ?? send.textContent;
    this.#form.querySelector("[data-outcome-box] use")?.setAttribute("href", `#i-${chosen.dataset["icon"] ?? "clock"}`);
  }

  #looked = Date.now();

  /** The times beside the kinds are the server's; coming back to the form asks for them anew. */
  #fresh(): void {
    if (Date.now() - this.#looked < 30_000) return;
    this.#looked = Date.now();
    void refreshPage();
  }

  #showClock(): void {
    const off = minutesOff();
    if (Math.abs(off) < CLOCK_LIMIT_MINUTES) return;
    const id = off > 0 ? "compose-clock-fast" : "compose-clock-slow";
    const line = make("p", { class: "hint", "data-clock": "" }, say(id, { minutes: Math.abs(off) }));
    this.#form.querySelector("[data-clock]")?.remove();
    need(this.#form, "[data-fault]").before(line);
  }

  #fault(sentence: string): void {
    need(this.#form, "[data-fault]").textContent = sentence;
  }

  async #clicked(event: Event): Promise<void> {
    const act = (event.target as Element).closest<HTMLElement>("[data-act]")?.dataset["act"];
    if (act === "keep") await this.#keepNow();
    if (act === "remove-draft") await this.#removeDraft();
    if (act === "stop-changing") await this.#stopChanging();
    if (act === "more-time") await askMoreTime(this.#form, await this.#room());
  }

  async #keepNow(): Promise<void> {
    await this.#keeper.save();
    if (this.#text.value !== "") this.#kept((await this.#keeper.read())?.at ?? new Date());
  }

  async #removeDraft(): Promise<void> {
    const undo = await this.#keeper.remove();
    this.#put(null);
    const button = make("button", { class: "btn btn-plain btn-small", type: "button" }, say("compose-undo"));
    button.addEventListener("click", () => void undo().then(() => this.#reload()).then(() => this.#text.focus()));
    need(this.#form, "[data-draft]").replaceChildren(`${say("compose-draft-removed")} `, button);
    button.focus();
  }

  #room(): ReturnType<typeof roomOf> {
    const page = this.#form.closest<HTMLElement>("[data-from]");
    return roomOf(this.#conv, this.#unlocked, Number(page?.dataset["from"]) || 0);
  }

  async #send(): Promise<void> {
    const text = this.#text.value.trim();
    const problem = this.#unfinished(text);
    this.#fault(problem);
    if (problem) return this.#unfinishedField().focus();
    if (this.#sending) return;
    this.#sending = true;
    try {
      if (isForLater(this.#form)) return await this.#keepForLater();
      await enqueue(await this.#room(), this.#letter(text));
      await this.#keeper.remove();
      await this.#endChange();
      this.#put(null);
      tell(QUEUED);
    } catch (cause) {
      this.#fault(sentenceOf(cause));
    } finally {
      this.#sending = false;
    }
  }

  #unfinished(text: string): string {
    if (this.#form.querySelector("input[name=kind]") && !this.#kind()) return say("compose-choose-kind");
    return text === "" ? say("compose-empty") : "";
  }

  #unfinishedField(): HTMLElement {
    const kinds = this.#form.querySelector<HTMLElement>("input[name=kind]");
    return kinds && !this.#kind() ? kinds : this.#text;
  }

  async #keepForLater(): Promise<void> {
    await this.#keepNow();
    this.#fault(say("compose-kept-for-later"));
  }

  #letter(text: string): Letter {
    const changing = this.#changing ? { supersedes: this.#changing } : {};
    if (this.#form.dataset["side"] === "therapist") return { text, ...answered(this.#form), ...changing };
    return { kind: this.#kind(), text, ...changing };
  }

  /** Loads a sent letter to change it. The draft that stood here is kept apart and comes back afterwards. */
  async #change(change: Change): Promise<void> {
    await this.#keeper.save();
    this.#keeper.stop();
    this.#changing = change.id;
    this.#form.dataset["replaces"] = change.kind;
    this.#keeper = this.#keeperAt(`${this.#conv}|change|${change.id}`);
    const found = await this.#keeper.start(() => void this.#reload());
    this.#put(found ?? { ...change, at: new Date() });
    need(this.#form, "[data-changing]").hidden = false;
    this.#form.scrollIntoView({ block: "start" });
    this.#text.focus();
  }

  async #stopChanging(): Promise<void> {
    await this.#keeper.remove();
    await this.#endChange();
    await this.#reload();
    this.#text.focus();
  }

  async #endChange(): Promise<void> {
    if (!this.#changing) return;
    this.#changing = undefined;
    delete this.#form.dataset["replaces"];
    this.#keeper.stop();
    need(this.#form, "[data-changing]").hidden = true;
    this.#keeper = this.#keeperAt(this.#conv);
    await this.#fill();
  }

  /** A letter that could not be sent is here again, above whatever was written since. */
  async #back({ kind, text, problem }: Back): Promise<void> {
    const since = this.#text.value;
    this.#put({ text: since === "" ? text : `${text}\n\n${since}`, kind, at: new Date() });
    await this.#keeper.save();
    this.#fault(this.#why(problem));
    this.#text.focus();
  }

  #why(problem: AskError): string {
    return say("compose-back", { why: problem.message });
  }
}
