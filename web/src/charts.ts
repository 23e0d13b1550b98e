// Every chart, matrix and chain to one that can be kept: two buttons below its drawing, for SVG and for PNG.

import { plain } from "./citing.ts";
import { frameOf, type Told } from "./dressing.ts";
import type { Frame } from "./framing.ts";
import { frameOfMatrix } from "./matrix.ts";
import { savePng, saveSvg } from "./pictures.ts";
import { tell } from "./telling.ts";

export function attachCharts(): void {
  for (const chart of document.querySelectorAll<HTMLElement>("figure.chart, #chain")) {
    const drawing = chart.querySelector<SVGSVGElement>("svg");
    if (drawing === null || chart.querySelector(".chart-ways") !== null) continue;
    const title = titleOf(chart, drawing);
    chart.append(waysOf(title, () => frameOf(drawing, told(title))));
  }
  const table = document.querySelector<HTMLTableElement>("table.matrix");
  const section = table?.closest("section");
  if (table && section && section.querySelector(".chart-ways") === null) {
    const title = plain(table.caption?.textContent ?? document.title);
    section.append(waysOf(title, () => frameOfMatrix(table, section.querySelector(".key"), told(title))));
  }
}

function waysOf(title: string, frame: () => Frame): HTMLElement {
  const ways = document.createElement("p");
  ways.className = "chart-ways";
  ways.append(
    "Keep the drawing as ",
    button("SVG", title, () => saveSvg(frame())),
    " ",
    button("PNG", title, () => void savePng(frame()).catch(notMade)),
  );
  return ways;
}

function notMade(): void {
  tell("The browser made no picture.");
}

function button(kind: string, title: string, keep: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "quiet";
  made.textContent = kind;
  made.setAttribute("aria-label", `Keep as ${kind}: ${title}`);
  made.addEventListener("click", keep);
  return made;
}

/** What a chart is called: by its own word, else by what names its drawing or stands below it, else by the page. */
function titleOf(chart: HTMLElement, drawing: SVGSVGElement): string {
  const first = (drawing.getAttribute("aria-labelledby") ?? "").split(" ")[0] ?? "";
  const named = document.getElementById(first)?.textContent ?? "";
  const caption = chart.querySelector("figcaption .title, figcaption")?.textContent;
  const found = [chart.dataset["title"], named, drawing.getAttribute("aria-label"), caption, document.title];
  return plain(found.find((one) => one !== undefined && one !== null && one.trim() !== "") ?? "chart");
}

/** The record without the folders that it lies in, which are nobody's business on a picture that is passed on. */
function recordIn(whose: string): string {
  return plain(whose).replace(/^\S*[/\\](?=\S)/, "");
}

function told(title: string): Told {
  const whose = recordIn(document.querySelector(".whose")?.textContent?.split(". ")[0] ?? "sayso");
  const address = location.href.replace(/#.*$/, "");
  return { title, source: `${whose} · taken ${new Date().toISOString().slice(0, 10)}`, address };
}
