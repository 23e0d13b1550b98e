"""
Things to entries: the frozen values a reading is made of, their ids, and the form in which CONTRACT prints them.

An entry's id is made of the article's id, the kind of entry and its ordered spans, so that it is the same in `read`,
in every listing, in `because`, and after the article is read again. What the text does not say is None.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, Final, TypeAlias, TypeVar

from sayso.article.article import Article, Zone
from sayso.spans import Span, Spans, spans_from
from sayso.terms import Certainty, EntityKind, EventType, Form, SignalKind, SpeechAct, Standing, TimeType, ZoneKind

SCHEMA: Final = "sayso/reading/1"

Json: TypeAlias = Any  # what json.dumps takes; recursive aliases are beyond mypy's strictness here


@dataclass(frozen=True, slots=True)
class Entity:
    """
    Someone or something named or meant in an article, under one id across spellings.

    Attributes:
        id: Wikidata QID where a table with a source gives one, else `local:` and a name-like key.
        kind: What it is.
        name: The fullest proper name known.
        mentions: Each span is one mention.
        affiliation: Entity id of the state or organisation that it acts for according to this article or a dated
            table of offices (a minister's country, a spokesman's ministry's country), or None.
        role: The office as written ("Russian Foreign Minister"), or None.
    """

    id: str
    kind: EntityKind
    name: str
    mentions: Spans
    affiliation: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """
    An attribution resolved: who said what, to whom, when, and through whom it came.

    Attributes:
        id: See `entry_id`.
        source_span: The source as written, None where the text names none.
        cue: The words that attribute (PolNeAR), with auxiliaries, adverbs and particles.
        content: What is attributed, with its quotation marks and a leading `that`.
        form: Direct, indirect or mixed.
        source: Entity id of who is said to have said it, None where the text does not say.
        addressee: Entity ids.
        via: Entity ids of the outlets that carried it before this one, nearest first.
        act: What the source does by saying it.
        certainty: How firmly the content is put.
        said_at: EDTF, None where the text does not say.
        zone: Where it was read.
        probability: Calibrated, 0 to 1.
    """

    id: str
    source_span: Spans | None
    cue: Spans | None
    content: Spans
    form: Form
    source: str | None
    addressee: tuple[str, ...]
    via: tuple[str, ...]
    act: SpeechAct
    certainty: Certainty
    said_at: str | None
    zone: ZoneKind
    probability: float


@dataclass(frozen=True, slots=True)
class Event:
    """
    Something done by somebody to somebody, and whether it happened or only might (PLOVER).

    Attributes:
        id: See `entry_id`.
        act: Id in the act taxonomy (`sayso.acts`).
        event_type: The PLOVER type; follows from the act.
        mode: PLOVER mode, or None.
        cue: The words that name the act.
        actor: Entity ids of who does it.
        recipient: Entity ids of whom it is done to.
        object: What is sent, struck, withdrawn, frozen, asked for.
        place: Entity id, None where the text does not say.
        happened: EDTF, None where the text does not say.
        standing: Whether the text says it happened.
        statement: Id of the innermost statement whose content holds it, None where the article itself asserts it.
        zone: Where it was read.
        probability: Calibrated, 0 to 1.
    """

    id: str
    act: str
    event_type: EventType
    mode: str | None
    cue: Spans
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    object: Spans | None
    place: str | None
    happened: str | None
    standing: Standing
    statement: str | None
    zone: ZoneKind
    probability: float


@dataclass(frozen=True, slots=True)
class Signal:
    """
    A warning, threat, promise, commitment, refusal or demand.

    Attributes:
        id: See `entry_id`.
        kind: Which of them.
        condition: The widest clause or noun phrase that states it, without its connective, or None.
        consequence: Likewise; in a refusal what is refused; None in a demand that names none.
        condition_event: Id of the event that heads the condition, or None.
        consequence_event: Id of the event that heads the consequence, or None.
        if_not: True where the consequence follows when the condition does *not* come (demand, unless, until).
        sender: Entity id of whose signal it is.
        target: Entity ids: whose conduct it aims at; in a promise, who benefits.
        statement: Id of the statement that carries it, or None.
        zone: Where it was read.
        probability: Calibrated, 0 to 1.
    """

    id: str
    kind: SignalKind
    condition: Spans | None
    consequence: Spans | None
    condition_event: str | None
    consequence_event: str | None
    if_not: bool
    sender: str | None
    target: tuple[str, ...]
    statement: str | None
    zone: ZoneKind
    probability: float


@dataclass(frozen=True, slots=True)
class Figure:
    """
    A quantity with what it counts.

    Attributes:
        id: See `entry_id`.
        span: The words of the quantity.
        value: The number stated, None where only bounds are.
        low: Lower bound, None where the text leaves it open.
        high: Upper bound, likewise; exact figures have `low == high == value`.
        unit: `USD`, `km`, `%`, `times`, …, None for plain counts.
        of: What is counted.
        statement: Id of the innermost statement that holds it, or None.
        zone: Where it was read.
    """

    id: str
    span: Span
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    of: Spans | None
    statement: str | None
    zone: ZoneKind


@dataclass(frozen=True, slots=True)
class Time:
    """
    A time expression placed on the calendar (TIMEX3 value, EDTF date).

    Attributes:
        id: See `entry_id`.
        span: Without its preposition, as in TIMEX3.
        type: TIMEX3's.
        value: TIMEX3's (`2022-03-23`, `P1M`, `PRESENT_REF`), None where it could not be read.
        edtf: The date or interval meant, shaped by the preposition (`../2007-06-01`), or None.
        low: First day it may mean (ISO), or None.
        high: Last day it may mean (ISO), or None.
        anchor: The date it was read against, or None where it needs none.
        zone: Where it was read.
    """

    id: str
    span: Span
    type: TimeType
    value: str | None
    edtf: str | None
    low: str | None
    high: str | None
    anchor: str | None
    zone: ZoneKind


Entry: TypeAlias = Statement | Event | Signal | Figure | Time

KINDS: Final[Mapping[type, str]] = {
    Statement: "statement",
    Event: "event",
    Signal: "signal",
    Figure: "figure",
    Time: "time",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """
    All that was read from one article, by one version of sayso and its model.

    Attributes:
        article: The article, with its zones and sentences.
        run: What made this reading: `sayso VERSION model SHA-256[:12]`.
    """

    article: Article
    run: str
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    signals: tuple[Signal, ...]
    figures: tuple[Figure, ...]
    times: tuple[Time, ...]

    def entries(self) -> tuple[Entry, ...]:
        """Return every entry of the reading, kind by kind."""
        return (*self.statements, *self.events, *self.signals, *self.figures, *self.times)


def entry_id(article_id: str, kind: str, *parts: Iterable[Span] | str | None) -> str:
    """
    Return the id of an entry: the article's id, the kind and the ordered spans of its fields, hashed.

    Args:
        article_id: Of the article that it was read from.
        kind: A value of `KINDS`; its first two letters head the id.
        parts: The spans of each field in the order of the entry, None for a field without; a string sets apart two
            entries of the same spans (a signal's kind, an event's act).

    Returns:
        `st`, `ev`, `si`, `fi` or `ti` and 16 hexadecimal digits.
    """
    pieces = [article_id, kind]
    for part in parts:
        if part is None or isinstance(part, str):
            pieces.append(part or "-")
        else:
            pieces.append(",".join(f"{span.start}:{span.end}" for span in part))
    return kind[:2] + hashlib.sha256("|".join(pieces).encode()).hexdigest()[:16]


# What else goes into an entry's id than its spans: what sets apart two entries that rest on the same words.
_SETS_APART: Final[Mapping[type, str]] = {Event: "act", Signal: "kind"}

E = TypeVar("E", bound=Entry)
V = TypeVar("V", bound=Entity | Entry)


def id_of(article_id: str, entry: Entry) -> str:
    """Return the id that an entry of this article has: `entry_id` of its span fields in order, then its act or kind."""
    named = _SETS_APART.get(type(entry))
    parts = [getattr(entry, name) for name in span_fields(type(entry))]
    spans = [(part,) if isinstance(part, Span) else part for part in parts]
    return entry_id(article_id, KINDS[type(entry)], *spans, *([getattr(entry, named)] if named else []))


def identified(article_id: str, entry: E) -> E:
    """Return the entry with its id set; whoever builds an entry may leave `id` empty and call this last."""
    return replace(entry, id=id_of(article_id, entry))


def span_fields(kind: type) -> tuple[str, ...]:
    """Return the names of the fields that hold spans, in the order of the entry."""
    return _SPANS[kind]


def party_fields(kind: type) -> tuple[str, ...]:
    """Return the names of the fields that hold several entity ids (`addressee`, `actor`, `target`, …)."""
    return _PARTIES[kind]


def entity_fields(kind: type) -> tuple[str, ...]:
    """Return the names of the fields that hold one entity id or None (`source`, `place`, `sender`)."""
    return _ENTITIES[kind]


_VALUES: Final = (Entity, *KINDS)
_SPANS: Final = {v: tuple(f.name for f in fields(v) if f.type in ("Span", "Spans", "Spans | None")) for v in _VALUES}
_PARTIES: Final = {v: tuple(f.name for f in fields(v) if f.type == "tuple[str, ...]") for v in _VALUES}
_ENTITIES: Final = {v: tuple(f.name for f in fields(v) if f.name in ("source", "place", "sender")) for v in _VALUES}


def spans_by_field(value: Entity | Entry) -> Iterator[tuple[str, Span]]:
    """Yield each span of an entity or entry with the name of its field, in order."""
    for name in span_fields(type(value)):
        held = getattr(value, name)
        for span in (held,) if isinstance(held, Span) else held or ():
            yield name, span


def spans_in(entry: Entry) -> tuple[Span, ...]:
    """Return every span that an entry holds, in the order of its fields."""
    return tuple(span for _, span in spans_by_field(entry))


def as_json(value: Entity | Entry | Zone) -> dict[str, Json]:
    """Return an entity, entry or zone in the form of CONTRACT, keys in the order of its fields."""
    if isinstance(value, Zone):
        return {"kind": value.kind.value, "start": value.span.start, "end": value.span.end}
    return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}


def from_json(kind: type[V], given: Mapping[str, Json]) -> V:
    """Read an entity or entry back from the form that `as_json` gives; keys that it does not know are left alone."""
    return kind(**{name: given[name] if read is None else read(given[name]) for name, read in _READERS[kind]})


def read_field(kind: type, name: str, given: Json) -> Any:
    """Read one field of an entity or entry from the form of CONTRACT; ValueError where it cannot hold what is given."""
    read = dict(_READERS[kind])[name]
    return given if read is None else read(given)


# How a field is read back, by its annotation; the others (str, str | None, bool) are as they stand.
_READ: Final[Mapping[str, Callable[[Json], Any]]] = {
    "Span": lambda pair: Span(*pair),
    "Spans": spans_from,
    "Spans | None": spans_from,
    "tuple[str, ...]": tuple,
    "float": float,
    "float | None": lambda value: None if value is None else float(value),
    **{
        enum.__name__: enum
        for enum in (Certainty, EntityKind, EventType, Form, SignalKind, SpeechAct, Standing, TimeType, ZoneKind)
    },
}


_READERS: Final[Mapping[type, tuple[tuple[str, Callable[[Json], Any] | None], ...]]] = {
    kind: tuple((one.name, _READ.get(str(one.type))) for one in fields(kind)) for kind in (Entity, *KINDS)
}


def _plain(value: object) -> Json:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) >= 2 else round(value, 4)
    return value


def reading_json(reading: Reading) -> dict[str, Json]:
    """Return a whole reading in the form of CONTRACT's `sayso read`."""
    article = reading.article
    head = {
        key: getattr(article, key)
        for key in ("id", "path", "sha256", "url", "outlet", "title", "byline", "published", "language", "text")
    }
    return {
        "schema": SCHEMA,
        "article": head,
        "run": reading.run,
        "zones": [as_json(zone) for zone in article.zones],
        "entities": [as_json(entity) for entity in reading.entities],
        "statements": [as_json(entry) for entry in reading.statements],
        "events": [as_json(entry) for entry in reading.events],
        "signals": [as_json(entry) for entry in reading.signals],
        "figures": [as_json(entry) for entry in reading.figures],
        "times": [as_json(entry) for entry in reading.times],
    }
