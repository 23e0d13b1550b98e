"""
Reports to corroboration: which others tell of the same utterance, and the independent outlets that stand behind it.

Which reports are of one utterance was judged when they came (`settling`); how many origins they have is counted when it
is asked, so that what a user says of outlets counts at once. What stands in a caption, a credit, a comment or
boilerplate is no report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sayso.merge.independence import Independence, Origin
from sayso.record.reports import Report, Reports


@dataclass(frozen=True, slots=True)
class Corroboration:
    """
    What other reports there are of an entry's utterance.

    Attributes:
        same_as: Ids of the other entries that report it, sorted.
        reports: Independent outlets that carry it, this one among them, copies folded; 0 where only asides do.
        origins: Those outlets, by name; an origin without a name is one that nobody knows.
    """

    same_as: tuple[str, ...]
    reports: int
    origins: tuple[Origin, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the keys that a listed statement or signal has of it."""
        return {
            "same_as": list(self.same_as),
            "reports": self.reports,
            "origins": [
                {"name": one.name or None, "outlets": list(one.outlets), "grades": dict(one.grades)}
                for one in self.origins
            ],
        }


def corroborate(reports: Reports) -> Mapping[str, Corroboration]:
    """Return the corroboration of every entry among these reports, by its id."""
    found: dict[str, Corroboration] = {}
    independence = Independence(reports)
    for group in _utterances(reports):
        origins = independence.origins(group)
        ids = sorted(one.entry for one in group)
        for entry in ids:
            found[entry] = Corroboration(tuple(one for one in ids if one != entry), len(origins), origins)
    return found


def _utterances(reports: Reports) -> list[list[Report]]:
    groups: defaultdict[str | int, list[Report]] = defaultdict(list)
    for one in reports.rows:
        groups[one.entry if one.utterance is None else one.utterance].append(one)
    return list(groups.values())
