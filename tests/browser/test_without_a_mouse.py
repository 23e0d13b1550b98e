"""The explorer without a mouse: whoever has a keyboard gets everywhere, and sees at every step where he is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from driven import NARROW, WIDE, visit
from playwright.sync_api import Browser, Page
from served import rows

pytestmark = pytest.mark.services

WORDS = "Soviet ships cross the quarantine line"
"""Words of a sentence of the demo corpus that holds a threat."""
STOPS = 200
"""Steps with Tab after which something is held not to be reached."""
SEEN = 40
"""Steps with Tab on a page at which is looked whether the place can be seen; half of them where its head is passed."""

_HERE = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const box = one.getBoundingClientRect();
  const look = getComputedStyle(one);
  const spots = [[.5, .5], [.1, .5], [.9, .5], [.5, .1], [.5, .9]];
  const first = one.getClientRects()[0] || box;
  const onTop = spots.some(([x, y]) => {
    const top = document.elementFromPoint(first.left + first.width * x, first.top + first.height * y);
    return top && (one.contains(top) || top.contains(one));
  });
  return { what: one.outerHTML.slice(0, 120), ring: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2,
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth, onTop };
}"""


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page on a desk, once as users have it and once with a browser that runs no scripts."""
    with visit(browser, WIDE, java_script_enabled=request.param) as opened:
        yield opened


def step_to(page: Page, wanted: str) -> None:
    """Press Tab until something has the focus that a selector names."""
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    raise AssertionError(f"{wanted} is not reached on {page.url} by {STOPS} steps")


def test_from_search_through_reader_and_signal_to_what_if(page: Page, explorer: str) -> None:
    """Tab, Enter and letters alone: words are found, read in their article, taken as a signal, and run as a move."""
    page.goto(f"{explorer}/")
    step_to(page, "#find")
    page.keyboard.type(WORDS)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{explorer}/search?q=*")
    step_to(page, "a.sentence-link")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{explorer}/article/*")
    assert "#s" in page.url
    step_to(page, "a[href^='/signal/']")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{explorer}/signal/*")
    step_to(page, "a[href^='/whatif?']")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{explorer}/whatif?*")

    assert "would be set off" in page.locator("#result").inner_text()
    step_to(page, ".fired a.down")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{explorer}/walk/*")


def test_the_first_step_leads_past_what_every_page_has(page: Page, explorer: str) -> None:
    """Tab and Enter are enough to come to the content."""
    page.goto(f"{explorer}/signals")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{explorer}/signals#content")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_a_move_is_typed_and_run(page: Page, explorer: str) -> None:
    """From the overview, which asks for one."""
    page.goto(f"{explorer}/")
    step_to(page, "#move")
    page.keyboard.type(WORDS)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{explorer}/whatif?*")

    assert "would be set off" in page.locator("#result").inner_text()
    assert rows(f"{explorer}/whatif.json?move={WORDS}")[0]["fired"]


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_place_of_the_focus_is_seen(
    browser: Browser, explorer: str, every_page: dict[str, list[str]], width: int
) -> None:
    """
    At every step, forth and back: within the window, under nothing, with a ring (WCAG 2.2, 2.4.7 and 2.4.11).

    The head is the same on all pages, and is gone through on the first.
    """
    lost: dict[str, list[Any]] = {}
    with visit(browser, width, reduced_motion="reduce") as page:  # so that nothing is on its way when it is looked at
        for number, path in enumerate(paths[0] for paths in every_page.values()):
            page.goto(f"{explorer}{path}")
            if number:
                page.evaluate("document.querySelector('main').focus()")
            steps = SEEN // 2 if number else SEEN
            for step in range(steps):
                page.keyboard.press("Tab" if step < steps * 3 / 4 else "Shift+Tab")
                here = page.evaluate(_HERE)
                if here is not None and not (here["ring"] and here["inside"] and here["onTop"]):
                    lost.setdefault(path, []).append((step, here))

    assert lost == {}
