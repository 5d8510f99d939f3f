/**
 * Signing an agreement: a detached signature over the exact document, so that any OpenPGP tool can check the print-out's file.
 * Does not decide who has to sign or what is in force.
 */
import { sha256Hex, utf8 } from "./bytes.ts";
import { failing } from "./errors.ts";
import type { Certificate, Identity } from "./identity.ts";
import { checkDetached, signDetached } from "./signed.ts";

/** Sign the document as stored (canonical JSON text). `sha256` is what the page shows as the fingerprint of the text. */
export async function signDocument(
  document: string,
  by: Identity,
  now: Date = new Date(),
): Promise<{ signature: Uint8Array; sha256: string }> {
  const data = utf8(document);
  return { signature: await signDetached(data, by, now), sha256: await sha256Hex(data) };
}

/** Check that `signer` signed exactly this document. Throws `document-signature`. */
export async function checkDocument(
  document: string,
  signature: Uint8Array,
  signer: Certificate,
): Promise<{ sha256: string; signedAt: Date }> {
  return failing("document-signature", async () => {
    const data = utf8(document);
    const signedAt = await checkDetached(data, signature, signer, "document-signature");
    return { sha256: await sha256Hex(data), signedAt };
  });
}
