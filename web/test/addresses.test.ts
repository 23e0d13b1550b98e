// Addresses: layers and filters leave no noise in them, pages remember where they came from, citations are found.

import assert from "node:assert/strict";
import { test } from "node:test";

import { citationIn, keptAt, whole } from "../src/citing.ts";
import { withLayers } from "../src/layers.ts";
import { dropEmpty } from "../src/lists.ts";
import { before, remember } from "../src/paging.ts";

const ARTICLE = "http://127.0.0.1:8001/article/a1";

for (const [address, on, expected, why] of [
  [`${ARTICLE}#s4`, ["signals", "times"], `${ARTICLE}?layers=signals&layers=times#s4`, "what is on is named"],
  [`${ARTICLE}?layers=signals`, ["a", "b", "c"], ARTICLE, "all on is the rule"],
  [ARTICLE, [], `${ARTICLE}?layers=none`, "all off has a word of its own"],
  [`${ARTICLE}?layers=times&as=x`, ["signals"], `${ARTICLE}?as=x&layers=signals`, "other queries stay"],
] as const) {
  test(`layers in an address: ${why}`, () => {
    assert.equal(withLayers(address, on, 3), expected);
  });
}

test("fields that ask for nothing are dropped, those that are asked for twice stay twice", () => {
  const fields = new FormData();
  for (const [name, value] of [
    ["kind", "threat"],
    ["since", ""],
    ["in", "a"],
    ["in", ""],
    ["in", "b"],
  ])
    fields.append(name!, value!);
  dropEmpty(fields);
  assert.deepEqual(
    [...fields.entries()],
    [
      ["kind", "threat"],
      ["in", "a"],
      ["in", "b"],
    ],
  );
});

test("a page knows which page led to it, and no other does", () => {
  const held = new Map<string, string>();
  const memory = {
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, value: string) => void held.set(name, value),
  };
  remember(memory, "/signals", "/signals?_next=b");
  assert.equal(before(memory, "/signals?_next=b"), "/signals");
  assert.equal(before(memory, "/signals"), null);
});

for (const [path, expected] of [
  ["/signal/si1", "/walk/si1.json"],
  ["/walk/st2?x=1#w6", "/walk/st2.json"],
  ["/article/a1?layers=times#s12", "/article/a1.json"],
  ["/article/a%2F1", "/article/a%2F1.json"],
  ["/signals?kind=threat", null],
  ["/entity/Q30", null],
  ["/", null],
] as const) {
  test(`${path} is cited by ${expected ?? "its title alone"}`, () => {
    assert.equal(keptAt(`http://localhost:8001${path}`), expected);
  });
}

for (const [told, expected] of [
  [{ ok: true, rows: [{ citation: "A word. — Fjord Herald." }] }, "A word. — Fjord Herald."],
  [{ ok: false, error: "no" }, null],
  [{ ok: true, rows: [] }, null],
  [{ ok: true, rows: [{ citation: 3 }] }, null],
  [null, null],
] as const) {
  test(`the citation in ${JSON.stringify(told)} is ${expected}`, () => {
    assert.equal(citationIn(told), expected);
  });
}

test("a citation is one line: words, where they stand, where to look", () => {
  assert.equal(
    whole(" Ships\n  turned. ", "— Fjord Herald.", "http://x/#s1"),
    "Ships turned. — Fjord Herald. http://x/#s1",
  );
  assert.equal(whole(null, "A word. — Fjord Herald.", "http://x/"), "A word. — Fjord Herald. http://x/");
  assert.equal(whole("Signals", "", "http://x/"), "Signals http://x/");
});
