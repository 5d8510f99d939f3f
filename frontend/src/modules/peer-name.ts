// Puts the reader's own name for a person in place of the code, while the vault is open. The server never learns it.
import { holder } from "../keys/holder.ts";
import { nameOf } from "../keys/invitees.ts";
import { whileUnlocked } from "../keys/session.ts";
import { VAULT_CHANGED } from "../keys/vault-write.ts";

/** With `data-initial` only the first letter is shown. Binds to `<b data-module="peer-name" data-fp="…" data-code="K7PD">Client K7PD</b>`; the text is what a lock shows again. */
export default function peerName(el: HTMLElement): () => void {
  const { fp = "", code = "" } = el.dataset;
  const without = el.textContent ?? "";
  return whileUnlocked(() => {
    const show = (): void => {
      const name = nameOf(holder.current().vault, fp, code);
      el.textContent = ("initial" in el.dataset ? name.slice(0, 1).toUpperCase() : name) || without;
    };
    show();
    document.addEventListener(VAULT_CHANGED, show);
    return () => {
      document.removeEventListener(VAULT_CHANGED, show);
      el.textContent = without;
    };
  });
}
