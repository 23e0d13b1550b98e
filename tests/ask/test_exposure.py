"""An actor to the recorded signals that its own moves could set off."""

from __future__ import annotations

from pathlib import Path

import pytest
from papers import first_line

from sayso.faces.stages import exposed
from sayso.record.store import Record, open_record

TOLD = [
    (
        "1981-03-03",
        "Britain will close the strait if Norway bombs the port, the British foreign minister said.",
    ),
    ("1981-03-04", "Any Norwegian ship found within twelve miles of the coast will be sunk, the Danish navy warned."),
    ("1981-03-05", "Denmark will open its ports if Sweden signs the treaty, the Danish prime minister promised."),
]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """Three papers with a signal each, read by the model."""
    folder: Path = tmp_path_factory.mktemp("exposed")
    first_line(folder, TOLD, "1981-03-06")
    return open_record(str(folder / "papers.db"))


def test_acts_of_an_actor_stand_before_what_no_act_covers(record: Record) -> None:
    """What Norway may bomb has its act; that its ships are found somewhere has none, and is listed all the same."""
    found = list(exposed(record, "Norway", None, include_lapsed=False))

    assert [one["act"] for one in found] == ["strike", None]
    assert found[1]["meaning"] is None
    assert "twelve miles" in found[1]["sentence"]
    assert found[1]["does"] is True


def test_signals_about_others_are_not_listed(record: Record) -> None:
    """Neither by an act of somebody else's nor by words that begin with somebody else."""
    found = list(exposed(record, "Sweden", None, include_lapsed=False))

    assert {one["article"]["published"] for one in found} == {"1981-03-05"}
