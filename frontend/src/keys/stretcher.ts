/**
 * The page's way to run Argon2id: in a Worker at the address that the page names in `<meta name="kdf-worker">`.
 * Costs and floors are decided in crypto/kdf.ts.
 */
import { workerStretcher } from "../crypto/kdf-client.ts";
import type { Stretcher } from "../crypto/kdf.ts";
import { need } from "../dom.ts";

/** A stretcher for this page. */
export function pageStretcher(): Stretcher {
  return workerStretcher(need<HTMLMetaElement>(document, "meta[name=kdf-worker]").content);
}
