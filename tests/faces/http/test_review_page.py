"""What people say in the browser: accepted, rejected, corrected, judged and undone, from our own pages only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import HERE, filled
from drafts import norland
from fastapi.testclient import TestClient
from handreader import HandReader
from seen import Seen

from sayso.faces.http.app import explorer_app
from sayso.faces.http.atom import ATOM, feed
from sayso.record.filters import Filters
from sayso.record.store import Record

SIGNED = {"by": "M. Reyes", "why": "checked by hand"}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, empty: Path) -> Iterator[Record]:
    """A record of its own, which tests may say something of."""
    with filled(tmp_path_factory.mktemp("desk") / "record.db", empty) as made:
        yield made


@pytest.fixture(scope="module")
def reviewer(desk: Record) -> Iterator[TestClient]:
    """A browser over it."""
    app = explorer_app(desk.name, new_reader=HandReader, patience=60)  # type: ignore[arg-type]
    with TestClient(app, HERE, follow_redirects=False) as made:
        yield made


@pytest.fixture
def signal(desk: Record) -> str:
    """A signal's id."""
    return next(iter(desk.listed("signal", Filters(article=norland(url="https://fjord.example/1").id)))).entry.id


def key_in(page: str) -> str:
    """The key that a page of ours has in its forms."""
    return re.findall(r'name="key" value="([^"]+)"', page)[0]


def say(client: TestClient, entry: str, **told: str) -> tuple[int, str]:
    """Fill in the form of an entry and send it; the status and the page that follows."""
    key = key_in(client.get(f"/review/{entry}").text)
    answer = client.post(f"/review/{entry}", data={"key": key, **told})
    page = client.get(f"/review/{entry}") if answer.status_code == 303 else answer
    return answer.status_code, Seen(page.text).words


def test_what_is_said_stands_on_the_page_with_name_and_reason(reviewer: TestClient, desk: Record, signal: str) -> None:
    """And everywhere else, for it goes the way that the command line goes."""
    status, words = say(reviewer, signal, do="accept", **SIGNED)

    assert status == 303
    assert "M. Reyes: checked by hand" in words
    assert [one.by for one in desk.desk.standing(signal)] == ["M. Reyes"]
    assert "Accepted by M. Reyes" in Seen(reviewer.get(f"/signal/{signal}").text).words


def test_a_field_is_set_right_and_undone(reviewer: TestClient, desk: Record, signal: str) -> None:
    """The list has the new value; after undoing, the old one."""
    address = f"/signal/{signal}.json"
    was = reviewer.get(address).json()["rows"][0]["kind"]
    status, words = say(reviewer, signal, do="correct", field="kind", value="Promise", **SIGNED)

    assert status == 303
    assert "corrected: kind is promise" in words
    assert reviewer.get(address).json()["rows"][0]["kind"] == "promise"
    overlay = next(one.id for one in desk.desk.standing(signal) if one.field == "kind")
    assert say(reviewer, signal, do="undo", overlay=overlay, by="A. Holm", why="was right")[0] == 303
    assert reviewer.get(address).json()["rows"][0]["kind"] == was
    assert say(reviewer, signal, do="undo", overlay=overlay, **SIGNED)[0] == 400


def test_a_verdict_goes_before_the_rules_of_the_ledger(reviewer: TestClient, signal: str) -> None:
    """With who said so and why."""
    told = {"outcome": "averted", "as_of": "2031-05-01", "met": "missed"}
    assert say(reviewer, signal, do="outcome", **told, **SIGNED)[0] == 303
    (row,) = [one for one in reviewer.get("/ledger.json?_size=100").json()["rows"] if one["id"] == signal]

    assert (row["outcome"], row["condition_met"]) == ("averted", False)
    assert row["verdict"]["by"] == "M. Reyes"


