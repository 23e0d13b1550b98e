// A drawing to a picture that stands alone: title above, below it the record and the address that give it again.

export interface Frame {
  readonly markup: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** Lines below: whose record, which version, which day. */
  readonly source: string;
  readonly address: string;
  readonly ink: string;
  readonly soft: string;
  readonly paper: string;
}

const MARGIN = 24;
const LETTER = 6.7; // mean width of a letter of the lines below, in px at 12 px type
const TITLE_LETTER = 9.4; // likewise of the title, at 18 px
const NARROWEST = 420;

/** The picture as SVG; its address stands in it to be read, and in its metadata for programs. */
export function framed(frame: Frame): { markup: string; width: number; height: number } {
  const inner = Math.max(frame.width, NARROWEST);
  const width = Math.ceil(inner + 2 * MARGIN);
  const title = wrapped(frame.title, Math.floor(inner / TITLE_LETTER));
  const below = [frame.source, frame.address].flatMap((one) => wrapped(one, Math.floor(inner / LETTER)));
  const top = MARGIN + title.length * 24;
  const foot = top + frame.height + 28;
  const height = Math.ceil(foot + below.length * 16 + MARGIN / 2);
  const text = (lines: readonly string[], y: number, step: number, look: string) =>
    lines.map((one, row) => `<text x="${MARGIN}" y="${y + row * step}" ${look}>${escaped(one)}</text>`).join("");
  const markup =
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ` +
    `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">` +
    `<title>${escaped(frame.title)}</title><desc>${escaped(frame.source)}</desc>` +
    `<metadata><source xmlns="http://purl.org/dc/elements/1.1/">${escaped(frame.address)}</source></metadata>` +
    `<rect width="100%" height="100%" fill="${escaped(frame.paper)}"/>` +
    text(
      title,
      MARGIN + 14,
      24,
      `font-family="Georgia, serif" font-size="18" font-weight="600" fill="${escaped(frame.ink)}"`,
    ) +
    `<svg x="${MARGIN}" y="${top}" overflow="visible">${frame.markup}</svg>` +
    text(below, foot, 16, `font-family="Arial, sans-serif" font-size="12" fill="${escaped(frame.soft)}"`) +
    `</svg>`;
  return { markup, width, height };
}

/** Words in lines of some letters; what has no blank to break at is cut, as addresses have none. */
export function wrapped(words: string, letters: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words.split(/\s+/).filter((one) => one !== "")) {
    let rest = line === "" ? word : `${line} ${word}`;
    if (rest.length > letters && line !== "") {
      lines.push(line);
      rest = word;
    }
    while (rest.length > letters) {
      lines.push(rest.slice(0, letters));
      rest = rest.slice(letters);
    }
    line = rest;
  }
  return line === "" ? lines : [...lines, line];
}

/** Words as XML takes them; characters that XML has no place for are left out. */
export function escaped(words: string): string {
  return words
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

/** A name for the file, from what the picture shows. */
export function fileName(title: string, suffix: "svg" | "png"): string {
  const stem = title
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return `sayso-${stem === "" ? "chart" : stem}.${suffix}`;
}
