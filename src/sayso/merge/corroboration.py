"""
Reports to corroboration: which entries tell of one utterance, and how many independent outlets stand behind it.

For now by two simple rules that need no judgement, and say less rather than more:

- Reports are of one utterance where one source is given the same words (case, punctuation and white space aside), or
  where they stand in the same place of the same text. A source that is not known is the same as no other.
- Articles of one text count as one outlet, the first to publish it: a reprint is no second witness. Changed copies and
  the same utterance in other words are not found by these rules; they come with the alignment of copies.

What stands in a caption, a credit, a comment or boilerplate is no report. An outlet that is not known counts only where
nothing better does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.record.reports import Report

_NOT_WORDS: Final = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Corroboration:
    """
    What other reports there are of an entry's utterance.

    Attributes:
        same_as: Ids of the other entries that report it, sorted.
        reports: Independent outlets that carry it, this one among them, copies folded; 0 where only asides do.
    """

    same_as: tuple[str, ...]
    reports: int


def corroborate(reports: Iterable[Report]) -> Mapping[str, Corroboration]:
    """Return the corroboration of every entry among these reports, by its id."""
    found: dict[str, Corroboration] = {}
    for group in _utterances(list(reports)):
        count = _independent(group)
        for one in group:
            others = sorted({other.entry for other in group} - {one.entry})
            found[one.entry] = Corroboration(tuple(others), count)
    return found


def _utterances(reports: Sequence[Report]) -> list[list[Report]]:
    """Group what is said in the same words by the same source, or in the same place of the same text."""
    parent = list(range(len(reports)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    first: dict[Hashable, int] = {}
    for i, report in enumerate(reports):
        for key in _keys(report):
            parent[root(i)] = root(first.setdefault(key, i))
    groups: defaultdict[int, list[Report]] = defaultdict(list)
    for i, report in enumerate(reports):
        groups[root(i)].append(report)
    return list(groups.values())


def _keys(report: Report) -> list[Hashable]:
    """Return what a report shares with every other report of the same utterance."""
    here: Hashable = (report.text_sha256, report.place, report.what)
    words = tuple(_NOT_WORDS.sub(" ", part.casefold()).strip() for part in report.what)
    return [here, (report.who, words)] if report.who is not None and any(words) else [here]


def _independent(group: Iterable[Report]) -> int:
    """Count the outlets of the articles that are the first of their text."""
    told = sorted((one for one in group if not one.aside), key=lambda one: (one.published_first or "9999", one.article))
    texts: dict[str, str | None] = {}
    for one in told:
        texts.setdefault(one.text_sha256, one.outlet)
    known = {outlet.casefold() for outlet in texts.values() if outlet is not None}
    return len(known) or min(len(told), 1)
