"""`sayso copies` and `sayso trace`: what they print for people and machines, and that adding and asking settle."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from dispatches import TEXTS, Print

from sayso.merge.settling import is_settled
from sayso.record.store import open_record

Sayso = Callable[..., Any]

STRAIT = TEXTS["strait"]
CHANGED = STRAIT.replace("its own door", "its door").replace("have reportedly been", "have been")


@pytest.fixture
def added(sayso: Sayso, tmp_path: Path) -> Sayso:
    """A record of a dispatch, a changed copy and a report that shares its quotation, not settled yet."""
    with open_record(str(tmp_path / "sayso.db")) as record:
        for n, (text, outlet) in enumerate(
            ((STRAIT, "Fjord Herald"), (CHANGED, "Skerry Times"), (TEXTS["rival-strait"], "Cape Mail"))
        ):
            Print(text, outlet, f"2031-03-0{n + 1}", path=f"{n}.txt").add(record)
    return sayso


def lines(result: Any) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_asking_settles_what_was_not(added: Sayso) -> None:
    """A record that an older sayso or a killed one left is brought up to date by the first who asks."""
    with open_record("sayso.db") as record:
        assert not is_settled(record)
    (row,) = lines(added("copies", "--json"))

    assert (row["original_article"]["outlet"], row["copy_article"]["outlet"]) == ("Fjord Herald", "Skerry Times")
    with open_record("sayso.db") as record:
        assert is_settled(record)


def test_adding_settles(sayso: Sayso, news: Path) -> None:
    """When `add` is done, what was added has been compared."""
    for name in ("herald", "times"):
        (news / f"{name}.txt").write_text(STRAIT)
    assert sayso("add", "news").exit_code == 0
    with open_record("sayso.db") as record:
        assert is_settled(record)
        assert len(record.copies.members()) == 2


def test_a_person_sees_what_was_left_out_and_put_in(added: Sayso) -> None:
    """Words with what is around them, marked with signs that need no colour."""
    shown = added("copies")

    assert "Fjord Herald · 2031-03-01 → " in shown.stdout
    assert "“ ” " in shown.stdout
    assert "does not guard its [-own-] door will soon" in shown.stdout
    assert "[-reportedly-]" in shown.stdout
    assert "hedge dropped" in shown.stdout
    assert "1 copy" in shown.stderr


def test_a_record_without_copies_says_so(sayso: Sayso, tmp_path: Path) -> None:
    """Nothing is an answer; machines get no line."""
    with open_record(str(tmp_path / "sayso.db")) as record:
        Print(STRAIT).add(record)

    assert "no article is a copy of another" in sayso("copies").stderr
    assert lines(sayso("copies", "--json")) == []


def test_a_trace_is_shown_and_printed(added: Sayso) -> None:
    """From the beginning of an id: the first, the chain, and what is shared beside it."""
    (row,) = lines(added("copies", "--json"))
    (found,) = lines(added("trace", row["copy"][:8], "--json"))
    shown = added("trace", row["copy"]).stdout

    assert found["first"]["id"] == row["original"]
    assert [one["relation"] for one in found["shared"]] == ["quotation"]
    assert "first: " in shown
    assert "from " in shown
    assert "the same quotation, no copy: " in shown


def test_an_unknown_id_is_wrong_usage(added: Sayso) -> None:
    """What is not there cannot be traced."""
    result = added("trace", "a0000000")

    assert result.exit_code == 2
    assert "nothing in this record has the id" in result.stderr
