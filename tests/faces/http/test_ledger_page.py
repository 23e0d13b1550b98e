"""The ledger in the browser: narrowed as on the command line, and each signal's life as a drawing and as a table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from conftest import HERE
from fastapi.testclient import TestClient
from seen import Seen

from sayso.ask.ledgers import Weighed
from sayso.faces.http import fates
from sayso.faces.http.app import explorer_app
from sayso.faces.http.life import RIGHT, drawn, moments
from sayso.faces.http.matrix import matrix
from sayso.faces.http.scales import CUT, days, numbers
from sayso.record.store import Record
from sayso.terms import Outcome, SignalKind

Asked = Callable[[str], list[dict[str, Any]]]


@pytest.mark.parametrize(
    ("query", "passes"),
    [
        ("", lambda row: True),
        ("sender=Ada+Holm", lambda row: row["sender"] == "local:ada-holm"),
        ("kind=Threat", lambda row: row["kind"] == "threat"),
        ("status=open", lambda row: row["outcome"] == "open"),
        ("status=kept", lambda row: row["outcome"] == "kept"),
        ("since=2031-05-07", lambda row: row["made"]["date"] >= "2031-05-07"),
    ],
)
def test_a_filter_leaves_what_it_names(rows: Asked, query: str, passes: Callable[[dict[str, Any]], bool]) -> None:
    """Those that pass among all, in the order of all."""
    every = rows("/ledger.json?_size=100")

    assert every
    assert rows(f"/ledger.json?_size=100&{query}") == [row for row in every if passes(row)]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("kind=song", "there is no kind 'song'"),
        ("status=met", "there is no outcome 'met'"),
        ("since=soon", "since takes a day"),
        ("as_of=soon", "as_of takes a day"),
        ("sender=Nobody+Here", "nobody in this record is named 'Nobody Here'"),
        ("colour=red", "knows no 'colour'"),
        ("_next=abc", "_next"),
    ],
)
def test_a_wrong_filter_is_told_what_would_do(client: TestClient, query: str, said: str) -> None:
    """With status 400 and a plain sentence, on the page too."""
    answer = client.get(f"/ledger.json?{query}")

    assert answer.status_code == 400
    assert said in answer.json()["error"]
    assert client.get(f"/ledger?{query}").status_code == 400


def test_the_pages_of_the_ledger_are_the_whole_of_it(client: TestClient) -> None:
    """Page by page every line comes once, the newest first, and CSV streams the same."""
    seen: list[str] = []
    address = "/ledger.json?_size=7"
    while address:
        told = client.get(address).json()
        seen += [row["id"] for row in told["rows"]]
        address = told["next_url"]
    whole = client.get("/ledger.json?_size=100").json()["rows"]

    assert seen == [row["id"] for row in whole]
    assert len(set(seen)) == len(seen) > 20
    assert [row["made"]["date"] for row in whole] == sorted((row["made"]["date"] for row in whole), reverse=True)
    assert len(client.get("/ledger.csv?_stream=on").text.splitlines()) > len(seen)


def test_the_outcomes_add_up(client: TestClient) -> None:
    """Above the ledger stands how many signals have which outcome, whichever of them is shown."""
    page = Seen(client.get("/ledger?status=kept").text)
    tabs = {word: int(amount) for word, amount in pairwise(page.words.split()) if amount.isdigit()}

    assert tabs["all"] == sum(tabs[name] for name in ("open", "kept", "broken", "averted", "lapsed"))


def test_a_signal_tells_its_life(client: TestClient, ids: dict[str, str], rows: Asked) -> None:
    """As a drawing with a name and a description, and as a table; as of a day where one is named."""
    page = client.get(f"/signal/{ids['signal']}").text
    seen = Seen(page)
    drawings = [one for one in seen.of("svg") if one.get("role") == "img"]

    assert [one["aria-labelledby"] for one in drawings] == ["life-title life-about"]
    assert 'class="chart" id="life-chart"' in page
    assert "The life of the signal, as a table" in seen.words
    assert rows(f"/signal/{ids['signal']}.json")[0]["ledger"]["outcome"] == "open"
    assert rows(f"/signal/{ids['signal']}.json?as_of=2031-05-01")[0]["ledger"] is None
    assert client.get(f"/signal/{ids['signal']}?as_of=then").status_code == 400


def line(**more: Any) -> dict[str, Any]:
    """A line of the ledger in the keys that a life is drawn from."""
    made = saying("a", "2031-05-02", 3)
    return {"made": made, "restated": [], "hardened": [], "softened": [], "evidence": [], "deadline": None,
            "outcome": "open", "reason": "nothing yet", "as_of": "2031-06-01", **more}  # fmt: skip


def saying(key: str, when: str, level: int) -> dict[str, Any]:
    """A saying as the ledger prints it."""
    return {"id": key, "date": when, "firmness": level, "firmness_name": "likely", "marked_by": "would"}


def report(shows: str, when: str) -> dict[str, Any]:
    """A report as the ledger prints it."""
    return {"id": None, "sentence": "Ships crossed.", "article": "a1", "outlet": "Fjord Herald", "published": None,
            "date": when, "shows": shows, "alike": False}  # fmt: skip


def test_a_life_is_told_in_the_order_of_time() -> None:
    """Said, harder, due, met, and last what became of it; under numbers that drawing and table share."""
    harder = saying("b", "2031-05-05", 4)
    row = line(
        restated=[harder],
        hardened=[harder],
        evidence=[report("the condition came", "2031-05-20")],
        deadline={"edtf": "../2031-05-10", "low": None, "high": "2031-05-10", "words": "by May 10", "put_off": False},
    )
    found = moments(row, {"b": ("We will fire.", "Skerry Times", "a2")})

    assert [one.lane for one in found] == ["said", "said", "deadline", "condition", "outcome"]
    assert [one.what.partition(" (")[0] for one in found[:2]] == ["said", "said harder"]
    assert found[1].sentence == "We will fire."
    assert [one.number for one in found] == [1, 2, 3, 4, 5]
    life = drawn(found)
    said = next(lane for lane in life.lanes if lane.key == "said")
    assert said.marks[1].y < said.marks[0].y
    assert said.marks[1].x > said.marks[0].x


def test_an_uncertain_date_is_as_long_as_it_is_open() -> None:
    """A month is a bar; an end that is open has no border of its own."""
    row = line(evidence=[report("the condition came", "2031-05"), report("the sender took it back", "2031-05-20/..")])
    life = drawn(moments(row, {}))
    marks = {lane.key: lane.marks[0] for lane in life.lanes}

    assert marks["condition"].width > 10 * marks["said"].width
    assert marks["condition"].is_open == (False, False)
    assert marks["withdrawn"].is_open == (False, True)
    assert marks["withdrawn"].x + marks["withdrawn"].width == RIGHT


def test_marks_of_a_lane_do_not_lie_over_one_another() -> None:
    """Ten reports of one day have rows of their own, and those for which there is no room no number."""
    row = line(evidence=[report("the condition came", "2031-05-20") for _ in range(10)])
    lane = next(one for one in drawn(moments(row, {})).lanes if one.key == "condition")
    numbered = [mark for mark in lane.marks if mark.shows_number]

    assert len({mark.y for mark in numbered}) == len(numbered)
    assert len(lane.marks) == 10


def test_a_long_silence_is_cut_and_said_to_be() -> None:
    """Fifty years without a report do not press the weeks before them into a line."""
    begin = date(1962, 10, 22)
    axis = days([begin, begin + timedelta(days=30), date(2012, 10, 28)], 0, 1000)

    assert [one.words for one in axis.silences] == ["50 years"]
    assert axis.at(begin + timedelta(days=30)) == 1000 - CUT
    assert axis.at(date(1961, 1, 1)) == 0
    assert axis.at(date(2020, 1, 1)) == 1000
    assert all(other.x - one.x >= 90 for one, other in pairwise(axis.ticks))


def test_one_day_has_an_axis_too() -> None:
    """It stands in its middle."""
    assert days([date(2031, 5, 7)], 0, 100).at(date(2031, 5, 7)) == 50
    for day in (date.min, date.max):
        assert 0 <= days([day], 0, 100).at(day) <= 100


@pytest.mark.parametrize(
    ("held", "low", "high"),
    [
        ([40, 90], 0, 100),
        ([4000, 4100], 4000, 4100),
        ([7], 0, 8),
        ([0], -1, 1),
        ([0.02, 0.9], 0, 1),
        ([-30, 20], -40, 20),
    ],
)
def test_numbers_have_round_ends(held: list[float], low: float, high: float) -> None:
    """And hold what they were made for."""
    axis = numbers(held, 100, 0)

    assert (axis.low, axis.high) == (low, high)
    assert all(0 <= axis.at(one) <= 100 for one in held)
    assert [place for _, place in axis.ticks] == sorted((place for _, place in axis.ticks), reverse=True)


def test_every_number_of_the_matrix_leads_to_as_many_signals(client: TestClient, rows: Asked) -> None:
    """The cell of a state counts what its ministers sent too, and so does the ledger that it leads to."""
    page = Seen(client.get("/").text)
    cells = [one["href"] or "" for one in page.of("a") if (one.get("class") or "").startswith("cell")]
    told = rows("/overview.json")[0]["open"]

    assert cells
    for address in cells:
        asked = dict(parse_qsl(urlsplit(address).query))
        here = [one for one in told if (one["sender"], one["target"]) == (asked["sender"], asked["target"])]
        found = rows(address.replace("/ledger?", "/ledger.json?_size=100&"))
        assert len(found) == sum(one["open"] for one in here)


def weighed(sender: str | None, side: str, targets: str, outcome: Outcome = Outcome.OPEN) -> Weighed:
    """A line of the ledger in what the matrix looks at; parties are letters."""
    row = {"sender": sender}
    return Weighed(row, SignalKind.THREAT, outcome, frozenset(side), frozenset(targets), date(2031, 5, 7))


def test_the_matrix_sets_a_state_before_its_people() -> None:
    """Only what is open counts; who speaks for a state stands below it, whoever signals more first."""
    lines = [
        weighed("m", "ma", "b"),
        weighed("m", "ma", ""),
        weighed("b", "b", "a"),
        weighed("b", "b", "a", Outcome.KEPT),
        weighed(None, "", "a"),
    ]
    made = matrix(lines)

    assert [(one.id, one.side, one.amount, one.untargeted) for one in made.senders] == [
        ("a", None, 2, 1), ("m", "a", 2, 1), ("b", None, 1, 0),
    ]  # fmt: skip
    assert made.unnamed == 1
    assert made.amount == 4
    assert made.ids == {"a", "b", "m"}


def test_of_so_many_signals_those_are_weighed_that_are_asked_about(
    record: Record, ids: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lines of the newest say the same as in the whole ledger, but for what was said again elsewhere."""
    with TestClient(explorer_app(record.name, patience=60), HERE) as made:
        whole = {row["id"]: row for row in made.get("/ledger.json").json()["rows"]}
    monkeypatch.setattr(fates, "MANY", 2)
    with TestClient(explorer_app(record.name, patience=60), HERE) as made:
        assert "as far as somebody asks" in Seen(made.get("/").text).words
        newest = made.get("/ledger.json").json()
        (row,) = made.get(f"/signal/{ids['signal']}.json").json()["rows"]
    assert newest["truncated"]
    assert newest["rows"]
    for line in (*newest["rows"], row["ledger"]):
        other = whole[line["id"]]
        assert [line[name] for name in ("outcome", "evidence", "reports")] == [
            other[name] for name in ("outcome", "evidence", "reports")
        ]
