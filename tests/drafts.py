"""Words to a reading made by hand: what the record and the faces are tested with, no model and no parser needed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sayso.acquire.capture import Capture, Hints
from sayso.article.article import Article, Sentence, Zone, article_id
from sayso.ask.query import Query
from sayso.record.entries import Entity, Entry, Event, Figure, Reading, Signal, Statement, Time, identified
from sayso.spans import Span, trim
from sayso.terms import Certainty, EntityKind, EventType, Form, SignalKind, SpeechAct, Standing, TimeType, ZoneKind

RUN = "sayso 0.1.0 model 0123456789ab"
TAKEN = datetime(2031, 5, 7, 12, tzinfo=UTC)

TEXT = """Norland warns Sudmark over shipping

Norland's foreign minister Ada Holm said on Tuesday that any landing on the Skerry Islands would lead to war. \
“We will close the strait unless Sudmark withdraws its 4,000 troops,” Holm told Radio Fjord.

Sudmark's navy crossed the Skerry line on Monday.

Photo: Ada Holm at the harbour. She said the fishermen were with her.
"""


@dataclass
class Draft:
    """An article being annotated by quoting it."""

    text: str = TEXT
    path: str = "norland.txt"
    outlet: str | None = "Fjord Herald"
    url: str | None = None
    published: str | None = "2031-05-07"
    title: str | None = None
    run: str = RUN
    taken: datetime = TAKEN
    entities: list[Entity] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)

    @property
    def capture(self) -> Capture:
        """The bytes of the article with what is known from outside."""
        hints = Hints(published=self.published, outlet=self.outlet, url=self.url)
        return Capture(self.text.encode(), self.path, self.taken, "text/plain", hints)

    @property
    def id(self) -> str:
        """The article's id."""
        return article_id(self.capture.sha256, self.outlet, self.url)

    def at(self, words: str) -> tuple[Span, ...]:
        """The place where these words stand for the first time; `a … b` is a discontinuous one."""
        spans, start = [], 0
        for piece in words.split(" … "):
            whole = rf"(?<!\w){re.escape(piece)}(?!\w)"
            start = re.compile(whole).search(self.text, start).start()  # type: ignore[union-attr]
            spans.append(Span(start, start + len(piece)))
            start += len(piece)
        return tuple(spans)

    def zone(self, words: str) -> ZoneKind:
        """The kind of zone that these words stand in."""
        return self.article.zone_at(self.at(words)[0].start)

    def entity(self, id: str, kind: EntityKind, name: str, *mentions: str) -> None:  # noqa: A002
        """Note an entity with every place where these words stand."""
        found = [Span(*one.span()) for words in mentions for one in re.finditer(rf"\b{re.escape(words)}\b", self.text)]
        self.entities.append(Entity(id, kind, name, tuple(sorted(found))))

    def statement(self, source: str | None, cue: str, content: str, **more: Any) -> str:
        """Note a statement; return its id."""
        given = {"form": Form.INDIRECT, "act": SpeechAct.ASSERT, "certainty": Certainty.CERTAIN, "said_at": None}
        given |= {"source": source, "addressee": (), "via": (), "probability": 0.9, "source_span": None} | more
        if given["source_span"]:
            given["source_span"] = self.at(given["source_span"])
        return self._keep(Statement("", cue=self.at(cue), content=self.at(content), zone=self.zone(content), **given))

    def event(self, act: str, cue: str, actor: tuple[str, ...] = (), **more: Any) -> str:
        """Note an event; return its id."""
        given = {"event_type": EventType.MOBILIZE, "mode": None, "recipient": (), "object": None, "place": None}
        given |= {"happened": None, "standing": Standing.ACTUAL, "statement": None, "probability": 0.75} | more
        if given["object"]:
            given["object"] = self.at(given["object"])
        return self._keep(Event("", act=act, cue=self.at(cue), actor=actor, zone=self.zone(cue), **given))

    def signal(self, kind: SignalKind, condition: str | None, consequence: str | None, **more: Any) -> str:
        """Note a signal; return its id."""
        given = {"condition_event": None, "consequence_event": None, "if_not": False, "sender": None, "target": ()}
        given |= {"statement": None, "probability": 0.5, "zone": self.zone(condition or consequence or "")} | more
        spans = [self.at(words) if words else None for words in (condition, consequence)]
        return self._keep(Signal("", kind, *spans, **given))

    def figure(self, words: str, value: float | None, of: str | None = None, **more: Any) -> str:
        """Note a figure; return its id."""
        given = {"low": value, "high": value, "unit": None, "statement": None, "zone": self.zone(words)} | more
        return self._keep(Figure("", self.at(words)[0], value, of=self.at(of) if of else None, **given))

    def time(self, words: str, edtf: str | None) -> str:
        """Note a time expression; return its id."""
        span = self.at(words)[0]
        return self._keep(Time("", span, TimeType.DATE, edtf, edtf, edtf, edtf, self.published, self.zone(words)))

    def _keep(self, entry: Entry) -> str:
        self.entries.append(identified(self.id, entry))
        return self.entries[-1].id

    @property
    def article(self) -> Article:
        """The article, cut the simple way: a paragraph a zone, a full stop a sentence."""
        zones, sentences = [], []
        for number, found in enumerate(re.finditer(r"\S.*(?:\n\S.*)*", self.text)):
            span = trim(self.text, Span(*found.span()))
            zones.append(Zone(_kind(number, span.of(self.text)), span))
            for one in re.finditer(r"\S[^.]*(?:\.\d[^.]*)*[.,]?[”]?", span.of(self.text)):
                cut = trim(self.text, Span(span.start + one.start(), span.start + one.end()))
                sentences.append(Sentence(cut, number, number))
        return Article(
            self.id,
            self.path,
            self.capture.sha256,
            self.url,
            self.outlet,
            self.title,
            None,
            self.published,
            "en",
            self.text,
            tuple(zones),
            tuple(sentences),
        )

    @property
    def reading(self) -> Reading:
        """The reading so far."""
        kinds = {kind: tuple(one for one in self.entries if isinstance(one, kind)) for kind in _KINDS}
        return Reading(self.article, self.run, tuple(self.entities), *kinds.values())


