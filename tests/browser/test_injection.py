"""
Strings that want to be more than words, in every field and on every page: not one of them is ever run.

The pages are opened without their content security policy, so that nothing but the escaping stands in the way; that
the policy alone would do is proved apart. What is about one thing, or asked in one question, holds a dozen strings at
once, as many as an address may have letters for: `make bench-injection` opens every such page, this run one in turn.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from addresses import routes
from drafts import Draft
from driven import visit
from hostile import FORMULAS, STRINGS, careless
from playwright.sync_api import Browser, BrowserContext, Error, Page, Route
from served import CLIENT, SECONDS, rows, sayso, serving

from sayso.faces.http.forms import FORMULA
from sayso.faces.http.guard import POLICY
from sayso.record.entries import KINDS as CLASSES
from sayso.record.store import open_record
from sayso.terms import EntityKind, SignalKind

pytestmark = pytest.mark.services

WHOLE = "SAYSO_TEST_ONE_IN" in os.environ
"""Whether every page is opened with every dozen of strings, and not one page in turn with each."""
ONE_IN = int(os.environ.get("SAYSO_TEST_ONE_IN") or 1)
"""Of so many dozens of strings one is opened and asked for; all strings stand in the lists."""
PAGES = 10_000 if WHOLE and ONE_IN == 1 else 2
"""Pages of one list that are opened at most."""
SHOWN = 100
"""Rows of a page of a list, as many as it may have."""
ALIVE = 0.5
"""Share of the strings that a careless page runs at least; of 578 it was .65 when this was written."""
SOME = STRINGS if WHOLE else STRINGS[::5]
"""
Strings that careless pages are tried with and that stand in articles which are read; all stand in drafts of articles.
Five shares no factor with the twelve ways out of a context that are run through in turn (`hostile`).
"""
LONG = 400
"""Letters of the strings that stand together; an address takes 500 at most, with what else names a thing."""
TOGETHER = 8
"""Strings in one file that is read."""
AT_ONCE = 40
"""Careless pages that are open at a time."""
TRIES = 10
"""Times that a page is asked for which something keeps from being opened, a second apart."""
HERE = "http://127.0.0.1:"
MOVE = "NATO sends peacekeepers to Ukraine"
TEXT = """Russia warned on Monday that if NATO sends peacekeepers to Ukraine, a war of {1} years and {0} would follow.

