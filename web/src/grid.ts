// A table of amounts to a drawing of it: a square for each pair, darker for more, striped by kind; sums are plain.

import { element, textLines, wrapped } from "./markup.ts";

export interface Cell {
  readonly amount: number;
  /** A colour for each kind; a sum has none. */
  readonly stripes: readonly string[];
}

export interface Grid {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly (Cell | null)[] }[];
  /** Names of the stripes, in the order of the key. */
  readonly key: readonly { readonly name: string; readonly colour: string }[];
  readonly ink: string;
  readonly soft: string;
}

const NAMES = 210; // px for the names of the rows
const WIDTH = 88;
const HEIGHT = 38;
const HEAD = 62; // px for the names of the columns, three lines of them
const KEY = 104;
const STEPS = 6; // amounts from here on are equally dark, as on the page

export function drawn(grid: Grid): { markup: string; width: number; height: number } {
  const wide = NAMES + grid.columns.length * WIDTH;
  const heads = grid.columns.map((name, at) => {
    const words = lines(name, 14, 3);
    const top = HEAD - 12 - (words.length - 1) * 15;
    return textLines(words, middle(at), top, 15, { "text-anchor": "middle", fill: grid.ink });
  });
  const rows = grid.rows.map((row, at) => {
    const y = HEAD + at * HEIGHT;
    const rule = element("path", { d: `M0 ${y}H${wide}`, stroke: grid.soft, "stroke-opacity": 0.3 });
    const name = textLines(lines(row.name, 32, 1), 0, y + 24, 0, { fill: grid.ink });
    return (
      rule + name + row.cells.map((cell, place) => (cell === null ? "" : square(cell, place, y, grid.ink))).join("")
    );
  });
  const foot = HEAD + grid.rows.length * HEIGHT + 26;
  const key = grid.key.map(({ name, colour }, at) => {
    const stripe = element("rect", { x: at * KEY, y: foot - 5, width: 14, height: 4, fill: colour });
    return stripe + textLines([name], at * KEY + 20, foot, 0, { "font-size": 12, fill: grid.soft });
  });
  const looks = { "font-family": "Arial, sans-serif", "font-size": 13 };
  const markup = element("g", looks, ...heads, ...rows, ...key);
  return { markup, width: Math.max(wide, grid.key.length * KEY), height: foot + 8 };
}

function square({ amount, stripes }: Cell, place: number, y: number, ink: string): string {
  const dark = stripes.length === 0 ? 0 : 0.04 * Math.min(amount, STEPS);
  const each = Math.min(16, 60 / Math.max(stripes.length, 1));
  const left = middle(place) - (stripes.length * (each + 2) - 2) / 2;
  const box = { x: middle(place) - WIDTH / 2 + 4, y: y + 3, width: WIDTH - 8, height: HEIGHT - 6, rx: 3 };
  return [
    element("rect", { ...box, fill: ink, "fill-opacity": dark.toFixed(2) }),
    textLines([String(amount)], middle(place), y + 22, 0, { "text-anchor": "middle", "font-weight": 600, fill: ink }),
    ...stripes.map((fill, at) =>
      element("rect", { x: left + at * (each + 2), y: y + 28, width: each, height: 4, fill }),
    ),
  ].join("");
}

function middle(place: number): number {
  return NAMES + place * WIDTH + WIDTH / 2;
}

function lines(words: string, letters: number, most: number): string[] {
  const all = wrapped(words, letters);
  const last = all[most - 1];
  if (all.length <= most || last === undefined) return all;
  return [...all.slice(0, most - 1), `${last.slice(0, letters - 1)}…`];
}
