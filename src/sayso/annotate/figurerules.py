"""
The rules of the figure grammar: rows of word classes, each with the reading of the quantity it states.

Hedges ("more than", "nearly") are not here: `figures` puts them on whatever stands before them. Class names are those
of `figurewords`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from sayso.annotate.figurewords import (
    ADVERBS_OF_TIMES,
    CURRENCIES,
    NATIONAL,
    PLURAL_SCALES,
    SIGNS,
    UNITS,
    VOCABULARY,
)
from sayso.annotate.grammar import Found, Rules
from sayso.annotate.numbers import SCALES, number


@dataclass(frozen=True, slots=True)
class Quantity:
    """
    What a number phrase states.

    Attributes:
        value: The number, None where only bounds are stated.
        low: Lower bound, None where it is open.
        high: Upper bound, likewise.
        unit: Its unit, None for plain counts.
        plain: Whether it is a bare number, which needs something counted to be a figure.
    """

    value: float | None
    low: float | None
    high: float | None
    unit: str | None = None
    plain: bool = False


def exact(value: float, unit: str | None = None, *, plain: bool = False) -> Quantity:
    """Return a quantity stated exactly."""
    value = round(value, 6)
    return Quantity(value, value, value, unit, plain)


def _number(found: Found, name: str = "n") -> float | None:
    words = ["".join(found.part(name))] if name == "f" else found.part(name)
    return number(words)


def _plain(found: Found) -> Quantity | None:
    """Read a bare number; "50m" is metres before "from" and "wide", a million elsewhere."""
    words, after = found.part("n"), found.words.word(found.last).lower()
    if words[-1] in ("m", "k") and (not found.words.touching(found.last - 1) or after in METRE_CUES):
        value = number(words[:-1])
        return exact(value, "m") if value is not None and words[-1] == "m" else None
    value = number(words)
    return None if value is None else exact(value, plain=True)


def _money_unit(found: Found) -> str | None:
    """Return the currency that a sign, a name or a nation's name says."""
    if "c" not in found:
        return SIGNS[found["s"]]
    unit = CURRENCIES[found["c"]]
    return NATIONAL.get((found["k"], unit), unit) if "k" in found else unit


def _money(found: Found) -> Quantity | None:
    value, unit = _number(found), _money_unit(found)
    if value is not None and unit == "cents":
        return exact(value / 100, "USD") if "s" in found else exact(value, unit)
    return None if value is None else exact(value, unit)


def _unit_of(found: Found) -> str | None:
    """Return the unit of a measure, with "square" and "per hour"."""
    unit = UNITS[found["u"]]
    head = {"square": "square ", "sq": "square ", "cubic": "cubic ", "nautical": "nautical "}.get(
        found.get("j") or "", ""
    )
    per = f"/{found['p']}" if "p" in found else ""
    return f"{head}{unit}{per}".replace("km/hour", "km/h").replace("miles/hour", "mph")


def _measure(found: Found) -> Quantity | None:
    value = _number(found)
    return None if value is None else exact(value, _unit_of(found))


def _percent(found: Found) -> Quantity | None:
    value = _number(found)
    return None if value is None else exact(value, "percentage points" if "o" in found else "%")


def _age(found: Found) -> Quantity | None:
    value = _number(found)
    return exact(value, "years") if value is not None and value <= 125 else None


def _range(found: Found) -> Quantity | None:
    """Read "between 3 and 5 million", "3-5", "$3 to $5 billion": a scale at the end counts for both."""
    low, high = _number(found, "a"), _number(found, "b")
    before = found.words.word(found.first - 1).lower()
    if low is None or high is None or before == "from":  # "rose from 300 to 500" states two figures
        return None
    scale = max((SCALES.get(word, 1.0) for word in found.part("b")), default=1.0)
    if low < 1000 <= scale and not any(word in SCALES for word in found.part("a")):
        low *= scale
    unit: str | None = None
    if "s" in found or "c" in found:
        unit = _money_unit(found)
    elif "u" in found:
        unit = _unit_of(found)
    elif "r" in found:
        unit = "%"
    elif "y" in found:
        unit = "years"
    elif "t" in found:
        unit = "times"
    return Quantity(None, low, high, unit, plain=unit is None) if low < high else None


def _times(found: Found) -> Quantity | None:
    value = _number(found)
    return None if value is None else exact(value, "times")


def _adverb(found: Found) -> Quantity:
    return exact(ADVERBS_OF_TIMES[found["n"]], "times")


def _fold(found: Found) -> Quantity | None:
    value = number([found["n"].removesuffix("fold").removesuffix("-")])
    return None if value is None else exact(value, "times")


