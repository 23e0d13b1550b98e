"""Copies in the browser: who had a text from whom, drawn and in words, and what changed, inside quotations first."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from fastapi.testclient import TestClient
from seen import Seen

from sayso.ask.beside import beside
from sayso.faces.http.chain import HEIGHT, chain
from sayso.record.store import Record

Asked = Callable[[str], list[dict[str, Any]]]


@pytest.mark.parametrize(
    ("query", "amount"),
    [("", 1), ("outlet=cape+mail", 1), ("outlet=Fjord+Herald", 0), ("article={copy}", 1), ("article=a0000000", 0)],
)
def test_copies_are_narrowed_as_on_the_command_line(rows: Asked, ids: dict[str, str], query: str, amount: int) -> None:
    """By outlet and by article, of either side."""
    found = rows(f"/copies.json?{query.format_map(ids)}")

    assert len([row for row in found if row["copy"] == ids["copy"]]) == amount


def test_what_changed_stands_side_by_side_inside_quotations_first(client: TestClient, ids: dict[str, str]) -> None:
    """The words of the original, and those of the copy, with what is around them."""
    for address in (f"/trace/{ids['copy']}", "/copies?outlet=Cape+Mail"):
        page = client.get(address).text
        words = Seen(page).words

        assert "<del>own</del>" in page
        assert "inside a quotation" in words
        assert page.index("<del>own</del>") < page.index("<del>reportedly</del>")
        assert "hedge dropped" in words


def test_a_trace_says_where_it_was_first_and_by_what_sign(client: TestClient, ids: dict[str, str]) -> None:
    """In words, with the reason, and as a drawing that names itself."""
    seen = Seen(client.get(f"/trace/{ids['copy']}").text)

    assert "First in Gulf Wire" in seen.words
    assert "Gulf Wire published it 2031-03-01, Cape Mail 2031-03-02" in seen.words
    assert [one["aria-labelledby"] for one in seen.of("svg") if one.get("role") == "img"] == ["chain-title chain-about"]


def test_what_nobody_copied_is_said_to_stand_alone(client: TestClient, rows: Asked) -> None:
    """In words, without a drawing of one box."""
    alone = rows("/statements.json?outlet=Outlet+1&_size=1")[0]["id"]
    page = client.get(f"/trace/{alone}").text

    assert 'id="chain-chart"' not in page
    assert "too short to be told from others" in Seen(page).words


def test_which_was_first_may_be_open(client: TestClient, ids: dict[str, str], rows: Asked) -> None:
    """Two outlets print the same on one day: neither is called the copy, of the text or of what is said in it."""
    page = Seen(client.get(f"/trace/{ids['statement']}").text)

    assert "Which was first is left open" in page.words
    assert rows(f"/trace/{ids['statement']}.json")[0]["first"] is None
    assert rows(f"/trace/{ids['statement']}.json")[0]["kind"] == "statement"


def test_two_texts_stand_next_to_one_another(client: TestClient, ids: dict[str, str], rows: Asked) -> None:
    """Sentence beside sentence, the changed words marked on either side."""
    address = f"/beside/{ids['original']}/{ids['copy']}"
    page = client.get(address).text
    lines = rows(f"{address}.json")

    assert '<del class="gone in-quote">own</del>' in page
    assert all(line["left"] and line["right"] for line in lines)
    assert sum(len(line["edits"]) for line in lines) == 2


def test_what_has_no_counterpart_stands_alone(record: Record, ids: dict[str, str]) -> None:
    """Two articles that have nothing in common have all their sentences, each by itself."""
    found = beside(record, ids["original"], ids["article"])

    assert found is not None
    assert all((one.left is None) != (one.right is None) for one in found.pairs)
    left = [one.left for one in found.pairs if one.left is not None]
    assert left == sorted(left)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/trace/none", 404),
        ("/trace/local:ada-holm", 404),
        ("/beside/{copy}/none", 404),
        ("/beside/{copy}/{statement}", 404),
        ("/copies?colour=red", 400),
        ("/copies?_next=abc", 400),
        ("/copies?_size=51", 400),
    ],
)
def test_what_is_not_there_is_said_so(client: TestClient, ids: dict[str, str], address: str, status: int) -> None:
    """A page that says what is wrong, never an error of ours."""
    assert client.get(address.format_map(ids)).status_code == status


def test_the_beginning_of_an_id_leads_to_the_whole(client: TestClient, ids: dict[str, str]) -> None:
    """In the same form."""
    copy, original = ids["copy"], ids["original"]

    assert client.get(f"/trace/{copy[:8]}.json").headers["location"] == f"/trace/{copy}.json"
    assert client.get(f"/beside/{original[:8]}/{copy}").headers["location"] == f"/beside/{original}/{copy}"


def link(article: str, *above: str, **more: Any) -> dict[str, Any]:
    """A link of a chain, in the keys that a drawing looks at."""
    steps = [{"article": one, "edits": [], "direction": "date"} for one in above]
    about = {"id": article, "outlet": article.title(), "title": "WAR " * 30, "published": None}
    return {"article": about, "from": steps, **more}


def test_a_chain_is_drawn_from_who_was_copied_to_who_copied() -> None:
    """Each behind what it has its text from, and no box over another."""
    answer = {"article": "c", "chain": [link("a"), link("b", "a"), link("c", "b"), link("d", "a", words=None)]}
    made = chain(answer)
    at = {stop.article: stop for stop in made.stops}

    assert at["a"].x < at["b"].x == at["d"].x < at["c"].x
    assert len(made.lines) == 3
    assert [stop.article for stop in made.stops if stop.is_own] == ["c"]
    assert [stop.article for stop in made.stops if stop.lacks] == ["d"]
    column = sorted((at["b"], at["d"]), key=lambda stop: stop.y)
    assert all(one.y + HEIGHT < other.y for one, other in pairwise(column))


def test_an_outlet_tells_what_it_copied_and_what_was_copied_from_it(client: TestClient) -> None:
    """Where it is open which was first, neither counts."""
    assert "1 copy of others’ texts, and 0 copies of its own" in Seen(client.get("/outlet/Cape Mail").text).words
    assert "0 copies of others’ texts, and 1 copy of its own" in Seen(client.get("/outlet/Gulf Wire").text).words
    assert "of others’ texts" not in Seen(client.get("/outlet/Skerry Times").text).words
