"""
A reading to claims: each signal with when it was made, when it falls due, and how it hangs on its condition.

An article without a bounded date has no place in time, and its signals none in a ledger.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Final

from sayso.ledger.deadlines import Due, due
from sayso.merge.corroboration import Corroboration
from sayso.record.entries import Reading, Signal, Statement
from sayso.resolve.edtf import bounds, days_later
from sayso.spans import Span, cover, words_of
from sayso.terms import Form, SignalKind, Standing
from sayso.weigh.frames import Knows, SignalView
from sayso.weigh.sides import sides
from sayso.weigh.views import signal_views

OWN: Final = frozenset({SignalKind.THREAT, SignalKind.PROMISE, SignalKind.COMMITMENT, SignalKind.REFUSAL})
"""Kinds in which the sender's side is the one that acts."""
DETERRENT: Final = frozenset({SignalKind.WARNING, SignalKind.THREAT, SignalKind.DEMAND, SignalKind.COMMITMENT})
"""Kinds whose condition somebody may give way on."""
WHILE: Final = re.compile(r"\b(?:while|as long as|so long as|during|throughout|for as long as)\s*$", re.I)
"""Connectives of a condition that is the case already and that the signal lasts with."""
RETELLING: Final = re.compile(
    r"\bhad (?:\w+ly |also |already |earlier )?(?:told|said|let|warned|threatened|promised|vowed|pledged|announced|"
    r"declared|sworn|insisted|demanded|informed|made (?:it )?(?:clear|known))\b",
    re.I,
)
"""In the sentence of a signal: likewise."""
LOOKING_BACK: Final = 30
"""Days before its article a signal may have been made that the article only looks back at; set by hand."""
UNLESS: Final = re.compile(r"\b(?:unless|until|till)\s*$", re.I)
"""Connectives after which the consequence follows when the condition does not come."""
UNTIL: Final = re.compile(r"\b(?:until|till)\s*$", re.I)
"""Those of them up to which it lasts."""
WHILE_HEAD: Final = re.compile(r"(?:while|as long as|so long as)\b", re.I)
RETOLD: Final = re.compile(r"\bhad\b(?!\s+to\b)", re.I)
"""In a cue: the article looks back at what was said before."""


class Turn(StrEnum):
    """How a signal hangs on its condition."""

    IF = "if"
    IF_NOT = "if not"
    WHILE = "while"
    ALWAYS = "always"


@dataclass(frozen=True)
class Claim:
    """
    A signal as one article reports it.

    Attributes:
        view: The signal with its events, proof, source and reports.
        weighed: The same with its halves as they are weighed: where all that is said is a condition, and nothing is
            asked for, that is what was announced.
        run: What read it.
        sha256: Of the bytes of its article.
        made: First and last day on which it may have been made.
        made_at: The same as EDTF: when it was said, else when it was published.
        is_dated: Whether its article says when it was made.
        published: First and last day on which its article may have been published.
        retold: True where the article looks back at it ("had promised").
        cue: The words that attribute it, empty where nobody is said to have said it.
        form: Of the statement that carries it, None where none does.
        turn: How it hangs on its condition.
        due: When it falls due, None where its words set no end.
        same_as: Ids of the other reports of it.
    """

    view: SignalView
    weighed: SignalView
    run: str
    sha256: str
    made: tuple[date, date]
    made_at: str
    is_dated: bool
    published: tuple[date, date]
    retold: bool
    cue: str
    form: Form | None
    turn: Turn
    due: Due | None
    same_as: tuple[str, ...]

    @property
    def signal(self) -> Signal:
        """The entry."""
        return self.view.signal

    @property
    def group(self) -> str:
        """Id that all reports of one signal share."""
        return self.view.group or self.signal.id

    @property
    def is_own(self) -> bool:
        """Whether the sender's side is the one that acts."""
        return self.signal.kind in OWN

    @cached_property
    def abstains(self) -> bool:
        """Whether what was said to follow is that something is not done."""
        if self.signal.kind is SignalKind.REFUSAL:
            return True
        follows = self.weighed.consequence
        return bool(follows) and follows[0].standing is Standing.NEGATED

    @cached_property
    def waits(self) -> bool:
        """Whether what was said lasts until its condition comes, so that an earlier end of it breaks it."""
        condition = self.weighed.signal.condition
        start = cover(condition).start if condition else 0
        return UNTIL.search(self.view.text, max(0, start - 16), start) is not None

    def words(self, field: str) -> str:
        """Return the words of `condition` or `consequence`, empty where there are none."""
        return words_of(self.view.text, getattr(self.signal, field) or ())


