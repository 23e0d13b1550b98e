"""
UD English EWT and GUM: parts of speech, dependencies, and the conditionals that both mark (`Cxn=Conditional`).

EWT: CC BY-SA 4.0. GUM: annotations CC BY 4.0, texts by genre; only genres with an open licence are read (data/README).
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from lab.train.example import IGNORE, Array, Example, examples, opened, stream
from sayso.encode.heads import RELATIONS, SIGNAL, UPOS
from sayso.encode.tokens import Vocabulary
from sayso.spans import Span

OPEN_GENRES: Final = frozenset("news interview bio voyage academic court speech textbook vlog".split())
"""GUM genres whose texts are not under a non-commercial licence."""


@dataclass(frozen=True)
class Row:
    """A syntactic word of a treebank: form, part of speech, head (0 for the root, counted from 1), relation, MISC."""

    form: str
    lemma: str
    upos: str
    head: int
    deprel: str
    misc: str


@dataclass(frozen=True)
class Sentence:
    """A treebank sentence: its words, and whether white space follows each."""

    words: tuple[Row, ...]
    spaces: tuple[bool, ...]


def documents(path: Path, genres: frozenset[str] | None = None) -> Iterator[list[Sentence]]:
    """Yield the documents of a `.conllu.gz` file as lists of sentences, of these GUM genres where any are named."""
    document: list[Sentence] = []
    keep = True
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for block in file.read().split("\n\n"):
            lines = block.strip().split("\n")
            if any(line.startswith("# newdoc") for line in lines):
                if document and keep:
                    yield document
                document, keep = [], True
            for line in lines:
                if line.startswith("# meta::genre") and genres is not None:
                    keep = line.split("=")[1].strip() in genres
            sentence = _sentence(lines)
            if sentence.words:
                document.append(sentence)
    if document and keep:
        yield document


def _sentence(lines: list[str]) -> Sentence:
    found: list[Row] = []
    spaces: list[bool] = []
    joined_until = (0, True)
    for line in lines:
        if not line or line.startswith("#"):
            continue
        c = line.split("\t")
        if "." in c[0]:
            continue
        if "-" in c[0]:
            joined_until = (int(c[0].split("-")[1]), "SpaceAfter=No" not in c[9])
            continue
        found.append(Row(c[1], c[2], c[3], int(c[6]), c[7], c[9]))
        number = len(found)
        if number < joined_until[0]:
            spaces.append(False)
        elif number == joined_until[0]:
            spaces.append(joined_until[1])
        else:
            spaces.append("SpaceAfter=No" not in c[9])
    return Sentence(tuple(found), tuple(spaces))


def laid_out(document: list[Sentence]) -> tuple[str, list[list[Span]]]:
    """Return a document's text, sentences set apart by a space, and the spans of the words of each sentence."""
    text, given = "", []
    for sentence in document:
        spans = []
        for word, space in zip(sentence.words, sentence.spaces, strict=True):
            form = word.form.replace(" ", "")
            spans.append(Span(len(text), len(text) + len(form)))
            text += form + (" " if space else "")
        given.append(spans)
        text = text if text.endswith(" ") else text + " "
    return text, given


def read(
    path: Path, vocabulary: Vocabulary, genres: frozenset[str] | None = None, most: int = 254
) -> Iterator[Example]:
    """
    Yield windows with `upos`, `heads` (word of the window; a root points to itself), `relations` and, where the
    window holds a marked conditional, `signal` tags.
    """
    for document in documents(path, genres):
        text, given = laid_out(document)
        laid = stream(text, vocabulary, given)
        flat = [word for sentence in document for word in sentence.words]
        if len(flat) != len(laid.spans):
            raise ValueError(f"{path}: {len(flat)} words became {len(laid.spans)}")
        upos = np.array([UPOS.index(w.upos) for w in flat])
        relations = np.array([RELATIONS.index(w.deprel) if w.deprel in RELATIONS else IGNORE for w in flat])
        heads, signal = _heads(document), _conditionals(document)

        def targets(
            first: int, last: int, upos: Array = upos, relations: Array = relations, heads: Array = heads,
            signal: Array = signal,
        ) -> dict[str, Array]:  # fmt: skip
            local = heads[first:last] - first
            local[(local < 0) | (local >= last - first)] = IGNORE
            found = {"upos": upos[first:last], "heads": local, "relations": relations[first:last]}
            if signal[first:last].any():
                found["signal"] = opened(signal[first:last])
            return found

        yield from examples("syntax", laid, vocabulary, targets, most, overlap=0)


def _heads(document: list[Sentence]) -> Array:
    found, base = [], 0
    for sentence in document:
        found += [base + (w.head - 1 if w.head else i) for i, w in enumerate(sentence.words)]
        base += len(sentence.words)
    return np.array(found)


def _conditionals(document: list[Sentence]) -> Array:
    """Return BIO tags of protasis and apodosis, from the marks on the heads of the two clauses."""
    found: list[int] = []
    for sentence in document:
        tags = [0] * len(sentence.words)
        marks = _marks(sentence)
        for half, head in sorted(marks, key=lambda m: m[0] == "condition"):
            others = {h for _, h in marks if h != head}
            inside = [i for i in _below(sentence, head, others) if i not in others]
            inside = _without_edges(sentence, inside)
            for i in inside:
                began = i - 1 in inside and tags[i - 1] and SIGNAL[tags[i - 1]][2:] == half
                tags[i] = SIGNAL.index(f"{'I' if began else 'B'}-{half}")
        found += tags
    return np.array(found)


def _marks(sentence: Sentence) -> list[tuple[str, int]]:
    found = []
    for i, word in enumerate(sentence.words):
        for part in word.misc.split("|"):
            if part.startswith("CxnElt="):
                for element in part[7:].split(","):
                    if "Conditional" in element:
                        if element.endswith(".Protasis"):
                            found.append(("condition", i))
                        elif element.endswith(".Apodosis"):
                            found.append(("consequence", i))
    return found


def _below(sentence: Sentence, head: int, cut: set[int]) -> list[int]:
    inside = {head}
    grown = True
    while grown:
        grown = False
        for i, word in enumerate(sentence.words):
            if i not in inside and i not in cut and word.head - 1 in inside:
                inside.add(i)
                grown = True
    return sorted(inside)


def _without_edges(sentence: Sentence, inside: list[int]) -> list[int]:
    """Leave out the connective and punctuation at the ends: a condition stands without its `if`."""
    loose = {"mark", "punct", "cc"}
    while inside and sentence.words[inside[0]].deprel in loose:
        inside = inside[1:]
    while inside and sentence.words[inside[-1]].deprel == "punct":
        inside = inside[:-1]
    return inside