Photo: The harbour in the evening, {0}.
"""

KINDS = tuple(CLASSES.values())
"""Kinds of entries, as addresses spell them."""

_LEAKS = """() => {
  const runs = ["IFRAME", "OBJECT", "EMBED", "BASE", "APPLET", "FRAME", "MATH", "STYLE", "VIDEO", "AUDIO", "TEMPLATE",
    "ANIMATE", "FOREIGNOBJECT", "IMG", "MARQUEE"];
  const found = [];
  const comments = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
  while (comments.nextNode()) found.push("<!--" + comments.currentNode.data.slice(0, 200));
  for (const one of document.querySelectorAll("*")) {
    if (runs.includes(one.tagName.toUpperCase())) found.push(one.outerHTML.slice(0, 200));
    if (one.tagName === "SCRIPT" && !one.src.startsWith(location.origin + "/static/")) found.push("script");
    for (const each of one.attributes) {
      if (/^(on|(data-)?hx-on|srcdoc$|formaction$)/i.test(each.name)) found.push(one.outerHTML.slice(0, 200));
      if (/^(href|src|action|xlink:href|poster|data)$/i.test(each.name)
          && !/^https?:$/.test(new URL(each.value, location.href).protocol)) found.push(one.outerHTML.slice(0, 200));
      if (/^(src|action)$/i.test(each.name) && new URL(each.value, location.href).origin !== location.origin)
        found.push(one.outerHTML.slice(0, 200));
    }
  }
  return found;
}"""


def dozens() -> tuple[str, ...]:
    """All strings, one after another, as many in one as it may be long: whatever leads out of its place is seen."""
    found = [""]
    for string in STRINGS:
        if len(found[-1]) + len(string) > LONG:
            found.append("")
        found[-1] += f" {string}" if found[-1] else string
    return tuple(found)


DOZENS = dozens()[::ONE_IN]
"""Strings that stand together in a field, of those that are to be opened."""


class Watch:
    """What strings do on the pages of a context: what they run, what they ask for elsewhere, what they leave behind."""

    def __init__(self, context: BrowserContext, own: str) -> None:
        self.runs: list[str] = []
        self.asked: list[str] = []
        self.left: dict[str, list[str]] = {}
        self.opened = 0
        self.answers: Counter[int] = Counter()
        context.expose_binding("hit", lambda source: self.runs.append(source["page"].url))
        context.on("dialog", lambda one: (self.runs.append(one.message), one.dismiss()))
        context.on("request", lambda one: None if one.url.startswith((own, "data:")) else self.asked.append(one.url))

    def open(self, page: Page, address: str) -> None:
        """Open a page, look at what it is made of, and note what it answered."""
        for left in reversed(range(TRIES)):
            try:  # a page that is still being made comes again by itself, in the midst of another
                answer = page.goto(address)
                break
            except Error:
                if not left:
                    raise
                page.wait_for_timeout(1000)
        self.answers[answer.status if answer else 0] += 1
        self.look(page)

    def look(self, page: Page) -> None:
        """Look at what a page is made of now."""
        self.opened += 1
        if found := page.evaluate(_LEAKS):
            self.left[page.url] = found

    @property
    def faults(self) -> tuple[list[str], list[str], dict[str, list[str]]]:
        """All of it."""
        return self.runs, self.asked, self.left


def drafted(number: int, string: str) -> Draft:
    """An article read by hand, with a string in every field that an entry, an entity or an article has."""
    text = f"Captain {string} said that {string} if ship {number} came closer than {number} miles by {string}."
    draft = Draft(text=text, path=f"{string}.txt", outlet=string, url=f"{string}#{number}", published="2031-05-07")
    draft.title = string
    whole = (f"Captain {string}",)
    person = f"local:person/{number}/{string.replace('@', '')}"  # which in an id parts a name from the one it means
    draft.entity(person, EntityKind.PERSON, string, *whole)
    captain = draft.entities[0]
    draft.entities[0] = type(captain)(captain.id, captain.kind, string, draft.at(*whole), string, string)
    source = (captain.id,)
    said = draft.statement(captain.id, "said", "that", addressee=source, via=source)
    event = draft.event("land_forces", "came", source, recipient=source, object=f"ship {number}", place=captain.id)
    half = f"ship {number} came closer"
    draft.signal(SignalKind.THREAT, half, None, sender=captain.id, target=source, statement=said, condition_event=event)
    draft.figure(f"{number} miles", number, unit=string)
    draft.time("by", None)
    return draft


def written(folder: Path) -> None:
    """Files with sidecars, several strings each: in the text, and in name, outlet, address, headline and byline."""
    folder.mkdir()
    for first in range(0, len(SOME), TOGETHER):
        some = SOME[first : first + TOGETHER]
        name = f"{first} {some[0]}".replace("/", "∕").encode()[:200].decode(errors="ignore")
        text = "\n".join(TEXT.format(one, number) for number, one in enumerate(some, first))
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        told = {"published": "2031-05-07", **dict.fromkeys(("outlet", "url", "title", "byline"), " ".join(some))}
        (folder / f"{name}.txt.meta.json").write_text(json.dumps(told), encoding="utf-8")


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of articles that were read, each of several strings."""
    folder = tmp_path_factory.mktemp("hostile")
    written(folder / "articles")
    sayso(folder / "reports.db", "add", str(folder / "articles"), may_end_in=(0, 3))
    return folder / "reports.db"


@pytest.fixture(scope="module")
def reported(reports: Path) -> Iterator[str]:
    """The address of an explorer over it, for what weighs every signal: five hundred more would say nothing more."""
    with serving(reports) as address:
        yield address


@pytest.fixture(scope="module")
def hostile(reports: Path) -> Iterator[str]:
    """The address of an explorer over a record in which every field holds each of the strings."""
    file = Path(shutil.copy(reports, reports.with_name("record.db")))
    with open_record(str(file)) as record:
        drafts = [drafted(number, string) for number, string in enumerate((*STRINGS, *DOZENS))]
        with record.run() as run:
            for draft in drafts:
                run.take()
                run.add(draft.capture, draft.reading)
            for string in STRINGS:
                run.take()
                run.quarantine(string, None, "empty", string)
        for draft, string in zip(drafts, (*STRINGS, *DOZENS), strict=True):
            record.desk.accept(draft.entries[0].id, by=string, why=string)
    with serving(file) as address:
        until = time.monotonic() + SECONDS
        while not rows(f"{address}/entities.json") and time.monotonic() < until:
            time.sleep(0.2)  # who is named is counted behind the pages
        yield address


