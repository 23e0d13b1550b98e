"""
Which numbers are quantities and which are names, dates, labels, scores or parts of compounds.

A number is innocent until its neighbours say otherwise: "Article 5", "the 24th", "T-72", "three weeks", "Group of
Seven", "a five-point plan" state no quantity.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from sayso.annotate.counted import PLURALS, STOPS
from sayso.annotate.figurerules import Quantity, exact
from sayso.annotate.figurewords import VOCABULARY
from sayso.annotate.grammar import BREAK, OTHER, Found, Words
from sayso.annotate.numbers import CARDINALS

# Nouns that are numbered, not counted.
LABELS: Final = frozenset(
    "article articles resolution resolutions section sections page pages paragraph paragraphs chapter clause no "
    "nos number numbers flight route highway channel room phase level stage category day unit type act step part "
    "protocol order title version grade annex amendment block exhibit figure table line gate hall lot model mark "
    "zone area sector district ward pier terminal platform windows apollo soyuz world war season round episode g "
    "track verse psalm code class rule regulation law bill decree directive file case brigade regiment battalion "
    "division".split()
)
NUMBERED_GROUPS: Final = frozenset("Group Gang Committee Council".split())
# Words after a year in figures that make it one all the same where it might count the noun behind it.
YEAR_CUES: Final = frozenset(
    "in since until till by from of during before after the this its his her their early late mid to and or 's ’s "
    "between fiscal around".split()
)
# Nouns that "one" counts: casualties and arms, where one is news.
SINGLES: Final = frozenset(
    "soldier civilian person man woman child boy girl policeman officer serviceman guard journalist protester "
    "demonstrator fighter militant gunman rebel pilot sailor marine worker student teenager body tank missile "
    "drone plane jet helicopter aircraft ship boat vessel rocket bomb shell ton tonne mile kilometer kilometre".split()
)
CASUALTY_VERBS: Final = frozenset(
    "killed killing kills wounded wounding wounds injured injuring injures arrested arresting detained detaining "
    "captured capturing died dead missing dying hurt fled freed evacuated destroyed shot".split()
)
COMPARED: Final = frozenset(
    "as more the higher greater larger bigger that what its their stronger fewer less over than".split()
)
STREETS: Final = frozenset("street st avenue ave road rd boulevard blvd lane drive square".split())
SMALL: Final = 100  # below it a number in words without a noun is a pronoun ("the three agreed")
OLDEST: Final = 110
CLOCK: Final = re.compile(r"(?:[01]?\d|2[0-4])[.:][0-5]\d")
SET_OFF: Final = ((",", ","), ("(", ")"), (",", "."))


def checked(words: Words, found: Found, stated: Quantity) -> Quantity | None:
    """Return the quantity that a match states once its neighbours are looked at, None where it states none."""
    before, after = words.word(found.first - 1), words.word(found.last)
    if _is_glued(words, found) or _is_label(words, found, before) or _is_time(words, found):
        return None
    if (
        stated.unit == "years"
        and stated.value is not None
        and words.word(found.first - 1).lower() not in ("aged", "age")
    ):
        return stated
    if stated.unit == "mm" and (words.touching(found.last - 1) or words.word(found.last - 2) == "-"):
        return None  # a calibre
    if stated.unit == "times":
        return stated if _is_ratio(words, found, after) else None
    if stated.unit == "KRW" and (stated.value or stated.high or 0) < SMALL:
        return None  # "all three won"
    if stated.unit == "GBP" and "-" in found.words.lower(found.first, found.last):
        return replace(stated, unit="pounds")  # "a 500-pound bomb"
    if not stated.plain:
        return stated
    return (
        None
        if _is_year(words, found, before, after) or _is_name(words, found, before, after)
        else _aged(words, found, stated)
    )


def _is_glued(words: Words, found: Found) -> bool:
    """Tell whether a number is part of a longer string: "M-142", "five-point", "1.2.3", "#40"."""
    first, last = found.first, found.last
    before, after = words.word(first - 1), words.word(last)
    dash = before in ("-", "‑") and not words.touching(first - 1)  # a dash for a stop: "then -800 bases"
    if words.touching(first) and words.codes[first - 1] != BREAK and before not in OPENERS and not dash:
        return True
    if after in ("-", "‑") and words.touching(last) and words.word(last + 1).lower() not in ("strong", "plus"):
        return words.touching(last + 1) and words.codes[last + 1 : last + 2] != BREAK
    return after in ("/", "°") and words.touching(last) and words.word(last + 1)[:1].isdigit()


def _is_label(words: Words, found: Found, before: str) -> bool:
    lower = before.lower()
    if lower == "." and words.word(found.first - 2).lower() in ("no", "nos", "art", "sec", "res", "p", "pp", "vol"):
        return True
    if lower in LABELS and not (lower == "no" and before == "no"):
        return True
    if lower == "of" and words.word(found.first - 2) in NUMBERED_GROUPS:
        return True
    starts = words.codes[found.first - 1 : found.first] in ("", BREAK)
    return (
        starts and words.word(found.last) in (".", ")") and words.touching(found.last) and found.last - found.first == 1
    )


def _is_time(words: Words, found: Found) -> bool:
    """Tell whether a number measures time or belongs to a date."""
    inside = words.codes[found.first : found.last]
    if any(code in VOCABULARY.code("YEARUNIT") for code in inside):
        return False  # an age
    at = found.last
    while words.word(at).lower() in ("-", "more", "additional", "consecutive", "straight", "full", "whole", "or", "so"):
        at += 1
    after = words.codes[at : at + 1]
    if after and after in VOCABULARY.code("TIMEUNITS") + VOCABULARY.code("AMPM"):
        return True
    if words.word(at).lower() in ("quarters", "seconds") and words.word(at + 1).lower() != "of":
        return True
    if CLOCK.fullmatch(words.word(found.first)) and found.last - found.first == 1 and _strikes(words, found):
        return True
    months = VOCABULARY.code("MONTH")
    dated = (words.codes[found.first - 1 : found.first] == months) or (
        words.codes[found.last : found.last + 1] == months
    )
    return dated and found.last - found.first == 1 and words.word(found.first).isdigit()


def _strikes(words: Words, found: Found) -> bool:
    """Tell whether "17.40" is an hour: after "at", or at the head of a line of a running report."""
    starts = words.codes[found.first - 1 : found.first] in ("", BREAK)
    return words.word(found.first - 1).lower() == "at" or (starts and words.word(found.last)[:1].isupper())


def _is_ratio(words: Words, found: Found, after: str) -> bool:
    """Tell "three times more" and "twice the size" from "they met three times"."""
    word = words.word(found.last - 1)
    if not word.islower():
        return False
    return (
        word.endswith("fold")
        or after.lower() in COMPARED
        or words.word(found.first - 1).lower() in ("by", "nearly", "almost")
    )


def _is_year(words: Words, found: Found, before: str, after: str) -> bool:
    """Tell whether four digits are a year and not a count."""
    word = words.word(found.first)
    if found.last - found.first > 1 and not (found.last - found.first == 3 and words.word(found.first + 1) in "-–"):
        return False
    if not (word.isdigit() and len(word) == 4 and 1000 <= int(word) <= 2100):
        return False
    return before.lower() in YEAR_CUES or not (_plural(after) or words.word(found.first - 1).lower() in CASUALTY_VERBS)


def _plural(word: str) -> bool:
    return word.lower() in PLURALS or (word.islower() and word.endswith("s") and word not in STOPS)


def _is_name(words: Words, found: Found, before: str, after: str) -> bool:
    """Tell whether a number is part of a name ("Boeing 737", "Big Four"), a pronoun ("the two") or no count ("one")."""
    first = words.word(found.first)
    starts = words.codes[found.first - 1 : found.first] in ("", BREAK) or before in OPENERS
    if first.lower() == "one" and found.last - found.first == 1:
        return after.lower() not in SINGLES and words.word(found.last + 1).lower() not in SINGLES
    if first[0].isupper() and first.lower() in CARDINALS and not starts:
        return True
    if first.lower() == "two" and before.lower() in ("the", "these", "those", "both", "other", "last", "first"):
        return True
    named = before[:1].isupper() and words.codes[found.first - 1] == OTHER and not _opens(words, found.first - 1)
    label = (
        first.isdigit() and len(first) < 5 and found.last - found.first == 1 and before.lower() not in CASUALTY_VERBS
    )
    return (named and label) or _is_address(words, found)


def _opens(words: Words, index: int) -> bool:
    """Tell whether a word begins its sentence."""
    return words.codes[index - 1 : index] in ("", BREAK)


def _is_address(words: Words, found: Found) -> bool:
    """Tell whether a number is a house's ("10 Downing Street")."""
    names = [words.word(at) for at in range(found.last, found.last + 3)]
    return names[0][:1].isupper() and any(name[:1].isupper() and name.lower() in STREETS for name in names[1:])


