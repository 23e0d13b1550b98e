// Words and numbers to SVG as text, escaped in one place; lines of words, as SVG knows no line breaks.

export type Looks = Readonly<Record<string, string | number>>;

/** An element with what stands in it, which is markup already. */
export function element(name: string, looks: Looks, ...inside: readonly string[]): string {
  const told = Object.entries(looks).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return `<${name}${told.join("")}>${inside.join("")}</${name}>`;
}

/** Lines of words below one another. */
export function textLines(lines: readonly string[], x: number, y: number, step: number, looks: Looks): string {
  return lines.map((one, row) => element("text", { x, y: y + row * step, ...looks }, escaped(one))).join("");
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
