"""Time expressions: which words are one, where its span ends, what shape the preposition gives it."""

from __future__ import annotations

import time

import pytest

from sayso.annotate.meanings import Calendar, Clocked, DayPart, Edge, Edged, Length, Near, Numeric, Portion, Shape, Unit
from sayso.annotate.times import TimeExpression, times
from sayso.spans import Span
from sayso.terms import TimeType


def found(text: str) -> list[TimeExpression]:
    return times(text, [Span(0, len(text))])


def words(text: str) -> list[str]:
    return [one.span.of(text) for one in found(text)]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "The treaty was signed on Friday, Oct. 23, 1998.",
            ["Friday, Oct. 23, 1998"],
            "weekday, date and year are one",
        ),
        ("Envoys arrive on 30 November 2021 in Geneva.", ["30 November 2021"], "British order"),
        ("It ends on the 24th of March.", ["the 24th of March"], "ordinal day"),
        ("Shells fell on March 3rd and June 1st.", ["March 3rd", "June 1st"], "ordinals in digits"),
        ("Dated 2022-03-24, it arrived on 24.03.2022.", ["2022-03-24", "24.03.2022"], "ISO and dotted"),
        ("Talks resume on April 24 and 25.", ["April 24", "25"], "a day that shares its month"),
        ("The drill runs March 3-9.", ["March 3-9"], "a range of days is one expression"),
        ("The war of 1939-45 was longer.", ["1939-45"], "a range of years is one expression"),
        ("He spoke Wednesday morning.", ["Wednesday morning"], "part of the day"),
        ("Last Monday he left; next Tuesday he returns.", ["Last Monday", "next Tuesday"], "steps"),
        ("The truce holds until 5 p.m. on Friday.", ["5 p.m. on Friday"], "clock and day are one"),
        ("Sirens sounded at 18:30 and at 0735 GMT.", ["18:30", "0735 GMT"], "clock times"),
        ("Polls open at noon, close at five o'clock.", ["noon", "five o'clock"], "clock times in words"),
        ("In late February and by mid-2024 it fell.", ["late February", "mid-2024"], "early, mid, late belong to it"),
        ("Ships sail by the end of the month.", ["the end of the month"], "the end of belongs to it"),
        ("It rained in the last week of March.", ["the last week of March"], "a portion of a longer time"),
        ("Built in the 1950s and the '80s.", ["the 1950s", "the '80s"], "decades"),
        ("A 19th century fort.", ["19th century"], "centuries"),
        ("It fell in the third quarter of this year.", ["the third quarter of this year"], "quarters"),
        ("Last winter was harsh; summer 2014 was not.", ["Last winter", "summer 2014"], "seasons"),
        ("Yesterday, tonight and the day after tomorrow.", ["Yesterday", "tonight", "the day after tomorrow"], "days"),
        ("This month, earlier this week, last night.", ["This month", "earlier this week", "last night"], "near"),
        (
            "Two months ago; a year earlier; three days later.",
            ["Two months ago", "a year earlier", "three days later"],
            "",
        ),
        ("Fighting lasted three weeks and five hours.", ["three weeks", "five hours"], "lengths"),
        ("It took two and a half years.", ["two and a half years"], "halves"),
        (
            "A 10-day truce and a two-week ultimatum.",
            ["10-day", "two-week"],
            "attributive lengths leave the article out",
        ),
        (
            "For about a month, at least 20 more years.",
            ["about a month", "at least 20 more years"],
            "hedges of lengths",
        ),
        ("Over the past two months and the next few days.", ["the past two months", "the next few days"], "stretches"),
        ("Every day and each Thursday, daily, on Mondays.", ["Every day", "each Thursday", "daily", "Mondays"], "sets"),
        ("He is now in Kyiv; he recently left Minsk.", ["now", "recently"], "references"),
        ("On Christmas Eve and New Year's Day guns fell silent.", ["Christmas Eve", "New Year's Day"], "feasts"),
        ("In nineteen sixty-two missiles came.", ["nineteen sixty-two"], "a spoken year"),
        ("In May 1955 and since March.", ["May 1955", "March"], "months that are also verbs or names"),
        ("The attack in Paris in 1812 failed.", ["1812"], "old years after a preposition"),
    ],
)
def test_what_is_a_time_expression(text: str, expected: list[str], why: str) -> None:
    """The span takes the modifiers of an expression and not its preposition (TIMEX3)."""
    assert expected == words(text), why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Ministers may march on, he said.", "verbs are no months"),
        ("March for peace, the banner read.", "a capital at the start makes no month"),
        ("Mrs May and Theresa May sat in the second row.", "May the person, sat the verb, second the rank"),
        ("According to Prime Minister May, talks of May stall.", "May the person after a preposition"),
        ("The Sunday Times and the Daily Mail reported it.", "newspapers"),
        ("April Glaspie met him.", "April the person"),
        ("Under Article 5 all 1500 soldiers and 2000 people count.", "counts are no years"),
        ("Call 202-555-0143 about Resolution 1441.", "telephone and resolution numbers"),
        ("A 45-year-old man in his 30s, 62 years old.", "ages"),
        ("On Black Friday and Bloody Sunday.", "days with names"),
        ("The side won 3-2 in the second half.", "scores"),
        ("Three quarters of them left; a second shell fell.", "fractions and ranks"),
        ("The programme 60 Minutes asked him.", "titles"),
        ("He earns $2000 a share.", "money"),
    ],
)
def test_what_is_not(text: str, why: str) -> None:
    """Words that only look like a time are left alone."""
    assert words(text) == [], why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("It must end by June 1.", Shape.BY, ""),
        ("It must end no later than June 1.", Shape.BY, "no later than is by"),
        ("It has lasted since June 1.", Shape.SINCE, ""),
        ("From June 1 onwards it applies.", Shape.SINCE, "onwards leaves it open"),
        ("It lasted until June 1.", Shape.UNTIL, ""),
        ("It began before June 1.", Shape.BEFORE, ""),
        ("It began after June 1.", Shape.AFTER, ""),
        ("It applies from June 1.", Shape.FROM, ""),
        ("It began on June 1.", Shape.AT, ""),
        ("It fell after Friday's raid.", Shape.AT, "the preposition is the raid's"),
        ("It fell after Friday prayers.", Shape.AT, "the preposition is the prayers'"),
        ("It fell before the June 1 vote.", Shape.AT, "the preposition is the vote's"),
    ],
)
def test_preposition_gives_the_shape(text: str, expected: Shape, why: str) -> None:
    """A preposition that governs the expression itself is kept as its shape."""
    (one,) = found(text)

    assert expected is one.shape, why


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It ran from March 3 to March 9.", [Shape.FROM, Shape.TO]),
        ("It ran between 2004 and 2010.", [Shape.FROM, Shape.TO]),
        ("It ran in March and in April.", [Shape.AT, Shape.AT]),
    ],
)
def test_two_dates_may_be_the_ends_of_a_range(text: str, expected: list[Shape]) -> None:
    """From X to Y and between X and Y are ranges; two dates side by side are not."""
    assert expected == [one.shape for one in found(text)]


