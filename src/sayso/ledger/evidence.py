"""
Claims and happenings to evidence: what a later report shows of a signal's condition, and of what was to follow.

A happening counts where it is told as done or not done, in the article's own words or by somebody who stands behind
it, and where it came after the signal was made. A report without a date counts as news of its article, unless the
same thing was reported before the signal was made: then it is background. Slots compare as in the what-if; a wider act
or object may show a narrower one here ("the army has left" for "the tanks will leave"), an act alone never does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from sayso.ledger.claims import Claim
from sayso.ledger.clauses import Clause, class_of
from sayso.ledger.deeds import Deed
from sayso.ledger.search import Shelf
from sayso.ledger.sieve import ENTAILS, LOOSELY
from sayso.ledger.wanted import Wanted
from sayso.ledger.wording import PEOPLE, is_another, share_of
from sayso.terms import Match, Standing
from sayso.weigh.compare import Comparer
from sayso.weigh.comparison import Asked
from sayso.weigh.described import FITS
from sayso.weigh.frames import Frame
from sayso.weigh.sides import is_hostile

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


EVERY_SIDES: Final = frozenset(("forces", "military", "troops", "warships", "aircraft"))
"""Classes of what every side has, so that a deed of nobody's in particular must name whose they are."""


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
        alike: Whether it was taken for what the signal turns on by likeness alone, which no rule explains.
        is_dated: Whether its text says when it happened; if not, it is news of the day of publication or before.
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
    alike: bool = False
    is_dated: bool = False


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


def evidence(one: Wanted, shelf: Shelf) -> list[Evidence]:
    """
    Return what the deeds of a record show of a claim, by day.

    Args:
        one: The claim, with what it turns on.
        shelf: The deeds.
    """
    shown: list[Evidence] = []
    later = shelf.later(one) if one.acts else []
    for asked, words, yes, no in (
        (one.condition, one.said.condition, Shows.CAME, Shows.STAYED),
        (one.consequence, one.said.consequence, Shows.DONE, Shows.UNDONE),
    ):
        fitting = list(_fitting(asked, words, later, shelf))
        after = [(deed, happens) for deed, happens in fitting if _after(deed, one.claim)]
        if any(_is_background(deed) for deed, _ in after):
            stale = any(happens for deed, happens in fitting if not _after(deed, one.claim))
            if stale or _came_before(one, asked, words, shelf):
                after = [(deed, happens) for deed, happens in after if not _is_background(deed)]
        shown += [_evidence(deed, yes if happens else no) for deed, happens in after if not shelf.is_repeated(deed)]
    return sorted(set(shown), key=order)


def _came_before(one: Wanted, asked: Sequence[Asked], words: Clause | None, shelf: Shelf) -> bool:
    """Tell whether what is asked for had been told as done before a claim was made; looks no further once it had."""
    return any(happens for deeds in shelf.earlier(one, asked) for _, happens in _fitting(asked, words, deeds, shelf))


def _fitting(
    asked: Sequence[Asked], words: Clause | None, found: Iterable[Deed], shelf: Shelf
) -> Iterator[tuple[Deed, bool]]:
    """Yield the deeds that are what is asked for, or its not being done, with whether they are it."""
    for deed in found if asked else ():
        comparer = shelf.comparer(deed.last)
        if _is_about(words, deed, comparer):
            fits = _fits(asked, deed, comparer)
            if fits is not None:
                yield deed, fits


def _is_about(words: Clause | None, deed: Deed, comparer: Comparer) -> bool:
    """Tell whether a deed's sentence has something of what a clause is about, and is not given to another doer."""
    if words is None:
        return True
    actors = deed.frame.actors
    if words.doer and deed.frame.doer is not None and class_of(tuple(deed.frame.doer.lower().split())) == PEOPLE:
        return any(class_of((one.low,)) == PEOPLE for one in words.words)
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
        is_dated=deed.first is not None,
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


def _fits(asked: Sequence[Asked], deed: Deed, comparer: Comparer) -> bool | None:
    """Tell whether a deed is one of the acts asked for (True), or its not being done (False); None where neither."""
    for one in asked:
        for happens in (True, False):
            frame = replace(one.frame, happens=one.frame.happens is happens)
            if _accepted(replace(one, frame=frame), deed.frame, comparer):
                if not happens and NOT_YET.search(deed.happening.sentence):
                    continue
                return happens
        if one.frame.act in ENTAILS.get(deed.frame.act, ()) and deed.frame.happens and one.frame.happens:
            is_loose = deed.frame.act in LOOSELY
            frame = replace(deed.frame, act=one.frame.act, object=None if is_loose else deed.frame.object)
            if _accepted(one, frame, comparer):
                return True
    return None


def _suffered(asked: Frame, frame: Frame, comparer: Comparer) -> Frame:
    """Give force that is told without whom it hits to whose the place is that it was used in."""
    place = frame.place
    if place is None or frame.recipients or not is_hostile(frame.act):
        return frame
    owners = (one for one in asked.recipients if comparer.where(one, place, frame.entities) in FITS)
    return replace(frame, recipients=frozenset(owners))


def _accepted(asked: Asked, frame: Frame, comparer: Comparer) -> bool:
    frame = _suffered(asked.frame, frame, comparer)
    comparison = comparer.compare(asked, frame)
    slots = dict(comparison.slots)
    if asked.frame.place is None and slots["place"] is Match.UNKNOWN:
        slots["place"] = None
    if slots["recipient"] is Match.CLASH and not frame.recipients and (frame.place or "").startswith(LOCAL):
        slots["recipient"] = Match.UNKNOWN  # whose a place is that only its article names, nobody knows
        if asked.frame.object == "territory":
            slots["object"] = None
    asks = asked.frame
    is_of_nobody = not (asks.actors or asks.recipients or asks.members or asks.place)
    is_of_nobody = is_of_nobody and asks.object not in EVERY_SIDES and slots["object"] in (Match.SAME, Match.NARROWER)
    if is_of_nobody:  # "kill the hostages": whoever they are, the deed and the thing are told
        slots |= {slot: None for slot in ("actor", "recipient", "place") if slots[slot] is Match.UNKNOWN}
    if Match.CLASH in slots.values() or not (comparison.names or is_of_nobody):
        return False
    unknown = sum(match is Match.UNKNOWN for match in slots.values())
    if slots["actor"] is Match.SAME and slots["place"] is Match.SAME:
        unknown -= 1  # who did it, and where, leave one thing open: what it was done to
    wider = sum(slots[slot] is Match.BROADER for slot in ("act", "object"))
    return unknown + wider <= 1
