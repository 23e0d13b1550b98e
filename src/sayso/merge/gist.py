"""
A reading to the gist of each statement and signal: all that is compared of two reports of perhaps one utterance.

Who said it and for whom, on which days it may have been said, what is done by saying it, the content as tokens with
what stands in quotation marks, and the words around. A gist is made of one reading alone and tells nothing of which
article that was, so that copies of one report share one gist, and what is judged of it never depends on what else a
record holds.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Final

from sayso.acts.taxonomy import SPEECH, act, is_listed
from sayso.knowledge.knowledge import Knowledge
from sayso.merge.tokens import ACT, Page
from sayso.record.entries import KINDS, Entity, Reading, Signal, Statement
from sayso.record.sightings import base_of
from sayso.resolve.edtf import bounds, days_later
from sayso.spans import Span, Spans
from sayso.terms import EntityKind, SignalKind

LAG: Final = 3
"""Days before its publication on which a statement without a date may have been made. Set by hand."""
RECALL: Final = 200
"""Days that a report may look back to what somebody "had said". Set by hand."""
LATELY: Final = 45
"""Days that it may look back to what somebody "has said". Set by hand: on our crises c to g, i, f and l four pairs of
one utterance more are joined, and none of two."""
NARROW: Final = 7
"""Days that the time of an utterance may span and still tell it from the next."""
LONGEST: Final = 92
"""Days that the date of a statement may span and still tell of an occasion. Set by hand."""

_UNNAMED: Final = "/unnamed-"
_NOT: Final = frozenset("not no never none nobody nothing neither nor cannot without n't".split())
_MEDIUM: Final = re.compile(r"^(?:Radio|TV|Television)\b|\b(?:Radio|TV|Television|News Agency|newspaper)$")
_HAD: Final = re.compile(r"\bhad\b|['’]d\b", re.IGNORECASE)
_HAS: Final = re.compile(r"\b(?:has|have)\b|['’]ve\b", re.IGNORECASE)
_DENYING: Final = re.compile(
    r"\b(?:rul(?:e[sd]?|ing) out|den(?:y|ies|ied)|refus(?:es?|ed)|reject(?:s|ed)?|declin(?:es?|ed)|dismiss(?:es|ed)?"
    r"|withdr[ae]ws?|forb[ai]de?s?|disown(?:s|ed)?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Gist:
    """
    What a statement or signal comes to.

    Attributes:
        kind: `statement` or `signal`.
        who: Entity id of its source or sender, None where it is unnamed or an outlet that only carried it.
        named: Ids of the persons that its sentence names besides, where `who` is None.
        side: Entity id of the state or organisation that it is, or speaks for, None where the article does not say.
        first: First day (ISO) on which it may have been said, None where nothing tells.
        last: Last day.
        is_dated: Whether the text says when.
        is_recalled: Whether it is told of as past without a date ("had promised"), and so may be long ago.
        act: What is done by saying it; of a signal its kind.
        is_negative: Whether what the content says is said not to be so, or not to come.
        tokens: The content (`tokens.Page`), of a signal its condition, then its consequence; then the acts in it.
        quoted: Places of the tokens that stand in quotation marks, as ranges.
        around: Tokens of its sentences outside the content.
        text: The article's text by its digest, where nothing says who spoke; such a report is the same as no other's.
    """

    kind: str
    who: str | None
    named: tuple[str, ...]
    side: str | None
    first: str | None
    last: str | None
    is_dated: bool
    is_recalled: bool
    act: str
    is_negative: bool
    tokens: tuple[str, ...]
    quoted: tuple[tuple[int, int], ...]
    around: tuple[str, ...]
    text: str | None

    @property
    def is_lasting(self) -> bool:
        """Whether it is a standing rule, which says the same whenever it is told of."""
        return self.first is None and self.act == SignalKind.COMMITMENT.value

    @property
    def is_wide(self) -> bool:
        """Whether its time may take in several utterances, so that it can't hold two reports together by itself."""
        if self.first is None or self.last is None:
            return not self.is_lasting
        return (date.fromisoformat(self.last) - date.fromisoformat(self.first)).days >= NARROW

    def packed(self) -> str:
        """Return the gist as JSON."""
        held = [getattr(self, one.name) for one in fields(self)]
        return json.dumps(held, ensure_ascii=False, separators=(",", ":"))


def unpacked(packed: str) -> Gist:
    """Read a gist back."""
    kind, who, named, side, first, last, is_dated, is_recalled, act, *rest = json.loads(packed)
    is_negative, tokens, quoted, around, text = rest
    pairs = tuple((start, end) for start, end in quoted)
    said = (tuple(named), side, first, last, is_dated, is_recalled, act, is_negative)
    return Gist(kind, who, *said, tuple(tokens), pairs, tuple(around), text)


def gists(reading: Reading, text: str, known: Knowledge) -> Iterator[tuple[str, Gist]]:
    """
    Yield the gist of every statement and signal of a reading that is no aside, with its id.

    Args:
        reading: The reading, as people have it.
        text: Digest of the article's text.
        known: The tables of who speaks for whom.
    """
    maker = _Maker(reading, text, known)
    for statement in reading.statements:
        if not statement.zone.is_aside:
            yield statement.id, maker.statement(statement)
    held = {one.id: one for one in reading.statements}
    for signal in reading.signals:
        if not signal.zone.is_aside:
            yield signal.id, maker.signal(signal, held.get(signal.statement or ""))


@dataclass(frozen=True, slots=True)
class _When:
    first: date | None
    last: date | None
    is_dated: bool = False
    is_recalled: bool = False


