// The public help pages' own small script: leaving, keeping the page on this device, and naming what is kept.
// Everything on those pages works without it.
import exitPage from "./modules/exit-page.ts";
import { startWorker } from "./worker.ts";

interface Policies {
  createPolicy(name: string, rules: { createScriptURL(text: string): string | null }): unknown;
}

/** Trusted Types: the only script address this page ever hands over is the worker's. */
function allowWorker(): void {
  const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes;
  policies?.createPolicy("default", { createScriptURL: (text) => (text === "/sw.js" ? text : null) });
}

/** Fills "Kept on this device: …" from the pages the worker has stored. Stays hidden when there are none. */
async function nameKept(list: HTMLElement): Promise<void> {
  const found = new Map<string, Element>();
  for (const request of await (await caches.open("help-1")).keys()) {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith("/help/")) continue;
    const link = document.querySelector(`.countries a[data-place="${pathname.slice("/help/".length)}"]`);
    if (link) found.set(pathname, link);
  }
  for (const link of found.values()) list.append(" ", link.cloneNode(true));
  list.hidden = found.size === 0;
}

/**
 * Leaving from a help page, where no key module runs, also forgets the vault key of "stay on this device"
 * (keys/device-slot.ts: entries "slot|…" of the database in keys/storage.ts). Drafts and everything else stay.
 */
function forgetSlots(): void {
  const asked = indexedDB.open("kept");
  // No database yet: it must not come into being here, empty and without its table.
  asked.onupgradeneeded = () => asked.transaction?.abort();
  asked.onsuccess = () => {
    const table = asked.result.transaction("kept", "readwrite").objectStore("kept");
    table.delete(IDBKeyRange.bound("slot|", "slot|\uffff"));
  };
}

document.addEventListener("intersession:leave", forgetSlots);
allowWorker();
const leaveLink = document.querySelector<HTMLElement>("[data-module=exit-page]");
if (leaveLink) exitPage(leaveLink);
void startWorker([location.pathname + location.search]);
const list = document.querySelector<HTMLElement>("[data-kept]");
if (list && "caches" in globalThis) void nameKept(list).catch(() => undefined);
