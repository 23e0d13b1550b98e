"""Settling a record: the same judgements in any order, in any parts, twice, and after being killed anywhere."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from dispatches import CASES, TEXTS, Print, changed
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, select

from sayso.merge import settling
from sayso.merge.settling import is_settled, settle
from sayso.record import copies
from sayso.record.schema_copies import resemblances, signatures, wordings
from sayso.record.store import Record, open_record
from sayso.terms import Relation

OUTLETS = ("Fjord Herald", "Skerry Times", "Cape Mail", "Orbis Wire")


def prints() -> list[Print]:
    """Dispatches, copies and reprints of them, and reports that only look like some."""
    texts = [TEXTS[name] for name in ("strait", "rival-strait", "gas", "later-strait", "pact", "rival-pact")]
    texts += [changed(case) for case in CASES["copies"] if case["of"] == "strait"]
    return [
        Print(text, OUTLETS[n % len(OUTLETS)], f"2031-03-{1 + n % 9:02d}", path=f"{n:02d}.txt")
        for n, text in enumerate(texts)
    ]


@pytest.fixture(scope="module")
def all_prints() -> list[Print]:
    return prints()


def judged(record: Record) -> set[tuple[Any, ...]]:
    """All that settling wrote."""
    found: set[tuple[Any, ...]] = {(line,) for line in record.dump()}
    return found | {(one.article, one.credits) for one in record.copies.members()}


@pytest.fixture(scope="module")
def expected(all_prints: list[Print], tmp_path_factory: pytest.TempPathFactory) -> set[tuple[Any, ...]]:
    with open_record(str(tmp_path_factory.mktemp("settled") / "record.db")) as record:
        for one in all_prints:
            one.add(record)
        settle(record)
        return judged(record)


@pytest.fixture
def new(tmp_path: Path, empty: Path) -> Iterator[Callable[[], Record]]:
    """Makes new records, as many as asked for."""
    made: list[Record] = []

    def make() -> Record:
        file = tmp_path / f"{len(made)}.db"
        file.write_bytes(empty.read_bytes())
        made.append(open_record(str(file)))
        return made[-1]

    yield make
    for one in made:
        one.close()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=4)
@given(seed=st.integers(0, 10**6), parts=st.integers(1, 4))
def test_order_parts_and_repetition_leave_no_trace(
    new: Callable[[], Record], all_prints: list[Print], expected: set[tuple[Any, ...]], seed: int, parts: int
) -> None:
    """However articles come, some of them twice, and whenever it is settled, the outcome is one."""
    order = [*all_prints, *all_prints[:3]]
    random.Random(seed).shuffle(order)
    record = new()
    for part in range(parts):
        for one in order[part::parts]:
            one.add(record)
        settle(record)

    assert judged(record) == expected


def test_order_leaves_no_trace_where_buckets_are_crowded(
    new: Callable[[], Record], all_prints: list[Print], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a bucket's cap leaves out is decided by the stories, not by when they came."""
    monkeypatch.setattr(copies, "BANDS", replace(copies.BANDS, crowded=3, heads=1))
    outcomes = []
    for order in (all_prints, all_prints[::-1], [*all_prints[5:], *all_prints[:5]]):
        record = new()
        for one in order:
            one.add(record)
            settle(record)
        outcomes.append(judged(record))

    assert outcomes[0] == outcomes[1] == outcomes[2]


@pytest.mark.parametrize("at", [0, 1, 4])
def test_a_kill_in_the_middle_leaves_what_can_be_gone_on_from(
    new: Callable[[], Record],
    all_prints: list[Print],
    expected: set[tuple[Any, ...]],
    monkeypatch: pytest.MonkeyPatch,
    at: int,
) -> None:
    """A reading is settled or waits; settling again finishes the work."""
    record = new()
    for one in all_prints:
        one.add(record)
    left = [at]

    def dies(*words: str) -> Any:
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        return judge(*words)

    judge = settling.resemblance
    monkeypatch.setattr(settling, "resemblance", dies)
    with pytest.raises(KeyboardInterrupt):
        settle(record)
    assert not is_settled(record)
    monkeypatch.undo()
    settle(record)

    assert is_settled(record)
    assert judged(record) == expected


def test_each_waiting_reading_is_told_once(new: Callable[[], Record], all_prints: list[Print]) -> None:
    """Progress counts what is done; a settled record has nothing to do."""
    record = new()
    for one in all_prints[:4]:
        one.add(record)
    told: list[str] = []
    settle(record, told.append)
    done = [one for one in told if one.startswith("reading ")]
    settle(record, told.append)

    assert len(done) == 4
    assert len([one for one in told if one.startswith("reading ")]) == 4


def test_a_retracted_reading_goes_out_of_use(record: Record) -> None:
    """What another reading took the place of is nobody's copy any more, and its words are not kept for it."""
    Print(TEXTS["strait"], "Fjord Herald").add(record)
    other = Print(TEXTS["strait"], "Skerry Times")
    other.add(record)
    settle(record)
    assert len(record.copies.members()) == 2
    again = Print(TEXTS["gas"], "Skerry Times").article
    reading = other_reading(other, again.text)
    record.add(other.capture, reading)
    assert not is_settled(record)
    settle(record)

    assert record.copies.members() == []
    assert record.copies.pairs() == []


def other_reading(one: Print, text: str) -> Any:
    """A later sayso's reading of the same bytes, which finds another text in them."""

    from sayso.record.entries import Reading

    article = replace(Print(text, one.outlet).article, id=one.id, sha256=one.capture.sha256, path=one.path)
    return Reading(article, "sayso 9.9.9 model fedcba987654", (), (), (), (), (), ())


def test_another_scheme_signs_everything_anew(
    new: Callable[[], Record], all_prints: list[Print], monkeypatch: pytest.MonkeyPatch
) -> None:
    """When signatures are made differently, old ones are no use; the outcome is as if they had never been."""
    record = new()
    for one in all_prints[:8]:
        one.add(record)
    settle(record)
    before = judged(record)
    monkeypatch.setattr(settling, "SCHEME", "another")
    assert not is_settled(record)
    settle(record)

    assert judged(record) == before
    with create_engine(f"sqlite:///{record.name}").connect() as connection:
        assert set(connection.execute(select(signatures.c.scheme)).scalars()) == {"another"}


def test_reprints_to_the_letter_share_one_wording(record: Record) -> None:
    """A hundred papers that print a dispatch cost one signature and no comparison."""
    for n in range(6):
        Print(TEXTS["pact"], f"Paper {n}").add(record)
    settle(record)

    assert len({one.wording for one in record.copies.members()}) == 1
    assert record.copies.pairs() == []
    assert len(record.copies.family(record.copies.members()[0].wording)) == 1


def test_what_only_looks_alike_is_kept_as_what_it_is(record: Record) -> None:
    """Shared quotations and passages stand beside the copies, for whoever traces them."""
    for name in ("strait", "rival-strait", "pact", "rival-pact"):
        Print(TEXTS[name], f"Paper of {name}").add(record)
    settle(record)

    assert {pair.resemblance.relation for pair in record.copies.pairs()} == {Relation.QUOTATION, Relation.PASSAGE}
    assert record.copies.members() == []


def test_tables_hold_what_they_say(record: Record) -> None:
    """A story too short to be told apart is signed without a wording, and compared with nothing."""
    article = Print("Strait closed\n\nThe strait is closed, Ada Holm said.").add(record)
    settle(record)

    assert is_settled(record)
    assert record.copies.wording_of(article) is None
    assert {column.name for column in wordings.columns} == {"key", "words"}
    assert resemblances.c.one.primary_key
