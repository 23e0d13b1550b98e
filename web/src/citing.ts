// The address of a thing to where its citation is kept and to the citation itself; the words of it are the server's.

const ENTRY = /^\/(?:statement|event|signal|figure|time|walk)\/([^/]+)$/;
const ARTICLE = /^\/article\/([^/]+)$/;

/** The JSON that holds the citation of what an address names, null where it names no entry and no article. */
export function keptAt(address: string): string | null {
  const { pathname } = new URL(address);
  const entry = ENTRY.exec(pathname)?.[1];
  if (entry !== undefined) return `/walk/${entry}.json`;
  const article = ARTICLE.exec(pathname)?.[1];
  return article === undefined ? null : `/article/${article}.json`;
}

/** The citation out of that JSON: of an entry with its words, of an article without any. */
export function citationIn(told: unknown): string | null {
  const row = field(field(told, "rows"), 0);
  const citation = field(row, "citation");
  return typeof citation === "string" ? citation : null;
}

/** A citation with the words it is of, where it does not hold them yet, and the address where it can be looked up. */
export function whole(words: string | null, citation: string, address: string): string {
  return [words === null ? "" : plain(words), citation, address].filter((one) => one !== "").join(" ");
}

/** Words in one line. */
export function plain(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}

function field(held: unknown, name: string | number): unknown {
  return typeof held === "object" && held !== null ? (held as Record<string | number, unknown>)[name] : undefined;
}
