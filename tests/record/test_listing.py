"""Lists: what stands, narrowed by outlet, source, actor, target, kind, date and zone, each with its sentence."""

from __future__ import annotations

import pytest
from drafts import TEXT, Draft, norland

from sayso.record.entries import as_json, from_json
from sayso.record.filters import Filters
from sayso.record.listing import listed_json
from sayso.record.store import Record
from sayso.terms import EntityKind


def later() -> Draft:
    """Another outlet's article, a month later, that knows no dates of its own."""
    text = "Sudmark answers\n\nSudmark's president Olav Brandt said the Norland fleet would be met with force."
    draft = Draft(text=text, path="answer.txt", outlet="Skerry Times", published="2031-06")
    draft.entity("Q-sudmark", EntityKind.COUNTRY, "Sudmark", "Sudmark")
    draft.entity("local:olav-brandt", EntityKind.PERSON, "Olav Brandt", "Olav Brandt")
    draft.statement("local:olav-brandt", "said", "the Norland fleet would be met with force")
    return draft


@pytest.fixture
def filled(record: Record) -> Record:
    for draft in (later(), norland()):
        record.add(draft.capture, draft.reading)
    return record


def words(record: Record, which: str, **narrowed: object) -> list[str]:
    """The first words of what is listed, by its first own span."""
    found = []
    for one in record.listed(which, Filters(**narrowed)):  # type: ignore[arg-type]
        span = getattr(one.entry, "content", None) or getattr(one.entry, "cue", None)
        text = (record.reading(one.publication.id)).article.text  # type: ignore[union-attr]
        found.append(span[0].of(text)[:14] if span else one.entry.id[:2])
    return found


LANDING, CLOSE, FISHERMEN, FLEET = "that any landi", "“We will close", "the fishermen ", "the Norland fl"


@pytest.mark.parametrize(
    ("kind", "narrowed", "expected"),
    [
        ("statement", {}, [LANDING, CLOSE, FISHERMEN, FLEET]),
        ("statement", {"outlet": "skerry times"}, [FLEET]),
        ("statement", {"outlet": "skerry"}, []),
        ("statement", {"source": "Holm"}, [LANDING, CLOSE, FISHERMEN]),
        ("statement", {"source": "local:olav-brandt"}, [FLEET]),
        ("statement", {"source": "Olm"}, []),
        ("statement", {"target": "Radio Fjord"}, [CLOSE]),
        ("statement", {"kind": "Warn"}, [LANDING]),
        ("statement", {"asides": False}, [LANDING, CLOSE, FLEET]),
        ("statement", {"zone": "caption"}, [FISHERMEN]),
        ("statement", {"until": "2031-05-06"}, [LANDING]),
        ("statement", {"since": "2031-05-07"}, [CLOSE, FISHERMEN, FLEET]),
        ("statement", {"since": "2031-06-15", "until": "2031-06-20"}, [FLEET]),
        ("event", {"actor": "Sudmark"}, ["crossed"]),
        ("event", {"actor": "Sudmark's navy"}, ["crossed"]),
        ("event", {"kind": "mobilize"}, ["landing", "close", "crossed"]),
        ("event", {"kind": "cross_line"}, ["crossed"]),
        ("event", {"source": "Ada Holm"}, ["landing", "close"]),
        ("event", {"until": "2031-05-05"}, ["crossed"]),
        ("signal", {"source": "Norland"}, ["si"]),
        ("signal", {"target": "Sudmark", "kind": "warning"}, ["si"]),
        ("signal", {"target": "Norland"}, []),
        ("figure", {"source": "Holm"}, ["fi"]),
        ("time", {"since": "2031-05-06"}, ["ti"]),
    ],
)
def test_a_list_is_narrowed(filled: Record, kind: str, narrowed: dict[str, object], expected: list[str]) -> None:
    """Each filter lets through what it names and nothing else; the rest stands by date, article and place."""
    assert words(filled, kind, **narrowed) == expected


def test_a_listed_entry_says_where_it_is_from(filled: Record) -> None:
    """The keys of an entry, and with them article, sentence, run, outlet and date."""
    draft = norland()
    row = listed_json(next(filled.listed("signal", Filters(kind="threat"))))

    assert {**row, **as_json(draft.reading.signals[1])} == row
    assert row["article"] == draft.id
    assert row["run"] == draft.run
    assert (
        row["sentence"]
        == "“We will close the strait unless Sudmark withdraws its 4,000 troops,” Holm told Radio Fjord."
    )
    assert (row["outlet"], row["published"]) == ("Fjord Herald", "2031-05-07")


def test_an_entry_over_two_sentences_lists_both(record: Record) -> None:
    """A content that runs on is shown with every sentence that it touches, and with none between."""
    draft = Draft(text="A word. Then more. Nothing here. At last.", outlet=None)
    draft.statement(None, "Then", "A word. … At last.")
    record.add(draft.capture, draft.reading)

    assert next(record.listed("statement")).sentence == "A word. Then more. At last."


def test_entities_are_listed_by_article_and_merged(filled: Record) -> None:
    """By article each has its mentions there; merged, one row has the mentions of all articles."""
    rows = [row for row in filled.entities() if row["id"] == "Q-sudmark"]
    (merged,) = [row for row in filled.merged_entities() if row["id"] == "Q-sudmark"]

    assert [row["article"] for row in rows] == [norland().id, later().id]
    assert rows[0]["sentence"] == "Norland warns Sudmark over shipping"
    assert merged["count"] == sum(len(row["mentions"]) for row in rows)
    assert merged["articles"] == {row["article"]: row["mentions"] for row in rows}
    assert [row["id"] for row in filled.merged_entities(Filters(kind="outlet"))] == ["local:radio-fjord"]


def test_articles_are_listed_with_what_was_read_from_them(filled: Record) -> None:
    """An article's row has CONTRACT's keys, every path and how much was read from it."""
    row = next(filled.articles(Filters(outlet="Fjord Herald")))

    assert (row["id"], row["path"], row["text"]) == (norland().id, "norland.txt", TEXT)
    assert row["entries"] == {"event": 3, "figure": 1, "signal": 2, "statement": 3, "time": 2}


def test_what_is_dated_nowhere_is_listed_last_and_in_no_period(record: Record) -> None:
    """No date is no reason to be left out of a list, nor to be in a period."""
    undated = norland(path="undated.txt", outlet="Undated", published=None)
    for draft in (undated, later()):
        record.add(draft.capture, draft.reading)

    assert [row["outlet"] for row in record.articles()] == ["Skerry Times", "Undated"]
    assert [row["outlet"] for row in record.articles(Filters(since="0001-01-02"))] == ["Skerry Times"]


@pytest.mark.parametrize("entry", norland().reading.entries(), ids=lambda entry: entry.id[:2])
def test_json_and_back_is_the_same_entry(entry: object) -> None:
    """What `as_json` writes, `from_json` reads back equal."""
    assert from_json(type(entry), as_json(entry)) == entry  # type: ignore[type-var, arg-type]
