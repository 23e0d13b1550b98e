"""Measures and exposures in the browser: what is counted by whom, and what somebody's own moves would set off."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest
from fastapi.testclient import TestClient
from seen import Seen

from sayso.faces.http.ranges import ASIDE, BOTTOM, RIGHT, TOP, ranges

Asked = Callable[[str], list[dict[str, Any]]]


def test_numbers_at_odds_are_marked(client: TestClient, rows: Asked) -> None:
    """In the drawing, in the table and in the rows."""
    (measure,) = rows("/measures.json?since=2031-06")
    page = client.get("/measures?since=2031-06").text

    assert sorted(one["value"] for one in measure["values"]) == [41, 43, 68]
    assert measure["disagree"]
    assert "m-clash" in page
    assert "at odds" in Seen(page).words
    assert [one["aria-labelledby"] for one in Seen(page).of("svg") if one.get("role") == "img"] == ["mt1 md1"]


@pytest.mark.parametrize(
    ("query", "amount"),
    [("since=2031-06", 1), ("since=2031-07", 0), ("outlet=gulf+wire&since=2031-06", 0), ("disagree=true", 1)],
)
def test_measures_are_narrowed_as_on_the_command_line(rows: Asked, query: str, amount: int) -> None:
    """A number that stands alone is no measure."""
    assert len(rows(f"/measures.json?{query}")) == amount


def test_of_many_figures_the_newest_are_compared(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page says so, and its rows say that there are more; narrowed to what is few enough, it is whole again."""
    monkeypatch.setattr("sayso.faces.http.pages.measures.NEWEST", 2)

    assert "newest 2 figures" in Seen(client.get("/measures?since=2031-05-02").text).words
    assert client.get("/measures.json?since=2031-05-02").json()["truncated"]
    assert "newest" not in Seen(client.get("/measures?since=2031-08").text).words


def test_a_measure_in_csv_has_a_line_for_each_number(client: TestClient) -> None:
    """So that a spreadsheet can draw it."""
    lines = client.get("/measures.csv?since=2031-06").text.splitlines()

    assert len(lines) == 4
    assert lines[0].startswith("what,unit,series,disagree,id,value,low,high")


def value(number: float | None, low: float | None, high: float | None, published: str | None) -> dict[str, Any]:
    """A figure of a measure, in the keys that a drawing looks at."""
    return {"id": f"{number}{low}{high}{published}", "value": number, "low": low, "high": high, "published": published}


def drawn(*values: dict[str, Any]) -> Any:
    """The drawing of some figures, of which the first two are at odds."""
    return ranges({"values": values, "pairs": [[one["id"] for one in values[:2]]]})


def test_a_number_is_as_tall_as_its_words_leave_it_open() -> None:
    """Exact, between bounds, at least, at most, about."""
    made = drawn(
        value(40, 40, 40, "2031-05-01"),
        value(60, 58, 62, "2031-05-10"),
        value(60, 60, None, "2031-05-15"),
        value(60, None, 60, "2031-05-20"),
        value(60, None, None, "2031-05-25"),
    )
    exact, between, least, most, about = made.bars

    assert exact.height < between.height < least.height < most.height
    assert least.y == TOP
    assert most.y + most.height == BOTTOM
    assert [one.is_open for one in made.bars] == [
        (False, False), (False, False), (False, True), (True, False), (True, True),
    ]  # fmt: skip
    assert about.y < exact.y
    assert [one.clashes for one in made.bars] == [True, True, False, False, False]


def test_a_number_of_a_month_is_as_wide_as_the_month() -> None:
    """What has no date at all is only in the table."""
    made = drawn(value(4, 4, 4, "2031-05"), value(5, 5, 5, "2031-06-20"), value(6, 6, 6, None))

    assert made.bars[0].width > 20 * made.bars[1].width
    assert [one.number for one in made.bars] == [1, 2]


def test_numbers_of_one_day_do_not_lie_over_one_another() -> None:
    """They stand side by side, inside the drawing."""
    made = drawn(*(value(40, 40, 40, "2031-05-01") for _ in range(6)), value(50, 50, 50, "2031-05-03"))
    same = [one for one in made.bars if one.y == made.bars[0].y]

    assert all(abs(one.x - other.x) >= ASIDE for one, other in combinations(same, 2))
    assert all(one.x + one.width <= RIGHT for one in made.bars)


@pytest.mark.parametrize("values", [(), (value(4, 4, 4, "2031-05-01"),), (value(4, 4, 4, None),) * 2])
def test_what_has_no_two_dates_is_not_drawn(values: tuple[dict[str, Any], ...]) -> None:
    """A table says it as well."""
    assert drawn(*values) is None


def test_an_exposure_names_the_act_and_proves_each_signal(client: TestClient, rows: Asked) -> None:
    """By the act that would set it off, with the sentence, and a way to ask about it."""
    found = rows("/exposure/Q-sudmark.json")
    page = client.get("/exposure/Q-sudmark").text

    assert found
    assert {one["act"] for one in found} == {"land_forces", None}
    assert "In words that no listed act covers" in page
    assert "any landing on the Skerry Islands would lead to war" in " ".join(Seen(page).words.split())
    assert f'href="/signal/{found[0]["signal"]["id"]}"' in page
    assert rows("/exposure/Q-sudmark.json?as_of=2031-05-01") == []


def test_a_page_of_somebody_leads_to_what_its_moves_would_set_off(client: TestClient) -> None:
    """And to what became of its signals."""
    hrefs = [one["href"] for one in Seen(client.get("/entity/Q-sudmark").text).of("a")]

    assert "/exposure/Q-sudmark" in hrefs
    assert "/ledger?sender=Q-sudmark" in hrefs


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/exposure/nobody", 404),
        ("/exposure/Q-sudmark?as_of=then", 400),
        ("/exposure/Q-sudmark?_next=abc", 400),
        ("/measures?since=then", 400),
        ("/measures?kind=people", 400),
        ("/measures?_next=abc", 400),
        ("/measures?_size=0", 400),
    ],
)
def test_what_is_not_there_is_said_so(client: TestClient, address: str, status: int) -> None:
    """Never with an error of ours."""
    assert client.get(address).status_code == status
