/** The one function used of hash-wasm, in a file of its own: it is fetched when a passphrase is stretched, and nothing else with it. */
export { argon2id } from "hash-wasm";
