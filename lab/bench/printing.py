"""
A story to what a paper prints and sayso reads in it: the bytes and the reading, as `Record.add` takes them.

No encoder is asked: what is to be read is known, since it was generated. Everything behind the encoder gets what it
would get from real articles: zones, sentences, entities with their mentions, statements, events, signals, figures and
times, each with spans that quote the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final

from lab.bench.stories import STATES, Kind, Line, Person, Phrase, Press, Story, state_ids
from sayso.acquire.capture import Capture, Hints
from sayso.acts.taxonomy import act
from sayso.article.article import Article, Sentence, Zone, article_id
from sayso.record.entries import Entity, Event, Figure, Reading, Signal, Statement, Time, identified
from sayso.spans import Span, Spans
from sayso.terms import Certainty, EntityKind, Form, SignalKind, SpeechAct, Standing, TimeType, ZoneKind

TAKEN: Final = datetime(2031, 1, 1, tzinfo=UTC)
MADE_BY: Final = "sayso 0.1.0 model 000000000000"

WORDING: Final[dict[Phrase, tuple[str, str | None, str]]] = {
    Phrase.DEPLOY: ("sends", "troops", "to"),
    Phrase.INVADE: ("invades", None, ""),
    Phrase.STRIKE: ("bombs", None, ""),
    Phrase.BLOCKADE: ("blockades", None, ""),
    Phrase.SANCTION: ("imposes", "sanctions", "on"),
    Phrase.SUPPLY_ARMS: ("supplies", "tanks", "to"),
    Phrase.WITHDRAW: ("withdraws", "its forces", "from"),
    Phrase.EXPEL: ("expels", "the diplomats", "of"),
    Phrase.RECOGNIZE: ("recognises", None, ""),
    Phrase.BREAK_RELATIONS: ("breaks off relations with", None, ""),
    Phrase.CLOSE_BORDER: ("closes", "its border", "to"),
    Phrase.EMBARGO: ("stops selling", "oil", "to"),
    Phrase.SEIZE: ("seizes", "a ship", "of"),
    Phrase.HACK: ("hacks", None, ""),
    Phrase.NEGOTIATE: ("negotiates", None, "with"),
    Phrase.FUND: ("lends", "money", "to"),
    Phrase.SEND_AID: ("sends", "food", "to"),
    Phrase.TRAIN: ("trains", "the army", "of"),
    Phrase.ATTACK: ("attacks", None, ""),
    Phrase.OCCUPY: ("occupies", "an island", "of"),
}
"""The verb of a deed, its object, and the word before its other party."""
_PLACED: Final = (Phrase.DEPLOY, Phrase.WITHDRAW, Phrase.OCCUPY)
_KINDS: Final = (Statement, Event, Signal, Figure, Time)


def printed(story: Story) -> tuple[Capture, Reading]:
    """Return the bytes of a story and what is read in them."""
    sheet = _Sheet(story)
    for number, line in enumerate(story.lines):
        sheet.print(line, number)
    return sheet.finished()


def articles(amount: int, press: Press | None = None, first: int = 0) -> Iterator[tuple[Capture, Reading]]:
    """Yield so many generated articles with their readings, the first of which has this number."""
    for story in (press or Press()).stories(amount, first):
        yield printed(story)


class _Sheet:
    """An article as it is printed, and what is read in it."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._day = story.day.isoformat()
        self._url = f"https://{story.paper.lower().replace(' ', '-')}.example/{story.number}"
        self._text = ""
        self._sentences: list[Sentence] = []
        self._entries: list[Any] = []
        self._entities: dict[str, tuple[str, EntityKind, str | None, list[Span]]] = {}

    def print(self, line: Line, number: int) -> None:
        """Print a sentence, two to a paragraph."""
        if number:
            self._text += "\n\n" if number % 2 == 0 else " "
        start = len(self._text)
        {
            Kind.PLAIN: self._plain,
            Kind.SAID: self._said,
            Kind.QUOTED: self._quoted,
            Kind.WARNED: self._warned,
            Kind.DONE: self._done,
            Kind.COUNTED: self._counted,
        }[line.kind](line)
        self._sentences.append(Sentence(Span(start, len(self._text)), 0, number // 2))

    def finished(self) -> tuple[Capture, Reading]:
        """Return the article."""
        story = self._story
        hints = Hints(published=self._day, outlet=story.paper, url=self._url)
        capture = Capture(self._text.encode(), f"{story.number}.txt", TAKEN, "text/plain", hints)
        key = article_id(capture.sha256, story.paper, self._url)
        article = Article(
            id=key, path=capture.path, sha256=capture.sha256, url=self._url, outlet=story.paper,
            title=" ".join(story.lines[0].words[:6]).capitalize(), byline=None, published=self._day, language="en",
            text=self._text, zones=(Zone(ZoneKind.BODY, Span(0, len(self._text))),), sentences=tuple(self._sentences),
        )  # fmt: skip
        named = tuple(
            Entity(one, kind, name, tuple(mentions), affiliation, None)
            for one, (name, kind, affiliation, mentions) in self._entities.items()
        )
        kinds = [tuple(one for one in self._numbered(key) if isinstance(one, kind)) for kind in _KINDS]
        return capture, Reading(article, MADE_BY, named, *kinds)

    def _numbered(self, key: str) -> Iterator[Any]:
        """Yield the entries with their ids; what refers to another does so by its place in the list."""
        made: list[str] = []
        for one in self._entries:
            entry = one(made) if callable(one) else one
            yield (kept := identified(key, entry))
            made.append(kept.id)

    def _add(self, words: str) -> Spans:
        start = len(self._text)
        self._text += words
        return (Span(start, len(self._text)),)

    def _person(self, person: Person) -> Spans:
        return self._name(person.id, person.name, EntityKind.PERSON, person.state)

    def _state(self, place: int) -> Spans:
        return self._name(state_ids()[place], STATES[place], EntityKind.COUNTRY, None)

    def _name(self, key: str, name: str, kind: EntityKind, affiliation: str | None) -> Spans:
        spans = self._add(name)
        self._entities.setdefault(key, (name, kind, affiliation, []))[3].extend(spans)
        return spans

    # ---- sentences

    def _plain(self, line: Line) -> None:
        self._add(" ".join(line.words).capitalize() + ".")

    def _said(self, line: Line) -> None:
        assert line.speaker is not None
        source = self._person(line.speaker)
        self._add(" ")
        cue = self._add("said")
        self._add(" ")
        start = len(self._text)
        self._add("that ")
        self._state(line.doer)
        self._add(f" {' '.join(line.words)}")
        self._state_it(line, source, cue, start, Form.INDIRECT, SpeechAct.ASSERT)
        self._add(".")

    def _quoted(self, line: Line) -> None:
        assert line.speaker is not None
        start = len(self._text)
        self._add(f"“{' '.join(line.words).capitalize()},”")
        end = len(self._text)
        self._add(" ")
        source = self._person(line.speaker)
        self._add(" ")
        cue = self._add("said")
        self._add(".")
        self._state_it(line, source, cue, start, Form.DIRECT, SpeechAct.ACCUSE, end)

    def _warned(self, line: Line) -> None:
        assert line.speaker is not None
        source = self._person(line.speaker)
        self._add(" ")
        cue = self._add("warned")
        self._add(" ")
        start = len(self._text)
        self._add("that if ")
        said = len(self._entries)
        condition, first = self._deed(line.doer, line.other, line.phrase, Standing.HYPOTHETICAL, None)
        self._add(", ")
        second: int | None = None
        if line.answer is None:
            consequence = self._add(f"there would be {' '.join(line.words)}")
        else:
            begin = len(self._text)
            _, second = self._deed(line.other, line.doer, line.answer, Standing.HYPOTHETICAL, None)
            self._add(f" {' '.join(line.words[:4])}")
            consequence = (Span(begin, len(self._text)),)
        place = len(self._entries)
        self._state_it(line, source, cue, start, Form.INDIRECT, SpeechAct.WARN)
        self._add(".")
        target = (state_ids()[line.doer],)
        assert said <= first < place
        self._entries.append(
            lambda made: Signal(
                "", SignalKind.THREAT, (Span(condition.start, condition.end),), consequence, made[first],
                None if second is None else made[second], False, line.speaker and line.speaker.id, target,
                made[place], ZoneKind.BODY, self._sure(line),
            )
        )  # fmt: skip

    def _done(self, line: Line) -> None:
        self._deed(line.doer, line.other, line.phrase, Standing.ACTUAL, self._day)
        self._add(" on ")
        (span,) = self._add(f"{self._story.day:%B} {self._story.day.day}")
        day = self._day
        self._entries.append(Time("", span, TimeType.DATE, day, day, day, day, day, ZoneKind.BODY))
        self._add(f", {' '.join(line.words[:12])}.")

    def _counted(self, line: Line) -> None:
        self._deed(line.other, line.doer, line.phrase, Standing.ACTUAL, None)
        self._add(" with ")
        (span,) = self._add(str(line.number))
        self._add(" ")
        counted = self._add(f"{line.words[0]} {line.words[1]}")
        number = float(line.number)
        self._entries.append(Figure("", span, number, number, number, None, counted, None, ZoneKind.BODY))
        self._add(f", {' '.join(line.words[2:12])}.")

    def _deed(
        self, doer: int, other: int, phrase: Phrase, standing: Standing, happened: str | None
    ) -> tuple[Span, int]:
        """Print a clause; return it and the place of its event among the entries."""
        verb, thing, before = WORDING[phrase]
        ids, start = state_ids(), len(self._text)
        self._state(doer)
        self._add(" ")
        cue = self._add(verb)
        self._add(" ")
        held = self._add(thing) if thing else None
        self._add(" " if thing else "")
        self._add(f"{before} " if before else "")
        self._state(other)
        known, is_placed = act(phrase.value), phrase in _PLACED
        self._entries.append(
            Event(
                "", phrase.value, known.event_type, known.mode, cue, (ids[doer],), () if is_placed else (ids[other],),
                held, ids[other] if is_placed else None, happened, standing, None, ZoneKind.BODY, 0.9,
            )
        )  # fmt: skip
        return Span(start, len(self._text)), len(self._entries) - 1

    def _state_it(
        self, line: Line, source: Spans, cue: Spans, start: int, form: Form, what: SpeechAct, end: int | None = None
    ) -> None:
        """Note the statement whose content reaches from a place to the end of the text, or another place."""
        content = (Span(start, len(self._text) if end is None else end),)
        assert line.speaker is not None
        self._entries.append(
            Statement(
                "", source, cue, content, form, line.speaker.id, (), (), what, Certainty.CERTAIN, line.said_at,
                ZoneKind.BODY, self._sure(line),
            )
        )  # fmt: skip

    @staticmethod
    def _sure(line: Line) -> float:
        """Return a probability from .5 to 1 that follows from the sentence."""
        return 0.5 + line.number % 500 / 1000
