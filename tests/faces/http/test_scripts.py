"""The scripts of the explorer: there where they were built, not asked for where they were not, none but ours."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from seen import Seen

from sayso.faces.http.guard import POLICY
from sayso.faces.http.rendering import environment, static

ROOT = Path(__file__).parents[3]
WEB = ROOT / "web"
REGISTRY = "https://registry.npmjs.org/"
PAGES = ("/", "/signals", "/whatif?move=Norland+lands+on+the+Skerry+Islands", "/search?q=ships", "/nowhere")


@pytest.fixture
def built(static_files: Path) -> Iterator[Path]:
    """A bundle in its place."""
    script = static_files / "islands.js"
    script.write_text("export {};\n", encoding="utf-8")
    yield script
    script.unlink()
    static.cache_clear()


@pytest.mark.parametrize("page", PAGES)
def test_pages_ask_for_scripts_that_were_built(client: TestClient, built: Path, page: str) -> None:
    """One file of ours, as a module, under its digest; nothing inline, and the browser is told to allow no more."""
    answer = client.get(page)
    (script,) = Seen(answer.text).of("script")
    kept = client.get(script["src"] or "")

    assert script["type"] == "module"
    assert re.fullmatch(r"/static/islands\.js\?v=[0-9a-f]{12}", script["src"] or "")
    assert kept.text == built.read_text(encoding="utf-8")
    assert kept.headers["content-type"].startswith("text/javascript")
    assert "script-src 'self';" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("page", PAGES)
def test_pages_ask_for_no_scripts_that_were_not_built(client: TestClient, page: str) -> None:
    """A checkout that only ran pip has none, and no page is broken by it."""
    seen = Seen(client.get(page).text)

    assert seen.of("script") == []
    assert not [one for one in (*seen.of("link"), *seen.of("meta")) if "scripted" in str(one) or "htmx" in str(one)]


def test_the_policy_lets_no_text_run() -> None:
    """No inline script or style, no eval, nothing from elsewhere: whatever an article or a bundle holds."""
    rules = dict(rule.strip().split(" ", 1) for rule in POLICY.split(";"))

    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == rules["connect-src"] == "'self'"
    assert "unsafe" not in POLICY


def test_filters_ask_htmx_for_the_address_that_the_form_has(client: TestClient) -> None:
    """With scripts and without, a list that was narrowed stands at one address."""
    (form,) = [one for one in Seen(client.get("/signals?kind=threat").text).of("form") if one.get("class") == "narrow"]

    assert form["action"] == form["hx-get"] == "/signals"
    assert (form["hx-target"], form["hx-select"], form["hx-push-url"]) == ("#content", "#content", "true")


def test_no_attribute_lets_htmx_run_text() -> None:
    """Its attributes that hold code are used nowhere; the policy would refuse them besides."""
    templates = environment().loader.list_templates()  # type: ignore[union-attr]
    for name in templates:
        text, _, _ = environment().loader.get_source(environment(), name)  # type: ignore[union-attr]
        assert not re.search(r"hx-on|hx-vals|hx-vars|hx-live|\bjs:", text), name


def test_entries_and_articles_say_how_they_are_cited(client: TestClient, ids: dict[str, str]) -> None:
    """The rows hold what the walk shows; an article's leaves the words to whoever marks a sentence of it."""
    (walked,) = client.get(f"/walk/{ids['signal']}.json").json()["rows"]
    (read,) = client.get(f"/article/{ids['article']}.json").json()["rows"]
    shown = Seen(client.get(f"/walk/{ids['signal']}").text).words

    assert walked["citation"] in shown
    assert walked["entry"]["sentence"] in walked["citation"]
    for citation, place in ((walked["citation"], ids["signal"]), (read["citation"], ids["article"])):
        assert "— Fjord Herald, " in citation
        assert f"https://fjord.example/1. {place}" in citation
        assert citation.endswith(f"SHA-256:{ids['sha256']}.")
    assert read["citation"].startswith("— ")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", {"statements", "signals", "events", "figures", "times", "mentions"}),
        ("?layers=signals&layers=times", {"signals", "times"}),
        ("?layers=none", set()),
    ],
)
def test_layers_stand_in_the_address(client: TestClient, ids: dict[str, str], query: str, expected: set[str]) -> None:
    """All, some or none: what a reader switched is what a link of his shows."""
    boxes = Seen(client.get(f"/article/{ids['article']}{query}").text).of("input")

    assert {one["value"] for one in boxes if one.get("name") == "layers" and "checked" in one} == expected


def test_the_chain_has_a_twin_that_is_a_table(client: TestClient) -> None:
    """Every signal of the drawing stands in a table too, with what sets it off."""
    page = client.get("/whatif?move=Norland+lands+on+the+Skerry+Islands").text
    drawn = re.findall(r'<a href="#(\w+)"><rect', page)
    table = page[page.index("The chain as a table") : page.index("</figure>", page.index("The chain as a table"))]

    assert drawn
    assert all(f'href="#{one}"' in table for one in drawn)


def test_nothing_of_others_and_nothing_built_is_committed() -> None:
    """The repository holds TypeScript of ours and a lock file; packages and bundles are made when they are needed."""
    held = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    scripts = [one for one in held if one.endswith((".js", ".mjs", ".cjs", ".map", ".ts", ".tsx"))]

    assert not [one for one in held if "node_modules" in one]
    assert scripts
    assert all(re.fullmatch(r"web/(src/|test/)?[a-z.]+\.ts", one) for one in scripts)


def test_each_script_of_ours_says_what_it_turns_into_what() -> None:
    """Its first line is a comment that says so, and none is long."""
    for script in (*WEB.glob("*.ts"), *WEB.glob("src/*.ts"), *WEB.glob("test/*.ts")):
        lines = script.read_text(encoding="utf-8").splitlines()
        assert re.match(r"// .{30,117}[.]$", lines[0]), script.name
        assert len(lines) <= 150, script.name
        assert max(map(len, lines)) <= 120, script.name


def test_packages_are_pinned_by_version_and_digest() -> None:
    """What is built tomorrow is what was built today, and comes from the registry only."""
    wanted = json.loads((WEB / "package.json").read_text(encoding="utf-8"))
    locked = json.loads((WEB / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    packages = {name: one for name, one in locked.items() if name}

    versions = [one for kind in ("dependencies", "devDependencies") for one in wanted[kind].values()]
    assert all(re.fullmatch(r"[\d.]+", one) for one in versions)
    assert all(one.get("resolved", REGISTRY).startswith(REGISTRY) for one in packages.values())
    assert all(one["integrity"].startswith("sha512-") for one in packages.values())


def test_the_docs_name_every_key() -> None:
    """What the help of a page shows stands in the page of the docs, and nothing else."""
    table = re.findall(r'key: "(\S+)"', (WEB / "src/keys.ts").read_text(encoding="utf-8"))
    rows = (ROOT / "docs/explorer.md").read_text(encoding="utf-8").partition("| key | does |")[2].split("\n\n")[0]
    named = [key for row in rows.splitlines()[2:] for key in re.findall(r"`(\S+)`", row.split("|")[1])]

    assert table
    assert named == table
