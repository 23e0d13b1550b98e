"""
EDTF to the days that tables compare: the first and the last that a date may mean, with the ends of the calendar.

A date is an interval, never an instant: `2022-03` runs from its first day to its last. An open end is the end of the
calendar (`FIRST_DAY`, `LAST_DAY`), which is a bound for comparing and never a date that is printed.
"""

from __future__ import annotations

from typing import Final

from sayso.resolve.edtf import bounds

FIRST_DAY: Final = "0001-01-01"
LAST_DAY: Final = "9999-12-31"


def days(edtf: str | None) -> tuple[str, str] | tuple[None, None]:
    """Return the first and last day (ISO) of an EDTF date or interval; None for both where there is none."""
    first, last = bounds(edtf)
    if first is None and last is None:
        return None, None
    return first.isoformat() if first else FIRST_DAY, last.isoformat() if last else LAST_DAY
