"""
Who is behind names, remembered between looks at a record: what was found out once needs not be found out for each page.

To tell whether several articles mean one person takes all articles that name him. A page cannot wait for that; so
whoever shows pages keeps one of these, has the shared names of new articles looked up from time to time
(`Identities.learn_anew`), and in between shows who is who as of the last time. A name that was not looked up yet is
looked up when it is met.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Final, TypeAlias

OPTION: Final = "sayso_acquaintance"
"""The execution option under which a connection carries one."""

Version: TypeAlias = tuple[int, int]
"""How much had been found out at some time: since which forgetting, and how much since then."""

_forgettings: Final = count()


@dataclass(frozen=True, slots=True)
class News:
    """
    What one process found out about names, for another that is to know the same.

    Attributes:
        made: The overlays with which it holds.
        behind: Which person each article means by each name; None where all of them mean one.
        is_all: Whether nothing holds any more that was told before.
    """

    made: frozenset[str]
    behind: Mapping[str, Mapping[str, str] | None]
    is_all: bool


@dataclass(frozen=True, slots=True)
class _Held:
    """
    What was found out while the same overlays held; replaced as a whole, for several threads look at it.

    Attributes:
        made: The overlays.
        behind: As `News.behind`.
        noted: The names in the order in which something new was noted of them, some more than once.
        number: Another for each of these.
    """

    made: frozenset[str] = frozenset()
    behind: dict[str, Mapping[str, str] | None] = field(default_factory=dict)
    noted: list[str] = field(default_factory=list)
    number: int = field(default_factory=_forgettings.__next__)


class Acquaintance:
    """
    What is known of names that articles have under ids of their own.

    Attributes:
        seen: The last reading and what had happened besides when every name was looked up, None before.
        spelled_until: The last row of `entities` whose names and mentions are known, 0 where none are.
    """

    def __init__(self) -> None:
        self.seen: tuple[int, tuple[int | None, ...]] | None = None
        self.spelled_until = 0
        self._spelled: frozenset[tuple[str, str]] = frozenset()
        self._held = _Held()

    def copied(self) -> Acquaintance:
        """Return one that knows who is who as this one does now; how they are spelled is not copied."""
        made = Acquaintance()
        made.become(self)
        return made

    def become(self, other: Acquaintance) -> None:
        """Know who is who as another does now, and nothing else of it; how they are spelled stays as it was known."""
        held = other._held
        self.seen, self._held = other.seen, _Held(held.made, dict(held.behind))

    def since(self, told: Version | None) -> tuple[Version, News | None]:
        """
        Return what was found out since another was told, and up to when that goes.

        Args:
            told: What this returned when the other was last told, None where it never was.
        """
        held = self._held
        version = (held.number, len(held.noted))
        if told == version:
            return version, None
        if told is None or told[0] != held.number:
            return version, News(held.made, dict(held.behind), is_all=True)
        names = held.noted[told[1] : version[1]]
        return version, News(held.made, {name: held.behind[name] for name in names}, is_all=False)

    def hear(self, news: News) -> None:
        """Know besides, or instead, what another found out."""
        if news.is_all:
            self._held = _Held(news.made)
        for name, articles in news.behind.items():
            self.note(name, articles)

    def under(self, made: frozenset[str]) -> None:
        """Forget all where people have said something else since: splits and retractions change who is who."""
        if made != self._held.made:
            self._held, self.seen = _Held(made), None

    def knows(self, name: str) -> bool:
        """Tell whether a name was looked up."""
        return name in self._held.behind

    def behind(self, name: str) -> Mapping[str, str] | None:
        """Return which person each article means by a name; None where all of them mean one."""
        return self._held.behind[name]

    def note(self, name: str, articles: Mapping[str, str] | None) -> None:
        """Remember what was found out about a name, in the form of `behind`; what was known already is no news."""
        held = self._held
        if name not in held.behind or held.behind[name] != articles:
            held.behind[name] = articles  # before it is told that there is something new
            held.noted.append(name)

    def spell(self, until: int, pairs: Iterable[tuple[str, str]]) -> None:
        """Remember by which words which ids are named, up to a row of `entities`."""
        self._spelled |= frozenset(pairs)
        self.spelled_until = until

    def spelled(self, letters: str) -> Iterator[tuple[str, str]]:
        """Yield the ids and words of all that is named by words with some letters in them, whatever their case."""
        wanted = letters.casefold()
        return (pair for pair in self._spelled if wanted in pair[1].casefold())
