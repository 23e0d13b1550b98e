"""Every page of the explorer in a browser: light and dark, on a desk and a phone, nothing amiss, usable by all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from addresses import ASKED, WRONG, routes
from driven import NARROW, WIDE, complaints, visit
from playwright.sync_api import Browser, Page
from served import serving

pytestmark = pytest.mark.services

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa")
"""The tags under which axe keeps the rules of WCAG 2.2, levels A and AA."""
GRAVE = ("serious", "critical")
REFLOWED = 320
"""CSS pixels in which text has to fit without being moved sideways (WCAG 2.2, 1.4.10)."""
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }"""
"""What readers may set (WCAG 2.2, 1.4.12)."""

_AXE_RUN = """async ([tags, left]) => {
  const told = {runOnly: [...tags, "best-practice"], resultTypes: ["violations"]};
  return (await axe.run({exclude: left}, told)).violations.map(one => ({
    rule: one.id, impact: one.impact, wcag: one.tags.some(tag => tags.includes(tag)),
    where: one.nodes.map(node => node.target.join(" ")).slice(0, 3), html: one.nodes[0].html.slice(0, 160) }));
}"""
REPEATED = ("tbody tr:nth-child(n+9)", "li:nth-child(n+9)")
"""What follows its like on a page: rows and items from the ninth on."""
_SHAPE = """() => ({
  headings: [...document.querySelectorAll("h1")].filter(one => one.textContent.trim()).length,
  title: document.title, language: document.documentElement.lang,
  wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  main: document.querySelectorAll("main").length,
  ids: [...document.querySelectorAll("[id]")].map(one => one.id),
})"""


def shape_faults(page: Page) -> list[str]:
    """What is wrong with the build of a page: one heading, one main part, a title, no wider than the window."""
    found: dict[str, Any] = page.evaluate(_SHAPE)
    faults = []
    if found["headings"] != 1:
        faults.append(f"{found['headings']} headings of the first level")
    if found["main"] != 1:
        faults.append(f"{found['main']} main parts")
    if found["wider"] > 0:
        faults.append(f"{found['wider']} pixels wider than the window")
    if not found["title"].endswith("sayso") or found["language"] != "en":
        faults.append(f"title {found['title']!r}, language {found['language']!r}")
    if len(set(found["ids"])) < len(found["ids"]):
        faults.append(f"ids twice: {sorted({one for one in found['ids'] if found['ids'].count(one) > 1})}")
    return faults


def axe_faults(page: Page, left: Sequence[str] = ()) -> list[str]:
    """
    What axe holds against a page: anything of WCAG 2.2 A and AA, and of its other rules what is grave.

    Args:
        page: The page.
        left: What is not looked at, as selectors.
    """
    page.evaluate(AXE)
    return [
        f"axe {one['rule']} ({one['impact']}): {', '.join(one['where'])}: {one['html']}"
        for one in page.evaluate(_AXE_RUN, [list(WCAG), list(left)])
        if one["wcag"] or one["impact"] in GRAVE
    ]


@pytest.mark.parametrize(("width", "scheme", "other"), [(WIDE, "light", "dark"), (NARROW, "dark", "light")])
def test_every_page_is_whole_and_open_to_all(
    browser: Browser, explorer: str, every_page: dict[str, list[str]], width: int, scheme: Any, other: Any
) -> None:
    """
    Status 200, no complaint of the browser's, no moving sideways, nothing that axe holds against it.

    Light where it is wide, dark where it is narrow; then the device changes its colours while the page is open. Axe
    looks at every page once, and at one of every route the other way too, but for what repeats itself.
    """
    faults = {}
    turn = (WIDE, NARROW).index(width)
    with visit(browser, width) as page:
        heard = complaints(page.context)
        for number, path in ((number, path) for paths in every_page.values() for number, path in enumerate(paths)):
            page.emulate_media(color_scheme=scheme)
            answer = page.goto(f"{explorer}{path}")
            assert answer is not None
            found = [] if answer.status == 200 else [f"status {answer.status}"]
            found += shape_faults(page)
            if number % 2 == turn or number == 0:
                found += axe_faults(page, () if number % 2 == turn else REPEATED)
            page.emulate_media(color_scheme=other)
            if found := [*found, *shape_faults(page), *heard]:
                faults[path] = found
            heard.clear()

    assert faults == {}


@pytest.mark.parametrize("path", WRONG)
def test_an_error_is_a_page_like_others(browser: Browser, explorer: str, path: str) -> None:
    """It says what is wrong, can be read by all, and leads back."""
    with visit(browser, NARROW, color_scheme="dark") as page:
        page.goto(f"{explorer}{path}")

        assert [*shape_faults(page), *axe_faults(page)] == []
        page.get_by_role("link", name="overview").click()
        assert page.url == f"{explorer}/"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_door_lets_in_whoever_has_the_token(browser: Browser, explorer_record: Path, scheme: Any) -> None:
    """It asks once, is usable by all, and leads to the page that was wanted."""
    with serving(explorer_record, "--token", "open sesame") as address, visit(browser, color_scheme=scheme) as page:
        page.goto(f"{address}/signals?kind=threat")
        assert [*shape_faults(page), *axe_faults(page)] == []
        page.keyboard.type("open sesame")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}/signals?kind=threat")
        assert page.get_by_role("heading", level=1).inner_text() == "Signals"


def test_the_colours_asked_for_win_over_those_of_the_device(browser: Browser, explorer: str) -> None:
    """A choice at the foot of the page holds on the next page too, and there is a way back to the device's."""
    with visit(browser, color_scheme="light") as page:
        page.goto(f"{explorer}/signals")
        light = page.evaluate(_GROUND)
        with page.expect_navigation():
            page.get_by_role("button", name="dark").click()
        assert page.url == f"{explorer}/signals"
        assert page.evaluate(_GROUND) != light
        page.goto(f"{explorer}/events")
        assert page.evaluate(_GROUND) != light
        with page.expect_navigation():
            page.get_by_role("button", name="auto").click()
        assert page.evaluate(_GROUND) == light


_GROUND = "() => getComputedStyle(document.body).backgroundColor"


def test_text_flows_anew_and_takes_the_spacing_that_readers_set(
    browser: Browser, explorer: str, every_page: dict[str, list[str]]
) -> None:
    """In a window of 320 pixels no page is moved sideways, with letters and lines as far apart as WCAG allows too."""
    wide = {}
    with visit(browser, REFLOWED, bypass_csp=True) as page:
        for path in (paths[0] for paths in every_page.values()):
            page.goto(f"{explorer}{path}")
            plain = page.evaluate(_SHAPE)["wider"]
            page.add_style_tag(content=SPACED)
            spaced = page.evaluate(_SHAPE)["wider"]
            if plain > 0 or spaced > 0:
                wide[path] = (plain, spaced)

    assert wide == {}


def test_every_route_with_queries_of_its_own_is_one_of_the_server(explorer: str) -> None:
    """A page that is renamed takes the queries by which it is looked at with it."""
    assert set(ASKED) <= set(routes(explorer))
