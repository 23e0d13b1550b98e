"""
The values of the knowledge tables: who or what is known, what it is called when, and which office was held when.

Dates are whole days, both ends included; None is "open" where an end is missing and "always" where a start is. Nothing
here reads a file or looks anything up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sayso.spans import Span
from sayso.terms import EntityKind


class Use(StrEnum):
    """How a word points to what is known."""

    NAME = "name"
    """It names it: "Russia", "NATO", "Le Monde"."""
    ORGAN = "organ"
    """It names a body of it that counts as it when it acts: "the Bundestag", "the Royal Navy"."""
    SEAT = "seat"
    """It names where its government sits, and so may stand for it: "Moscow", "the Pentagon"."""
    ADJECTIVE = "adjective"
    """It belongs to it: "Russian"; no mention of it by itself."""
    PEOPLE = "people"
    """Its people: "Russians", "the French"."""


class Office(StrEnum):
    """An office with one holder at a time in one state or organisation."""

    PRESIDENT = "president"
    PRIME_MINISTER = "prime_minister"
    MONARCH = "monarch"
    SUPREME_LEADER = "supreme_leader"
    VICE_PRESIDENT = "vice_president"
    FOREIGN = "foreign"
    DEFENCE = "defence"
    INTERIOR = "interior"
    SECURITY = "security"
    ARMED_FORCES = "armed_forces"
    UN_AMBASSADOR = "un_ambassador"
    HEAD = "head"
    """Secretary-general, director-general, chief of an organisation."""


@dataclass(frozen=True, slots=True)
class Days:
    """
    A stretch of whole days.

    Attributes:
        first: First day, or None where it goes back without a known start.
        last: Last day, or None where it has no known end.
    """

    first: date | None = None
    last: date | None = None

    def __contains__(self, day: date | None) -> bool:
        """Tell whether a day lies in it; an unknown day lies in every stretch."""
        if day is None:
            return True
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


ALWAYS = Days()


@dataclass(frozen=True, slots=True)
class Known:
    """
    Something the tables know.

    Attributes:
        id: Wikidata QID where a table with a source gives one, else `local:` and a key.
        kind: What it is.
        name: Its usual name in English news.
        aliases: Other names and spellings, seats and adjectives left out.
        days: When it existed.
        nouns: What a text calls it after naming it ("alliance", "bloc"), lower case.
    """

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    days: Days = ALWAYS
    nouns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sense:
    """
    One meaning of a name.

    Attributes:
        known: What it may stand for.
        use: How it does.
        days: When it did.
    """

    known: Known
    use: Use
    days: Days = ALWAYS


@dataclass(frozen=True, slots=True)
class Hit:
    """
    A name of the tables found in a text.

    Attributes:
        span: Where it stands.
        senses: Every meaning it may have, those of its time where a date was given.
    """

    span: Span
    senses: tuple[Sense, ...]


@dataclass(frozen=True, slots=True)
class Holding:
    """
    A spell in office.

    Attributes:
        person: Id of who held it.
        office: Which office.
        of: Id of the state or organisation.
        title: As the table names it ("Minister of Foreign Affairs").
        days: First and last day; an open end holds until `seen`.
        seen: Last day for which a source still saw the person in office, or None where the end is known.
    """

    person: str
    office: Office
    of: str
    title: str
    days: Days
    seen: date | None = None
