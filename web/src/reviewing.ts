// A key to a verdict on the page of a review, chosen but not sent: a name and a reason are still asked for.

import { entryHere } from "./moving.ts";
import { tell } from "./telling.ts";

const WAYS = {
  accept: "input[name=do][value=accept][type=radio]",
  reject: "input[name=do][value=reject][type=radio]",
  correct: "select[name=field]",
} as const;

export function review(verdict: keyof typeof WAYS): void {
  const way = document.querySelector<HTMLInputElement | HTMLSelectElement>(`form.says ${WAYS[verdict]}`);
  if (way instanceof HTMLInputElement) {
    way.checked = true;
    const asked = [...(way.form?.querySelectorAll<HTMLInputElement>("input[name=by], input[name=why]") ?? [])];
    (asked.find((one) => one.value === "") ?? way).focus();
  } else if (way !== null) way.focus();
  else openReview();
}

/** In the queue, the same keys lead to the page where the entry is judged. */
function openReview(): void {
  const link = entryHere()?.querySelector<HTMLAnchorElement>("a[href^='/review/']");
  if (link) link.click();
  else tell("There is nothing to review here.");
}
