/** A negative test for every line of the check list: the named check, and no other, must stop the message. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Chain, EMPTY_CHAIN } from "../../src/crypto/chain.ts";
import { CryptoError } from "../../src/crypto/errors.ts";
import { CHECKS, openMessage } from "../../src/crypto/open.ts";
import { MAX_BODY_BYTES } from "../../src/crypto/profile.ts";
import { readRoster } from "../../src/crypto/roster.ts";
import { refused, type Refused } from "./refused.ts";
import { contextOf, outerOf, sealed, world } from "./world.ts";

const cast = await world();
const good = await sealed(cast);
const cases = await refused(cast, good);

async function attempt(one: Refused): Promise<void> {
  const datas = one.rosters ?? [cast.rosterBytes];
  const conv = one.outer.conv;
  const rosters = await Promise.all(datas.map((data) => readRoster(data, cast.vera.certificate, { conv })));
  const chain = new Chain(one.state ?? EMPTY_CHAIN);
  await openMessage(one.body, contextOf(cast, cast[one.reader ?? "vera"], one.outer, { rosters, chain }));
}

test("the honest message passes", async () => {
  await openMessage(good.body, contextOf(cast, cast.vera, outerOf(good)));
});

for (const one of cases) {
  test(`${one.check}: ${one.name}`, async () => {
    await assert.rejects(attempt(one), (error: unknown) => {
      assert.ok(error instanceof CryptoError);
      assert.equal(`${error.message.split(":")[0]} ${error.code}`, `${one.check} ${one.code}`, error.message);
      return true;
    });
  });
}

test("size: nothing over the limit is parsed", async () => {
  const body = new Uint8Array(MAX_BODY_BYTES + 1);
  await assert.rejects(openMessage(body, contextOf(cast, cast.vera, outerOf(good))), { code: "message-too-large" });
});

test("every check of the list has a case", () => {
  const covered = new Set([...cases.map((one) => one.check), "size"]);
  assert.deepEqual(CHECKS.map((check) => check.name).filter((name) => !covered.has(name)), []);
});
