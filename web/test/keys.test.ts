// Keys: each does what the help says, and none is taken from a field or from the browser.

import assert from "node:assert/strict";
import { test } from "node:test";

import { actionOf, KEYS, takesLetters } from "../src/keys.ts";

const press = (key: string, more = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  isComposing: false,
  ...more,
});

test("every key of the table asks for its own action, and none stands twice", () => {
  assert.deepEqual(
    KEYS.map((one) => actionOf(press(one.key))),
    KEYS.map((one) => one.action),
  );
  assert.equal(new Set(KEYS.map((one) => one.key)).size, KEYS.length);
});

for (const [held, why] of [
  [{ ctrlKey: true }, "Ctrl+K is the browser's"],
  [{ metaKey: true }, "so is Cmd+J"],
  [{ altKey: true }, "and Alt+N"],
  [{ isComposing: true }, "a letter on its way through an input method is not finished"],
] as const) {
  test(`a key is left alone: ${why}`, () => {
    assert.equal(actionOf(press("j", held)), null);
  });
}

test("other keys ask for nothing", () => {
  assert.deepEqual(
    ["z", "J", "Enter", " ", "Tab", "F1"].map((one) => actionOf(press(one))),
    [null, null, null, null, null, null],
  );
});

for (const [field, expected, why] of [
  [{ tagName: "INPUT", type: "search" }, true, "words are typed into it"],
  [{ tagName: "INPUT" }, true, "an input without a type takes text"],
  [{ tagName: "INPUT", type: "checkbox" }, false, "letters do nothing there"],
  [{ tagName: "SELECT" }, true, "letters choose an option"],
  [{ tagName: "TEXTAREA" }, true, "words are typed into it"],
  [{ tagName: "DIV", isContentEditable: true }, true, "it can be edited"],
  [{ tagName: "A" }, false, "a link takes no letters"],
  [{ tagName: "BUTTON", type: "submit" }, false, "nor does a button"],
] as const) {
  test(`${field.tagName} ${"type" in field ? field.type : ""}: ${why}`, () => {
    assert.equal(takesLetters(field), expected);
  });
}
