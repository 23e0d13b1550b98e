"""
Passages to evidence: sentences that speak again of what a signal turns on, where no act was read from them.

The same questions as for happenings: did it come after the signal was made, does the article or somebody who stands
behind it say so. What the sender itself says it will not do after all, or will do after all, takes a signal back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, TypeAlias

from sayso.ledger.claims import Claim, Turn, side_of
from sayso.ledger.clauses import Clause
from sayso.ledger.deeds import BELIEVED, UNREAL, weight_of
from sayso.ledger.evidence import NOT_YET, Evidence, Shows
from sayso.ledger.nouns import told_of_noun
from sayso.ledger.slots import is_of_another
from sayso.ledger.tokens import BE, CLOSES, IF, STAYING, Token, Told, meet, tokens, told
from sayso.ledger.untrue import is_untrue
from sayso.ledger.wanted import Wanted
from sayso.ledger.wording import Echo, echoes, is_another, share_of
from sayso.record.entries import Event, Statement, Time
from sayso.record.passages import KEPT, Passage
from sayso.resolve.edtf import bounds, days_later
from sayso.spans import Span, cover
from sayso.terms import Standing, TimeType
from sayso.weigh.frames import Knows
from sayso.weigh.sides import sides

LENGTH: Final = re.compile(r"P(?P<n>\d+)(?P<unit>[DWMY])")
AFTER: Final = re.compile(r"\s+after (?:it|he|she|they|the|its|his|her|their|[A-Z])[^,;:]*$")
"""What stands between a length of time and the verb that it is counted from."""
CLAUSE: Final = 6
"""Tokens between the head of a relative clause and its verb; set by hand."""
UNCHANGED: Final = 0.75
"""Share of what was to change that a sentence must have which says that it is as it was; set by hand."""
NEAR: Final = 72
"""Code points between a verb and a date that may be its own; set by hand."""


NOTHING: Final = re.compile(
    r"\b(?:nothing (?:happened|followed|was done|came of it)|(?:did|done) nothing|took no action|"
    r"stood idly by|stood by(?=[.,;]| and\b| while\b|$)|"
    r"no (?:reply|response|answer|reaction|shot) (?:came|followed|was fired))\b",
    re.I,
)
"""How the sentence that tells of a condition says that what was to follow did not."""
Spoken: TypeAlias = tuple[Passage, tuple[Token, ...]]


class Ear:
    """Passages to their tokens, each cut once however many claims it may have to do with."""

    def __init__(self, known: Knows) -> None:
        self._known = known
        self._cut: dict[tuple[str, int], tuple[Token, ...]] = {}

    def hear(self, found: Iterable[Passage]) -> list[Spoken]:
        """Return some passages with their tokens."""
        return [(one, self._tokens(one)) for one in found]

    def _tokens(self, one: Passage) -> tuple[Token, ...]:
        key = one.publication.id, one.start
        if len(self._cut) > KEPT:
            self._cut.clear()
        if key not in self._cut:
            self._cut[key] = tokens(one.words, one.start, one.entities, self._known)
        return self._cut[key]


@dataclass(frozen=True, slots=True)
class Heard:
    """
    A passage heard for a claim.

    Attributes:
        wanted: The claim, with what it turns on.
        passage: The sentence.
        words: Its tokens.
        known: Tables of who speaks for whom.
    """

    wanted: Wanted
    passage: Passage
    words: tuple[Token, ...]
    known: Knows

    @property
    def claim(self) -> Claim:
        """The signal."""
        return self.wanted.claim

    @property
    def is_own_article(self) -> bool:
        """Whether it is in the article that the claim was read from."""
        return self.passage.publication.id == self.claim.view.article["id"]

    @property
    def published(self) -> tuple[date, date]:
        """First and last day on which it may have been published."""
        first, last = self.passage.published
        return date.fromisoformat(first), date.fromisoformat(last)

    def actors(self, event: Event) -> frozenset[str]:
        """Return who does what one of its events tells, with all that they speak for."""
        return frozenset(each for who in event.actor for each in sides(who, self.passage.entities, self.known))

    def place(self, at: int) -> Span:
        """Return where one of its tokens stands in the article."""
        return place_of(self.passage, self.words, at)


def place_of(passage: Passage, words: Sequence[Token], at: int) -> Span:
    """Return where one of the tokens of a passage stands in its article."""
    found = -1
    for word in words[: at + 1]:
        found = passage.words.index(word.text, found + 1)
    return Span(passage.start + found, passage.start + found + len(words[at].text))


def heard(wanted: Wanted, found: Iterable[Spoken], known: Knows) -> list[Evidence]:
    """
    Return what some passages show of a claim; of one sentence in several articles only the first counts.

    Args:
        wanted: The claim, with what it turns on.
        found: Passages that may speak of it again, by date, with their tokens.
        known: Tables of who speaks for whom.
    """
    shown: list[Evidence] = []
    seen: set[str] = set()
    for passage, words in found:
        key = " ".join(passage.words.split()).casefold()
        one = Heard(wanted, passage, words, known)
        if key not in seen and (wanted.claim.retold or not one.is_own_article):
            shown += _of_passage(one)
        seen.add(key)
    return shown


def _of_passage(one: Heard) -> list[Evidence]:
    condition, consequence = one.wanted.said.condition, one.wanted.said.consequence
    came = list(_of_condition(condition, one)) if condition is not None else []
    if consequence is None or NOT_YET.search(one.passage.words):
        return came
    nothing = NOTHING.search(one.passage.words) if any(each.shows is Shows.CAME for each in came) else None
    if nothing is not None and not one.wanted.abstains:
        return [*came, replace(next(each for each in came if each.shows is Shows.CAME), id=None, shows=Shows.UNDONE)]
    return [*came, *_of_consequence(consequence, one, beside=bool(came))]


def _echoes(asked: Clause, one: Heard, *, beside: bool = False) -> Iterator[Echo]:
    """Yield where a passage speaks of a clause again, but for what its event is read to be done by another."""
    for echo in echoes(asked, one.words, beside=beside, read=_read(asked, one)):
        event = _event(one.passage, one.place(echo.at))
        by_another = event is not None and is_another(asked.doer, one.actors(event))
        if not by_another and not is_of_another(asked, one.words, echo.at, one.known):
            yield echo


HAPPENED: Final = frozenset((Standing.ACTUAL, Standing.HISTORICAL))
"""Standings of events that are told as done."""


def _read(asked: Clause, one: Heard) -> frozenset[int]:
    """Return the places at which the very act of a clause was read, where it can be no other."""
    if len(asked.acts) != 1 or asked.lasts or asked.verb in STAYING:
        return frozenset()
    events = (entry for entry in one.passage.entries if isinstance(entry, Event) and entry.act in asked.acts)
    cues = [cover(entry.cue) for entry in events if entry.standing in HAPPENED]
    return frozenset(i for i in range(len(one.words)) if cues and any(one.place(i).start == cue.start for cue in cues))


def _of_condition(asked: Clause, one: Heard) -> Iterator[Evidence]:
    for echo in _echoes(asked, one):
        said = _told(one, echo)
        if said in (Told.DONE, Told.NOT_DONE) and not NOT_YET.search(one.passage.words):
            shows = Shows.CAME if (said is Told.DONE) is not asked.negative else Shows.STAYED
            yield from evidence_at(one, shows, echo.at)
    is_denied = one.claim.turn is Turn.IF and asked.negative
    if one.wanted.is_awaited and _unchanged(replace(asked, negative=False) if is_denied else asked, one):
        yield from evidence_at(one, Shows.CAME if is_denied else Shows.STAYED, len(one.words) - 1)


HOLDING: Final = frozenset("hold have keep control occupy sit stay stand refuse".split())
"""Verbs that behind "still" say that nothing has changed."""


def _unchanged(asked: Clause, one: Heard) -> bool:
    """Tell whether what was to change is said to be as it was: "is | still in Eritrean hands", "remains shut"."""
    if (
        asked.negative
        or asked.verb in STAYING - {"leave"}
        or not asked.things
        or any(word.low in IF for word in one.words)
    ):
        return False
    at = next((i for i, word in enumerate(one.words) if word.low == "still" or word.base == "remain"), None)
    if at is None or share_of(asked, one.words) < UNCHANGED:
        return False
    if at + 1 < len(one.words) and one.words[at + 1].verb in HOLDING:
        return True
    return one.words[at].base == "remain" or any(word.low in BE for word in one.words[max(0, at - 1) : at + 2])


def _of_consequence(asked: Clause, one: Heard, *, beside: bool) -> Iterator[Evidence]:
    is_plain = one.wanted.said.condition is None
    if is_plain and one.claim.due is not None and not one.wanted.abstains and _unchanged(asked, one):
        yield from evidence_at(one, Shows.UNDONE, len(one.words) - 1)
    if asked.verb in CALLING_OFF and not one.wanted.abstains and share_of(asked, one.words) >= HELD_ALL_THE_SAME:
        held = list(_held(asked, one))
        yield from held
        if held:
            return
    turned = Told.TO_COME if one.wanted.abstains else Told.NOT_TO_COME
    for echo in _echoes(asked, one, beside=beside):
        said = _told(one, echo)
        if said is Told.DONE:
            yield from evidence_at(one, Shows.DONE, echo.at)
        elif said is Told.NOT_DONE:
            yield from evidence_at(one, Shows.UNDONE, echo.at)
        elif said is turned and _by_sender(one, echo) and not _on_condition(one, echo):
            yield from evidence_at(one, Shows.WITHDRAWN, echo.at)


CALLING_OFF: Final = frozenset("postpone cancel shelve scrap".split())
"""Verbs that are not done where what they are done to takes place."""
HELD_ALL_THE_SAME: Final = 0.5
"""Share of what was to be called off that a sentence must have; set by hand."""


def _held(asked: Clause, one: Heard) -> Iterator[Evidence]:
    """Yield where what was to be called off is told as held or made: "signed the agreement", "the visit took place"."""
    heads = {thing.head.noun for thing in asked.things if not thing.head.names}
    for i, word in enumerate(one.words):
        if word.noun in heads and told_of_noun(one.words, i) is Told.DONE:
            yield from evidence_at(one, Shows.UNDONE, i)


def _told(one: Heard, echo: Echo) -> Told | None:
    """Return what a sentence says of the word that echoes a clause; "the launching pads" launch nothing."""
    if _is_attribute(one.words, echo.at):
        return None
    if echo.is_noun:
        return told_of_noun(one.words, echo.at)
    return told(one.words, echo.at, is_headline=one.passage.start == 0) or told_of_noun(one.words, echo.at)


def _is_attribute(words: Sequence[Token], at: int) -> bool:
    """Tell whether a participle stands between an article or owner and a noun: "the launching pads"."""
    if not words[at].low.endswith("ing") or not 0 < at < len(words) - 1:
        return False
    return words[at - 1].low in BEFORE_NOUNS and words[at + 1].low.isalpha() and words[at + 1].low not in BEHIND_NOUNS


BEFORE_NOUNS: Final = frozenset("the a an its their his her our this that these those".split())
BEHIND_NOUNS: Final = frozenset(
    "of by in on at to from with for and or is was were are has had have will would down up off out".split()
)
"""Words behind a participle that is a noun itself: "the shelling of", "the bombing was"."""


def _on_condition(one: Heard, echo: Echo) -> bool:
    """
    Tell whether what is said to come hangs on something: then it is a signal of its own, and takes none back.

    Not to insist gives way, whatever it hangs on.
    """
    if any(word.verb == "insist" for word in one.words[max(0, echo.at - 3) : echo.at]):
        return False
    before = any(word.low in ("if", "unless") for word in one.words[: echo.at])
    return before or one.words[0].low in IF or any(word.low in IF for word in one.words[echo.at :])


def _by_sender(one: Heard, echo: Echo) -> bool:
    """Tell whether the sender's side is who says it, or is said to do it."""
    side = side_of(one.claim, one.known)
    consequence = one.wanted.said.consequence
    if one.claim.is_own and consequence is not None:
        side |= consequence.doer
    entities = one.passage.entities
    sources = (entry.source for entry in one.passage.entries if isinstance(entry, Statement))
    return any(meet(side, sides(source, entities, one.known)) for source in sources) or any(
        meet(word.names, side) for word in one.words[: echo.at]
    )


