// The drawn chain of a what-if to one that can be moved and magnified, fetched only when somebody asks for it.

import { tell } from "./telling.ts";

export function attachChain(): void {
  const drawing = document.querySelector<HTMLElement>("#chain .drawing");
  if (drawing === null || document.querySelector(".chain-way") !== null) return;
  const way = document.createElement("button");
  way.type = "button";
  way.className = "quiet chain-way";
  way.textContent = "Move and magnify";
  way.setAttribute("aria-pressed", "false");
  way.addEventListener("click", () => void turn(drawing, way));
  drawing.before(way);
}

async function turn(drawing: HTMLElement, way: HTMLButtonElement): Promise<void> {
  const shown = document.querySelector<HTMLElement>("#chain .graph");
  const opens = shown === null || shown.hidden;
  try {
    if (shown === null) drawing.after(await made(drawing));
    else shown.hidden = !opens;
  } catch {
    return tell("The graph could not be made; the drawing says the same.");
  }
  drawing.hidden = opens;
  way.setAttribute("aria-pressed", String(opens));
}

async function made(drawing: HTMLElement): Promise<HTMLElement> {
  const svg = drawing.querySelector("svg");
  if (svg === null) throw new Error("nothing is drawn");
  const { graphOf } = await import("./graph.ts");
  return graphOf(svg, drawing);
}
