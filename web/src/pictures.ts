// An SVG of a page to a file: the looks that the style sheet gives it are written into it, then it is framed and kept.

import { fileName, framed } from "./framing.ts";

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
const SHARPNESS = 2; // pixels of a PNG for each of the page
const WIDEST = 12000; // pixels a side: beyond about 16,000 browsers give an empty canvas

export interface Told {
  readonly title: string;
  readonly source: string;
  readonly address: string;
}

export function saveSvg(drawing: SVGSVGElement, told: Told): void {
  const { markup } = picture(drawing, told);
  save(
    new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${markup}`], { type: "image/svg+xml" }),
    fileName(told.title, "svg"),
  );
}

export async function savePng(drawing: SVGSVGElement, told: Told): Promise<void> {
  const { markup, width, height } = picture(drawing, told);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(markup)}`;
  await image.decode();
  const scale = Math.min(SHARPNESS, WIDEST / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob === null) throw new Error("the browser made no picture");
  save(blob, fileName(told.title, "png"));
}

/** Pictures go on paper and into reports, so that they are light whatever the page is. */
function picture(drawing: SVGSVGElement, told: Told): { markup: string; width: number; height: number } {
  const before = drawing.style.colorScheme;
  drawing.style.colorScheme = "light";
  try {
    const box = drawing.viewBox.baseVal;
    const shown = drawing.getBoundingClientRect();
    const [width, height] = box !== null && box.width > 0 ? [box.width, box.height] : [shown.width, shown.height];
    const colours = (name: string) => getComputedStyle(drawing).getPropertyValue(name);
    return framed({
      ...told,
      markup: new XMLSerializer().serializeToString(dressed(drawing, width, height)),
      width,
      height,
      ink: resolved(drawing, colours("--ink")),
      soft: resolved(drawing, colours("--soft")),
      paper: resolved(drawing, colours("--sheet")),
    });
  } finally {
    drawing.style.colorScheme = before;
  }
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

/** A colour of the style sheet as a drawing can have it: `light-dark()` and the like worked out. */
function resolved(beside: SVGSVGElement, colour: string): string {
  const probe = document.createElementNS("http://www.w3.org/2000/svg", "g");
  probe.style.color = colour;
  beside.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
