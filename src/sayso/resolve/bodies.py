"""
Bodies named without their state ("the Navy", "the Foreign Ministry") to the one state whose they can only be.

What was called the same with its owner before ("the Royal Navy", "the Soviet government") is likeliest; then whoever
speaks or acts in the sentence, then in the one before it, then the only state of the article, then that of its
dateline. Where two may be meant the answer is None: better no owner than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Final

from sayso.knowledge.known import Hit, Known, Use
from sayso.knowledge.organs import organs
from sayso.knowledge.spelling import fold
from sayso.resolve.anaphora import Referent, Seen
from sayso.resolve.cast import Person
from sayso.resolve.setting import Setting
from sayso.spans import Span
from sayso.terms import EntityKind, ZoneKind

_FIELDS: Final = (
    "foreign|defen[cs]e|interior|health|justice|finance|energy|information|home|external affairs|foreign affairs|war"
    "|security|economy|oil|trade|state|treasury"
)
_BODY: Final = re.compile(
    r"(?:the )?((?:(?:military|central|federal|national|interim|transitional|new|caretaker|coalition|regular"
    r"|revolutionary|provisional|imperial|royal|ruling) )*"
    r"(?:(?:ministry|department) (?:of|for) (?:national |the |foreign |internal |external |public )*[a-z]+"
    rf"|(?:{_FIELDS}) (?:ministry|office|department)|ministry"
    r"|government|cabinet|parliament|congress|senate|house of representatives|national assembly|administration|junta"
    r"|regime|authorities|presidency|supreme court|central bank|treasury|admiralty|security services?|secret service"
    r"|intelligence (?:services?|agency)|army|navy|air force|armed forces|military|marines|marine corps|coast ?guard"
    r"|border guards?|fleet|general staff|high command|council of ministers|council of state|politburo|presidium))"
)
_IN: Final = re.compile(r"\b(?:in|from)(?: the)? $", re.IGNORECASE)


def body(words: str) -> str | None:
    """Return what a phrase calls a state's body without saying whose, folded; None for any other phrase."""
    found = _BODY.fullmatch(fold(words).strip())
    return found[1] if found else None


class Bodies:
    """
    Whose the bodies of one article are.

    Args:
        setting: The article with its surroundings.
        seen: The mentions linked so far; the list grows while names are read.
        served: Tells which state or organisation a referent acts for.
    """

    def __init__(self, setting: Setting, seen: Sequence[Seen], served: Callable[[Referent], Known | None]) -> None:
        self._setting = setting
        self._seen = seen
        self._served = served

    def owner(self, span: Span) -> Known | None:
        """Return the one state that owns the body which a phrase names without an owner, None where none or several."""
        name = body(span.of(self._setting.text))
        sentence = self._setting.sentence(span)
        if name is None or sentence is None or self._is_aside(span):
            return None
        for found in (
            self._alike(name, span, sentence),
            self.acting(sentence, span.start),
            self.acting(sentence - 1, span.start),
            self._states,
            self.dateline,
        ):
            if found:
                return next(iter(found)) if len(found) == 1 else None
        return None

    def _is_aside(self, span: Span) -> bool:
        return self._setting.article.zone_at(span.start).is_aside

    def _alike(self, name: str, span: Span, sentence: int) -> set[Known]:
        """Return who owned a body of that name before: the last one in this and the last sentence, else all."""
        found = [(at, owner) for at, called, owner in self._owned if called.endswith(name) and at.end <= span.start]
        near = [owner for at, owner in found if (self._setting.sentence(at) or 0) >= sentence - 1]
        return {near[-1]} if near else {owner for _, owner in found}

    def acting(self, sentence: int, before: int) -> set[Known]:
        """Return the states of whoever is named as a person or a subject in a sentence, and where it says it is."""
        found = set()
        for one in self._seen:
            if one.sentence != sentence or one.span.start >= before:
                continue
            if isinstance(one.referent, Person) or one.is_subject:
                found.add(self._served(one.referent))
        return {one for one in (*found, *self._seats(sentence, before)) if one and one.kind is EntityKind.COUNTRY}

    def _seats(self, sentence: int, before: int) -> Iterable[Known | None]:
        """Yield the states in whose capitals a sentence says it is: "In Paris, the government"."""
        known, on = self._setting.known, self._setting.on
        for hit in self._hits:
            is_here = hit.span.end <= before and self._setting.sentence(hit.span) == sentence
            if is_here and _IN.search(self._setting.text[: hit.span.start][-12:]):
                places = (s.known for s in hit.senses if s.known.kind is EntityKind.PLACE)
                yield from (known.get(known.government_of(place.id, on) or "") for place in places)

    @cached_property
    def _hits(self) -> list[Hit]:
        return self._setting.known.hits(self._setting.text, self._setting.on)

    @cached_property
    def _owned(self) -> list[tuple[Span, str, Known]]:
        """The bodies that the text names with their owner or by a name that tells it, in text order."""
        text, known, on = self._setting.text, self._setting.known, self._setting.on
        found = [(one.span, fold(one.span.of(text)), one.owner) for one in organs(text, known, on, self._hits)]
        for hit in self._hits:
            owners = {sense.known for sense in hit.senses if sense.use is Use.ORGAN}
            if len(owners) == 1:
                found.append((hit.span, fold(hit.span.of(text)), owners.pop()))
        return sorted((row for row in found if not self._is_aside(row[0])), key=lambda row: row[0])

    @cached_property
    def _states(self) -> set[Known]:
        """Every state that the body text speaks of in any way, empty where there are several."""
        found = {
            sense.known
            for hit in self._hits
            for sense in hit.senses
            if sense.use is not Use.ORGAN and sense.known.kind is EntityKind.COUNTRY and not self._is_aside(hit.span)
        }
        return found if len(found) == 1 else set()

    @cached_property
    def dateline(self) -> set[Known]:
        """The state that the dateline lies in."""
        known, article = self._setting.known, self._setting.article
        zones = [zone.span for zone in article.zones if zone.kind is ZoneKind.DATELINE]
        places = (
            sense.known.id
            for hit in self._hits
            for sense in hit.senses
            if sense.known.kind is EntityKind.PLACE and any(hit.span in zone for zone in zones)
        )
        states = {known.get(state) for place in places if (state := known.state_of_place(place))}
        return {one for one in states if one is not None}
