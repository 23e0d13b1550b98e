"""The battery runs on tiny records, and its page says what it measured and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lab.bench import filling, growth, injection, pages, whatif
from lab.bench.__main__ import main, write
from lab.bench.printing import articles
from lab.bench.stories import DISPATCH_SHARE, ECHO, FIRST_DAY, Press
from sayso.record.proof import faults
from sayso.record.store import open_record


def test_generated_articles_hold() -> None:
    """Every span, id and reference; the same seed gives the same articles, and some are copies of the dispatch."""
    made = list(articles(80))

    assert [fault for _, reading in made for fault in faults(reading)] == []
    assert [reading for _, reading in made] == [reading for _, reading in articles(80)]
    assert {entry.__class__.__name__ for _, reading in made for entry in reading.entries()} == {
        "Statement", "Event", "Signal", "Figure", "Time"
    }  # fmt: skip
    late = [story for story in Press().stories(400, first=1000) if story.paper != ECHO]
    copies = sum(any(line.said_at == FIRST_DAY.isoformat() for line in story.lines) for story in late)
    assert DISPATCH_SHARE * 400 / 3 < copies < DISPATCH_SHARE * 400 * 3


def test_growth_is_measured_and_written(tmp_path: Path) -> None:
    """Each size that is reached is kept; the page has a row for it and says that larger ones were not reached."""
    kept = tmp_path / "bench.json"
    told: list[int] = []
    growth.grow(tmp_path / "bench.db", (10, 20), lambda figures: told.append(len(figures["slices"])))
    assert told == [1, 2]

    main(["growth", "--articles", "8", "--kept", str(kept), "--record", str(tmp_path / "other.db")])

    figures = json.loads(kept.read_text(encoding="utf-8"))["growth"]
    assert [one["articles"] for one in figures["slices"]] == [8]
    assert figures["exponent"] is None
    page = kept.with_suffix(".md").read_text(encoding="utf-8")
    assert "| 8 |" in page
    assert "Sizes above 8 were not reached" in page


def test_growth_goes_on_where_it_was_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The record is the one that grows at once, and each article is counted once."""
    monkeypatch.setattr(growth, "LOT", 4)
    whole: list[Any] = []
    growth.grow(tmp_path / "whole.db", (6, 12), whole.append)

    def stop(_: object) -> None:
        raise KeyboardInterrupt

    parts: list[Any] = []
    with pytest.raises(KeyboardInterrupt):
        growth.grow(tmp_path / "parts.db", (6, 12), stop)
    growth.grow(tmp_path / "parts.db", (6, 12), parts.append)

    assert [len(told["slices"]) for told in parts] == [2]
    for mine, theirs in zip(parts[-1]["slices"], whole[-1]["slices"], strict=True):
        assert all(mine[name] == theirs[name] for name in ("articles", "added", "stories", "reports"))
    with open_record(str(tmp_path / "whole.db")) as one, open_record(str(tmp_path / "parts.db")) as other:
        assert one.pages.totals() == other.pages.totals()


@pytest.mark.parametrize(
    ("power", "why"), [(1.0, "each article costs the same"), (1.5, "each costs more, the more there are")]
)
def test_the_exponent_is_that_of_the_whole_cost(power: float, why: str) -> None:
    """A cost of n to the power gives the power."""
    sizes = (10, 20, 40, 80)
    whole = [size**power for size in sizes]
    each = [after - before for before, after in zip((0.0, *whole), whole, strict=False)]
    slices = [{"articles": size, "adding": one / 2, "settling": one / 2} for size, one in zip(sizes, each, strict=True)]

    assert growth.exponent(slices) == pytest.approx(power, abs=0.001), why


def test_a_record_is_multiplied(tmp_path: Path) -> None:
    """Every article again under another id, on a later day; pages and search find them like any."""
    path = tmp_path / "bench.db"
    filling.made(path, 240, times=3)

    with open_record(str(path)) as record:
        totals = record.pages.totals()
        days = record.publication_dates()
        held = [one.entry.id for one in record.listed("statement")]
        found = record.search("said", ["statement"])
    assert totals.articles == 6
    assert len(set(held)) == len(held) == totals.entries["statement"] > 3 * filling.LENGTH
    assert {entry.entry.id for hit in found for entry in hit.entries} <= set(held)
    assert len(found) % 3 == 0 < len(found)
    assert len(days) == 3


def test_what_pages_took_is_told(tmp_path: Path) -> None:
    """A page a row, with what was refused beside it."""
    spread = {"p50": 12.0, "p95": 30.0, "p99": 41.0, "most": 41.0, "refused": 0}
    told = {"statements": 1000, "added": 3, "rounds": 2, "warming": 1, "took": {"overview": spread}, "all": spread}
    kept = tmp_path / "bench.json"
    head = {"date": "2031-01-01", "machine": "one", "software": "this", "load": "0.1"}
    kept.write_text(json.dumps({"pages": {**head, **told}}), encoding="utf-8")

    write(kept)

    page = kept.with_suffix(".md").read_text(encoding="utf-8")
    assert "| overview | 12 | 30 | 41 | 41 | 0 |" in page
    assert "median 12 ms" in page
    assert pages.section(told).title in page


def test_moves_are_asked_of_a_record_of_conditions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each move has its time on the page, and moves that meet conditions fire; few states and acts, so that they do."""
    monkeypatch.setattr(whatif, "STATES", whatif.STATES[: whatif.HOT])
    monkeypatch.setattr(whatif, "PHRASES", whatif.PHRASES[:4])
    monkeypatch.setattr(whatif, "MOVES", ("Norway blockades Finland", "Turkey blockades Greece"))
    kept = tmp_path / "bench.json"
    main(["whatif", "--signals", "600", "--kept", str(kept), "--record", str(tmp_path / "bench.db")])

    figures = json.loads(kept.read_text(encoding="utf-8"))["whatif"]
    assert figures["signals"] == 600
    assert figures["fired"] > 0
    assert "| Turkey blockades Greece |" in kept.with_suffix(".md").read_text(encoding="utf-8")


REPORT = """<testsuites><testsuite>
<testcase name="test_lists_show_them_as_words" time="61.24">
<properties><property name="opened" value="120"/></properties></testcase>
<testcase name="test_the_policy_alone_would_stop_them" time="3"><failure message="one ran">…</failure></testcase>
</testsuite></testsuites>"""


def test_a_report_of_hostile_strings_says_what_was_opened_and_what_failed(tmp_path: Path) -> None:
    """The page counts pages, names what was not so, and says of how many strings."""
    (tmp_path / "report.xml").write_text(REPORT, encoding="utf-8")
    tests = injection.read(tmp_path / "report.xml")
    told = injection.section({"one_in": 20, "seconds": 90, "tests": tests})

    assert [(one["test"], one["passed"], one["opened"]) for one in tests] == [
        ("lists show them as words", True, 120),
        ("the policy alone would stop them", False, 0),
    ]
    assert "**120 pages opened, with one dozen strings in 20: 1 of 2 tests failed.**" in told.text