def _plural_scale(found: Found) -> Quantity:
    """Read "dozens", "tens of thousands": no number, only what it is not below."""
    low = 1.0
    for word in found.part("n"):
        low *= PLURAL_SCALES.get(word, 1.0)
    unit = _money_unit(found) if "c" in found else _unit_of(found) if "u" in found else None
    return Quantity(None, low, None, unit)


def _few_scales(found: Found) -> Quantity:
    """Read "several hundred", "a few dozen" (at least two of them) and "a couple of hundred"."""
    scale = 1.0
    for word in found.part("n"):
        scale *= SCALES[word]
    unit = _money_unit(found) if "c" in found else None
    return Quantity(None, 2 * scale, None, unit)


def _share(found: Found) -> Quantity | None:
    """Read "a third", "two-thirds", "half", "3/4": a share of what follows."""
    value = _number(found, "f") if "f" in found else _number(found)
    return exact(value) if value is not None and value < 1 else None


def _one_in(found: Found) -> Quantity | None:
    """Read "one in five", "nine out of ten": a share."""
    part, whole = _number(found, "a"), _number(found, "b")
    return exact(part / whole) if part and whole and part < whole else None


METRE_CUES: Final = frozenset(
    "from away long tall high wide deep north south east west above below apart off of up down".split()
)
Reading: TypeAlias = Callable[[Found], Quantity | None]

CARDINAL = "CARD (HYPHEN? (CARD | ONE))?"
SMALL = f"(NUM GLYPH? | ONE | {CARDINAL})"
SCALED = f"(A | {SMALL}) SCALE{{1,2}} (AND? {CARDINAL} SCALE?){{0,2}}"
NUMERAL = f"(HALF A (SCALE) | A HALF (SCALE) | {SCALED} | {SMALL} AND A (HALF | QUARTER) SCALE? | NUM SHORT | {SMALL})"
N = f"n={NUMERAL}"
MONEY = "(k=NATION)? c=CURRENCY"
MEASURE = "j=UNITADJ? u=UNIT ((PER | A) p=(TIMEUNIT | YEARUNIT))?"
RANGE_A, RANGE_B = f"a={NUMERAL}", f"b={NUMERAL}"
JOIN = "(TO | HYPHEN)"
UNITS_OF_RANGE = f"(HYPHEN? ({MEASURE}) | {MONEY} | r=PERCENT | y=YEARUNIT OLD | t=TIMES)?"

RULES: Final[Rules[Quantity]] = Rules(
    VOCABULARY,
    (
        (f"(?<=AGED) {N}", _age),
        (N, _plain),
        (f"s=SIGN {N}", _money),
        (f"s=SIGN {N} {MONEY}", _money),
        (f"{N} HYPHEN? {MONEY}", _money),
        (f"{N} HYPHEN? {MEASURE}", _measure),
        (f"{N} HYPHEN? PERCENT", _percent),
        ("n=(HALF A?) PERCENT", _percent),
        (f"n=(HALF A) {MEASURE}", _measure),
        (f"{N} o=PERCENTAGE POINTS", _percent),
        (f"{N} HYPHEN? YEARUNIT HYPHEN? OLD", _age),
        (f"{N} TIMES", _times),
        ("n=TWICE", _adverb),
        ("n=FOLD", _fold),
        (f"BETWEEN {RANGE_A} AND {RANGE_B} {UNITS_OF_RANGE}", _range),
        (f"{RANGE_A} {JOIN} {RANGE_B} {UNITS_OF_RANGE}", _range),
        (f"BETWEEN s=SIGN {RANGE_A} AND SIGN {RANGE_B}", _range),
        (f"s=SIGN {RANGE_A} {JOIN} SIGN? {RANGE_B}", _range),
        (f"n=(PLURALSCALE (OF PLURALSCALE){{0,2}}) (OF ({MONEY} | {MEASURE}))?", _plural_scale),
        (f"(UNCOUNTED | A UNCOUNTED | A COUPLE OF?) n=SCALE{{1,2}} ({MONEY})?", _few_scales),
        ("n=((A | ONE | CARD) HYPHEN? ANYPART) (?=OF)", _share),
        ("n=(CARD HYPHEN? ANYPART)", _share),
        ("n=HALF (?=OF | THE)", _share),
        ("f=FRACTION (?=OF)", _share),
        ("n=A QUARTER (?=OF)", _share),
        (f"a=ONE IN EVERY? b=(NUM | {CARDINAL})", _one_in),
        (f"a=(NUM | {CARDINAL}) (IN EVERY | OUT OF EVERY?) b=(NUM | {CARDINAL})", _one_in),
    ),
)
