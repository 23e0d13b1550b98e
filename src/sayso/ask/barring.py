"""
A condition and a move that both have acts to whether they cannot be the same, in whatever words they are put.

The matcher goes by likeness of words, and what is said of a deed and of its contrary, or of one side's ships and of the
other's, is as like as can be. What the tables tell for certain outweighs it.
"""

from __future__ import annotations

from sayso.acts.taxonomy import act, compare, contraries
from sayso.terms import Match
from sayso.weigh.compare import Comparer
from sayso.weigh.comparison import Asked, Comparison
from sayso.weigh.frames import Frame, Knows
from sayso.weigh.sides import is_known
from sayso.weigh.things import owners


def is_out(comparison: Comparison, asked: Asked, move: Frame, comparer: Comparer) -> bool:
    """Tell whether a move cannot be what a condition asks for."""
    is_clash = is_barred(comparison, asked, move, comparer.known)
    return is_clash or is_reversed(comparison, asked, move, comparer)


def is_barred(comparison: Comparison, asked: Asked, move: Frame, known: Knows) -> bool:
    """Tell whether days clash, or parties or places that the tables know on both sides: no words outweigh that."""
    if comparison.slots["time"] is Match.CLASH:
        return True
    sides = {
        "actor": (asked.frame.actors or _own(asked, move), move.actors),
        "recipient": (asked.frame.recipients, move.recipients),
        "place": (_one(asked.frame.place), _one(move.place)),
    }
    return any(
        comparison.slots[slot] is Match.CLASH
        and all(held and all(is_known(one, known) for one in held) for held in two)
        for slot, two in sides.items()
    )


def _own(asked: Asked, move: Frame) -> frozenset[str]:
    """Return who moves, where all are of the sender's side: it is not meant where nobody is, but in what two do."""
    is_joint = act(asked.frame.act).symmetric or act(move.act).symmetric
    return frozenset() if is_joint or not move.actors <= asked.side else move.actors


def is_reversed(comparison: Comparison, asked: Asked, move: Frame, comparer: Comparer) -> bool:
    """Tell whether who is asked for does the contrary, or does it to what is known to be somebody else's."""
    does = comparison.slots["actor"] is not Match.CLASH
    if compare(asked.frame.act, move.act) is not Match.CLASH:
        return (does and move.happens is not asked.wanted) or _is_of_others(asked.frame, move, comparer)
    fitting = (Match.SAME, Match.NARROWER)
    is_contrary = any(compare(one, move.act) in fitting for one in contraries(asked.frame.act))
    return does and asked.wanted and move.happens and is_contrary


def _is_of_others(asked: Frame, move: Frame, comparer: Comparer) -> bool:
    """Tell whether both name whose the things are that something is done to, and these have nothing in common."""
    whose = owners(asked.things, comparer.known, comparer.on) - asked.actors
    found = owners(move.things, comparer.known, comparer.on) - move.actors
    return bool(whose and found) and comparer.parties(whose, found, move.entities) is Match.CLASH


def _one(key: str | None) -> frozenset[str]:
    return frozenset((key,) if key is not None else ())
