"""
Moves to the signals that they may set off, contradict or come near to, from a record or from values in memory.

A record is asked only for signals about the acts of some moves (narrower, wider and contrary ones among them) in which
their parties may be meant; whether they are is for the comparison to say. Rows that cannot tell are kept, so that what
is left out here could not have fired.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final, Protocol, TypeAlias

from sayso.acts.taxonomy import Frame as Kind
from sayso.acts.taxonomy import act, acts, compare, contraries
from sayso.merge.corroboration import corroborate
from sayso.record.entries import Entity
from sayso.record.prospects import Prospect, Prospects
from sayso.terms import Match
from sayso.weigh.compare import Comparer
from sayso.weigh.described import FITS
from sayso.weigh.frames import Frame, SignalView
from sayso.weigh.kin import said_by
from sayso.weigh.readings import read_as
from sayso.weigh.sides import is_known
from sayso.weigh.things import owners
from sayso.weigh.views import signal_views
from sayso.weigh.wording import Worded, Wording, compare_wording

NEAR: Final = 40
"""Signals that are looked through for those that came near without firing; set by hand."""
WHOLE: Final = 300
"""Signals of a record that are all looked through for those that are like a move; set by hand."""
TELLING: Final = re.compile(r"[^\W\d_]{4,}")
DEFENCE: Final = "defend"
"""An act that presupposes an attack, by others than those who defend."""


class Shelf(Protocol):
    """Where signals are taken from."""

    def of(self, moves: Sequence[Frame], wordings: Sequence[Wording] = ()) -> Sequence[SignalView]:
        """Return all signals that some moves may set off or contradict, and perhaps others."""

    def near(self, moves: Sequence[Frame]) -> Sequence[SignalView]:
        """Return signals that some moves may come near to."""

    def like(self, words: str, parties: frozenset[str], most: int) -> Sequence[SignalView]:
        """Return signals whose condition has words of a move, or its parties: most of each at most, and perhaps all."""


class Held:
    """Signals in memory: all of them may be set off."""

    def __init__(self, views: Iterable[SignalView]) -> None:
        self._views = tuple(sorted(views, key=lambda view: view.signal.id))

    def of(self, moves: Sequence[Frame], wordings: Sequence[Wording] = ()) -> Sequence[SignalView]:  # noqa: ARG002
        """Return all signals."""
        return self._views

    def near(self, moves: Sequence[Frame]) -> Sequence[SignalView]:  # noqa: ARG002 - as the protocol has it
        """Return all signals."""
        return self._views

    def like(self, words: str, parties: frozenset[str], most: int) -> Sequence[SignalView]:  # noqa: ARG002 - likewise
        """Return all signals."""
        return self._views


class Recorded:
    """
    The signals of a record; what was taken once is kept, so that many moves cost few questions.

    Args:
        prospects: The record's signals.
        comparer: Compares parties by what was known on a day.
    """

    def __init__(self, prospects: Prospects, comparer: Comparer) -> None:
        self._prospects = prospects
        self._comparer = comparer
        self._rows: defaultdict[str, list[Prospect]] = defaultdict(list)
        self._grouped: defaultdict[str, _ByParties] = defaultdict(_ByParties)
        self._asked: set[str] = set()
        self._views: dict[int, SignalView] = {}
        self._glimpsed: dict[int, Worded] = {}
        self._anywhere = _Anywhere(comparer.known, comparer.on)
        self._corrected = prospects.corrected()

    def of(self, moves: Sequence[Frame], wordings: Sequence[Wording] = ()) -> Sequence[SignalView]:
        """Return the signals about the acts of some moves, and those worded like them."""
        self._ask(one for move in moves for one in asked_by(move.act))
        keys = {*self._corrected, *self._worded(wordings)}
        for move in moves:
            relation = _Relation(move, self._comparer)
            for one in asked_by(move.act):
                keys.update(self._grouped[one].that(relation, anyone=one == DEFENCE))
        return self._built(keys)

    def _worded(self, wordings: Sequence[Wording]) -> Iterator[int]:
        """Yield the rows of the signals whose condition may be worded like one of some clauses."""
        told = {word[:BEGINNING] for one in wordings for word in one.words}
        actless = self._prospects.worded(told)
        likely = [
            {*actless, *self._prospects.repeating(_begin(said_by(said.verb)), _begin(said.words - {said.verb}))}
            for said in wordings
        ]
        every = frozenset[int]().union(*likely)
        if not self._prospects.is_as_read:
            yield from every
            return
        self._glimpse(every)
        for said, keys in zip(wordings, likely, strict=True):
            for key in keys:
                asked = self._glimpsed[key]
                if asked.may_meet(said.verb) and compare_wording(asked, said, self._anywhere) is not None:
                    yield key

    def _glimpse(self, keys: Collection[int]) -> None:
        new = set(keys) - self._glimpsed.keys()
        for key, reading in self._prospects.glimpses(new):
            self._glimpsed[key] = Worded.of(next(signal_views(reading, {})))

    def near(self, moves: Sequence[Frame]) -> Sequence[SignalView]:
        """Return the signals about the same acts or by and against the same parties, those first that have both."""
        keys: list[int] = []
        for move in moves:
            self._ask(asked_by(move.act))
            relation = _Relation(move, self._comparer)
            rows = [row for one in asked_by(move.act) for row in self._rows[one]]
            keys += [row.signal for row in sorted(rows, key=lambda row: (-relation.shared(row), row.signal))][:NEAR]
            keys += self._prospects.involving(move.actors | move.recipients, NEAR)
        return self._built(keys)

    def like(self, words: str, parties: frozenset[str], most: int) -> Sequence[SignalView]:
        """Return the signals whose condition has the rarest words of a move, and the latest about its parties."""
        keys = {*self._prospects.resembling(stems(words), most, WHOLE), *self._prospects.involving(parties, most)}
        return self._built(keys)

    def open_to(self, actors: frozenset[str], names: Iterable[str]) -> Sequence[SignalView]:
        """Return the signals about some acts that some actor may do: it is not known that somebody else must."""
        self._ask(names)
        move = Frame("intervene", True, actors, frozenset(), None, None, None, None)
        relation = _Relation(move, self._comparer)
        return self._built({key for held in self._grouped.values() for key in held.that(relation)})

    def _ask(self, names: Iterable[str]) -> None:
        new = set(names) - self._asked
        if new:
            for row in self._prospects.naming(new):
                self._rows[row.act].append(row)
                self._grouped[row.act].put(row)
            self._asked |= new

    def _built(self, keys: Collection[int]) -> Sequence[SignalView]:
        new = set(keys) - self._views.keys()
        if new:
            told = corroborate(self._prospects.reports(new))
            row_of = self._prospects.ids(new)
            for reading in self._prospects.load(new):
                for view in signal_views(reading, told):
                    self._views[row_of[view.signal.id]] = view
        found = (self._views[key] for key in keys if key in self._views)
        return sorted({view.signal.id: view for view in found}.values(), key=lambda view: view.signal.id)


BEGINNING: Final = 5
"""Letters of a word by which its forms, and a verb's nouns, are looked for."""


