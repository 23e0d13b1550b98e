// Steps: along a row without falling off, and the place that a line of the window has reached.

import assert from "node:assert/strict";
import { test } from "node:test";

import { lastAbove, stepped, type Step } from "../src/steps.ts";

for (const [now, step, count, expected, why] of [
  [2, 1, 5, 3, "forward"],
  [2, -1, 5, 1, "back"],
  [4, 1, 5, 4, "the last place holds"],
  [0, -1, 5, 0, "so does the first"],
  [-1, 1, 5, 0, "from nowhere forward is to the first"],
  [-1, -1, 5, 4, "from nowhere back is to the last"],
  [-1, 1, 0, -1, "a row of nothing leads nowhere"],
] as const) {
  test(`a step: ${why}`, () => {
    assert.equal(stepped(now, step as Step, count), expected);
  });
}

for (const [edges, line, expected] of [
  [[10, 20, 30], 25, 1],
  [[10, 20, 30], 20, 1],
  [[10, 20, 30], 5, -1],
  [[10, 20, 30], 99, 2],
  [[-40, -20, 30, 50], 0, 1],
  [[], 5, -1],
] as const) {
  test(`of edges at ${edges.join(", ") || "nowhere"} the last above ${line} is ${expected}`, () => {
    assert.equal(
      lastAbove(edges.length, (place) => edges[place] ?? NaN, line),
      expected,
    );
  });
}