_KINDS = (Statement, Event, Signal, Figure, Time)


def _kind(number: int, text: str) -> ZoneKind:
    if text.startswith("Photo:"):
        return ZoneKind.CAPTION
    return ZoneKind.HEADLINE if number == 0 and not text.endswith(".") else ZoneKind.BODY


def norland(**more: Any) -> Draft:
    """An article with every kind of entry, one of them in a caption."""
    draft = Draft(**more)
    draft.entity("Q-norland", EntityKind.COUNTRY, "Norland", "Norland")
    draft.entity("Q-sudmark", EntityKind.COUNTRY, "Sudmark", "Sudmark", "Sudmark's navy")
    draft.entity("local:ada-holm", EntityKind.PERSON, "Ada Holm", "Ada Holm", "Holm told")
    draft.entity("local:radio-fjord", EntityKind.OUTLET, "Radio Fjord", "Radio Fjord")
    said = draft.statement(
        "local:ada-holm",
        "said",
        "that any landing on the Skerry Islands would lead to war",
        source_span="Norland's foreign minister Ada Holm",
        act=SpeechAct.WARN,
        said_at="2031-05-06",
    )
    told = draft.statement(
        "local:ada-holm",
        "told",
        "“We will close the strait unless Sudmark withdraws its 4,000 troops,”",
        form=Form.DIRECT,
        act=SpeechAct.THREATEN,
        addressee=("local:radio-fjord",),
    )
    draft.statement("local:ada-holm", "She said", "the fishermen were with her")
    draft.entity("local:skerry-islands", EntityKind.PLACE, "Skerry Islands", "Skerry Islands")
    landing = draft.event(
        "land_forces", "landing", place="local:skerry-islands", standing=Standing.HYPOTHETICAL, statement=said
    )
    closing = draft.event(
        "blockade", "close", ("Q-norland",), object="the strait", standing=Standing.FUTURE, statement=told
    )
    draft.event("cross_line", "crossed", ("Q-sudmark",), object="the Skerry line", happened="2031-05-05")
    draft.signal(
        SignalKind.WARNING,
        "any landing on the Skerry Islands",
        "war",
        condition_event=landing,
        sender="local:ada-holm",
        target=("Q-sudmark",),
        statement=said,
    )
    draft.signal(
        SignalKind.THREAT,
        "Sudmark withdraws its 4,000 troops",
        "We will close the strait",
        consequence_event=closing,
        if_not=True,
        sender="Q-norland",
        target=("Q-sudmark",),
        statement=told,
    )
    draft.figure("4,000", 4000, "troops", statement=told)
    draft.time("Tuesday", "2031-05-06")
    draft.time("Monday", "2031-05-05")
    return draft


def moved(words: str) -> Query:
    """Read a move by hand: whoever lands, lands on the Skerry Islands."""
    draft = Draft(text=words, path="-", outlet=None, published=None)
    if " lands " in words:
        draft.entity("Q-sudmark", EntityKind.COUNTRY, "Sudmark", "Sudmark")
        draft.entity("local:skerry-islands", EntityKind.PLACE, "Skerry Islands", "Skerry Islands")
        draft.event("land_forces", "lands", ("Q-sudmark",), place="local:skerry-islands")
    reading = draft.reading
    return Query(words, reading.events, {one.id: one for one in reading.entities}, has_clause=bool(reading.events))
