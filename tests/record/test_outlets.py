"""outlets.toml: what it may say, where it is found, and what is said of it where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from drafts import TEXT, norland

from sayso.errors import UsageError
from sayso.record.filters import Filters
from sayso.record.outlets import NO_OUTLETS, KnownOutlet, folded, outlets_for, read_outlets
from sayso.record.store import open_record

TOLD = """
["Radio Fjord"]
aliases = ["RF", "Fjord Radio"]
state = "Norland"
grade = "d"

["The Evening Post"]
owner = "Lund Group"
"""


def written(folder: Path, told: str, name: str = "outlets.toml") -> Path:
    file = folder / name
    file.write_text(told, encoding="utf-8")
    return file


def test_an_outlet_is_known_by_any_of_its_names(tmp_path: Path) -> None:
    """Whatever their case and with or without "the"; of others nothing is known."""
    known = read_outlets(written(tmp_path, TOLD))

    assert known.get("rf") == KnownOutlet("Radio Fjord", ("RF", "Fjord Radio"), state="Norland", grade="D")
    assert (
        known.get("Evening Post")
        == known.get("the evening post")
        == KnownOutlet("The Evening Post", owner="Lund Group")
    )
    assert known.get("Skerry Times") is None


@pytest.mark.parametrize("asked", ["RF", "Radio Fjord", "fjord radio"])
def test_lists_take_an_outlet_by_any_of_its_names(tmp_path: Path, asked: str) -> None:
    """An alias finds what was published under the name, and under the other aliases; a third outlet stays out."""
    written(tmp_path, TOLD)
    with open_record(str(tmp_path / "crisis.db")) as record:
        drafts = [norland(outlet=name, text=f"{TEXT}\n{name}.\n") for name in ("Radio Fjord", "RF", "Skerry Times")]
        for draft in drafts:
            record.add(draft.capture, draft.reading)

        found = record.articles(Filters(outlet=asked))
        assert sorted(str(one["outlet"]) for one in found) == ["RF", "Radio Fjord"]
        assert record.desk.retract_outlet(asked, by="Ann", why="checked")


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ("not toml", "is no TOML"),
        ('owner = "Lund"', "owner stands alone"),
        ('["A"]\nowned_by = "B"', "A has owned_by; known are aliases, grade, owner, state"),
        ('["A"]\ngrade = "G"', "the grade of A is one of A, B, C, D, E, F, not G"),
        ('["A"]\naliases = "B"', "the aliases of A are a list"),
        ('["A"]\nowner = 3', "the owner of A is a text"),
        ('["A"]\naliases = ["B"]\n["B"]\n', "B is the name of two outlets, A and B"),
    ],
)
def test_what_it_cannot_mean_is_said(tmp_path: Path, told: str, wrong: str) -> None:
    """With the file and the outlet; nothing is guessed or passed over."""
    file = written(tmp_path, told)
    with pytest.raises(UsageError, match=wrong) as raised:
        read_outlets(file)

    assert str(file) in str(raised.value)


def test_it_is_found_beside_the_record_or_where_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Named by an option before SAYSO_OUTLETS, before the folder of the record; a database server has no folder."""
    record, named = str(tmp_path / "crisis.db"), written(tmp_path, '["Named"]', "named.toml")
    assert outlets_for(record) is NO_OUTLETS
    written(tmp_path, '["Beside"]')
    assert outlets_for(record).names == ("beside",)
    assert outlets_for("postgresql+psycopg://localhost/crisis") is NO_OUTLETS
    monkeypatch.setenv("SAYSO_OUTLETS", str(named))
    assert outlets_for(record).names == ("named",)
    assert outlets_for(record, str(tmp_path / "outlets.toml")).names == ("beside",)
    monkeypatch.setenv("SAYSO_OUTLETS", str(tmp_path / "missing.toml"))
    with pytest.raises(UsageError, match="No such file"):
        outlets_for(record)


def test_a_record_is_opened_with_it(tmp_path: Path) -> None:
    """Every count that a record gives heeds it."""
    written(tmp_path, TOLD)
    with open_record(str(tmp_path / "crisis.db")) as record:
        assert record.outlets.get("RF") is not None


@pytest.mark.parametrize(
    ("name", "expected"), [("The  Times", "times"), ("The", "the"), ("Clyde & North", "clyde north")]
)
def test_names_are_compared_folded(name: str, expected: str) -> None:
    """Small letters, no marks, no article in front."""
    assert folded(name) == expected
