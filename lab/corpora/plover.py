"""
PLOVER: the type of what one party does to another (PLV, the CAMEO manual's gold records, NGEC's synthetic stories).

PLV: no licence stated, CONCEDE and RETREAT are one class `YIELD`. Gold records: CC BY-SA 4.0, labels of version 0.5b1
mapped to the 2021 list. NGEC: no licence stated, invented stories with one label each.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import numpy as np

from lab.corpora.read import rows
from lab.train.example import Array, Example, examples, stream
from sayso.encode.heads import EVENT_TYPES
from sayso.encode.tokens import Vocabulary
from sayso.spans import Span

RENAMED: Final = {
    "DEMAND": "REQUEST",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
    "YIELD": "CONCEDE",
}
"""Labels of PLOVER 0.5b1 and PLV in the 2021 list. YIELD also allows RETREAT (`read_pairs`)."""


def held_out(sentence_id: str) -> bool:
    """Tell whether a PLV sentence is in the third that is never trained on."""
    return hashlib.sha256(sentence_id.encode()).digest()[0] % 3 == 0


def pairs(corpora: Path, part: str) -> Iterator[tuple[str, Span, Span, str]]:
    """Yield (sentence, source, target, root) of PLV's `train` two thirds or `dev` third."""
    for row in rows(corpora / "events" / "plv_train.jsonl.gz"):
        if held_out(row["sentence_id"]) != (part == "dev"):
            continue
        text, source, target = unmarked(row["marked_sentence"])
        if source and target:
            yield text, source, target, row["gold_root"]


def unmarked(marked: str) -> tuple[str, Span | None, Span | None]:
    """Return a sentence without its marks, and where source and target stand."""
    text, at = "", {}
    rest = marked
    while "<" in rest:
        before, _, behind = rest.partition("<")
        mark, closed, tail = behind.partition(">")
        text += before
        if closed and mark in ("s", "/s", "t", "/t"):
            at[mark] = len(text)
            rest = tail
        else:
            text, rest = text + "<", behind
    text += rest
    source = Span(at["s"], at["/s"]) if "s" in at and "/s" in at else None
    target = Span(at["t"], at["/t"]) if "t" in at and "/t" in at else None
    return text, source, target


def read_pairs(corpora: Path, vocabulary: Vocabulary, part: str = "train") -> Iterator[Example]:
    """Yield PLV windows with `source` and `target` (0/1 a word) and `types` (0/1 for each of EVENT_TYPES)."""
    for text, source, target, root in pairs(corpora, part):
        types = ["CONCEDE", "RETREAT"] if root == "YIELD" else [RENAMED.get(root, root)]
        yield from _pair(text, vocabulary, [source], [target], types, None)


def read_gold(corpora: Path, vocabulary: Vocabulary) -> Iterator[Example]:
    """Yield the gold records, which also say which words name the event (`cue`)."""
    for row in rows(corpora / "events" / "plover_gsr_dev.jsonl.gz"):
        spans = [(kind, Span(s, e)) for kind, s, e in row["spans"]]
        source = [s for kind, s in spans if kind in ("SRC", "SRC/TAR")]
        target = [s for kind, s in spans if kind in ("TAR", "SRC/TAR")]
        cue = [s for kind, s in spans if kind == "EVT"]
        if source and cue:
            yield from _pair(row["text"], vocabulary, source, target, [RENAMED.get(row["event"], row["event"])], cue)


def read_stories(corpora: Path, vocabulary: Vocabulary, most: int = 96) -> Iterator[Example]:
    """Yield the opening of each synthetic story with `types`; who does it to whom is not told."""
    for row in rows(corpora / "events" / "ngec_synthetic_train.jsonl.gz"):
        text = stream(row["text"][:1200], vocabulary)
        types = _types([row["label"]])

        def targets(_first: int, _last: int, types: Array = types) -> dict[str, Array]:
            return {"types": types}

        found = examples("story", text, vocabulary, targets, most, 0)
        first = next(found, None)
        if first is not None:
            yield first


def _types(names: list[str]) -> Array:
    return np.array([int(name in names) for name in EVENT_TYPES])


def _covered(spans: tuple[Span, ...], by: list[Span]) -> Array:
    return np.array([int(any(word.overlaps(span) for span in by)) for word in spans])


def _pair(
    text: str, vocabulary: Vocabulary, source: list[Span], target: list[Span], types: list[str], cue: list[Span] | None
) -> Iterator[Example]:
    laid = stream(text, vocabulary)
    whole: dict[str, Any] = {"source": _covered(laid.spans, source), "target": _covered(laid.spans, target)}
    if cue is not None:
        whole["cue"] = _covered(laid.spans, cue)

    def targets(first: int, last: int) -> dict[str, Array] | None:
        found = {name: values[first:last] for name, values in whole.items()}
        return {**found, "types": _types(types)} if found["source"].any() else None

    yield from examples("pair", laid, vocabulary, targets, overlap=0)
