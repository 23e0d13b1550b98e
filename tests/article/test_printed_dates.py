"""Dates as pages print them, with every day that they may mean."""

from __future__ import annotations

import pytest

from sayso.article.printed_dates import printed_dates


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Published 12 March 1994", ["1994-03-12"], "day, month, year"),
        ("VIENNA, July 24, 1914. —", ["1914-07-24"], "month, day, year"),
        ("Tue 5 Dec 2023 21.14 GMT", ["2023-12-05"], "a short month, a clock with a dot"),
        ("the 3rd of March, 1962", ["1962-03-03"], "an ordinal"),
        ("2022-03-04T10:00:00Z", ["2022-03-04"], "ISO 8601"),
        ("11-12-22 13:13", ["2011-12-22/2022-12-11"], "three readings, the interval from first to last"),
        ("6/16/94", ["1994-06-16"], "only one reading is a day"),
        ("3/12/1994", ["1994-03-12/1994-12-03"], "two readings"),
        ("3.12.1994", ["1994-12-03"], "with dots the day comes first"),
        ("31/31/1994", [], "no day at all"),
        ("March 3", [], "a day without a year is no date here"),
        ("from 1990 to 1994", [], "years alone"),
    ],
)
def test_a_printed_day_keeps_all_its_readings(text: str, expected: list[str], why: str) -> None:
    """A form that countries read differently is an interval, never a guess."""
    assert expected == [found.edtf for found in printed_dates(text, 0, len(text))], why
