"""
A verb to those by which the same may be said, for conditions that are compared with moves by their words alone.

Two tables: verbs of what goes on, which take what goes on as subject or as object ("the ferry ends", "Elbonia ends the
ferry"), and verbs that differ in wording only. A group holds no two verbs of contrary direction, and whatever else a
condition says must still be met word by word, so that a group may be wide.
"""

from __future__ import annotations

from functools import cache
from typing import Final

GOING_ON: Final = tuple(
    frozenset(verbs.split())
    for verbs in (
        "end stop cease halt discontinue finish",
        "begin start open commence launch",
        "resume restart reopen renew",
        "last persist",
        "remove lift abolish scrap clear dismantle go",
        "fail collapse founder",
        "fall drop decline decrease diminish dwindle lessen shrink",
        "rise increase grow climb soar multiply",
        "spread widen expand",
        "burn blaze",
    )
)
"""Verbs by which the same is said of what goes on: that it ends, begins, goes on. Set by hand."""
ALIKE: Final = tuple(
    frozenset(verbs.split())
    for verbs in (
        "make force compel oblige",
        "let allow permit authorise authorize",
        "forbid ban prohibit outlaw",
        "deploy station base install emplace place put set site locate erect mount position",
        "build construct erect",
        "repair mend fix rebuild restore",
        "drag haul bring hale",
        "drill bore",
        "dig excavate",
        "leave depart quit exit",
        "move shift transfer relocate",
        "change alter amend modify",
        "cut reduce trim slash lower",
        "publish print issue",
        "appoint name nominate",
        "sack dismiss",
        "buy purchase acquire",
        "give grant hand",
        "show display exhibit",
        "hide conceal",
        "honour honor keep observe respect",
        "insult offend affront",
        "harm hurt injure",
        "protect guard shield",
        "help assist aid",
        "find discover detect",
        "admit acknowledge own",
        "prove demonstrate",
        "teach instruct",
        "pay settle repay",
        "touch molest",
        "fly hoist raise",
        "destroy wreck demolish raze",
    )
)
"""Verbs that say the same of the same things. Set by hand."""


@cache
def said_by(verb: str) -> frozenset[str]:
    """Return a verb with those by which the same is said."""
    return frozenset((verb,)).union(*(kin for kin in (*GOING_ON, *ALIKE) if verb in kin))


@cache
def goes_on(verb: str) -> frozenset[str]:
    """Return the verbs by which the same is said of what goes on, itself among them; none where it is no such verb."""
    return frozenset[str]().union(*(kin for kin in GOING_ON if verb in kin))
