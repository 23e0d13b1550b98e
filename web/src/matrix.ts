// The table of who signals what to whom to a framed drawing of it, for whoever wants it on a slide.

import { plain } from "./citing.ts";
import { coloursOf, lightly, type Told } from "./dressing.ts";
import type { Frame } from "./framing.ts";
import { drawn, type Cell, type Grid } from "./grid.ts";

export function frameOfMatrix(table: HTMLTableElement, key: Element | null, told: Told): Frame {
  return lightly(table, () => {
    const colours = coloursOf(table);
    return { ...told, ...colours, ...drawn({ ...gridOf(table, key), ...colours }) };
  });
}

function gridOf(table: HTMLTableElement, key: Element | null): Pick<Grid, "columns" | "rows" | "key"> {
  const stripes = new Map<string, string>();
  const rows = [...table.tBodies]
    .flatMap((body) => [...body.rows])
    .map((row) => ({
      name: nameOf(row.cells[0]),
      cells: [...row.cells].slice(1).map((one) => cellOf(one, stripes)),
    }));
  const names = [...(key?.querySelectorAll(":scope > span:has(.kinds)") ?? [])].map((one) =>
    plain(one.textContent ?? ""),
  );
  return {
    columns: [...(table.tHead?.rows[0]?.cells ?? [])].slice(1).map(wordsOf),
    rows,
    key: names.flatMap((name) => {
      const colour = stripes.get(`kind-${name}`);
      return colour === undefined ? [] : [{ name, colour }];
    }),
  };
}

/** The number of a cell and its stripes, whose colours are noted by their class. */
function cellOf(cell: HTMLTableCellElement, stripes: Map<string, string>): Cell | null {
  const amount = Number((cell.querySelector("b") ?? cell).textContent?.replace(/\D/g, ""));
  if (!(amount > 0)) return null;
  const marks = [...cell.querySelectorAll<HTMLElement>(".kinds i")];
  for (const one of marks) stripes.set(one.className, getComputedStyle(one).backgroundColor);
  return { amount, stripes: marks.map((one) => stripes.get(one.className) ?? "none") };
}

/** Who a row is about, and in brackets on whose side. */
function nameOf(cell: HTMLTableCellElement | undefined): string {
  const side = cell?.querySelector(".side")?.textContent;
  const name = cell?.querySelector("a")?.textContent ?? cell?.textContent ?? "";
  return plain(side ? `${name} (${side})` : name);
}

/** What a cell says, a break of its lines as a blank. */
function wordsOf(cell: HTMLTableCellElement | undefined): string {
  return plain([...(cell?.childNodes ?? [])].map((one) => one.textContent ?? " ").join(" "));
}
