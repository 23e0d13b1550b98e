// The sentence in view to the panel beside it: notes follow the eye on wide screens, and keys and links anywhere.

import { lastAbove, stepped, type Step } from "./steps.ts";
import { tell } from "./telling.ts";

const BESIDE = "(min-width: 66.01rem)"; // where the style sheet has room for notes beside the text
const UNDER_BAR = 80; // px: where the text begins to be seen, the scroll padding of the style sheet
const READ_AT = 0.38; // share of the window's height at which people read, set by hand

interface Reading {
  readonly story: HTMLElement;
  readonly sentences: readonly HTMLElement[];
  here: HTMLElement | null;
  /** Whether a key or a link chose the sentence; such a choice holds while it can be seen. */
  isChosen: boolean;
  follows: boolean;
}

let reading: Reading | null = null;

export function isReading(): boolean {
  return reading !== null;
}

/** The sentence that the reader is at, where a reader is. */
export function sentenceHere(): HTMLElement | null {
  return reading?.here ?? null;
}

export function followReading(): void {
  const story = document.querySelector<HTMLElement>(".story");
  if (story === null) return;
  const sentences = [...story.querySelectorAll<HTMLElement>(".sentence")];
  reading = { story, sentences, here: null, isChosen: false, follows: true };
  takeAddress(reading);
  const one = reading;
  window.addEventListener("hashchange", () => takeAddress(one));
  let isAsked = false;
  window.addEventListener(
    "scroll",
    () => {
      if (isAsked) return;
      isAsked = true;
      window.requestAnimationFrame(() => {
        isAsked = false;
        follow(one);
      });
    },
    { passive: true },
  );
}

export function moveSentence(step: Step): void {
  if (reading === null) return;
  const { sentences, here } = reading;
  const now = here === null ? reached(reading, UNDER_BAR) + (step > 0 ? 0 : 1) : sentences.indexOf(here);
  const found = sentences[stepped(now, step, sentences.length)];
  if (found === undefined) return;
  if (found === here) return tell(step > 0 ? "This is the last sentence." : "This is the first sentence.");
  choose(found);
  found.querySelector<HTMLElement>(".number")?.focus({ preventScroll: true });
}

/** Open the notes of the sentence that something in them belongs to. */
export function showSentenceOf(part: Element): void {
  const sentence = part.closest(".notes")?.previousElementSibling;
  if (reading !== null && sentence instanceof HTMLElement) choose(sentence);
}

/** Close the panel; it stays closed until a key or a link asks for a sentence. */
export function closeNotes(): void {
  if (reading === null || reading.here === null) return;
  reading.follows = false;
  reading.isChosen = false;
  mark(reading, null);
  history.replaceState(history.state, "", location.pathname + location.search);
}

function choose(sentence: HTMLElement): void {
  if (reading === null) return;
  reading.follows = true;
  reading.isChosen = true;
  mark(reading, sentence);
  history.replaceState(history.state, "", `#${sentence.id}`);
  sentence.scrollIntoView({ block: "nearest" });
}

function takeAddress(one: Reading): void {
  const named = one.sentences.find((sentence) => `#${sentence.id}` === location.hash);
  one.isChosen = named !== undefined;
  one.follows = named !== undefined || location.hash === "";
  mark(one, named ?? null);
}

function follow(one: Reading): void {
  if (!one.follows || !window.matchMedia(BESIDE).matches) return;
  if (one.isChosen && one.here !== null && isSeen(one.here)) return;
  one.isChosen = false;
  mark(one, one.sentences[reached(one, window.innerHeight * READ_AT)] ?? null);
}

/** The place of the last sentence that begins at or above a height of the window. */
function reached(one: Reading, height: number): number {
  const top = (place: number) => one.sentences[place]?.getBoundingClientRect().top ?? Infinity;
  return lastAbove(one.sentences.length, top, height);
}

function isSeen(sentence: HTMLElement): boolean {
  const { top, bottom } = sentence.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}

function mark(one: Reading, sentence: HTMLElement | null): void {
  if (one.here === sentence) return;
  one.here?.classList.remove("here");
  sentence?.classList.add("here");
  one.story.classList.add("following");
  one.here = sentence;
}
