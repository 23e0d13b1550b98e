"""
Hostile strings in Chromium to what became of them: how many pages were opened, and what was ever run.

The tests of the explorer decide (`tests/browser/test_injection.py`); this runs them as they are, with as many pages as
are asked for, and keeps what they tell: `make bench-injection` has every page opened with every string on it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree as Tree

from lab.bench.results import ROOT, Section, Table

TESTS: Final = Path("tests", "browser", "test_injection.py")
ONE_IN: Final = "SAYSO_TEST_ONE_IN"
"""The variable by which the tests are told of how many dozens of strings one is opened."""
FAILED: Final = ("failure", "error", "skipped")


def measure(one_in: int = 1) -> dict[str, Any]:
    """
    Open pages of hostile strings.

    Args:
        one_in: Of so many dozens of strings, which stand together in a field, one is opened; 1 opens all pages of all.
    """
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.xml")
        asked = [sys.executable, "-m", "pytest", "-m", "services", str(TESTS)]
        asked += ["-o", "junit_family=xunit1", f"--junitxml={report}"]
        subprocess.run(asked, cwd=ROOT, env={**os.environ, ONE_IN: str(one_in)}, check=False)
        tests = read(report)
    return {"one_in": one_in, "seconds": round(time.monotonic() - began), "tests": tests}


def read(report: Path) -> list[dict[str, Any]]:
    """Return the tests of a report of pytest: what each tells, whether it passed, and how much it opened."""
    return [_told(one) for one in Tree.parse(report).getroot().iter("testcase")]


def _told(case: Tree.Element) -> dict[str, Any]:
    properties = {one.get("name"): one.get("value") for one in case.iter("property")}
    return {
        "test": (case.get("name") or "").removeprefix("test_").replace("_", " "),
        "passed": not any(case.find(name) is not None for name in FAILED),
        "seconds": round(float(case.get("time") or 0.0), 1),
        "opened": int(properties.get("opened") or 0),
    }


def section(told: Mapping[str, Any]) -> Section:
    """Return what the page says of this part."""
    tests = told["tests"]
    failed = [one["test"] for one in tests if not one["passed"]]
    opened, amount = sum(one["opened"] for one in tests), told["one_in"]
    which = "every page, every string on each" if amount == 1 else f"with one dozen strings in {amount}"
    said = f"{len(failed)} of {len(tests)} tests failed" if failed else "no string was ever run"
    text = [
        f"**{opened:,} pages opened, {which}: {said}.**",
        "Strings that want to be more than words stand in every field of a record, and are asked, typed and run as "
        "moves: one by one in lists, and as many at once as an address has letters for on pages about one thing and in "
        "questions.",
        f"`tests/browser/test_injection.py` says what counts as being run. It took {told['seconds'] / 60:.0f} minutes.",
    ]
    rows = [
        [one["test"], "yes" if one["passed"] else "**no**", f"{one['opened']:,}", f"{one['seconds']:,.0f}"]
        for one in tests
    ]
    return Section("Injection", text, Table(("what is so", "it is", "pages opened", "seconds"), rows))
