/** The guides count words and messages, say when there are more than was named, and know nothing of blocking. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { lengthLine, weekLine } from "../../src/conversation/guides.ts";

const words = (count: number): string => Array.from({ length: count }, (_, at) => `word${at}`).join(" ");

test("the line about length turns where the guide is passed, not where it is reached", () => {
  for (const [count, id] of [[0, "guide"], [1, "guide"], [299, "guide"], [300, "guide"], [301, "over"], [5000, "over"]] as const) {
    assert.deepEqual(lengthLine(words(count), 300), { id: `compose-words-${id}`, values: { count, guide: 300 } });
  }
});

test("without a guide the words are counted and compared with nothing", () => {
  assert.deepEqual(lengthLine(words(5000), 0), { id: "compose-words", values: { count: 5000 } });
  assert.equal(weekLine({ sent: 99, kind: "question", changing: "" }, 0), null);
});

test("words are counted as people count them, in any script", () => {
  for (const [text, count] of [["", 0], ["  \n ", 0], ["I can’t sleep.", 3], ["- one\n- two", 2], ["Schlaf-Tagebuch für Änne", 3], ["не сплю", 2], ["— … !", 0]] as const) {
    assert.equal(lengthLine(text, 0).values["count"], count, text);
  }
});

test("the line about length grows and shrinks with the text", () => {
  fc.assert(
    fc.property(fc.nat(600), fc.nat(600), fc.integer({ min: 1, max: 400 }), (before, after, guide) => {
      const [first, second] = [lengthLine(words(before), guide), lengthLine(words(after), guide)];
      assert.equal(Number(second.values["count"]) - Number(first.values["count"]), after - before);
      assert.equal(second.id === "compose-words-over", after > guide);
    }),
  );
});

test("the week counts what was sent and what is being written, but no note for the session", () => {
  const table = [
    [{ sent: 0, kind: "", changing: "" }, 0, "guide"],
    [{ sent: 0, kind: "question", changing: "" }, 1, "guide"],
    [{ sent: 1, kind: "practical", changing: "" }, 2, "guide"],
    [{ sent: 2, kind: "no-answer", changing: "" }, 3, "over"],
    [{ sent: 2, kind: "for-session", changing: "" }, 2, "guide"],
    [{ sent: 2, kind: "question", changing: "question" }, 2, "guide"],
    [{ sent: 2, kind: "for-session", changing: "question" }, 1, "guide"],
    [{ sent: 2, kind: "question", changing: "for-session" }, 3, "over"],
    [{ sent: 0, kind: "question", changing: "question" }, 1, "guide"],
  ] as const;
  for (const [writing, count, id] of table) {
    assert.deepEqual(weekLine(writing, 2), { id: `compose-week-${id}`, values: { count, guide: "1–2" } }, JSON.stringify(writing));
  }
});

test("a guide of one is written as one", () => {
  assert.equal(weekLine({ sent: 0, kind: "question", changing: "" }, 1)?.values["guide"], "1");
});
