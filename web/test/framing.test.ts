// Framing: a picture says what it is, where it came from and where it can be had again, whatever the words hold.

import assert from "node:assert/strict";
import { test } from "node:test";

import { fileName, framed } from "../src/framing.ts";
import { escaped, wrapped } from "../src/markup.ts";

const FRAME = {
  markup: '<circle r="4"/>',
  width: 500,
  height: 80,
  title: "The life of <b> & co",
  source: "cuba.db · sayso 0.1.0",
  address: "http://127.0.0.1:8001/signal/si1?a=1&b=2",
  ink: "rgb(1, 1, 1)",
  soft: "rgb(9, 9, 9)",
  paper: "white",
};

test("the address stands in the picture to be read and in its metadata, and markup in words stays words", () => {
  const { markup } = framed(FRAME);
  assert.ok(markup.includes(">http://127.0.0.1:8001/signal/si1?a=1&amp;b=2</text>"));
  assert.ok(markup.includes(">http://127.0.0.1:8001/signal/si1?a=1&amp;b=2</source>"));
  assert.ok(markup.includes("The life of &lt;b&gt; &amp; co"));
  assert.ok(!markup.includes("<b>"));
  assert.ok(markup.includes(FRAME.markup));
});

test("the frame is larger than the drawing by its margins and its lines", () => {
  const { width, height, markup } = framed(FRAME);
  assert.equal(width, 548);
  assert.ok(height > 80 + 24 * 2);
  assert.match(markup, new RegExp(`^<svg [^>]*width="548" height="${height}" viewBox="0 0 548 ${height}"`));
});

test("a long address makes the picture higher, not wider", () => {
  const long = framed({ ...FRAME, address: `http://127.0.0.1:8001/whatif?move=${"x".repeat(300)}` });
  assert.equal(long.width, framed(FRAME).width);
  assert.ok(long.height >= framed(FRAME).height + 3 * 16);
});

for (const [words, letters, expected] of [
  ["one two three", 7, ["one two", "three"]],
  ["abcdefghij", 4, ["abcd", "efgh", "ij"]],
  ["of abcdefghij", 4, ["of", "abcd", "efgh", "ij"]],
  ["  ", 4, []],
  ["", 4, []],
] as const) {
  test(`${JSON.stringify(words)} in lines of ${letters}`, () => {
    assert.deepEqual(wrapped(words, letters), expected);
  });
}

test("lines lose no letter, whatever the words", () => {
  for (let size = 1; size < 40; size += 1) {
    const words = Array.from({ length: 30 }, (_, at) => "abcdefghijklmno".slice(0, (at * 7) % 15)).join(" ");
    assert.equal(wrapped(words, size).join("").replaceAll(" ", ""), words.replaceAll(" ", ""));
    assert.ok(wrapped(words, size).every((one) => one.length <= size));
  }
});

test("what XML has no place for is left out", () => {
  assert.equal(escaped('a\u0000b\u001f"<\ufffe'), "ab&quot;&lt;");
});

for (const [title, expected] of [
  ["Who signals what to whom", "sayso-who-signals-what-to-whom.svg"],
  ["Élysée: 3/4 — “no”", "sayso-élysée-3-4-no.svg"],
  ["../../etc", "sayso-etc.svg"],
  ["???", "sayso-chart.svg"],
  ["Київ", "sayso-київ.svg"],
] as const) {
  test(`${title} is kept as ${expected}`, () => {
    assert.equal(fileName(title, "svg"), expected);
  });
}
