// Along a chain: what leads to a place and what it leads to, not what merely lies beside it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { along } from "../src/along.ts";

const LINKS = ["query>a", "query>b", "a>c", "b>c", "c>d", "query>x"].map((one) => {
  const [from = "", to = ""] = one.split(">");
  return { from, to };
});

for (const [place, expected] of [
  ["a", ["a", "c", "d", "query"]],
  ["c", ["a", "b", "c", "d", "query"]],
  ["x", ["query", "x"]],
  ["query", ["a", "b", "c", "d", "query", "x"]],
  ["nowhere", ["nowhere"]],
] as const) {
  test(`along ${place} lies ${expected.join(", ")}`, () => {
    assert.deepEqual([...along(LINKS, place)].sort(), expected);
  });
}

test("a circle has an end", () => {
  const circle = [
    { from: "a", to: "b" },
    { from: "b", to: "a" },
  ];
  assert.deepEqual([...along(circle, "a")].sort(), ["a", "b"]);
});
