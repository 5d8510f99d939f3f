/**
 * The Worker that runs Argon2id, so that the page stays alive for the second it takes. Entry point of its own bundle.
 * It answers one job with 32 bytes or `null`, and keeps nothing.
 */
import { stretchHere, type StretchJob } from "./kdf.ts";

self.onmessage = (event: MessageEvent<StretchJob>): void => {
  stretchHere(event.data).then(
    (bytes) => self.postMessage(bytes),
    () => self.postMessage(null),
  );
};
