"""
Score time expressions against TIMEX3 corpora: strict and relaxed spans, types, values.

    python -m lab.evaluate.times --corpora ../shared/data [--show PART]

The documents in `temporal/` are split once more: a third, chosen by the second ternary digit of the SHA-256 of the
document's id, is held out and never looked at while rules are written (the first digit is what the folder itself was
split by, so that it is the same for all documents here). Values are compared as TIMEX3 compares them, with leading
zeros of weeks and a trailing `:00` left aside.

Of MEANTIME only the sentences that are fully annotated count (the first six, its README); the document's own date line
counts like any other expression.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from sayso.annotate.times import TimeExpression, times
from sayso.resolve.dates import ResolvedTime, resolve
from sayso.spans import Span

SENTENCE_ENDS = re.compile(
    r"\n\s*\n|\n(?=[A-Z`])"
    r"|(?<=[a-z)\d'\"][.!?])(?<![ap]\.m\.)(?<!\b[A-Z][a-z]\.)(?<!\b[A-Z][a-z]{2}\.)\s+(?=[A-Z`'\"])"
)
CORPORA = ("tbaq_train", "meantime_train")


@dataclass(frozen=True)
class Gold:
    """One TIMEX3 of a corpus."""

    span: Span
    type: str
    value: str


@dataclass(frozen=True)
class Document:
    """One document with its date, its sentences and what was annotated by hand."""

    id: str
    text: str
    published: str | None
    sentences: tuple[Span, ...]
    golds: tuple[Gold, ...]


def evaluate(corpora: Path) -> dict[str, Any]:
    """Return the scores of both corpora, for the documents that rules were written on and for those held out."""
    report: dict[str, Any] = {}
    for name in CORPORA:
        documents = list(load(corpora / "temporal" / f"{name}.jsonl.gz"))
        for part in ("dev", "held_out"):
            chosen = [one for one in documents if held_out(one.id) == (part == "held_out")]
            report[f"{name}.{part}"] = score(chosen)
    return report


def held_out(document_id: str) -> bool:
    """Tell whether a document is of the third that is never looked at."""
    return int(hashlib.sha256(document_id.encode()).hexdigest(), 16) // 3 % 3 == 0


def load(path: Path) -> Iterator[Document]:
    """Yield the documents of one of the two files."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield _meantime(row) if "mentions" in row else _timebank(row)


def _timebank(row: dict[str, Any]) -> Document:
    golds = tuple(Gold(Span(one["start"], one["end"]), one["type"], one["value"]) for one in row["timex"])
    return Document(row["id"], row["text"], _day(row["dct"]), sentences_of(row["text"]), golds)


def _meantime(row: dict[str, Any]) -> Document:
    annotated = [token for token in row["tokens"] if token[2] <= 5]
    text = row["text"][: annotated[-1][1]]
    golds = tuple(
        Gold(Span(one["spans"][0][0], one["spans"][-1][1]), one["type"], one.get("value", ""))
        for one in row["mentions"]
        if one["tag"] == "TIMEX3" and one["spans"][-1][1] <= len(text)
    )
    return Document(row["id"], text, _day(row["dct"]), sentences_of(text), golds)


def _day(dct: str | None) -> str | None:
    """Return a document's date without its time; MEANTIME writes a few day first."""
    found = re.match(r"\d{4}-\d\d-\d\d", dct or "")
    if found:
        return found[0]
    turned = re.fullmatch(r"(\d\d)-(\d\d)-(\d{4})", dct or "")
    return f"{turned[3]}-{turned[2]}-{turned[1]}" if turned else None


def sentences_of(text: str) -> tuple[Span, ...]:
    """Cut a text roughly, at blank lines and at stops before a capital; the scores should not hang on the splitter."""
    cuts = [found.end() for found in SENTENCE_ENDS.finditer(text)]
    edges = [0, *cuts, len(text)]
    return tuple(Span(a, b) for a, b in pairwise(edges) if text[a:b].strip())


