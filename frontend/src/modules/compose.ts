// The form to write in: drafts, kinds with their consequences, sending, changing, answering. Sealing and sending are in conversation/.
import { Composer } from "../conversation/composer.ts";
import { whileUnlocked } from "../keys/session.ts";

/** Binds to the composer's form. The form appears when the keys are open. */
export default function compose(el: HTMLElement): () => void {
  const form = el as HTMLFormElement;
  return whileUnlocked((unlocked) => {
    const composer = new Composer(form, unlocked);
    void composer.start();
    return () => composer.stop();
  });
}
