"""Entries and dates to the words that a page says them in; labels for what vocabularies spell in one word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from sayso.acts.taxonomy import acts
from sayso.record.entries import KINDS, Entry, Event, Figure, Signal, Statement, Time
from sayso.terms import Certainty, SignalKind, SpeechAct, ZoneKind

SHORT: Final = 8
"""Characters of an id that a list shows, as on the command line."""

VERBS: Final[Mapping[SpeechAct, str]] = {
    SpeechAct.ASSERT: "says",
    SpeechAct.WARN: "warns",
    SpeechAct.THREATEN: "threatens",
    SpeechAct.PROMISE: "promises",
    SpeechAct.REFUSE: "refuses",
    SpeechAct.DENY: "denies",
    SpeechAct.ACCUSE: "accuses",
    SpeechAct.DEMAND: "demands",
    SpeechAct.PROPOSE: "proposes",
    SpeechAct.ACKNOWLEDGE: "acknowledges",
    SpeechAct.PRAISE: "praises",
    SpeechAct.CRITICIZE: "criticizes",
    SpeechAct.ASK: "asks",
}
ZONES: Final[Mapping[ZoneKind, str]] = {
    ZoneKind.HEADLINE: "Headline",
    ZoneKind.BYLINE: "Byline",
    ZoneKind.DATELINE: "Dateline",
    ZoneKind.BODY: "Article",
    ZoneKind.CAPTION: "Picture caption",
    ZoneKind.CREDIT: "Credit line",
    ZoneKind.COMMENT: "Reader’s comment",
    ZoneKind.BOILERPLATE: "Page furniture",
}
FIELDS: Final[Mapping[str, str]] = {
    "source_span": "source",
    "cue": "cue",
    "content": "content",
    "object": "object",
    "condition": "condition",
    "consequence": "consequence",
    "span": "words",
    "of": "what is counted",
}
MATCHES: Final[Mapping[str, str]] = {
    "same": "the same",
    "narrower": "a case of it",
    "broader": "wider than it",
    "similar": "one thing unknown",
    "unknown": "not known",
    "clash": "not the same",
}
NAMED: Final[Mapping[str, str]] = {
    "same": "it is named",
    "narrower": "who is named takes it in",
    "broader": "who is named is part of it",
}
"""How an actor compares with whom a condition names."""
SLOTS: Final[Mapping[str, str]] = {
    "actor": "who",
    "act": "does",
    "object": "what",
    "recipient": "to whom",
    "place": "where",
    "time": "when",
}
_LENGTH: Final = re.compile(r"P(?P<time>T?)(?P<amount>[\d.]+|X)(?P<unit>[SHDWMY])")
_UNITS: Final = {"TS": "second", "TH": "hour", "TM": "minute", "D": "day", "W": "week", "M": "month", "Y": "year"}
_REFERENCES: Final = {"PRESENT_REF": "now", "PAST_REF": "the past", "FUTURE_REF": "the future"}
_MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_DATE: Final = re.compile(r"(?P<year>-?\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<unsure>[~?%]?)")


def kind_of(entry: Entry) -> str:
    """Return the kind of an entry, as addresses and tables spell it."""
    return KINDS[type(entry)]


def label(entry: Entry) -> str:
    """Return in a word or two what an entry is: `threat`, `denies`, `land forces`, `42 missiles`, a date."""
    if isinstance(entry, Statement):
        return VERBS[entry.act]
    if isinstance(entry, Event):
        return act(entry.act)
    if isinstance(entry, Signal):
        return entry.kind.value
    return "figure" if isinstance(entry, Figure) else entry.type.value.lower()


def act(name: str) -> str:
    """Return the name of an act as words."""
    return name.replace("_", " ")


def meaning(name: str) -> str:
    """Return what an act means, its name where the taxonomy has none."""
    known = acts().get(name)
    return known.meaning if known is not None else act(name)


def who(entry: Entry) -> str | None:
    """Return the id of whose words an entry is, None where the text does not say or it is nobody's."""
    if isinstance(entry, Statement):
        return entry.source
    return entry.sender if isinstance(entry, Signal) else None


