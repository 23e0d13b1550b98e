"""Progress on standard error: lines now and then where there is no screen, one that moves where there is."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from sayso.faces import progress as module
from sayso.faces.printing import tell
from sayso.faces.progress import progress


class Screen(io.StringIO):
    """A stream that says it is a screen."""

    def isatty(self) -> bool:
        return True


def told(monkeypatch: pytest.MonkeyPatch, terminal: bool, seconds: float) -> str:
    """What three pieces of work print, the second of which fails."""
    out = io.StringIO()
    console = Console(file=out, force_terminal=terminal, width=120, markup=False)
    monkeypatch.setattr(module, "aside", lambda: console)
    monkeypatch.setattr(module, "EVERY_SECONDS", seconds)
    with progress("reading") as advance:
        for name, failed in (("a.txt", False), ("b.txt", True), ("[bold]c.txt", False)):
            advance(name, failed)
    return out.getvalue()


def test_without_a_screen_lines_tell_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line has the count, the speed, what failed, and where it is; nothing is drawn over."""
    lines = told(monkeypatch, terminal=False, seconds=0).splitlines()

    assert [line.split(",")[0] for line in lines] == [f"reading: {n}" for n in (1, 2, 3)]
    assert lines[2].endswith("1 failed, now at [bold]c.txt")
    assert "\x1b" not in "".join(lines)


def test_a_short_piece_of_work_prints_nothing_without_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done within the interval needs no line."""
    assert told(monkeypatch, terminal=False, seconds=30) == ""


def test_on_a_screen_a_line_is_drawn_and_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """It shows the last state, and leaves the line clean for the answer."""
    drawn = told(monkeypatch, terminal=True, seconds=30)

    assert "reading 3 " in drawn
    assert "[bold]c.txt" in drawn
    assert drawn.rstrip().endswith(("\x1b[2K", "\x1b[?25h"))


def test_a_remark_stands_above_the_line_that_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    """The line is wiped before a remark is printed, so that neither runs into the other."""
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    with progress("reading") as advance:
        advance("a.txt")
        tell("quarantined b.txt")

    assert "\x1b[2Kquarantined b.txt\n" in screen.getvalue()