# ---- as evidence


def evidence_at(one: Heard, shows: Shows, at: int) -> Iterator[Evidence]:
    """Yield what a token shows, unless nobody stands behind it or it did not come after the claim was made."""
    passage, place, published = one.passage, one.place(at), one.published
    if is_untrue(passage.words, place.start - passage.start):
        return
    said = _holder(passage, place)
    if said is not None and said.act in UNREAL and shows is not Shows.WITHDRAWN and not _is_given(one.words, at):
        return
    event = _event(passage, place)
    when = _when(passage, event, place, published[1])
    when = _earlier(passage, place, when) or when
    first, last = bounds(when)
    weight = weight_of(said, (), passage.entities, one.known)
    if weight < BELIEVED or not _after(one, first, last):
        return
    yield Evidence(
        id=event.id if event else None,
        shows=shows,
        first=first or published[0],
        last=min(last or published[1], published[1]),
        when=when or passage.publication.published or "",
        is_dated=when is not None,
        sentence=passage.words,
        article=passage.publication.id,
        outlet=passage.publication.outlet,
        published=passage.publication.published,
        weight=weight,
    )


def _is_given(words: Sequence[Token], at: int) -> bool:
    """Tell whether a verb stands in a relative clause, which is true whatever is denied: "rejected the note that …"."""
    for i in range(at - 1, max(1, at - 1 - CLAUSE), -1):
        if words[i].low in CLOSES:
            return False
        if words[i].low in ("that", "which", "who"):
            return any(
                word.low in ("the", "a", "an", "its", "his", "her", "their") for word in words[max(0, i - 3) : i]
            )
    return False


