// The drawing of a chain to the nodes, edges and looks of a graph, each in the place that the server gave it.

import type { StylesheetJson } from "cytoscape";

const INSET = 14; // px between the left edge of a box and its words

interface Box {
  readonly data: {
    readonly id: string;
    readonly label: string;
    readonly width: number;
    readonly height: number;
    readonly inset: number;
    readonly colour: string;
  };
  readonly position: { readonly x: number; readonly y: number };
  readonly classes: string;
}

interface Line {
  readonly data: { readonly id: string; readonly source: string; readonly target: string };
  readonly classes: string;
}

/** The boxes of the drawing: a link's is the signal that it leads to, the one without a link is the move. */
export function boxesOf(svg: SVGSVGElement): Box[] {
  return [...svg.querySelectorAll<SVGRectElement>("rect.g-box")].flatMap((rect) => {
    const holder = rect.parentElement;
    if (holder === null) return [];
    const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => Number(rect.getAttribute(name)));
    if (x === undefined || y === undefined || width === undefined || height === undefined) return [];
    const id = holder.getAttribute("href")?.replace("#", "") ?? "query";
    const label = [...holder.querySelectorAll("text")].map((one) => one.textContent?.trim() ?? "").join("\n");
    const bar = holder.querySelector(".g-bar");
    const colour = getComputedStyle(bar ?? rect).fill;
    const position = { x: x + width / 2, y: y + height / 2 };
    const data = { id, label, width, height, inset: INSET - width, colour };
    return [{ data, position, classes: id === "query" ? "move" : "" }];
  });
}

/** The lines of the drawing, which know where they lead. */
export function linesOf(svg: SVGSVGElement): Line[] {
  return [...svg.querySelectorAll<SVGPathElement>("path.g-edge")].map((path) => {
    const { from = "", to = "" } = path.dataset;
    const isLoose = path.matches(".match-broader, .match-similar");
    const classes = path.matches(".g-breaks") ? "breaks" : isLoose ? "loose" : "";
    return { data: { id: `${from} ${to}`, source: from, target: to }, classes };
  });
}

/** The looks of the page, for a canvas knows no style sheet. */
export function looksOf(svg: SVGSVGElement, drawing: HTMLElement): StylesheetJson {
  const box = getComputedStyle(svg.querySelector("a .g-box") ?? svg);
  const move = getComputedStyle(svg.querySelector(".g-box.kind-move") ?? svg);
  const words = getComputedStyle(svg.querySelector("a .g-line") ?? svg);
  const line = getComputedStyle(svg.querySelector(".g-edge") ?? svg).stroke;
  const ground = getComputedStyle(drawing).backgroundColor;
  return [
    {
      selector: "node",
      style: {
        shape: "rectangle",
        width: "data(width)",
        height: "data(height)",
        "background-color": box.fill,
        "border-width": 2,
        "border-color": "data(colour)",
        label: "data(label)",
        color: words.fill,
        "font-family": words.fontFamily,
        "font-size": 13,
        "line-height": 1.3,
        "text-wrap": "wrap",
        "text-max-width": "276px",
        "text-valign": "center",
        "text-halign": "right",
        "text-margin-x": "data(inset)" as unknown as number,
        "text-justification": "left",
      },
    },
    { selector: "node.move", style: { "background-color": move.fill, color: ground, "border-width": 0 } },
    {
      selector: "edge",
      style: {
        width: 1.6,
        "line-color": line,
        "curve-style": "round-taxi",
        "taxi-direction": "rightward",
        "target-arrow-shape": "triangle",
        "target-arrow-color": line,
        "arrow-scale": 0.9,
      },
    },
    { selector: "edge.loose", style: { "line-style": "dashed" } },
    { selector: "edge.breaks", style: { "line-style": "dotted" } },
    { selector: ".apart", style: { opacity: 0.2 } },
  ];
}
