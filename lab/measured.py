"""
docs/evaluation.md to the figures that ship with the explorer: src/sayso/faces/web/evaluation.json.

    python -m lab.measured

The page is what `make accuracy` writes; a test fails where the shipped figures are not those of the page.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[1]
PAGE: Final = ROOT / "docs" / "evaluation.md"
SHIPPED: Final = ROOT / "src" / "sayso" / "faces" / "web" / "evaluation.json"

COLUMNS: Final = ("what", "measured", "open", "target", "floor", "corpus")


def figures(page: str) -> dict[str, Any]:
    """Return the sentences above the table, and its rows with numbers for numbers; null where a cell is empty."""
    lines = [line for line in page.splitlines() if line and not line.startswith(("#", "<!--"))]
    table = [line for line in lines if line.startswith("|")][2:]
    return {"about": [line for line in lines if not line.startswith("|")], "rows": [_row(line) for line in table]}


def _row(line: str) -> dict[str, Any]:
    cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
    told: dict[str, Any] = dict(zip(COLUMNS, cells, strict=True))
    measured = re.match(r"[\d.]+", told["measured"])
    told["measured"] = float(measured[0]) if measured else None
    told["open"] = float(told["open"]) if told["open"] else None
    told["target"] = told["target"] or None
    told["floor"] = float(told["floor"]) if told["floor"] else None
    told["corpus"] = told["corpus"].strip("`") or None
    told["short"] = "(short)" in cells[1]
    return told


def shipped() -> str:
    """Return what ships, made of the page as it is."""
    made = figures(PAGE.read_text(encoding="utf-8"))
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Write the file that ships."""
    SHIPPED.write_text(shipped(), encoding="utf-8")


if __name__ == "__main__":
    main()
