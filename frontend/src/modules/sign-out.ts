// Signing out locks this document first, so that no key outlives the log-in.
import { lockNow } from "../keys/session.ts";

/** Binds to the sign-out form. */
export default function signOut(el: HTMLElement): void {
  el.addEventListener("submit", () => void lockNow("sign-out"));
}
