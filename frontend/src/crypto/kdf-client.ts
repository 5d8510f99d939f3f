/**
 * Runs the slow step of kdf.ts in a Worker made from a script of our own origin, one Worker per job.
 * Decides nothing about costs.
 */
import { CryptoError } from "./errors.ts";
import type { StretchJob, Stretcher } from "./kdf.ts";

interface Policy {
  createScriptURL(url: string): string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: Policy): Policy;
}

let policy: Policy | undefined;

/** Under Trusted Types a Worker's address must come from a named policy; ours accepts this origin only. */
function trusted(url: string): string {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  const address = new URL(url, document.baseURI);
  if (address.origin !== location.origin) throw new CryptoError("weak-kdf", "worker from another origin");
  if (!factory) return address.href;
  policy ??= factory.createPolicy("is1-worker", { createScriptURL: (text) => text });
  return policy.createScriptURL(address.href);
}

/** A stretcher that runs `kdf-worker.ts`, served at `url`. */
export function workerStretcher(url: string): Stretcher {
  return (job: StretchJob) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(trusted(url), { name: "kdf" });
      const end = (bytes: Uint8Array | null): void => {
        worker.terminate();
        if (bytes) resolve(bytes);
        else reject(new CryptoError("storage-unavailable", "the key stretching could not run"));
      };
      worker.onmessage = (event: MessageEvent<Uint8Array | null>) => end(event.data);
      worker.onerror = () => end(null);
      worker.postMessage(job);
    });
}
