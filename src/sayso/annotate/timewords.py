"""
The words of time: which class of the time grammar each belongs to, and what it stands for.

English only. Months and weekdays count with a capital alone, so that "march", "may" and "sat" stay verbs; what else
is ambiguous ("May" the name, "second" the rank) is settled by the rules in `timerules`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sayso.annotate.grammar import Vocabulary
from sayso.annotate.meanings import Calendar, DayPart, Edge, Season, Unit
from sayso.annotate.numbers import CARDINALS, ORDINALS, SCALES

MONTH_NAMES: Final = ("january february march april may june july august september october november december").split()
MONTHS: Final[Mapping[str, int]] = {
    **{name: number for number, name in enumerate(MONTH_NAMES, start=1)},
    **{name[:3]: number for number, name in enumerate(MONTH_NAMES, start=1)},
    "sept": 9,
}
WEEKDAY_NAMES: Final = "monday tuesday wednesday thursday friday saturday sunday".split()
WEEKDAYS: Final[Mapping[str, int]] = {
    **{name: number for number, name in enumerate(WEEKDAY_NAMES)},
    **{name + "s": number for number, name in enumerate(WEEKDAY_NAMES)},
    **{name[:3]: number for number, name in enumerate(WEEKDAY_NAMES)},
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
}
SEASONS: Final[Mapping[str, Season]] = {
    "spring": Season.SPRING,
    "springtime": Season.SPRING,
    "summer": Season.SUMMER,
    "summertime": Season.SUMMER,
    "autumn": Season.AUTUMN,
    "fall": Season.AUTUMN,
    "winter": Season.WINTER,
    "wintertime": Season.WINTER,
}
SINGULAR: Final[Mapping[str, Unit]] = {
    **{unit.value: unit for unit in Unit if unit not in (Unit.SEASON, Unit.HALF)},
    "yr": Unit.YEAR,
    "hr": Unit.HOUR,
    "min": Unit.MINUTE,
}
SPECIAL_UNITS: Final = ("second", "day", "week", "weekend", "quarter", "year", "century")  # with a class of their own
UNITS: Final[Mapping[str, Unit]] = {
    **SINGULAR,
    **{unit.value + "s": unit for unit in SINGULAR.values()},
    "centuries": Unit.CENTURY,
    "hrs": Unit.HOUR,
    "yrs": Unit.YEAR,
    "mins": Unit.MINUTE,
}
DECADE_WORDS: Final[Mapping[str, int]] = {
    word[:-1] + "ies": value for word, value in CARDINALS.items() if value >= 20 and word.endswith("ty")
}
DAY_PARTS: Final[Mapping[str, DayPart]] = {
    "morning": DayPart.MORNING,
    "lunchtime": DayPart.MIDDAY,
    "afternoon": DayPart.AFTERNOON,
    "evening": DayPart.EVENING,
    "night": DayPart.NIGHT,
}
DAYS_AWAY: Final[Mapping[str, int]] = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}
STEPS: Final[Mapping[str, int]] = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "latest": -1,
    "recent": -1,
    "this": 0,
    "current": 0,
    "same": 0,
    "that": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
    "upcoming": 1,
    "ensuing": 1,
    "subsequent": 1,
}
# These count from another date of the text, not from publication.
FROM_CONTEXT: Final = frozenset(
    {"previous", "preceding", "prior", "following", "ensuing", "subsequent", "same", "that"}
)
EDGES: Final[Mapping[str, Edge]] = {
    "beginning": Edge.START,
    "start": Edge.START,
    "outset": Edge.START,
    "earlier": Edge.EARLIER,
    "later": Edge.LATER,
    "early": Edge.EARLY,
    "mid": Edge.MID,
    "middle": Edge.MID,
    "late": Edge.LATE,
    "end": Edge.END,
    "close": Edge.END,
}
VAGUE: Final[Mapping[str, str]] = {
    "now": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "presently": "PRESENT_REF",
    "recently": "PAST_REF",
}
ADVERBS: Final[Mapping[str, Unit]] = {
    "hourly": Unit.HOUR,
    "daily": Unit.DAY,
    "nightly": Unit.DAY,
    "weekly": Unit.WEEK,
    "fortnightly": Unit.FORTNIGHT,
    "monthly": Unit.MONTH,
    "yearly": Unit.YEAR,
    "annually": Unit.YEAR,
}
# Feasts with a fixed day, and the words that may follow them.
HOLIDAYS: Final[Mapping[str, Calendar]] = {
    "christmas": Calendar(month=12, day=25),
    "christmas day": Calendar(month=12, day=25),
    "christmas eve": Calendar(month=12, day=24),
    "boxing day": Calendar(month=12, day=26),
    "new year's day": Calendar(month=1, day=1),
    "new year's eve": Calendar(month=12, day=31),
    "new year's": Calendar(month=1, day=1),
    "new year": Calendar(month=1, day=1),
    "valentine's day": Calendar(month=2, day=14),
    "may day": Calendar(month=5, day=1),
    "halloween": Calendar(month=10, day=31),
    "bastille day": Calendar(month=7, day=14),
    "armistice day": Calendar(month=11, day=11),
    "epiphany": Calendar(month=1, day=6),
}
# Words before a length that belong to it, alone or with "more than" and "at least".
HEDGES: Final = "about around nearly almost approximately roughly".split()
# How much these are stays open: TIMEX3 writes X.
UNCOUNTED: Final = "several few many couple various numerous".split()

_LETTERS_AHEAD = r"(?![^\W\d_])"
SHAPES: Final[Mapping[str, str]] = {
    "ISO": r"(?:1[4-9]|20)\d\d-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])(?:T\d\d:\d\d(?::\d\d)?Z?)?(?!\d)",
    "NUMDATE": r"\d{1,2}(?P<separator>[/.-])\d{1,2}(?P=separator)(?:\d{4}|\d{2})(?![.,/-]?\d)",
    "CLOCK": r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?!\d)",
    "DECADE": r"(?:(?:1[4-9]|20)\d0|['’‘]?\d0)['’]?s\b",
    "DORD": r"(?:[12]?1st|2?2nd|2?3rd|30th|31st|1[1-3]th|[12]?[04-9]th)\b",
    "YEAR": rf"(?:1[4-9]|20)\d\d{_LETTERS_AHEAD}(?!\d|[.,:]\d)",
    "DAY": rf"(?:0?[1-9]|[12]\d|3[01]){_LETTERS_AHEAD}(?!\d|[.,:/]\d)",
    "NUMBER": r"\d[\d,]*(?:\.\d+)?",
    "AMPM": r"(?i:[ap]\.\s?m\.?|[ap]m\b)",
    "OCLOCK": r"(?i:o['’]clock\b)",
    "SHORTYEAR": r"['’‘]\d\d\b",
    "POSS": r"['’]s\b|['’]",
}
WORDS: Final[Mapping[str, tuple[str, ...] | frozenset[str]]] = {
    "WEEKDAY": tuple(WEEKDAY_NAMES),
    "WEEKDAYS": tuple(name + "s" for name in WEEKDAY_NAMES),
    "DAYABBR": tuple(name for name in WEEKDAYS if not name.rstrip("s").endswith("day")),
    "MONTH": tuple(name for name in MONTH_NAMES if name not in ("march", "may")),
    "MARCHMAY": ("march", "may"),
    "MONTHABBR": tuple(name for name in MONTHS if name not in MONTH_NAMES),
    "SEASON": tuple(name for name in SEASONS if name != "fall"),
    "FALL": ("fall",),
    "SECOND": ("second",),
    "QUARTER": ("quarter", "quarters"),
    "HALF": ("half",),
    "DAYWORD": ("day",),
    "WEEKWORD": ("week",),
    "WEEKENDWORD": ("weekend",),
    "YEARWORD": ("year",),
    "CENTURYWORD": ("century",),
    "UNITWORD": tuple(name for name in SINGULAR if name not in SPECIAL_UNITS),
    "UNITS": tuple(name for name in UNITS if name not in SINGULAR and name != "quarters"),
    "PERIOD": ("period",),
    "DECADES": tuple(DECADE_WORDS),
    "PART": tuple(DAY_PARTS),
    "PARTS": ("mornings", "afternoons", "evenings", "nights"),
    "TODAY": tuple(DAYS_AWAY),
    "NOON": ("noon", "midnight", "midday"),
    "OVERNIGHT": ("overnight",),
    "LAST": ("last", "past", "previous", "preceding", "prior", "latest", "recent"),
    "THIS": ("this", "current", "same", "that"),
    "NEXT": ("next", "coming", "following", "upcoming", "ensuing", "subsequent"),
    "FINAL": ("final", "closing"),
    "OPENING": ("opening",),
    "EDGE": ("beginning", "start", "outset", "middle", "end", "close"),
    "EARLY": ("early", "mid", "late"),
    "EARLIER": ("earlier", "later"),
    "SOMETIME": ("sometime",),
    "AGO": ("ago",),
    "BEFORE": ("before", "previously"),
    "AFTER": ("after",),
    "AHEAD": ("ahead",),
    "CARD": tuple(word for word in CARDINALS),
    "SCALE": tuple(SCALES),
    "ORD": tuple(word for word in ORDINALS if word not in ("zeroth", "second")),
    "UNCOUNTED": tuple(UNCOUNTED),
    "GLYPH": ("½", "¼", "¾"),
    "VAGUE": tuple(VAGUE),
    "FUTURE": ("future",),
    "PRESENT": ("present", "moment"),
    "NEAR": ("near", "foreseeable", "immediate", "distant"),
    "ADVERB": tuple(ADVERBS),
    "EVERY": ("every", "each"),
    "OTHERTH": ("other",),
    "FISCAL": ("fiscal", "financial"),
    "FEAST": ("christmas", "halloween", "epiphany"),
    "FEASTFIRST": ("boxing", "new", "valentine", "bastille", "armistice"),
    "EVE": ("eve",),
    "HEDGE": tuple(HEDGES),
    "THE": ("the",),
    "A": ("a", "an", "another"),
    "ITS": ("its", "his", "her", "their", "our", "my"),
    "OF": ("of",),
    "AND": ("and",),
    "OR": ("or",),
    "IN": ("in", "during", "since", "until", "till", "by", "throughout", "within", "from", "for"),
    "ON": ("on",),
    "AT": ("at",),
    "TO": ("to", "through", "thru"),
    "MORE": ("more",),
    "LESS": ("less", "fewer"),
    "THAN": ("than",),
    "NO": ("no",),
    "LEAST": ("least", "most"),
    "ONLY": ("only", "just", "barely", "over", "some", "exactly", "under"),
    "PER": ("per",),
    "ZONE": tuple("gmt utc est edt cst cdt pst pdt cet cest bst msk ist local".split()),
    "TIMEWORD": ("time",),
    "STRAIGHT": ("straight", "consecutive", "additional", "full", "whole", "solid", "further", "extra"),
    "OLD": ("old",),
    "COMMA": (",",),
    "DOT": (".",),
    "HYPHEN": ("-", "–", "—", "‑"),
    "SLASH": ("/",),
    "CLOSE": (")",),
}
SETS: Final[Mapping[str, str]] = {
    "RANK": "ORD SECOND DORD",
    "STEP": "LAST THIS NEXT",
    "UNIT": "DAYWORD WEEKWORD WEEKENDWORD YEARWORD CENTURYWORD UNITWORD",
    "ANYUNIT": "DAYWORD WEEKWORD WEEKENDWORD YEARWORD CENTURYWORD UNITWORD UNITS QUARTER",
    "DIGITS": "DAY NUMBER YEAR",
    "DASHTO": "HYPHEN TO",
    "FALLS": "SEASON FALL",
    "MONTHCUE": "IN LAST THIS NEXT EARLY OF TO BEFORE AFTER HYPHEN AND OR THE",
    "DAYCUE": "ON IN BEFORE AFTER",
    "SEASONCUE": "IN THE EARLY OF HYPHEN",
    "CLOCKCUE": "IN ON AT TO BEFORE AFTER HEDGE ONLY",
    "LENGTHCUE": "IN AFTER HEDGE ONLY",
    "STOP": "DOT COMMA BREAK CLOSE",
}
VOCABULARY: Final = Vocabulary(
    SHAPES,
    WORDS,
    capitalised=("WEEKDAY", "WEEKDAYS", "DAYABBR", "MONTH", "MARCHMAY", "MONTHABBR", "FEAST", "FEASTFIRST", "EVE"),
    sets=SETS,
)