def joins(signal: Signal) -> tuple[str, str]:
    """Return the words before the condition and before the consequence of a signal."""
    if signal.kind is SignalKind.DEMAND:
        return "demanded", "or else"
    if signal.kind is SignalKind.REFUSAL:
        return "even if" if signal.condition else "", "will not"
    return ("unless" if signal.if_not else "if"), ("then" if signal.condition else "announced")


def doubt(entry: Entry) -> str:
    """Return how firmly a statement is put where that is less than certain, else an empty string."""
    sure = isinstance(entry, Statement) and entry.certainty is Certainty.CERTAIN
    return entry.certainty.value if isinstance(entry, Statement) and not sure else ""


def clock(entry: Entry) -> tuple[str, str] | None:
    """Return the clock that an entry has of its own and what it shows, as (`said`, EDTF); None where it has none."""
    if isinstance(entry, Statement) and entry.said_at:
        return "said", entry.said_at
    if isinstance(entry, Event) and entry.happened:
        return "happened", entry.happened
    return ("means", entry.edtf) if isinstance(entry, Time) and entry.edtf else None


def date(edtf: str | None) -> str:
    """Return an EDTF date or interval as people write it; as it stands where it is of another form."""
    if not edtf:
        return "no date"
    first, slash, last = edtf.partition("/")
    if not slash:
        return _day(edtf)
    if first in ("", ".."):
        return f"until {_day(last)}"
    if last in ("", ".."):
        return f"from {_day(first)} on"
    return f"{_day(first)} – {_day(last)}"


def _day(edtf: str) -> str:
    found = _DATE.fullmatch(edtf)
    if found is None or (found["month"] and not 1 <= int(found["month"]) <= 12):
        return edtf
    told = [found["day"] and str(int(found["day"])), found["month"] and _MONTHS[int(found["month"]) - 1], found["year"]]
    return f"{'c. ' if found['unsure'] else ''}{' '.join(one for one in told if one)}"


def lasting(value: str | None) -> str:
    """Return a TIMEX3 value that is no date as people say it; as it stands where it is of another form."""
    if value is None:
        return "not placed"
    found = _LENGTH.fullmatch(value)
    noun = _UNITS.get(found["time"] + found["unit"]) if found is not None else None
    if found is None or noun is None:
        return _REFERENCES.get(value, value)
    amount = found["amount"]
    return f"some {noun}s" if amount == "X" else f"{amount} {noun}{'' if amount == '1' else 's'}"


def moment(utc: str | None) -> str:
    """Return a moment of the record's clock as people write it."""
    if not utc:
        return "—"
    day, _, clock_time = utc.partition("T")
    return f"{date(day)}, {clock_time[:5]} UTC" if clock_time else date(day)


def plural(amount: int, noun: str, nouns: str | None = None) -> str:
    """Return a number with its noun: `1 signal`, `2 signals`, `2 entries`."""
    many = nouns or (f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s")
    return f"{amount:,} {noun if amount == 1 else many}"


def titled(title: str | None, path: str) -> str:
    """Return what an article is called: its headline, or else the name of its file."""
    return title or path.rsplit("/", 1)[-1]


def short(identifier: str) -> str:
    """Return as much of an entry's or article's id as finds it again."""
    return identifier[:SHORT]


def name(identifier: str | None, names: Mapping[str, str]) -> str:
    """Return the name behind an entity id; what is only a phrase of the article is said to be so."""
    if identifier is None:
        return "somebody not named"
    return names.get(identifier, identifier)


def listed_names(identifiers: Iterable[str], names: Mapping[str, str]) -> str:
    """Return the names behind some entity ids, as a sentence lists them."""
    held = [name(one, names) for one in identifiers]
    return held[0] if len(held) == 1 else f"{', '.join(held[:-1])} and {held[-1]}" if held else ""


def grouped(digest: str, size: int = 8) -> list[str]:
    """Return a digest in groups that an eye can follow."""
    return [digest[i : i + size] for i in range(0, len(digest), size)]
