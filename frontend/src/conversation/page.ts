/**
 * The page of one conversation while it is unlocked: shows texts, opens what has come due, acknowledges it, brings out
 * what waits in the queue, and answers Change, Take back and Open now.
 */
import { AskError } from "../ask.ts";
import type { Unlocked } from "../keys/holder.ts";
import { sentenceOf } from "../parts/faults.ts";
import { say } from "../say.ts";
import { dropArrived, keepDelivering, queued, type Outcome } from "./delivery.ts";
import { postOpen, type Meta } from "./doors.ts";
import { BACK, CHANGE, QUEUED, SIGNED_OUT, tell, type Back } from "./events.ts";
import { openQueued, type Queued } from "./outgoing.ts";
import { showPeer } from "./peer.ts";
import type { Presses } from "./presses.ts";
import { REFRESHED, refreshPage } from "./refresh.ts";
import { rememberRoom } from "./remember.ts";
import type { Room } from "./room.ts";
import { roomOf } from "./rooms.ts";
import { announce, hideText, pendingLetter, showMissing, showText, showUnsaid, waitingLine } from "./show.ts";
import { state } from "./statements.ts";

export class ThreadPage {
  readonly #el: HTMLElement;
  readonly #conv: string;
  readonly #therapist: boolean;
  readonly #presses: Presses;
  readonly #stop = new AbortController();
  readonly #lines = new Map<string, string>();
  #room: Room | undefined;
  #delivery: { now: () => void; stop: () => void } | undefined;

  /** `presses` are answered once the letters are open. */
  constructor(el: HTMLElement, presses: Presses) {
    this.#el = el;
    this.#presses = presses;
    this.#conv = el.dataset["conv"] ?? "";
    this.#therapist = el.dataset["side"] === "therapist";
  }

  async start(unlocked: Unlocked): Promise<void> {
    const { signal } = this.#stop;
    document.addEventListener(REFRESHED, () => void this.#update(), { signal });
    document.addEventListener("visibilitychange", () => void this.#seen(), { signal });
    document.addEventListener(QUEUED, () => void this.#queuedNow(), { signal });
    let room: Room;
    try {
      this.#room = room = await roomOf(this.#conv, unlocked, Number(this.#el.dataset["from"]) || 0);
    } catch (problem) {
      return this.#failed(problem);
    }
    if (signal.aborted) return;
    this.#delivery = keepDelivering(room, (outcome) => void this.#told(outcome));
    await this.#show();
    await this.#showPending();
    this.#delivery.now();
    if (!signal.aborted) await this.#presses.answer((button) => this.#act(room, button));
  }

  /** Takes every opened text out of the page. */
  stop(): void {
    this.#stop.abort();
    this.#presses.hold();
    this.#delivery?.stop();
    for (const el of this.#sealed()) hideText(el);
    this.#el.querySelector("[data-pending]")?.replaceChildren();
  }

  #failed(problem: unknown): void {
    if (problem instanceof AskError && problem.status === 401) tell(SIGNED_OUT);
    else this.#fault(sentenceOf(problem));
  }

  #fault(sentence: string): void {
    const line = this.#el.querySelector<HTMLElement>("[data-thread-fault]");
    if (line) line.textContent = sentence;
    if (line) line.hidden = sentence === "";
    announce(sentence);
  }

  #sealed(): HTMLElement[] {
    return [...this.#el.querySelectorAll<HTMLElement>("[data-sealed-id]")];
  }

  async #update(): Promise<void> {
    const room = this.#room;
    if (!room) return;
    try {
      await room.refresh();
    } catch (problem) {
      return this.#failed(problem);
    }
    if (this.#stop.signal.aborted) return;
    await this.#show();
    await this.#showPending();
    this.#delivery?.now();
  }

  async #show(): Promise<void> {
    const room = this.#room;
    if (!room) return;
    this.#showTexts(room);
    showUnsaid(this.#el, room);
    showPeer(this.#el, room);
    showMissing(this.#el.querySelector("[data-missing]"), room.missingCount());
    await this.#seen();
    rememberRoom(room);
  }

  #showTexts(room: Room): void {
    for (const el of this.#sealed()) {
      const text = room.texts.get(el.dataset["sealedId"] ?? "");
      if (text && el.dataset["open"] === undefined) showText(el, text);
    }
  }

  /** Opens what has come due, and says so, only while somebody looks at the page. */
  async #seen(): Promise<void> {
    const room = this.#room;
    if (!room || !this.#therapist || document.visibilityState !== "visible") return;
    const due = this.#sealed().filter((el) => el.dataset["mayOpen"] !== undefined && el.dataset["open"] === undefined);
    await this.#open(room, due.map((el) => el.dataset["sealedId"] ?? ""), false);
  }

  /** Asks for the envelopes, opens them, shows them, and acknowledges those that opened. */
  async #open(room: Room, ids: readonly string[], onPurpose: boolean): Promise<void> {
    for (const id of ids) {
      try {
        await room.take(await postOpen(this.#conv, id, onPurpose));
      } catch (problem) {
        // Taken back or changed a moment ago: the next look at the page takes it away.
        if (!(problem instanceof AskError && problem.status === 404)) this.#failed(problem);
      }
    }
    if (this.#stop.signal.aborted) return;
    this.#showTexts(room);
    await this.#acknowledge(room);
  }

  async #acknowledge(room: Room): Promise<void> {
    const unsaid = (meta: Meta): boolean => !meta.mine && meta.opened_at === null && room.texts.get(meta.id)?.ok === true;
    const ids = [...room.metas.values()].filter(unsaid).map((meta) => meta.id);
    if (ids.length === 0) return;
    try {
      await state(room, "ack", ids);
    } catch (problem) {
      return this.#failed(problem);
    }
    const at = new Date().toISOString();
    for (const id of ids) room.metas.set(id, { ...(room.metas.get(id) as Meta), opened_at: at });
    await refreshPage();
  }

  async #act(room: Room, button: HTMLElement): Promise<void> {
    const id = button.dataset["id"] ?? "";
    if (button.dataset["act"] === "change") this.#change(room, id);
    if (button.dataset["act"] === "take-back") await this.#takeBack(room, id);
    if (button.dataset["act"] === "open-waiting") await this.#openWaiting(room, button.dataset["ids"] ?? "");
  }

  #change(room: Room, id: string): void {
    const [text, meta] = [room.texts.get(id), room.metas.get(id)];
    if (text?.ok && meta) tell(CHANGE, { id, kind: meta.kind, text: text.text });
  }

  async #takeBack(room: Room, id: string): Promise<void> {
    try {
      await state(room, "withdraw", [id]);
      await this.#afterwards(id);
    } catch (problem) {
      const late = problem instanceof AskError && problem.status === 409;
      if (late) await this.#afterwards(id);
      this.#failed(problem);
    }
  }

  async #openWaiting(room: Room, ids: string): Promise<void> {
    await this.#open(room, ids.trim().split(/\s+/), true);
    await refreshPage();
    document.getElementById("letters")?.querySelector<HTMLElement>("article:last-of-type .state")?.focus();
  }

