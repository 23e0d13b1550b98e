"""
Reports of one utterance to the origins behind them: who heard it himself, and who only printed what others heard.

A report's origin is whom its article says it has it from: the agency or station named for the statement, else the one
that the article is credited to, else the outlet itself. Reports that share their words, by copying the story or by
lifting its sentence, are of one origin, whatever their outlets say. So are outlets of one owner and the media of one
state, as far as the user's `outlets.toml` tells. What is credited to "agencies" without a name, and what an unknown
outlet published, counts only where nothing better does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise, permutations
from typing import Final, TypeAlias

from sayso.article.agencies import WIRES
from sayso.merge.credits import Outlets, is_unsigned
from sayso.merge.gist import Gist, unpacked
from sayso.merge.parts import Parts
from sayso.record.copies import Credit
from sayso.record.outlets import folded
from sayso.record.reports import Report, Reports
from sayso.terms import CreditKind

_Heard: TypeAlias = list[tuple[str, Report]]  # whom each report is from

LIFTED: Final = 0.8
"""Share of a sentence's pairs of neighbouring words, quotations left out, that lifted sentences share. By hand."""
TOLD: Final = 7
"""Words of its own that a sentence must have to be known as lifted: fewer, two reporters may hit on by chance."""
WHOLE: Final = 14
"""Words of a sentence, quotations among them, that only one reporter puts just so."""
MANY: Final = 60
"""Different reports of one utterance up to which each is compared with each; of more, only what is worded the same."""

WITHIN: Final = 0.9
"""Share of the plain words of a report that stand in its sentence, nearly all. By hand."""
LONGEST: Final = 6
"""Words of an outlet's name at most."""
REPORTS: Final = frozenset("reported reports report quoted quotes said says wrote writes carried cited cites".split())
"""What an outlet does that a report was taken from."""

_STATE: Final = "state media of "
_ORDER: Final = (CreditKind.AGENCY, CreditKind.BYLINE, CreditKind.CREDIT)
"""Credits that tell whose a whole article is, the surest first."""
_OWN: Final = re.compile(r"\b(?:our|own|staff)\b", re.IGNORECASE)
_NAME: Final = r"[A-Z][\w'’-]*"
_AGENCY: Final = re.compile(
    rf"\b{_NAME}(?:(?: & | and |[ -]){_NAME})*"
    r" (?:Wire|Wires|Newswire|News Agency|Agency|agency|News Service|Press Service|Wire Service)\b"
)


@dataclass(frozen=True, slots=True)
class Origin:
    """
    Somebody who stands behind an utterance independently of others.

    Attributes:
        name: The outlet, its owner, or "state media of …"; empty where nobody knows.
        outlets: The outlets that carry it from there, sorted; empty where none is known.
        grades: The user's grades for these outlets and for the origin itself, by name.
    """

    name: str
    outlets: tuple[str, ...]
    grades: Mapping[str, str]


class Independence:
    """
    Tells the origins of reports.

    Args:
        reports: Reports with what tells whose they are; of each utterance all that count.
    """

    def __init__(self, reports: Reports) -> None:
        self._known = reports.known
        self._copies = reports.copies
        self._named = Outlets((name, None) for name in (*reports.outlets, *reports.known.names))
        self._spelled = {folded(name): name for name in (*sorted(WIRES), *reports.outlets)}

    def origins(self, group: Iterable[Report]) -> tuple[Origin, ...]:
        """Return the origins of the reports of one utterance, asides left out, by name."""
        told = [one for one in group if not one.aside]
        by_origin: defaultdict[str, _Heard] = defaultdict(list)
        for part in self._parts(told):
            heard = [(self._heard_from(one), one) for one in part]
            first = next((name for name, _ in heard if name), "")
            by_origin[self._counted(first) if first else ""] += heard
        better = {name: heard for name, heard in by_origin.items() if name} or by_origin
        return tuple(self._origin(name, heard) for name, heard in sorted(_absorbed(better).items()))

    def _origin(self, name: str, heard: _Heard) -> Origin:
        outlets = sorted({one.outlet for _, one in heard if one.outlet is not None})
        about = [self._known.get(one) for one in sorted({name, *outlets, *(named for named, _ in heard)})]
        grades = {one.name: one.grade for one in about if one is not None and one.grade is not None}
        return Origin(name, tuple(outlets), grades)

    def _heard_from(self, report: Report) -> str:
        """Return whom a report is from, empty where that is not known."""
        own = folded(report.outlet) if report.outlet else ""
        carried = [name for name in report.via or self._told_by(report) if not _is_same(name, own)]
        if carried:
            return carried[-1]
        said = [one for one in report.credits if one.kind in _ORDER]
        for credit in sorted(said, key=lambda one: _ORDER.index(one.kind)):
            named = [name for name in self._credited(credit) if not _is_same(name, own)]
            if named:
                return named[0]
        if report.outlet is None or any(is_unsigned(one) and not _OWN.search(one.words) for one in said):
            return ""
        return report.outlet

    def _told_by(self, report: Report) -> list[str]:
        """Return the known outlets that its sentence names for what it reports: "…, Radio Margalla | reported"."""
        found: list[str] = []
        for credit in report.credits if report.gist is not None else ():
            words = tuple(folded(credit.words).split())
            if credit.kind is not CreditKind.BODY or not _is_of(_unpacked(report.gist or ""), words):
                continue
            for start, end in combinations(range(len(words) + 1), 2):
                name = self._spelled.get(" ".join(words[start:end])) if end - start <= LONGEST else None
                if name is not None and _carries(words, start, end):
                    found.append(name)
        return found

    def _credited(self, credit: Credit) -> list[str]:
        """Return the names that a credit gives: what stands for an agency, and outlets that are known."""
        known = sorted(self._named.named(credit))
        if credit.kind is CreditKind.AGENCY:
            return known or [credit.words]
        return [*(found.group() for found in _AGENCY.finditer(credit.words)), *known]

    def _counted(self, name: str) -> str:
        """Return under what an outlet counts: its state, its owner, or its own usual name."""
        about = self._known.get(name)
        if about is None:
            return self._spelled.get(folded(name), name)
        return f"{_STATE}{about.state}" if about.state else about.owner or about.name

    def _parts(self, told: Sequence[Report]) -> list[list[Report]]:
        """Return reports in parts that share their words: copies of a story, and lifted sentences."""
        parts: Parts[int] = Parts()
        first: dict[tuple[str, str | int | None], int] = {}
        for n, one in enumerate(told):
            parts.join(first.setdefault(("text", one.text_sha256), n), n)
            if one.story is not None:
                parts.join(first.setdefault(("story", one.story), n), n)
        for pair in self._copies:
            here = [first["story", key] for key in pair if ("story", key) in first]
            if len(here) == 2:
                parts.join(*here)
        _join_lifted(parts, told)
        found: defaultdict[int, list[Report]] = defaultdict(list)
        for n, one in enumerate(told):
            found[parts.root(n)].append(one)
        return list(found.values())


