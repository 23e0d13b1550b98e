"""Words from outside are data on every page: a hostile record looks to a browser like a harmless one."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from drafts import Draft
from fastapi.testclient import TestClient
from seen import Seen

from sayso.faces.http.app import explorer_app
from sayso.faces.http.rendering import WEB, outbound, visible
from sayso.record.store import open_record
from sayso.terms import EntityKind, SignalKind, Standing

STRINGS = (
    "<script>alert(1)</script>",
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "</title><script>alert(1)</script>",
    "</textarea><iframe srcdoc='<script>alert(1)</script>'>",
    '" autofocus onfocus=alert(1) x="',
    "' style='x:expression(alert(1))",
    '<a href="javascript:alert(1)">x</a>',
    "{{ 7 * 7 }}{% raw %}",
    "${7*7}<%= 7*7 %>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<!--><script>alert(1)</script>-->",
    "<base href=//evil.example>",
    "<form action=//evil.example><input name=q>",
    "<style>*{background:url(//evil.example)}</style>",
    "<link rel=stylesheet href=//evil.example>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "]]><script>alert(1)</script>",
    "\u202egnp.exe",
)
"""Our own, one for each way that a page can be talked into something."""
RUNS = frozenset("script style iframe img object embed base textarea video audio frame applet".split())
"""Elements that run, load or catch something; no page of ours has one."""
PAGES = (
    "/", "/statements", "/signals", "/events", "/figures", "/times", "/articles", "/entities", "/outlets",
    "/quarantine", "/run/1", "/search?q=captain", "/article/{article}", "/statement/{statement}", "/signal/{signal}",
    "/event/{event}", "/figure/{figure}", "/time/{time}", "/walk/{signal}", "/walk/{time}", "/entity/{entity}",
)  # fmt: skip


def article(words: tuple[str, ...]) -> Draft:
    """An article that has these words in every field which an article, a source or a reader can fill."""
    one, two, three, four = ("".join(words[n::4]) for n in range(4))
    text = f"Captain {one} said that {two} if the ship {three} came closer than 4 miles on {four}."
    draft = Draft(text=text, path=f"{one}.txt", outlet=two, url=f"x:{three}", published="2031-05-07", title=four)
    draft.entity(f"local:person/{three}", EntityKind.PERSON, one, f"Captain {one}")
    draft.entities[0] = draft.entities[0].__class__(
        f"local:person/{three}", EntityKind.PERSON, one, draft.at(f"Captain {one}"), None, two
    )
    said = draft.statement(f"local:person/{three}", "said", f"that {two}", source_span=f"Captain {one}")
    draft.event("strike", "came", (f"local:person/{three}",), standing=Standing.ACTUAL)
    draft.signal(
        SignalKind.THREAT, f"the ship {three} came closer", two, sender=f"local:person/{three}", statement=said,
        target=(f"local:person/{three}",),
    )  # fmt: skip
    draft.figure("4 miles", 4, unit=two)
    draft.time("4", None)
    return draft


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[TestClient, dict[str, str]]]:
    """The same record twice: with hostile words, and with letters in their place."""
    folder, made = tmp_path_factory.mktemp("hostile"), []
    for name, words in (("hostile", STRINGS), ("harmless", tuple(re.sub(r"[^\s.]", "w", one) for one in STRINGS))):
        with open_record(str(folder / f"{name}.db")) as record:
            draft = article(words)
            with record.run() as run:
                run.take()
                run.add(draft.capture, draft.reading)
                run.take()
                run.quarantine("".join(words), None, "empty", "".join(words))
            ids = {"article": draft.id, "entity": draft.entities[0].id}
            ids |= {type(one).__name__.lower(): one.id for one in draft.entries}
            record.desk.accept(ids["statement"], by="".join(words), why="".join(words))
        app = explorer_app(str(folder / f"{name}.db"), patience=60)
        made.append((TestClient(app, "http://localhost"), ids))
    return made


def shape(page: str) -> list[tuple[str, tuple[str, ...]]]:
    """The elements of a page with the names of their attributes, in order: what a browser makes of it."""
    return [(tag, tuple(sorted(attributes))) for tag, attributes in Seen(page).elements]


@pytest.mark.parametrize("path", PAGES)
def test_hostile_words_change_nothing_but_the_words(both: list[tuple[TestClient, dict[str, str]]], path: str) -> None:
    """The same elements with the same attributes, whatever stands in text, titles, names, outlets, paths, reasons."""
    hostile, harmless = (
        client.get(path.format_map({key: quote(value, safe="") for key, value in ids.items()})) for client, ids in both
    )

    assert hostile.status_code == harmless.status_code == 200
    assert shape(hostile.text) == shape(harmless.text)
    assert "<script" not in hostile.text
    if path not in ("/", "/run/1"):
        assert "alert(1)" in Seen(hostile.text).words


@pytest.mark.parametrize("string", STRINGS)
@pytest.mark.parametrize("path", ["/search?q=", "/whatif?as_of=", "/signals?source=", "/signals?kind=", "/nowhere/"])
def test_what_is_typed_comes_back_as_text(
    both: list[tuple[TestClient, dict[str, str]]], path: str, string: str
) -> None:
    """In fields, chips and errors too."""
    client, _ = both[0]
    page = client.get(path + quote(string, safe="")).text
    seen = Seen(page)

    assert not {tag for tag, _ in seen.elements} & RUNS
    assert not [one for _, one in seen.elements if "style" in one or any(name.startswith("on") for name in one)]
    assert {one["action"] for one in seen.of("form")} <= {"/search", "/theme", "/whatif", "/signals"}
    assert all(re.match(r"[/?#]", one["href"] or "") for one in (*seen.of("a"), *seen.of("link")))


@pytest.mark.parametrize(
    ("address", "is_link"),
    [
        ("https://fjord.example/1?a=b#c", True),
        ("HTTP://fjord.example", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("//evil.example", False),
        ("/local", False),
        ("https:", False),
        ("http://[", False),
        ("", False),
        (None, False),
    ],
)
def test_only_an_address_of_the_web_becomes_a_link(address: str | None, is_link: bool) -> None:
    """Anything else is shown as words."""
    assert (outbound(address) is not None) is is_link


def test_what_reorders_a_line_is_shown() -> None:
    """Marks of direction and controls become a sign, one for one; letters of any script stay."""
    assert visible("a\u202eb\x07c\u2066d") == "a\ufffdb\ufffdc\ufffdd"
    assert visible("Ünïcode 漢字 עברית \u200d\n\t") == "Ünïcode 漢字 עברית \u200d\n\t"


def test_no_template_trusts_a_word() -> None:
    """None marks anything as safe, turns escaping off, or holds a script or a style of its own; ours is a file."""
    for template in sorted(Path(WEB / "templates").glob("*.html")):
        text = template.read_text(encoding="utf-8")
        ours = '<script type="module" src="{{ islands() }}"></script>'
        rest = text.replace(ours, "") if template.name == "base.html" else text
        assert not re.search(r"\|\s*safe\b|autoescape|<script|<style|\sstyle=|\son\w+=", rest), template.name
