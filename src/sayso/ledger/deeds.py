"""
Happenings to deeds: each with its frame, its place in time, the tokens of its sentence and how far it is relied on.

What is denied by the words around it was not done; what a source tells without a doer is its own side's doing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from sayso.ledger.nouns import told_of_noun
from sayso.ledger.tokens import NOBODY, Token, Told, tokens, told
from sayso.ledger.untrue import is_untrue
from sayso.record.entries import Entity, Statement
from sayso.record.happenings import Happening
from sayso.resolve.edtf import bounds
from sayso.terms import Certainty, SpeechAct
from sayso.weigh.frames import Frame, Knows, frame_of
from sayso.weigh.frames import Told as Read
from sayso.weigh.sides import acting_side, is_hostile, sides

UNREAL: Final = frozenset(
    {
        SpeechAct.DENY,
        SpeechAct.DEMAND,
        SpeechAct.ASK,
        SpeechAct.PROPOSE,
        SpeechAct.PROMISE,
        SpeechAct.REFUSE,
        SpeechAct.THREATEN,
        SpeechAct.WARN,
    }
)
"""What is said by these acts is denied, asked for or to come, not told as done or not done."""
BELIEVED: Final = 0.5
"""Weight from which a report counts; set by hand so that hearsay alone never does."""


@dataclass(frozen=True, slots=True)
class Deed:
    """
    A happening with its frame and its place in time.

    Attributes:
        happening: As the record has it.
        frame: Its slots.
        first: First day on which it may have happened, None where the text does not say.
        last: Last day, that of publication at the latest.
        published: First and last day of publication.
        weight: See `Evidence`.
        words: The tokens of its sentence.
    """

    happening: Happening
    frame: Frame
    first: date | None
    last: date
    published: tuple[date, date]
    weight: float
    words: tuple[Token, ...]


def first_told() -> Callable[[Happening], bool]:
    """Return what tells of happenings, one after the other, whether their sentence tells of it and is new."""
    seen: set[tuple[str, str]] = set()

    def passes(one: Happening) -> bool:
        if wording(one) in seen or not is_told(one):
            return False
        seen.add(wording(one))
        return True

    return passes


def wording(one: Happening) -> tuple[str, str]:
    """Return what two happenings share that are one sentence in two articles."""
    return re.sub(r"\W+", " ", one.sentence.casefold()), one.event.act


def is_told(one: Happening) -> bool:
    """Tell whether a happening is told as done or not done, and not denied, asked for or to come."""
    return (one.told_by is None or one.told_by.act not in UNREAL) and not is_untrue(
        one.sentence, one.event.cue[0].start - one.place
    )


def deed_of(one: Happening, known: Knows) -> Deed:
    """Return a happening as a deed."""
    frame = frame_of(Read(one.event, one.text, one.entities))
    words = tokens(one.sentence, one.place, one.entities, known)
    if frame.happens and _denied(one, words):
        frame = replace(frame, happens=False)
    published = date.fromisoformat(one.published[0]), date.fromisoformat(one.published[1])
    first, last = bounds(one.event.happened)
    if first is not None and first > published[1]:
        first = last = None
    return Deed(
        happening=one,
        frame=replace(_doer_named(frame, one, known), time=None),
        first=first,
        last=min(last or published[1], published[1]),
        published=published,
        words=words,
        weight=weight_of(one.told_by, (*one.event.actor, *one.event.recipient), one.entities, known),
    )


def _denied(one: Happening, words: Sequence[Token]) -> bool:
    """Tell whether the words around an event's cue deny it: "none of them was released", "lifted its ban"."""
    cue = one.event.cue[0].of(one.text).split()
    at = next((i for i, word in enumerate(words) if cue and word.text == cue[0]), None)
    if at is None:
        return False
    said = told(words, at) or told_of_noun(words, at)
    return said is Told.NOT_DONE or (said is None and any(word.low in NOBODY for word in words[at + 1 : at + 3]))


def _doer_named(frame: Frame, one: Happening, known: Knows) -> Frame:
    """Give what a source tells without a doer that source's side; who suffers violence tells of it too."""
    if frame.actors or one.told_by is None or one.told_by.source is None or is_hostile(frame.act):
        return frame
    return replace(frame, actors=acting_side(one.told_by.source, one.entities, known))


def weight_of(said: Statement | None, parties: Iterable[str], entities: Mapping[str, Entity], known: Knows) -> float:
    """Return how far a report can be relied on by who tells it: the article, a party concerned, somebody else."""
    if said is None:
        return 1.0
    if said.certainty in (Certainty.HEARSAY, Certainty.POSSIBLE):
        return 0.4
    if said.source is None:
        return 0.6
    own = sides(said.source, entities, known)
    party = any(own & sides(one, entities, known) for one in parties)
    sure = 0.9 if party else 0.8
    return min(sure, 0.6) if said.act is SpeechAct.ACCUSE or said.certainty is Certainty.PROBABLE else sure
