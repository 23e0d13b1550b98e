// Presses to deeds: hands each key that is ours to its island, and leaves all others, and all fields, alone.

import { copyCitation, copyLink } from "./copying.ts";
import { areKeysOn, isHelpOpen, openHelp } from "./help.ts";
import { actionOf, takesLetters, type Action } from "./keys.ts";
import { letGo, moveTo } from "./moving.ts";
import { turnPage } from "./paging.ts";
import { review } from "./reviewing.ts";
import { closeNotes, isReading, moveSentence } from "./reading.ts";

export function listen(): void {
  document.addEventListener("keydown", (press) => {
    const action = actionOf(press);
    if (action === null || press.defaultPrevented || isHelpOpen()) return;
    const field = press.target instanceof HTMLElement && takesLetters(press.target) ? press.target : null;
    if (action === "close") close(field);
    else if (field === null && areKeysOn()) {
      press.preventDefault();
      DEEDS[action]();
    }
  });
}

const DEEDS: Readonly<Record<Exclude<Action, "close">, () => void>> = {
  search: search,
  "next-entry": () => moveTo(1),
  "previous-entry": () => moveTo(-1),
  "next-part": () => (isReading() ? moveSentence(1) : turnPage(1)),
  "previous-part": () => (isReading() ? moveSentence(-1) : turnPage(-1)),
  "copy-link": () => void copyLink(),
  "copy-citation": () => void copyCitation(),
  accept: () => review("accept"),
  reject: () => review("reject"),
  correct: () => review("correct"),
  help: openHelp,
};

function search(): void {
  const field = document.querySelector<HTMLInputElement>("main input[type=search], #find");
  field?.focus();
  field?.select();
}

/** Escape asks for nothing of the browser's away: a search field still empties itself, then lets go. */
function close(field: HTMLElement | null): void {
  if (field instanceof HTMLInputElement && field.type === "search" && field.value === "") field.blur();
  if (field !== null) return;
  letGo();
  closeNotes();
}
