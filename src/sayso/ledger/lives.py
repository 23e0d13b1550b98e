"""
Claims to lives: which of them are one signal said again, and whether it hardened or softened from saying to saying.

All reports of one utterance are one saying. Two sayings are of one signal where they come from one side, are of like
kind and turn on like conditions and consequences, by their acts or by their words. What an article only looks back at
("had promised") is no new saying, and neither is what was said on the same day.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from sayso.ledger.claims import Claim
from sayso.ledger.clauses import Clause
from sayso.ledger.firmness import Firmness, firmness
from sayso.ledger.wanted import Wanted, own_side
from sayso.ledger.wording import alike, recall
from sayso.terms import Form, Match, SignalKind
from sayso.weigh.compare import Comparer
from sayso.weigh.comparison import Asked
from sayso.weigh.frames import Knows

FAMILIES: Final[Mapping[SignalKind, str]] = {
    SignalKind.WARNING: "harm",
    SignalKind.THREAT: "harm",
    SignalKind.PROMISE: "good",
    SignalKind.COMMITMENT: "good",
    SignalKind.REFUSAL: "refusal",
    SignalKind.DEMAND: "demand",
}
"""Kinds that reporters take for one another."""
LIKE: Final = 0.5
"""Share of what one clause is about that another must have to be the same matter; set by hand."""
COPIED: Final = 0.7
"""Share of words from which an undated saying is a copy of an earlier one, changed or not; set by hand."""
LATEST: Final = 50
"""How many earlier sayings of one side and act a saying is compared with: the latest. Set by hand to bound the cost."""


@dataclass(frozen=True, slots=True)
class Saying:
    """
    A signal as it was said once.

    Attributes:
        group: Id that its reports share.
        claims: Its reports, by date of publication, then copies of them.
        made: First and last day on which it may have been said.
        made_at: The same as EDTF.
        firmness: How firmly it was put: in direct speech where a report gives it, else in the first report.
    """

    group: str
    claims: tuple[Claim, ...]
    made: tuple[date, date]
    made_at: str
    firmness: Firmness

    @property
    def id(self) -> str:
        """Entry id of its first report."""
        return self.claims[0].signal.id


@dataclass(frozen=True, slots=True)
class Life:
    """
    A signal from its first saying to its last.

    Attributes:
        sayings: In order of time; never empty.
    """

    sayings: tuple[Saying, ...]

    @property
    def made(self) -> Saying:
        """Its first saying."""
        return self.sayings[0]

    @property
    def restated(self) -> tuple[Saying, ...]:
        """Every later saying."""
        return self.sayings[1:]

    @property
    def hardened(self) -> tuple[Saying, ...]:
        """Later sayings that are firmer than the one before them."""
        return tuple(new for old, new in self._steps() if new.firmness.level > old.firmness.level)

    @property
    def softened(self) -> tuple[Saying, ...]:
        """Later sayings that are less firm than the one before them."""
        return tuple(new for old, new in self._steps() if new.firmness.level < old.firmness.level)

    def _steps(self) -> Iterator[tuple[Saying, Saying]]:
        return zip(self.sayings, self.sayings[1:], strict=False)


def lives(found: Iterable[Wanted], known: Knows) -> Mapping[str, Life]:
    """Return the life of each signal by the group id of each of its sayings."""
    groups: defaultdict[str, list[Wanted]] = defaultdict(list)
    for one in found:
        groups[one.claim.group].append(one)
    sayings = {group: tuple(_sayings(group, some)) for group, some in groups.items()}
    ordered = sorted(groups, key=lambda group: (sayings[group][0].made, group))
    parent = {group: group for group in ordered}
    shelves: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for group in ordered:
        keys = [key for one in groups[group] for key in _keys(one, known)]
        for earlier in dict.fromkeys(other for key in keys for other in shelves[key][-LATEST:]):
            if _root(parent, earlier) != _root(parent, group) and _is_one(groups[earlier], groups[group], known):
                parent[_root(parent, group)] = _root(parent, earlier)
        for key in dict.fromkeys(keys):
            shelves[key].append(group)
    return _lives(ordered, sayings, parent)


def _root(parent: Mapping[str, str], group: str) -> str:
    while parent[group] != group:
        group = parent[group]
    return group


def _lives(
    ordered: Sequence[str], sayings: Mapping[str, tuple[Saying, ...]], parent: Mapping[str, str]
) -> Mapping[str, Life]:
    together: defaultdict[str, list[str]] = defaultdict(list)
    for group in ordered:
        together[_root(parent, group)].append(group)
    found: dict[str, Life] = {}
    for groups in together.values():
        every = sorted((one for group in groups for one in sayings[group]), key=lambda one: (one.made, one.group))
        life = Life(tuple(_apart(every)))
        found.update(dict.fromkeys(groups, life))
    return found


def _apart(sayings: Sequence[Saying]) -> Iterator[Saying]:
    """Yield the sayings of different days; copies go to what they copy, what is only looked back at is left out."""
    kept: list[Saying] = []
    for one in [one for one in sayings if not all(claim.retold for claim in one.claims)] or sayings[:1]:
        undated = not any(claim.is_dated for claim in one.claims)
        twin = next((i for i, other in enumerate(kept) if undated and _near(_words(one), _words(other))), None)
        if twin is not None:
            kept[twin] = replace(kept[twin], claims=(*kept[twin].claims, *one.claims))
        elif not kept or one.made[0] > kept[-1].made[1]:
            kept.append(one)
    yield from kept


def _words(one: Saying) -> frozenset[str]:
    held = (claim.words(field) for claim in one.claims[:1] for field in ("condition", "consequence"))
    return frozenset(word for words in held for word in re.findall(r"\w+", words.casefold()))


def _near(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one | other) and len(one & other) / len(one | other) >= COPIED


def _sayings(group: str, some: Sequence[Wanted]) -> Iterator[Saying]:
    """Yield the occasions on which reports of the same words say that they were said: each day one."""
    claims = sorted((one.claim for one in some), key=lambda one: (one.made, one.published, one.signal.id))
    start = 0
    for i in range(1, len(claims) + 1):
        if i == len(claims) or (claims[i].is_dated and claims[i].made[0] > claims[start].made[1]):
            yield _saying(group, claims[start:i])
            start = i


def _saying(group: str, claims: Sequence[Claim]) -> Saying:
    first = claims[0]
    ordered = sorted(claims, key=lambda one: (one.published, one.signal.id))
    plain = next((one for one in ordered if one.form is Form.DIRECT), ordered[0])
    return Saying(group, tuple(ordered), first.made, first.made_at, firmness(plain))


# ---- sameness


def _keys(one: Wanted, known: Knows) -> Iterator[tuple[str, str, str]]:
    """Yield what sayings of one signal have in common: somebody of their side, their kind, and an act or a verb."""
    side = own_side(one.claim, known) or frozenset([one.claim.signal.sender or ""])
    matters = {asked.frame.act for asked in (*one.consequence, *one.condition)}
    for clause in (one.said.condition, one.said.consequence):
        if clause is not None:
            matters |= {clause.verb} if clause.verb else {each.head.noun for each in clause.things}
    family = FAMILIES[one.claim.signal.kind]
    return ((who, family, matter) for who in sorted(side) if who for matter in sorted(matters))


def _is_one(earlier: Sequence[Wanted], later: Sequence[Wanted], known: Knows) -> bool:
    return any(_same(a, b, known) for a in earlier for b in later)


def _same(one: Wanted, other: Wanted, known: Knows) -> bool:
    if FAMILIES[one.claim.signal.kind] != FAMILIES[other.claim.signal.kind]:
        return False
    follows = _like(one.consequence, other.consequence, one.said.consequence, other.said.consequence, known)
    turns = _like(one.condition, other.condition, one.said.condition, other.said.condition, known)
    if one.abstains and other.abstains and follows:
        return True
    return False not in (follows, turns) and True in (follows, turns)


def _like(
    frames: Sequence[Asked], others: Sequence[Asked], words: Clause | None, other: Clause | None, known: Knows
) -> bool | None:
    """Tell whether two clauses are alike; None where both are missing."""
    if words is None and other is None:
        return None
    if words is None or other is None:
        return False
    if recall(words, other.words) >= LIKE and recall(other, words.words) >= LIKE and alike(words, other):
        return True
    comparer = Comparer(known, None)
    for a in frames:
        for b in others:
            if _fits(comparer, a, b) and _fits(comparer, b, a):
                return True
    return False


def _fits(comparer: Comparer, asked: Asked, found: Asked) -> bool:
    comparison = comparer.compare(asked, found.frame)
    wide = (comparison.slots["act"], comparison.slots["object"])
    return Match.CLASH not in comparison.slots.values() and comparison.names > 0 and Match.UNKNOWN not in wide
