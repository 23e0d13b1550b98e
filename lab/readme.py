"""
The README's commands to what they print: every block under `<!-- output: COMMAND -->` is made by running it.

    python -m lab.readme

The commands run one after another in an empty folder that holds a link to `src`, so that a record which one of them
makes is there for the next. `<!-- output of N lines: COMMAND -->` keeps the first N. A command that fails ends it all:
what the README shows has to work as shown.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

ROOT: Final = Path(__file__).parents[1]
README: Final = ROOT / "README.md"
BLOCK: Final = re.compile(
    r"<!-- output(?: of (?P<lines>\d+) lines)?: (?P<command>.+) -->\n```text\n(?:[^`].*\n|\n)*```\n"
)
COLUMNS: Final = 100


def shown(command: str, lines: int | None, folder: Path) -> str:
    """
    Run a command and return what a reader sees of it.

    Args:
        command: As a shell takes it.
        lines: How many lines to keep, None for all.
        folder: Where to run it.
    """
    given = {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "COLUMNS": str(COLUMNS), "NO_COLOR": "1"}
    told = subprocess.run(command, shell=True, cwd=folder, env=given, check=True, capture_output=True, text=True).stdout
    kept = [line.rstrip() for line in told.strip("\n").splitlines()]
    if lines is not None and len(kept) > lines:
        kept = [*kept[:lines], "…"]
    return "\n".join([f"$ {command}", *kept])


def filled(text: str) -> str:
    """Return the README with every block made anew."""
    with TemporaryDirectory(prefix="sayso-readme-") as name:
        folder = Path(name)
        (folder / "src").symlink_to(ROOT / "src")

        def block(found: re.Match[str]) -> str:
            head = found.group().splitlines()[0]
            lines = int(found["lines"]) if found["lines"] else None
            return f"{head}\n```text\n{shown(found['command'], lines, folder)}\n```\n"

        return BLOCK.sub(block, text)


if __name__ == "__main__":
    README.write_text(filled(README.read_text(encoding="utf-8")), encoding="utf-8")
