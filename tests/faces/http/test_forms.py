"""Rows to JSON and CSV: what is filtered, paged, streamed, kept as a file, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

from sayso.ask.listings import Rows
from sayso.faces.http.forms import FORMULA, as_json, cell, csv_lines, harmless
from sayso.record.filters import Filters
from sayso.record.store import Record

Asked = Callable[[str], list[dict[str, Any]]]


@pytest.mark.parametrize(
    ("query", "filters"),
    [
        ("", Filters()),
        ("source=Holm", Filters(source="Holm")),
        ("sender=Holm", Filters(source="Holm")),
        ("target=Q-sudmark&kind=Warning", Filters(target="Q-sudmark", kind="warning")),
        ("outlet=skerry+times&asides=false", Filters(outlet="Skerry Times", asides=False)),
        ("since=2031-04-03&until=2031-04", Filters(since="2031-04-03", until="2031-04-30")),
        ("source=&kind=&zone=", Filters()),
        ("zone=caption", Filters(zone="caption")),
        ("source=nobody", Filters(source="nobody")),
    ],
)
def test_a_filter_means_the_same_in_an_address_as_on_the_command_line(
    rows: Asked, record: Record, query: str, filters: Filters
) -> None:
    """`?source=Holm` lists what `--source Holm` lists; an empty value is none."""
    assert {row["id"] for row in rows(f"/signals.json?_size=100&{query}")} == {
        one.entry.id for one in record.listed("signal", filters)
    }


def test_a_row_has_what_the_command_line_prints_and_more(rows: Asked, record: Record) -> None:
    """Every key of the contract's lists, the words, the names, and the page."""
    (row,) = rows("/statements.json?kind=warn&outlet=fjord+herald")
    printed = next(
        Rows(record).of(one) for one in record.listed("statement", Filters(outlet="Fjord Herald", kind="warn"))
    )

    assert {key: row[key] for key in printed} == printed
    assert row["words"]["content"] == "that any landing on the Skerry Islands would lead to war"
    assert row["names"] == {"local:ada-holm": "Ada Holm"}
    assert row["page"] == f"/statement/{row['id']}"
    assert row["review"] == {"kind": "accept", "by": "M. Reyes", "why": "checked by hand"}


@pytest.mark.parametrize("path", ["/statements", "/events", "/articles", "/entities", "/search"])
def test_pages_of_any_size_hold_the_same_rows(client: TestClient, path: str) -> None:
    """Following `next_url` from the first page on meets every row once, in one order."""
    query = "&q=ship" if path == "/search" else ""
    whole = client.get(f"{path}.json?_size=100{query}").json()
    found, address = [], f"{path}.json?_size=7{query}"
    while address:
        told = client.get(address).json()
        found += told["rows"]
        address = told["next_url"]

    assert whole["next"] is None
    assert len(whole["rows"]) > 14
    assert found == whole["rows"]


@pytest.mark.parametrize("path", ["/statements", "/articles", "/entities", "/search"])
def test_csv_streams_every_row_where_that_is_asked_for(client: TestClient, path: str) -> None:
    """A page of it otherwise, with a link to the next; nothing is cut off in silence."""
    query = "_size=5&q=ship" if path == "/search" else "_size=5"
    some = client.get(f"{path}.csv?{query}")
    every = client.get(f"{path}.csv?{query}&_stream=on")

    assert len(list(csv.reader(io.StringIO(some.text)))) == 6
    assert 'rel="next"' in some.headers["link"]
    assert len(list(csv.reader(io.StringIO(every.text)))) > 20
    assert "link" not in every.headers


@pytest.mark.parametrize(("path", "name"), [("/signals.csv", "signals.csv"), ("/overview.json", "overview.json")])
def test_an_answer_is_a_file_where_that_is_asked_for(client: TestClient, path: str, name: str) -> None:
    """`_dl=on` gives it a name to keep it under."""
    answer = client.get(f"{path}?_dl=on")

    assert answer.headers["content-disposition"] == f"attachment; filename*=UTF-8''{name}"


def test_an_article_is_given_whole_and_as_a_table_of_sentences(client: TestClient, ids: dict[str, str]) -> None:
    """JSON has the keys of `sayso read --json`; CSV a sentence a line with what rests on it."""
    (row,) = client.get(f"/article/{ids['article']}.json").json()["rows"]
    lines = list(csv.DictReader(io.StringIO(client.get(f"/article/{ids['article']}.csv").text)))

    assert set(row) >= {"article", "zones", "entities", "statements", "events", "signals", "figures", "times"}
    text = row["article"]["text"]
    assert all(text[int(line["start"]) : int(line["end"])] == line["sentence"] for line in lines)
    assert ids["signal"] in " ".join(line["signals"] for line in lines)


def test_a_walk_is_given_step_by_step(client: TestClient, ids: dict[str, str]) -> None:
    """Down to the bytes that say the words, which are the words encoded, and their digest."""
    (row,) = client.get(f"/walk/{ids['signal']}.json").json()["rows"]
    steps = list(csv.DictReader(io.StringIO(client.get(f"/walk/{ids['signal']}.csv").text)))
    data = client.get(f"/bytes/{ids['sha256']}").content

    assert row["holds"] is True
    assert {step["holds"] for step in steps} == {"true"}
    assert steps[0]["step"] == "entry"
    assert data[row["bytes"]["start"] : row["bytes"]["end"]].hex() == row["bytes"]["hex"]
    assert bytes.fromhex(row["bytes"]["hex"]).decode().startswith(row["spans"][0]["words"])


@pytest.mark.parametrize("start", [*FORMULA, " =", "\t", "\r", '"=', "\ufeff-", "' +", "\u3000＝"])
def test_no_cell_is_taken_for_a_formula(start: str) -> None:
    """Whatever a text begins with, a spreadsheet takes it for text."""
    assert harmless(f"{start}1+1").startswith("'")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (True, "true"),
        (-4.5, -4.5),
        (4000, 4000),
        ("a - b", "a - b"),
        (["-1"], '["-1"]'),
        ({"a": None}, '{"a": null}'),
    ],
)
def test_a_cell_says_what_it_holds(value: object, expected: object) -> None:
    """Numbers stay numbers, lists are JSON, what is not known is empty."""
    assert cell(value) == expected


def test_nested_words_become_columns_and_odd_rows_stay_in_line() -> None:
    """The first row names the columns; a later row has an empty cell where it lacks one."""
    lines = list(csv_lines([{"id": 1, "words": {"cue": "said", "of": None}}, {"id": 2, "words": {"cue": "=x"}}]))

    assert lines == ["id,words.cue,words.of\r\n", "1,said,\r\n", "2,'=x,\r\n"]
    assert list(csv_lines([])) == []


def test_json_has_no_word_for_what_is_no_number() -> None:
    """Infinity and NaN are null, so that every parser takes it."""
    assert as_json({"a": float("inf"), "b": [float("nan"), 1]}) == '{"a": null, "b": [null, 1]}'