def _is_of(gist: Gist, words: Sequence[str]) -> bool:
    """Tell whether a sentence is the one that a report stands in."""
    plain = {word for word in gist.tokens if word.isalpha()}
    return bool(plain) and len(plain.intersection(words)) >= WITHIN * len(plain)


def _carries(words: Sequence[str], start: int, end: int) -> bool:
    """Tell whether an outlet that is named is said to have reported, or to have been told."""
    before = words[start - 2 : start] if words[start - 1 : start] == ("the",) else words[max(0, start - 1) : start]
    if before and before[0] in ("told", "to", "by", "with"):
        said = {*words[max(0, start - 3) : start]}
        return before[0] == "told" or not said.isdisjoint(("according", "reported", "quoted", "carried", "interview"))
    return any(word in REPORTS for word in words[end : end + 2])


def _is_same(name: str, own: str) -> bool:
    """Tell whether two names of outlets may be one's: the words of the one are among the other's, or its initials."""
    one, other = folded(name).split(), own.split()
    if not one or not other:
        return False
    is_short = any(
        long[1:] and short == ["".join(word[0] for word in long)] for short, long in permutations((one, other))
    )
    return is_short or set(one) <= set(other) or set(other) <= set(one)


def _absorbed(found: Mapping[str, _Heard]) -> dict[str, _Heard]:
    """Return origins without those whose name is part of another's, which may be the same: "Orbis", "Orbis Wire"."""
    done: dict[str, _Heard] = {}
    for name in sorted(found, key=lambda name: (-len(folded(name).split()), name)):
        whole = next((one for one in done if _is_same(name, folded(one))), name)
        done[whole] = [*done.get(whole, ()), *found[name]]
    return done


def _join_lifted(parts: Parts[int], told: Sequence[Report]) -> None:
    """Join reports of which one lifted its sentence from the other."""
    first: dict[str, int] = {}
    for n, one in enumerate(told):
        if one.gist is None:
            continue
        gist = _unpacked(one.gist)
        worded = " ".join((*gist.around, "|", *gist.tokens))
        is_telling = len(gist.around) + len(gist.tokens) >= WHOLE or len(_own_words(gist)) >= TOLD
        if first.setdefault(worded, n) != n and is_telling:
            parts.join(first[worded], n)
    unlike = sorted(first.values())
    if len(unlike) > MANY:
        return
    own = {n: _own_words(_unpacked(told[n].gist or "")) for n in unlike}
    for left, right in combinations(unlike, 2):
        if _is_lifted(own[left], own[right]):
            parts.join(left, right)


@lru_cache(maxsize=4096)
def _own_words(gist: Gist) -> frozenset[tuple[str, str]]:
    """Return the pairs of neighbouring words of a report that are the reporter's own."""
    quoted = {at for start, end in gist.quoted for at in range(start, end)}
    words = [*gist.around, *(word for at, word in enumerate(gist.tokens) if at not in quoted)]
    return frozenset(pairwise(words))


def _is_lifted(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> bool:
    least = min(len(one), len(other))
    return least >= TOLD and len(one & other) >= LIFTED * least


_unpacked = lru_cache(maxsize=4096)(unpacked)
