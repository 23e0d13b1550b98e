"""
Claims and happenings to evidence: what a later report shows of a signal's condition, and of what was to follow.

A happening counts where it is told as done or not done, in the article's own words or by somebody who stands behind
it, and where it came after the signal was made. A report without a date counts as news of its article, unless the
same thing was reported before the signal was made: then it is background. Slots compare as in the what-if; a wider act
or object may show a narrower one here ("the army has left" for "the tanks will leave"), an act alone never does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from sayso.ledger.claims import Claim
from sayso.ledger.clauses import Clause
from sayso.ledger.tokens import NOBODY, Token, Told, tokens, told, told_of_noun
from sayso.ledger.wanted import Wanted
from sayso.ledger.wording import is_another, share_of
from sayso.record.entries import Entity, Statement
from sayso.record.happenings import Happening
from sayso.resolve.edtf import bounds
from sayso.terms import Certainty, Match, SpeechAct, Standing
from sayso.weigh.compare import Comparer
from sayso.weigh.comparison import Asked
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
NOT_YET: Final = re.compile(r"\b(?:(?:not|n['’]t) yet|yet to|so far|as yet|still (?:has|have|had) not)\b", re.I)
AGAIN: Final = re.compile(r"\b(?:again|another|new|fresh|second|third|further|renewed|once more)\b", re.I)
NEWS: Final = 320
"""Code points from the start of an article within which a report without a date is its news: a headline and a first
sentence. Set by hand."""
LOCAL: Final = "local:place/"
"""Ids of places that stand in no table."""
SOMETHING: Final = 0.2
"""Share of what a clause is about that a deed's sentence must have. Set by hand; at 0.1 no outcome of crises A, C and D
changes."""
BELIEVED: Final = 0.5
"""Weight from which a report counts; set by hand so that hearsay alone never does."""


class Shows(StrEnum):
    """What a report shows of a signal."""

    CAME = "the condition came"
    STAYED = "the condition did not come"
    DONE = "what was announced was done"
    UNDONE = "what was announced was not done"
    WITHDRAWN = "the sender took it back"
    EXTENDED = "the deadline was put off"
    EXPIRED = "the deadline passed"


@dataclass(frozen=True, slots=True)
class Evidence:
    """
    A report that tells on a signal.

    Attributes:
        id: Of the event, None where none was read from the sentence.
        shows: What of.
        first: First day on which it may have happened.
        last: Last day, that of publication at the latest.
        when: EDTF as the text has it, else the publication date.
        sentence: What proves it.
        article: Id.
        outlet: Who published it, or None.
        published: EDTF, or None.
        weight: How far it can be relied on, 0 to 1; set by hand for each way in which a thing can be told.
        until: New end of a deadline that was put off, else None.
        by_contrary: Whether something was done that is the contrary of what was announced, and not told as undone.
    """

    id: str | None
    shows: Shows
    first: date
    last: date
    when: str
    sentence: str
    article: str
    outlet: str | None
    published: str | None
    weight: float
    until: date | None = None
    by_contrary: bool = False


CONTRARY: Final = {
    Shows.CAME: Shows.STAYED, Shows.STAYED: Shows.CAME, Shows.DONE: Shows.UNDONE, Shows.UNDONE: Shows.DONE,
}  # fmt: skip


def agreed(read: Iterable[Evidence], spoken: Iterable[Evidence]) -> list[Evidence]:
    """
    Return evidence of which no two contradict one another.

    Args:
        read: What events show; one that shows the condition to come is not what was to follow as well.
        spoken: What sentences show by their words, which go before the event that was read from the same sentence:
            "the skies stayed open" is no closing.
    """
    told = list(spoken)
    denied = {(one.article, one.sentence, CONTRARY[one.shows]) for one in told if one.shows in CONTRARY}
    kept = [one for one in read if (one.article, one.sentence, one.shows) not in denied] + told
    turned = {one.id for one in kept if one.id is not None and one.shows is Shows.CAME}
    return [one for one in kept if one.id not in turned or one.shows not in (Shows.DONE, Shows.UNDONE)]


def order(one: Evidence) -> tuple[date, date, str, str, str]:
    """Return a key that sorts evidence by day."""
    return one.last, one.first, one.article, one.sentence, one.shows


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


# ---- happenings to deeds


def deeds(happenings: Iterable[Happening], known: Knows) -> list[Deed]:
    """Return the deeds among some happenings; of one sentence in several articles the first to be published."""
    found = (_deed(one, known) for one in filter(first_told(), happenings))
    return [deed for deed in found if deed.weight >= BELIEVED]


def first_told() -> Callable[[Happening], bool]:
    """Return what tells of happenings, in order of publication, whether their sentence tells of it and is new."""
    seen: set[tuple[str, str]] = set()

    def passes(one: Happening) -> bool:
        key = re.sub(r"\W+", " ", one.sentence.casefold()), one.event.act
        if key in seen or (one.told_by is not None and one.told_by.act in UNREAL):
            return False
        seen.add(key)
        return True

    return passes


def _deed(one: Happening, known: Knows) -> Deed:
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


# ---- deeds to evidence


def evidence(one: Wanted, found: Sequence[Deed], known: Knows) -> list[Evidence]:
    """
    Return what some deeds show of a claim, by day.

    Args:
        one: The claim, with what it turns on.
        found: Deeds that may have to do with it.
        known: Tables of who belongs to whom and what lies where.
    """
    shown: list[Evidence] = []
    for asked, words, yes, no in (
        (one.condition, one.said.condition, Shows.CAME, Shows.STAYED),
        (one.consequence, one.said.consequence, Shows.DONE, Shows.UNDONE),
    ):
        about = [deed for deed in found if _is_about(words, deed, known)]
        fitting = [(deed, fits) for deed in about if (fits := _fits(asked, deed, known)) is not None]
        stale = any(not _after(deed, one.claim) for deed, happens in fitting if happens)
        for deed, happens in fitting:
            if _after(deed, one.claim) and not (stale and _is_background(deed)):
                shown.append(_evidence(deed, yes if happens else no))
    return sorted(set(shown), key=order)


def _is_about(words: Clause | None, deed: Deed, known: Knows) -> bool:
    """Tell whether a deed's sentence has something of what a clause is about, and is not given to another doer."""
    if words is None:
        return True
    actors, comparer = deed.frame.actors, Comparer(known, deed.last)
    clash = comparer.parties(words.doer, actors, deed.frame.entities) is Match.CLASH
    if clash and is_another(words.doer, actors):
        return False
    return not words.things or share_of(words, deed.words) >= SOMETHING