def _begin(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word[:BEGINNING] for word in words)


def stems(text: str) -> frozenset[str]:
    """Return the beginnings of the longer words of a text."""
    return frozenset(word[:BEGINNING] for word in TELLING.findall(text.lower()))


@cache
def asked_by(name: str) -> frozenset[str]:
    """Return the acts of the conditions that a move of an act, or its not doing, may meet."""
    if act(name).frame is Kind.LAPSE:
        return frozenset(acts())
    found = {one for one in acts() if compare(one, name) in FITS or compare(name, one) in FITS}
    found |= {one for one in acts() if any(compare(other, name) in FITS for other in contraries(one))}
    found |= asked_by("deploy") if act(name).frame is Kind.CROSS else set()
    found |= read_as(name)
    return frozenset(found | ({DEFENCE} if "attack" in found else set()))


class _Anywhere(Comparer):
    """Takes it that an article speaks of whomever a move names, for a glimpse of it does not tell."""

    def is_present(self, parties: Iterable[str], entities: Mapping[str, Entity]) -> bool:  # noqa: ARG002
        """Say yes: what is found elsewhere only bars."""
        return True


class _ByParties:
    """Signals about one act by their parties, so that a move passes over all that name the same at once."""

    def __init__(self) -> None:
        self._held: defaultdict[tuple[str, ...], _Doings] = defaultdict(_doings)

    def put(self, row: Prospect) -> None:
        """Take in a signal."""
        self._held[row.actors][row.recipients, row.place].append(row.signal)

    def that(self, relation: _Relation, *, anyone: bool = False) -> Iterator[int]:
        """Yield the rows of those that may be about a move; where anyone may act, whoever acts in them."""
        for actors, doings in self._held.items():
            if anyone or relation.may_do(actors):
                for (recipients, place), keys in doings.items():
                    if relation.may_suffer(recipients, place):
                        yield from keys


_Doings: TypeAlias = defaultdict[tuple[tuple[str, ...], str | None], list[int]]
"""Rows of signals by whom something is done to and where."""


def _doings() -> _Doings:
    return defaultdict(list)


class _Relation:
    """How the parties of signals stand to those of a move; each is compared once."""

    def __init__(self, move: Frame, comparer: Comparer) -> None:
        self._comparer = comparer
        self._move = move
        self._own = {one for one in (*move.actors, *move.recipients, move.place, move.origin) if one is not None}
        self._own |= owners(move.things, comparer.known, comparer.on) | comparer.hit(move)
        self._has_victim = bool(self._own - move.actors)
        self._seen: dict[str, bool] = {}

    def may_do(self, actors: Collection[str]) -> bool:
        """
        Tell whether those who act in a signal may be those who make a move, as far as they are told.

        A slot that either leaves open says nothing; one that both fill must hold somebody who may be meant.
        """
        return not actors or not self._move.actors or any(map(self._related, actors))

    def may_suffer(self, recipients: Collection[str], place: str | None) -> bool:
        """Tell whether those to whom something is done in a signal, and where, may be a move's, likewise."""
        if recipients and self._has_victim and not any(map(self._related, recipients)):
            return False
        return place is None or self._move.place is None or self._related(place)

    def shared(self, row: Prospect) -> int:
        """Return how many of a signal's parties are the move's by the tables."""
        named = (*row.actors, *row.recipients, *((row.place,) if row.place is not None else ()))
        return sum(is_known(one, self._comparer.known) and self._related(one) for one in named)

    def _related(self, party: str) -> bool:
        if party not in self._seen:
            self._seen[party] = not is_known(party, self._comparer.known) or any(
                self._comparer.party(party, one, self._move.entities) is not Match.CLASH
                or self._comparer.where(party, one, self._move.entities) is not Match.CLASH
                for one in self._own
            )
        return self._seen[party]
