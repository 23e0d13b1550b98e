"""
Crises of our own to how well reports of one utterance are joined, near-misses kept apart and origins counted.

    python -m lab.evaluate.sameness tests/gold/crisis-a tests/gold/crisis-c [--as-labelled] [--show]

The articles are added to a fresh record as `sayso add` does it, and read by the model; with `--as-labelled` the labels
stand in for the reading, which shows what sameness does when reading makes no mistake. A labelled statement is found
where one was read whose content has half of its letters, and less wrong. Pairs that follow from a copy and its original
count neither way, unless they are labelled.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any, Final

from lab.evaluate.gold import SCRIPTS
from sayso.acquire.capture import Capture, Hints
from sayso.acquire.files import captures
from sayso.article.article import Article
from sayso.article.extract import extract
from sayso.merge.corroboration import corroborate
from sayso.merge.settling import settle
from sayso.pipeline import Reader
from sayso.record.entries import Entity, Figure, Reading, Statement, Time, from_json, identified
from sayso.record.store import Record, open_record
from sayso.resolve.edtf import bounds
from sayso.spans import Span
from sayso.terms import EntityKind, TimeType, ZoneKind

FOUND: Final = 0.5
"""Jaccard of letters from which a statement read is one labelled, as the scorers have it."""


@dataclass(frozen=True)
class Crisis:
    """
    A labelled folder.

    Attributes:
        folder: Where it is.
        gold: Labelled readings by file name.
        cases: What `cases.yaml` says.
    """

    folder: Path
    gold: Mapping[str, Mapping[str, Any]]
    cases: Mapping[str, Any]

    def family(self, statement: str) -> str:
        """Return the file that a labelled statement's file is a copy of, in the end."""
        origin = {one["copy"]: one["original"] for one in self.cases.get("copies") or ()}
        file = statement.partition("#")[0]
        while file in origin:
            file = origin[file]
        return file


def crisis(folder: Path) -> Crisis:
    """Load a labelled folder with the scripts beside the corpora."""
    sys.path.insert(0, str(SCRIPTS))
    from goldlib import build_folder, load_cases  # type: ignore[import-not-found]

    built = list(build_folder(folder))
    return Crisis(folder, {one["article"]["id"]: one for one in built}, load_cases(folder, built))


def measure(found: Crisis, *, as_labelled: bool = False, show: bool = False) -> Counter[str]:
    """Return counts of labelled pairs and near-misses, of those joined, and of origins counted right."""
    with tempfile.TemporaryDirectory() as home, open_record(f"{home}/crisis.db") as record:
        read = dict(_as_labelled(found) if as_labelled else _as_read(found))
        with record.run() as run:
            for capture, reading in read.values():
                run.take()
                run.add(capture, reading)
        settle(record)
        return _counted(found, record, _matched(found, {name: one for name, (_, one) in read.items()}), show)


def _as_read(found: Crisis) -> Iterator[tuple[str, tuple[Capture, Reading]]]:
    reader = Reader()
    for name, capture in _captures(found):
        yield name, (capture, reader.read(capture))


def _as_labelled(found: Crisis) -> Iterator[tuple[str, tuple[Capture, Reading]]]:
    for name, capture in _captures(found):
        article = extract(capture)
        if article.text != found.gold[name]["article"]["text"]:
            raise ValueError(f"{name}: the labels count in another text than the program's")
        yield name, (capture, _labelled(article, found.gold[name]))


def _captures(found: Crisis) -> Iterator[tuple[str, Capture]]:
    for one in captures([str(found.folder / name) for name in sorted(found.gold)], Hints(), stdin=None):
        if not isinstance(one, Capture):
            raise ValueError(f"{one.path} cannot be read: {one.reason}")
        yield Path(one.path).name, one


def _labelled(article: Article, one: Mapping[str, Any]) -> Reading:
    """Return the reading of an article that its labels amount to; events and signals are left out."""
    entities = tuple(
        Entity(e["id"], EntityKind(e["kind"]), e["name"], tuple(Span(*m) for m in e["mentions"]))
        for e in one["entities"]
    )
    said = [from_json(Statement, {**_STATEMENT, **_told(s), "id": ""}) for s in one["statements"] if s.get("content")]
    counted = [
        from_json(Figure, {**_FIGURE, **f, "id": "", "statement": None, "span": _one(f["span"])})
        for f in one["figures"]
    ]
    times = [
        Time("", Span(*_one(t["span"])), TimeType(t["type"]), None, t["edtf"], *_days(t["edtf"]), None, ZoneKind.BODY)
        for t in one["times"]
    ]
    kinds = (
        {entry.id: entry for entry in (identified(article.id, e) for e in kind)} for kind in (said, counted, times)
    )
    statements, figures, dates = (tuple(kind.values()) for kind in kinds)
    return Reading(article, "labels", entities, statements, (), (), figures, dates)  # type: ignore[arg-type]


