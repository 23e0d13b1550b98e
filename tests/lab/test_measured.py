"""The figures that ship with the explorer are those of docs/evaluation.md."""

from __future__ import annotations

from lab.measured import PAGE, SHIPPED, figures, shipped


def test_what_ships_is_what_was_measured() -> None:
    """A page that was written anew without the figures fails here: python -m lab.measured."""
    assert SHIPPED.read_text(encoding="utf-8") == shipped()


def test_every_row_is_read() -> None:
    """Each with its figure as a number; what falls short says so."""
    page = PAGE.read_text(encoding="utf-8")
    rows = figures(page)["rows"]

    assert len(rows) == page.count("\n| ") - 2
    assert all(isinstance(row["measured"], float) for row in rows)
    assert sum(row["short"] for row in rows) == page.count("(short)")
