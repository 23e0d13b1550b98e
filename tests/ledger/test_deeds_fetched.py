"""What is fetched for a claim shows of it what all that a record has would show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from lab.bench import filling
from sayso.acquire.files import captures
from sayso.acts.taxonomy import acts
from sayso.knowledge.knowledge import knowledge
from sayso.ledger.deeds import BELIEVED, Deed, deed_of, first_told
from sayso.ledger.evidence import evidence
from sayso.ledger.ledger import claims_of
from sayso.ledger.search import Shelf, concerns
from sayso.ledger.wanted import Wanted, wanted
from sayso.pipeline import Reader
from sayso.record.happenings import Happenings
from sayso.record.store import Record, open_record
from sayso.weigh.comparison import Asked
from sayso.weigh.views import as_of

GOLD = Path(__file__).parents[1] / "gold"
PRINTED = 30
"""Articles of the bench's press, copies among them."""


class Everything(Shelf):
    """All that was ever done by any of some parties, made into deeds before anything is asked."""

    def __init__(self, happenings: Happenings, parties: frozenset[str]) -> None:
        super().__init__(happenings, knowledge())
        told = happenings.told(happenings.doings(acts(), parties), acts())
        made = (deed_of(one, knowledge()) for one in happenings.whole(list(filter(first_told(), told))))
        self._all = [one for one in made if one.weight >= BELIEVED]

    def later(self, one: Wanted) -> list[Deed]:
        """Every deed that may have been told after a claim was made."""
        return [deed for deed in self._all if deed.published[1] >= one.claim.made[0] and concerns(deed, one)]

    def earlier(self, one: Wanted, asked: Sequence[Asked]) -> Iterator[list[Deed]]:
        """Every other, at once."""
        yield [deed for deed in self._all if deed.published[1] < one.claim.made[0] and concerns(deed, one)]

    def is_repeated(self, deed: Deed) -> bool:
        """Say no."""
        return False


@cache
def reader() -> Reader:
    """One reader for all crises: loading the model takes longer than reading them."""
    return Reader()


def fill(record: Record, source: str) -> None:
    """Keep the articles of a crisis, or of a press that never was."""
    if source == "press":
        filling.add(record, list(filling.further(0, PRINTED)))
        return
    with record.run() as run:
        for capture in captures([str(one) for one in sorted((GOLD / source).glob("*.txt"))], stdin=None):
            run.take()
            run.add(capture, reader().read(capture))


@pytest.mark.parametrize("source", ["press", "crisis-a", "crisis-i"])
def test_what_is_fetched_shows_what_everything_would(tmp_path: Path, source: str) -> None:
    """Acts, parties and days rule out nothing that would tell, and of copies the first telling counts either way."""
    with open_record(str(tmp_path / "record.db")) as record:
        fill(record, source)
        day = as_of(record, None)
        assert day is not None
        found = [wanted(claim, knowledge()) for claim in claims_of(record, day)]
        with record.happenings(day.isoformat()) as happenings:
            shelf, everything = Shelf(happenings, knowledge()), Everything(happenings, parties_of(found))
            shown = [(evidence(one, shelf), evidence(one, everything)) for one in found]

    assert [mine for mine, _ in shown] == [whole for _, whole in shown]
    assert any(whole for _, whole in shown)


def parties_of(found: Sequence[Wanted]) -> frozenset[str]:
    """Whoever may be involved in anything that some claims ask for."""
    return frozenset(party for one in found for party in one.parties)


def test_little_is_built_of_what_does_not_tell(tmp_path: Path) -> None:
    """Of the happenings that share an act and a party with a claim most are of other states, and stay rows."""
    with open_record(str(tmp_path / "record.db")) as record:
        fill(record, "press")
        found = [one for one in (wanted(claim, knowledge()) for claim in claims_of(record, date.max)) if one.acts]
        with record.happenings() as happenings:
            shelf = Shelf(happenings, knowledge())
            listed = sum(len(happenings.doings(one.acts, one.parties)) for one in found)
            built = sum(len(shelf.later(one)) for one in found)

    assert 5 * built < listed