def test_who_is_rejected_leaves_the_queue_and_the_lists(reviewer: TestClient) -> None:
    """At once, though the queue is kept."""
    (first, *_) = reviewer.get("/review.json?kind=event").json()["rows"]
    assert say(reviewer, first["id"], do="reject", **SIGNED)[0] == 303

    assert first["id"] not in {row["id"] for row in reviewer.get("/review.json?kind=event").json()["rows"]}
    assert first["id"] not in {row["id"] for row in reviewer.get("/events.json?_size=100").json()["rows"]}


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"do": "accept", "by": "", "why": "x"}, "say who you are"),
        ({"do": "accept", "by": "x", "why": " "}, "say why"),
        ({"by": "x", "why": "x"}, "say whether it is right or wrong"),
        ({"do": "sing", "by": "x", "why": "x"}, "say whether it is right or wrong"),
        ({"do": "correct", "field": "colour", "value": "red", "by": "x", "why": "x"}, "colour cannot be set"),
        ({"do": "correct", "field": "sender", "value": "Nobody", "by": "x", "why": "x"}, "neither this record nor"),
        ({"do": "correct", "by": "x", "why": "x"}, "cannot be set"),
        ({"do": "outcome", "outcome": "met", "as_of": "2031-05-07", "by": "x", "why": "x"}, "there is no outcome"),
        ({"do": "outcome", "outcome": "kept", "as_of": "then", "by": "x", "why": "x"}, "as of takes a day"),
        ({"do": "outcome", "outcome": "kept", "by": "x", "why": "x"}, "from which day on"),
        ({"do": "undo", "overlay": "ov0", "by": "x", "why": "x"}, "undone already"),
    ],
)
def test_what_cannot_be_said_is_told_and_typed_words_stay(
    reviewer: TestClient, signal: str, told: dict[str, str], said: str
) -> None:
    """Status 400, a plain sentence, and the form as it was filled in."""
    before = reviewer.get(f"/review/{signal}.json").json()["rows"][0]["said"]
    status, words = say(reviewer, signal, **told)

    assert status == 400
    assert said in words
    assert reviewer.get(f"/review/{signal}.json").json()["rows"][0]["said"] == before


@pytest.mark.parametrize(
    ("key", "headers"),
    [
        ("wrong", {}),
        ("", {}),
        (None, {"sec-fetch-site": "cross-site"}),
        (None, {"sec-fetch-site": "same-site"}),
        (None, {"origin": "http://evil.example"}),
        (None, {"origin": "http://[evil"}),
    ],
    ids=["wrong key", "no key", "another site", "another host of a site", "another origin", "nonsense"],
)
def test_a_form_of_another_page_says_nothing(
    reviewer: TestClient, desk: Record, signal: str, key: str | None, headers: dict[str, str]
) -> None:
    """Whatever it says: status 403, and the record as it was."""
    before = len(desk.overlays())
    given = key_in(reviewer.get(f"/review/{signal}").text) if key is None else key
    answer = reviewer.post(f"/review/{signal}", data={"key": given, "do": "reject", **SIGNED}, headers=headers)

    assert answer.status_code == 403
    assert len(desk.overlays()) == before


@pytest.mark.parametrize("origin", [HERE, "null"])
def test_our_own_page_is_known(reviewer: TestClient, signal: str, origin: str) -> None:
    """Also by a browser that keeps to our policy and does not say where it comes from."""
    key = key_in(reviewer.get(f"/review/{signal}").text)
    headers = {"origin": origin, "sec-fetch-site": "same-origin"}
    answer = reviewer.post(f"/review/{signal}", data={"key": key, "do": "accept", **SIGNED}, headers=headers)

    assert answer.status_code == 303
    assert answer.headers["location"] == f"/review/{signal}#said"
    assert "httponly" in answer.headers["set-cookie"].lower()


