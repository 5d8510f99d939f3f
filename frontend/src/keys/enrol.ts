/**
 * Makes everything a new person needs, on their own device: identity, vault, two slots, the halves for the server.
 * Posts nothing and shows nothing; the page that asked does both. Until it posts, nothing exists anywhere.
 */
import { randomBytes, toBase64, toBase64Url } from "../crypto/bytes.ts";
import { createIdentity, type Identity } from "../crypto/identity.ts";
import { FLOOR, stretch, type Halves, type Stretcher } from "../crypto/kdf.ts";
import { newRecoveryCode, recoveryAuthHalf, type RecoveryCode } from "../crypto/recovery.ts";
import { makeSlot, newVaultKey, type SlotType } from "../crypto/slots.ts";
import { newVault, sealVault, type Vault } from "../crypto/vault.ts";
import { pageStretcher } from "./stretcher.ts";
import { newUlid } from "../crypto/ulid.ts";

/** The parts of the work in their order. The text for each is `login-step-<step>`. */
export type EnrolStep = "stretch" | "identity" | "seal" | "done";

/** Called as each part begins, with the share (0..1) that is done by then. */
export type Progress = (step: EnrolStep, share: number) => void;

export interface Kdf {
  readonly salt: string;
  readonly m: number;
  readonly t: number;
  readonly p: number;
}

export interface SlotPayload {
  readonly id: string;
  readonly type: SlotType;
  /** Sealed vault key, base64. */
  readonly data: string;
}

/** What the server stores of a new person, ready to post as `account`. */
export interface AccountPayload {
  /** The person's id, made here because slots and vault are bound to it. */
  readonly id: string;
  readonly handle: string;
  readonly kdf: Kdf;
  readonly auth: string;
  readonly recovery_auth: string;
  readonly certificate: string;
  readonly vault: string;
  readonly slots: readonly SlotPayload[];
}

/** What holder.unlock takes. */
export interface Opened {
  readonly account: string;
  readonly identity: Identity;
  readonly vault: Vault;
  readonly vaultKey: Uint8Array;
}

export interface Enrolled {
  readonly account: AccountPayload;
  readonly recovery: RecoveryCode;
  readonly opened: Opened;
}

export interface EnrolOptions {
  /** The practice's id, from the page. */
  readonly practice: string;
  readonly handle: string;
  readonly passphrase: string;
  readonly progress?: Progress;
  /** Abort it to stop: the promise then rejects with the signal's reason, and nothing is left behind. */
  readonly signal?: AbortSignal;
  /** Last change to the vault before it is sealed, such as the therapist's pin of an invited client. */
  readonly fill?: (vault: Vault, identity: Identity) => Vault | Promise<Vault>;
  /** A Worker in the page; something else outside of one. */
  readonly run?: Stretcher;
  /** When the keys are made. */
  readonly now?: Date;
}

const SALT_BYTES = 16;

/** Fresh Argon2id settings: a random salt at the floor's costs. */
export function newKdf(): Kdf {
  return { salt: toBase64Url(randomBytes(SALT_BYTES)), ...FLOOR };
}

/** Make a person's keys. Throws CryptoError, or the signal's reason when stopped. */
export async function enrol(options: EnrolOptions): Promise<Enrolled> {
  const { practice, handle, passphrase, signal, run = pageStretcher() } = options;
  const step = steps(options);
  const kdf = newKdf();
  step("stretch", 0);
  const halves = await stoppable(stretch(passphrase, { practice, handle, ...kdf }, run), signal);
  step("identity", 0.6);
  const identity = await stoppable(createIdentity(options.now), signal);
  step("seal", 0.75);
  const made = await stoppable(sealAll(options, kdf, halves, identity), signal);
  step("done", 1);
  return made;
}

function steps({ progress, signal }: EnrolOptions): Progress {
  return (step, share) => {
    signal?.throwIfAborted();
    progress?.(step, share);
  };
}

/** The work's result, unless the signal comes first; then the work's result is thrown away. */
async function stoppable<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return work;
  signal.throwIfAborted();
  return new Promise<T>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}

async function sealAll(options: EnrolOptions, kdf: Kdf, halves: Halves, identity: Identity): Promise<Enrolled> {
  const id = newUlid(options.now);
  const vaultKey = newVaultKey();
  const recovery = newRecoveryCode();
  const empty = newVault(id, identity);
  const vault = options.fill ? await options.fill(empty, identity) : empty;
  const account = {
    id,
    handle: options.handle.normalize("NFKC").trim(),
    kdf,
    auth: halves.authHalf,
    recovery_auth: await recoveryAuthHalf(recovery.secret),
    certificate: toBase64(identity.certificate.data),
    vault: toBase64(await sealVault(vault, vaultKey)),
    slots: [
      await slotPayload(id, "passphrase", halves.unlockHalf, vaultKey),
      await slotPayload(id, "recovery", recovery.secret, vaultKey),
    ],
  };
  return { account, recovery, opened: { account: id, identity, vault, vaultKey } };
}

/** A new slot for `account`, ready to post. */
export async function slotPayload(account: string, type: SlotType, secret: Uint8Array, vaultKey: Uint8Array): Promise<SlotPayload> {
  const id = newUlid();
  return { id, type, data: toBase64(await makeSlot({ account, type, id, secret }, vaultKey)) };
}