_STATEMENT: Final = {
    "form": "indirect",
    "act": "assert",
    "certainty": "certain",
    "zone": "body",
    "probability": 1.0,
} | dict.fromkeys(("source", "said_at", "source_span", "cue"))
_FIGURE: Final = {"zone": "body", "unit": None, "of": None}


def _one(span: list[Any]) -> list[int]:
    return span if isinstance(span[0], int) else span[0]


def _told(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value is not None}


def _days(edtf: str | None) -> tuple[str | None, str | None]:
    first, last = bounds(edtf)
    return first.isoformat() if first else None, last.isoformat() if last else None


def _matched(found: Crisis, readings: Mapping[str, Reading]) -> dict[str, str]:
    """Return the ids of the statements read that are labelled ones, by their labels."""
    from goldlib import Ruler, jaccard

    matched: dict[str, str] = {}
    for name, reading in readings.items():
        ruler = Ruler(reading.article.text)
        read = {one.id: ruler.letters([[s.start, s.end] for s in one.content]) for one in reading.statements}
        for label in found.gold[name]["statements"]:
            letters = ruler.letters(label["content"] or [])
            best = max(((jaccard(letters, own), key) for key, own in read.items()), default=(0.0, ""))
            if best[0] >= FOUND:
                matched[f"{name}#{label['id']}"] = best[1]
    return matched


def _counted(found: Crisis, record: Record, matched: Mapping[str, str], show: bool) -> Counter[str]:
    corroborated = corroborate(record.reports("statement"))
    counts: Counter[str] = Counter()

    def joined(one: str, other: str) -> bool:
        return matched[one] == matched[other] or matched[other] in corroborated[matched[one]].same_as

    same = {frozenset(pair) for group in found.cases.get("same_statement") or () for pair in combinations(group, 2)}
    for pair in sorted(map(sorted, same)):
        counts["same"] += 1
        if not set(pair) <= matched.keys():
            counts["same: not read"] += 1
        elif joined(*pair):
            counts["same: joined"] += 1
        elif show:
            print(f"{found.folder.name}: apart, and one: {' '.join(pair)}")
    for pair in map(tuple, found.cases.get("not_same_statement") or ()):
        counts["near misses"] += 1
        if set(pair) <= matched.keys() and joined(*pair):
            counts["near misses: joined"] += 1
            print(f"{found.folder.name}: joined, and two: {' '.join(pair)}")
    for one, other in combinations(sorted(matched), 2):
        is_copy = found.family(one) == found.family(other)
        if (
            frozenset((one, other)) not in same
            and not is_copy
            and matched[one] != matched[other]
            and joined(one, other)
        ):
            counts["joined besides"] += 1
            if show:
                print(f"{found.folder.name}: joined, and not labelled so: {one} {other}")
    _count_origins(found, corroborated, matched, counts, show)
    return counts


def _count_origins(
    found: Crisis, corroborated: Mapping[str, Any], matched: Mapping[str, str], counts: Counter[str], show: bool
) -> None:
    for case in found.cases.get("independent") or ():
        key = matched.get(case["statement"])
        counts["independent"] += 1
        counts["single"] += case["outlets"] == 1
        if key is None:
            counts["independent: not read"] += 1
            continue
        reports = corroborated[key].reports
        counts["independent: right"] += reports == case["outlets"]
        counts["single: corroborated"] += case["outlets"] == 1 and reports > 1
        if show and reports != case["outlets"]:
            named = [one.name for one in corroborated[key].origins]
            print(f"{found.folder.name}: {case['statement']} has {case['outlets']} origins, counted {reports}: {named}")


def main() -> None:
    """Print the counts of some folders, and of all together."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--as-labelled", action="store_true")
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    whole: Counter[str] = Counter()
    for folder in given.folders:
        counts = measure(crisis(folder), as_labelled=given.as_labelled, show=given.show)
        print(folder.name, dict(counts))
        whole += counts
    print("all", dict(whole))


if __name__ == "__main__":
    main()
