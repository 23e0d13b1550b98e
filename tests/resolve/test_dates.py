"""Dates: time expressions read against publication, the tense and one another, into TIMEX3 values and EDTF."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from sayso.annotate.times import TimeExpression, times
from sayso.resolve.dates import ResolvedTime, resolve
from sayso.resolve.tense import Tense, tense_near
from sayso.spans import Span

WEDNESDAY = "2022-03-23"


def read(text: str, published: str | None = WEDNESDAY) -> list[ResolvedTime]:
    """Read a text whose sentences end at a stop before a capital."""
    edges = [0, *(found.end() for found in re.finditer(r"\. (?=[A-Z])", text)), len(text)]
    spans = [Span(start, end) for start, end in pairwise(edges)]
    return resolve(times(text, spans), text, published)


def edtf(text: str, published: str | None = WEDNESDAY) -> list[str | None]:
    return [one.edtf for one in read(text, published)]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("He spoke Wednesday morning.", "2022-03-23", "on the day itself, the day itself"),
        ("She ruled it out on Sunday.", "2022-03-20", "past tense: the latest"),
        ("Envoys will meet on Friday.", "2022-03-25", "future tense: the next"),
        ("A summit is expected on Monday.", "2022-03-28", "planned: the next"),
        ("Warsaw is due to present it at the summit on March 24.", "2022-03-24", "tomorrow"),
        ("He said on Friday that talks will resume.", "2022-03-18", "the verb of its own clause decides"),
        ("Talks that will resume on Friday broke off.", "2022-03-25", "likewise"),
        ("The truce was extended until Friday.", "../2022-03-25", "what is extended goes on"),
        ("The deadline expires on Thursday.", "2022-03-24", "what is fixed in a calendar"),
        ("Last Monday he left.", "2022-03-21", "last is before the day"),
        ("They meet next Friday.", "2022-04-01", "next is not the day after tomorrow"),
        ("They met last week.", "2022-03-14/2022-03-20", "weeks run from Monday to Sunday"),
        ("He said so this month.", "2022-03", ""),
        ("It began last year.", "2021", ""),
        ("It began yesterday.", "2022-03-22", ""),
        ("It was shelled over the weekend.", "2022-03-19/2022-03-20", "the one just past"),
        ("Two months ago they left.", "2022-01", ""),
        ("He left two years ago.", "2020", ""),
        ("It began in late February.", "2022-02-20~/2022-02-28~", "parts have no sharp bounds"),
        ("It began in February.", "2022-02", ""),
        ("A vote is planned for April.", "2022-04", ""),
        ("It was built in the 1950s.", "195X", ""),
        ("A 19th century fort stood there.", "18XX", ""),
        ("It fell in mid-2014.", "2014-05~/2014-08~", ""),
        ("They fought in the summer of 2014.", "2014-22", "EDTF's season"),
        ("It fell in the third quarter of 2021.", "2021-07/2021-09", ""),
        ("It ends at the end of the month.", "2022-03-31~", ""),
        ("It fell in the last week of February.", "2022-02-22/2022-02-28", ""),
        ("The past two weeks were calm.", "2022-03-09/2022-03-23", "a stretch ends at publication"),
        ("It took three weeks.", "P3W", "a length has its duration"),
        ("It drags on for about a month.", "P1M", ""),
        ("Shells fell several weeks on end.", None, "an uncounted length has none"),
        ("They met between 2004 and 2010.", "2004/2010", "both ends give the whole range"),
    ],
)
def test_expressions_against_a_wednesday(text: str, expected: str | None, why: str) -> None:
    """Read in an article of Wednesday, 23 March 2022."""
    assert expected == edtf(text)[0], why


@pytest.mark.parametrize(
    ("text", "expected", "low", "high"),
    [
        ("They must leave by June 1.", "../2022-06-01", None, "2022-06-01"),
        ("It has gone on since March.", "2022-03/..", "2022-03-01", None),
        ("It lasted until 1989.", "../1989", None, "1989-12-31"),
        ("It began after February 24.", "2022-02-24/..", "2022-02-24", None),
        ("They must leave within 48 hours.", "PT48H", "2022-03-23", "2022-03-25"),
        ("It ran from March 3 to March 9.", "2022-03-03/2022-03-09", "2022-03-03", "2022-03-09"),
        ("It will apply from April 1.", "2022-04-01/..", "2022-04-01", None),
        ("Figures from March 1 differ.", "2022-03-01", "2022-03-01", "2022-03-01"),
    ],
)
def test_the_preposition_shapes_the_interval(text: str, expected: str, low: str | None, high: str | None) -> None:
    """What a preposition leaves open stays open; the words keep the plain date as their TIMEX3 value."""
    one = read(text)[0]

    assert (expected, low, high) == (one.edtf, one.low, one.high)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Monday it began. The next day it ended.", ["2022-03-21", "2022-03-22"]),
        ("In March 2014 it fell. A year earlier nobody knew of it.", ["2014-03", "2013-03"]),
        ("It began on March 1. Two days later it was over.", ["2022-03-01", "2022-03-03"]),
        ("On March 1 he left. He came back the same day.", ["2022-03-01", "2022-03-01"]),
        ("In October 1962 ships turned. On October 24 they stopped.", ["1962-10", "1962-10-24"]),
        ("The pact dates from April 1949. Members will meet on April 4.", ["1949-04", "2022-04-04"]),
    ],
)
def test_expressions_lean_on_those_before_them(text: str, expected: list[str]) -> None:
    """What counts from another date counts from the last one named; a passage about an old year keeps it."""
    assert expected == edtf(text)


@pytest.mark.parametrize(
    ("published", "text", "expected", "why"),
    [
        ("2022-12-11~", "He spoke on Friday.", "2022-12-09~", "approximate publication, approximate date"),
        ("2022-12-11~", "It fell on 3 May 2014.", "2014-05-03", "what needs no publication stays exact"),
        ("2022-03", "He spoke on Friday.", "2022-02-25/2022-03-25", "a month: the first and the last it may be"),
        ("2022-03", "He spoke last year.", "2021", "a month is enough for a year"),
        ("2022-02-26/..", "He spoke on Friday.", "2022-02-25/..", "an open interval stays open"),
        ("../2022-02-26", "He spoke on Friday.", "../2022-02-25", "on either side"),
        (None, "He spoke on Friday.", None, "nothing to read it against"),
        (None, "He spoke yesterday.", None, "likewise"),
        ("not a date", "He spoke on Friday.", None, "an unreadable date is none"),
        (None, "He spoke in May 1955.", "1955-05", "a whole date needs none"),
    ],
)
def test_no_date_is_surer_than_publication(published: str | None, text: str, expected: str | None, why: str) -> None:
    """What hangs on publication is as approximate, as open or as unknown as publication is."""
    assert [expected] == edtf(text, published), why


@pytest.mark.parametrize(
    ("text", "published", "expected", "why"),
    [
        ("Posted 11-12-22.", None, "2022-11-12/2022-12-11", "either order: from the earlier to the later"),
        ("Posted 11-12-22 and 25-12-22.", None, "2022-12-11", "another date in the article settles it"),
        ("Posted 11-12-22 and 12-25-22.", None, "2022-11-12", "in either order"),
        ("Posted 11-12-22.", "2022-12-11", "2022-12-11", "so does publication on one of the days"),
        ("Posted 05/06/2022.", "2023-01-01", "2022-05-06/2022-06-05", "publication far from both settles nothing"),
    ],
)
def test_numeric_dates_stay_open_until_something_settles_them(
    text: str, published: str | None, expected: str, why: str
) -> None:
    """The order of day and month is not guessed."""
    assert expected == edtf(text, published)[0], why


@pytest.mark.parametrize(
    ("text", "value", "anchor"),
    [
        ("He spoke Wednesday morning.", "2022-03-23TMO", WEDNESDAY),
        ("It began at 5 p.m. on Friday.", "2022-03-18T17:00", WEDNESDAY),
        ("It ended at 18:30 UTC on 3 May 2014.", "2014-05-03T18:30Z", None),
        ("He spoke last week.", "2022-W11", WEDNESDAY),
        ("It shut over the weekend.", "2022-W11-WE", WEDNESDAY),
        ("They fought last winter.", "2021-WI", WEDNESDAY),
        ("It fell in the third quarter.", "2021-Q3", WEDNESDAY),
        ("It was founded in 1949.", "1949", None),
        ("It dates from the 1950s.", "195", None),
        ("It took two and a half years.", "P2Y6M", None),
        ("It took 5 1/2 hours.", "PT5H30M", None),
        ("It took half an hour.", "PT30M", None),
        ("It took several weeks.", "PXW", None),
        ("It took two decades.", "P20Y", None),
        ("Shells fall every day.", "P1D", None),
        ("Trains run on Mondays.", "XXXX-WXX-1", None),
        ("He is now abroad.", "PRESENT_REF", None),
        ("He recently left.", "PAST_REF", None),
    ],
)
def test_timex3_value_and_anchor(text: str, value: str, anchor: str | None) -> None:
    """The value is TIMEX3's; the anchor is named only where one was needed."""
    one = read(text)[0]

    assert (value, anchor) == (one.value, one.anchor)


