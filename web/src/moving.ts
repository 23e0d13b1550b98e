// Steps to the entry they lead to: the link of the entry takes the focus, so that Enter and a screen reader follow.

import { showSentenceOf } from "./reading.ts";
import { stepped, type Step } from "./steps.ts";
import { tell } from "./telling.ts";

const ENTRIES = [
  "[data-item]",
  "tr.entry",
  ".plain tbody tr",
  ".story .note",
  "li.hit",
  "li.fired",
  "li.near",
  ".due > li",
  ".new > li",
  ".suggested li",
].join(", ");
const LINKS = ["a.sentence-link", "a.id", "th a", "a[href]"];

/** The entry that keys have led to, or that holds what has the focus. */
export function entryHere(): HTMLElement | null {
  const focused = document.activeElement?.closest<HTMLElement>(ENTRIES) ?? null;
  return focused ?? document.querySelector<HTMLElement>("[data-here]");
}

/** The link of an entry that says where it is for good. */
export function linkOf(entry: Element): HTMLAnchorElement | null {
  return LINKS.map((one) => entry.querySelector<HTMLAnchorElement>(one)).find((one) => one !== null) ?? null;
}

export function moveTo(step: Step): void {
  const entries = [...document.querySelectorAll<HTMLElement>(ENTRIES)].filter(isThere);
  const here = entryHere();
  const place = stepped(here === null ? firstInView(entries, step) : entries.indexOf(here), step, entries.length);
  const found = entries[place];
  if (found === undefined) return tell("There is no entry on this page.");
  if (found === here)
    return tell(step > 0 ? "This is the last entry of the page." : "This is the first entry of the page.");
  letGo();
  showSentenceOf(found);
  found.dataset["here"] = "";
  found.scrollIntoView({ block: "nearest" });
  focus(linkOf(found) ?? found);
}

export function letGo(): void {
  for (const one of document.querySelectorAll("[data-here]")) one.removeAttribute("data-here");
}

/** Entries of a closed part of the page are passed over; notes are not, for they open with their sentence. */
function isThere(entry: HTMLElement): boolean {
  return entry.matches(".note") || entry.checkVisibility();
}

/** The place from which a first step leads to what can be seen, rather than to the top of the page. */
function firstInView(entries: readonly HTMLElement[], step: Step): number {
  const seen = entries.findIndex((one) => one.checkVisibility() && one.getBoundingClientRect().top >= 0);
  return seen < 0 ? -1 : seen - step;
}

function focus(target: HTMLElement): void {
  if (!target.matches("a, button, input, [tabindex]")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
