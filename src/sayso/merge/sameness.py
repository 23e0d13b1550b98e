"""
Two gists to a judgement: do they report one utterance, two, or can nobody tell; with the reason in words.

An utterance is what one source says on one occasion. What speaks against it goes first: other days, other speakers,
the contrary. Then the contents decide (`likeness`): how much they share in bits, and what part of the shorter report
the longer one has, for a report often gives only part of an utterance. Weaker evidence of who spoke or when asks for
more in the content. Two reports that are alike and yet contradict one another may be one utterance that somebody
misheard; that is for people to say, so it stays unsure.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Final

from sayso.merge.gist import Gist
from sayso.merge.likeness import Likeness, likeness
from sayso.terms import Judgement, SpeechAct

NEEDED: Final = ((18.0, 0.44), (12.0, 0.50), (8.0, 0.62), (5.0, 0.68), (2.0, 0.85))
"""Likeness from which two reports by one source on one occasion are of one utterance, by the bits that both tell: the
less they tell, the more of it must agree; below the last, even the same words tell of nothing. Less by 0.15 joined 28
of 53 pairs of our crises a to e instead of 20 and none of two utterances, but near-misses of our tests as well."""
BETWEEN: Final = 0.16
"""Likeness below that, in which nobody can tell, where the contents tell enough (`TELLING`)."""
TELLING: Final = 8.0
"""Bits from which likeness that falls short is worth a doubt, or a shared quotation is no chance."""
VERBATIM: Final = 0.85
"""Likeness of what is nearly the same words."""
UNSIGNED: Final = 15.0
"""Bits from which nearly the same words speak for themselves, though one report does not say whose they are."""
QUOTED: Final = 5
"""Words in a row, quoted in one report at least, that two utterances do not share by chance."""
SHORT: Final = 0.7
"""Weight of what the shorter report shares against what the longer does."""
STEP: Final = 0.1
"""How much more likeness each weakness asks for: a spokesman for his state, a day between, another word for what is
done by saying it; and how much less each strength: both name the same day, or share `RUN` words in a row."""
NAMED: Final = 1.2
"""Steps less where both name the same speaker. Swept on our crises a to e and g with `synonyms`: from 0 to 1.2 joins
six more pairs of one utterance and one of two, from 1.9 on it joins pairs of two."""
RUN: Final = 5
POINTING: Final = frozenset("same similar likewise such".split())
POINTED: Final = 3
"""Words at the beginning of a content, and how many are looked at, by which it leans on another. By hand."""
PERSON: Final = "local:person/"
"""Ids of people who are in no table: the surname comes first, a given name behind a hyphen."""
AGAIN: Final = 30
"""Days within which the same words without a date may have been said again, or only told again."""
WEEK: Final = 7
"""Days within which nearly the same words without a date are one utterance that is told again. Set by hand."""
NEARLY: Final = 0.7
"""Likeness from which a report that names nobody may be of what somebody said. Set by hand."""
CERTAIN: Final = 0.95
COPIED: Final = 25.0
"""Likeness and bits of what can't have been said twice, though neither who said it nor when is known."""


# What is done by saying it, where one report's word and another's can't both be right.
_OPPOSED: Final = frozenset(
    frozenset(pair.split("-"))
    for pair in (
        "refuse-promise refuse-threaten deny-acknowledge deny-assert praise-criticize refusal-promise refusal-threat"
    ).split()
)
# What one reporter calls this and another that.
_NEAR: Final = frozenset(
    frozenset(pair.split("-"))
    for pair in (
        "threaten-warn threaten-refuse threaten-demand warn-refuse warn-demand refuse-deny refuse-promise "
        "acknowledge-promise accuse-criticize demand-ask demand-propose ask-propose warning-threat threat-demand "
        "warning-demand threat-refusal refusal-promise promise-commitment promise-threaten promise-threat"
    ).split()
)
_BIND_OTHERS: Final = frozenset("demand ask propose".split())


class Who(IntEnum):
    """How surely two reports name the same speaker."""

    OTHER = 0
    UNKNOWN = 1
    """One of them names nobody at all."""
    PERHAPS = 2
    """An unnamed official of the same side, or somebody named in a sentence that an outlet carried."""
    SPEAKS_FOR = 3
    """The one is whom the other speaks for."""
    SAME = 4


