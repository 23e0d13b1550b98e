"""
The rules of the time grammar: rows of word classes, each with the reading of what it means.

A rule finds the core of an expression; `timephrases` then lets it grow over what stands around it ("late", "the end
of", "morning"). The longest rule wins; one whose reading is None (a spoken year that is no year) leaves the place to
the next. Class names are those of `timewords`; `x=CLASS` names a part for the reading.
"""

from __future__ import annotations

from typing import Final

from sayso.annotate import timereadings as readings
from sayso.annotate.grammar import Rules
from sayso.annotate.meanings import Clocked, DayPart, Meaning, Near, Unit
from sayso.annotate.timewords import VOCABULARY

M = "m=(MONTH | MARCHMAY | MONTHABBR DOT?)"
W = "(w=(WEEKDAY | DAYABBR DOT?) COMMA?)?"
D = "d=((CARD HYPHEN)? RANK | DAY)"
E = "e=((CARD HYPHEN)? RANK | DAY)"
Y = "y=(YEAR | CARD CARD (HYPHEN CARD)?)"
N = "(DIGITS | CARD | SCALE)"
Q = f"q=(A? UNCOUNTED OF? | HALF A? | A | A? {N} (HYPHEN? {N}){{0,4}} (GLYPH | DIGITS SLASH DIGITS)? (AND A? HALF)?)"
FEAST = "FEAST (EVE | DAYWORD)? | FEASTFIRST HYPHEN? YEARWORD? POSS? (EVE | DAYWORD)?"
NO_AGE = "(?!HYPHEN? OLD | HYPHEN (EARLIER | AGO | EDGE))"

