"""
Label files to labelled sentences: the signals of `real.jsonl` and `own.jsonl`, each with the text it stands in.

`real.jsonl` holds offsets into records of the corpora and no text, for the text is not ours to ship; a digest of each
sentence proves that the corpus at hand is the one that was labelled. `own.jsonl` holds its text. How the labels were
made, and how far to trust them, stands in docs/labelling.md.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from sayso.spans import Span, Spans, spans_from, within
from sayso.terms import SignalKind

FOLDER: Final = Path(__file__).parent
"""Where the label files stand."""

OWN: Final = "own"
"""The origin of texts that were written to be labelled."""


class LabelError(Exception):
    """A label does not fit its text: the corpus is another edition, or the label file was edited by hand."""


class LabelKind(StrEnum):
    """The kinds of signal, and `none` for what has a signal's form and is none (docs/labelling.md)."""

    NONE = "none"
    WARNING = SignalKind.WARNING.value
    THREAT = SignalKind.THREAT.value
    PROMISE = SignalKind.PROMISE.value
    COMMITMENT = SignalKind.COMMITMENT.value
    REFUSAL = SignalKind.REFUSAL.value
    DEMAND = SignalKind.DEMAND.value


class Part(StrEnum):
    """What a labelled text may be used for."""

    TRAIN = "train"
    HELD_OUT = "held out"


@dataclass(frozen=True, slots=True)
class LabelledSignal:
    """
    One signal, or its look-alike, as it was marked; the spans are code points of `LabelledText.text`.

    Attributes:
        kind: Which signal it is; `none` marks the halves of an ordinary conditional, a forecast, a denied threat.
        condition: Without connective and quotation marks, or None.
        consequence: Likewise.
        if_not: True where the consequence follows when the condition does not come.
    """

    kind: LabelKind
    condition: Spans | None
    consequence: Spans | None
    if_not: bool


@dataclass(frozen=True, slots=True)
class LabelledText:
    """
    A sentence, now and then two, with every signal in it; one without signals has been read and found to have none.

    Attributes:
        text: The words.
        signals: In the order in which they were marked, look-alikes included.
        origin: `OWN`, or the corpus file it comes from (`attribution/train`).
    """

    text: str
    signals: tuple[LabelledSignal, ...]
    origin: str

    @property
    def part(self) -> Part:
        """Return whether it is of the fifth that is measured on and never trained on, by a digest of its words."""
        return Part.TRAIN if hashlib.sha256(self.text.encode()).digest()[0] % 5 else Part.HELD_OUT


def load(folder: Path, corpora: Path, part: Part = Part.TRAIN) -> Iterator[LabelledText]:
    """
    Yield the labelled texts of a part, the corpora's first.

    Args:
        folder: Holds `real.jsonl` and the files `own*.jsonl`; `FOLDER` is ours.
        corpora: Holds the corpora by folder and file, `attribution/train.jsonl.gz` and so on.
        part: Which of them; the held-out fifth only on demand, so that it is not trained on by mistake.

    Raises:
        LabelError: A record is missing, its words are not those that were labelled, or a span leaves the text.
    """
    own = (one for path in sorted(folder.glob("own*.jsonl")) for one in load_own(path))
    for one in (*load_real(folder / "real.jsonl", corpora), *own):
        if one.part is part:
            yield one


def load_own(path: Path) -> Iterator[LabelledText]:
    """Yield the texts written for the purpose."""
    for row in _rows(path):
        yield _labelled(row["text"], row["signals"], 0, OWN)


def load_real(path: Path, corpora: Path) -> Iterator[LabelledText]:
    """Yield the corpora's sentences, with their words fetched and proved; raises as `load` does."""
    rows = list(_rows(path))
    texts = _texts(corpora, rows)
    for row in rows:
        whole = texts.get((row["corpus"], row["id"]))
        if whole is None:
            raise LabelError(f"{row['corpus']} has no record {row['id']}")
        sentence = whole[row["start"] : row["end"]]
        if hashlib.sha256(sentence.encode()).hexdigest()[:8] != row["sha"]:
            raise LabelError(f"{row['corpus']} {row['id']} at {row['start']}: not the words that were labelled")
        yield _labelled(sentence, row["signals"], row["start"], row["corpus"])


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    content = path.read_bytes()
    lines = gzip.decompress(content) if path.suffix == ".gz" else content
    for line in lines.splitlines():
        yield json.loads(line)


def _texts(corpora: Path, rows: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str], str]:
    wanted: dict[str, set[str]] = {}
    for row in rows:
        wanted.setdefault(row["corpus"], set()).add(row["id"])
    found = {}
    for corpus, ids in wanted.items():
        for record in _rows(corpora / f"{corpus}.jsonl.gz"):
            if record["id"] in ids:
                found[corpus, record["id"]] = record["text"]
    return found


def _labelled(text: str, signals: Iterable[Mapping[str, Any]], offset: int, origin: str) -> LabelledText:
    return LabelledText(text, tuple(_signal(text, one, offset) for one in signals), origin)


def _signal(text: str, row: Mapping[str, Any], offset: int) -> LabelledSignal:
    condition, consequence = (_shifted(row[key], offset) for key in ("condition", "consequence"))
    if not within((*(condition or ()), *(consequence or ())), Span(0, len(text))):
        raise LabelError(f"a span leaves the text: {text!r}")
    return LabelledSignal(LabelKind(row["kind"]), condition, consequence, row["if_not"])


def _shifted(pairs: Iterable[Iterable[int]] | None, offset: int) -> Spans | None:
    if pairs is None:
        return None
    return spans_from([place - offset for place in pair] for pair in pairs)


def passages(folder: Path = FOLDER) -> list[dict[str, Any]]:
    """Return the passages that were written with moves, in order, as they stand in `moves_*.jsonl`."""
    return [one for _, one in _numbered(folder)]


def names(folder: Path = FOLDER) -> list[str]:
    """Return the name of each passage, in the order of `passages`."""
    return [name for name, _ in _numbered(folder)]


def _numbered(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the passages with their names: the letter of the file and the line, from 0 ("a17")."""
    for file in sorted(folder.glob("moves_*.jsonl")):
        for number, line in enumerate(file.read_text().splitlines()):
            yield f"{file.stem.removeprefix('moves_')}{number}", json.loads(line)


@dataclass(frozen=True, slots=True)
class Report:
    """
    A sentence or two of a later article, with what they show of the signals of a passage.

    Attributes:
        of: Name of the passage ("a17": line 17, from 0, of `moves_a.jsonl`).
        passage: It, as it stands there.
        text: The report.
        shows: By id of the signal, some of `came`, `stayed` (its condition), `done`, `undone` (what was to follow: the
            act itself, also where it was ruled out); a signal of which it shows nothing is not there.
        why: What keeps a near miss from showing anything, None where it shows something.
    """

    of: str
    passage: Mapping[str, Any]
    text: str
    shows: Mapping[str, tuple[str, ...]]
    why: str | None


def reports(folder: Path = FOLDER) -> list[Report]:
    """Return the reports that were written for passages (`reports_*.jsonl`), in order."""
    known = dict(_numbered(folder))
    records = [
        json.loads(line) for file in sorted(folder.glob("reports_*.jsonl")) for line in file.read_text().splitlines()
    ]
    return [
        Report(
            record["of"], known[record["of"]], one["text"],
            {name: tuple(shown) for name, shown in one["shows"].items()}, one.get("why"),
        )
        for record in records
        for one in record["reports"]
    ]  # fmt: skip
