"""
Who is behind names, remembered between looks at a record: what was found out once needs not be found out for each page.

To tell whether several articles mean one person takes all articles that name him. A page cannot wait for that; so
whoever shows pages keeps one of these, has the shared names of new articles looked up from time to time
(`Identities.learn_anew`), and in between shows who is who as of the last time. A name that was not looked up yet is
looked up when it is met.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

OPTION: Final = "sayso_acquaintance"
"""The execution option under which a connection carries one."""


class Acquaintance:
    """
    What is known of names that articles have under ids of their own.

    Attributes:
        seen: The last reading and what had happened besides when every name was looked up, None before.
        version: Grows with all that is found out or forgotten.
        spelled_until: The last row of `entities` whose names and mentions are known, 0 where none are.
    """

    def __init__(self) -> None:
        self.seen: tuple[int, tuple[int | None, ...]] | None = None
        self.version = 0
        self.spelled_until = 0
        self._spelled: frozenset[tuple[str, str]] = frozenset()
        self._made: frozenset[str] = frozenset()
        self._behind: dict[str, Mapping[str, str] | None] = {}

    def copied(self) -> Acquaintance:
        """Return what is known now, for another process to look with."""
        made = Acquaintance()
        made.become(self)
        return made

    def become(self, other: Acquaintance) -> None:
        """Know what another knows now, and no more."""
        self.seen, self.version = other.seen, other.version
        self._made, self._behind = other._made, dict(other._behind)

    def under(self, made: frozenset[str]) -> None:
        """Forget all where people have said something else since: splits and retractions change who is who."""
        if made != self._made:
            self._made, self._behind, self.seen = made, {}, None
            self.version += 1

    def knows(self, name: str) -> bool:
        """Tell whether a name was looked up."""
        return name in self._behind

    def behind(self, name: str) -> Mapping[str, str] | None:
        """Return which person each article means by a name; None where all of them mean one."""
        return self._behind[name]

    def note(self, name: str, articles: Mapping[str, str] | None) -> None:
        """Remember what was found out about a name, in the form of `behind`."""
        self._behind[name] = articles
        self.version += 1

    def spell(self, until: int, pairs: Iterable[tuple[str, str]]) -> None:
        """Remember by which words which ids are named, up to a row of `entities`."""
        self._spelled |= frozenset(pairs)
        self.spelled_until = until

    def spelled(self, letters: str) -> Iterator[tuple[str, str]]:
        """Yield the ids and words of all that is named by words with some letters in them, whatever their case."""
        wanted = letters.casefold()
        return (pair for pair in self._spelled if wanted in pair[1].casefold())
