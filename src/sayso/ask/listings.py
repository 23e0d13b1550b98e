"""A record's entries to the lists that CONTRACT prints: each with its sentence, what is uttered with its reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Final

from sayso.merge.corroboration import Corroboration, corroborate
from sayso.record.entries import KINDS, Json
from sayso.record.filters import Filters
from sayso.record.listing import Listed, listed_json
from sayso.record.store import Record

# The kinds of entry that somebody utters, and others may report too.
UTTERED: Final = ("statement", "signal")

# Entries whose reports are looked up at once.
_AT_ONCE: Final = 500

NOBODY: Final = Corroboration((), 0)
"""What is known of an entry that does not stand: a list of older versions, or of what people rejected, has it."""


def is_uttered(listed: Listed) -> bool:
    """Tell whether an entry is of a kind that somebody utters."""
    return KINDS[type(listed.entry)] in UTTERED


class Rows:
    """Listed entries to the rows that are printed; who else reports them is looked up for those asked about."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._found: dict[str, Corroboration] = {}

    def of(self, listed: Listed) -> dict[str, Json]:
        """Return a listed entry in the form of CONTRACT, a statement or signal with its reports."""
        found = self.corroboration(listed)
        return listed_json(listed) if found is None else {**listed_json(listed), **found.as_json()}

    def all_of(self, listed: Iterable[Listed]) -> Iterator[dict[str, Json]]:
        """Yield many listed entries in the form of CONTRACT, each as soon as it and those beside it are looked up."""
        left = iter(listed)
        while some := list(islice(left, _AT_ONCE)):
            self.look_up(some)
            yield from map(self.of, some)

    def corroboration(self, listed: Listed) -> Corroboration | None:
        """Return who else reports an entry, None where it is of a kind that nobody utters."""
        if not is_uttered(listed):
            return None
        if listed.entry.id not in self._found:
            self.look_up([listed])
        return self._found[listed.entry.id]

    def look_up(self, listed: Iterable[Listed]) -> None:
        """Look up at once who else reports some entries."""
        wanted: dict[str, list[str]] = {kind: [] for kind in UTTERED}
        for one in listed:
            if one.entry.id not in self._found:
                wanted.get(KINDS[type(one.entry)], []).append(one.entry.id)
        for kind, ids in wanted.items():
            found: Mapping[str, Corroboration] = corroborate(self._record.reports(kind, ids)) if ids else {}
            self._found |= {key: found.get(key, NOBODY) for key in ids}


def rows(record: Record, kind: str, filters: Filters) -> Iterator[dict[str, Json]]:
    """Yield the entries of a kind that pass, in the form of CONTRACT."""
    yield from Rows(record).all_of(record.listed(kind, filters))