def _evidence(deed: Deed, shows: Shows) -> Evidence:
    told = deed.happening
    return Evidence(
        id=told.event.id,
        shows=shows,
        first=deed.first or deed.last,
        last=deed.last,
        when=told.event.happened if deed.first and told.event.happened else told.publication.published or "",
        sentence=told.sentence,
        article=told.publication.id,
        outlet=told.publication.outlet,
        published=told.publication.published,
        weight=deed.weight,
        by_contrary=shows is Shows.UNDONE and deed.frame.happens,
    )


def _after(deed: Deed, claim: Claim) -> bool:
    """Tell whether a deed came after a claim was made, as far as the texts say."""
    here = deed.happening.publication.id == claim.view.article["id"]
    if deed.first is not None:
        return deed.first > claim.made[0] if here else deed.last >= claim.made[0]
    if deed.happening.event.standing is Standing.HISTORICAL:
        return False
    if here:
        return claim.retold
    return deed.published[0] > claim.made[1]


def _is_background(deed: Deed) -> bool:
    """Tell whether a report tells in passing, without a date, of what may have been known before."""
    if deed.first is not None or deed.happening.place < NEWS:
        return False
    return AGAIN.search(deed.happening.sentence) is None


def _fits(asked: Sequence[Asked], deed: Deed, known: Knows) -> bool | None:
    """Tell whether a deed is one of the acts asked for (True), or its not being done (False); None where neither."""
    comparer = Comparer(known, deed.last)
    for one in asked:
        for happens in (True, False):
            frame = replace(one.frame, happens=one.frame.happens is happens)
            if _accepted(replace(one, frame=frame), deed.frame, comparer):
                if not happens and NOT_YET.search(deed.happening.sentence):
                    continue
                return happens
    return None


def _accepted(asked: Asked, frame: Frame, comparer: Comparer) -> bool:
    comparison = comparer.compare(asked, frame)
    slots = dict(comparison.slots)
    if asked.frame.place is None and slots["place"] is Match.UNKNOWN:
        slots["place"] = None
    if slots["recipient"] is Match.CLASH and not frame.recipients and (frame.place or "").startswith(LOCAL):
        slots["recipient"] = Match.UNKNOWN  # whose a place is that only its article names, nobody knows
        if asked.frame.object == "territory":
            slots["object"] = None
    if Match.CLASH in slots.values() or not comparison.names:
        return False
    unknown = sum(match is Match.UNKNOWN for match in slots.values())
    wider = sum(slots[slot] is Match.BROADER for slot in ("act", "object"))
    return unknown + wider <= 1
