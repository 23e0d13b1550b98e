// What a browser keeps for a page between visits; where it may keep nothing, a memory that lasts as long as the page.

export interface Memory {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
}

const short = new Map<string, string>();
const SHORT: Memory = {
  getItem: (name) => short.get(name) ?? null,
  setItem: (name, value) => void short.set(name, value),
};

/** For good, or until the tab is closed; browsers that are told to keep nothing refuse with an error. */
export function memory(kind: "localStorage" | "sessionStorage"): Memory {
  try {
    return window[kind];
  } catch {
    return SHORT;
  }
}
