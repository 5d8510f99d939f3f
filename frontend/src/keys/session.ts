/**
 * Modules wait here for unlocked keys. Tries what this document and this device still hold, then asks for the
 * passphrase in the page. Timers are not here: modules/lock.ts runs the automatic lock.
 */
import { visit } from "@hotwired/turbo";
import { AskError } from "../ask.ts";
import { reader } from "../dom.ts";
import { unlockPanel } from "../parts/unlock-panel.ts";
import { forgetDevice, keepOnDevice, openOnDevice } from "./device-slot.ts";
import type { Opened } from "./enrol.ts";
import { holder, type Unlocked } from "./holder.ts";
import { forgetKeys, openKeys, ownKeys, vaultKeyFromPassphrase } from "./own-keys.ts";

export type LockReason = "idle" | "leave" | "sign-out" | "asked";
type Cleanup = (() => void) | void;

let waiting: Promise<Unlocked> | undefined;
let panel: HTMLElement | undefined;
let locked = { minutes: 0, draft: false };
// The device slot is for a fresh document only; after a lock in this one it must not open anything.
let fresh = true;

/** The open keys, at once when they are open. Otherwise the page asks for the passphrase. */
export function whenUnlocked(): Promise<Unlocked> {
  const open = opened();
  if (open) return Promise.resolve(open);
  waiting ??= unlockSomehow().finally(() => (waiting = undefined));
  return waiting;
}

/** Runs `run` at each unlock and its cleanup at each lock. Returns the end of both, for a module to return. */
export function whileUnlocked(run: (unlocked: Unlocked) => Cleanup | Promise<Cleanup>): () => void {
  let over = false;
  let clean: Cleanup;
  const close = (event: Event): void => {
    const { reason } = (event as CustomEvent<{ reason: LockReason }>).detail;
    clean?.();
    clean = undefined;
    if (!over && reason !== "leave" && reason !== "sign-out") void start();
  };
  const start = async (): Promise<void> => {
    const unlocked = await whenUnlocked();
    if (over) return;
    const done = await run(unlocked);
    if (over || opened() !== unlocked) done?.();
    else clean = done;
  };
  document.addEventListener("intersession:locked", close);
  void start();
  return () => {
    over = true;
    document.removeEventListener("intersession:locked", close);
    clean?.();
  };
}

function opened(): Unlocked | undefined {
  try {
    return holder.current();
  } catch {
    return undefined;
  }
}

async function unlockSomehow(): Promise<Unlocked> {
  const kept = fresh && stays() ? await openOnDevice(reader().id).catch(() => null) : null;
  fresh = false;
  if (kept) {
    try {
      return await unlockWith(await openKeys(await ownKeys(), kept));
    } catch (problem) {
      if (problem instanceof AskError && problem.code === "not-signed-in") signInAgain();
    }
  }
  return askPassphrase();
}

/** Opens the holder, keeps the device slot if this device was chosen for it, and shows the page again. */
export async function unlockWith(keys: Opened): Promise<Unlocked> {
  holder.unlock(keys);
  if (stays(keys.account)) await keepOnDevice(keys.account, keys.vaultKey).catch(() => undefined);
  panel?.remove();
  panel = undefined;
  locked = { minutes: 0, draft: false };
  showMain(true);
  document.dispatchEvent(new CustomEvent("intersession:unlocked"));
  return holder.current();
}

function askPassphrase(): Promise<Unlocked> {
  return new Promise((resolve) => {
    // However they are opened, by this panel or by a sign-in, whoever waits goes on.
    const stop = holder.onUnlock((unlocked) => {
      stop();
      resolve(unlocked);
    });
    panel = unlockPanel(locked, async (passphrase) => {
      const keys = await ownKeys().catch((problem: unknown) => {
        if (problem instanceof AskError && problem.code === "not-signed-in") signInAgain();
        throw problem;
      });
      await unlockWith(await openKeys(keys, await vaultKeyFromPassphrase(keys, passphrase)));
    });
    placePanel();
  });
}

/** Puts the unlock panel into the page again when a move to another page has swapped it away. */
export function placePanel(): void {
  const main = document.getElementById("main");
  if (!panel || !main || panel.isConnected) return;
  main.before(panel);
  showMain(false);
  if (locked.minutes > 0) panel.querySelector<HTMLElement>("input[type=password]")?.focus();
}

function showMain(shown: boolean): void {
  const main = document.getElementById("main");
  if (main) main.hidden = !shown;
  // Skipping leads to what can be seen.
  document.querySelector(".skip")?.setAttribute("href", shown ? "#main" : "#unlock-passphrase");
}

/** Whether a text is being written on this page. The drafts themselves are kept by the forms. */
function isWriting(): boolean {
  return [...document.querySelectorAll("textarea")].some((area) => area.value.trim() !== "");
}

/** Locks at once: keys gone, opened texts removed, the page asks for the passphrase. `minutes` were quiet, if any. */
export async function lockNow(reason: LockReason, minutes = 0): Promise<void> {
  // First, because a page that is being left may not come to the end of this.
  const forgotten = forgetDevice(reader().id).catch(() => undefined);
  locked = { minutes, draft: isWriting() };
  fresh = false;
  holder.lock(reason);
  const over = reason === "leave" || reason === "sign-out";
  if (over) forgetKeys();
  document.dispatchEvent(new CustomEvent("intersession:locked", { detail: { reason } }));
  if (!over) void whenUnlocked();
  await forgotten;
}

/** Goes to the sign-in page and comes back to this one. */
export function signInAgain(): void {
  const here = location.pathname + location.search;
  visit(`/sign-in?next=${encodeURIComponent(here)}`);
}

const STAY = "stay:";

/** Whether this browser was chosen to stay open over a reload. */
export function stays(account: string = reader().id): boolean {
  try {
    return localStorage.getItem(STAY + account) === "1";
  } catch {
    return false;
  }
}

/** Chooses whether this browser stays open over a reload, until it locks. */
export async function setStays(on: boolean, account: string = reader().id): Promise<void> {
  try {
    if (on) localStorage.setItem(STAY + account, "1");
    else localStorage.removeItem(STAY + account);
  } catch {}
  const open = opened();
  if (on && open) await keepOnDevice(account, open.vaultKey).catch(() => undefined);
  if (!on) await forgetDevice(account).catch(() => undefined);
}