class _Maker:
    """Makes the gists of one reading."""

    def __init__(self, reading: Reading, text: str, known: Knowledge) -> None:
        self._page = Page(reading, known)
        self._known = known
        self._text = text
        self._entities = {one.id: one for one in reading.entities}
        self._sentences = [one.span for one in reading.article.sentences]
        self._events = reading.events
        self._published = bounds(reading.article.published)

    def statement(self, one: Statement) -> Gist:
        cue = self._words(one.cue or ())
        when = self._when(one.said_at, cue)
        denied = _DENYING.search(cue) is not None
        return self._gist(one.source, one.content, when, KINDS[Statement], one.act.value, denied)

    def signal(self, one: Signal, said: Statement | None) -> Gist:
        spans = (*(one.condition or ()), *(one.consequence or ()))
        cue = self._words(said.cue or ()) if said else ""
        when = self._when(said.said_at if said else None, cue)
        gist = self._gist(one.sender, spans, when, KINDS[Signal], one.kind.value, one.kind is SignalKind.REFUSAL)
        if one.kind is SignalKind.COMMITMENT and said is None:
            return _lasting(gist)
        return gist

    def _words(self, spans: Spans) -> str:
        return " ".join(span.of(self._page.text) for span in spans)

    def _gist(self, source: str | None, content: Spans, when: _When, kind: str, done: str, denied: bool) -> Gist:
        held = [one for one in self._sentences if any(one.overlaps(span) for span in content)]
        outside = tuple(part for one in held for part in _without(one, content))
        around, tokens = self._page.tokens(outside), self._page.tokens(content)
        acts = {one.act for one in self._events if is_listed(one.act) and any(one.cue[0] in span for span in content)}
        who, side = self._who(source)
        named = (
            ()
            if who
            else tuple(sorted({one[1:] for one in around if one.startswith("@") and self._is_person(one[1:])}))
        )
        negations = sum(one in _NOT for one in tokens)
        return Gist(
            kind=kind,
            who=who,
            named=named,
            side=side,
            first=when.first.isoformat() if when.first else None,
            last=when.last.isoformat() if when.last else None,
            is_dated=when.is_dated,
            is_recalled=when.is_recalled,
            act=done,
            is_negative=bool(negations % 2) is not denied,
            tokens=(*tokens, *(ACT + one for one in sorted(acts) if act(one).event_type not in SPEECH)),
            quoted=tuple(_runs(self._page.quoted(content))),
            around=around,
            text=None if who or side or named else self._text,
        )

    def _is_person(self, key: str) -> bool:
        return any(base_of(one.id) == key and one.kind is EntityKind.PERSON for one in self._entities.values())

    def _who(self, source: str | None) -> tuple[str | None, str | None]:
        """Return who speaks, None where nobody is named, and for whom."""
        entity = self._entities.get(source or "")
        if source is None or (entity is not None and _only_carries(entity)):
            return None, None
        whole = self._known.organ_of(source)
        serves = whole or (entity and entity.affiliation)
        serves = serves and (self._known.organ_of(serves) or serves)
        side = base_of(serves) if serves and _UNNAMED not in serves else None
        if _UNNAMED in source:
            return None, side
        who = base_of(whole or (self._known_as(entity) if entity is not None else None) or source)
        return who, side or (who if entity is not None and entity.kind is not EntityKind.PERSON else None)

    def _known_as(self, entity: Entity) -> str | None:
        """Return the id of the one person of the tables who is called as somebody is whom no table was sure of."""
        if entity.kind is not EntityKind.PERSON or self._known.name_of(entity.id) or " " not in entity.name:
            return None
        found = self._known.same_sounding(entity.name)
        return found[0].id if len(found) == 1 else None

    def _when(self, said_at: str | None, cue: str) -> _When:
        """Return when something may have been said: as the text says, else shortly before it was published."""
        is_recalled = _HAD.search(cue) is not None
        back = RECALL if is_recalled else LATELY if _HAS.search(cue) else LAG
        first, last = bounds(said_at)
        published = self._published[1] or self._published[0]
        if published is not None and first is not None and first > days_later(published, 1):
            first = last = None
        if last is not None and first is None:
            first = days_later(last, -LAG)
        if first is not None and last is None:
            last = published
        if first is not None and last is not None and (last - first).days <= LONGEST:
            return _When(first, last, is_dated=True)
        if published is None:
            return _When(None, None)
        early = min(self._published[0] or published, published)
        return _When(days_later(early, -back), published, is_recalled=is_recalled)


def _only_carries(entity: Entity) -> bool:
    """Tell whether who is said to have said something is an outlet, which had it from somebody."""
    return entity.kind is EntityKind.OUTLET or _MEDIUM.search(entity.name) is not None


def _lasting(gist: Gist) -> Gist:
    """Return a standing rule without its days."""
    return replace(gist, first=None, last=None, is_dated=False)


def _without(whole: Span, parts: Iterable[Span]) -> Iterator[Span]:
    """Yield what is left of a stretch outside of others."""
    at = whole.start
    for part in sorted(parts):
        if part.overlaps(whole):
            if part.start > at:
                yield Span(at, part.start)
            at = max(at, part.end)
    if at < whole.end:
        yield Span(at, whole.end)


def _runs(marked: Iterable[bool]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of places that are marked."""
    start: int | None = None
    at = 0
    for at, is_marked in enumerate([*marked, False]):
        if is_marked and start is None:
            start = at
        elif not is_marked and start is not None:
            yield start, at
            start = None
