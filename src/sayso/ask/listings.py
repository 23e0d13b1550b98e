"""A record's entries to the lists that CONTRACT prints: each with its sentence, what is uttered with its reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from sayso.merge.corroboration import Corroboration, corroborate
from sayso.record.entries import KINDS, Json
from sayso.record.filters import Filters
from sayso.record.listing import Listed, listed_json
from sayso.record.store import Record

# The kinds of entry that somebody utters, and others may report too.
UTTERED: Final = ("statement", "signal")


class Rows:
    """Listed entries to the rows that are printed; corroboration is worked out once for each kind, when asked for."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._corroborated = cache(self._corroborate)

    def of(self, listed: Listed) -> dict[str, Json]:
        """Return a listed entry in the form of CONTRACT, a statement or signal with `same_as` and `reports`."""
        found = self.corroboration(listed)
        if found is None:
            return listed_json(listed)
        return {**listed_json(listed), "same_as": list(found.same_as), "reports": found.reports}

    def corroboration(self, listed: Listed) -> Corroboration | None:
        """Return who else reports an entry, None where it is of a kind that nobody utters."""
        kind = KINDS[type(listed.entry)]
        if kind not in UTTERED:
            return None
        return self._corroborated(kind).get(listed.entry.id, Corroboration((), 0))

    def _corroborate(self, kind: str) -> Mapping[str, Corroboration]:
        return corroborate(self._record.reports(kind))


def rows(record: Record, kind: str, filters: Filters) -> Iterator[dict[str, Json]]:
    """Yield the entries of a kind that pass, in the form of CONTRACT."""
    yield from map(Rows(record).of, record.listed(kind, filters))
