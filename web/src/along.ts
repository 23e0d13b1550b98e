// A place in a chain to all that leads to it and all that it leads to.

export interface Link {
  readonly from: string;
  readonly to: string;
}

/** Both ways from a place, the place itself among them; circles end. */
export function along(links: readonly Link[], place: string): Set<string> {
  return new Set([...reached(links, place, "from", "to"), ...reached(links, place, "to", "from")]);
}

function reached(links: readonly Link[], place: string, near: "from" | "to", far: "from" | "to"): Set<string> {
  const found = new Set([place]);
  for (const one of found) {
    for (const link of links) if (link[near] === one) found.add(link[far]);
  }
  return found;
}