@pytest.fixture
def watched(browser: Browser, record_property: Callable[[str, object], None]) -> Iterator[tuple[Page, Watch]]:
    """A page without a content security policy, and what strings do on it; a report tells how many were opened."""
    with visit(browser, bypass_csp=True) as page:
        watch = Watch(page.context, HERE)
        yield page, watch
        page.wait_for_timeout(500)
        record_property("opened", watch.opened)
        assert watch.faults == ([], [], {})


def run_by(browser: Browser, headers: dict[str, str]) -> set[int]:
    """Which of the strings that are tried a careless page runs: each in a frame of its own, with some headers."""
    found: set[int] = set()

    def answer(route: Route) -> None:
        wanted = re.fullmatch(r"http://careless\.example/(one|from)/(\d+)", route.request.url)
        if wanted is None:
            route.abort()
            return
        number = int(wanted[2])
        some = range(number, min(number + AT_ONCE, len(SOME)))
        frames = "".join(f'<iframe name="n{one}" src="/one/{one}"></iframe>' for one in some)
        body = careless(SOME[number]) if wanted[1] == "one" else frames
        route.fulfill(body=body, headers={"content-type": "text/html; charset=utf-8", **headers})

    def note(source: dict[str, Any]) -> None:
        frame = source["frame"]
        while frame.parent_frame is not None and not re.fullmatch(r"n\d+", frame.name):
            frame = frame.parent_frame
        found.add(int(frame.name[1:]))

    with visit(browser) as page:
        page.context.expose_binding("hit", note)
        page.context.on("dialog", lambda one: one.dismiss())
        page.context.route("**/*", answer)
        for first in range(0, len(SOME), AT_ONCE):
            page.goto(f"http://careless.example/from/{first}")
            page.wait_for_timeout(200)
    return found


def test_there_are_enough_strings_and_they_are_alive(browser: Browser) -> None:
    """At least five hundred; a page that trusts them runs most, so that not running them is something."""
    assert len(STRINGS) >= 500
    assert len(run_by(browser, {})) >= ALIVE * len(SOME)


def test_the_policy_alone_would_stop_them(browser: Browser) -> None:
    """The same careless page runs none of them under the policy that all our pages have."""
    in_a_frame = POLICY.replace("frame-ancestors 'none'", "frame-src http:")

    assert in_a_frame != POLICY
    assert run_by(browser, {"content-security-policy": in_a_frame}) == set()


def test_lists_show_them_as_words(hostile: str, watched: tuple[Page, Watch]) -> None:
    """The first pages of every list, or each to its end."""
    page, watch = watched
    for route in (one for one in routes(hostile) if "{" not in one):
        paged = f"{route}?_size={SHOWN}"
        answers = CLIENT.get(f"{hostile}{paged}").status_code != 400
        address: str | None = paged if answers else route
        opened = 0
        while address and opened < PAGES:
            watch.open(page, f"{hostile}{address}")
            opened += 1
            further = page.locator("a[rel=next]")
            address = f"{route}{further.get_attribute('href')}" if further.count() else None
    assert watch.opened > (100 if PAGES > 2 else 25)


def own_pages(address: str) -> list[tuple[str, int]]:
    """The routes that name something, each with which of a string's own names it answers to."""
    named = list(enumerate(names_of(0)))
    every = [(route, place, filled(route, one)) for route in routes(address) if "{" in route for place, one in named]
    return [(route, place) for route, place, path in every if _answers(f"{address}{path}")]


def names_of(dozen: int) -> list[str]:
    """What pages about some strings can be named by: their article, person, outlet, and entries, in order."""
    draft = drafted(len(STRINGS) + dozen, DOZENS[dozen])
    return [draft.id, draft.entities[0].id, DOZENS[dozen], *(one.id for one in draft.entries)]


