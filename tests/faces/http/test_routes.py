"""Every page has an address, a twin as JSON and as CSV, one envelope, and what a browser needs to be told."""

from __future__ import annotations

import csv
import io
import re

import pytest
from fastapi.testclient import TestClient
from seen import Seen

from sayso.faces.http.guard import POLICY

PAGES = {
    "/": "/",
    "/statements": "/statements?source=Holm&kind=warn",
    "/signals": "/signals",
    "/events": "/events?actor=Q-sudmark",
    "/figures": "/figures?since=2031-05",
    "/times": "/times?zone=body",
    "/articles": "/articles?outlet=fjord+herald",
    "/entities": "/entities?q=holm&kind=person",
    "/outlets": "/outlets",
    "/search": "/search?q=strait+-harbour&in=signal",
    "/whatif": "/whatif?move=Sudmark+lands+on+the+Skerry+Islands",
    "/ledger": "/ledger?sender=Holm&status=open&since=2031-05-01",
    "/copies": "/copies?outlet=Cape+Mail",
    "/trace/{id}": "/trace/{copy}",
    "/beside/{one}/{other}": "/beside/{original}/{copy}",
    "/review": "/review?kind=signals",
    "/review/{id}": "/review/{statement}",
    "/changes": "/changes?since=2020",
    "/measures": "/measures?since=2031-06",
    "/exposure/{id}": "/exposure/Q-sudmark",
    "/runs": "/runs",
    "/run/{key}": "/run/1",
    "/quarantine": "/quarantine",
    "/about": "/about",
    "/article/{id}": "/article/{article}",
    "/statement/{id}": "/statement/{statement}",
    "/signal/{id}": "/signal/{signal}",
    "/event/{id}": "/event/{event}",
    "/figure/{id}": "/figure/{figure}",
    "/time/{id}": "/time/{time}",
    "/walk/{id}": "/walk/{signal}",
    "/entity/{id}": "/entity/{entity}",
    "/outlet/{name}": "/outlet/{outlet}",
}
"""Each page of the OpenAPI document with an address that finds something."""


def address(page: str, ids: dict[str, str], suffix: str = "") -> str:
    """The address of a page in a form."""
    path, question, query = PAGES[page].format_map(ids).partition("?")
    return f"{'/overview' if path == '/' and suffix else path}{suffix}{question}{query}"


def test_every_page_of_the_document_is_looked_at_here(client: TestClient) -> None:
    """A page that is added without an address in this file fails here."""
    paths = client.get("/openapi.json").json()["paths"]
    pages = {path.replace(":path", "") for path in paths if not path.endswith((".json", ".csv"))}

    assert pages - {"/bytes/{sha256}", "/changes.atom"} == set(PAGES)
    twins = {
        f"{path}{suffix}" for path in pages - {"/", "/bytes/{sha256}", "/changes.atom"} for suffix in (".json", ".csv")
    }
    assert twins | {"/overview.json", "/overview.csv"} == {path for path in paths if path.endswith((".json", ".csv"))}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_whole_without_scripts(client: TestClient, ids: dict[str, str], page: str) -> None:
    """It has a title, one heading of the first rank, landmarks, a way past the menu, and nothing that runs."""
    answer = client.get(address(page, ids))
    seen = Seen(answer.text)

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert len(seen.of("h1")) == len(seen.of("main")) == answer.text.partition("</head>")[0].count("<title>") == 1
    assert seen.of("a")[0]["href"] == "#content"
    assert not seen.of("script")
    assert not [one for _, one in seen.elements if "style" in one or any(name.startswith("on") for name in one)]
    assert all(one.get("scope") for one in seen.of("th"))
    assert len(seen.of("table")) == len(seen.of("caption"))
    labelled = {one["for"] for one in seen.of("label")}
    typed = [one for one in (*seen.of("input"), *seen.of("select")) if one.get("type") != "hidden"]
    assert all(one["id"] in labelled for one in typed)
    held = [one["id"] for _, one in seen.elements if "id" in one]
    assert len(held) == len(set(held))


