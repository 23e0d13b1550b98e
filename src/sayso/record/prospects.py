"""
Acts to the signals that they may set off: who and what stands in their conditions, and the rows of those chosen.

A what-if weighs few signals of a large record. First every signal whose condition names one of some acts is listed
with its parties, without being built; then those that whoever asks has chosen are built, with all that weighing needs
and nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from heapq import merge, nsmallest
from itertools import chain, islice
from math import log

from sqlalchemy import Connection, or_, select

from sayso.record.conditions import dated, standing
from sayso.record.entries import Reading
from sayso.record.excerpts import excerpts
from sayso.record.filters import ASIDES, Filters
from sayso.record.glimpses import glimpses
from sayso.record.hinges import HOLDER, Hinges
from sayso.record.lens import Lens
from sayso.record.outlets import NO_OUTLETS, KnownOutlets
from sayso.record.reports import Reports, reports
from sayso.record.rows import batches
from sayso.record.schema import parties, signals
from sayso.record.withdrawn import unrejected


@dataclass(frozen=True, slots=True)
class Prospect:
    """
    A signal with one of the acts in it, as far as its rows tell.

    Attributes:
        signal: Row of the signal.
        act: Id in the act taxonomy.
        actors: Ids of who does it, as articles have them or as people merged them.
        recipients: Ids of whom it is done to, likewise.
        place: Id of where, likewise, or None.
    """

    signal: int
    act: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None


class Prospects:
    """
    The signals of a record, asked for by what may set them off.

    Args:
        connection: To the record; asked while this is in use.
        until: ISO day: leaves out what was published for certain after it, and what is dated nowhere.
        outlets: What the user knows of outlets.
    """

    def __init__(self, connection: Connection, until: str | None, outlets: KnownOutlets = NO_OUTLETS) -> None:
        self._connection = connection
        self._outlets = outlets
        self._lens = Lens(connection)
        passing = [*standing(connection, Filters()), *dated(Filters(until=until)), HOLDER.c.zone.not_in(ASIDES)]
        self._hinges = Hinges(connection, [*passing, unrejected(HOLDER.c.id)])

    def naming(self, acts: Collection[str]) -> list[Prospect]:
        """Return the signals whose condition names one of some acts, and those whose promise or refusal does."""
        wanted = frozenset(acts)
        heads = (one for one in chain(self._hinges.conditions, self._hinges.bindings) if one.act in wanted)
        found = {(one.signal, one.event): one for one in chain(heads, self._hinges.inside(wanted))}
        involved = self._parties(sorted({event for _, event in found}))
        final = self._lens.who.final

        def who(event: int, role: str) -> tuple[str, ...]:
            return tuple(final(one) for one in involved.get((event, role), ()))

        return [
            Prospect(
                one.signal,
                one.act,
                who(one.event, "actor"),
                who(one.event, "recipient"),
                one.place and final(one.place),
            )
            for one in found.values()
        ]

    def involving(self, involved: Collection[str], most: int) -> list[int]:
        """Return the rows of the latest signals in whose condition some parties act or are acted upon."""
        numbers = merge(*map(self._hinges.with_party, sorted(self._lens.who.meant(involved).raw)))
        return list(islice(dict.fromkeys(self._hinges.conditions[one].signal for one in numbers), most))

    def worded(self, beginnings: Collection[str]) -> Set[int]:
        """Return the rows of the signals of whose condition no act of deed was read and a word of which begins so."""
        return self._hinges.with_any(beginnings) & self._hinges.actless

    def repeating(self, verbs: Collection[str], beginnings: Collection[str]) -> Set[int]:
        """
        Return the rows of the signals whose condition has a verb and another word that begin so, whatever act it has.

        Args:
            verbs: Beginnings of verbs by which the same is said.
            beginnings: Of other words, one of which is enough.
        """
        return self._hinges.with_any(verbs) & self._hinges.with_any(beginnings) & self._hinges.headed

    def resembling(self, beginnings: Collection[str], most: int, whole: int) -> list[int]:
        """
        Return the rows of the signals whose condition has words that begin so, those first that have the rarest.

        Args:
            beginnings: Of words, in small letters.
            most: How many at most.
            whole: A record with no more signals than this is returned whole.
        """
        total = len(self._hinges.worded)
        if total <= whole:
            return sorted(self._hinges.worded)
        scores: defaultdict[int, float] = defaultdict(float)
        for one in sorted(beginnings):
            holding = self._hinges.with_letters(one)
            worth = log(total / len(holding)) if holding else 0.0
            for key in holding:
                scores[key] += worth
        return [key for _, key in nsmallest(most, ((-score, key) for key, score in scores.items() if score))]

    def corrected(self) -> list[int]:
        """Return the rows of the signals that people corrected, or events of which they did: their rows may lie."""
        ids = self._lens.corrected
        if not ids:
            return []
        found = self._hinges.signals(select(HOLDER.c.key).distinct())
        found = found.where(
            or_(HOLDER.c.id.in_(ids), signals.c.condition_event.in_(ids), signals.c.consequence_event.in_(ids))
        )
        return sorted(self._connection.execute(found).scalars())

    def load(self, keys: Collection[int]) -> Iterator[Reading]:
        """Yield readings that hold the signals of these rows with the events in them, as people have them."""
        for some in batches(sorted(keys)):
            yield from excerpts(self._connection, some, self._lens)

    def glimpses(self, keys: Collection[int]) -> Iterator[tuple[int, Reading]]:
        """Yield as much of the readings of these signals as comparing their words takes, each with its row."""
        for some in batches(sorted(keys)):
            yield from glimpses(self._connection, some, self._lens)

    @property
    def is_as_read(self) -> bool:
        """Whether nobody merged or split anybody: else who is meant in a part of an article hangs on all of it."""
        return self._lens.who.is_as_read

    def ids(self, keys: Collection[int]) -> Mapping[str, int]:
        """Return the rows of some signals by their ids."""
        rows = select(HOLDER.c.key, HOLDER.c.id)
        found = (self._connection.execute(rows.where(HOLDER.c.key.in_(some))) for some in batches(sorted(keys)))
        return {row.id: row.key for some in found for row in some}

    def reports(self, keys: Collection[int]) -> Reports:
        """Return what corroboration needs to know of the signals of these rows."""
        return reports(self._connection, "signal", among=keys, known=self._outlets)

    def _parties(self, keys: Sequence[int]) -> Mapping[tuple[int, str], Sequence[str]]:
        """Return the parties of some events by event and role."""
        found: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
        rows = select(parties.c.entry, parties.c.role, parties.c.entity)
        for some in batches(keys):
            for entry, role, entity in self._connection.execute(rows.where(parties.c.entry.in_(some))):
                found[entry, role].append(entity)
        return found
