// Where the reader is to a link or a citation on the clipboard, said aloud once it is there.

import { citationIn, keptAt, plain, whole } from "./citing.ts";
import { entryHere, linkOf } from "./moving.ts";
import { sentenceHere } from "./reading.ts";
import { tell } from "./telling.ts";

interface Place {
  readonly address: string;
  /** The words of a sentence, null where the citation brings its own. */
  readonly words: string | null;
}

export async function copyLink(): Promise<void> {
  await copy(Promise.resolve(here().address), "Link");
}

export async function copyCitation(): Promise<void> {
  await copy(cited(here()), "Citation");
}

/** The entry that keys have led to, else the sentence in view, else the page. */
function here(): Place {
  const entry = entryHere();
  const link = entry === null ? null : linkOf(entry);
  if (entry !== null && link !== null) {
    const isSentence = link.matches(".sentence-link");
    return { address: link.href, words: isSentence ? link.textContent : null };
  }
  const sentence = sentenceHere();
  if (sentence === null) return { address: location.href.replace(/#$/, ""), words: null };
  return { address: new URL(`#${sentence.id}`, location.href).href, words: wordsOf(sentence) };
}

function wordsOf(sentence: HTMLElement): string {
  const copied = sentence.cloneNode(true) as HTMLElement;
  copied.querySelector(".number")?.remove();
  return copied.textContent ?? "";
}

async function cited(place: Place): Promise<string> {
  const kept = keptAt(place.address);
  if (kept !== null) {
    const answer = await fetch(kept, { credentials: "same-origin" });
    const citation = answer.ok ? citationIn(await answer.json()) : null;
    if (citation !== null) return whole(place.words, citation, place.address);
  }
  return whole(document.title, "", place.address);
}

async function copy(words: Promise<string>, name: string): Promise<void> {
  try {
    await put(words);
    tell(`${name} copied: ${shortened(await words)}`);
  } catch {
    tell(`${name} not copied: the browser does not let this page reach the clipboard.`);
  }
}

/** A promise of the words is handed over at once, for some browsers forget the key press while they are fetched. */
async function put(words: Promise<string>): Promise<void> {
  if (typeof ClipboardItem !== "undefined" && navigator.clipboard !== undefined) {
    const blob = words.then((one) => new Blob([one], { type: "text/plain" }));
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
  } else {
    putTheOldWay(await words);
  }
}

/** Without TLS, browsers lend the clipboard to pages of this machine only. */
function putTheOldWay(words: string): void {
  const held = document.createElement("textarea");
  held.className = "unseen";
  held.value = words;
  const focused = document.activeElement;
  document.body.append(held);
  held.select();
  const isCopied = document.execCommand("copy");
  held.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  if (!isCopied) throw new Error("not copied");
}

function shortened(words: string, length = 90): string {
  const line = plain(words);
  return line.length <= length ? line : `${line.slice(0, length - 1).trimEnd()}…`;
}
