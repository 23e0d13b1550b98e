"""
Claims to the deeds that may have to do with them: which acts and parties to ask a record for, and who gets which.

A claim is never compared with every happening of a record: only with those of its own acts, their narrower, wider and
contrary ones, in which one of its own parties is involved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from sayso.acts.taxonomy import acts, compare, opposite
from sayso.ledger.claims import Claim, asked_condition, asked_consequence
from sayso.ledger.evidence import Deed
from sayso.terms import Match
from sayso.weigh.compare import Asked
from sayso.weigh.frames import Frame, Knows, sides


@dataclass(frozen=True)
class Wanted:
    """
    A claim with what it asks for.

    Attributes:
        claim: The claim.
        condition: Frames of its condition, as worded.
        consequence: Frames of what it says will be done.
        acts: Ids of the acts that may show something of either.
        parties: Entity ids of whoever may be involved.
    """

    claim: Claim
    condition: tuple[Asked, ...]
    consequence: tuple[Asked, ...]
    acts: frozenset[str]
    parties: frozenset[str]


def wanted(claim: Claim, known: Knows) -> Wanted:
    """Return a claim with what it asks for."""
    condition, consequence = asked_condition(claim, known), asked_consequence(claim, known)
    frames = [one.frame for one in (*condition, *consequence)]
    named = frozenset(act for frame in frames for act in related(frame.act))
    involved = frozenset(one for frame in frames for one in _involved(frame, known, claim.made[1]))
    return Wanted(claim, condition, consequence, named, involved)


@cache
def related(act: str) -> frozenset[str]:
    """Return the acts that may show that an act was done or not: itself, narrower, wider and contrary ones."""
    contrary = opposite(act)
    return frozenset(
        one
        for one in acts()
        if compare(act, one) is not Match.CLASH
        or (contrary is not None and compare(contrary, one) in (Match.SAME, Match.NARROWER))
    )


def _involved(frame: Frame, known: Knows, on: date) -> Iterator[str]:
    """Yield whoever may stand in a report of a frame: its parties, what they speak for, and members of either."""
    named = {*frame.actors, *frame.recipients, *(one for one in (frame.members, frame.place, frame.origin) if one)}
    for one in named:
        yield from sides(one, frame.entities, known)
        yield from known.members(one, on)


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
