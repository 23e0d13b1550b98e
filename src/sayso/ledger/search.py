"""
Deeds to the claims that they may have to do with: by act and party.

A claim is never compared with every happening of a record: only with those of its own acts, their narrower, wider and
contrary ones, in which one of its own parties is involved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sayso.ledger.evidence import Deed
from sayso.ledger.wanted import Wanted


class Shelf:
    """Deeds by act and party, to be taken out by those that want them."""

    def __init__(self, deeds: Iterable[Deed]) -> None:
        self._by: defaultdict[tuple[str, str | None], list[Deed]] = defaultdict(list)
        for deed in deeds:
            for party in _parties(deed) or {None}:
                self._by[deed.frame.act, party].append(deed)

    def of(self, one: Wanted) -> list[Deed]:
        """Return the deeds that may have to do with a claim, in the order in which they were published."""
        found = {
            id(deed): deed
            for act in one.acts
            for party in (*one.parties, None)
            for deed in self._by.get((act, party), ())
        }
        return sorted(found.values(), key=lambda deed: (deed.published, deed.happening.event.id))


def _parties(deed: Deed) -> set[str | None]:
    frame = deed.frame
    return {*frame.actors, *frame.recipients, *((frame.place,) if frame.place else ())}


def in_lots(found: Sequence[Wanted], size: int) -> Iterator[Sequence[Wanted]]:
    """Yield claims in lots that share parties as far as they can, so that a record is asked few times."""
    ordered = sorted(found, key=lambda one: (sorted(one.parties), one.claim.signal.id))
    for start in range(0, len(ordered), size):
        yield ordered[start : start + size]
