/**
 * The suite IS1 as settings of OpenPGP.js, and the numbers of RFC 9580 that we accept.
 * There is one profile and no negotiation.
 */
import { config, enums, type Config, type PartialConfig } from "openpgp";

export const SUITE = "IS1";

/** Packet types (RFC 9580, section 5). */
export const TAG = { pkesk: 1, signature: 2, skesk: 3, onePass: 4, literal: 11, seipd: 18 } as const;

/** Algorithm numbers (RFC 9580, section 9). OCB is what other tools write by default; we write GCM. */
export const ALGORITHM = { x25519: 25, ed25519: 27, aes256: 9, ocb: 2, gcm: 3, sha256: 8, sha512: 10 } as const;

/** No sealed object is read beyond this size; a hostile server must not be able to fill a phone's memory. */
export const MAX_BODY_BYTES = 2 * 1024 * 1024;

/** Clocks of two devices may differ by this much before a date is called impossible. */
export const CLOCK_SKEW_MS = 10 * 60 * 1000;

/** A message may wait this long in the outgoing queue of an offline device. */
export const MAX_QUEUE_AGE_MS = 30 * 24 * 60 * 60 * 1000;

/** What we write: v6 keys, SEIPDv2 with AES-256-GCM, no compression. Slot passwords have 256 random bits, hence the low S2K count. */
export const WRITING: PartialConfig = {
  v6Keys: true,
  aeadProtect: true,
  preferredAEADAlgorithm: enums.aead.gcm,
  preferredSymmetricAlgorithm: enums.symmetric.aes256,
  preferredHashAlgorithm: enums.hash.sha512,
  preferredCompressionAlgorithm: enums.compression.uncompressed,
  s2kType: enums.s2k.iterated,
  s2kIterationCountByte: 96,
  showVersion: false,
  showComment: false,
};

/** What we read: nothing unauthenticated, nothing unknown, nothing malformed. */
export const READING: PartialConfig = {
  ...WRITING,
  allowUnauthenticatedMessages: false,
  allowUnauthenticatedStream: false,
  ignoreUnsupportedPackets: false,
  ignoreMalformedPackets: false,
  enforceGrammar: true,
  maxDecompressedMessageSize: MAX_BODY_BYTES,
};

/** The same for the library's calls that want every setting. */
export const READING_WHOLE: Config = { ...config, ...READING };
