"""A crisis in a few sentences, made by hand: threats, what was done, what was said again, for tests of the ledger."""

from __future__ import annotations

from typing import Any

from drafts import Draft

from sayso.merge.settling import settle
from sayso.record.store import Record
from sayso.terms import EntityKind, Form, SignalKind, SpeechAct, Standing

NAMES = {"avalon": "Avalon", "drakonia": "Drakonia", "elbonia": "Elbonia", "freedonia": "Freedonia"}


class Story(Draft):
    """An article about the states of `worlds`, which it knows by name."""

    def __init__(self, text: str, published: str | None, **more: Any) -> None:
        super().__init__(text=text, published=published, outlet=more.pop("outlet", "Fjord Herald"), **more)
        for key, name in NAMES.items():
            if name in text:
                self.entity(key, EntityKind.COUNTRY, name, name)

    def said(self, source: str, cue: str, content: str, said_at: str | None = None, **more: Any) -> str:
        return self.statement(source, cue, content, said_at=said_at, form=more.pop("form", Form.INDIRECT), **more)


def ultimatum(published: str | None = "2031-05-07", outlet: str = "Fjord Herald", more: str = "") -> Story:
    """Avalon threatens to close its ports to Drakonia unless Drakonia withdraws its troops by May 20."""
    story = Story(
        "Avalon will close its ports to Drakonia unless Drakonia withdraws its troops from Elbonia by May 20, "
        f"its government said on Tuesday.{more}",
        published,
        outlet=outlet,
        path=f"ultimatum {outlet}.txt",
    )
    threat = "Avalon will close its ports to Drakonia"
    demand = "Drakonia withdraws its troops from Elbonia by May 20"
    said = story.said("avalon", "said", f"{threat} unless {demand}", "2031-05-06", act=SpeechAct.THREATEN)
    leaving = story.event(
        "withdraw", "withdraws", ("drakonia",), object="its troops", standing=Standing.HYPOTHETICAL, statement=said
    )
    closing = story.event(
        "close_facility", "close", ("avalon",), recipient=("drakonia",), object="its ports",
        standing=Standing.FUTURE, statement=said,
    )  # fmt: skip
    story.time("May 20", "../2031-05-20")
    story.signal(
        SignalKind.THREAT, demand, threat, condition_event=leaving, consequence_event=closing, if_not=True,
        sender="avalon", target=("drakonia",), statement=said,
    )  # fmt: skip
    return story


def withdrawal(published: str | None = "2031-05-18", happened: str | None = "2031-05-17") -> Story:
    """Drakonia withdraws its troops."""
    story = Story("Drakonia withdrew its troops from Elbonia on Saturday.", published, path="withdrawal.txt")
    story.event("withdraw", "withdrew", ("drakonia",), object="its troops", happened=happened)
    return story


def closing(published: str = "2031-05-22") -> Story:
    """Avalon closes its ports."""
    story = Story("Avalon closed its ports to ships from Drakonia on Thursday.", published, path="closing.txt")
    story.event(
        "close_facility", "closed", ("avalon",), recipient=("drakonia",), object="its ports", happened=published
    )
    return story


def told(text: str, published: str | None, path: str = "told.txt") -> Story:
    """Make an article from which no act was read."""
    return Story(text, published, path=path)


def keep(record: Record, *stories: Draft) -> Record:
    """Add some articles to a record, and settle it."""
    for story in stories:
        record.add(story.capture, story.reading)
    settle(record)
    return record
