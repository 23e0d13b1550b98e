// Grids: every pair of the table is in the drawing, in its place, and no name can break out of it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { drawn } from "../src/grid.ts";

const GRID = {
  columns: ["Sudmark", "the Confederation of Island States and Territories", "all"],
  rows: [
    {
      name: "Norland <x>",
      cells: [{ amount: 3, stripes: ["rgb(1, 2, 3)", "rgb(4, 5, 6)"] }, null, { amount: 12, stripes: [] }],
    },
    { name: "Ada Holm", cells: [null, { amount: 1, stripes: ["rgb(1, 2, 3)"] }, null] },
  ],
  key: [{ name: "threat", colour: "rgb(1, 2, 3)" }],
  ink: "rgb(0, 0, 0)",
  soft: "rgb(9, 9, 9)",
};

test("each number stands once, empty pairs stay empty", () => {
  const { markup } = drawn(GRID);
  assert.deepEqual(
    [...markup.matchAll(/font-weight="600"[^>]*>(\d+)</g)].map((one) => one[1]),
    ["3", "12", "1"],
  );
});

test("a pair has a stripe for each kind, and the key names them", () => {
  const { markup } = drawn(GRID);
  assert.equal(markup.split('fill="rgb(1, 2, 3)"').length - 1, 3);
  assert.equal(markup.split('fill="rgb(4, 5, 6)"').length - 1, 1);
  assert.ok(markup.includes(">threat</text>"));
});

test("more is darker, up to a bound, and a sum is plain", () => {
  const darkness = (amount: number, stripes: string[]) => {
    const { markup } = drawn({ ...GRID, rows: [{ name: "a", cells: [{ amount, stripes }] }] });
    return Number(/fill-opacity="([\d.]+)"/.exec(markup)?.[1]);
  };
  assert.deepEqual(
    [1, 3, 6, 40].map((amount) => darkness(amount, ["red"])),
    [0.04, 0.12, 0.24, 0.24],
  );
  assert.equal(darkness(40, []), 0);
});

test("names are words, and long ones are cut after three lines", () => {
  const { markup } = drawn(GRID);
  assert.ok(markup.includes("Norland &lt;x&gt;"));
  assert.ok(markup.includes(">of Island…</text>"));
  assert.ok(!markup.includes("Territories"));
});

test("the drawing grows with its table", () => {
  const small = drawn(GRID);
  const large = drawn({ ...GRID, columns: [...GRID.columns, "d", "e", "f", "g"], rows: [...GRID.rows, ...GRID.rows] });
  assert.ok(large.width > small.width && large.height > small.height);
});
