// The automatic lock: a warning one minute before, "Stay", and the lock itself. Keys and panel are in keys/session.ts.
import { clock } from "../dates.ts";
import { make, reader } from "../dom.ts";
import { holder } from "../keys/holder.ts";
import { lockNow, placePanel } from "../keys/session.ts";
import { say } from "../say.ts";

// A page without the line has no clock: moving to one closes the keys.
document.addEventListener("turbo:load", () => {
  if (holder.isOpen() && !document.querySelector("[data-module~=lock]")) holder.lock("asked");
});

const ACTS = ["keydown", "pointerdown", "wheel", "touchstart"] as const;

/** Binds to the hidden line above the page; it shows "Locks at 22:51. Stay" one minute before. */
export default function lock(el: HTMLElement): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  placePanel();
  const { lockMinutes: minutes, zone } = reader();
  const end = holder.startAutoLock({
    minutes,
    warn: (at) => (at ? warn(el, at, zone) : (el.hidden = true)),
  });
  const stopLock = holder.onLock((reason) => {
    el.hidden = true;
    if (reason === "idle") void lockNow("idle", minutes);
  });
  for (const act of ACTS) document.addEventListener(act, () => holder.touch(), { signal, passive: true, capture: true });
  document.addEventListener("intersession:leave", () => void lockNow("leave"), { signal });
  return () => {
    stop.abort();
    end();
    stopLock();
  };
}

function warn(el: HTMLElement, at: Date, zone: string): void {
  const time = clock(at, zone);
  const stay = make("button", { class: "btn btn-small", type: "button" }, say("browser-lock-stay"));
  stay.addEventListener("click", () => holder.touch());
  el.replaceChildren(make("p", {}, say("browser-lock-warning", { time })), stay);
  el.hidden = false;
}