def read(document: Document) -> list[ResolvedTime]:
    """Return what sayso makes of a document."""
    found: list[TimeExpression] = times(document.text, document.sentences)
    return resolve(found, document.text, document.published)


def score(documents: list[Document]) -> dict[str, Any]:
    """Return F1 of the spans, strict and relaxed, and how often type and value are right among the found."""
    counts: Counter[str] = Counter()
    for document in documents:
        found = read(document)
        counts["gold"] += len(document.golds)
        counts["found"] += len(found)
        for gold, one in pairs(document, found):
            counts["relaxed"] += 1
            counts["strict"] += gold.span == one.span
            counts["type"] += gold.type == one.expression.type.value
            counts["value"] += same_value(gold.value, one.value)
    matched = counts["relaxed"] or 1
    return {
        "documents": len(documents),
        **{f"{kind}_{key}": value for kind in ("strict", "relaxed") for key, value in _prf(counts, kind).items()},
        "type_accuracy": round(counts["type"] / matched, 4),
        "value_accuracy": round(counts["value"] / matched, 4),
        "value_f1": _prf(counts, "value")["f1"],
    }


def pairs(document: Document, found: list[ResolvedTime]) -> Iterator[tuple[Gold, ResolvedTime]]:
    """Yield gold and found expressions that overlap, each once, equal spans first."""
    left = list(found)
    for exact in (True, False):
        for gold in document.golds:
            one = next((o for o in left if (o.span == gold.span if exact else o.span.overlaps(gold.span))), None)
            if one and (exact or not any(o.span == gold.span for o in found)):
                left.remove(one)
                yield gold, one


def same_value(gold: str, value: str | None) -> bool:
    """Tell whether two TIMEX3 values are the same."""
    return value is not None and _plain(gold) == _plain(value)


def _plain(value: str) -> str:
    return re.sub(r"(?<=T\d\d)(?::00)?(?=$|Z)", "", re.sub(r"W0(?=\d)", "W", value)).removesuffix("Z")


def _prf(counts: Counter[str], kind: str) -> dict[str, float]:
    right = counts[kind]
    precision, recall = right / (counts["found"] or 1), right / (counts["gold"] or 1)
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return {"p": round(precision, 4), "r": round(recall, 4), "f1": round(f1, 4)}


def show(corpora: Path, name: str) -> Iterator[str]:
    """Yield each miss, each expression made up, and each wrong span or value; held-out documents are left out."""
    for document in load(corpora / "temporal" / f"{name}.jsonl.gz"):
        if held_out(document.id):
            continue
        found = read(document)
        paired = list(pairs(document, found))
        golds, used = [gold for gold, _ in paired], [one for _, one in paired]
        for gold in document.golds:
            if gold not in golds:
                yield _line(document, "missed", gold.span, f"{gold.type} {gold.value}")
        for one in found:
            if one not in used:
                yield _line(document, "made up", one.span, f"{one.expression.type.value} {one.value}")
        for gold, one in paired:
            if gold.span != one.span:
                yield _line(document, "span", gold.span, f"found {one.span.of(document.text)!r}")
            if not same_value(gold.value, one.value):
                yield _line(
                    document,
                    "value",
                    gold.span,
                    f"{gold.type} {gold.value}, found {one.value} (read {document.published})",
                )


def _line(document: Document, what: str, span: Span, detail: str) -> str:
    around = document.text[max(0, span.start - 50) : span.start], document.text[span.end : span.end + 40]
    words = " ".join(f"{around[0]}[[{span.of(document.text)}]]{around[1]}".split())
    return f"{what:8}| {detail:40}| {words}"


def main() -> None:
    """Print the scores as JSON, or with --show what is wrong in one corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--show", choices=CORPORA)
    options = parser.parse_args()
    if options.show:
        for line in show(options.corpora, options.show):
            print(line)
    else:
        print(json.dumps(evaluate(options.corpora), indent=1))


if __name__ == "__main__":
    main()
