"""
A record to the deeds that may tell on a claim: by act and party, what came later at once, what came before if need be.

A claim is never compared with every happening of a record: only with those of its own acts, their narrower, wider and
contrary ones, in which one of its own parties is involved, and which no other party rules out. What was told before it
was made can only make a report stale, so that it is looked through no further than to the first that does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from sayso.ledger.deeds import BELIEVED, Deed, deed_of, first_told, is_told, wording
from sayso.ledger.sieve import Sieve
from sayso.ledger.wanted import Wanted
from sayso.record.doings import Doing
from sayso.record.happenings import KEPT, Happening, Happenings
from sayso.weigh.compare import Comparer
from sayso.weigh.comparison import Asked
from sayso.weigh.frames import Knows

LOT: Final = 100
"""Earlier happenings that are built at once; changes nothing. Set by hand."""


class Shelf:
    """
    The deeds of a record, to be taken out by claims that want them; each is made once.

    Args:
        happenings: The record's.
        known: Tables of who belongs to whom and what lies where.
    """

    def __init__(self, happenings: Happenings, known: Knows) -> None:
        self._happenings = happenings
        self._known = known
        self._sieve = Sieve(known)
        self._deeds: dict[tuple[str, str], Deed] = {}
        self._comparers: dict[date, Comparer] = {}

    def comparer(self, day: date) -> Comparer:
        """Return what compares by what was known on a day."""
        return self._comparers.setdefault(day, Comparer(self._known, day))

    def later(self, one: Wanted) -> list[Deed]:
        """Return the deeds that may tell on a claim and may have been told after it was made, of copies the first."""
        since = one.claim.made[0].isoformat()
        found = self._passing(one, (*one.condition, *one.consequence), since)
        told = (each for each in self._happenings.told(found, one.acts) if each.published[1] >= since)
        return self._concerning(one, list(filter(first_told(), told)))

    def earlier(self, one: Wanted, asked: Sequence[Asked]) -> Iterator[list[Deed]]:
        """Yield the deeds that may be what is asked for and were told before a claim was made, some at a time."""
        since = one.claim.made[0].isoformat()
        found, is_new = self._passing(one, asked, None), first_told()
        for start in range(0, len(found), LOT):
            told = self._happenings.told(found[start : start + LOT], one.acts)
            yield self._concerning(one, [each for each in told if each.published[1] < since and is_new(each)])

    def is_repeated(self, deed: Deed) -> bool:
        """Tell whether the sentence of a deed had told of it in an earlier article."""
        words = wording(deed.happening)
        earlier = self._happenings.in_the_words_of(deed.happening)
        return any(is_told(one) and wording(one) == words for one in earlier)

    def _passing(self, one: Wanted, asked: Sequence[Asked], since: str | None) -> Sequence[Doing]:
        found = self._happenings.doings(one.acts, one.parties, since)
        return self._sieve.passing(asked, found) if self._happenings.is_as_read else found

    def _concerning(self, one: Wanted, found: Sequence[Happening]) -> list[Deed]:
        """Return happenings as deeds, those that can be relied on and have to do with a claim."""
        new = [each for each in found if _key(each) not in self._deeds]
        if len(self._deeds) > KEPT:
            self._deeds.clear()
            new = list(found)
        self._deeds.update((_key(each), deed_of(each, self._known)) for each in self._happenings.whole(new))
        deeds = (self._deeds[_key(each)] for each in found)
        return [deed for deed in deeds if deed.weight >= BELIEVED and concerns(deed, one)]


def _key(one: Happening) -> tuple[str, str]:
    return one.publication.id, one.event.id


def concerns(deed: Deed, one: Wanted) -> bool:
    """Tell whether a deed is one of the acts of a claim, and nobody's or one of its parties'."""
    frame = deed.frame
    named: Iterable[str] = {*frame.actors, *frame.recipients, *((frame.place,) if frame.place else ())}
    return frame.act in one.acts and (not named or not one.parties.isdisjoint(named))
