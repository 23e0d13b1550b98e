"""
A record of a million statements to how long each page of its explorer takes, while another process adds to it.

Every address is asked for through the application itself, without a network between, one after the other; each round
asks for other articles, entries and persons, so that no answer was at hand from the round before.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from multiprocessing import get_context
from multiprocessing.synchronize import Event as Flag
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from fastapi.testclient import TestClient

from lab.bench.filling import A_DAY, SETTLED, STATEMENTS, add, further
from lab.bench.results import Section, Table, percentile
from lab.bench.stories import FIRST_DAY, SEED, persons, state_ids, vocabulary
from sayso.faces.http.app import explorer_app
from sayso.faces.http.cursors import word_of
from sayso.faces.http.forms import AGAIN
from sayso.record.filters import Filters
from sayso.record.listing import Listed
from sayso.record.order import Place
from sayso.record.store import Record, open_record

ROUNDS: Final = 40
PAUSE: Final = 0.5
"""Seconds between two lots of articles that the other process adds, and the size of a lot: two articles a second,
which is more than one core reads."""
FURTHER: Final = 10_000
"""Articles that are added at most."""
MEDIAN_TARGET: Final = 150
HIGH_TARGET: Final = 800
KINDS: Final = ("statement", "event", "signal", "figure", "time")
MOVES: Final = (
    "Russia attacks Poland", "Sweden sends troops to Finland", "Turkey blockades Greece", "India invades Pakistan",
    "France imposes sanctions on Syria", "Germany supplies tanks to Ukraine",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """
    What is in the record to be asked for, for one round.

    Attributes:
        entries: An entry by kind, of some day.
        day: That day (ISO).
        person: Somebody named in it.
        copied: Ids of two articles, copies of one another, None where none are known.
        next: Where the second page of the statements begins.
    """

    entries: Mapping[str, Listed]
    day: str
    person: str
    copied: tuple[str, str] | None
    next: str


def measure(path: Path, rounds: int, patience: float) -> dict[str, Any]:
    """
    Ask for pages.

    Args:
        path: Of the record.
        rounds: How often each page is asked for.
        patience: Seconds that a server which has just been started may take until it has found out who is who, in
            which pages may be refused.
    """
    rng = random.Random(SEED)
    took: dict[str, list[float]] = {}
    refused: Counter[str] = Counter()
    with TestClient(explorer_app(str(path)), "http://localhost") as client, open_record(str(path)) as record:
        warming = _warmed(client, _found(record, client, rng), patience)
        drawn = [_found(record, client, rng) for _ in range(rounds)]
        with _adding(path) as amount:
            for one in drawn:
                for name, seconds, is_refused in _round(client, one, rng):
                    took.setdefault(name, []).append(1000 * seconds)
                    refused[name] += is_refused
            added = amount()
        statements = record.pages.totals().entries["statement"]
    return {
        "statements": statements,
        "added": added,
        "rounds": rounds,
        "warming": round(warming),
        "took": {name: {**_spread(some), "refused": refused[name]} for name, some in took.items()},
        "all": {**_spread([each for some in took.values() for each in some]), "refused": refused.total()},
    }


def _warmed(client: TestClient, found: Found, patience: float) -> float:
    """Ask, as often as pages want it, until none is refused; return after how many seconds, or those it may take."""
    began = time.monotonic()
    while time.monotonic() - began < patience:
        if not any(is_refused for _, _, is_refused in _round(client, found, random.Random(SEED))):
            break
        time.sleep(float(AGAIN))
    return time.monotonic() - began


def _round(client: TestClient, found: Found, rng: random.Random) -> Iterator[tuple[str, float, bool]]:
    """Yield each page with the seconds it took, and whether it was refused or put off: a note is no answer."""
    for name, address in addresses(found, rng).items():
        began = time.perf_counter()
        answer = client.get(address)
        took = time.perf_counter() - began
        if answer.status_code not in (200, 429, 503):
            raise SystemExit(f"{address} answered {answer.status_code}: {answer.text[:400]}")
        yield name, took, answer.status_code != 200 or "Retry-After" in answer.headers


def addresses(found: Found, rng: random.Random) -> dict[str, str]:
    """Return the pages that a round asks for, each by a name."""
    often, seldom = persons()[rng.randrange(5)].id, persons()[rng.randrange(5000, 20_000)].id
    state = state_ids()[rng.randrange(5)]
    paper = quote(found.entries["statement"].publication.outlet or "")
    word, rare = vocabulary()[rng.randrange(50, 500)], vocabulary()[rng.randrange(5000, 15_000)]
    signal = found.entries["signal"].entry.id
    lists = {
        "overview": "/",
        "statements": "/statements",
        "statements, second page": f"/statements?_next={found.next}",
        "statements as JSON": "/statements.json",
        "statements as CSV": "/statements.csv",
        "statements of a frequent source": f"/statements?source={often}",
        "statements of a rare source": f"/statements?source={seldom}",
        "statements of a source in an old month": f"/statements?source={found.person}&until={found.day[:7]}",
        "statements to one day": f"/statements?until={found.day}",
        "statements of an outlet": f"/statements?outlet={paper}",
        "statements of a kind": "/statements?kind=accuse",
        "signals of a kind": "/signals?kind=threat",
        "signals against a state": f"/signals?target={state}",
        "events of a state": f"/events?actor={state}",
        "events of an act": "/events?kind=blockade",
        "figures": "/figures",
        "times since a day": f"/times?since={found.day}",
        "articles": "/articles",
        "articles of an outlet": f"/articles?outlet={paper}",
        "entities": "/entities",
        "entities by name": "/entities?q=vo",
        "outlets": "/outlets",
        "search, frequent word": f"/search?q={word}",
        "search, rare word": f"/search?q={rare}",
        "search, two words": f"/search?q={word}+{rare}",
        "search, phrase": "/search?q=%22would+be%22",
        "search among signals": f"/search?q={word}&in=signal",
        "copies": "/copies",
        "copies of an outlet": f"/copies?outlet={paper}",
        "ledger": "/ledger",
        "ledger of a sender": f"/ledger?sender={often}",
        "measures": "/measures",
        "review": "/review",
        "changes": "/changes",
        "runs": "/runs",
        "run": "/run/1",
        "quarantine": "/quarantine",
        "about": "/about",
    }
    things = {
        **{f"a {kind}": f"/{kind}/{found.entries[kind].entry.id}" for kind in KINDS},
        "an article": f"/article/{found.entries['signal'].publication.id}",
        "a walk": f"/walk/{signal}",
        "a trace": f"/trace/{found.copied[0] if found.copied else signal}",
        "somebody": f"/entity/{found.person}",
        "somebody frequent": f"/entity/{often}",
        "a state": f"/entity/{state}",
        "an entry under review": f"/review/{signal}",
        "an outlet": f"/outlet/{paper}",
        "what if": f"/whatif?move={rng.choice(MOVES).replace(' ', '+')}",
    }
    if found.copied:
        things["two copies beside one another"] = "/beside/{}/{}".format(*found.copied)
    return lists | things


def _found(record: Record, client: TestClient, rng: random.Random) -> Found:
    """Draw what a round asks for."""
    pages = record.pages
    last = pages.entries("statement", Filters(), None, 100)
    latest = last.listed[0].publication.published or FIRST_DAY.isoformat()
    days = [FIRST_DAY + timedelta(days=n) for n in range(4000)]
    there = [day.isoformat() for day in days if day.isoformat() <= latest]
    day = rng.choice(there)
    found = {kind: rng.choice(pages.entries(kind, Filters(), Place(day, ""), 20).listed) for kind in KINDS}
    rows = client.get("/copies.json").json().get("rows", [])
    pair = rng.choice(rows) if rows else None
    copied = (pair["original"], pair["copy"]) if pair else None
    source = getattr(found["statement"].entry, "source", "")
    assert last.after is not None
    return Found(found, day, source, copied, word_of(last.after))


@contextmanager
def _adding(path: Path) -> Iterator[Callable[[], int]]:
    """Let another process add articles meanwhile; give what tells how many it added."""
    context = get_context("spawn")
    stop, amount = context.Event(), context.Value("i", 0)
    process = context.Process(target=_add, args=(str(path), stop, amount), daemon=True)
    process.start()
    try:
        yield lambda: int(amount.value)
    finally:
        stop.set()
        process.join()


def _add(path: str, stop: Flag, amount: Any) -> None:
    with open_record(path) as record:
        drawn = further(record.pages.totals().articles, FURTHER)
        while not stop.wait(PAUSE):
            add(record, list(islice(drawn, 1)))
            amount.value += 1


def _spread(took: Sequence[float]) -> dict[str, float]:
    shares = {"p50": 0.5, "p95": 0.95, "p99": 0.99, "most": 1.0}
    return {name: round(percentile(took, share), 1) for name, share in shares.items()}


def section(told: Mapping[str, Any]) -> Section:
    """Return what the page says of this part."""
    whole = told["all"]
    text = [
        f"**All pages: median {whole['p50']:.0f} ms (target: under {MEDIAN_TARGET}), p99 {whole['p99']:.0f} ms "
        f"(target: under {HIGH_TARGET}), slowest {whole['most']:.0f} ms.**",
        f"{told['statements']:,} statements in articles of {STATEMENTS}, {A_DAY} articles a day; the newest "
        f"{SETTLED:,} articles are settled.",
        f"Each page was asked for {told['rounds']} times, in milliseconds, without a network between, while another "
        f"process added {told['added']} articles; {whole['refused']} were refused or put off.",
        f"Before, the server was warmed for {told['warming']} s, until no page was refused or its time for that was "
        "up: one that has just been started finds out who is who first.",
        "Counts that take long are made in the background and shown when they are there (`faces/http/tallies.py`). "
        "A page is put off where it says that what it is about is still being made; a signal's page comes without its "
        "line of the ledger until that is there.",
    ]
    shares = ("p50", "p95", "p99", "most")
    rows = [
        [name, *(f"{spread[at]:.0f}" for at in shares), f"{spread['refused']}"] for name, spread in told["took"].items()
    ]
    return Section("Pages of a large record", text, Table(("page", "median", "p95", "p99", "most", "refused"), rows))
