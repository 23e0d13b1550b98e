// A page to a page with keys, syncing panels and pictures: starts each island, and again on what was swapped in.

import { attachCharts } from "./charts.ts";
import { attachChain } from "./chain.ts";
import { comeAgain } from "./coming.ts";
import { followReading } from "./reading.ts";
import { attachHelp } from "./help.ts";
import { keepLayers } from "./layers.ts";
import { swapLists } from "./lists.ts";
import { listen } from "./listening.ts";
import { rememberPages } from "./paging.ts";

function attach(): void {
  attachHelp();
  attachChain();
  attachCharts();
  comeAgain();
}

document.documentElement.classList.add("scripted");
attach();
listen();
rememberPages();
keepLayers();
followReading();
swapLists(attach);
