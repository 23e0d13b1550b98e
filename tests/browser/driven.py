"""
Debian's Chromium, driven: pages that are opened note what a browser complains of, whatever else is looked at.

Nothing is downloaded: SAYSO_TEST_CHROMIUM names a browser, or Debian's package has put one on the path. A test that
needs one fails where there is none, for one that was asked for and passed over in silence proves nothing.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

WIDE, NARROW = 1440, 390
"""Widths in CSS pixels: a desk and a phone."""
HEIGHT = 900
PATIENCE = 120_000.0
"""Milliseconds after which something will not come any more, on a machine that has much else to do too."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Give a browser; fail where there is none to be had."""
    program = os.environ.get("SAYSO_TEST_CHROMIUM") or shutil.which("chromium")
    if not program:
        pytest.fail("no Chromium: install Debian's chromium, or let SAYSO_TEST_CHROMIUM name a browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def visit(browser: Browser, width: int = WIDE, **more: Any) -> Iterator[Page]:
    """Give a page of a browser that knows nothing yet, of some width; `more` as Playwright has it."""
    context = browser.new_context(viewport={"width": width, "height": HEIGHT}, **more)
    context.set_default_timeout(PATIENCE)
    try:
        yield context.new_page()
    finally:
        context.close()


def complaints(context: BrowserContext) -> list[str]:
    """
    Return a list that grows with what goes wrong on the pages of a context.

    A refusal by the content security policy is one, and so are errors of scripts, failed requests, and requests to
    anywhere but the server. What a browser had not fetched yet when its page was left, it lets go: that is none.
    """
    found: list[str] = []
    context.on("console", lambda one: found.append(f"{one.type}: {one.text}") if one.type in _BAD else None)
    context.on("weberror", lambda one: found.append(f"script: {one.error}"))
    context.on(
        "requestfailed", lambda one: found.append(f"failed: {one.url} {one.failure}") if one.failure != _LEFT else None
    )
    context.on("dialog", lambda one: (found.append(f"dialog: {one.message}"), one.dismiss()))
    return found


_BAD = ("error", "warning")
_LEFT = "net::ERR_ABORTED"
