"""
A record as of a day to the deadlines ahead: signals that name a day which is still to come, the nearest first.

A deadline is found as the ledger finds it; what of them was met or put off since, the ledger tells.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from sayso.ledger.claims import claims
from sayso.record.pages import Pages

LOOKED_AT: Final = 300
"""Articles with signals, the latest first, in which deadlines are looked for; a deadline is seldom old. Set by hand."""


@dataclass(frozen=True, slots=True)
class Upcoming:
    """
    A deadline.

    Attributes:
        signal: Id of the signal.
        kind: What it is.
        sender: Name of whose it is, None where the text does not say.
        due: The day or interval (EDTF).
        last: Last day on which it is in time.
        words: The words that say so.
        sentence: The sentence that proves it.
        outlet: Who published it, or None.
        published: When (EDTF).
    """

    signal: str
    kind: str
    sender: str | None
    due: str
    last: date
    words: str
    sentence: str
    outlet: str | None
    published: str | None


def upcoming(pages: Pages, day: date) -> list[Upcoming]:
    """Return the deadlines ahead of a day in what was published by then, asides left out, the nearest first."""
    found: dict[tuple[str, str], Upcoming] = {}
    for reading in pages.recent(day.isoformat(), "signal", LOOKED_AT):
        for claim in claims(reading, {}):
            if claim.due is None or claim.due.last < day or claim.signal.zone.is_aside:
                continue
            article = claim.view.article
            one = Upcoming(
                signal=claim.signal.id,
                kind=claim.signal.kind.value,
                sender=claim.view.source,
                due=claim.due.edtf,
                last=claim.due.last,
                words=claim.due.words,
                sentence=claim.view.sentence,
                outlet=article["outlet"],
                published=article["published"],
            )
            found.setdefault((one.sentence, one.due), one)
    return sorted(found.values(), key=lambda one: (one.last, one.signal))
