"""Names that somebody asks by to ids of a record."""

from __future__ import annotations

from pathlib import Path

import pytest
from papers import first_line

from sayso.ask.ledgers import named
from sayso.errors import UsageError
from sayso.record.filters import Filters
from sayso.record.store import open_record

TOLD = ("1981-03-03", "Britain will close the strait if Norway bombs the port, the British foreign minister said.")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the record of a paper that says "Britain" is."""
    made = tmp_path_factory.mktemp("named")
    first_line(made, [TOLD], "1981-03-04")
    return made


@pytest.mark.parametrize("name", ["Britain", "UK", "the United Kingdom", "Great Britain", "Q145"])
def test_a_state_answers_to_any_of_its_names(folder: Path, name: str) -> None:
    """Who asks may say otherwise than the papers do, as the tables know it."""
    with open_record(str(folder / "papers.db")) as record:
        assert named(record, name) == {"Q145"}
        assert {one.entry.actor for one in record.listed("event", Filters(actor=name))} == {("Q145",)}


@pytest.mark.parametrize("name", ["Zorblax", "Sweden", "the"])
def test_who_is_not_in_the_record_is_nobody(folder: Path, name: str) -> None:
    """A state that the tables know and no paper named is as unknown here as one that was made up."""
    with open_record(str(folder / "papers.db")) as record, pytest.raises(UsageError, match="nobody in this record"):
        named(record, name)