@pytest.mark.parametrize("body", [b"\xff\xfe", b"a=" + b"x" * 9000, b"&".join(b"a%d=1" % n for n in range(99)), b""])
def test_no_body_ends_in_an_error_of_ours(reviewer: TestClient, signal: str, body: bytes) -> None:
    """What is no form, or too long, or of too many fields."""
    assert reviewer.post(f"/review/{signal}", content=body).status_code in (400, 403)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/review/none-such", 404),
        ("/review/{article}", 404),
        ("/review?kind=figure", 400),
        ("/review?_next=abc", 400),
        ("/review?source=Nobody", 200),
        ("/changes?since=yesterday", 400),
        ("/changes?since=999", 400),
        ("/changes?since=2031-05-07Tx", 200),
        ("/changes?_next=abc", 400),
        ("/changes?colour=red", 400),
    ],
)
def test_what_is_not_there_is_said_so(client: TestClient, ids: dict[str, str], address: str, status: int) -> None:
    """Never with an error of ours."""
    assert client.get(address.format_map(ids)).status_code == status


def test_nothing_is_said_of_what_is_not_there(reviewer: TestClient, signal: str) -> None:
    """An unknown id is 404, the beginning of one leads to the whole."""
    key = key_in(reviewer.get(f"/review/{signal}").text)

    assert reviewer.post("/review/none-such", data={"key": key, "do": "accept", **SIGNED}).status_code == 404
    assert reviewer.post(f"/review/{signal[:9]}", data={"key": key, "do": "accept", **SIGNED}).status_code == 307


def test_an_explorer_that_only_looks_has_no_forms(desk: Record, signal: str) -> None:
    """And takes none."""
    app = explorer_app(desk.name, new_reader=HandReader, patience=60, writes=False)  # type: ignore[arg-type]
    with TestClient(app, HERE, follow_redirects=False) as made:
        page = made.get(f"/review/{signal}").text
        assert 'name="key"' not in page
        assert "started to look only" in Seen(page).words
        assert made.post(f"/review/{signal}", data={"key": "x", "do": "accept", **SIGNED}).status_code == 403


def test_the_feed_tells_what_people_did_last(reviewer: TestClient, signal: str) -> None:
    """The newest first, with who and why, page by page without a gap."""
    say(reviewer, signal, do="reject", by="A. Holm", why="a jest")
    say(reviewer, signal, do="accept", by="A. Holm", why="meant after all")
    whole = reviewer.get("/changes.json?since=2020&_size=100").json()["rows"]
    seen, address = [], "/changes.json?since=2020&_size=4"
    while address:
        told = reviewer.get(address).json()
        seen += told["rows"]
        address = told["next_url"]

    assert [row["change"] for row in whole[:2]] == ["accepted", "rejected"]
    assert whole[0]["about"] == "A. Holm: meant after all"
    assert seen == whole
    assert reviewer.get("/changes.json").json()["rows"] == whole[:40]


def test_a_news_reader_takes_the_feed(reviewer: TestClient) -> None:
    """Well-formed Atom, a line an entry, each with an id of its own, when, by whom, and a way to its page."""
    answer = reviewer.get("/changes.atom")
    feed = ElementTree.fromstring(answer.content)
    entries = feed.findall(f"{{{ATOM}}}entry")
    rows = reviewer.get("/changes.json").json()["rows"]

    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    assert len(entries) == len(rows)
    ids = [one.findtext(f"{{{ATOM}}}id") for one in entries]
    assert len(set(ids)) == len(ids)
    assert [one.findtext(f"{{{ATOM}}}content") for one in entries] == [row["about"] for row in rows]
    assert all((one.findtext(f"{{{ATOM}}}updated") or "").endswith("Z") for one in entries)


def test_words_in_a_feed_are_no_markup() -> None:
    """Nor anything that XML cannot hold."""
    row = {"at": "2031-05-07T12:00:00Z", "change": "added", "of": "outlet", "id": "<b>\x00\u202e&", "page": None}
    made = ElementTree.fromstring(feed([{**row, "about": "<script>\x0b"}], "r&d.db", "http://localhost"))

    assert made.findtext(f"{{{ATOM}}}entry/{{{ATOM}}}content") == "<script>\ufffd"
    assert "<b>" in (made.findtext(f"{{{ATOM}}}entry/{{{ATOM}}}title") or "")