  /** Brings the page up to date and moves focus to the state of a message. */
  async #afterwards(id: string): Promise<void> {
    await refreshPage();
    const line = document.getElementById(`state-${id}`);
    line?.focus();
    announce(line?.textContent ?? "");
  }

  async #queuedNow(): Promise<void> {
    await this.#showPending();
    const items = this.#el.querySelectorAll<HTMLElement>("[data-pending-state]");
    items[items.length - 1]?.focus();
    announce(say("compose-saving"));
    this.#delivery?.now();
  }

  async #told(outcome: Outcome): Promise<void> {
    const { item } = outcome;
    if (outcome.kind === "waits") {
      const line = waitingLine(outcome.problem);
      this.#lines.set(item.id, line);
      await this.#showPending();
      if (outcome.problem.status === 401) tell(SIGNED_OUT);
      return announce(line);
    }
    this.#lines.delete(item.id);
    if (outcome.kind === "back") {
      const { kind, supersedes } = item.payload;
      tell(BACK, { kind, text: outcome.text, supersedes: supersedes ?? "", problem: outcome.problem } satisfies Back);
    }
    const hadFocus = this.#el.querySelector("[data-pending]")?.contains(document.activeElement) ?? false;
    await refreshPage();
    await this.#showPending();
    if (outcome.kind === "sent") this.#focusSent(outcome.item.id, hadFocus);
  }

  #focusSent(id: string, moveFocus: boolean): void {
    const line = document.getElementById(`state-${id}`);
    if (moveFocus) line?.focus();
    announce(line?.textContent ?? "");
  }

  async #showPending(): Promise<void> {
    const [room, box] = [this.#room, this.#el.querySelector<HTMLElement>("[data-pending]")];
    if (!room || !box) return;
    await dropArrived(room);
    const items = await queued(room);
    const cards = await Promise.all(items.map((item) => this.#pendingCard(room, item)));
    if (this.#stop.signal.aborted) return;
    box.replaceChildren(...cards);
    box.hidden = cards.length === 0;
  }

  async #pendingCard(room: Room, item: Queued): Promise<HTMLElement> {
    const text = await openQueued(room, item).then(
      (opened) => opened.text,
      (problem: unknown) => sentenceOf(problem),
    );
    return pendingLetter(item.id, text, this.#lines.get(item.id) ?? say("compose-saving"));
  }
}