def _aged(words: Words, found: Found, stated: Quantity) -> Quantity:
    """Read "Holm, 45, said" and "Holm (45)": a number set off behind a name is an age."""
    around = words.word(found.first - 1), words.word(found.last)
    named = words.word(found.first - 2)[:1].isupper()
    alone = found.last - found.first == 1 and words.word(found.first).isdigit() and len(words.word(found.first)) <= 3
    age = stated.value or 0
    return exact(age, "years") if alone and named and around in SET_OFF and 1 <= age <= OLDEST else stated


def stands_alone(words: Words, found: Found, quantity: Quantity) -> bool:
    """Tell whether a number without a noun behind it is a quantity all the same ("killing 45", "rose to 300")."""
    near = [words.word(index).lower() for index in range(found.first - 2, found.last + 3)]
    if CASUALTY_VERBS.intersection(near):
        return True
    before, after = words.word(found.first - 1).lower(), words.word(found.last).lower()
    if quantity.value is None:
        return False
    if (quantity.value >= SMALL and before not in ("the", "'s", "’s", "this")) or (
        before == "of" and words.codes[found.first - 2] == OTHER
    ):  # "a crew of six"
        return True
    if words.word(found.first)[0].isalpha():
        return False
    if before in (",", "and", "or"):  # "40 in Kyiv, 12 in Odesa and 9 in Lviv"
        return after in ("in", "from", "at", "on", "of")
    return words.codes[found.first - 1] == OTHER or before in ("to", "from", "at", "of", "by", "than")


OPENERS: Final = frozenset("(\"'‘“[–—`~")
