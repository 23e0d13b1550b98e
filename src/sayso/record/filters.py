"""What a list is narrowed to: who published, who said it, when, in which zone; values only, no SQL."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sayso.terms import ZoneKind

GUESSED: Final = ("statement", "event", "signal")
"""The kinds of entry that the model is more or less sure of; figures and times are read by rule."""

ASIDES: Final = tuple(kind.value for kind in ZoneKind if kind.is_aside)


@dataclass(frozen=True, slots=True)
class Filters:
    """
    What a list is narrowed to; None and defaults narrow nothing. Names match whole words, whatever their case.

    Attributes:
        outlet: Who published the article.
        source: Who said it (id or name): the source of a statement, the sender of a signal, and of an event or figure
            the source of the statement that holds it.
        actor: Who does it: the actor of an event.
        target: Whom it is aimed at: addressee of a statement, recipient of an event, target of a signal.
        kind: Act of a statement, kind of a signal, act or PLOVER type of an event, unit of a figure, type of a time,
            kind of an entity.
        since: First day (ISO) that counts; what is dated nowhere is left out then.
        until: Last day (ISO) that counts, likewise.
        zone: Only what was read in zones of this kind.
        asides: False leaves out captions, credits, comments and boilerplate.
        article: Id of the one article to list from, or its beginning as lists show it.
        versions: True lists older versions of a page too.
        rejected: True lists too what people rejected or retracted.
    """

    outlet: str | None = None
    source: str | None = None
    actor: str | None = None
    target: str | None = None
    kind: str | None = None
    since: str | None = None
    until: str | None = None
    zone: str | None = None
    asides: bool = True
    article: str | None = None
    versions: bool = False
    rejected: bool = False
