// Starts the page: texts, Turbo, and the modules named by data-module. Holds no behaviour of its own.
import * as Turbo from "@hotwired/turbo";
import { modules } from "virtual:modules";
import { focusTitle, noteMoves } from "./arrival.ts";
import { allowTurbo } from "./trusted.ts";
import { reader } from "./dom.ts";
import { loadTexts } from "./say.ts";
import { helpPath, startWorker } from "./worker.ts";

type Module = (el: HTMLElement) => void | (() => void);
const bound = new Map<HTMLElement, () => void>();

async function bind(el: HTMLElement): Promise<void> {
  if (bound.has(el)) return;
  bound.set(el, () => undefined);
  for (const name of (el.dataset["module"] ?? "").split(" ").filter(Boolean)) {
    const load = modules[name];
    if (!load) continue;
    const start: Module = await load();
    if (!el.isConnected) return;
    const stop = start(el);
    const before = bound.get(el);
    if (stop) bound.set(el, () => (before?.(), stop()));
  }
}

function unbindGone(): void {
  for (const [el, stop] of bound) {
    if (el.isConnected) continue;
    stop();
    bound.delete(el);
  }
}

function bindAll(): void {
  unbindGone();
  for (const el of document.querySelectorAll<HTMLElement>("[data-module]")) void bind(el);
}

let spoken = document.documentElement.lang;

/** After a move to another page; it may be in another language than the one before. */
async function arrive(): Promise<void> {
  const { lang } = document.documentElement;
  if (lang !== spoken) await loadTexts((spoken = lang));
  focusTitle();
  bindAll();
  keepHelp();
}

let keptFor: string | undefined;

/** Asks the worker for the help page of the reader's place, again when that place has changed. */
function keepHelp(): void {
  const { place } = reader();
  if (place !== keptFor) void startWorker(helpPath((keptFor = place)));
}

allowTurbo();
// The page's own language decides the texts; both arrive before any module may speak.
await loadTexts(spoken);
Turbo.start();
noteMoves();
document.addEventListener("turbo:load", () => void arrive());
document.addEventListener("intersession:bind", bindAll);
bindAll();
keepHelp();
