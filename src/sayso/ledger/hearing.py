"""
Passages to evidence: sentences that speak again of what a signal turns on, where no act was read from them.

The same questions as for happenings: did it come after the signal was made, does the article or somebody who stands
behind it say so. What the sender itself says it will not do after all, or will do after all, takes a signal back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from sayso.ledger.claims import Claim, side_of
from sayso.ledger.evidence import AGAIN, BELIEVED, NEWS, NOT_YET, UNREAL, Evidence, Shows, weight_of
from sayso.ledger.tokens import Token, Told, tokens, told, told_of_noun
from sayso.ledger.wanted import Wanted
from sayso.ledger.wording import Clause, Echo, echoes
from sayso.record.entries import Event, Statement, Time
from sayso.record.passages import Passage
from sayso.resolve.edtf import bounds
from sayso.spans import Span, cover
from sayso.terms import TimeType
from sayso.weigh.frames import Knows, sides

FAR: Final = 24
"""Code points between a verb and a time that may be its own; set by hand."""


def heard(wanted: Wanted, found: Iterable[Passage], known: Knows) -> list[Evidence]:
    """
    Return what some passages show of a claim.

    Args:
        wanted: The claim, with what it turns on.
        found: Passages that may speak of it again.
        known: Tables of who belongs to whom.
    """
    claim, asked = wanted.claim, wanted.said
    shown: list[Evidence] = []
    seen: set[str] = set()
    for passage in found:
        key = " ".join(passage.words.split()).casefold()
        if key in seen or passage.publication.id == claim.view.article["id"]:
            continue
        seen.add(key)
        words = tokens(passage.words, passage.start, passage.entities, known)
        for one, is_condition in ((asked.condition, True), (asked.consequence, False)):
            if one is not None:
                shown += _of_clause(claim, one, is_condition, passage, words, known)
    return shown


def _of_clause(
    claim: Claim, asked: Clause, is_condition: bool, passage: Passage, words: tuple[Token, ...], known: Knows
) -> Iterator[Evidence]:
    for echo in echoes(asked, words):
        said = _told(passage, words, echo)
        if said is None or NOT_YET.search(passage.words):
            continue
        shows = (
            _of_condition(said, asked) if is_condition else _of_consequence(said, claim, passage, words, echo, known)
        )
        if shows is not None:
            evidence = _evidence(claim, shows, passage, words, echo, known)
            if evidence is not None:
                yield evidence


def _told(passage: Passage, words: tuple[Token, ...], echo: Echo) -> Told | None:
    if echo.is_noun:
        return told_of_noun(words, echo.at)
    return told(words, echo.at, is_headline=passage.start == 0) or told_of_noun(words, echo.at)


def _of_condition(said: Told, asked: Clause) -> Shows | None:
    if said not in (Told.DONE, Told.NOT_DONE):
        return None
    return Shows.CAME if (said is Told.DONE) is not asked.negative else Shows.STAYED


def _of_consequence(
    said: Told, claim: Claim, passage: Passage, words: tuple[Token, ...], echo: Echo, known: Knows
) -> Shows | None:
    if said is Told.DONE:
        return Shows.DONE
    if said is Told.NOT_DONE:
        return Shows.UNDONE
    turned = Told.TO_COME if claim.abstains else Told.NOT_TO_COME
    return Shows.WITHDRAWN if said is turned and _by_sender(claim, passage, words, echo, known) else None


def _by_sender(claim: Claim, passage: Passage, words: tuple[Token, ...], echo: Echo, known: Knows) -> bool:
    """Tell whether the sender's side is who says it, or is said to do it."""
    side = side_of(claim, known)
    sources = (one.source for one in passage.entries if isinstance(one, Statement))
    if any(side & sides(source, passage.entities, known) for source in sources):
        return True
    return any(one.names & side for one in words[: echo.at])


def _evidence(
    claim: Claim, shows: Shows, passage: Passage, words: tuple[Token, ...], echo: Echo, known: Knows
) -> Evidence | None:
    place = _place(passage, words, echo)
    event = next((one for one in passage.entries if isinstance(one, Event) and cover(one.cue).overlaps(place)), None)
    said = _holder(passage, place)
    taken_back = shows is Shows.WITHDRAWN
    if said is not None and said.act in UNREAL and not taken_back:
        return None
    weight = weight_of(said, (), passage.entities, known)
    published = date.fromisoformat(passage.published[0]), date.fromisoformat(passage.published[1])
    when = (event.happened if event else None) or _time(passage, place, published[1])
    first, last = bounds(when)
    if first is not None and first > published[1]:
        first = last = when = None
    if weight < BELIEVED or not _after(claim, first, last, published, passage):
        return None
    return Evidence(
        id=event.id if event else None,
        shows=shows,
        first=first or published[0],
        last=min(last or published[1], published[1]),
        when=when or passage.publication.published or "",
        sentence=passage.words,
        article=passage.publication.id,
        outlet=passage.publication.outlet,
        published=passage.publication.published,
        weight=weight,
    )


def _place(passage: Passage, words: tuple[Token, ...], echo: Echo) -> Span:
    """Return where the verb of an echo stands in its article."""
    found = -1
    for word in words[: echo.at + 1]:
        found = passage.words.index(word.text, found + 1)
    return Span(passage.start + found, passage.start + found + len(words[echo.at].text))


def _holder(passage: Passage, place: Span) -> Statement | None:
    """Return the innermost statement whose content holds a place."""
    held = [one for one in passage.entries if isinstance(one, Statement) and any(place in span for span in one.content)]
    return min(held, key=lambda one: sum(map(len, one.content)), default=None)


def _time(passage: Passage, place: Span, until: date) -> str | None:
    """Return the date nearest to a verb in its sentence that had come by the publication."""
    dates = [
        (abs(one.span.start - place.end), one.edtf)
        for one in passage.entries
        if isinstance(one, Time) and one.type in (TimeType.DATE, TimeType.TIME) and one.edtf and "/" not in one.edtf
        if (first := bounds(one.edtf)[0]) is not None and first <= until
    ]
    near = min(dates, default=None)
    return near[1] if near is not None and near[0] <= 3 * FAR else None


def _after(claim: Claim, first: date | None, last: date | None, published: tuple[date, date], passage: Passage) -> bool:
    """Tell whether what a passage tells came after a claim was made, as far as the texts say."""
    if first is not None:
        return (last or published[1]) >= claim.made[0] and published[1] > claim.made[0]
    return published[0] > claim.made[1] and (passage.start < NEWS or AGAIN.search(passage.words) is not None or True)
