"""What cannot be asked is answered with what would do, in the form asked for, and never with an error of ours."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.faces.http.cursors import word

LISTS = (
    "/statements",
    "/signals",
    "/events",
    "/figures",
    "/times",
    "/articles",
    "/entities",
    "/search",
    "/whatif",
    "/ledger",
    "/copies",
    "/measures",
    "/review",
    "/changes",
    "/exposure/Q-sudmark",
    "/overview",
)


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/signals.json?sorce=Holm", 400, "knows no 'sorce'"),
        ("/signals.json?kind=song", 400, "there is no kind 'song'"),
        ("/signals.json?kind=thread", 400, "did you mean threat?"),
        ("/times.json?source=Holm", 400, "knows no 'source'"),
        ("/events.json?since=soon", 400, "takes a date"),
        ("/events.json?zone=cellar", 400, "there is no zone"),
        ("/statements.json?_size=0", 400, "_size: "),
        ("/statements.json?_size=101", 400, "_size: "),
        ("/statements.json?_size=many", 400, "_size: "),
        ("/statements.json?_next=abc", 400, "_next"),
        (f"/statements.json?_next={word('x', 'y', 1, 2, 'z')}", 400, "_next"),
        (f"/statements.json?_next={word(None, 'y', 1, 2**70, 'z')}", 400, "_next"),
        (f"/search.json?q=ship&_next={word(5, -1)}", 400, "_next"),
        ("/statements.json?asides=perhaps", 400, "asides: "),
        (f"/statements.json?source={'x' * 501}", 400, "source: "),
        ("/statements.json?source=%00", 400, "source: "),
        ("/search.json?q=-only", 400, "nothing to look for"),
        ("/search.json?q=ship&in=boat", 400, "there is no kind of entry"),
        ("/whatif.json?move=x&as_of=never", 400, "takes a day"),
        (f"/whatif.json?move={'x' * 501}", 400, "move: "),
        ("/overview.json?as_of=1962", 400, "takes a day"),
        ("/article/none.json", 404, "has the id none"),
        ("/article/x.json", 404, "too short"),
        ("/signal/zzzz.json", 404, "zzzz"),
        ("/walk/zzzz.csv", 404, "zzzz"),
        ("/entity/nobody.json", 404, "nobody"),
        ("/outlet/No%20Such.json", 404, "No Such"),
        ("/run/99.json", 404, "99"),
        ("/run/99999999999999999999.csv", 404, "there is no run"),
        ("/run/one.json", 404, "there is no run one"),
        ("/bytes/abc", 404, ""),
        ("/nowhere.json", 404, "no such page"),
        ("/statements.xml", 404, ""),
    ],
)
def test_nonsense_is_told_what_would_do(client: TestClient, address: str, status: int, said: str) -> None:
    """The status, and in the envelope of errors a message that names what is wrong."""
    answer = client.get(address)

    assert answer.status_code == status
    if address.partition("?")[0].endswith((".json", ".csv")):
        told = answer.json()
        assert list(told) == ["ok", "error", "errors", "status"]
        assert (told["ok"], told["status"]) == (False, status)
        assert said in told["error"]
    else:
        assert "<main" in answer.text


@pytest.mark.parametrize("address", ["/signals?kind=song", "/article/none", "/nowhere", "/run/one"])
def test_an_error_is_a_page_for_people(client: TestClient, address: str) -> None:
    """With the way back, and with what was typed only as text."""
    answer = client.get(address)

    assert answer.status_code in (400, 404)
    assert answer.headers["content-type"].startswith("text/html")
    assert 'href="/search"' in answer.text


def test_other_methods_are_refused(client: TestClient) -> None:
    """The explorer only looks: nothing can be put, changed or deleted."""
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        assert client.request(method, "/signals").status_code == 405


NAMES = (
    "source target kind since until zone outlet article q in move _next _size as_of asides versions % a.b "
    "sender status disagree include_lapsed"
).split()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    path=st.sampled_from(LISTS),
    query=st.dictionaries(st.sampled_from(NAMES), st.text(max_size=30), max_size=4),
)
def test_no_query_ends_in_an_error_of_ours(client: TestClient, path: str, query: dict[str, str]) -> None:
    """Whatever is typed into an address, the answer is a page or says what is wrong with it."""
    try:
        answer = client.get(f"{path}.json", params=query)
    except UnicodeEncodeError:
        return

    assert answer.status_code in (200, 400)
    assert json.loads(answer.text)["ok"] is (answer.status_code == 200)


@pytest.mark.parametrize("path", ["/ledger", "/overview", "/exposure/Q-sudmark", "/signal/{signal}", "/whatif"])
@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2031-02-29", "2031", "20310507", "-1", "٢٠٣١-٠٥-٠٧"])
def test_no_day_ends_in_an_error_of_ours(client: TestClient, ids: dict[str, str], path: str, day: str) -> None:
    """The first and the last that there are, and what is none."""
    address = path.format_map(ids)

    assert client.get(f"{address}.json", params={"as_of": day}).status_code in (200, 400)


@pytest.mark.parametrize("path", ["/copies", "/measures", "/review", "/exposure/Q-sudmark", "/ledger", "/changes"])
@pytest.mark.parametrize("given", [[-1], [2**62], [True], [], ["1"], [-1, "x"], [2**62, "x"], ["a", "b", "c"]])
def test_no_word_of_another_list_ends_in_an_error_of_ours(client: TestClient, path: str, given: list[object]) -> None:
    """Made up by somebody who knows how ours are made."""
    answer = client.get(f"{path}.json", params={"_next": word(*given)})  # type: ignore[arg-type]

    assert answer.status_code in (200, 400)
    assert answer.status_code == 400 or answer.json()["rows"] is not None


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    path=st.sampled_from(
        [
            "article",
            "signal",
            "walk",
            "entity",
            "outlet",
            "run",
            "bytes",
            "static",
            "trace",
            "review",
            "exposure",
            "beside/a",
        ]
    ),
    name=st.text(min_size=1, max_size=20),
)
def test_no_name_ends_in_an_error_of_ours(client: TestClient, path: str, name: str) -> None:
    """Nor does any name in an address."""
    try:
        answer = client.get(f"/{path}/{quote(name, safe='')}")
    except UnicodeEncodeError:
        return

    assert answer.status_code in (200, 307, 400, 404)
