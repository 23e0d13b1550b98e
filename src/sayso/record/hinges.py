"""
The signals of a record to what each hinges on: the event that heads its condition, who is in it, and its words.

All of them are looked for at once and held for one look: a move is weighed against each anyway, and a database that is
asked for those of some acts or of some parties goes over their events, of which a large record has far more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, or_, select

from sayso.acts.taxonomy import SPEECH
from sayso.record.rows import batches
from sayso.record.schema import articles, entries, events, parties, readings, signals, spans
from sayso.terms import SignalKind

HOLDER: Final = entries.alias("holder")
BINDING: Final = (SignalKind.REFUSAL.value, SignalKind.PROMISE.value, SignalKind.COMMITMENT.value)
"""Kinds that say what their own side will or will not do, or is bound to."""
OR: Final = " or "
"""In the words of a condition that may name several acts: "lands or shells"."""
_SPOKEN: Final = frozenset(one.value for one in SPEECH)


@dataclass(frozen=True, slots=True)
class Hinge:
    """
    A signal with an event that stands in it.

    Attributes:
        signal: Row of the signal.
        event: Row of the event.
        act: Id in the act taxonomy.
        place: Entity id of where, or None.
        is_spoken: Whether the act is one of speech.
    """

    signal: int
    event: int
    act: str
    place: str | None
    is_spoken: bool


@dataclass(frozen=True, slots=True)
class Worded:
    """
    A stretch of a signal's condition.

    Attributes:
        signal: Row of the signal.
        words: The stretch, in small letters.
        is_headed: Whether an event heads the condition.
    """

    signal: int
    words: str
    is_headed: bool


class Hinges:
    """
    What the signals of a record hinge on.

    Args:
        connection: To the record; asked while this is in use.
        passing: Conditions under which a signal counts.
    """

    def __init__(self, connection: Connection, passing: Sequence[ColumnElement[bool]]) -> None:
        self._connection = connection
        self._passing = passing
        self._by_party: dict[str, Sequence[int]] = {}
        self._by_letters: dict[str, Set[int]] = {}

    def signals(self, wanted: Select[Any]) -> Select[Any]:
        """Return what selects something of the signals that count."""
        return (
            wanted.join(signals, signals.c.entry == HOLDER.c.key)
            .join(readings, readings.c.key == HOLDER.c.reading)
            .join(articles, articles.c.id == readings.c.article)
            .where(*self._passing)
        )

    @cached_property
    def conditions(self) -> Sequence[Hinge]:
        """The events that head conditions, those of the latest signals first."""
        return self._headed(signals.c.condition_event)

    @cached_property
    def bindings(self) -> Sequence[Hinge]:
        """The events that head what their own side will or will not do, or is bound to, likewise."""
        return self._headed(signals.c.consequence_event, signals.c.kind.in_(BINDING))

    @cached_property
    def words(self) -> Sequence[Worded]:
        """The words of all conditions."""
        rows = self.signals(select(HOLDER.c.key, spans.c.words, signals.c.condition_event))
        rows = rows.join(spans, (spans.c.entry == HOLDER.c.key) & (spans.c.field == "condition"))
        found = self._connection.execute(rows)
        return [Worded(key, words.lower(), event is not None) for key, words, event in found]

    @cached_property
    def worded(self) -> frozenset[int]:
        """The rows of the signals with a condition."""
        return frozenset(one.signal for one in self.words)

    def with_letters(self, letters: str) -> Set[int]:
        """Return the rows of the signals in whose condition some letters stand, in small ones, within one word."""
        if letters not in self._by_letters:
            held = (keys for word, keys in self._by_word.items() if letters in word)
            self._by_letters[letters] = frozenset(chain.from_iterable(held))
        return self._by_letters[letters]

    def with_any(self, beginnings: Collection[str]) -> Set[int]:
        """Return the rows of the signals in whose condition one of some beginnings of words stands, in any letters."""
        letters = {max(one.lower().split(), key=len, default="") for one in beginnings}  # of a name of two words
        return frozenset[int]().union(*map(self.with_letters, sorted(letters)))

    @cached_property
    def _by_word(self) -> Mapping[str, Set[int]]:
        """The rows of signals by the words of their conditions, with whatever stands at those without a blank."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        for one in self.words:
            for word in one.words.split():
                found[word].add(one.signal)
        return found

    @cached_property
    def spoken(self) -> frozenset[int]:
        """The rows of the signals of whose condition only an act of speech was read."""
        return frozenset(one.signal for one in self.conditions if one.is_spoken)

    @cached_property
    def headed(self) -> frozenset[int]:
        """The rows of the signals whose condition an event heads."""
        return frozenset(one.signal for one in self.words if one.is_headed)

    @cached_property
    def actless(self) -> frozenset[int]:
        """The rows of the signals of whose condition no act of deed was read."""
        return (self.worded - self.headed) | (self.worded & self.spoken)

    def inside(self, acts: Collection[str]) -> list[Hinge]:
        """Return the events of some acts anywhere in signals whose condition has no head, or may name several acts."""
        found: list[Hinge] = []
        rows = standing_in(HOLDER.c.key, entries.c.key, events.c.act, events.c.place, events.c.event_type)
        rows = rows.join(events, events.c.entry == entries.c.key).where(events.c.act.in_(sorted(acts)))
        for some in batches(self._open):
            found += map(_hinge, self._connection.execute(rows.where(HOLDER.c.key.in_(some))))
        return found

    @cached_property
    def _open(self) -> Sequence[int]:
        """The rows of the signals of which more than the head of a condition may be what sets them off."""
        headless = self.signals(select(HOLDER.c.key)).where(signals.c.condition_event.is_(None))
        several = {one.signal for one in self.words if OR in one.words}
        return sorted(several.union(self._connection.execute(headless).scalars()))

    def with_party(self, party: str) -> Sequence[int]:
        """Return the numbers, ascending, of those of `conditions` in which somebody acts or is acted upon."""
        if party not in self._by_party:
            rows = select(parties.c.entry).where(parties.c.entity == party).distinct()
            found = self._connection.execute(rows).scalars()
            self._by_party[party] = sorted(number for event in found for number in self._by_event.get(event, ()))
        return self._by_party[party]

    @cached_property
    def _by_event(self) -> Mapping[int, Sequence[int]]:
        """The numbers of `conditions` by event: one may head those of several signals."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for number, one in enumerate(self.conditions):
            found[one.event].append(number)
        return found

    def _headed(self, head: ColumnElement[Any], *passing: ColumnElement[bool]) -> Sequence[Hinge]:
        columns = (HOLDER.c.key, entries.c.key, events.c.act, events.c.place, events.c.event_type)
        rows = self.signals(select(*columns, readings.c.published_first))
        rows = rows.join(entries, (entries.c.reading == HOLDER.c.reading) & (entries.c.id == head))
        rows = rows.join(events, events.c.entry == entries.c.key).where(*passing)
        found = sorted(self._connection.execute(rows), key=lambda row: row[0])
        return [_hinge(row) for row in sorted(found, key=lambda row: row.published_first or "", reverse=True)]


def standing_in(*columns: ColumnElement[Any]) -> Select[Any]:
    """Select something of signals with the events in them; one that heads a half may have its object before it."""
    inside = (entries.c.start >= HOLDER.c.start) & (entries.c.start < HOLDER.c.end)
    heads = or_(inside, entries.c.id == signals.c.condition_event, entries.c.id == signals.c.consequence_event)
    # with nothing put behind it, a database would go over all events, rather than those of a few readings
    same = (HOLDER.c.reading == entries.c.reading) & (entries.c.kind.concat("") == "event")
    return (
        select(*columns).select_from(HOLDER).join(signals, signals.c.entry == HOLDER.c.key).join(entries, same & heads)
    )


def _hinge(row: Any) -> Hinge:
    signal, event, act, place, kind, *_ = row
    return Hinge(signal, event, act, place, kind in _SPOKEN)
