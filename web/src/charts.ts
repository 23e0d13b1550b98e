// Every chart, and the chain of a what-if, to one that can be kept: two buttons below its drawing, for SVG and for PNG.

import { plain } from "./citing.ts";
import { savePng, saveSvg, type Told } from "./pictures.ts";
import { tell } from "./telling.ts";

export function attachCharts(): void {
  for (const chart of document.querySelectorAll<HTMLElement>("figure.chart, #chain")) {
    const drawing = chart.querySelector<SVGSVGElement>("svg");
    if (drawing !== null && chart.querySelector(".chart-ways") === null) attach(chart, drawing);
  }
}

function attach(chart: HTMLElement, drawing: SVGSVGElement): void {
  const ways = document.createElement("p");
  ways.className = "chart-ways";
  const title = titleOf(chart, drawing);
  ways.append(
    "Keep the drawing as ",
    button("SVG", title, () => saveSvg(drawing, told(title))),
    " ",
    button("PNG", title, () => void savePng(drawing, told(title)).catch(notMade)),
  );
  chart.append(ways);
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
