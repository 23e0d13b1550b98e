"""
Two articles that are copies to which of them was first, with the sign that tells so in words, or that nothing tells.

A credit is the strongest sign, for who names the other outlet says so himself; then come dates, if they leave no doubt,
then who is an agency and who says that his text is one's, then which text goes on where the other stops. Two articles
that both credit somebody whose own text is not here are both copies of what is not here, and neither is the original.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final, TypeAlias

from sayso.article.agencies import WIRES
from sayso.article.wordlists import word_set
from sayso.merge.alignment import runs
from sayso.merge.credits import Outlets, folded, is_unsigned
from sayso.record.copies import Credit, Member
from sayso.terms import CreditKind, Ground

WordsOf: TypeAlias = Callable[[int], list[str]]

_AGENCIES: Final = word_set("wire wires agency agencies newswire telegraph-agency")
_AGENCIES_BY_TWO: Final = frozenset(("news service", "press association", "press service", "wire service"))

# Where whoever is named supplied the text.
RIM: Final = (CreditKind.AGENCY, CreditKind.BYLINE, CreditKind.CREDIT)

# How far from its ends, in words, two texts may begin or stop differently and still begin alike; set by hand.
_MARGIN: Final = 12


@dataclass(frozen=True, slots=True)
class Precedence:
    """
    Which of two articles was first.

    Attributes:
        first: 0 or 1 for the one or the other; None where nothing tells.
        ground: What tells so, None likewise.
        reason: In words.
    """

    first: int | None
    ground: Ground | None
    reason: str


class Precedences:
    """
    Tells which of two articles of a family was first.

    Args:
        outlets: Those of the family, by the names that credits give them.
        present: Their spellings: what is credited and not among them is not here.
        words_of: Returns the words of a story by its key; asked only where nothing else tells.
    """

    def __init__(self, outlets: Outlets, present: Collection[str], words_of: WordsOf) -> None:
        self._outlets = outlets
        self._present = frozenset(present)
        self._words_of = words_of

    def of(self, one: Member, other: Member) -> Precedence:
        """Return which of two copies was first."""
        pair = (one, other)
        return (
            self._by_credit(pair)
            or self._by_absent(pair)
            or _by_date(pair)
            or self._by_agency(pair)
            or self._by_completeness(pair)
            or Precedence(None, None, "neither credits, dates nor what either leaves out tell which was first")
        )

    def named(self, member: Member) -> frozenset[str]:
        """Return the other outlets that an article credits, folded."""
        found = frozenset(name for credit in member.credits for name in self._outlets.named(credit))
        return found - {folded(member.outlet)} if member.outlet else found

    def credit_to(self, member: Member, outlet: str | None) -> Credit | None:
        """Return the first credit of an article that names an outlet, None where none does."""
        if outlet is None or (member.outlet and folded(outlet) == folded(member.outlet)):
            return None
        return next((one for one in member.credits if folded(outlet) in self._outlets.named(one)), None)

    def _by_credit(self, pair: tuple[Member, Member]) -> Precedence | None:
        said = self.credit_to(pair[0], pair[1].outlet), self.credit_to(pair[1], pair[0].outlet)
        for at, credit in enumerate(said):
            if credit is not None and said[1 - at] is None:
                reason = f"{_name(pair[at])} credits {_name(pair[1 - at])}: “{_short(credit.words)}”"
                return Precedence(1 - at, Ground.CREDIT, reason)
        return None

    def _by_absent(self, pair: tuple[Member, Member]) -> Precedence | None:
        absent = sorted((self._signed(pair[0]) & self._signed(pair[1])) - self._present)
        if not absent:
            return None
        return Precedence(None, None, f"both credit {absent[0]}, whose own text is not in this record")

    def _signed(self, member: Member) -> frozenset[str]:
        """Return whom an article credits on its rim; a report in the story is often another's, of something said."""
        rim = (one for one in member.credits if one.kind in RIM)
        return frozenset(name for credit in rim for name in self._outlets.named(credit))

    def _by_agency(self, pair: tuple[Member, Member]) -> Precedence | None:
        is_agency = [member.outlet is not None and _is_agency(member.outlet) for member in pair]
        if is_agency[0] != is_agency[1]:
            at = is_agency.index(True)
            return Precedence(at, Ground.AGENCY, f"{_name(pair[at])} is an agency, {_name(pair[1 - at])} is none")
        taken = [self._taken(member) for member in pair]
        for at, credit in enumerate(taken):
            if credit is not None and taken[1 - at] is None and _signature(pair[1 - at]):
                reason = f"{_name(pair[at])} credits “{_short(credit.words)}”, {_name(pair[1 - at])} signs by name"
                return Precedence(1 - at, Ground.AGENCY, reason)
        return None

    def _taken(self, member: Member) -> Credit | None:
        """Return the credit by which an article says that others wrote it."""
        own = {folded(member.outlet)} if member.outlet else set()
        rim = (one for one in member.credits if one.kind in RIM)
        return next((one for one in rim if is_unsigned(one) or self._outlets.named(one) - own), None)

    def _by_completeness(self, pair: tuple[Member, Member]) -> Precedence | None:
        if pair[0].wording == pair[1].wording:
            return None
        words = [self._words_of(member.wording) for member in pair]
        longer = int(len(words[1]) > len(words[0]))
        if not _goes_on(words[longer], words[1 - longer]):
            return None
        reason = f"{_name(pair[longer])} goes on where {_name(pair[1 - longer])} stops"
        return Precedence(longer, Ground.COMPLETENESS, reason)


def _by_date(pair: tuple[Member, Member]) -> Precedence | None:
    for at, member in enumerate(pair):
        other = pair[1 - at]
        if member.last is not None and other.first is not None and member.last < other.first:
            reason = f"{_name(member)} published it {member.published}, {_name(other)} {other.published}"
            return Precedence(at, Ground.DATE, reason)
    return None


def _goes_on(longer: list[str], shorter: list[str]) -> bool:
    """Tell whether two texts begin alike and the longer goes on where the shorter stops."""
    shared = runs(longer, shorter)
    if not shared:
        return False
    last = max(shared, key=lambda run: run.after)
    stops = last.after + last.length >= len(shorter) - _MARGIN
    begins = shared[0].before <= _MARGIN and shared[0].after <= _MARGIN
    return begins and stops and len(longer) - last.before - last.length > 2 * _MARGIN


def _is_agency(outlet: str) -> bool:
    words = folded(outlet).split()
    pairs = {" ".join(words[n : n + 2]) for n in range(len(words) - 1)}
    return outlet in WIRES or bool(_AGENCIES & {*words}) or bool(_AGENCIES_BY_TWO & pairs)


def _signature(member: Member) -> bool:
    """Tell whether an article is signed by somebody rather than by agencies or a desk."""
    signed = [one for one in member.credits if one.kind is CreditKind.BYLINE]
    return any(not is_unsigned(one) and sum(word[0].isupper() for word in one.words.split()) >= 2 for one in signed)


def _name(member: Member) -> str:
    return member.outlet or member.title or member.article


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= 90 else plain[:89] + "…"
