"""Figures to words: a value or its bounds with the unit, as people write them."""

from __future__ import annotations

from sayso.record.entries import Figure


def amount(figure: Figure) -> str:
    """Return a figure's value or bounds with its unit."""
    return f"{bounded(figure.value, figure.low, figure.high)}{' ' + figure.unit if figure.unit else ''}"


def number(value: float) -> str:
    """Return a number as people write it."""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,g}"


def bounded(value: float | None, low: float | None, high: float | None) -> str:
    """Return a value or its bounds."""
    if low is not None and high is not None:
        return number(low) if low == high else f"{number(low)} to {number(high)}"
    if low is not None:
        return f"at least {number(low)}"
    if high is not None:
        return f"at most {number(high)}"
    return f"about {number(value)}" if value is not None else "—"
