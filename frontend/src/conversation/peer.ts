/** What the verified roster and the vault say about the other one: who reads, and whether the two compared numbers. */
import { activeMembers, type Member, type Pin } from "../crypto/index.ts";
import { make } from "../dom.ts";
import { holder } from "../keys/holder.ts";
import { say } from "../say.ts";
import { serverNow } from "./clock.ts";
import type { Room } from "./room.ts";
import { shortDay } from "./show.ts";

/** Members who read now, as the therapist signed it. */
function readersNow(room: Room): Member[] {
  return room.rosters.length > 0 ? activeMembers(room.roster, serverNow()) : [];
}

/** The pin of the other one of the two. */
function peerPin(room: Room): Pin | undefined {
  const other = readersNow(room).find((member) => member.fp !== room.me && ["therapist", "client"].includes(member.role));
  return other ? holder.current().vault.pins[other.fp] : undefined;
}

function comparedLine(pin: Pin | undefined): string {
  return pin?.verified_at ? say("compose-compared", { day: shortDay(new Date(pin.verified_at)) }) : say("compose-not-compared");
}

/** Fills the line under the title and the list of readers from what was signed. */
export function showPeer(el: HTMLElement, room: Room): void {
  const line = comparedLine(peerPin(room));
  for (const spot of el.querySelectorAll<HTMLElement>("[data-compared]")) {
    spot.replaceChildren(make("span", { class: "state-sep" }, "·"), ` ${line}`);
  }
  nameIn(el, peerPin(room)?.name);
  for (const note of el.querySelectorAll<HTMLElement>("[data-reader-note]")) note.textContent = "";
  const list = el.querySelector<HTMLElement>("#readers");
  if (!list) return;
  for (const extra of list.querySelectorAll("[data-signed]")) extra.remove();
  const listed = new Set(["therapist", "client"]);
  const others = readersNow(room).filter((member) => !listed.has(member.role));
  list.append(...others.map(readerLine));
}

function readerLine(member: Member): HTMLElement {
  const name = member.label || say(`compose-role-${member.role}`);
  const role = make("small", {}, say(`compose-role-${member.role}`));
  const face = make("span", { class: "face face-small", "aria-hidden": "true" }, name.slice(0, 1));
  return make("li", { "data-signed": "" }, face, make("span", {}, name, role));
}

/** Puts the name this device knows where a sentence of the server has the client's code. */
function nameIn(el: HTMLElement, name: string | undefined): void {
  const code = el.dataset["code"];
  if (!code || !name) return;
  for (const line of el.querySelectorAll<HTMLElement>(".state > span, .notice p")) {
    const node = line.firstChild;
    if (node instanceof Text && node.data.includes(code)) node.data = node.data.replaceAll(code, name);
  }
}