@pytest.mark.parametrize(
    ("text", "kind", "meaning"),
    [
        ("On Friday.", TimeType.DATE, Calendar(weekday=4)),
        ("On Friday night.", TimeType.TIME, Clocked(Calendar(weekday=4), DayPart.NIGHT)),
        ("At 5:45 p.m. UTC.", TimeType.TIME, Clocked(None, hour=17, minute=45, utc=True)),
        ("In late 2013.", TimeType.DATE, Edged(Edge.LATE, Calendar(2013))),
        ("Half an hour passed.", TimeType.DURATION, Length(Unit.HOUR, 0.5)),
        ("After several weeks.", TimeType.DURATION, Length(Unit.WEEK, None)),
        ("Dated 11-12-22.", TimeType.DATE, Numeric(11, 12, 2022)),
        ("Dated 13/12/2022.", TimeType.DATE, Calendar(2022, 12, 13)),
        ("Dated 12/13/2022.", TimeType.DATE, Calendar(2022, 12, 13)),
        ("In June last year.", TimeType.DATE, Portion(Unit.MONTH, 6, Near(Unit.YEAR, -1))),
        ("Two decades ago.", TimeType.DATE, Near(Unit.DECADE, -2, -1)),
    ],
)
def test_what_it_means_before_it_is_read_against_a_date(text: str, kind: TimeType, meaning: object) -> None:
    """A meaning holds what is written and nothing else."""
    (one,) = found(text)

    assert (kind, meaning) == (one.type, one.meaning)


def test_spans_count_in_the_whole_text_and_stay_in_their_sentence() -> None:
    """Sentences given as spans keep the text's offsets, and no expression runs from one into the next."""
    text = "He left in May. 2014 troops came. It is Friday."
    sentences = [Span(0, 15), Span(16, 33), Span(34, 47)]

    assert [one.span.of(text) for one in times(text, sentences)] == ["May", "Friday"]
    assert sentences[2] == times(text, sentences)[1].sentence


def test_the_year_of_the_second_date_is_the_first_ones() -> None:
    """Of two joined dates only the last may show the year."""
    first, last = found("It fell in March and April 2015.")

    assert (Calendar(2015, 3), Calendar(2015, 4)) == (first.meaning, last.meaning)


@pytest.mark.parametrize("piece", ["1/1/22/", "11-", "twenty ", "a hundred ", "the last ", "May 5, ", "'", "-"])
def test_hostile_text_costs_no_more_than_its_length(piece: str) -> None:
    """No row of words makes the grammar backtrack: the cost of 40,000 characters of it is linear."""
    text = piece * (40_000 // len(piece))
    begun = time.process_time()
    times(text, [Span(0, len(text))])

    assert time.process_time() - begun < 6  # quadratic cost would be minutes; a loaded machine is allowed for
