// The answer of the what-if, as its JSON twin tells it, to what leads to what.

export interface Link {
  readonly from: string;
  readonly to: string;
  readonly match: string;
  readonly breaks: boolean;
}

interface Fired {
  readonly signal: { readonly id: string };
  readonly because: readonly string[];
  readonly match: string;
}

interface Answer {
  readonly fired: readonly Fired[];
  readonly breaks: readonly { readonly signal: { readonly id: string } }[];
}

/** What leads to what: the move is `query`; it leads to what its own side would break as well. */
export function linksOf(answer: Answer): Link[] {
  const set = answer.fired.flatMap(({ signal, because, match }) =>
    because.map((from) => ({ from, to: signal.id, match, breaks: false })),
  );
  const broken = answer.breaks.map(({ signal }) => ({ from: "query", to: signal.id, match: "same", breaks: true }));
  return [...set, ...broken];
}

/** All that leads to a place and all that it leads to, the place among them. */
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

/** The answer in an envelope, null where it is none. */
export function answerIn(told: unknown): Answer | null {
  const rows = (told as { rows?: unknown } | null)?.rows;
  const row: unknown = Array.isArray(rows) ? rows[0] : null;
  const held = row as Partial<Answer> | null;
  return Array.isArray(held?.fired) && Array.isArray(held.breaks) ? (held as Answer) : null;
}
