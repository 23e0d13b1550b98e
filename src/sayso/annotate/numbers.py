"""
Number words and digits to numbers: "two and a half million", "1,204", "half a dozen", "nineteen ninety-six".

Shared by times and figures. It reads what it is given whole and says None where the words are no number; to find where
numbers stand in a text is the grammars' work.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import Final

UNITS: Final[Mapping[str, int]] = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS: Final[Mapping[str, int]] = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
} | {"fourty": 40}
CARDINALS: Final[Mapping[str, int]] = {**UNITS, **TENS}

# What a scale multiplies by; "bn", "mn", "tr" and the single letters stand after digits only ("$1.2bn", "40k").
SCALES: Final[Mapping[str, float]] = {
    "dozen": 12,
    "score": 20,
    "hundred": 100,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "milliard": 1e9,
    "trillion": 1e12,
}
SHORT_SCALES: Final[Mapping[str, float]] = {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "mio": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "bln": 1e9,
    "t": 1e12,
    "tn": 1e12,
    "trn": 1e12,
}
SIMPLE_FRACTIONS: Final[Mapping[str, float]] = {
    "half": 1 / 2,
    "halves": 1 / 2,
    "third": 1 / 3,
    "thirds": 1 / 3,
    "quarter": 1 / 4,
    "quarters": 1 / 4,
    "fourth": 1 / 4,
    "fourths": 1 / 4,
    "fifth": 1 / 5,
    "fifths": 1 / 5,
    "sixth": 1 / 6,
    "sixths": 1 / 6,
    "seventh": 1 / 7,
    "sevenths": 1 / 7,
    "eighth": 1 / 8,
    "eighths": 1 / 8,
    "ninth": 1 / 9,
    "ninths": 1 / 9,
    "tenth": 1 / 10,
    "tenths": 1 / 10,
}
GLYPHS: Final[Mapping[str, float]] = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

_ORDINAL_UNITS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_ORDINAL_TENS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()
ORDINALS: Final[Mapping[str, int]] = {
    **{word: value for value, word in enumerate(_ORDINAL_UNITS)},
    **{word: 10 * value for value, word in enumerate(_ORDINAL_TENS, start=2)},
}

DIGITS: Final = re.compile(r"\d{1,3}(?:[, \u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
FRACTION: Final = re.compile(r"(\d+)[/⁄](\d+)")


def number(words: Sequence[str]) -> float | None:
    """
    Return the number that some words stand for.

    Args:
        words: Lower case; hyphens, "and", "of" and "a" may stand between them.

    Returns:
        None where the words are no number, or a plural scale alone ("hundreds").
    """
    total, current, scaled, seen = 0.0, 0.0, 1.0, False
    for index, word in enumerate(words):
        if word in ("-", "‑", "–", "and", "of", "a", "an"):
            if word in ("a", "an") and _scales(words, index + 1) and not current:
                current, seen = 1.0, True
            continue
        value, scale = _value(word), SCALES.get(word, SHORT_SCALES.get(word))
        if value is not None:
            current, seen = current + value, True
        elif word in SIMPLE_FRACTIONS:
            share = SIMPLE_FRACTIONS[word]
            added = "and" in words[:index]
            current = current + share * (1.0 if current else scaled) if added else (current or 1.0) * share
            seen = True
        elif scale is not None:
            current, seen, scaled = (current if seen else 1.0) * scale, True, scale
            if scale >= 1000:
                total, current = total + current, 0.0
        else:
            return None
    return total + current if seen else None


def _scales(words: Sequence[str], index: int) -> bool:
    """Tell whether a word is a scale that "a" counts once ("a dozen"); "half a million" is counted by the half."""
    return index < len(words) and words[index] in SCALES and "half" not in words[: index - 1]


def _value(word: str) -> float | None:
    """Return the value of one plain number."""
    if word in CARDINALS:
        return float(CARDINALS[word])
    if word in GLYPHS:
        return GLYPHS[word]
    if DIGITS.fullmatch(word):
        value = float(re.sub(r"[, \u00a0\u202f]", "", word))
        return value if math.isfinite(value) else None
    parts = FRACTION.fullmatch(word)
    return int(parts[1]) / int(parts[2]) if parts and int(parts[2]) else None


def ordinal(words: Sequence[str]) -> int | None:
    """Return the rank that some words stand for: "third", "24th", "twenty-first"; None where they are no ordinal."""
    parts = [word for word in words if word not in ("-", "‑", "the")]
    if len(parts) == 2 and parts[0] in TENS and ORDINALS.get(parts[1], 10) < 10:
        return TENS[parts[0]] + ORDINALS[parts[1]]
    if len(parts) != 1:
        return None
    digits = re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th)", parts[0])
    return int(digits[1]) if digits else ORDINALS.get(parts[0])


def spoken_year(words: Sequence[str]) -> int | None:
    """Return the year in words as broadcasters write it ("nineteen ninety-six"), None where the words are no year."""
    parts = [word for word in words if word not in ("-", "‑", "and")]
    if len(parts) not in (2, 3) or any(word not in CARDINALS for word in parts):
        return None
    head, rest = CARDINALS[parts[0]], [CARDINALS[word] for word in parts[1:]]
    if head not in (15, 16, 17, 18, 19, 20) or (len(rest) == 2 and not (rest[0] >= 20 > 10 > rest[1])):
        return None
    return 100 * head + sum(rest) if sum(rest) >= 10 else None
