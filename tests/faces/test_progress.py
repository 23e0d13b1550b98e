"""Progress on standard error: lines now and then where there is no screen, a bar where there is one."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from sayso.faces import progress as module
from sayso.faces.progress import progress


def told(monkeypatch: pytest.MonkeyPatch, terminal: bool, seconds: float) -> str:
    """What three pieces of work print, the second of which fails."""
    out = io.StringIO()
    console = Console(file=out, force_terminal=terminal, width=120, markup=False)
    monkeypatch.setattr(module, "aside", lambda: console)
    monkeypatch.setattr(module, "EVERY_SECONDS", seconds)
    with progress("reading", total=3) as advance:
        for name, failed in (("a.txt", False), ("b.txt", True), ("[bold]c.txt", False)):
            advance(name, failed)
    return out.getvalue()


def test_without_a_screen_lines_tell_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line has the count, the speed, what failed, and where it is; nothing is drawn over."""
    lines = told(monkeypatch, terminal=False, seconds=0).splitlines()

    assert [line.split(",")[0] for line in lines] == [f"reading: {n} of 3" for n in (1, 2, 3)]
    assert lines[2].endswith("1 failed, now at [bold]c.txt")
    assert "\x1b" not in "".join(lines)


def test_a_short_piece_of_work_prints_nothing_without_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done within the interval needs no line."""
    assert told(monkeypatch, terminal=False, seconds=30) == ""


def test_on_a_screen_a_bar_is_drawn_and_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bar shows the last state, and leaves the line clean for the answer."""
    drawn = told(monkeypatch, terminal=True, seconds=30)

    assert "3/3" in drawn
    assert "[bold]c.txt" in drawn
    assert drawn.rstrip().endswith(("\x1b[2K", "\x1b[?25h"))