def claims(reading: Reading, corroborated: Mapping[str, Corroboration]) -> Iterator[Claim]:
    """Yield the claims of an article whose publication date is bounded; what is dated nowhere has no place in time."""
    published = _days(reading.article.published)
    if published is None:
        return
    statements = {one.id: one for one in reading.statements}
    for view in signal_views(reading, corroborated):
        weighed = _as_weighed(view)
        signal = weighed.signal
        said = statements.get(signal.statement or "")
        cue = words_of(view.text, said.cue or ()) if said else ""
        retold = bool(RETOLD.search(cue) or RETELLING.search(view.sentence))
        said_on = _said_on(said, published)
        made, made_at = said_on or _when_unsaid(published, reading.article.published or "", retold=retold)
        held = _sentences(reading, signal)
        found = corroborated.get(signal.id)
        yield Claim(
            view=view,
            weighed=weighed,
            run=reading.run,
            sha256=reading.article.sha256,
            made=made,
            made_at=made_at,
            is_dated=said_on is not None,
            published=published,
            retold=retold,
            cue=cue,
            form=said.form if said else None,
            turn=_turn(signal, view.text),
            due=due(signal, view.text, held, reading.times, made),
            same_as=found.same_as if found else (),
        )


def _as_weighed(view: SignalView) -> SignalView:
    """Return a signal whose only half is a condition as one that announces it, unless it asks for it."""
    signal = view.signal
    if signal.consequence is not None or signal.kind is SignalKind.DEMAND or signal.if_not:
        return view
    announced = replace(
        signal,
        condition=None,
        consequence=signal.condition,
        condition_event=None,
        consequence_event=signal.condition_event,
    )
    return replace(view, signal=announced, condition=(), consequence=view.condition)


def _days(edtf: str | None) -> tuple[date, date] | None:
    """Return the first and last day of a date that is bounded on one side at least."""
    first, last = bounds(edtf)
    one = first or last
    return (first or one, last or one) if one else None


def _said_on(said: Statement | None, published: tuple[date, date]) -> tuple[tuple[date, date], str] | None:
    """Return when a signal was said, None where its article does not say it, or gives a day to come."""
    when = _days(said.said_at) if said else None
    if said is None or when is None or said.said_at is None or when[0] > published[1]:
        return None
    return (when[0], min(when[1], published[1])), said.said_at


def _when_unsaid(published: tuple[date, date], edtf: str, *, retold: bool) -> tuple[tuple[date, date], str]:
    """Return when a signal was made of which no day is told: when its article was published, or some time before it."""
    if retold:
        return (days_later(published[0], -LOOKING_BACK), published[1]), f"../{published[1].isoformat()}"
    return published, edtf


def _sentences(reading: Reading, signal: Signal) -> Sequence[Span]:
    own = (*(signal.condition or ()), *(signal.consequence or ()))
    return [one.span for one in reading.article.sentences if any(one.span.overlaps(span) for span in own)]


def _turn(signal: Signal, text: str) -> Turn:
    if signal.if_not or (signal.kind is SignalKind.DEMAND and signal.condition is not None):
        return Turn.IF_NOT
    if signal.condition is None:
        return Turn.ALWAYS
    start = cover(signal.condition).start
    if UNLESS.search(text, max(0, start - 16), start):
        return Turn.IF_NOT
    if words_of(text, signal.condition).lower().startswith("without "):
        return Turn.IF_NOT
    lasts = WHILE.search(text, max(0, start - 16), start) or WHILE_HEAD.match(words_of(text, signal.condition))
    return Turn.WHILE if lasts else Turn.IF


def side_of(claim: Claim, known: Knows) -> frozenset[str]:
    """Return the sender of a claim with all that it speaks for."""
    return sides(claim.signal.sender, claim.view.entities, known)


def targets_of(claim: Claim, known: Knows, own: frozenset[str] = frozenset()) -> frozenset[str]:
    """
    Return whom a claim aims at, with all that they speak for; where nothing says so, whom its words name besides.

    Args:
        claim: The claim.
        known: Tables of who speaks for whom.
        own: Who belongs to the sender's side besides.
    """
    view, own = claim.view, own | side_of(claim, known)
    named = claim.signal.target or tuple(
        one for event in (*view.condition, *view.consequence) for one in (*event.actor, *event.recipient)
    )
    if own.issuperset(named):
        held = (*(claim.signal.condition or ()), *(claim.signal.consequence or ()))
        named = tuple(one.id for one in view.entities.values() if any(m in span for m in one.mentions for span in held))
    return frozenset(one for target in named for one in sides(target, view.entities, known)) - own
