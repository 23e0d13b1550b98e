"""Who may ask, under which name, how much at once; and the door with its token."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from sayso.faces.http.app import explorer_app
from sayso.faces.http.guard import AT_ONCE, POLICY, Guard, key_of
from sayso.record.store import Record

TOKEN = "a long word that nobody guesses"


@pytest.fixture(scope="module")
def guarded(record: Record) -> Iterator[TestClient]:
    """An explorer that asks for a token."""
    app = explorer_app(record.name, token=TOKEN, hosts=["crisis.example"], patience=60)
    with TestClient(app, "http://crisis.example", follow_redirects=False) as made:
        yield made


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("LOCALHOST:8001", 200),
        ("127.0.0.1:8001", 200),
        ("192.168.1.7", 200),
        ("[::1]:8001", 200),
        ("evil.example", 421),
        ("localhost.evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("", 421),
        ("[::1].evil.example", 421),
        ("127.0.0.1@evil.example", 421),
        ("2130706433.example", 421),
    ],
)
def test_a_name_that_is_not_ours_is_refused(client: TestClient, host: str, status: int) -> None:
    """A page elsewhere that lets its own name point here gets nothing (DNS rebinding); numbers have no owner."""
    assert client.get("/about", headers={"host": host}).status_code == status


def test_without_the_token_nothing_is_told(guarded: TestClient) -> None:
    """Neither pages nor rows nor bytes nor the document: only the door, and what it looks like."""
    for path in ("/", "/statements", "/bytes/00", "/openapi.json", "/whatif?move=x"):
        answer = guarded.get(path)
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer"
        assert answer.headers["content-security-policy"] == POLICY
        assert "Norland" not in answer.text
    assert guarded.get("/statements.json").json()["status"] == 401
    assert guarded.get("/static/sayso.css").status_code == 200


def test_programs_bring_the_token_in_a_header(guarded: TestClient) -> None:
    """As `Authorization: Bearer`; a wrong one, or half of it, is none."""
    assert guarded.get("/statements.json", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
    for wrong in (f"Bearer {TOKEN[:-1]}", f"Basic {TOKEN}", "Bearer", "Bearer ü"):
        assert guarded.get("/statements.json", headers={"authorization": wrong.encode()}).status_code == 401


def test_people_bring_it_to_the_door(guarded: TestClient) -> None:
    """The browser keeps a key in its place, which no script can read, and goes where it wanted to."""
    wrong = guarded.post("/enter", data={"token": "a guess", "back": "/signals"})
    right = guarded.post("/enter", data={"token": TOKEN, "back": "/signals?kind=threat"})
    linked = guarded.get("/enter", params={"token": TOKEN})

    assert "set-cookie" not in wrong.headers
    assert right.headers["location"] == "/signals?kind=threat"
    assert linked.headers["location"] == "/"
    cookie = right.headers["set-cookie"]
    assert TOKEN not in cookie
    assert key_of(TOKEN) in cookie
    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.lower()
    assert guarded.get("/signals", headers={"cookie": f"sayso_key={key_of(TOKEN)}"}).status_code == 200
    assert guarded.get("/signals", headers={"cookie": f"sayso_key={key_of('a guess')}"}).status_code == 401


@pytest.mark.parametrize(
    ("back", "expected"),
    [
        ("/signals?kind=threat", "/signals?kind=threat"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/a\r\nset-cookie: x=1", "/"),
        ("", "/"),
    ],
)
def test_the_way_back_stays_here(client: TestClient, back: str, expected: str) -> None:
    """After choosing colours a reader is where he was, and never elsewhere."""
    answer = client.post("/theme", data={"theme": "dark", "back": back})

    assert answer.status_code == 303
    assert answer.headers["location"] == expected


def test_colours_are_chosen_without_scripts(client: TestClient) -> None:
    """The page says which, and a word that is no theme changes nothing."""
    cookie = client.post("/theme", data={"theme": "dark", "back": "/"}).headers["set-cookie"]

    assert 'data-theme="dark"' in client.get("/about", headers={"cookie": cookie.partition(";")[0]}).text
    assert 'data-theme="auto"' in client.get("/about", headers={"cookie": 'sayso_theme="><script>'}).text
    assert "set-cookie" not in client.post("/theme", data={"theme": "pink", "back": "/"}).headers
    assert client.post("/theme", content=b"theme=dark&" + b"x" * 5000).headers.get("set-cookie") is None
    client.cookies.clear()


def test_bytes_are_handed_out_and_never_shown(client: TestClient, ids: dict[str, str]) -> None:
    """What an archive holds is a file to keep, whatever it claims to be."""
    headers = client.get(f"/bytes/{ids['sha256']}").headers

    assert headers["content-type"] == "application/octet-stream"
    assert headers["content-disposition"].startswith("attachment")
    assert headers["content-security-policy"] == "default-src 'none'; sandbox"


def test_too_much_at_once_is_asked_to_come_again() -> None:
    """The request beyond the limit is answered at once with 429, and the others go on."""
    asyncio.run(_crowd())


async def _crowd() -> None:
    gate = asyncio.Event()
    statuses: list[int] = []

    async def slow(_scope: Any, _receive: Any, send: Any) -> None:
        await gate.wait()
        await send({"type": "http.response.start", "status": 200, "headers": []})

    def refused(_scope: Any, status: int, _why: str) -> Any:
        async def answer(_scope: Any, _receive: Any, send: Any) -> None:
            await send({"type": "http.response.start", "status": status, "headers": []})

        return answer

    async def send(message: Any) -> None:
        statuses.append(message["status"])

    guard = Guard(slow, (), None, refused)
    scope = {"type": "http", "method": "GET", "path": "/", "headers": [(b"host", b"localhost")], "query_string": b""}
    waiting = [asyncio.create_task(guard(dict(scope), None, send)) for _ in range(AT_ONCE)]  # type: ignore[arg-type]
    await asyncio.sleep(0)
    await guard(dict(scope), None, send)  # type: ignore[arg-type]
    assert statuses == [429]
    gate.set()
    await asyncio.gather(*waiting)
    assert statuses == [429] + [200] * AT_ONCE
