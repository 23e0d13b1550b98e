// A few words to whoever looks and whoever listens: shown for a while, and read aloud without a move of the focus.

const SHOWN_FOR = 4000; // ms, set by hand: long enough for two short sentences

let timer = 0;

export function tell(words: string): void {
  const region = prepareToTell();
  region.textContent = words;
  window.clearTimeout(timer);
  timer = window.setTimeout(() => region.replaceChildren(), SHOWN_FOR);
}

/** The region has to stand on the page before it says anything, or nobody hears it; a swapped page brings none. */
export function prepareToTell(): HTMLElement {
  const held = document.querySelector<HTMLElement>("body > .telling");
  if (held !== null) return held;
  const region = document.createElement("p");
  region.className = "telling";
  region.setAttribute("role", "status");
  document.body.append(region);
  return region;
}
