// A key press to what it asks for: one table, which the listener obeys and the help shows.

export type Action =
  | "search"
  | "next-entry"
  | "previous-entry"
  | "next-part"
  | "previous-part"
  | "copy-link"
  | "copy-citation"
  | "accept"
  | "reject"
  | "correct"
  | "help"
  | "close";

export interface Key {
  readonly key: string;
  readonly action: Action;
  readonly meaning: string;
}

export const KEYS: readonly Key[] = [
  { key: "/", action: "search", meaning: "go to the search" },
  { key: "j", action: "next-entry", meaning: "next entry" },
  { key: "k", action: "previous-entry", meaning: "entry before" },
  { key: "n", action: "next-part", meaning: "next sentence of an article, next page of a list" },
  { key: "p", action: "previous-part", meaning: "sentence before, page before" },
  { key: "y", action: "copy-link", meaning: "copy the link of the entry or sentence you are at, else of the page" },
  { key: "Y", action: "copy-citation", meaning: "copy its citation: words, outlet, date, place and SHA-256" },
  { key: "a", action: "accept", meaning: "in a review: accept the entry" },
  { key: "x", action: "reject", meaning: "in a review: reject it" },
  { key: "e", action: "correct", meaning: "in a review: set a field right" },
  { key: "?", action: "help", meaning: "show these keys" },
  { key: "Escape", action: "close", meaning: "close what is open, leave the search" },
];

export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
}

/** What a press asks for, null where it is none of ours; with a modifier, keys belong to the browser. */
export function actionOf(press: Press): Action | null {
  if (press.ctrlKey || press.altKey || press.metaKey || press.isComposing) return null;
  return KEYS.find((one) => one.key === press.key)?.action ?? null;
}

export interface Field {
  readonly tagName: string;
  readonly type?: string;
  readonly isContentEditable?: boolean;
}

const WITHOUT_TEXT = new Set(["button", "checkbox", "color", "file", "image", "radio", "range", "reset", "submit"]);

/** Whether letters typed into an element are its own. */
export function takesLetters(field: Field): boolean {
  if (field.isContentEditable) return true;
  const tag = field.tagName.toUpperCase();
  return tag === "TEXTAREA" || tag === "SELECT" || (tag === "INPUT" && !WITHOUT_TEXT.has(field.type ?? "text"));
}