RULES: Final[Rules[Meaning]] = Rules(
    VOCABULARY,
    (
        # dates
        ("iso=ISO", readings.iso),
        ("n=NUMDATE", readings.numeric),
        (f"{W} {M} {D} (COMMA? {Y})?", readings.date),
        (f"{W} {M} {D} DASHTO {E} (COMMA? {Y})?", readings.date),
        (f"{W} THE? {D} OF? {M} (COMMA? {Y})?", readings.date),
        (f"THE? {D} DASHTO THE? {E} OF? {M} (COMMA? {Y})?", readings.date),
        ("(?<=DAYCUE) THE d=DORD (?!OTHER)", readings.day_of_month),
        (f"{M} (COMMA | OF)? {Y}", readings.month_of_year),
        (f"{M} y=SHORTYEAR", readings.month_of_year),
        (f"s=STEP {M}", readings.month_of_year),
        ("m=(MONTH | MONTHABBR DOT)", readings.month_of_year),
        ("(?<=MONTHCUE) m=MARCHMAY (?!POSS)", readings.month_of_year),
        (f"{M} OF? THE? s=STEP YEARWORD", readings.month_of_near_year),
        ("FISCAL? y=YEAR", readings.plain_year),
        ("y=(CARD CARD HYPHEN? CARD?)", readings.plain_year),
        ("y=SHORTYEAR", readings.plain_year),
        ("y=YEAR (HYPHEN | SLASH) z=(YEAR | NUMBER | DAY)", readings.year_range),
        ("THE? y=(DECADE | DECADES)", readings.decade),
        ("THE? o=RANK HYPHEN? CENTURYWORD", readings.century),
        (f"THE? ({Y})? FISCAL? o=RANK HYPHEN? QUARTER", readings.quarter),
        ("THE? s=STEP n=FALLS", readings.season),
        ("THIS s=LAST n=FALLS", readings.season),
        (f"THE? n=FALLS OF? {Y}", readings.season),
        ("(?<=SEASONCUE) n=SEASON (?!OTHER)", readings.season),
        ("(?<=IN) THE n=FALLS", readings.season),
        ("s=STEP w=WEEKDAY", readings.weekday),
        ("t=THE s=STEP w=WEEKDAY", readings.weekday),
        ("THIS s=NEXT w=WEEKDAY", readings.weekday),
        ("w=WEEKDAY", readings.weekday),
        ("w=WEEKDAY OF? s=STEP WEEKWORD", readings.weekday_of_week),
        (FEAST, readings.feast),
        # near
        ("n=TODAY", readings.day_away),
        ("THE? DAYWORD a=(BEFORE | AFTER) n=TODAY", readings.day_after_next),
        ("t=THE? s=STEP FISCAL? u=(UNIT | QUARTER)", readings.step),
        ("t=THE? s=STEP n=PART", readings.part_of_day),
        ("(?<=IN) THE n=PART", readings.part_of_day),
        ("OVERNIGHT", lambda _: Clocked(Near(Unit.DAY, 0), DayPart.NIGHT)),
        ("THE u=(WEEKENDWORD | WEEKWORD | YEARWORD | QUARTER) (?!BEFORE | AFTER | DIGITS | OF)", readings.whole_unit),
        (f"{Q} u=ANYUNIT b=(AND A HALF)? a=(AGO | EARLIER)", readings.steps_away),
        (f"{Q} u=ANYUNIT b=(AND A HALF)? a=(BEFORE | AFTER) (?=STOP)", readings.steps_away),
        ("u=UNITS a=AGO", readings.steps_away),
        ("u=UNIT HYPHEN (EARLIER | AGO)", readings.year_ago),
        ("THE u=UNIT HYPHEN (EARLIER | AGO) (QUARTER | PERIOD)", readings.year_ago),
        ("THE? e=EDGE OF THE u=(UNIT | QUARTER)", readings.edge_of_unit),
        ("e=(EARLY | EARLIER) IN THE u=(UNIT | QUARTER)", readings.edge_of_unit),
        ("THE? u=UNIT (HYPHEN | POSS) e=EDGE", readings.edge_of_unit),
        # lengths
        (f"(THE | ITS)? s=(LAST | NEXT) ({Q})? MORE? u=(UNITS | QUARTER)", readings.stretch),
        (f"THE? s=RANK {Q} u=UNITS", readings.stretch),
        (f"THE? {Q} (STRAIGHT | MORE)? u=ANYUNIT b=(AND A HALF)? {NO_AGE}", readings.length),
        (f"q={N} HYPHEN u=ANYUNIT {NO_AGE}", readings.length),
        (f"{Q} HYPHEN? x=(TO | OR | HYPHEN) {Q.replace('q=', '')} HYPHEN? u=ANYUNIT {NO_AGE}", readings.length),
        ("(?<=THE) u=UNITS (?=BEFORE)", readings.length),
        ("THE u=UNITS AHEAD", readings.ahead),
        ("(?<=LENGTHCUE) u=UNITS ((AND | OR) UNITS)?", readings.length),
        # sets
        (f"EVERY ({Q} | x=OTHERTH)? n=(UNIT | UNITS | WEEKDAY | PART | MONTH | SEASON)", readings.repeated),
        ("PER n=UNIT", readings.repeated),
        ("w=WEEKDAYS p=(PART | PARTS)?", readings.weekdays),
        ("w=WEEKDAY p=PARTS", readings.weekdays),
        ("n=ADVERB", readings.repeated_adverb),
        # clock
        ("c=(DAY | NUMBER | CLOCK | CARD) p=AMPM (z=ZONE TIMEWORD?)?", readings.hour),
        ("(?<=CLOCKCUE) c=CLOCK", readings.hour),
        ("c=CLOCK z=ZONE TIMEWORD?", readings.hour),
        ("c=(NUMBER | YEAR) z=ZONE", readings.hour),
        ("c=(DAY | CARD) OCLOCK", readings.hour),
        ("c=NOON", readings.hour),
        # references without a date
        ("n=VAGUE", readings.vague_reference),
        ("THE NEAR? FUTURE", readings.reference("FUTURE_REF")),
        ("(?<=IN) FUTURE (?=STOP)", readings.reference("FUTURE_REF")),
        ("(?<=IN) THE n=LAST (?=STOP | OTHER)", readings.the_past),
        ("(?<=AT) THE? PRESENT", readings.reference("PRESENT_REF")),
    ),
)
