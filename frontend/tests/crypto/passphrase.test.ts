/** Suggested passphrases carry at least 50 bits and pass our own check; well-known ones do not. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { passphraseStrength, suggestPassphrase } from "../../src/crypto/passphrase.ts";
import { WORDS as DE } from "../../src/crypto/words/de.ts";
import { WORDS as EN } from "../../src/crypto/words/en.ts";

for (const [lang, words] of [["en", EN], ["de", DE]] as const) {
  test(`${lang}: five words are at least 50 bits`, async () => {
    assert.equal(new Set(words).size, words.length);
    assert.ok(words.every((word) => /^[a-z]{3,9}$/.test(word)));
    assert.ok(5 * Math.log2(words.length) >= 50);
    const phrase = await suggestPassphrase(lang);
    assert.ok(phrase.split(" ").every((word) => words.includes(word)), phrase);
    assert.deepEqual((await passphraseStrength(phrase)).ok, true, phrase);
  });
}

test("weak passphrases are refused", async () => {
  for (const text of ["", "short", "passwordpassword", "aaaaaaaaaaaaaaaa", "qwertyuiop12", "123456789012", "password1234"]) {
    assert.equal((await passphraseStrength(text)).ok, false, text);
  }
});
