// A page that comes again: not while somebody fills in a form.

import assert from "node:assert/strict";
import { test } from "node:test";

import { isFilledIn } from "../src/coming.ts";

const field = (more = {}) => ({
  type: "text",
  value: "Ruritania",
  defaultValue: "Ruritania",
  checked: false,
  defaultChecked: false,
  ...more,
});

for (const [more, expected, why] of [
  [{}, false, "it says what the page put into it"],
  [{ value: "Rurit" }, true, "a letter was taken away"],
  [{ value: "", defaultValue: "" }, false, "it is empty and was"],
  [{ type: "checkbox", checked: true }, true, "it was ticked"],
  [{ type: "checkbox", checked: true, defaultChecked: true }, false, "it came ticked"],
  [{ type: "hidden", value: "/ledger" }, false, "nobody fills in what is hidden"],
] as const) {
  test(`a field among others: ${why}`, () => {
    assert.equal(isFilledIn([field(), field(more)]), expected);
  });
}

test("no field is filled in where there is none", () => {
  assert.equal(isFilledIn([]), false);
});
