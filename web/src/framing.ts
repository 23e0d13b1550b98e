// A drawing to a picture that stands alone: title above, below it the record and the address that give it again.

import { element, escaped, textLines, wrapped } from "./markup.ts";

export interface Frame {
  readonly markup: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** Lines below: whose record, which version, which day. */
  readonly source: string;
  readonly address: string;
  readonly ink: string;
  readonly soft: string;
  readonly paper: string;
}

const MARGIN = 24;
const LETTER = 6.7; // mean width of a letter of the lines below, in px at 12 px type
const TITLE_LETTER = 9.4; // likewise of the title, at 18 px
const NARROWEST = 420;
const TITLE = { "font-family": "Georgia, serif", "font-size": 18, "font-weight": 600 };
const BELOW = { "font-family": "Arial, sans-serif", "font-size": 12 };
const DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";

/** The picture as SVG; its address stands in it to be read, and in its metadata for programs. */
export function framed(frame: Frame): { markup: string; width: number; height: number } {
  const inner = Math.max(frame.width, NARROWEST);
  const width = Math.ceil(inner + 2 * MARGIN);
  const title = wrapped(frame.title, Math.floor(inner / TITLE_LETTER));
  const below = [frame.source, frame.address].flatMap((one) => wrapped(one, Math.floor(inner / LETTER)));
  const top = MARGIN + title.length * 24;
  const foot = top + frame.height + 28;
  const height = Math.ceil(foot + below.length * 16 + MARGIN / 2);
  const { ink, soft, paper } = frame;
  const markup = element(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, role: "img" },
    element("title", {}, escaped(frame.title)),
    element("desc", {}, escaped(frame.source)),
    element("metadata", {}, element("source", { xmlns: DUBLIN_CORE }, escaped(frame.address))),
    element("rect", { width: "100%", height: "100%", fill: paper }),
    textLines(title, MARGIN, MARGIN + 14, 24, { ...TITLE, fill: ink }),
    element("svg", { x: MARGIN, y: top, overflow: "visible" }, frame.markup),
    textLines(below, MARGIN, foot, 16, { ...BELOW, fill: soft }),
  );
  return { markup, width, height };
}

/** A name for the file, from what the picture shows. */
export function fileName(title: string, suffix: "svg" | "png"): string {
  const stem = title
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return `sayso-${stem === "" ? "chart" : stem}.${suffix}`;
}
