"""
How long the explorer's pages take on a large record: a record is generated, and pages are asked for while it grows.

    python -m lab.bench.pages [--statements 1000000] [--record PATH] [--rounds 30] [--adding]

The generated articles hold forty statements, some of them with a signal or an event, by three thousand persons whom no
table knows and forty states, the frequent ones far more often than the rare. A record that is already at PATH is asked
as it is. Pages are asked for through the application itself, without a network between.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from threading import Event as Flag
from threading import Thread
from typing import Any, Final

from fastapi.testclient import TestClient

from lab.bench.whatif import STATES
from sayso.acquire.capture import Capture, Hints
from sayso.article.article import Article, Sentence, Zone, article_id
from sayso.faces.http.app import explorer_app
from sayso.knowledge.knowledge import knowledge
from sayso.record.entries import Entity, Event, Figure, Reading, Signal, Statement, Time, identified
from sayso.record.filters import Filters
from sayso.record.store import Record, open_record
from sayso.spans import Span, Spans
from sayso.terms import (
    Certainty,
    EntityKind,
    EventType,
    Form,
    SignalKind,
    SpeechAct,
    Standing,
    TimeType,
    ZoneKind,
)

SEED: Final = 11
SENTENCES: Final = 40
PERSONS: Final = 3000
OUTLETS: Final = 300
DAYS: Final = 1500
TAKEN: Final = datetime(2031, 1, 1, tzinfo=UTC)
MADE_BY: Final = "sayso 0.1.0 model 000000000000"
SYLLABLES: Final = "ba ke lo mi nu ra se ti vo da fe go hi ju pa re so tu wa ze".split()


def zipf(amount: int) -> list[float]:
    """Return weights of which the n-th is 1/n, added up, as `random.choices` takes them."""
    return list(accumulate(1 / n for n in range(1, amount + 1)))


@dataclass(frozen=True)
class Cast:
    """Who and what the generated articles are about."""

    rng: random.Random
    words: tuple[str, ...]
    persons: tuple[tuple[str, str, str], ...]
    states: tuple[tuple[str, str], ...]

    @classmethod
    def made(cls) -> Cast:
        """Return the cast, the same each time."""
        rng = random.Random(SEED)
        words = tuple("".join(rng.choices(SYLLABLES, k=rng.randint(2, 4))) for _ in range(8000))
        states = tuple((name, knowledge().known(name).id) for name in STATES)
        persons = tuple(
            (f"local:person/{last}-{first}", f"{first.title()} {last.title()}", rng.choice(states)[1])
            for first, last in ((rng.choice(words), f"{rng.choice(words)}{n}") for n in range(PERSONS))
        )
        return cls(rng, words, persons, states)


PERSON_WEIGHTS: Final = zipf(PERSONS)
STATE_WEIGHTS: Final = zipf(len(STATES))
OUTLET_WEIGHTS: Final = zipf(OUTLETS)


class Sheet:
    """A generated article as it grows."""

    def __init__(self) -> None:
        self.text = ""
        self.sentences: list[Span] = []
        self.entries: list[Any] = []
        self.entities: dict[str, tuple[str, EntityKind, str | None, list[Span]]] = {}

    def add(self, words: str) -> Spans:
        """Append words; return where they stand."""
        start = len(self.text)
        self.text += words
        return (Span(start, len(self.text)),)

    def name(self, key: str, name: str, kind: EntityKind, affiliation: str | None = None) -> Spans:
        """Append a name; return where it stands."""
        spans = self.add(name)
        self.entities.setdefault(key, (name, kind, affiliation, []))[3].extend(spans)
        return spans


def articles(statements: int, first: int = 0) -> Iterator[tuple[Capture, Reading]]:
    """Yield generated articles with so many statements in all."""
    cast = Cast.made()
    cast.rng.seed(SEED + first)
    for number in range(first, first + statements // SENTENCES):
        yield _article(cast, number)


def _article(cast: Cast, number: int) -> tuple[Capture, Reading]:
    rng, sheet = cast.rng, Sheet()
    outlet = f"Outlet {rng.choices(range(OUTLETS), cum_weights=OUTLET_WEIGHTS)[0]}"
    published = (date(2022, 1, 1) + timedelta(days=rng.randrange(DAYS))).isoformat()
    for _ in range(SENTENCES):
        _sentence(cast, sheet, published)
    data = sheet.text.encode()
    url = f"https://outlet.example/{number}"
    capture = Capture(data, f"{number}.txt", TAKEN, "text/plain", Hints(published, outlet, url))
    key = article_id(capture.sha256, outlet, url)
    article = Article(
        key, capture.path, capture.sha256, url, outlet, f"Brief {number}", None, published, "en", sheet.text,
        (Zone(ZoneKind.BODY, Span(0, len(sheet.text))),),
        tuple(Sentence(span, 0, n // 4) for n, span in enumerate(sheet.sentences)),
    )  # fmt: skip
    named = tuple(Entity(e, k, n, tuple(m), a, None) for e, (n, k, a, m) in sheet.entities.items())
    entries = [identified(key, one) for one in sheet.entries]
    kinds = {kind: tuple(one for one in entries if isinstance(one, kind)) for kind in _KINDS}
    return capture, Reading(article, MADE_BY, named, *kinds.values())


_KINDS: Final = (Statement, Event, Signal, Figure, Time)


def _sentence(cast: Cast, sheet: Sheet, published: str) -> None:
    rng = cast.rng
    start = len(sheet.text)
    person, name, serves = rng.choices(cast.persons, cum_weights=PERSON_WEIGHTS)[0]
    state, state_id = rng.choices(cast.states, cum_weights=STATE_WEIGHTS)[0]
    other, other_id = rng.choices(cast.states, cum_weights=STATE_WEIGHTS)[0]
    source = sheet.name(person, name, EntityKind.PERSON, serves)
    sheet.add(" ")
    cue = sheet.add("warned")
    sheet.add(" ")
    content = len(sheet.text)
    sheet.add("that if ")
    condition = len(sheet.text)
    sheet.name(state_id, state, EntityKind.COUNTRY)
    sheet.add(" ")
    attack = sheet.add("attacks")
    sheet.add(" ")
    sheet.name(other_id, other, EntityKind.COUNTRY)
    conditioned = (Span(condition, len(sheet.text)),)
    sheet.add(", ")
    consequence = sheet.add(f"the {' '.join(rng.choices(cast.words, k=5))} would follow")
    contents = (Span(content, len(sheet.text)),)
    sheet.add(".")
    sheet.sentences.append(Span(start, len(sheet.text)))
    sheet.add(" ")
    said = published if rng.random() < 0.4 else None
    sheet.entries.append(
        Statement("", source, cue, contents, Form.INDIRECT, person, (state_id,), (), rng.choice(list(SpeechAct)),
                  Certainty.CERTAIN, said, ZoneKind.BODY, round(rng.uniform(0.5, 1), 3))
    )  # fmt: skip
    if rng.random() < 0.5:
        sheet.entries.append(
            Event("", "attack", EventType.ASSAULT, None, attack, (state_id,), (other_id,), None, None, None,
                  Standing.HYPOTHETICAL, None, ZoneKind.BODY, round(rng.uniform(0.5, 1), 3))
        )  # fmt: skip
    if rng.random() < 0.1:
        sheet.entries.append(
            Signal("", rng.choice(list(SignalKind)), conditioned, consequence, None, None, False, person, (state_id,),
                   None, ZoneKind.BODY, round(rng.uniform(0.5, 1), 3))
        )  # fmt: skip
    if rng.random() < 0.1:
        word = (Span(consequence[0].start + 4, consequence[0].end - 13),)
        sheet.entries.append(Figure("", word[0], 3.0, 3.0, 3.0, None, None, None, ZoneKind.BODY))
        sheet.entries.append(
            Time("", cue[0], TimeType.DATE, published, published, published, published, published, ZoneKind.BODY)
        )


def fill(record: Record, statements: int) -> None:
    """Add generated articles to a record."""
    began = time.perf_counter()
    with record.run() as run:
        for n, (capture, reading) in enumerate(articles(statements)):
            run.take()
            run.add(capture, reading)
            if n % 500 == 499:
                print(f"{n + 1} articles, {(n + 1) / (time.perf_counter() - began):.0f} a second", flush=True)


def addresses(record: Record) -> dict[str, str]:
    """Return the pages that are asked for, each by a name."""
    pages = record.pages
    first = pages.entries("signal", Filters(), None, 1).listed[0]
    article, entry = first.publication.id, first.entry.id
    frequent, rare = Cast.made().persons[0][0], Cast.made().persons[-1][0]
    state = first.entry.target[0] if isinstance(first.entry, Signal) else ""
    third = pages.entries("statement", Filters(), None, 100)
    from sayso.faces.http.cursors import word_of

    return {
        "overview": "/",
        "statements": "/statements",
        "statements, next page": f"/statements?_next={word_of(third.after)}",
        "statements of a frequent source": f"/statements?source={frequent}",
        "statements of a rare source": f"/statements?source={rare}",
        "statements to a frequent target": f"/statements?target={state}",
        "statements of a frequent source in an old month": f"/statements?source={frequent}&until=2022-02",
        "statements of a rare outlet": "/statements?outlet=Outlet+250",
        "statements of a kind": "/statements?kind=deny",
        "signals": "/signals?kind=threat",
        "events": f"/events?actor={state}",
        "figures": "/figures",
        "times since a day": "/times?since=2025-01-01",
        "articles": "/articles",
        "articles of a frequent outlet": "/articles?outlet=Outlet+0",
        "entities": "/entities",
        "an article": f"/article/{article}",
        "a signal": f"/signal/{entry}",
        "a walk": f"/walk/{entry}",
        "somebody frequent": f"/entity/{frequent}",
        "a state": f"/entity/{state}",
        "an outlet": "/outlet/Outlet%200",
        "search, frequent word": "/search?q=warned",
        "search, rare words": f"/search?q={'+'.join(Cast.made().words[:2])}",
        "runs": "/runs",
    }


def measure(ask: Callable[[str], int], named: dict[str, str], rounds: int) -> dict[str, list[float]]:
    """Return how long each page took each time, in seconds."""
    took: dict[str, list[float]] = {name: [] for name in named}
    for _ in range(rounds):
        for name, address in named.items():
            began = time.perf_counter()
            status = ask(address)
            took[name].append(time.perf_counter() - began)
            if status != 200:
                raise SystemExit(f"{address} answered {status}")
    return took


def _tell(took: dict[str, list[float]]) -> None:
    def at(values: Sequence[float], share: float) -> float:
        return sorted(values)[min(len(values) - 1, int(share * len(values)))] * 1000

    for name, values in took.items():
        print(f"{statistics.median(values) * 1000:8.0f} ms median {at(values, 0.99):8.0f} ms p99  {name}")
    every = [one for values in took.values() for one in values]
    print(f"{statistics.median(every) * 1000:8.0f} ms median {at(every, 0.99):8.0f} ms p99  all pages")


def main() -> None:
    """Generate a record where there is none, and ask for its pages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--record", type=Path)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--wait", type=float, default=90, help="seconds to let the first counts be made")
    parser.add_argument("--adding", action="store_true", help="add further articles meanwhile")
    args = parser.parse_args()
    path = args.record or Path(tempfile.mkdtemp()) / "record.db"
    is_new = not path.exists()
    with open_record(str(path)) as record:
        if is_new:
            fill(record, args.statements)
        named = addresses(record)
        stop = Flag()
        adding = Thread(target=_add, args=(record, stop), daemon=True)
        with TestClient(explorer_app(str(path)), "http://localhost") as client:
            measure(lambda address: client.get(address).status_code, named, 1)
            time.sleep(args.wait)
            if args.adding:
                adding.start()
            _tell(measure(lambda address: client.get(address).status_code, named, args.rounds))
            stop.set()


def _add(record: Record, stop: Flag) -> None:
    with record.run() as run:
        for capture, reading in articles(10_000_000, first=5_000_000):
            if stop.is_set():
                return
            run.take()
            run.add(capture, reading)


if __name__ == "__main__":
    main()
