"""
An article to the places where it says whose text it is, and an outlet to the names by which others credit it.

    REYKJAVIK (Orbis) —     From Orbis in Oslo     RT. com / The Daily Mercury     This story first appeared in …

A credit names somebody: the outlet itself, another one, or "agencies". Which of them, and what follows, is told where
two copies are set side by side (`origins`). Credits of pictures say nothing of the text and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from urllib.parse import urlsplit

from sayso.acts.tokens import NAME_PART
from sayso.article.agencies import WIRES
from sayso.article.article import Article, Zone
from sayso.article.credit_lines import is_picture_credit
from sayso.article.wordlists import word_set
from sayso.record.copies import Credit
from sayso.spans import Span, trim
from sayso.terms import CreditKind, ZoneKind

_AGENCY: Final = re.compile(r"[(/\[](?P<name>[^()/\[\]\n]{2,40})[)/\]]")
_LINE: Final = re.compile(r"[^\n]+")
_SIGNED: Final = re.compile(r"(?:by|from|via|source:?) \S", re.IGNORECASE)
_TOLD: Final = re.compile(
    r"\b(?:first|originally|earlier) (?:appeared|published|printed|ran|broadcast|posted)\b"
    r"|\b(?:re-?printed|re-?published|reproduced|reposted|syndicated|distributed) (?:\w+ ){0,3}?(?:from|by|with)\b"
    r"|\b(?:appeared|published|printed) (?:first|originally)\b|\bby permission of\b|\bcourtesy of\b",
    re.IGNORECASE,
)
_REPORTED: Final = re.compile(r"\b(?:reports?|reported|writes|wrote|according to)\b", re.IGNORECASE)
# Sentences at the beginning and end of a story in which a newspaper says who reported it.
_FIRST, _LAST = 2, 1

# Longer lines of debris are no credits: a list of links, a legal notice.
_LINE_MAX: Final = 90

# What outlets' names have in common: alone it names nobody, and in a credit it may be left out.
_GENERIC: Final = word_set(
    "the wire wires news newspaper newspapers agency agencies service services press radio television tv online media",
    "group network international daily weekly morning evening sunday com org net www post times herald tribune journal",
    "gazette chronicle mail star record courier dispatch observer report reports review bulletin monitor of and",
)
_TRAILING: Final = word_set("wire news agency service press newspaper online media network international group")
_UNSIGNED: Final = re.compile(
    r"\b(?:(?:news|wire|press)? ?(?:agencies|services|wires)|(?:news|wire|press|agency) (?:services?|reports?))\b", re.I
)


def credited(article: Article) -> tuple[Credit, ...]:
    """Return the places where an article says whose text it is, in text order."""
    found = [_credit(kind, article.text, span) for zone in article.zones for kind, span in _of_zone(article.text, zone)]
    body = [one.span for one in article.sentences if article.zones[one.zone].kind is ZoneKind.BODY]
    for n, span in enumerate(body):
        words = span.of(article.text)
        is_outer = n < _FIRST or n >= len(body) - _LAST
        if _TOLD.search(words) or (is_outer and _REPORTED.search(words)):
            found.append(_credit(CreditKind.BODY, article.text, span))
    return tuple(sorted(found, key=lambda one: one.span))


def _of_zone(text: str, zone: Zone) -> Iterator[tuple[CreditKind, Span]]:
    """Yield what a zone says of whose text it is."""
    if zone.kind is ZoneKind.DATELINE:
        agency = _AGENCY.search(text, zone.span.start, zone.span.end)
        yield (CreditKind.AGENCY, Span(*agency.span("name"))) if agency else (CreditKind.DATELINE, zone.span)
    elif zone.kind is ZoneKind.BYLINE:
        yield CreditKind.BYLINE, zone.span
    elif zone.kind in (ZoneKind.CREDIT, ZoneKind.BOILERPLATE, ZoneKind.HEADLINE):
        for line in _LINE.finditer(text, zone.span.start, zone.span.end):
            span = trim(text, Span(*line.span()))
            if len(span) and _is_credit(zone.kind, span.of(text)):
                yield CreditKind.BYLINE if zone.kind is ZoneKind.HEADLINE else CreditKind.CREDIT, span


def _is_credit(kind: ZoneKind, line: str) -> bool:
    if kind is ZoneKind.HEADLINE:
        return len(line) <= _LINE_MAX and bool(_SIGNED.match(line))
    is_short = kind is ZoneKind.CREDIT or len(line) <= _LINE_MAX
    return is_short and not is_picture_credit(line)


def _credit(kind: CreditKind, text: str, span: Span) -> Credit:
    return Credit(kind, span, span.of(text))


def is_unsigned(credit: Credit) -> bool:
    """Tell whether a credit says that agencies wrote the text, without saying which."""
    return bool(_UNSIGNED.search(credit.words))


class Outlets:
    """
    The outlets of some articles, found by the names that credits give them; agencies that no article is from besides.

    Args:
        outlets: Each with the address of an article of its, whose host is a name too.
    """

    def __init__(self, outlets: Iterable[tuple[str, str | None]]) -> None:
        self._by_name: dict[tuple[str, ...], set[str]] = {}
        for outlet, url in outlets:
            for name in (*_names(outlet), *_hosts(url)):
                self._by_name.setdefault(name, set()).add(folded(outlet))
        self._named: dict[str, frozenset[str]] = {}
        self._longest = max(map(len, (*self._by_name, *_WIRES)), default=0)

    def named(self, credit: Credit) -> frozenset[str]:
        """Return the outlets that a credit names, folded to one spelling; the longest name at each place counts."""
        if credit.words not in self._named:
            self._named[credit.words] = self._named_in(NAME_PART.findall(credit.words))
        return self._named[credit.words]

    def _named_in(self, words: Sequence[str]) -> frozenset[str]:
        found: set[str] = set()
        at = 0
        while at < len(words):
            lengths = range(min(self._longest, len(words) - at), 0, -1)
            named = next(((n, some) for n in lengths if (some := self._at(tuple(words[at : at + n])))), None)
            found |= named[1] if named else set()
            at += named[0] if named else 1
        return frozenset(found)

    def _at(self, words: tuple[str, ...]) -> set[str]:
        """Return the outlets of just this name; one word is a name only where it is written like one."""
        lower = tuple(word.lower() for word in words)
        is_written = len(words) > 1 or words[0] != lower[0]
        wires = {" ".join(lower)} if words in _WIRES else set()
        return wires | (self._by_name.get(lower, set()) if is_written else set())


def folded(outlet: str) -> str:
    """Return the one spelling under which an outlet is compared: small letters, no article in front."""
    words = _lower(outlet)
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def _lower(name: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in NAME_PART.findall(name))


def _names(outlet: str) -> Iterator[tuple[str, ...]]:
    """Yield an outlet's name, without its article, without what many names end in, and its initials."""
    words = _lower(outlet)
    shorter = [words]
    while len(shorter[-1]) > 1 and shorter[-1][0] == "the":
        shorter.append(shorter[-1][1:])
    while len(shorter[-1]) > 1 and shorter[-1][-1] in _TRAILING:
        shorter.append(shorter[-1][:-1])
    yield from (name for name in shorter if len(name) > 1 or name[0] not in _GENERIC)
    initials = "".join(word[0] for word in words if word not in ("of", "the", "and"))
    if len(initials) > 2:
        yield (initials,)


def _hosts(url: str | None) -> Iterator[tuple[str, ...]]:
    """Yield the host of an address as credits write it: `rt.com`, `RT. com`."""
    host = urlsplit(url).hostname if url else None
    if host and "." in host:
        yield tuple(host.lower().removeprefix("www.").split("."))[-2:]


_WIRES: Final = frozenset(tuple(NAME_PART.findall(wire)) for wire in WIRES if set(_lower(wire)) - _GENERIC)
