// Answers: what leads to what in a chain, and what lies along the way to and from one of its links.

import assert from "node:assert/strict";
import { test } from "node:test";

import { along, answerIn, linksOf } from "../src/answers.ts";

const fired = (id: string, ...because: string[]) => ({
  signal: { id },
  because,
  match: id === "c" ? "broader" : "same",
});
const ANSWER = {
  fired: [fired("a", "query"), fired("b", "query"), fired("c", "a", "b"), fired("d", "c")],
  breaks: [{ signal: { id: "x" } }],
};

test("each cause is a link, the move leads to what it would break, and loose matches stay told apart", () => {
  const links = linksOf(ANSWER);
  assert.deepEqual(
    links.map((one) => `${one.from}>${one.to}`),
    ["query>a", "query>b", "a>c", "b>c", "c>d", "query>x"],
  );
  assert.deepEqual(
    links.filter((one) => one.breaks).map((one) => one.to),
    ["x"],
  );
  assert.deepEqual(
    links.filter((one) => one.match === "broader").map((one) => one.to),
    ["c", "c"],
  );
});

for (const [place, expected] of [
  ["a", ["a", "c", "d", "query"]],
  ["c", ["a", "b", "c", "d", "query"]],
  ["x", ["query", "x"]],
  ["query", ["a", "b", "c", "d", "query", "x"]],
] as const) {
  test(`along ${place} lies what leads to it and what it leads to`, () => {
    assert.deepEqual([...along(linksOf(ANSWER), place)].sort(), expected);
  });
}

test("a circle has an end", () => {
  const links = linksOf({ fired: [fired("a", "b"), fired("b", "a")], breaks: [] });
  assert.deepEqual([...along(links, "a")].sort(), ["a", "b"]);
});

test("an error is no answer", () => {
  assert.equal(answerIn({ ok: false, error: "too much is asked at once" }), null);
  assert.equal(answerIn({ ok: true, rows: [{ understood: false }] }), null);
  assert.equal(answerIn(null), null);
  assert.equal(answerIn({ ok: true, rows: [ANSWER] }), ANSWER);
});
