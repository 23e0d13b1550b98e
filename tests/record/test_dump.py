"""One input, one dump: whatever the order, the parts, the repetitions and the database."""

from __future__ import annotations

from datetime import timedelta

import pytest
from drafts import TAKEN, TEXT, Draft, norland

from sayso.record.store import Record, open_record

URL = "https://fjord.example/strait"
CORRECTED = TEXT.replace("Monday", "Sunday, not Monday")


def inputs() -> list[Draft]:
    return [
        norland(url=URL),
        norland(url=URL, text=CORRECTED, taken=TAKEN + timedelta(hours=2)),
        norland(url=URL, text=CORRECTED + "\nMore follows.\n", taken=TAKEN + timedelta(hours=5)),
        norland(path="a/copy.txt", url=URL, published=None),
        norland(path="b/wire.txt", outlet="Skerry Times", published="2031-05"),
        norland(path="c/wire.txt", outlet="Skerry Times", published="2031-05-08"),
    ]


def dumped(record: Record) -> list[str]:
    return list(record.dump())


def fill(record: Record, drafts: list[Draft], parts: int = 1) -> None:
    for part in range(parts):
        with record.run() as run:
            for draft in drafts[part::parts]:
                run.take()
                run.add(draft.capture, draft.reading)
            run.take()
            run.quarantine("page.pdf", None, "binary", "starts with %PDF")


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    with open_record(str(tmp_path_factory.mktemp("dump") / "expected.db")) as record:
        fill(record, inputs())
        return dumped(record)


@pytest.mark.parametrize("order", [[5, 4, 3, 2, 1, 0], [2, 0, 1, 4, 3, 5], [3, 5, 1, 4, 0, 2]])
@pytest.mark.parametrize("parts", [1, 3])
def test_order_and_parts_leave_no_trace(record: Record, expected: list[str], order: list[int], parts: int) -> None:
    """The same input in any order and any number of parts gives the same record, in either database."""
    drafts = inputs()
    fill(record, [drafts[i] for i in order], parts)

    assert dumped(record) == expected


def test_adding_twice_leaves_no_trace(record: Record, expected: list[str]) -> None:
    """What is added again is there already."""
    fill(record, inputs())
    fill(record, inputs()[::-1])

    assert dumped(record) == expected


def test_a_dump_tells_records_apart(record: Record, expected: list[str]) -> None:
    """One letter of one article, or one path, makes another dump."""
    fill(record, inputs()[:-1])

    assert dumped(record) != expected
    assert len(expected) == len(set(expected))