def test_undated_expressions_keep_what_they_say() -> None:
    """Without publication a weekday and a day of a month keep TIMEX3's value with what is unknown as X."""
    values = [one.value for one in read("He came on Friday. He left on March 3.", None)]

    assert values == ["XXXX-WXX-5", "XXXX-03-03"]


def test_a_better_reader_of_tenses_is_asked_first() -> None:
    """What `tense` says goes before what the words around suggest; where it does not know, they decide."""
    text = "Talks on Friday, talks on Monday held."
    expressions = times(text, [Span(0, len(text))])

    def tense(one: TimeExpression) -> Tense | None:
        return Tense.FUTURE if one.span.of(text) == "Friday" else None

    assert [one.edtf for one in resolve(expressions, text, WEDNESDAY, tense)] == ["2022-03-25", "2022-03-21"]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Envoys will be formally received on Friday", Tense.FUTURE, "the participle belongs to the modal"),
        ("Envoys were received on Friday", Tense.PAST, "auxiliary"),
        ("The ministry on Friday issued a warning", Tense.PAST, "the verb right behind"),
        ("The ministry will pay 90 retired pilots on Friday", Tense.FUTURE, "a word in -ed may be an adjective"),
        ("Envoys agreed to meet on Friday", Tense.FUTURE, "a plan"),
        ("Envoys met to discuss it on Friday", Tense.PAST, "a firm past beats an infinitive"),
        ("The vote, scheduled for Friday", Tense.FUTURE, "planned"),
        ("The vote had been due to end on Friday", Tense.PAST, "a plan of the past"),
        ("They could have left on Friday", Tense.PAST, "a past that was possible"),
        ("Friday prayers", None, "no verb"),
    ],
)
def test_tense_of_the_clause(text: str, expected: Tense | None, why: str) -> None:
    """Firm signs before soft ones, the nearer before the farther."""
    start = text.index("Friday")

    assert expected is tense_near(text, Span(0, len(text)), Span(start, start + 6)), why
