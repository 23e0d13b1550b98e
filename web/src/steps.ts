// A place in a row and a step to the next place; nothing here knows of a page.

export type Step = 1 | -1;

/** The place after a step, held at both ends; from nowhere (-1) the first step leads to the first or last place. */
export function stepped(now: number, step: Step, count: number): number {
  if (count === 0) return -1;
  if (now < 0) return step > 0 ? 0 : count - 1;
  return Math.min(Math.max(now + step, 0), count - 1);
}

/** The last place whose upper edge lies at or above a line, -1 where all lie below it; few edges are looked at. */
export function lastAbove(count: number, edge: (place: number) => number, line: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edge(middle) <= line) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
