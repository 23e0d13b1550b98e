// A few words to whoever looks and whoever listens: shown for a while, and read aloud without a move of the focus.

const SHOWN_FOR = 4000; // ms, set by hand: long enough for two short sentences

let region: HTMLElement | null = null;
let timer = 0;

export function tell(words: string): void {
  region ??= made();
  region.textContent = words;
  window.clearTimeout(timer);
  timer = window.setTimeout(() => region?.replaceChildren(), SHOWN_FOR);
}

/** The region has to stand on the page before it says anything, or nobody hears it. */
export function prepareToTell(): void {
  region ??= made();
}

function made(): HTMLElement {
  const one = document.createElement("p");
  one.className = "telling";
  one.setAttribute("role", "status");
  document.body.append(one);
  return one;
}