@dataclass(frozen=True, slots=True)
class Judged:
    """
    What is judged of two reports.

    Attributes:
        judgement: Whether they are of one utterance.
        reason: In words.
        score: Likeness of the contents, 0 to 1; comparable only with its like.
        is_near: Whether they are alike enough to say why they are not the same.
    """

    judgement: Judgement
    reason: str
    score: float
    is_near: bool


def is_out_of_question(one: Gist, other: Gist) -> bool:
    """Tell whether two reports are not near whatever their contents are, as `judge` would say."""
    apart = days_apart(one, other)
    if apart is not None and apart > 1:
        return apart > AGAIN or (one.is_dated and other.is_dated) or speaker(one, other) is not Who.SAME
    return _is_contrary(one, other) and speaker(one, other) is Who.OTHER


def judge(one: Gist, other: Gist) -> Judged:
    """Return whether two reports are of one utterance; the order in which they are given makes no difference."""
    who, apart = speaker(one, other), days_apart(one, other)
    found = likeness(one, other)
    score = round(SHORT * found.short + (1 - SHORT) * found.long, 3)
    if apart is not None and apart > 1:
        is_open = apart <= AGAIN and not (one.is_dated and other.is_dated) and who is Who.SAME
        if is_open and score >= VERBATIM and found.shared >= COPIED and apart <= WEEK:
            return Judged(Judgement.POSITIVE, "the same words within a week, told again", score, is_near=True)
        if is_open and score >= VERBATIM and found.shared >= UNSIGNED:
            return Judged(Judgement.UNSURE, "the same words days later: said again, or told again", score, is_near=True)
        return Judged(Judgement.NEGATIVE, "on other days", score, is_near=False)
    if who is Who.OTHER or apart is None or (who is Who.UNKNOWN and not _is_told(found, score)):
        return _unsigned(found, score, who, apart, is_contrary=_is_contrary(one, other))
    doubts = (
        one.is_negative is not other.is_negative,
        found.names,
        one.is_recalled or other.is_recalled,
        _is_days_later(one, other),
        _leans(one) or _leans(other),
    )
    weak = (Who.SAME - who) + apart + _acts_apart(one.act, other.act) + sum(doubts)
    weak -= _is_one_day(one, other) + (found.run >= RUN)
    if weak == 0 and who is Who.SAME and found.shared >= TELLING:
        weak -= NAMED
    return _judged(one, other, found, score, weak)


def _is_contrary(one: Gist, other: Gist) -> bool:
    """Tell whether one report denies what the other says, or tells of another thing done by saying it."""
    return one.is_negative is not other.is_negative or _acts_apart(one.act, other.act) >= 1


def _is_told(found: Likeness, score: float) -> bool:
    """Tell whether two contents agree in so much that one of them may leave unsaid who spoke."""
    return found.shared >= UNSIGNED and score >= NEARLY


def _unsigned(found: Likeness, score: float, who: Who, apart: int | None, *, is_contrary: bool) -> Judged:
    """Judge by the words alone, where nothing else tells that speaker and occasion are the same."""
    is_verbatim = score >= VERBATIM and found.long >= 2 * VERBATIM - 1 and found.shared >= UNSIGNED
    if not is_verbatim or (who is Who.OTHER and is_contrary):
        told = "other speakers" if who is Who.OTHER else "other words"
        return Judged(Judgement.NEGATIVE, told, score, is_near=False)
    if who is Who.OTHER:
        return Judged(Judgement.UNSURE, "the same words, but by other speakers", score, is_near=True)
    if apart is None:
        is_sure = who is Who.SAME or (score >= CERTAIN and found.shared >= COPIED)
        judgement = Judgement.POSITIVE if is_sure else Judgement.UNSURE
        return Judged(judgement, "the same words; when they were said is not known", score, is_near=True)
    return Judged(Judgement.POSITIVE, "the same words; one report does not say whose", score, is_near=True)


