// The table of keys to a dialog, to be opened by `?` or at the foot of a page, with the switch that turns keys off.

import { memory } from "./keeping.ts";
import { KEYS } from "./keys.ts";
import { prepareToTell } from "./telling.ts";

const SWITCH = "sayso.keys";
let dialog: HTMLDialogElement | null = null;

/** Whether single letters are obeyed; whoever speaks to the browser or types by accident can turn them off. */
export function areKeysOn(): boolean {
  return memory("localStorage").getItem(SWITCH) !== "off";
}

export function isHelpOpen(): boolean {
  return dialog?.open ?? false;
}

export function openHelp(): void {
  dialog ??= made();
  if (!dialog.isConnected) document.body.append(dialog);
  dialog.showModal();
}

/** Put the way to the help at the foot of the page, once. */
export function attachHelp(): void {
  prepareToTell();
  const places = document.querySelector(".foot nav ul");
  if (places === null || places.querySelector(".keys-way") !== null) return;
  const way = element("button", "Keys");
  way.type = "button";
  way.className = "keys-way";
  way.addEventListener("click", openHelp);
  const place = document.createElement("li");
  place.append(way);
  places.append(place);
}

function made(): HTMLDialogElement {
  const made = document.createElement("dialog");
  made.className = "keys";
  const head = element("h2", "Keys");
  head.id = "keys-head";
  made.setAttribute("aria-labelledby", head.id);
  const table = document.createElement("table");
  const rows = KEYS.map(({ key, meaning }) => {
    const row = document.createElement("tr");
    const name = document.createElement("th");
    name.scope = "row";
    name.append(element("kbd", key));
    row.append(name, element("td", meaning));
    return row;
  });
  table.append(...rows);
  made.append(head, table, keySwitch(), closing());
  return made;
}

function keySwitch(): HTMLElement {
  const label = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = areKeysOn();
  box.addEventListener("change", () => memory("localStorage").setItem(SWITCH, box.checked ? "on" : "off"));
  label.append(box, " Single keys work on every page of this explorer");
  return label;
}

function closing(): HTMLElement {
  const form = document.createElement("form");
  form.method = "dialog";
  const button = element("button", "Close");
  button.autofocus = true;
  form.append(button);
  return form;
}

function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, words: string): HTMLElementTagNameMap[Tag] {
  const one = document.createElement(tag);
  one.textContent = words;
  return one;
}
