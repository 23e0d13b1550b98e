"""
A reading to what its figures count: people killed or held, troops and arms, money, shares, each with what is around it.

A count is a number of something, to which perhaps something happened: 31 people killed, 500 tanks, 80 million marks of
aid, 12 per cent of the vote. What is counted is known by its head noun (the words for people in general are one), what
happened to it by the verb beside the number, and which of the kind is meant by the names and rare words around.
Lengths, ages and spans of time are no counts, and of other nouns only those that states arm, move or hold are.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from sayso.acts.objects import classify, head_of, lineage
from sayso.annotate.lemmas import lemma
from sayso.knowledge.knowledge import Knowledge
from sayso.merge.stems import meaning
from sayso.merge.tokens import NAME, STATE, Page
from sayso.record.entries import Figure, Reading, Time
from sayso.resolve.edtf import bounds
from sayso.spans import Span
from sayso.terms import TimeType

RARE: Final = 7.0
"""Bits from which a word near a figure helps to tell which event it is about; set by hand."""

_FATES: Final[Mapping[str, str]] = {
    form: fate
    for fate, forms in {
        "killed": "kill killed killing kills dead died die dying slain slew perished massacred drowned deaths "
        "fatalities toll lives",
        "wounded": "wound wounded wounding injured injuring injuries hurt maimed",
        "missing": "missing disappeared vanished unaccounted",
        "held": "arrested arresting detained detaining captured capturing jailed imprisoned seized abducted kidnapped",
        "displaced": "displaced fled fleeing homeless uprooted evacuated evacuating",
    }.items()
    for form in forms.split()
}
_BEFORE: Final = 4
_BEHIND: Final = 4
"""Words before and behind a quantity and its noun among which its verb is looked for."""
_BE: Final = frozenset("be is are was were been being".split())
_UNREAL: Final = frozenset("could would may might will can if unless should".split())
_DOES_NOT_ACT: Final = frozenset(
    "died die dying dead fled fleeing perished drowned missing disappeared hurt homeless".split()
)
"""Words that tell of their subject what others, in the active, tell of their object."""
_GOES_ON: Final = frozenset(
    "in on at by when as since during near after before outside inside and but or while".split()
)
"""Words behind a participle that has no object: "16 wounded in the raid"."""
_PEOPLE: Final = frozenset(
    "people person man men woman human life inhabitant other victim dead death casualty fatality toll".split()
)
_HELD: Final = frozenset("refugee migrant evacuee civilian protester demonstrator hostage settler".split())
_COUNTED: Final = frozenset(("military", "prisoners", "vessels", "power_plants"))
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|[.;:,]")
_SHARE: Final = "%"
_MONEY: Final = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Count:
    """
    A figure with what it counts.

    Attributes:
        figure: The figure.
        fate: What happened to what is counted (`killed`, `wounded`, …), empty where nothing did.
        head: What is counted, as one word for all that mean the same.
        states: Ids of the states whose people or things they are.
        about: Tokens of names and rare words around, which tell what event it is.
        day: The day of the event (ISO) where the sentence names one.
        published: Last day (ISO) on which the article may have been published, None where nothing tells.
        source: Entity id of whose words it is in, None where the article itself says so.
        source_name: His name, or None.
        outlet: Who published it, or None.
        article: Id of the article.
        sentence: The sentence that holds it.
    """

    figure: Figure
    fate: str
    head: str
    states: frozenset[str]
    about: frozenset[str]
    day: str | None
    published: str | None
    source: str | None
    source_name: str | None
    outlet: str | None
    article: str
    sentence: str

    @property
    def range(self) -> tuple[float, float]:
        """The least and the greatest number that it may mean; a tenth either way where it is only about so many."""
        figure = self.figure
        if figure.low is None and figure.high is None:
            value = figure.value or 0.0
            return value * 0.9, value * 1.1
        return (
            float("-inf") if figure.low is None else figure.low,
            float("inf") if figure.high is None else figure.high,
        )


def counts(reading: Reading, known: Knowledge) -> Iterator[Count]:
    """Yield what the figures of a reading count, in text order; asides left out."""
    page: Page | None = None
    source_of = {one.id: one.source for one in reading.statements}
    names = {one.id: one.name for one in reading.entities}
    sentences = [one.span for one in reading.article.sentences]
    published = bounds(reading.article.published)
    for figure in reading.figures:
        at = next((n for n, one in enumerate(sentences) if figure.span in one), None)
        if at is None or figure.zone.is_aside or (figure.value is None and figure.low is None and figure.high is None):
            continue
        what = _what(reading.article.text, figure, sentences[at])
        if what is None:
            continue
        page = page or Page(reading, known)
        around = (*sentences[max(0, at - 1) : at], sentences[at])
        source = source_of.get(figure.statement or "")
        yield Count(
            figure=figure,
            fate=what[0],
            head=what[1],
            states=frozenset(one for one in page.tokens(figure.of or ()) if one.startswith(STATE)),
            about=frozenset(_telling(page.tokens(around), page.tokens((figure.span, *(figure.of or ()))))),
            day=_day(reading.times, sentences[at]),
            published=(last.isoformat() if (last := published[1] or published[0]) else None),
            source=source,
            source_name=names.get(source or ""),
            outlet=reading.article.outlet,
            article=reading.article.id,
            sentence=sentences[at].of(reading.article.text),
        )


def _what(text: str, figure: Figure, sentence: Span) -> tuple[str, str] | None:
    """Return what happened to what is counted, and what that is; None where it is no count."""
    words = " ".join(span.of(text) for span in figure.of or ())
    head = _head(words)
    fate = _fate(text, figure, sentence, head)
    if fate is None:
        return None
    if figure.unit is not None:
        is_unit = figure.unit == _SHARE or _MONEY.fullmatch(figure.unit)
        return (fate, head or "money") if is_unit and (head or figure.unit != _SHARE) else None
    if fate:
        return fate, _kind(head) if head is not None and _is_victim(head) else "people"
    if head is None or not _is_many(figure):
        return None
    kind = classify(words)
    is_held = head in _HELD or (kind is not None and not _COUNTED.isdisjoint(lineage(kind)))
    return ("", _kind(head)) if is_held else None


def _head(words: str) -> str | None:
    found = head_of(words)
    return None if found is None else lemma(found, "NOUN")


def _is_victim(head: str) -> bool:
    """Tell whether a noun says which people are meant: soldiers, hostages; not people in general, nor a market."""
    kind = classify(head)
    is_somebody = kind is not None and not {"people", "forces"}.isdisjoint(lineage(kind))
    return is_somebody and head not in _PEOPLE and not _is_fate(head)


def _is_many(figure: Figure) -> bool:
    """Tell whether a figure is a number of things: whole, and more than one."""
    told = [one for one in (figure.value, figure.low, figure.high) if one is not None]
    return all(one.is_integer() for one in told) and max(told) > 1


@cache
def _kind(head: str) -> str:
    """Return one word for nouns that count the same: soldiers are troops."""
    return "troops" if classify(head) == "troops" else head


def _is_fate(word: str) -> bool:
    return word in _FATES or lemma(word, "NOUN") in _FATES


def _fate(text: str, figure: Figure, sentence: Span, head: str | None) -> str | None:
    """
    Return what the words beside a figure say happened to what it counts; the nearest counts.

    Returns:
        Empty where they say nothing; None where they say that it may happen.
    """
    end = max([figure.span.end, *(span.end for span in figure.of or ())])
    start = min([figure.span.start, *(span.start for span in figure.of or ())])
    before = _words(text, sentence.start, start)[::-1]
    if _UNREAL.intersection(before[: _BEFORE + 2]):
        return None
    if head is not None and _is_fate(head):
        return _FATES.get(head) or _FATES[lemma(head, "NOUN")]
    inside = next((_FATES[word] for word in _words(text, figure.span.start, end) if word in _FATES), "")
    return inside or _behind(_words(text, end, sentence.end)) or _ahead(before[:_BEFORE])


def _words(text: str, start: int, end: int) -> list[str]:
    return [word.lower() for word in _WORD.findall(text, start, end)]


def _behind(words: Sequence[str]) -> str:
    """Return what is told behind a noun: "31 people were killed", "16 wounded in", "four died"; not "gunmen killed"."""
    for n, word in enumerate(words[:_BEHIND]):
        if word in ".;:," or word in ("and", "but", "who"):
            return ""
        if word in _FATES:
            is_passive = not _BE.isdisjoint(words[:n])
            is_bare = n == 0 and (len(words) == 1 or words[1] in _GOES_ON or words[1] in ".;:,")
            return _FATES[word] if is_passive or is_bare or word in _DOES_NOT_ACT else ""
    return ""


def _ahead(words: Sequence[str]) -> str:
    """Return what is told before a number, the nearest word first: "killed some 31", "left a death toll of"."""
    for word in words:
        if word in ".;:" or word in ("and", "but", "who"):
            return ""
        if word in _FATES:
            return _FATES[word] if word not in _DOES_NOT_ACT or word == "dead" else ""
    return ""


def _telling(tokens: Iterable[str], own: Collection[str]) -> Iterator[str]:
    """Yield names and rare words, those of the quantity itself left out."""
    for token in tokens:
        if token.startswith(NAME):
            yield token
        elif token[0].isalpha() and token not in _FATES and token not in own:
            known = meaning(token)
            if known.weight >= RARE:
                yield known.stem


def _day(times: Iterable[Time], sentence: Span) -> str | None:
    """Return the one day that a sentence names, None where it names none or several."""
    found = {one.low for one in times if one.type is TimeType.DATE and one.span in sentence and one.low == one.high}
    return found.pop() if len(found) == 1 else None
