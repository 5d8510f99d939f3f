// Leaves in a hurry: blanks the page, signs out, tells the other modules and windows, and opens an ordinary page.
// It does not clear the browser's history and does not touch drafts; whoever keeps them decides.

const TAPS = 3;
const WITHIN_MS = 1500;
const LEFT = "left";
const EVENT = "intersession:leave";

let arrived = false;
let leaving = false;

/** Binds the Leave link: a click, or Shift alone three times within 1.5 seconds. Other keys between start anew. */
export default function exitPage(el: HTMLElement): () => void {
  const url = (el as HTMLAnchorElement).href;
  const stop = new AbortController();
  const { signal } = stop;
  const go = (): void => leave(url);
  el.addEventListener("click", (event) => (event.preventDefault(), go()), { signal });
  watchShift(go, signal);
  watchReturn(go, signal);
  watchOthers(url, signal);
  return () => stop.abort();
}

function leave(url: string, tell = true): void {
  if (leaving) return;
  leaving = true;
  document.documentElement.hidden = true;
  document.title = " ";
  remember();
  if (tell) others()?.postMessage("leave");
  if (tell) navigator.sendBeacon("/leave");
  // Listeners lock the keys; a mistake in one must not keep the page open.
  try {
    document.dispatchEvent(new CustomEvent(EVENT));
  } finally {
    document.body.replaceChildren();
    location.replace(url);
  }
}

function watchShift(go: () => void, signal: AbortSignal): void {
  let alone = false;
  let taps: number[] = [];
  const reset = (): void => {
    alone = false;
    taps = [];
  };
  const down = (event: KeyboardEvent): void => {
    const withOthers = event.ctrlKey || event.altKey || event.metaKey || event.isComposing;
    if (event.key !== "Shift" || withOthers) reset();
    else if (!event.repeat) alone = true;
  };
  const up = (event: KeyboardEvent): void => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    taps = [...taps, event.timeStamp].filter((at) => event.timeStamp - at <= WITHIN_MS);
    if (taps.length >= TAPS) go();
  };
  // Capture: a field that stops its key events must not be able to stop this.
  document.addEventListener("keydown", down, { signal, capture: true });
  document.addEventListener("keyup", up, { signal, capture: true });
  document.addEventListener("pointerdown", reset, { signal, capture: true });
}

/** The Back key after leaving must not show a page of this window again; opening the address anew does. */
function watchReturn(go: () => void, signal: AbortSignal): void {
  addEventListener(
    "pageshow",
    (event) => {
      if (!event.persisted || !wasLeft()) return;
      leaving = false;
      go();
    },
    { signal },
  );
  if (arrived) return;
  arrived = true;
  const [visit] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  if (visit?.type === "back_forward" && wasLeft()) go();
  else forget();
}

function watchOthers(url: string, signal: AbortSignal): void {
  const channel = others();
  channel?.addEventListener("message", (event) => event.data === "leave" && leave(url, false), { signal });
}

let channel: BroadcastChannel | undefined;

function others(): BroadcastChannel | undefined {
  if (!channel && "BroadcastChannel" in globalThis) channel = new BroadcastChannel(EVENT);
  return channel;
}

// Storage may be refused (settings of the browser): then only the Back key is not watched.
function remember(): void {
  try {
    sessionStorage.setItem(LEFT, "1");
  } catch {}
}

function wasLeft(): boolean {
  try {
    return sessionStorage.getItem(LEFT) === "1";
  } catch {
    return false;
  }
}

function forget(): void {
  try {
    sessionStorage.removeItem(LEFT);
  } catch {}
}