def _holder(passage: Passage, place: Span) -> Statement | None:
    """Return the innermost statement whose content holds a place."""
    said = (one for one in passage.entries if isinstance(one, Statement))
    held = [one for one in said if any(place in span for span in one.content)]
    return min(held, key=lambda one: sum(map(len, one.content)), default=None)


def _event(passage: Passage, place: Span) -> Event | None:
    """Return the event whose cue stands at a place."""
    found = (one for one in passage.entries if isinstance(one, Event))
    return next((one for one in found if cover(one.cue).overlaps(place)), None)


def _when(passage: Passage, event: Event | None, place: Span, until: date) -> str | None:
    """Return the date of what a verb tells: its event's, else the nearest in the sentence that had come."""
    given = [(0, event.happened)] if event is not None and event.happened else []
    times = (one for one in passage.entries if isinstance(one, Time) and one.type in (TimeType.DATE, TimeType.TIME))
    near = ((abs(one.span.start - place.end), one.edtf) for one in times if one.edtf and "/" not in one.edtf)
    for distance, edtf in [*given, *sorted(near)]:
        first = bounds(edtf)[0]
        if distance <= NEAR and first is not None and first <= until:
            return edtf
    return None


def _earlier(passage: Passage, place: Span, when: str | None) -> str | None:
    """Return the day of a verb that its sentence is so long after: "76 days after it cut off the oil, on Monday"."""
    last = bounds(when)[1] or date.fromisoformat(passage.published[1])
    for one in passage.entries:
        if isinstance(one, Time) and one.type is TimeType.DURATION and one.span.end < place.start:
            between = passage.words[one.span.end - passage.start : place.start - passage.start]
            length = LENGTH.fullmatch(one.value or "")
            if AFTER.match(between) and length is not None and len(between) <= NEAR:
                days = int(length["n"]) * {"D": 1, "W": 7, "M": 30, "Y": 365}[length["unit"]]
                return days_later(last, -days).isoformat()
    return None


def _after(one: Heard, first: date | None, last: date | None) -> bool:
    """Tell whether what a passage tells came after a claim was made, as far as the texts say."""
    claim, published = one.claim, one.published
    if first is None:
        return published[0] > claim.made[1] or (claim.retold and one.is_own_article)
    return published[1] > claim.made[0] and (last or published[1]) >= claim.made[0]
