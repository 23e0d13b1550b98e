"""
The demo corpus to the README's pictures: three pages of the explorer, taken in Chromium as a reader sees them.

    python -m lab.screenshots

A record of the demo corpus is made anew. No server listens: what the browser asks for is answered by the application
itself. Pictures have a palette of their own, so that they are small; where one is too large all the same, that is an
error.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from fastapi.testclient import TestClient
from PIL import Image
from playwright.sync_api import Route, sync_playwright

from lab.readme import ROOT
from sayso.faces.http.app import explorer_app

IMAGES: Final = ROOT / "docs" / "images"
HERE: Final = "http://localhost"
MOVE: Final = "Soviet ships cross the quarantine line"
WIDTH: Final = 1440
LARGEST: Final = 200_000
"""Bytes that a picture may have."""
COLOURS: Final = 128
"""Of a picture's palette; with 64 the tints of the reader's lanes ran together. Set by hand."""


def pages(client: TestClient) -> dict[str, tuple[str, int]]:
    """Return each picture's page and how many pixels of it are shown from above."""
    found = client.get("/search.json", params={"q": MOVE}).raise_for_status().json()["rows"][0]
    signal = next(one["id"] for one in found["entries"] if one["id"].startswith("si"))
    return {
        "reader": (found["page"], 900),
        "walk": (f"/walk/{signal}", 1500),
        "whatif": (f"/whatif?move={MOVE.replace(' ', '+')}", 1000),
    }


def small(picture: bytes) -> bytes:
    """Return a PNG with a palette."""
    held = io.BytesIO()
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(
        held, "PNG", optimize=True
    )
    return held.getvalue()


def take(record: Path) -> None:
    """Take the pictures of a record."""
    client = TestClient(explorer_app(str(record), patience=60), HERE)
    program = os.environ.get("SAYSO_TEST_CHROMIUM") or shutil.which("chromium")
    if program is None:
        raise SystemExit("no Chromium: install Debian's chromium, or let SAYSO_TEST_CHROMIUM name a browser")

    def answer(route: Route) -> None:
        told = client.get(route.request.url, headers=route.request.headers)
        route.fulfill(status=told.status_code, headers=dict(told.headers), body=told.content)

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        for name, (path, height) in pages(client).items():
            page = browser.new_page(viewport={"width": WIDTH, "height": height}, color_scheme="light")
            page.route("**/*", answer)
            page.goto(f"{HERE}{path}")
            page.evaluate("document.fonts.ready")
            picture = small(page.screenshot())
            if len(picture) > LARGEST:
                raise SystemExit(f"{name}.png would have {len(picture):,} bytes; at most {LARGEST:,} are wanted")
            (IMAGES / f"{name}.png").write_bytes(picture)
            print(f"{name}.png  {len(picture):,} bytes")
        browser.close()


def main() -> None:
    """Make a record of the demo corpus and take its pictures."""
    IMAGES.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="sayso-pictures-") as folder:
        record = Path(folder) / "cuba.db"
        command = [sys.executable, "-m", "sayso", "--record", str(record), "add", str(ROOT / "src/sayso/demo/*-*.txt")]
        subprocess.run(command, check=True, capture_output=True)
        take(record)


if __name__ == "__main__":
    main()
