// The page of one conversation: open while the keys are, closed at the lock. What happens on it is in conversation/page.ts.
import { noteServerTime } from "../conversation/clock.ts";
import { ThreadPage } from "../conversation/page.ts";
import { Presses } from "../conversation/presses.ts";
import { whileUnlocked } from "../keys/session.ts";

/** Binds to the element that states conversation, side and the server's time. Its buttons appear when they are heard. */
export default function thread(el: HTMLElement): () => void {
  noteServerTime(el.dataset["now"]);
  const presses = new Presses(el);
  for (const part of el.querySelectorAll<HTMLElement>("[data-needs-script]")) part.hidden = false;
  const end = whileUnlocked((unlocked) => {
    const page = new ThreadPage(el, presses);
    void page.start(unlocked);
    return () => page.stop();
  });
  return () => {
    end();
    presses.stop();
  };
}
