"""
Passages to evidence on deadlines: that a deadline of a sender was put off, or that it passed.

"The deadline was extended to June 10", "let the ultimatum run out". A sentence counts where it names the sender,
or nobody but whom it aims at; a new end is the last day that it names after the old one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from sayso.ledger.claims import Claim, side_of, targets_of
from sayso.ledger.evidence import Evidence, Shows
from sayso.ledger.hearing import Spoken
from sayso.ledger.retelling import is_later, told_evidence
from sayso.ledger.tokens import Token
from sayso.ledger.wanted import Wanted
from sayso.record.entries import Time
from sayso.record.passages import Passage
from sayso.resolve.edtf import bounds
from sayso.weigh.frames import Knows

DEADLINE: Final = re.compile(r"\b(?:deadline|ultimatum)s?\b", re.I)
PUT_OFF: Final = re.compile(
    r"\b(?:extend(?:ed|s|ing)?|put(?:s|ting)? (?:off|back)|postpon(?:ed|es|ing)|push(?:ed|es) back|prolong(?:ed|s)|"
    r"more time|g(?:a|i)ven? .{0,30}\bmore (?:hours|days|weeks|time))\b",
    re.I,
)
"""How a deadline is put off."""
PASSED: Final = re.compile(
    r"(?P<before>\b(?:before|until|ahead of)\b[^,;]*)?"
    r"\b(?:passed|passes|expired|expires|ran out|runs out|lapsed|ignored|defied|let .{0,30}\bpass)\b",
    re.I,
)
"""How it passes; not where something came before it did."""


def put_off(wanted: Wanted, found: Iterable[Spoken], known: Knows) -> Iterator[Evidence]:
    """Yield what some passages tell of the deadline of a claim."""
    claim = wanted.claim
    if not wanted.is_awaited:
        return
    senders, targets = side_of(claim, known), targets_of(claim, known)
    halves = (one for one in (wanted.said.condition, wanted.said.consequence) if one is not None)
    about = frozenset[str]().union(*(word.names for one in halves for word in one.words))
    for passage, words in found:
        if not (is_later(claim, passage) and DEADLINE.search(passage.words)):
            continue
        if _is_of(words, senders, targets, about):
            yield from _told(claim, passage)


def _is_of(words: Sequence[Token], senders: frozenset[str], targets: frozenset[str], about: frozenset[str]) -> bool:
    """Tell whether a sentence names the sender, or whom it aims at and no stranger, whose deadline it might be."""
    named = [word.names for word in words if word.names]
    if any(one & senders for one in named):
        return True
    return any(one & targets for one in named) and all(one & (targets | about) for one in named)


def _told(claim: Claim, passage: Passage) -> Iterator[Evidence]:
    later, passed = _later(claim, passage), PASSED.search(passage.words)
    if PUT_OFF.search(passage.words) and later is not None:
        yield replace(told_evidence(Shows.EXTENDED, passage.words, passage), until=later)
    elif passed is not None and not passed["before"] and claim.due is None:
        yield told_evidence(Shows.EXPIRED, passage.words, passage)


def _later(claim: Claim, passage: Passage) -> date | None:
    """Return the last day that a sentence names after a deadline, None where it names none."""
    start = claim.due.last if claim.due is not None else claim.made[1]
    ends = (bounds(one.edtf)[1] for one in passage.entries if isinstance(one, Time))
    return max((end for end in ends if end is not None and end > start), default=None)
