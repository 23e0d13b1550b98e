"""The EDTF codec: what is of level 0 or 1, what days it may mean, and that writing it gives back what was read."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.resolve.edtf import Date, Interval, Open, Qualifier, bounds, from_days, is_approximate, parse

DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))


@pytest.mark.parametrize(
    ("value", "low", "high", "why"),
    [
        ("2022-03-23", "2022-03-23", "2022-03-23", "a day"),
        ("2022-03", "2022-03-01", "2022-03-31", "a month"),
        ("2022", "2022-01-01", "2022-12-31", "a year"),
        ("2022-03-23T09:30:00Z", "2022-03-23", "2022-03-23", "a time of day"),
        ("2022-12-09~", "2022-12-09", "2022-12-09", "approximate"),
        ("2022-12?", "2022-12-01", "2022-12-31", "uncertain"),
        ("2022%", "2022-01-01", "2022-12-31", "both"),
        ("199X", "1990-01-01", "1999-12-31", "a decade"),
        ("19XX", "1900-01-01", "1999-12-31", "a century"),
        ("2004-XX", "2004-01-01", "2004-12-31", "some month"),
        ("2004-02-XX", "2004-02-01", "2004-02-29", "some day of a month"),
        ("2004-XX-XX", "2004-01-01", "2004-12-31", "some day of a year"),
        ("2001-21", "2001-03-01", "2001-05-31", "spring"),
        ("2001-24", "2001-12-01", "2002-02-28", "winter runs into the next year"),
        ("2004/2006", "2004-01-01", "2006-12-31", "years"),
        ("2022-02-20~/2022-02-28", "2022-02-20", "2022-02-28", "one end approximate"),
        ("../2007-06-01", None, "2007-06-01", "open start"),
        ("2022-02/..", "2022-02-01", None, "open end"),
        ("2022-02/", "2022-02-01", None, "unknown end"),
        ("-0044", None, None, "before the calendar of Python"),
        ("Y17000", None, None, "after it"),
    ],
)
def test_what_days_a_date_may_mean(value: str, low: str | None, high: str | None, why: str) -> None:
    """Each form of level 0 and 1 has its first and last day, None where it is open; written again it is the same."""
    wanted = tuple(date.fromisoformat(day) if day else None for day in (low, high))

    assert wanted == bounds(value), why
    assert value == str(parse(value)), why


@pytest.mark.parametrize(
    "value",
    [
        "",
        "/",
        "../..",
        "2022-13",
        "2022-00",
        "2022-02-30",
        "2023-02-29",
        "2022-3-2",
        "22-03-02",
        "2022-21-01",
        "2022-XX-03",
        "2022-03T10:00:00",
        "2022-03-23T25:00:00",
        "2022/2021",
        "2021/2022/2023",
        "2022-03-23 ",
        "P3W",
        "yesterday",
        "2022-06-1X",
        "{2021,2022}",
    ],
)
def test_what_is_no_date_of_level_0_or_1(value: str) -> None:
    """What cannot be read whole is an error, and has no bounds."""
    with pytest.raises(ValueError, match=r"EDTF|month|season|digits|interval|day"):
        parse(value)
    assert bounds(value) == (None, None)


def test_parts_are_kept_as_written() -> None:
    """An interval holds two ends, each a date with its qualifier or an open or unknown end."""
    assert Interval(Date("2022", 2, qualifier=Qualifier.APPROXIMATE), Open(known=True)) == parse("2022-02~/..")
    assert Interval(Open(known=False), Date("2022")) == parse("/2022")


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2022-03-23", "2022-03-23", "2022-03-23"),
        ("2022-03-01", "2022-03-31", "2022-03"),
        ("2022-01-01", "2022-12-31", "2022"),
        ("1990-01-01", "1999-12-31", "199X"),
        ("1800-01-01", "1899-12-31", "18XX"),
        ("1995-01-01", "2004-12-31", "1995/2004"),
        ("2022-02-01", "2022-04-30", "2022-02/2022-04"),
        ("2022-02-20", "2022-02-28", "2022-02-20/2022-02-28"),
    ],
)
def test_days_are_written_as_short_as_they_can_be(first: str, last: str, expected: str) -> None:
    """Whole months, years, decades and centuries are written as such."""
    assert expected == from_days(date.fromisoformat(first), date.fromisoformat(last))


@given(DAYS, st.integers(0, 40_000), st.sampled_from(Qualifier))
def test_days_come_back_from_what_is_written(first: date, length: int, qualifier: Qualifier) -> None:
    """Whatever form is chosen, its bounds are the days it was made of, and it says whether it is approximate."""
    last = min(first + timedelta(days=length), date(2999, 12, 31))
    written = from_days(first, last, qualifier)

    assert (first, last) == bounds(written)
    assert is_approximate(written) == (qualifier is not Qualifier.EXACT)


@given(st.text("0123456789-/.~?%XTYZ:+", max_size=24))
def test_no_string_breaks_it(value: str) -> None:
    """Any string is read, and then written back as it was, or is a ValueError; bounds never run backwards."""
    low, high = bounds(value)
    try:
        assert value == str(parse(value))
    except ValueError:
        assert low is high is None
    assert low is None or high is None or low <= high
