/**
 * From a passphrase to two halves: one proves who signs in, the other opens the passphrase slot.
 * Argon2id with floors the server cannot lower; the halves are separated by HKDF, so neither tells the other.
 */
import { hkdf, sha256, toBase64Url, utf8, fromBase64Url } from "./bytes.ts";
import { failing, must } from "./errors.ts";

/** RFC 9106's second recommended choice: 64 MiB, three passes, four lanes. */
export const FLOOR = { m: 64 * 1024, t: 3, p: 4 } as const;

/** More than this would be a way to stall a phone. */
const CEILING = { m: 1024 * 1024, t: 16, p: 16 } as const;

export interface KdfPlace {
  /** The practice's id; a host name may change, this does not. */
  readonly practice: string;
  /** The log-in name as typed; it is normalised here. */
  readonly handle: string;
  /** The server's salt, base64url, at least 16 bytes. */
  readonly salt: string;
  /** Memory in KiB, passes, lanes. Missing values mean the floor. */
  readonly m?: number;
  readonly t?: number;
  readonly p?: number;
}

export interface Halves {
  /** Goes to the server, base64url of 32 bytes. */
  readonly authHalf: string;
  /** Stays here; the secret of the passphrase slot. */
  readonly unlockHalf: Uint8Array;
}

export interface StretchJob {
  readonly password: string;
  readonly salt: Uint8Array;
  readonly m: number;
  readonly t: number;
  readonly p: number;
}

/** The slow step. Replaced by a Worker in the browser, so that the page stays alive. */
export type Stretcher = (job: StretchJob) => Promise<Uint8Array>;

/** One Argon2id run, 32 bytes. */
export async function stretchHere(job: StretchJob): Promise<Uint8Array> {
  const { argon2id } = await import("./argon2.ts");
  return argon2id({
    password: utf8(job.password),
    salt: job.salt,
    memorySize: job.m,
    iterations: job.t,
    parallelism: job.p,
    hashLength: 32,
    outputType: "binary",
  });
}

/** The same words typed on another keyboard give the same bytes: Unicode NFKC, single spaces, none at the ends. */
export function normalizePassphrase(text: string): string {
  return text.normalize("NFKC").trim().replace(/\s+/gu, " ");
}

/** Log-in names do not know upper case. */
function normalizeHandle(text: string): string {
  return text.normalize("NFKC").trim().toLowerCase();
}

function costs(place: KdfPlace): { m: number; t: number; p: number } {
  const cost = { m: place.m ?? FLOOR.m, t: place.t ?? FLOOR.t, p: place.p ?? FLOOR.p };
  for (const name of ["m", "t", "p"] as const) {
    const fits = Number.isInteger(cost[name]) && cost[name] >= FLOOR[name] && cost[name] <= CEILING[name];
    must(fits, "weak-kdf", `Argon2 ${name} outside its bounds`);
  }
  return cost;
}

/** The salt is bound to practice and person, so that a hostile server cannot make two accounts share one. */
async function boundSalt(place: KdfPlace): Promise<Uint8Array> {
  const salt = await failing("weak-kdf", () => fromBase64Url(place.salt));
  must(salt.length >= 16, "weak-kdf", "server salt too short");
  return sha256(utf8(`is1|kdf|${place.practice}|${normalizeHandle(place.handle)}|${place.salt}`));
}

/** Split stretched bytes into the half that is sent and the half that stays. */
async function split(stretched: Uint8Array): Promise<Halves> {
  const authHalf = toBase64Url(await hkdf(stretched, "is1|auth"));
  return { authHalf, unlockHalf: await hkdf(stretched, "is1|unlock") };
}

/** Stretch a passphrase. Throws `weak-kdf` when the server asks for less than the floor. */
export async function stretch(passphrase: string, place: KdfPlace, run: Stretcher = stretchHere): Promise<Halves> {
  const cost = costs(place);
  const salt = await boundSalt(place);
  return split(await run({ password: normalizePassphrase(passphrase), salt, ...cost }));
}
