// Filters and pages of lists to their results in place: htmx fetches the same addresses that work without it.

import { tell } from "./telling.ts";

const SWAPS = "[hx-get], [hx-boost\\:inherited]";

interface Configured {
  readonly ctx: { readonly request: { readonly body: FormData | null } };
}

/** Load htmx where a page has lists to narrow; `attach` is called on what it swaps in. */
export function swapLists(attach: () => void): void {
  if (document.querySelector(SWAPS) === null) return;
  document.addEventListener("htmx:config:request", (event) => {
    const { body } = (event as CustomEvent<Configured>).detail.ctx.request;
    if (body !== null) dropEmpty(body);
  });
  document.addEventListener("htmx:after:swap", () => {
    attach();
    renewTwins();
    renewFields();
    const lead = document.querySelector("main .lead, main h2")?.textContent;
    if (lead) tell(lead.replace(/\s+/g, " ").trim());
  });
  void import("htmx.org");
}

/** Fields that ask for nothing stay out of the address, so that it can be read and shared. */
export function dropEmpty(fields: FormData): void {
  const held = [...fields.entries()].filter(([, value]) => value !== "");
  for (const name of new Set(fields.keys())) fields.delete(name);
  for (const [name, value] of held) fields.append(name, value);
}

/** A field shows what the list is narrowed by now, except the one that somebody is typing into. */
function renewFields(): void {
  for (const field of document.querySelectorAll<HTMLInputElement | HTMLSelectElement>("main form [name]")) {
    if (field === document.activeElement) continue;
    if (field instanceof HTMLSelectElement) {
      for (const option of field.options) option.selected = option.defaultSelected;
    } else if (field.type === "checkbox") field.checked = field.defaultChecked;
    else field.value = field.defaultValue;
  }
}

/** The head says where the page's twins are; the foot was swapped and knows. */
function renewTwins(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>("link[rel=alternate]")) {
    const suffix = link.type === "text/csv" ? ".csv" : ".json";
    const found = [...document.querySelectorAll<HTMLAnchorElement>(".twins a")].find((one) =>
      new URL(one.href).pathname.endsWith(suffix),
    );
    if (found !== undefined) link.href = found.href;
  }
}
