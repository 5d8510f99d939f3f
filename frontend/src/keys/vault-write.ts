/**
 * Changes the vault: seals the next version and swaps it in at the server; when another device was faster, takes that
 * device's vault and applies the change again. Changes therefore must be the same when applied twice.
 */
import { ask, AskError } from "../ask.ts";
import { toBase64 } from "../crypto/bytes.ts";
import { sealVault, type Vault } from "../crypto/vault.ts";
import { holder } from "./holder.ts";
import { openKeys, ownKeys, rememberVersion } from "./own-keys.ts";

/** Returns the vault as it should be; its version is set here. */
export type VaultChange = (vault: Vault) => Vault;

/** Dispatched on the document when a new vault is in use, for what shows parts of it (names, compared dates). */
export const VAULT_CHANGED = "intersession:vault";

const TRIES = 5;
let line: Promise<unknown> = Promise.resolve();

/** Applies `change` and stores the result; changes of one page run one after the other. Throws AskError or CryptoError. */
export function changeVault(change: VaultChange): Promise<Vault> {
  const mine = line.then(() => write(change));
  line = mine.catch(() => undefined);
  return mine;
}

async function write(change: VaultChange): Promise<Vault> {
  for (let tries = 1; ; tries += 1) {
    const open = holder.current();
    const next = { ...change(open.vault), version: open.vault.version + 1 };
    try {
      const data = toBase64(await sealVault(next, open.vaultKey));
      await ask("PUT", "/vault", { version: next.version, data });
      return use(next);
    } catch (problem) {
      const moved = problem instanceof AskError && problem.code === "vault-moved";
      if (!moved || tries === TRIES) throw problem;
      use((await openKeys(await ownKeys(), open.vaultKey)).vault);
    }
  }
}

function use(vault: Vault): Vault {
  const open = holder.current();
  holder.replaceVault(vault);
  rememberVersion(open.account, vault.version);
  document.dispatchEvent(new CustomEvent(VAULT_CHANGED));
  return vault;
}
