"""EDTF to the days that tables compare."""

from __future__ import annotations

import pytest

from sayso.record.clocks import FIRST_DAY, LAST_DAY, days


@pytest.mark.parametrize(
    ("edtf", "expected", "why"),
    [
        ("2022-03-23", ("2022-03-23", "2022-03-23"), "a day"),
        ("2024-02", ("2024-02-01", "2024-02-29"), "a month of a leap year"),
        ("2022-12-11~", ("2022-12-11", "2022-12-11"), "a mark moves no bound"),
        ("2022-02-26/..", ("2022-02-26", LAST_DAY), "an open end is the end of the calendar"),
        ("../2007-06-01", (FIRST_DAY, "2007-06-01"), "and so is an open beginning"),
        (None, (None, None), "unknown is unknown"),
        ("last week", (None, None), "what is no EDTF is unknown"),
    ],
)
def test_a_date_is_its_first_and_last_day(edtf: str | None, expected: tuple[str | None, str | None], why: str) -> None:
    """Bounds are ISO days that compare as strings."""
    assert days(edtf) == expected, why
