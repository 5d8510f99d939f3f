/** The field for a new passphrase: a suggestion of five words, showing what is typed, and the strength check. */
import { passphraseStrength, suggestPassphrase } from "../crypto/passphrase.ts";
import { CryptoError } from "../crypto/errors.ts";
import { need } from "../dom.ts";

export interface PassphraseField {
  readonly input: HTMLInputElement;
  /** Says to a password manager whose passphrase this is. */
  belongsTo(handle: string): void;
  /** What is typed, if it is strong enough. Throws CryptoError `weak-passphrase`. */
  value(): Promise<string>;
  clear(): void;
}

/** Binds the parts of templates/public/part-passphrase.html inside `root`. */
export function bindPassphrase(root: HTMLElement): PassphraseField {
  const input = need<HTMLInputElement>(root, "[data-part=passphrase]");
  const shown = need<HTMLInputElement>(root, "[data-part=passphrase-shown]");
  const show = (): string => (input.type = shown.checked ? "text" : "password");
  shown.addEventListener("change", show);
  need(root, "[data-part=passphrase-suggest]").addEventListener("click", () => {
    void suggestPassphrase(document.documentElement.lang).then((words) => {
      input.value = words;
      // It must be seen once to be written down.
      shown.checked = true;
      show();
      input.focus();
    });
  });
  return {
    input,
    belongsTo: (handle) => (need<HTMLInputElement>(root, "[data-part=passphrase-owner]").value = handle),
    async value() {
      const { ok } = await passphraseStrength(input.value);
      if (!ok) throw new CryptoError("weak-passphrase");
      return input.value;
    },
    clear: () => (input.value = ""),
  };
}
