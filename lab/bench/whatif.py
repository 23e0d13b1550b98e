"""
How long a what-if takes on a large record: a record is generated, and moves are asked of it, each anew and all at once.

The generated articles are briefs of five conditional sentences among forty states and twenty acts; every sentence is
carried by three outlets, so that reports have to be folded. No other part's articles have conditions that moves meet.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from lab.bench.results import Section, Table, percentile
from sayso.acquire.capture import Capture, Hints
from sayso.acts.taxonomy import act
from sayso.article.article import Article, Sentence, Zone, article_id
from sayso.ask.recorded import asking
from sayso.knowledge.knowledge import knowledge
from sayso.pipeline import Reader
from sayso.record.entries import Entity, Event, Reading, Signal, identified
from sayso.record.store import open_record
from sayso.spans import Span, Spans
from sayso.terms import EntityKind, SignalKind, Standing, ZoneKind

SEED: Final = 7
SENTENCES: Final = 5
OUTLETS: Final = 3
VAGUE: Final = 0.7
"""Share of sentences whose consequence names no act, as "there would be consequences"; set by hand."""
HOT: Final = 8
"""Half of the sentences are about the first so many states: the record of a crisis is mostly about few."""
TAKEN: Final = datetime(2031, 1, 1, tzinfo=UTC)
MADE_BY: Final = "sayso 0.1.0 model 000000000000"

STATES: Final = (
    "Russia Ukraine Poland Germany Turkey Greece Norway Finland Sweden Denmark Iceland Hungary Romania Bulgaria Italy "
    "Spain Portugal France Belgium Austria Switzerland Belarus Georgia Armenia Azerbaijan Iran Iraq Syria Lebanon "
    "Israel Jordan Egypt Libya Algeria Morocco Sudan Ethiopia Kenya Pakistan India"
).split()
PHRASES: Final = (
    ("deploy", "sends", "troops", "to {}"),
    ("invade", "invades", None, "{}"),
    ("strike", "bombs", None, "{}"),
    ("blockade", "blockades", None, "{}"),
    ("sanction", "imposes", "sanctions", "on {}"),
    ("supply_arms", "supplies", "tanks", "to {}"),
    ("withdraw", "withdraws", "its forces", "from {}"),
    ("expel_diplomats", "expels", "the diplomats", "of {}"),
    ("recognize", "recognises", None, "{}"),
    ("break_relations", "breaks off relations with", None, "{}"),
    ("close_border", "closes", "its border", "to {}"),
    ("embargo", "stops selling", "oil", "to {}"),
    ("seize_property", "seizes", "a ship", "of {}"),
    ("cyber_attack", "hacks", None, "{}"),
    ("negotiate", "negotiates", None, "with {}"),
    ("fund", "lends", "money", "to {}"),
    ("send_aid", "sends", "food", "to {}"),
    ("train_forces", "trains", "the army", "of {}"),
    ("attack", "attacks", None, "{}"),
    ("seize_territory", "occupies", "an island", "of {}"),
)
"""An act, its verb, its object and how its other party is named."""
MOVES: Final = (
    "Russia attacks Poland",
    "Sweden sends troops to Finland",
    "Iran seizes a ship of Iraq",
    "Turkey blockades Greece",
    "France imposes sanctions on Syria",
    "India invades Pakistan",
    "Israel bombs Lebanon",
    "Norway breaks off relations with Iceland",
    "Egypt withdraws its forces from Libya",
    "Germany supplies tanks to Ukraine",
    "Italy sends food to Ethiopia",
    "Belgium recognises Georgia",
)


@dataclass
class Brief:
    """A generated article as it grows: its text and what is to be read in it."""

    text: str = ""

    def add(self, words: str) -> Spans:
        """Append words; return where they stand."""
        start = len(self.text)
        self.text += words
        return (Span(start, len(self.text)),)


def briefs(signals: int) -> Iterator[tuple[Capture, Reading]]:
    """Yield generated articles with about so many signals in all."""
    rng = random.Random(SEED)
    ids = {name: knowledge().known(name).id for name in STATES}
    for number in range(signals // (SENTENCES * OUTLETS)):
        day = date(2000, 1, 1) + timedelta(days=rng.randrange(9000))
        told = [_told(rng) for _ in range(SENTENCES)]
        for outlet in range(OUTLETS):
            yield _brief(told, ids, day, f"Outlet {(number + outlet) % 97}", number, outlet)


Told = tuple[str, str, str, tuple[str, str, str | None, str], tuple[str, str, str | None, str], bool, bool]


def _told(rng: random.Random) -> Told:
    sender, mover, other = rng.sample(STATES if rng.random() < 0.5 else STATES[:HOT], 3)
    return sender, mover, other, rng.choice(PHRASES), rng.choice(PHRASES), rng.random() < 0.2, rng.random() < VAGUE


def _brief(
    told: Sequence[Told], ids: dict[str, str], day: date, outlet: str, number: int, copy: int
) -> tuple[Capture, Reading]:
    brief, sentences, entries = Brief(f"Brief {number} of edition {copy}. "), [], []
    mentions: dict[str, list[Span]] = {}
    sentences.append(Span(0, len(brief.text) - 1))
    for sender, mover, other, condition, consequence, is_demand, is_vague in told:
        start = len(brief.text)
        mentions.setdefault(sender, []).extend(brief.add(sender))
        brief.add(" warned that unless " if is_demand else " warned that if ")
        asked, event = _clause(brief, mover, other, condition, ids, mentions)
        brief.add(", ")
        if is_vague:
            then, answer = brief.add("there would be consequences"), None
        else:
            then, answer = _clause(brief, sender, mover, consequence, ids, mentions)
        brief.add(". ")
        sentences.append(Span(start, len(brief.text) - 1))
        entries.append((sender, asked, then, event, answer, is_demand))
    return _whole(brief.text, sentences, entries, mentions, ids, day, outlet)


def _clause(
    brief: Brief,
    doer: str,
    other: str,
    phrase: tuple[str, str, str | None, str],
    ids: dict[str, str],
    mentions: dict[str, list[Span]],
) -> tuple[Spans, Event]:
    name, verb, thing, tail = phrase
    start = len(brief.text)
    mentions.setdefault(doer, []).extend(brief.add(doer))
    brief.add(" ")
    cue = brief.add(verb)
    brief.add(" ")
    held = brief.add(thing) if thing else None
    brief.add(" " if thing else "")
    brief.add(tail.format(""))
    mentions.setdefault(other, []).extend(brief.add(other))
    is_placed = name in ("deploy", "withdraw", "seize_territory")
    event = Event(
        "", name, act(name).event_type, act(name).mode, cue, (ids[doer],), () if is_placed else (ids[other],), held,
        ids[other] if is_placed else None, None, Standing.HYPOTHETICAL, None, ZoneKind.BODY, 0.9,
    )  # fmt: skip
    return (Span(start, len(brief.text)),), event


def _whole(
    text: str,
    sentences: Sequence[Span],
    found: Sequence[tuple[str, Spans, Spans, Event, Event | None, bool]],
    mentions: dict[str, list[Span]],
    ids: dict[str, str],
    day: date,
    outlet: str,
) -> tuple[Capture, Reading]:
    capture = Capture(
        text.encode(), f"{outlet}/{day}.txt", TAKEN, "text/plain", Hints(published=day.isoformat(), outlet=outlet)
    )
    key = article_id(capture.sha256, outlet, None)
    events: list[Event] = []
    signals: list[Signal] = []
    for sender, asked, then, condition, consequence, is_demand in found:
        first = identified(key, condition)
        second = identified(key, consequence) if consequence is not None else None
        events += [one for one in (first, second) if one is not None]
        kind = SignalKind.THREAT
        signal = Signal(
            "",
            kind,
            asked,
            then,
            first.id,
            second and second.id,
            is_demand,
            ids[sender],
            first.actor,
            None,
            ZoneKind.BODY,
            0.9,
        )
        signals.append(identified(key, signal))
    article = Article(
        id=key, path=capture.path, sha256=capture.sha256, url=None, outlet=outlet, title=None, byline=None,
        published=day.isoformat(), language="en", text=text, zones=(Zone(ZoneKind.BODY, Span(0, len(text) - 1)),),
        sentences=tuple(Sentence(span, 0, 0) for span in sentences),
    )  # fmt: skip
    entities = tuple(Entity(ids[name], EntityKind.COUNTRY, name, tuple(sorted(at))) for name, at in mentions.items())
    return capture, Reading(article, MADE_BY, entities, (), tuple(events), tuple(signals), (), ())


def made(path: Path, signals: int) -> None:
    """Fill a record with briefs, where there is none."""
    if path.exists():
        return
    with open_record(str(path)) as record:
        run = record.begin()
        for capture, reading in briefs(signals):
            run.take()
            run.add(capture, reading)
        run.end()


def measure(path: Path) -> dict[str, Any]:
    """Return what the moves took, in seconds, and how many firings they gave."""
    reader = Reader()
    reader.read_move("Norway sends ships to Sweden")
    spent, fired = [], 0
    with open_record(str(path)) as record:
        for words in MOVES:
            started = time.perf_counter()
            with asking(record, reader.known, None) as found:
                fired += len(found.answer(reader.read_move(words, found.day)).fired)
            spent.append(time.perf_counter() - started)
        started = time.perf_counter()
        with asking(record, reader.known, None) as found:
            for query in [reader.read_move(words, found.day) for words in MOVES]:
                found.answer(query)
        together = time.perf_counter() - started
        signals = record.pages.totals().entries["signal"]
    return {"signals": signals, "spent": dict(zip(MOVES, spent, strict=True)), "fired": fired, "together": together}


def section(told: Mapping[str, Any]) -> Section:
    """Return what the page says of this part."""
    spent = list(told["spent"].values())
    text = [
        f"**One move: median {percentile(spent, 0.5):.2f} s, slowest {max(spent):.2f} s.**",
        f"{told['signals']:,} signals, each carried by {OUTLETS} outlets; {len(spent)} moves were asked one at a time "
        f"and gave {told['fired']:,} firings, chains included; all in one look took {told['together']:.2f} s.",
    ]
    rows = [[words, f"{seconds:.2f}"] for words, seconds in told["spent"].items()]
    return Section("What-if", text, Table(("move", "seconds"), rows))
