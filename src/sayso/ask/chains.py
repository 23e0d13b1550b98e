"""
A move to firings: which recorded signals it sets off, what those would bring, and so on step by step.

A chain has six steps at most and one slot at most that the rules leave open, all steps together; a signal that several
outlets report fires once; and since nothing fires twice, cycles end. Of each step the surest firings lead on: in a
record of a hundred thousand signals everything would set off everything else, and nobody reads a chain of thousands.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence, Set
from dataclasses import replace
from typing import Final

from sayso.ask.firing import QUERY, Firing, Move, Said, group_of, joined
from sayso.ask.matched import Headline, Matched
from sayso.ask.ruled import ruled
from sayso.ask.shelf import Shelf
from sayso.weigh.compare import Comparer
from sayso.weigh.followups import follow_ups
from sayso.weigh.frames import Frame, SignalView
from sayso.weigh.wording import Wording, wordings_of

DEPTH: Final = 6
FOLLOWED: Final = 10
"""Firings of a step that are followed to the next, the surest; set by hand, so that a large record can be asked."""


def run(
    moves: Iterable[Frame],
    wordings: Sequence[Wording],
    shelf: Shelf,
    comparer: Comparer,
    may_fire: Callable[[SignalView], bool],
    query: str = "",
    matched: Matched | None = None,
    judge: Callable[[Sequence[SignalView]], None] = lambda _: None,
) -> list[Firing]:
    """
    Return what a query's moves set off, in order of firing.

    Args:
        moves: The acts that the query names.
        wordings: The query's clauses as worded, for conditions of which no act was read.
        shelf: The signals.
        comparer: Compares by what was known on a day.
        may_fire: Tells which signals are not to be passed over.
        query: Its words.
        matched: Reads moves and signals together; without it the rules alone decide.
        judge: Called with what is about to be followed; after it `may_fire` may say otherwise of these.
    """
    todo = [Move(frame, (QUERY,), 1.0, 0) for frame in moves]
    fired: list[Firing] = []
    done: set[str] = set()
    made: set[Hashable] = set()
    said = [Said(one, (QUERY,), 1.0, 0) for one in wordings]
    brought, headlines = todo, [Headline(query, QUERY, 1.0, 0)]
    for step in range(1, DEPTH + 1):
        views = [
            view
            for view in shelf.of([one.frame for one in todo], [one.wording for one in said])
            if may_fire(view) and group_of(view) not in done
        ]
        new = ruled(step, todo, said, views, comparer)
        if matched is not None:
            passed = done | {group_of(firing.view) for firing in new}
            others = matched.alike(step, headlines, brought, said, shelf, _except(passed, may_fire))
            new = [*matched.weighed(new, {one.because: one for one in headlines}), *others]
        new = _standing(joined(new), judge, may_fire)
        done |= {group_of(firing.view) for firing in new}
        fired += new
        made |= {one.key for one in todo}
        followed = new[:FOLLOWED]
        brought = list(_made(followed, comparer))
        todo = [one for one in brought if one.key not in made]
        said = [
            Said(one, (firing.view.signal.id,), firing.probability, firing.unknown)
            for firing in followed
            for one in wordings_of(firing.view)
        ]
        headlines = [Headline.of(firing) for firing in followed]
        if not headlines:
            break
    return fired


def _standing(
    new: list[Firing], judge: Callable[[Sequence[SignalView]], None], may_fire: Callable[[SignalView], bool]
) -> list[Firing]:
    """Return the firings of a step less what is passed over after all, once what is followed has been judged."""
    while True:
        judge([firing.view for firing in new[:FOLLOWED]])
        kept = [firing for firing in new if may_fire(firing.view)]
        if len(kept) == len(new):
            return kept
        new = kept


def _except(groups: Set[str], may_fire: Callable[[SignalView], bool]) -> Callable[[SignalView], bool]:
    """Return what passes over some signals beside those that are passed over anyway."""
    return lambda view: group_of(view) not in groups and may_fire(view)


def _made(fired: Iterable[Firing], comparer: Comparer) -> Iterable[Move]:
    """Return the moves that some firings make, those that are the same as one, by the surest of what makes them."""
    found: dict[Hashable, Move] = {}
    for firing in fired:
        for frame in follow_ups(firing.view, comparer.known, firing.move):
            new = Move(frame, (firing.view.signal.id,), firing.probability, firing.unknown)
            old = found.get(new.key)
            if old is not None:
                best = min(old, new, key=lambda one: (one.unknown, -one.probability))
                new = replace(best, because=(*old.because, *new.because))
            found[new.key] = new
    return found.values()
