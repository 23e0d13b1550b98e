// A step to the page of a list before or after; cursors lead one way only, so the way back is remembered.

import { memory, type Memory } from "./keeping.ts";
import type { Step } from "./steps.ts";
import { tell } from "./telling.ts";

const PREFIX = "sayso.before ";

/** Keep which page led to another. */
export function remember(held: Memory, from: string, to: string): void {
  held.setItem(PREFIX + to, from);
}

/** The page that led to this one, null where none did. */
export function before(held: Memory, here: string): string | null {
  return held.getItem(PREFIX + here);
}

/** Remember where each step forward came from, whether it was a key or a mouse that took it. */
export function rememberPages(): void {
  document.addEventListener(
    "click",
    (click) => {
      const link = click.target instanceof Element ? click.target.closest<HTMLAnchorElement>("a[rel=next]") : null;
      if (link !== null) remember(memory("sessionStorage"), location.href, link.href);
    },
    { capture: true },
  );
}

export function turnPage(step: Step): void {
  if (step > 0) {
    const next = document.querySelector<HTMLAnchorElement>("main a[rel=next]");
    return next === null ? tell("This is the last page of the list.") : next.click();
  }
  const known = before(memory("sessionStorage"), location.href);
  if (known !== null) return location.assign(known);
  const first = document.querySelector<HTMLAnchorElement>(".pager a:not([rel=next])");
  return first === null ? tell("This is the first page of the list.") : first.click();
}
