"""
Moves and clauses to the signals that they set off by rule: slot by slot, and word by word where no act was read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto

from sayso.ask.firing import Firing, Move, Said
from sayso.ask.shelf import asked_by
from sayso.ask.sureness import sureness
from sayso.terms import Match
from sayso.weigh.asking import asked_of
from sayso.weigh.compare import Comparer
from sayso.weigh.frames import SignalView
from sayso.weigh.things import ORDER
from sayso.weigh.wording import Worded, compare_wording


def ruled(
    step: int, moves: Sequence[Move], said: Sequence[Said], views: Sequence[SignalView], comparer: Comparer
) -> list[Firing]:
    """
    Return what some moves set off by rule, every report of a signal.

    Args:
        step: Of the chain.
        moves: Acts.
        said: Clauses as worded, for conditions of which no act was read.
        views: The signals that may fire.
        comparer: Compares by what was known on a day.
    """
    return [*_set_off(step, moves, views, comparer), *_worded(step, said, moves, views, comparer)]


def _set_off(step: int, moves: Sequence[Move], views: Iterable[SignalView], comparer: Comparer) -> Iterator[Firing]:
    by_act: defaultdict[str, list[Move]] = defaultdict(list)
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
    step: int, said: Sequence[Said], moves: Sequence[Move], views: Iterable[SignalView], comparer: Comparer
) -> Iterator[Firing]:
    """Yield the signals whose condition is worded as a move is, to the word where it was read as another act."""
    for view in views if said else ():
        if not view.signal.consequence:
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


def _rule(view: SignalView, moves: Sequence[Move], comparer: Comparer) -> _Rule:
    """
    Return what the acts of a condition and of some moves leave to their words.

    Where they are the same act and a party, a thing or a place clashes, nothing; where the acts differ, only the very
    same words; all where no act was read, or where nothing clashes.
    """
    pairs = [comparer.compare(asked, move.frame).slots for asked in asked_of(view, comparer) for move in moves]
    if not all(Match.CLASH in slots.values() for slots in pairs) or not pairs:
        return _Rule.LOOSE
    return _Rule.TO_THE_WORD if all(slots["act"] is Match.CLASH for slots in pairs) else _Rule.NEVER
