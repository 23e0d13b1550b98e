"""
What a person types as the right value of a field to that value in the form of CONTRACT, or to why it can't be one.

Spans can't be corrected: an entry's id is made of them, and with other spans it would be another entry; what quotes
the wrong words is rejected. Nor can what follows from elsewhere: an event's type follows its act, a probability is the
model's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Connection, select

from sayso.acts.taxonomy import acts
from sayso.errors import UsageError
from sayso.knowledge.knowledge import knowledge
from sayso.record.entries import Entry, Event, Json, entity_fields, party_fields, span_fields
from sayso.record.identities import Identities
from sayso.record.naming import persons_named
from sayso.record.schema import entries
from sayso.resolve.edtf import bounds
from sayso.terms import Certainty, Form, SignalKind, SpeechAct, Standing, TimeType, ZoneKind

NULL: Final = ("null", "none", "")
"""What stands for "the text does not say"."""

_FOLLOWS: Final = ("id", "event_type", "probability")
_DATES: Final = ("said_at", "happened", "edtf", "low", "high", "anchor")
_ENTRIES: Final = ("statement", "condition_event", "consequence_event")
_ENUMS: Final[Mapping[str, type[StrEnum]]] = {
    enum.__name__: enum for enum in (Certainty, Form, SignalKind, SpeechAct, Standing, TimeType, ZoneKind)
}


def correctable(kind: type[Entry]) -> tuple[str, ...]:
    """Return the fields of a kind of entry that people may correct, in its order."""
    left = (*_FOLLOWS, *span_fields(kind))
    return tuple(one.name for one in fields(kind) if one.name not in left)


class Typed:
    """
    Typed values to checked ones, for entries of one record.

    Args:
        connection: To the record.
        who: Who is who in it.
    """

    def __init__(self, connection: Connection, who: Identities) -> None:
        self._connection = connection
        self._who = who

    def value(self, entry: Entry, field: str, given: str) -> Json:
        """
        Return the value that a field of an entry shall have.

        Args:
            entry: As it was read.
            field: Which.
            given: As typed; several parties are set apart by semicolons, `null` is what the text does not say.

        Raises:
            UsageError: There is no such field to correct, or it can't hold that; the message says what would do.
        """
        kind = type(entry)
        if field not in correctable(kind):
            raise UsageError(f"{field} cannot be set; of this entry one can set {', '.join(correctable(kind))}")
        told = given.strip()
        annotated = next(str(one.type) for one in fields(kind) if one.name == field)
        if field in party_fields(kind):
            return [] if told.lower() in NULL else [self._entity(one) for one in told.split(";")]
        if told.lower() in NULL:
            if not annotated.endswith("| None"):
                raise UsageError(f"{field} always has a value; give one")
            return None
        if field in entity_fields(kind):
            return self._entity(told)
        if field in _ENTRIES:
            return self._entry(told)
        if annotated in _ENUMS:
            return _one_of(field, told, [one.value for one in _ENUMS[annotated]])
        if field == "act" and kind is Event:
            return _one_of(field, told, list(acts()))
        return _READERS.get("date" if field in _DATES else annotated, _words)(field, told)

    def _entity(self, given: str) -> str:
        """Return the id of whom a name or an id means, in this record or else in the tables."""
        name = given.strip()
        found = persons_named(self._connection, name, self._who)
        if not found:
            found = [name] if knowledge().get(name) else sorted({one.id for one in knowledge().lookup(name)})
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageError(f"{name} may be {', '.join(found)}; give one of these ids")
        raise UsageError(
            f"neither this record nor the tables know {name!r}; sayso entities lists whom the record knows"
        )

    def _entry(self, given: str) -> str:
        there = select(entries.c.id).where(entries.c.id.startswith(given, autoescape=True)).distinct().limit(2)
        found: list[str] = list(self._connection.execute(there).scalars())
        if len(found) != 1:
            raise UsageError(f"{given} is the id of {'no entry' if not found else 'several entries'} of this record")
        return found[0]


def _one_of(field: str, given: str, known: list[str]) -> str:
    spelled = {one.lower(): one for one in known}
    if given.lower() not in spelled:
        raise UsageError(f"there is no {field} {given!r}; there are {', '.join(known)}")
    return spelled[given.lower()]


def _date(field: str, given: str) -> str:
    if bounds(given) == (None, None):
        raise UsageError(f"{field} takes a date such as 2022-03-23, 2022-03 or 2022-03-01/2022-03-09, not {given!r}")
    return given


def _number(field: str, given: str) -> float:
    try:
        return float(given.replace(",", ""))
    except ValueError as error:
        raise UsageError(f"{field} takes a number, not {given!r}") from error


def _truth(field: str, given: str) -> bool:
    return _one_of(field, given, ["true", "false"]) == "true"


def _words(_field: str, given: str) -> str:
    return given


_READERS: Final[Mapping[str, Callable[[str, str], Any]]] = {
    "date": _date,
    "float | None": _number,
    "float": _number,
    "bool": _truth,
}