def test_what_they_stand_in_shows_them_as_words(hostile: str, watched: tuple[Page, Watch]) -> None:
    """The pages of their article, entries, entity and outlet: of every other dozen one page in turn, or all of all."""
    page, watch = watched
    ways = own_pages(hostile)
    for dozen in range(0, len(DOZENS), 1 if WHOLE else 2):
        named = names_of(dozen)
        for route, place in ways if WHOLE else [ways[dozen // 2 % len(ways)]]:
            watch.open(page, f"{hostile}{filled(route, named[place])}")
    assert {route for route, _ in ways} >= {f"/{kind}/{{id}}" for kind in ("article", "walk", "entity", *KINDS)}
    assert watch.answers.keys() == {200}
    assert watch.opened >= max(len(ways), len(DOZENS) // 2)


def asked_for(address: str) -> list[tuple[str, str]]:
    """Every word that a page can be asked with: a route and the name of a text in its query."""
    told = CLIENT.get(f"{address}/openapi.json").json()["paths"]
    return [
        (route, one["name"])
        for route in routes(address)
        if "{" not in route
        for one in told[route]["get"].get("parameters", ())
        if one["in"] == "query" and one["schema"].get("type") not in ("integer", "boolean")
    ]


def test_what_is_asked_comes_back_as_words(hostile: str, reported: str, watched: tuple[Page, Watch]) -> None:
    """In fields, chips, headings, errors and addresses: a dozen strings in one text of a query, or each in all."""
    page, watch = watched
    every = asked_for(hostile)
    for turn, strings in enumerate(DOZENS):
        for route, name in every if WHOLE else [every[turn % len(every)]]:
            asked = reported if route == "/whatif" else hostile
            watch.open(page, f"{asked}{route}?{urlencode({name: strings})}")
    assert len(every) > 20


def test_what_is_typed_comes_back_as_words(hostile: str, watched: tuple[Page, Watch]) -> None:
    """Into the fields themselves, where the scripts of the explorer take it further."""
    page, watch = watched
    fields = (("/search", "#q"), ("/entities", "#q"), ("/", "#find"))
    for number, strings in enumerate(DOZENS if WHOLE else DOZENS[::4]):
        for path, field in fields if WHOLE else [fields[number % len(fields)]]:
            page.goto(f"{hostile}{path}")
            page.locator(field).fill(strings)
            page.locator(field).press("Enter")
            page.wait_for_load_state()
            watch.look(page)


def test_a_chain_of_them_shows_them_as_words(reported: str, watched: tuple[Page, Watch]) -> None:
    """A move that sets off what each string is the consequence of: drawn, in words, and as a graph that moves."""
    page, watch = watched
    page.goto(f"{reported}/whatif?{urlencode({'move': MOVE})}")
    page.locator(".fired").first.wait_for()  # it may say first that it is being weighed
    watch.look(page)
    page.get_by_role("button", name="Move and magnify").click()
    page.locator(".graph canvas").first.wait_for()
    watch.look(page)


def test_tables_for_programs_hold_them_as_text(hostile: str) -> None:
    """No cell of a CSV twin begins as a formula does; JSON says that it is JSON and may not be taken for a page."""
    before = " \t\r\n\v\f\u00a0\u3000\ufeff'\"“”‘’"
    for route in (one for one in routes(hostile) if "{" not in one):
        path = "/overview" if route == "/" else route
        table = CLIENT.get(f"{hostile}{path}.csv", params={"_stream": "1"})
        if table.status_code == 400:
            table = CLIENT.get(f"{hostile}{path}.csv")
        cells = {cell for line in csv.reader(io.StringIO(table.text)) for cell in line}
        assert not [
            one for one in cells if one[:1] != "'" and one.lstrip(before)[:1] in tuple(FORMULA) and not _is_number(one)
        ]
        answer = CLIENT.get(f"{hostile}{path}.json")
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["x-content-type-options"] == table.headers["x-content-type-options"] == "nosniff"
        if path == "/articles":
            assert sum(f"'{string}" in cells for string in FORMULAS) > 20


def filled(route: str, name: str) -> str:
    """A route with a name in each of its places."""
    return re.sub(r"{[\w:]+}", lambda _: quote(name, safe=""), route)


def _answers(address: str) -> bool:
    return CLIENT.get(address).status_code == 200


def _is_number(cell: str) -> bool:
    return bool(re.fullmatch(r"-?\d+(\.\d+)?(e[+-]?\d+)?", cell))
