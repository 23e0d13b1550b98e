"""
The words of quantities: which class of the figure grammar each belongs to, and what it stands for.

Units are named as UCUM and ISO 4217 name them where those are plain to read (`km`, `kg`, `USD`), else by their English
plural (`miles`, `barrels`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sayso.annotate.grammar import Vocabulary
from sayso.annotate.numbers import CARDINALS, SCALES, SHORT_SCALES, SIMPLE_FRACTIONS

UNITS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("km", "kms", "kilometer", "kilometers", "kilometre", "kilometres"), "km"),
    **dict.fromkeys(("metre", "metres", "meter", "meters"), "m"),
    **dict.fromkeys(("cm", "centimeter", "centimeters", "centimetre", "centimetres"), "cm"),
    **dict.fromkeys(("mm", "millimeter", "millimeters", "millimetre", "millimetres"), "mm"),
    **dict.fromkeys(("mile", "miles"), "miles"),
    **dict.fromkeys(("foot", "feet", "ft"), "feet"),
    **dict.fromkeys(("inch", "inches"), "inches"),
    **dict.fromkeys(("yard", "yards"), "yards"),
    **dict.fromkeys(("hectare", "hectares"), "ha"),
    **dict.fromkeys(("acre", "acres"), "acres"),
    **dict.fromkeys(("tonne", "tonnes"), "tonnes"),
    **dict.fromkeys(("ton", "tons"), "tons"),
    **dict.fromkeys(("kiloton", "kilotons", "kt"), "kilotons"),
    **dict.fromkeys(("megaton", "megatons"), "megatons"),
    **dict.fromkeys(("kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "kilogramme", "kilogrammes"), "kg"),
    **dict.fromkeys(("gram", "grams", "gramme", "grammes"), "g"),
    **dict.fromkeys(("lb", "lbs"), "pounds"),
    **dict.fromkeys(("ounce", "ounces"), "ounces"),
    **dict.fromkeys(("litre", "litres", "liter", "liters"), "l"),
    **dict.fromkeys(("gallon", "gallons"), "gallons"),
    **dict.fromkeys(("barrel", "barrels"), "barrels"),
    **dict.fromkeys(("megawatt", "megawatts", "mw"), "MW"),
    **dict.fromkeys(("gigawatt", "gigawatts", "gw"), "GW"),
    **dict.fromkeys(("kilowatt", "kilowatts", "kw"), "kW"),
    **dict.fromkeys(("knot", "knots"), "knots"),
    **dict.fromkeys(("mph",), "mph"),
    **dict.fromkeys(("kph", "kmh"), "km/h"),
    **dict.fromkeys(("degree", "degrees"), "degrees"),
}
CURRENCIES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("dollar", "dollars", "usd", "bucks"), "USD"),
    **dict.fromkeys(("euro", "euros", "eur"), "EUR"),
    **dict.fromkeys(("pound", "pounds", "sterling", "gbp", "quid"), "GBP"),
    **dict.fromkeys(("ruble", "rubles", "rouble", "roubles", "rub"), "RUB"),
    **dict.fromkeys(("hryvnia", "hryvnias", "hryvnya", "uah"), "UAH"),
    **dict.fromkeys(("yen", "jpy"), "JPY"),
    **dict.fromkeys(("yuan", "renminbi", "rmb", "cny"), "CNY"),
    **dict.fromkeys(("rupee", "rupees"), "INR"),
    **dict.fromkeys(("shekel", "shekels"), "ILS"),
    **dict.fromkeys(("rial", "rials"), "IRR"),
    **dict.fromkeys(("riyal", "riyals"), "SAR"),
    **dict.fromkeys(("zloty", "zlotys", "zloties"), "PLN"),
    **dict.fromkeys(("lira", "liras", "lire"), "TRY"),
    **dict.fromkeys(("franc", "francs"), "CHF"),
    **dict.fromkeys(("marks", "deutschmarks"), "DEM"),
    **dict.fromkeys(("krona", "kronor"), "SEK"),
    **dict.fromkeys(("krone", "kroner"), "NOK"),
    **dict.fromkeys(("peso", "pesos"), "MXN"),
    **dict.fromkeys(("won",), "KRW"),
    **dict.fromkeys(("dinar", "dinars"), "dinars"),
    **dict.fromkeys(("cent", "cents"), "cents"),
}
# A nation's name before its money; without one, "pounds" are Britain's, "rupees" India's and "pesos" Mexico's.
NATIONAL: Final[Mapping[tuple[str, str], str]] = {
    ("canadian", "USD"): "CAD",
    ("australian", "USD"): "AUD",
    ("singapore", "USD"): "SGD",
    ("taiwan", "USD"): "TWD",
    ("zimbabwe", "USD"): "ZWD",
    ("egyptian", "GBP"): "EGP",
    ("syrian", "GBP"): "SYP",
    ("lebanese", "GBP"): "LBP",
    ("sudanese", "GBP"): "SDG",
    ("turkish", "TRY"): "TRY",
    ("italian", "TRY"): "ITL",
    ("french", "CHF"): "FRF",
    ("belgian", "CHF"): "BEF",
    ("swiss", "CHF"): "CHF",
    ("pakistani", "INR"): "PKR",
    ("iranian", "IRR"): "IRR",
    ("yemeni", "IRR"): "YER",
    ("saudi", "SAR"): "SAR",
    ("danish", "NOK"): "DKK",
    ("argentine", "MXN"): "ARS",
    ("philippine", "MXN"): "PHP",
    ("colombian", "MXN"): "COP",
    ("iraqi", "dinars"): "IQD",
    ("kuwaiti", "dinars"): "KWD",
    ("jordanian", "dinars"): "JOD",
    ("libyan", "dinars"): "LYD",
    ("yugoslav", "dinars"): "YUM",
}
SIGNS: Final[Mapping[str, str]] = {
    "$": "USD",
    "us$": "USD",
    "usd$": "USD",
    "a$": "AUD",
    "au$": "AUD",
    "c$": "CAD",
    "ca$": "CAD",
    "hk$": "HKD",
    "nz$": "NZD",
    "s$": "SGD",
    "dlrs": "USD",
    "usd": "USD",
    "eur": "EUR",
    "gbp": "GBP",
    "rub": "RUB",
    "uah": "UAH",
    "rs": "INR",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₽": "RUB",
    "₴": "UAH",
    "₪": "ILS",
    "₹": "INR",
    "₩": "KRW",
}
# Scales in the plural name no number, only what it is not below: "dozens" are twelve at the least.
PLURAL_SCALES: Final[Mapping[str, float]] = {
    "tens": 10,
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "trillions": 1e12,
}
ADVERBS_OF_TIMES: Final[Mapping[str, float]] = {"twice": 2, "thrice": 3}
TIME_UNITS: Final = (
    "second seconds minute minutes hour hours day days night nights week weeks weekend weekends fortnight month months "
    "quarter quarters year years decade decades century centuries"
).split()
MONTH_NAMES: Final = (
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec"
).split()

SHAPES: Final[Mapping[str, str]] = {
    "NOFIGURE": (
        r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}(?!\d)|\d{1,2}:\d\d(?::\d\d)?|\d+(?:st|nd|rd|th)\b|['’]?\d{2,4}['’]?s\b"
        r"|[A-Z][A-Za-z]{0,5}[-‑]\d+\w*|\d{4}-\d\d-\d\d\w*|['’]\d\d\b|\d{1,2}/\d{1,2}(?:/\d+)+|\d+(?:\.\d+){2,}"
        r"|(?:\+|00)\d[\d() -]{6,18}\d|\d{3}-\d{4}\b|\d{2,4}-\d{3,4}-\d{2,5}|24/7|9/11"
    ),
    "FRACTION": r"\d{1,2}[/⁄]\d{1,3}(?![/\d])",
    "NUM": r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?",
    "SIGN": r"(?:(?:USD?|AU?|CA?|HK|NZ|S)?\$|[€£¥₽₴₪₹₩]|(?:dlrs|USD|EUR|GBP|RUB|UAH|Rs)(?=\.?\s?\d))",
    "FOLD": r"(?:\d+-?|(?:two|three|four|five|six|seven|eight|nine|ten|twenty|hundred|thousand)-?)fold\b",
    "PERCENT": r"%|(?i:percent|per\s+cent|pct)\b",
    "POSS": r"['’]s\b",
    "AMPM": r"(?i:[ap]\.\s?m\.?|[ap]m\b|o['’]clock\b|gmt\b|utc\b)",
}
WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "CARD": tuple(word for word in CARDINALS if word not in ("zero", "one")),
    "ONE": ("one",),
    "SCALE": tuple(SCALES),
    "SHORT": tuple(word for word in SHORT_SCALES if word not in ("t", "b")),
    "PLURALSCALE": tuple(PLURAL_SCALES),
    "HALF": ("half",),
    "PART": tuple(word for word in SIMPLE_FRACTIONS if word not in ("half", "halves", "quarter", "quarters")),
    "QUARTER": ("quarter", "quarters"),
    "GLYPH": ("½", "¼", "¾"),
    "UNIT": tuple(UNITS),
    "UNITADJ": ("square", "cubic", "nautical", "metric", "sq"),
    "CURRENCY": tuple(CURRENCIES),
    "NATION": (*dict.fromkeys(adjective for adjective, _ in NATIONAL), "us", "american", "russian"),
    "TIMEUNIT": tuple(word for word in TIME_UNITS if word not in ("year", "years", "second", "quarter", "quarters")),
    "YEARUNIT": ("year", "years"),
    "OLD": ("old",),
    "AGED": ("aged", "age", "ages"),
    "MONTH": tuple(MONTH_NAMES),
    "TIMES": ("times",),
    "TWICE": tuple(ADVERBS_OF_TIMES),
    "POINTS": ("point", "points"),
    "PERCENTAGE": ("percentage",),
    "UNCOUNTED": ("several", "few"),
    "COUPLE": ("couple",),
    "ABOUT": tuple("about around roughly approximately some circa estimated".split()),
    "OVER": tuple("over above exceeding beyond topping".split()),
    "UNDER": tuple("under below nearly almost".split()),
    "MORE": ("more", "greater", "higher"),
    "LESS": ("less", "fewer", "lower"),
    "THAN": ("than",),
    "LEAST": ("least",),
    "MOST": ("most",),
    "MINIMUM": ("minimum",),
    "MAXIMUM": ("maximum",),
    "AT": ("at",),
    "NO": ("no", "not"),
    "UP": ("up",),
    "UPWARDS": ("upwards", "upward", "excess"),
    "CLOSE": ("close",),
    "AS": ("as",),
    "MANY": ("many", "much"),
    "PLUS": ("+", "plus"),
    "JUST": ("just", "well", "slightly", "far"),
    "BETWEEN": ("between",),
    "A": ("a", "an"),
    "AND": ("and",),
    "OR": ("or",),
    "TO": ("to",),
    "OF": ("of",),
    "IN": ("in",),
    "OUT": ("out",),
    "EVERY": ("every",),
    "PER": ("per",),
    "THE": ("the",),
    "HYPHEN": ("-", "–", "‑"),
    "COMMA": (",",),
}
VOCABULARY: Final = Vocabulary(
    SHAPES,
    WORDS,
    capitalised=("MONTH",),
    sets={
        "DIGIT": "NUM CARD",
        "ANYPART": "PART QUARTER",
        "TIMEUNITS": "TIMEUNIT YEARUNIT",
    },
)
