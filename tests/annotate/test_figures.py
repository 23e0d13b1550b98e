"""Figures: which numbers are quantities, their value and bounds, their unit, and what they count."""

from __future__ import annotations

import time

import pytest

from sayso.annotate.figures import FigureMention, figures
from sayso.annotate.syntax import Tree, Word
from sayso.annotate.times import times
from sayso.spans import Span, words_of


def found(text: str) -> list[FigureMention]:
    return figures(text, [Span(0, len(text))])


def counted(text: str) -> list[str | None]:
    return [words_of(text, one.of) if one.of else None for one in found(text)]


def rounded(*numbers: float | None) -> list[float | None]:
    return [None if one is None else round(one, 4) for one in numbers]


@pytest.mark.parametrize(
    ("text", "value", "low", "high", "why"),
    [
        ("He sent 40,000 troops.", 40_000, 40_000, 40_000, "stated without a hedge: exact"),
        ("He sent some 4,000 troops.", 4000, None, None, "rounded: no bounds"),
        ("He sent about 4,000 troops.", 4000, None, None, ""),
        ("An estimated 4,000 troops left.", 4000, None, None, ""),
        ("More than 90 tanks came.", 90, 90, None, "open above"),
        ("At least 90 tanks came.", 90, 90, None, ""),
        ("Over 90 tanks came.", 90, 90, None, ""),
        ("No fewer than 90 tanks came.", 90, 90, None, ""),
        ("Camps hold 90 or more tanks.", 90, 90, None, "the hedge behind"),
        ("Nearly 90 tanks came.", 90, None, 90, "open below"),
        ("Up to 90 tanks came.", 90, None, 90, ""),
        ("Fewer than 90 tanks came.", 90, None, 90, ""),
        ("No more than 90 tanks came.", 90, None, 90, "not a more than"),
        ("As many as 90 tanks came.", 90, None, 90, ""),
        ("Between 3 and 5 tanks came.", None, 3, 5, "a range has bounds and no value"),
        ("Some 3-5 tanks came.", None, 3, 5, ""),
        ("In all 3 to 5 tanks came.", None, 3, 5, ""),
        ("Between 3 and 5 million people fled.", None, 3e6, 5e6, "the scale counts for both"),
        ("Two dozen soldiers fell.", 24, 24, 24, "number words"),
        ("Half a million people fled.", 500_000, 500_000, 500_000, ""),
        ("Two and a half million people fled.", 2_500_000, 2_500_000, 2_500_000, ""),
        ("Twenty-one cars burned.", 21, 21, 21, ""),
        ("One hundred and fifty thousand men stood there.", 150_000, 150_000, 150_000, ""),
        ("1.2 million people fled.", 1_200_000, 1_200_000, 1_200_000, ""),
        ("Hundreds of people fled.", None, 100, None, "a plural scale only says what it is not below"),
        ("Tens of thousands of people fled.", None, 10_000, None, ""),
        ("Scores of tanks burned.", None, 20, None, ""),
        ("Several hundred fighters came.", None, 200, None, "at least two of them"),
        ("A third of the city burned.", 1 / 3, 1 / 3, 1 / 3, "a share"),
        ("Three-quarters of the city burned.", 0.75, 0.75, 0.75, ""),
        ("One in five children fled.", 0.2, 0.2, 0.2, ""),
        ("The blast left 45 dead.", 45, 45, 45, ""),
        ("The raid killed 45.", 45, 45, 45, "a verb of losses needs no noun"),
        ("The toll rose to 300.", 300, 300, 300, ""),
        ("In all 2000 soldiers fell.", 2000, 2000, 2000, "a year's digits that count"),
    ],
)
def test_value_and_bounds(text: str, value: float | None, low: float | None, high: float | None, why: str) -> None:
    """Exact figures have equal bounds; a bound that the text leaves open is None."""
    (one,) = found(text)

    assert rounded(value, low, high) == rounded(one.value, one.low, one.high), why


