"""
A move to firings: which recorded signals it sets off, what those would bring, and so on step by step.

A chain has six steps at most and one unknown slot at most, all steps together; a signal that several outlets report
fires once; and since nothing fires twice, cycles end. Of each step the surest firings lead on: in a record of a hundred
thousand signals everything would set off everything else, and nobody reads a chain of thousands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from sayso.ask.shelf import Shelf, asked_by
from sayso.ask.sureness import sureness
from sayso.resolve.edtf import bounds
from sayso.terms import Match, SignalKind
from sayso.weigh.compare import Comparer
from sayso.weigh.comparison import Asked, Comparison
from sayso.weigh.conditions import conditions, own_side
from sayso.weigh.followups import follow_ups
from sayso.weigh.frames import Frame, SignalView, named_near
from sayso.weigh.sides import sides
from sayso.weigh.things import ORDER
from sayso.weigh.wording import Worded, Wording, compare_wording, wordings_of

DEPTH: Final = 6
FOLLOWED: Final = 20
"""Firings of a step that are followed to the next, the surest; set by hand, so that a large record can be asked."""
QUERY: Final = "query"
"""What a signal of the first step is fired because of."""


@dataclass(frozen=True, slots=True)
class Firing:
    """
    A signal that a move sets off.

    Attributes:
        view: The signal.
        step: 1 where the query itself sets it off.
        because: `query`, or the ids of the signals whose consequence matched.
        comparison: Slot by slot.
        probability: That it is about the move, calibrated; times that of what set it off.
        unknown: Unknown slots of the whole chain up to here.
        move: What sets it off, None where its words do and no act was read.
    """

    view: SignalView
    step: int
    because: tuple[str, ...]
    comparison: Comparison
    probability: float
    unknown: int
    move: Frame | None


@dataclass(frozen=True, slots=True)
class _Move:
    frame: Frame
    because: tuple[str, ...]
    probability: float
    unknown: int

    @property
    def key(self) -> Hashable:
        """What makes two moves one, whoever tells of them."""
        one = self.frame
        return one.act, one.happens, one.actors, one.recipients, one.object, one.things, one.place, one.time


@dataclass(frozen=True, slots=True)
class _Said:
    """A clause as worded, with what makes it as `_Move` has it."""

    wording: Wording
    because: tuple[str, ...]
    probability: float
    unknown: int


def asked_of(view: SignalView, comparer: Comparer) -> tuple[Asked, ...]:
    """Return what would set a signal off; empty where nothing is said to follow, or no condition was read."""
    signal = view.signal
    if signal.consequence is None:
        return ()
    side = sides(signal.sender, view.entities, comparer.known) | own_side(view, comparer.known)
    treaty = signal.kind is SignalKind.COMMITMENT
    allied = signal.kind in (SignalKind.COMMITMENT, SignalKind.THREAT, SignalKind.PROMISE)
    since = bounds(view.article.get("published"))[0]
    near = named_near(view)
    return tuple(
        Asked(frame, signal.if_not, side, allied, treaty, since, view.text, near)
        for frame in conditions(view, comparer.known, comparer.on)
    )


def run(
    moves: Iterable[Frame],
    wordings: Sequence[Wording],
    shelf: Shelf,
    comparer: Comparer,
    may_fire: Callable[[SignalView], bool],
) -> list[Firing]:
    """
    Return what a query's moves set off, in order of firing.

    Args:
        moves: The acts that the query names.
        wordings: The query's clauses as worded, for conditions of which no act was read.
        shelf: The signals.
        comparer: Compares by what was known on a day.
        may_fire: Tells which signals are not to be passed over.
    """
    todo = [_Move(frame, (QUERY,), 1.0, 0) for frame in moves]
    fired: list[Firing] = []
    done: set[str] = set()
    made: set[Hashable] = set()
    said = [_Said(one, (QUERY,), 1.0, 0) for one in wordings]
    for step in range(1, DEPTH + 1):
        views = [
            view
            for view in shelf.of([one.frame for one in todo], [one.wording for one in said])
            if may_fire(view) and group_of(view) not in done
        ]
        new = joined((*_set_off(step, todo, views, comparer), *_worded(step, said, todo, views, comparer)))
        done |= {group_of(firing.view) for firing in new}
        fired += new
        made |= {one.key for one in todo}
        followed = new[:FOLLOWED]
        todo = [one for one in _made(followed, comparer) if one.key not in made]
        said = [
            _Said(one, (firing.view.signal.id,), firing.probability, firing.unknown)
            for firing in followed
            for one in wordings_of(firing.view)
        ]
        if not todo and not said:
            break
    return fired


def _made(fired: Iterable[Firing], comparer: Comparer) -> Iterable[_Move]:
    """Return the moves that some firings make, those that are the same as one, by the surest of what makes them."""
    found: dict[Hashable, _Move] = {}
    for firing in fired:
        for frame in follow_ups(firing.view, comparer.known, firing.move):
            new = _Move(frame, (firing.view.signal.id,), firing.probability, firing.unknown)
            old = found.get(new.key)
            if old is not None:
                best = min(old, new, key=lambda one: (one.unknown, -one.probability))
                new = replace(best, because=(*old.because, *new.because))
            found[new.key] = new
    return found.values()


def _set_off(step: int, moves: Sequence[_Move], views: Iterable[SignalView], comparer: Comparer) -> Iterator[Firing]:
    by_act: defaultdict[str, list[_Move]] = defaultdict(list)
    for move in moves:
        for act in asked_by(move.frame.act):
            by_act[act].append(move)
    for view in views:
        hits = [
            (move, comparison)
            for asked in asked_of(view, comparer)
            for move in by_act[asked.frame.act]
            if move.because != (view.signal.id,)
            for comparison in (comparer.compare(asked, move.frame),)
            if comparison.stopped_by(1 - move.unknown) is None
        ]
        if hits:
            move, best = min(hits, key=lambda hit: (ORDER.index(hit[1].worst), hit[0].unknown, -hit[0].probability))
            because = tuple(dict.fromkeys(one for hit, _ in hits for one in hit.because if one != view.signal.id))
            sure = move.probability * sureness(view, best)
            yield Firing(view, step, because, best, sure, move.unknown + best.unknown, move.frame)


def _worded(
    step: int, said: Sequence[_Said], moves: Sequence[_Move], views: Iterable[SignalView], comparer: Comparer
) -> Iterator[Firing]:
    """Yield the signals whose condition is worded as a move is, to the word where it was read as another act."""
    for view in views if said else ():
        if view.signal.consequence is None:
            continue
        asked = Worded.of(view)
        rule: _Rule | None = None
        for one in said:
            found = compare_wording(asked, one.wording, comparer) if asked.may_meet(one.wording.verb) else None
            if found is None or found.stopped_by(1 - one.unknown) is not None:
                continue
            rule = rule or _rule(view, moves, comparer)
            if rule is _Rule.NEVER:
                break
            if rule is _Rule.LOOSE or compare_wording(asked, one.wording, comparer, to_the_word=True) is not None:
                sure = one.probability * sureness(view, found)
                yield Firing(view, step, one.because, found, sure, one.unknown + found.unknown, None)


class _Rule(Enum):
    """How closely a condition must be worded as a move is."""

    LOOSE = auto()
    TO_THE_WORD = auto()
    NEVER = auto()


def _rule(view: SignalView, moves: Sequence[_Move], comparer: Comparer) -> _Rule:
    """
    Return what the acts of a condition and of some moves leave to their words.

    Where they are the same act and a party, a thing or a place clashes, nothing; where the acts differ, only the very
    same words; all where no act was read, or where nothing clashes.
    """
    pairs = [comparer.compare(asked, move.frame).slots for asked in asked_of(view, comparer) for move in moves]
    if not all(Match.CLASH in slots.values() for slots in pairs) or not pairs:
        return _Rule.LOOSE
    return _Rule.TO_THE_WORD if all(slots["act"] is Match.CLASH for slots in pairs) else _Rule.NEVER


def joined(found: Iterable[Firing]) -> list[Firing]:
    """Return firings, the best report of each signal, surest first."""
    best: dict[str, Firing] = {}
    for firing in found:
        old = best.get(group_of(firing.view))
        if old is None or _rank(firing) < _rank(old):
            best[group_of(firing.view)] = firing
    return sorted(best.values(), key=_rank)


def _rank(firing: Firing) -> tuple[int, float, str, str]:
    published = firing.view.article.get("published") or ""
    return ORDER.index(firing.comparison.worst), -firing.probability, published, firing.view.signal.id


def group_of(view: SignalView) -> str:
    """Return the id that all reports of a signal share."""
    return view.group or view.signal.id
