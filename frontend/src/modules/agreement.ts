// The page of one agreement: takes over new cards when something moved, but never one that is being written in.
import { REFRESHED } from "../conversation/refresh.ts";
import { noteServerTime } from "../conversation/clock.ts";
import { isBeingWritten } from "../agreement/written.ts";
import { renewPage } from "../parts/renew.ts";

/** Binds to the element around the whole page. */
export default function agreement(el: HTMLElement): () => void {
  noteServerTime(el.dataset["now"]);
  const renew = (): void => void renewPage(isBeingWritten).catch(() => undefined);
  document.addEventListener(REFRESHED, renew);
  return () => document.removeEventListener(REFRESHED, renew);
}
