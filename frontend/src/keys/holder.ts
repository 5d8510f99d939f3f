/**
 * The unlocked keys, in the memory of one document and nowhere else, and the clock that takes them away again.
 * It shows nothing and asks for nothing; pages subscribe to lock and unlock.
 */
import { CryptoError } from "../crypto/errors.ts";
import type { Identity } from "../crypto/identity.ts";
import type { Vault } from "../crypto/vault.ts";

/** One object from unlock to lock; `vault` is always the newest. */
export interface Unlocked {
  readonly account: string;
  readonly identity: Identity;
  readonly vaultKey: Uint8Array;
  readonly vault: Vault;
}

export interface AutoLock {
  readonly minutes: number;
  /** Called with the time of the lock one minute before it, and with null when it was put off. */
  readonly warn?: (at: Date | null) => void;
}

type Listener<T> = (value: T) => void;

const TICK_MS = 1000;
const WARNING_MS = 60 * 1000;

class Holder {
  #open: (Unlocked & { vault: Vault }) | undefined;
  #onLock = new Set<Listener<string>>();
  #onUnlock = new Set<Listener<Unlocked>>();
  #deadline = Number.POSITIVE_INFINITY;
  #idleMs = Number.POSITIVE_INFINITY;
  #warned = false;
  #warn: AutoLock["warn"];

  unlock(keys: Unlocked): void {
    this.#open = { ...keys, vaultKey: keys.vaultKey.slice() };
    this.#restart();
    for (const listener of [...this.#onUnlock]) listener(this.#open);
  }

  /** Forget everything. Listeners hear the reason once; locking what is locked does nothing. */
  lock(reason: string): void {
    const open = this.#open;
    if (!open) return;
    open.vaultKey.fill(0);
    this.#open = undefined;
    for (const listener of [...this.#onLock]) listener(reason);
  }

  /** The open keys. Throws CryptoError `locked`. */
  current(): Unlocked {
    if (!this.#open) throw new CryptoError("locked");
    return this.#open;
  }

  isOpen(): boolean {
    return this.#open !== undefined;
  }

  /** Put a newer vault in the place of the old one. Throws `locked`, or `vault-older` for a version that goes back. */
  replaceVault(vault: Vault): void {
    if (!this.#open) throw new CryptoError("locked");
    if (vault.version < this.#open.vault.version) throw new CryptoError("vault-older", "a newer vault is open");
    this.#open.vault = vault;
  }

  /** Returns a function that ends the subscription. */
  onLock(listener: Listener<string>): () => void {
    this.#onLock.add(listener);
    return () => void this.#onLock.delete(listener);
  }

  onUnlock(listener: Listener<Unlocked>): () => void {
    this.#onUnlock.add(listener);
    return () => void this.#onUnlock.delete(listener);
  }

  /** Lock with reason `idle` after so many quiet minutes. Returns a function that stops the clock. */
  startAutoLock({ minutes, warn }: AutoLock): () => void {
    this.#idleMs = minutes * 60 * 1000;
    this.#warn = warn;
    this.#restart();
    const timer = setInterval(() => this.#tick(), TICK_MS);
    return () => {
      clearInterval(timer);
      this.#idleMs = this.#deadline = Number.POSITIVE_INFINITY;
    };
  }

  /** Somebody is there. After a sleep past the deadline it is too late: that locks. */
  touch(): void {
    if (Date.now() >= this.#deadline) this.#tick();
    else this.#restart();
  }

  #restart(): void {
    this.#deadline = Date.now() + this.#idleMs;
    if (this.#warned) this.#warn?.(null);
    this.#warned = false;
  }

  #tick(): void {
    if (!this.#open) return;
    const left = this.#deadline - Date.now();
    if (left <= 0) this.lock("idle");
    else if (left <= WARNING_MS && !this.#warned) {
      this.#warned = true;
      this.#warn?.(new Date(this.#deadline));
    }
  }
}

export type { Holder };

/** The one holder of this document. */
export const holder = new Holder();
