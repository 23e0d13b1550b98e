"""
Text to names: finds every name of the tables in a text, longest first, at whole words, with regard to case.

Case counts because it tells names from words: `US` from `us`, `WHO` from `who`. A name in capitals must stand in
capitals; any other must start as the table has it, or the whole must be in capitals, as headlines are. Names that are
common words as well (the table marks them shy: `Time`, `Nice`) are looked up but never found in running text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Final

from ahocorasick_rs import AhoCorasick, Implementation

from sayso.knowledge.known import ALWAYS, Hit, Sense, Use
from sayso.knowledge.spelling import fold
from sayso.spans import Span

# A name all in capitals this long may be a headline's shouting of an ordinary name; shorter ones are acronyms.
SHOUTED: Final = 4


class Lexicon:
    """
    Every name with its senses.

    Args:
        senses: The senses of each name.
        shy: Those of them that running text does not show by the name alone.
    """

    def __init__(self, senses: Mapping[str, tuple[Sense, ...]], shy: Mapping[str, tuple[Sense, ...]]) -> None:
        self._senses = senses
        self._shy = shy
        by_fold: dict[str, list[str]] = defaultdict(list)
        for name in (*senses, *(name for name in shy if name not in senses)):
            by_fold[fold(name)].append(name)
        self._names = {key: tuple(names) for key, names in by_fold.items()}

    @cached_property
    def _automaton(self) -> AhoCorasick:
        timely = (name for name, senses in self._shy.items() if any(_is_timely(s) for s in senses))
        bold = dict.fromkeys(fold(name) for name in (*self._senses, *timely))
        return AhoCorasick(list(bold), implementation=Implementation.ContiguousNFA)

    def lookup(self, name: str, on: date | None = None, has_article: bool = True) -> tuple[Sense, ...]:
        """
        Return what a name may stand for.

        Args:
            name: As written; white space at its ends and a leading "the" or a final "'s" do not count.
            on: Where given, senses of other times are left out unless there are no others.
            has_article: Whether "the" stands before it or may be thought there: "West" alone is not "the West".
        """
        written = " ".join(name.split())
        bare = _bare(written)
        for form in (written, bare, f"the {bare}") if has_article else (written, bare):
            found = self._written(form)
            if found:
                return of_time(found, on)
        return ()

    def find(self, text: str, on: date | None = None) -> list[Hit]:
        """
        Return the names in a text, in text order, none overlapping: the leftmost, and of those the longest.

        A leading "the" is no part of a span, even where the name is known only with it ("the West").
        """
        folded = fold(text)
        hits = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        found: list[Hit] = []
        end = 0
        for _, start, stop in sorted(hits, key=lambda hit: (hit[1], -hit[2])):
            if start < end or not _whole(folded, start, stop):
                continue
            written = text[start:stop]
            names = self._names.get(folded[start:stop], ())
            senses = _joined(self._plain(n, on) for n in names if _dressed(n, written))
            if senses:
                article = 4 if folded.startswith("the ", start) and all(n.startswith("the ") for n in names) else 0
                found.append(Hit(Span(start + article, stop), of_time(senses, on)))
                end = stop
        return found

    def _plain(self, name: str, on: date | None) -> tuple[Sense, ...]:
        """Return the senses that a name has in running text: a shy one only in its own time ("the League" in 1935)."""
        timely = (s for s in self._shy.get(name, ()) if on is not None and _is_timely(s) and on in s.days)
        return (*self._senses.get(name, ()), *timely)

    def _written(self, written: str) -> tuple[Sense, ...]:
        names = self._names.get(fold(written), ())
        meant = [name for name in names if name == written] or [n for n in names if _dressed(n, written)]
        return _joined(group.get(name, ()) for name in meant for group in (self._senses, self._shy))


def _is_timely(sense: Sense) -> bool:
    """Tell whether a name was somebody's for a time only, so that in that time it is no shy one."""
    return sense.use is Use.NAME and sense.days is not ALWAYS


def of_time(senses: tuple[Sense, ...], on: date | None) -> tuple[Sense, ...]:
    """Return the senses that hold on a day, without one those that have no end; all of them where none does."""
    if on is None:
        return tuple(s for s in senses if s.days.last is None and s.known.days.last is None) or senses
    return tuple(s for s in senses if on in s.days and on in s.known.days) or senses


def _joined(groups: Iterable[tuple[Sense, ...]]) -> tuple[Sense, ...]:
    """Return the senses once each: names before seats, what still is before what was."""
    order = list(Use)
    found = dict.fromkeys(sense for group in groups for sense in group)
    return tuple(sorted(found, key=lambda s: (order.index(s.use), bool(s.known.days.last or s.days.last))))


def _bare(name: str) -> str:
    words = " ".join(name.split())
    for ending in ("'s", "\u2019s", "'", "\u2019"):
        words = words.removesuffix(ending)
    return words[4:] if words[:4].lower() == "the " else words


def _whole(folded: str, start: int, stop: int) -> bool:
    """Tell whether nothing of a longer word stands at either side."""
    before = folded[start - 1] if start else " "
    after = folded[stop] if stop < len(folded) else " "
    return not (before.isalnum() or before in "@_" or (after.isalnum() and folded[stop - 1].isalnum()) or after == "_")


def _dressed(name: str, written: str) -> bool:
    """Tell whether a name may be written so: its capitals kept, or all of a longer one in capitals."""
    if name == written:
        return True
    if name.isupper() or written.isupper():
        return name.isupper() == written.isupper() or (len(written) >= SHOUTED and not name.isupper())
    return all(b.isupper() for a, b in zip(name, written, strict=True) if a.isupper())