@pytest.mark.parametrize(
    ("text", "span", "value", "unit"),
    [
        ("It cost $1.2bn.", "$1.2bn", 1.2e9, "USD"),
        ("It cost US$ 5 million.", "US$ 5 million", 5e6, "USD"),
        ("It cost €500 million.", "€500 million", 5e8, "EUR"),
        ("It cost £2m.", "£2m", 2e6, "GBP"),
        ("It cost 3 billion rubles.", "3 billion rubles", 3e9, "RUB"),
        ("It cost 40 Canadian dollars.", "40 Canadian dollars", 40, "CAD"),
        ("It cost 30 cents.", "30 cents", 30, "cents"),
        ("They lost billions of dollars.", "billions of dollars", None, "USD"),
        ("It lies 40 kilometers west of Kyiv.", "40 kilometers", 40, "km"),
        ("A 40-mile convoy came.", "40-mile", 40, "miles"),
        ("It lies about 30 km away.", "about 30 km", 30, "km"),
        ("It lies 50m from the border.", "50m", 50, "m"),
        ("It holds 5,000 square kilometres.", "5,000 square kilometres", 5000, "square km"),
        ("They shipped 20 metric tons of grain.", "20 metric tons", 20, "tons"),
        ("Winds blew at 60 miles per hour.", "60 miles per hour", 60, "mph"),
        ("A 500-pound bomb fell.", "500-pound", 500, "pounds"),
        ("They hold 20 percent of the land.", "20 percent", 20, "%"),
        ("They hold 20.5% of the land.", "20.5%", 20.5, "%"),
        ("It rose by half a percent.", "half a percent", 0.5, "%"),
        ("It fell two percentage points.", "two percentage points", 2, "percentage points"),
        ("It holds nearly ten times more than before.", "nearly ten times", 10, "times"),
        ("They had twice as many tanks.", "twice", 2, "times"),
        ("A tenfold rise followed.", "tenfold", 10, "times"),
        ("A 12-year-old boy fled.", "12-year-old", 12, "years"),
        ("He is 62 years old.", "62 years old", 62, "years"),
        ("Anna Berg, 45, fled.", "45", 45, "years"),
        ("Anna Berg (45) fled.", "45", 45, "years"),
        ("A woman aged 30 fled.", "30", 30, "years"),
    ],
)
def test_units(text: str, span: str, value: float | None, unit: str) -> None:
    """The span takes hedge and unit; money is in ISO 4217, lengths and weights in plain units, ages in years."""
    (one,) = found(text)

    assert (span, value, unit) == (one.span.of(text), one.value, one.unit)


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("More than 90 cruise missiles were fired.", ["cruise missiles"], "up to the plural"),
        ("They freed 15,000 prisoners of war.", ["prisoners of war"], "of and its noun"),
        (
            "2 million of Norland's 3 million refugees fled.",
            ["Norland's 3 million refugees", "refugees"],
            "part of whole",
        ),
        ("Dozens of border guards fled.", ["border guards"], ""),
        ("Half of the population fled.", ["population"], "a share of something"),
        ("They pledged $2bn in military aid.", ["military aid"], "money in something"),
        ("They spent $2bn in Norland.", [None], "money somewhere"),
        ("They sold 60,000 barrels of oil.", ["oil"], "a measure of something"),
        ("The strike killed 12 and hurt 40.", [None, None], "nothing is named"),
        ("Three armed men and 20 Norlanders fled.", ["armed men", "Norlanders"], ""),
        ("300 Norse and Danish athletes left.", ["Norse and Danish athletes"], "two nationalities"),
        ("They lost 30 arms dealers.", ["arms dealers"], "a plural that modifies the next"),
    ],
)
def test_what_is_counted(text: str, expected: list[str | None], why: str) -> None:
    """What is counted is the noun phrase after the number, without determiners."""
    assert expected == counted(text), why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Under Article 5 and Resolution 1441 they act.", "labels"),
        ("A Boeing 737, T-72 tanks and the F-16 came.", "names of machines"),
        ("He fired 155mm shells.", "calibres"),
        ("The Group of Seven and the Big Three met.", "numbered groups"),
        ("It began in 2014 and ended on March 3, 2016.", "dates"),
        ("The 2014 protests ended at 5 p.m. that day.", "years before a noun, clock times"),
        ("It lasted three weeks and a 10-day truce held.", "lengths of time"),
        ("Call 202-555-0143 or +44 20 7946 0958.", "telephone numbers"),
        ("The house voted 52-35.", "scores"),
        ("The two sides want a two-state, five-point plan.", "the two, compounds"),
        ("One of them said no one came.", "one the pronoun"),
        ("The three agreed.", "a number that stands for its noun"),
        ("He lives at 10 Harbour Street.", "addresses"),
        ("They met three times.", "how often is no ratio"),
        ("17.40 The guards left. He spoke at 09.20 on Monday.", "hours, at the head of a line and after at"),
        ("All three won.", "the verb is no currency"),
        ("A third party and a second shell.", "ranks"),
    ],
)
def test_what_is_no_figure(text: str, why: str) -> None:
    """Numbers that name, date, label or stand for a noun state no quantity."""
    assert [one.span.of(text) for one in found(text)] == [], why


def test_one_casualty_is_a_figure() -> None:
    """ "One" counts where one is news."""
    (one,) = found("Only one soldier was killed.")

    assert (one.value, one.low, one.high) == (1, 1, 1)


def test_figures_keep_clear_of_spans_that_are_taken() -> None:
    """What is known to be a time is no figure, an age excepted."""
    text = "On Nov. 24 and 25, 300 men and a 24-year-old fled."
    sentences = [Span(0, len(text))]
    taken = [one.span for one in times(text, sentences)]

    assert [one.span.of(text) for one in figures(text, sentences, taken=taken)] == ["300", "24-year-old"]


def test_a_tree_tells_the_head_where_words_alone_do_not() -> None:
    """With a dependency tree the phrase runs to its head, also over a name in the plural."""
    text = "They lost 30 Norland Rangers scout cars there."
    rows = "They/PRON/1 lost/VERB/-1 30/NUM/6 Norland/PROPN/4 Rangers/PROPN/6 scout/NOUN/6 cars/NOUN/1 there/ADV/1"
    words, at = [], 0
    for index, row in enumerate(rows.split()):
        form, upos, head = row.rsplit("/", 2)
        at = text.index(form, at)
        relation = {"NUM": "nummod", "PROPN": "compound", "VERB": "root"}.get(
            upos, "compound" if form == "scout" else "obj"
        )
        words.append(Word(index, Span(at, at + len(form)), form, form.lower(), upos, int(head), relation))
    (one,) = figures(text, [Span(0, len(text))], [Tree(0, tuple(words))])

    assert one.of is not None
    assert words_of(text, one.of) == "Norland Rangers scout cars"


@pytest.mark.parametrize("piece", ["1 ", "1,", "20 30 ", "a hundred ", "$1 ", "to 5 ", "twenty ", "-", "half a "])
def test_hostile_text_costs_no_more_than_its_length(piece: str) -> None:
    """No row of words makes the grammar backtrack: the cost of 20,000 characters of it is linear."""
    text = piece * (20_000 // len(piece))
    begun = time.process_time()
    figures(text, [Span(0, len(text))])

    assert time.process_time() - begun < 6  # quadratic cost would be minutes; a loaded machine is allowed for