def _judged(one: Gist, other: Gist, found: Likeness, score: float, weak: float) -> Judged:
    needed = next((least for bits, least in NEEDED if found.shared >= bits), 2.0) + STEP * weak
    quoted = found.quoted >= QUOTED and found.shared >= TELLING
    if not quoted and score < min(needed, 1.0):
        near = score >= needed - BETWEEN and found.shared >= TELLING
        judgement = Judgement.UNSURE if near else Judgement.NEGATIVE
        return Judged(judgement, "part of the words agree" if near else "other words", score, is_near=near)
    against = _against(one, other, found)
    if against:
        return Judged(Judgement.UNSURE, against, score, is_near=True)
    if quoted:
        return Judged(Judgement.POSITIVE, f"the same quotation, {found.quoted} words of it", score, is_near=True)
    told = "the same words" if score >= VERBATIM else "the same in other words"
    return Judged(Judgement.POSITIVE, told, score, is_near=True)


def _against(one: Gist, other: Gist, found: Likeness) -> str:
    """Return in what two reports that are alike contradict one another, empty where in nothing."""
    if frozenset((one.act, other.act)) in _OPPOSED and one.is_negative is not other.is_negative:
        return " and ".join(sorted((one.act, other.act)))
    if _acts_apart(one.act, other.act) >= 2.0 and found.quoted < QUOTED:
        return " and ".join(sorted((one.act, other.act)))
    if found.numbers and found.quoted < QUOTED:
        return "other figures or dates"
    return ""


def _acts_apart(one: str, other: str) -> float:
    """Return how far two words for what is done by saying something are apart; 2 where the one binds others only."""
    if one == other or SpeechAct.ASSERT in (one, other):
        return 0.0
    if frozenset((one, other)) in _NEAR:
        return 0.5
    return 2.0 if (one in _BIND_OTHERS) is not (other in _BIND_OTHERS) else 1.0


def speaker(one: Gist, other: Gist) -> Who:
    """Return how surely two gists name the same speaker."""
    if one.who and one.who == other.who:
        return Who.OTHER if one.side and other.side and one.side != other.side else Who.SAME
    if one.who and other.who and _by_surname(one.who, other.who):
        return Who.OTHER if one.side and other.side and one.side != other.side else Who.PERHAPS
    if one.who and other.who:
        return Who.SPEAKS_FOR if other.side == one.who or one.side == other.who else Who.OTHER
    if any(_by_surname(a, b) for a in (one.who, *one.named) for b in (other.who, *other.named) if a and b):
        return Who.PERHAPS
    if one.side and one.side == other.side:
        return Who.PERHAPS
    if (one.who is None or other.who is None) and not (one.side and other.side):
        return Who.UNKNOWN
    if one.text is not None and one.text == other.text:
        return Who.SAME
    return Who.UNKNOWN if one.text is not None or other.text is not None else Who.OTHER


def _by_surname(one: str, other: str) -> bool:
    """Tell whether two ids are one's, by the surname alone where an article gives no more of the name."""
    return one == other or (PERSON in one and PERSON in other and (f"{one}-" in other or f"{other}-" in one))


def _is_days_later(one: Gist, other: Gist) -> bool:
    """Tell whether neither text says when, and the one was published days after the other."""
    if one.is_dated or other.is_dated or one.last is None or other.last is None:
        return False
    return abs((date.fromisoformat(one.last) - date.fromisoformat(other.last)).days) > 1


def _leans(gist: Gist) -> bool:
    """Tell whether a content says what it is about by what stands elsewhere: "| the same | measure"."""
    return not POINTING.isdisjoint(gist.tokens[:POINTED])


def _is_one_day(one: Gist, other: Gist) -> bool:
    """Tell whether both texts name the day, and the same."""
    days = {one.first, one.last, other.first, other.last}
    return one.is_dated and other.is_dated and len(days) == 1


def days_apart(one: Gist, other: Gist) -> int | None:
    """Return the days between the times at which two reports may have been made, None where nothing tells."""
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return 0 if one.is_lasting and other.is_lasting else None
    later, earlier = max(one.first, other.first), min(one.last, other.last)
    return max(0, (date.fromisoformat(later) - date.fromisoformat(earlier)).days)
