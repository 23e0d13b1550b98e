"""
What articles say of somebody whom no table knows: one sighting an article, and the persons that sightings make.

An id of the articles' own is made of how a name sounds. Two people may share it, so that what follows `@` sets them
apart: whom the one acts for, or the first article that tells of the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from functools import cached_property
from typing import Final

from sayso.knowledge.known import Office
from sayso.terms import Judgement

LOCAL: Final = "local:person/"
QUALIFIED: Final = "@"
"""Sets apart two persons of one name in an id."""


class Named(Enum):
    """What an id of the articles' own is made of."""

    FULL = auto()
    """A surname and a given name."""
    SURNAME = auto()
    """A surname alone."""
    OFFICE = auto()
    """A state and an office whose holder no table names."""


@dataclass(frozen=True, slots=True, order=True)
class Sighting:
    """
    A person of the articles' own as one article has it.

    Attributes:
        article: Id of the article.
        first: First day (ISO) that its publication date may mean, empty where it has none.
        text_sha256: The same for articles of the same text.
        affiliation: Id of whom the person acts for, empty where the article does not say.
        role: The office or calling as written, empty likewise.
    """

    article: str
    first: str
    text_sha256: str
    affiliation: str
    role: str


@dataclass(frozen=True, slots=True)
class Judged:
    """
    Whether two persons are one.

    Attributes:
        judgement: Positive, negative or unsure.
        reason: In words.
        weight: Of a positive one: 3 what the same text or the same affiliation shows, 2 an office, 1 the name alone.
    """

    judgement: Judgement
    reason: str
    weight: int = 0


@dataclass(frozen=True)
class Profile:
    """
    Sightings that say the same of a person, none long after the one before.

    Attributes:
        affiliation: Whom the person acts for, empty where the articles do not say.
        role: The office or calling as written, empty likewise.
        named: What the id is made of.
        is_lone: Whether too little is known to join anybody by: a surname without an office that only one holds.
        sightings: In order of publication.
    """

    affiliation: str
    role: str
    named: Named
    is_lone: bool
    sightings: tuple[Sighting, ...]

    @cached_property
    def texts(self) -> frozenset[str]:
        """The texts that tell of it."""
        return frozenset(one.text_sha256 for one in self.sightings)

    @cached_property
    def years(self) -> tuple[float, float] | None:
        """First and last year of publication, None where no article is dated."""
        told = [year(one.first) for one in self.sightings if one.first]
        return (min(told), max(told)) if told else None


@dataclass(frozen=True)
class Person:
    """
    A person as several articles have it.

    Attributes:
        id: Stands for nobody else in the record.
        profiles: What is said of it.
    """

    id: str
    profiles: tuple[Profile, ...]

    @property
    def sightings(self) -> tuple[Sighting, ...]:
        """Every sighting, by publication and article."""
        return tuple(sorted((s for p in self.profiles for s in p.sightings), key=by_day))

    @property
    def affiliations(self) -> frozenset[str]:
        """Whom it is said to act for."""
        return frozenset(p.affiliation for p in self.profiles if p.affiliation)


def named(name: str) -> Named:
    """Return what an id of the articles' own is made of."""
    if any(name.endswith(f"-{office.value}") for office in Office):
        return Named.OFFICE
    return Named.FULL if "-" in name.removeprefix(LOCAL) else Named.SURNAME


def base_of(key: str) -> str:
    """Return the id that is made of the name alone, without what sets apart two persons of one name."""
    return key.partition(QUALIFIED)[0] if key.startswith(LOCAL) else key


def year(day: str) -> float:
    """Return an ISO day as a year with its fraction."""
    return date.fromisoformat(day).toordinal() / 365.2425


def by_day(one: Sighting) -> tuple[bool, str, str]:
    """Return what orders sightings: by publication, those without a date last, then by article."""
    return not one.first, one.first, one.article
