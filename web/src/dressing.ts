// An SVG of a page to one that looks the same without the style sheet, in a frame of the page's own light colours.

import type { Frame } from "./framing.ts";

const LOOKS = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "opacity",
  "font-family",
  "font-size",
  "font-style",
  "font-weight",
  "text-anchor",
  "dominant-baseline",
  "letter-spacing",
  "paint-order",
  "visibility",
  "display",
];

export type Told = Pick<Frame, "title" | "source" | "address">;
export type Colours = Pick<Frame, "ink" | "soft" | "paper">;

/** The drawing with all that its frame has to know. */
export function frameOf(drawing: SVGSVGElement, told: Told): Frame {
  return lightly(drawing, () => {
    const box = drawing.viewBox.baseVal;
    const shown = drawing.getBoundingClientRect();
    const [width, height] = box !== null && box.width > 0 ? [box.width, box.height] : [shown.width, shown.height];
    const markup = new XMLSerializer().serializeToString(dressed(drawing, width, height));
    return { ...told, ...coloursOf(drawing), markup, width, height };
  });
}

/** Pictures go on paper and into reports, so that they are light whatever the page is. */
export function lightly<Made>(part: HTMLElement | SVGElement, work: () => Made): Made {
  const before = part.style.colorScheme;
  part.style.colorScheme = "light";
  try {
    return work();
  } finally {
    part.style.colorScheme = before;
  }
}

export function coloursOf(part: Element): Colours {
  return { ink: colour(part, "--ink"), soft: colour(part, "--soft"), paper: colour(part, "--sheet") };
}

/** A colour of the style sheet as a drawing can have it: `light-dark()` and the like worked out. */
export function colour(part: Element, token: string): string {
  const probe = document.createElement("i");
  probe.hidden = true;
  probe.style.color = `var(${token})`;
  const beside = part instanceof SVGElement ? (part.parentElement ?? document.body) : part;
  const scheme = getComputedStyle(part).colorScheme;
  probe.style.colorScheme = scheme;
  beside.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

/** A copy of a drawing that looks the same without the style sheet, its links whole. */
function dressed(drawing: SVGSVGElement, width: number, height: number): SVGSVGElement {
  const copied = drawing.cloneNode(true) as SVGSVGElement;
  const pairs = [drawing, ...drawing.querySelectorAll("*")].map((one, row) => [one, row] as const);
  const copies = [copied, ...copied.querySelectorAll("*")];
  for (const [one, row] of pairs) {
    const copy = copies[row];
    if (copy === undefined) continue;
    const looks = getComputedStyle(one);
    for (const name of LOOKS) copy.setAttribute(name, looks.getPropertyValue(name));
    copy.removeAttribute("class");
    copy.removeAttribute("style");
    const link = copy.getAttribute("href");
    if (link !== null) copy.setAttribute("href", new URL(link, location.href).href);
  }
  copied.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copied.setAttribute("width", `${width}`);
  copied.setAttribute("height", `${height}`);
  copied.setAttribute("display", "inline");
  copied.removeAttribute("aria-labelledby");
  return copied;
}
