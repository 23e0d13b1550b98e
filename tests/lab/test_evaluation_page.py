"""The evaluation page with some rows measured anew."""

from __future__ import annotations

import pytest

from lab.evaluate.__main__ import Measured, _with_rows

PAGE = """# Evaluation

Measured on 2026-01-01 and later than the rest: gold.
Dev parts and our own gold only.

| what | measured | open | target | floor | corpus |
| --- | ---: | ---: | ---: | ---: | --- |
| apples, F1 | 0.500 |  |  |  | `aaa` |
| pears, F1 | 0.600 (short) |  | ≥ .90 |  | `bbb` |
"""


def test_rows_of_one_task_are_measured_anew_and_the_others_stay() -> None:
    """The page says which are newer, each with its day."""
    page = _with_rows(PAGE, [Measured("pears.f1", 0.95, "ccc", "pears, F1", "≥ .90")], ["cases"], "2026-02-03")

    assert page.splitlines()[2:5] == [
        "Measured on 2026-02-03 and later than the rest: cases.",
        "Measured on 2026-01-01 and later than the rest: gold.",
        "Dev parts and our own gold only.",
    ]
    assert page.splitlines()[-2:] == [
        "| apples, F1 | 0.500 |  |  |  | `aaa` |",
        "| pears, F1 | 0.950 |  | ≥ .90 |  | `ccc` |",
    ]


def test_a_row_that_the_page_lacks_wants_all_of_it() -> None:
    """Rows have an order, which only a whole run knows."""
    with pytest.raises(ValueError, match="measure all"):
        _with_rows(PAGE, [Measured("plums.f1", 0.5, "ddd", "plums, F1")], ["cases"], "2026-02-03")
