"""
Spells in office to persons: who was a state's foreign minister, president, an organisation's head on a given day.

One answer or none: where the tables name two persons for one day, or saw the last holder too long ago, it is not known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from sayso.knowledge.known import Holding, Office

# How long a holder whose end no table gives is taken to have stayed after a source last saw them in office. Of spells
# in office_holders.csv.gz of foreign ministers that ended after 2000, three in four lasted a year or more.
STAYS: Final = timedelta(days=365)


class Officials:
    """Who held which office when."""

    def __init__(self, holdings: Iterable[Holding]) -> None:
        self._of: dict[str, list[Holding]] = defaultdict(list)
        self._by: dict[str, list[Holding]] = defaultdict(list)
        for holding in holdings:
            self._of[holding.of].append(holding)
            self._by[holding.person].append(holding)

    def held(self, of: str, on: date | None, office: Office | None = None) -> tuple[Holding, ...]:
        """Return the spells in a state's or organisation's offices that a day falls in."""
        return tuple(h for h in self._of.get(of, ()) if (office is None or h.office is office) and in_office(h, on))

    def holder(self, office: Office, of: str, on: date) -> str | None:
        """Return the id of the one person who held an office on a day, None where it is not known or not one."""
        found = {holding.person for holding in self.held(of, on, office)}
        return found.pop() if len(found) == 1 else None

    def of_person(self, person: str, on: date | None) -> tuple[Holding, ...]:
        """Return the offices that a person held on a day, or ever."""
        return tuple(holding for holding in self._by.get(person, ()) if in_office(holding, on))


def in_office(holding: Holding, on: date | None) -> bool:
    """Tell whether a day falls in a spell; an unknown day falls in all."""
    if on is None:
        return True
    if holding.days.last is None and holding.seen is not None and on > holding.seen + STAYS:
        return False
    return on in holding.days
