/**
 * Runs the slow step of kdf.ts in a Worker made from a script of our own origin, one Worker per job.
 * Decides nothing about costs.
 */
import { CryptoError } from "./errors.ts";
import type { StretchJob, Stretcher } from "./kdf.ts";

/** A stretcher that runs `kdf-worker.ts`, served at `url`. Under Trusted Types the page's default policy lets it pass. */
export function workerStretcher(url: string): Stretcher {
  return (job: StretchJob) =>
    new Promise((resolve, reject) => {
      const address = new URL(url, document.baseURI);
      if (address.origin !== location.origin) throw new CryptoError("weak-kdf", "worker from another origin");
      const worker = new Worker(address.href, { type: "module", name: "kdf" });
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