@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_a_page_leads_somewhere(client: TestClient, ids: dict[str, str], page: str) -> None:
    """A link is an address of ours that answers, a place on the page, or a page elsewhere that learns nothing of us."""
    seen = Seen(client.get(address(page, ids)).text)
    held = {one["id"] for _, one in seen.elements if "id" in one}
    for link in seen.of("a"):
        href = link["href"] or ""
        if href.startswith("#"):
            assert href[1:] in held
        elif href.startswith(("http:", "https:")):
            assert set((link["rel"] or "").split()) >= {"noopener", "nofollow"}
        else:
            assert re.match(r"[/?]", href)
    ours = sorted(
        {(one["href"] or "").partition("#")[0] for one in seen.of("a") if (one["href"] or "").startswith("/")}
    )
    for href in [one for one in ours if one][:: max(1, len(ours) // 12)]:
        assert client.get(href).status_code == 200, href


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_a_twin_as_json_in_one_envelope(client: TestClient, ids: dict[str, str], page: str) -> None:
    """`ok`, `rows`, `next`, `next_url`, `truncated`, and nothing else."""
    answer = client.get(address(page, ids, ".json"))
    told = answer.json()

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert list(told) == ["ok", "rows", "next", "next_url", "truncated"]
    assert told["ok"] is True
    assert told["rows"]
    assert all(isinstance(row, dict) for row in told["rows"])


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_a_twin_as_csv(client: TestClient, ids: dict[str, str], page: str) -> None:
    """A head, and as many cells in every row as in the head."""
    answer = client.get(address(page, ids, ".csv"))
    lines = list(csv.reader(io.StringIO(answer.text)))

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert len(lines) > 1
    assert {len(line) for line in lines} == {len(lines[0])}
    assert len(set(lines[0])) == len(lines[0])


@pytest.mark.parametrize("suffix", ["", ".json", ".csv"])
@pytest.mark.parametrize("path", ["/signals", "/signal/none", "/nowhere", "/signals?colour=red"])
def test_a_browser_is_told_what_it_may_do(client: TestClient, path: str, suffix: str) -> None:
    """Every answer, errors too, has the strict policy and the headers beside it."""
    head, _, query = path.partition("?")
    headers = client.get(f"{head}{suffix}?{query}").headers

    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "private, no-cache"


def test_a_page_names_its_twins_with_the_same_query(client: TestClient) -> None:
    """What is narrowed in the browser is narrowed alike for programs."""
    links = Seen(client.get("/signals?kind=threat").text).of("link")

    assert [one["href"] for one in links if one["rel"] == "alternate"] == [
        "/signals.json?kind=threat",
        "/signals.csv?kind=threat",
    ]


def test_our_files_are_kept_for_good_under_their_digest(client: TestClient) -> None:
    """Style sheet and icon come from here, and a browser asks for each once."""
    links = [one["href"] or "" for one in Seen(client.get("/").text).of("link")]
    ours = [href for href in links if href.startswith("/static/")]

    assert len(ours) == 2
    for href in ours:
        answer = client.get(href)
        assert answer.status_code == 200
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_the_beginning_of_an_id_leads_to_it(client: TestClient, ids: dict[str, str]) -> None:
    """As on the command line; and an id under the wrong kind leads to the right one, in the same form."""
    statement = ids["statement"]

    assert client.get(f"/statement/{statement[:8]}").headers["location"] == f"/statement/{statement}"
    assert client.get(f"/event/{statement}.json").headers["location"] == f"/statement/{statement}.json"
    assert client.get(f"/walk/{statement[:9]}.csv").headers["location"] == f"/walk/{statement}.csv"
    assert client.get(f"/article/{ids['article'][:8]}").headers["location"] == f"/article/{ids['article']}"


def test_a_sentence_has_a_permanent_place(client: TestClient, ids: dict[str, str]) -> None:
    """`/article/ID#s3` is the third sentence, with what was read from it beside it."""
    page = client.get(f"/article/{ids['article']}").text
    third = page[page.index('id="s3"') : page.index('id="s4"')]

    assert "close the strait" in Seen(third).words
    assert f"/signal/{'si'}" in third
    assert "Ada Holm" in Seen(third).words


def test_a_head_request_has_the_headers_and_no_body(client: TestClient) -> None:
    """So that whoever only asks whether a page is there need not take it."""
    answer = client.head("/signals")

    assert answer.status_code == 200
    assert answer.content == b""


def test_the_document_says_in_which_form_errors_come(client: TestClient) -> None:
    """People get a page, programs the envelope of errors; so the document says, and so it is."""
    for path, operations in client.get("/openapi.json").json()["paths"].items():
        expected = "application/json" if path.endswith((".json", ".csv")) else "text/html"
        for operation in operations.values():
            told = {status: set(one["content"]) for status, one in operation["responses"].items() if status >= "4"}
            assert told
            assert set().union(*told.values()) == {expected}, path
