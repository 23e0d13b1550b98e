// The drawing of a chain to a graph of cytoscape.js that can be moved, magnified and followed.

import cytoscape, { type ElementDefinition, type StylesheetJson } from "cytoscape";

import { along, type Link } from "./along.ts";
import { boxesOf, linesOf, looksOf } from "./boxes.ts";

const EDGE = 24; // px around the whole
const READABLE = 0.6; // share of its size at which the type of a box can still be read
const NEARER = 1.25; // what a step of magnifying makes of the size

/** The graph in an element of its own; it takes the drawing's place, whose words stay below for whoever listens. */
export function graphOf(svg: SVGSVGElement, drawing: HTMLElement): HTMLElement {
  const lines = linesOf(svg);
  const links = lines.map(({ data }) => ({ from: data.source, to: data.target }));
  const looks = looksOf(svg, drawing);
  const held = document.createElement("div");
  held.className = "graph";
  const ground = document.createElement("div");
  ground.className = "graph-ground";
  ground.setAttribute("role", "img");
  ground.setAttribute("aria-label", "The chain, to be moved and magnified; the same stands below in words");
  ground.style.height = `${Math.min(Math.max(svg.getBoundingClientRect().height, 320), window.innerHeight * 0.7)}px`;
  held.append(ground);
  keepFromStyling();
  window.requestAnimationFrame(() => {
    const graph = draw(ground, [...boxesOf(svg), ...lines], looks);
    light(graph, links);
    held.append(waysOf(graph)); // below: a ground that is moved after it is made takes pointers for elsewhere
  });
  return held;
}

function draw(ground: HTMLElement, elements: ElementDefinition[], looks: StylesheetJson): cytoscape.Core {
  // Without Ctrl the wheel is the page's: cytoscape.js would take it and the page could not be scrolled past.
  ground.addEventListener("wheel", (turn) => !turn.ctrlKey && !turn.metaKey && turn.stopImmediatePropagation(), {
    capture: true,
  });
  const graph = cytoscape({
    container: ground,
    elements,
    style: looks,
    layout: { name: "preset", fit: true, padding: EDGE },
    minZoom: 0.1,
    maxZoom: 2.5,
    boxSelectionEnabled: false,
    autounselectify: true,
  });
  if (graph.zoom() < READABLE) showStart(graph);
  return graph;
}

/** Where the whole would be too small to read, begin with the move at the left edge. */
function showStart(graph: cytoscape.Core): void {
  graph.zoom(READABLE);
  const move = graph.$id("query").position();
  const left = graph.$id("query").width() / 2;
  graph.pan({ x: EDGE - (move.x - left) * READABLE, y: graph.height() / 2 - move.y * READABLE });
}

/** What lies along a box is lit while a pointer is on it, and a box leads to its words. */
function light(graph: cytoscape.Core, links: readonly Link[]): void {
  graph.on("mouseover", "node", (event) => {
    const on = along(links, (event.target as cytoscape.NodeSingular).id());
    const isOn = (one: cytoscape.NodeSingular) => on.has(one.id());
    graph.nodes().forEach((one) => void one.toggleClass("apart", !isOn(one)));
    graph.edges().forEach((one) => void one.toggleClass("apart", !isOn(one.source()) || !isOn(one.target())));
  });
  graph.on("mouseout", "node", () => void graph.elements().removeClass("apart"));
  graph.on("tap", "node", (event) => {
    const id = (event.target as cytoscape.NodeSingular).id();
    if (id !== "query") location.hash = id;
  });
}

/** Buttons for whoever has no wheel, or no pointer at all. */
function waysOf(graph: cytoscape.Core): HTMLElement {
  const magnify = (by: number) =>
    graph.zoom({ level: graph.zoom() * by, renderedPosition: { x: graph.width() / 2, y: graph.height() / 2 } });
  const ways = document.createElement("p");
  ways.className = "graph-ways";
  const deeds: readonly [string, () => unknown][] = [
    ["Closer", () => magnify(NEARER)],
    ["Further", () => magnify(1 / NEARER)],
    ["All of it", () => graph.fit(undefined, EDGE)],
  ];
  for (const [name, deed] of deeds) {
    const way = document.createElement("button");
    way.type = "button";
    way.className = "quiet";
    way.textContent = name;
    way.addEventListener("click", deed);
    ways.append(way, " ");
  }
  return ways;
}

/** cytoscape.js would write a style element, which the policy refuses; it leaves that be where it finds its own id. */
function keepFromStyling(): void {
  const id = "__________cytoscape_stylesheet";
  if (document.getElementById(id) !== null) return;
  const mark = document.createElement("meta");
  mark.id = id;
  document.head.append(mark);
}
