"""Print-outs of archives and messages: labelled lines are what their labels say, and name what they hold."""

from __future__ import annotations

import re

import pytest

from sayso.acquire.capture import Hints
from sayso.article.cutting import Piece
from sayso.article.metadata import publication
from sayso.article.zones import zones
from sayso.spans import Span
from sayso.terms import ZoneKind

STORY = "Norland told Estmark on Wednesday that it would close the strait if a tanker moved, a spokesman said."
ARCHIVE = f"""Copyright 1994 The Hale Chronicle
The Hale Chronicle

May 12, 1994, Thursday, Late Edition - Final

SECTION: Section A; Page 9; Column 3; Foreign Desk

LENGTH: 212 words

HEADLINE: Norland Warns It May Close Strait

BYLINE: By ANA BRANDT, Special to The Hale Chronicle

DATELINE: PORT HALE, Norland, May 11

BODY:
   {STORY}

   No answer came from Estmark.

GRAPHIC: Photo: Tankers off Port Hale. (Coast Wire)

LOAD-DATE: May 13, 1994
"""
MESSAGE = f"""From: desk@coastwire.example
Subject: Strait: Norland to stop tankers
Date: 12 May 1994 11:20

{STORY}
"""


def typed(text: str) -> list[tuple[ZoneKind, str]]:
    """The zones of a page as kinds and words."""
    pieces = [Piece(Span(*found.span())) for found in re.finditer(r"\S[^\n]*", text)]
    return [(zone.kind, zone.span.of(text)) for zone in zones(text, pieces)]


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        (ARCHIVE, "Copyright 1994 The Hale Chronicle", ZoneKind.CREDIT),
        (ARCHIVE, "SECTION: Section A", ZoneKind.BOILERPLATE),
        (ARCHIVE, "LENGTH: 212 words", ZoneKind.BOILERPLATE),
        (ARCHIVE, "HEADLINE: Norland Warns It May Close Strait", ZoneKind.HEADLINE),
        (ARCHIVE, "BYLINE: By ANA BRANDT", ZoneKind.BYLINE),
        (ARCHIVE, "DATELINE: PORT HALE", ZoneKind.DATELINE),
        (ARCHIVE, "BODY:", ZoneKind.BOILERPLATE),
        (ARCHIVE, STORY, ZoneKind.BODY),
        (ARCHIVE, "GRAPHIC: Photo: Tankers off Port Hale.", ZoneKind.CAPTION),
        (ARCHIVE, "LOAD-DATE: May 13, 1994", ZoneKind.BOILERPLATE),
        (MESSAGE, "From: desk@coastwire.example", ZoneKind.BOILERPLATE),
        (MESSAGE, "Subject: Strait", ZoneKind.HEADLINE),
        (MESSAGE, "Date: 12 May 1994 11:20", ZoneKind.DATELINE),
        (MESSAGE, STORY, ZoneKind.BODY),
    ],
)
def test_a_labelled_line_is_what_its_label_says(text: str, line: str, expected: ZoneKind) -> None:
    """Whatever its words look like."""
    assert [kind for kind, words in typed(text) if line in words] == [expected]


def test_an_archives_page_names_what_was_published() -> None:
    """Outlet, day, headline and byline, without their labels; the day it was loaded is not the issue's."""
    pieces = [Piece(Span(*found.span())) for found in re.finditer(r"\S[^\n]*", ARCHIVE)]
    found = publication(ARCHIVE, zones(ARCHIVE, pieces), Hints())

    assert (found.outlet, found.published) == ("The Hale Chronicle", "1994-05-12")
    assert (found.title, found.byline) == ("Norland Warns It May Close Strait", "ANA BRANDT")


@pytest.mark.parametrize(
    "line",
    ["Source: Coast Wire", "Norland to Estmark: stay out", "Subject: to approval, the strait reopens on Monday."],
)
def test_a_lone_label_makes_no_print_out(line: str) -> None:
    """What stands alone is known by other cues."""
    text = f"Strait to stay shut\n\n{STORY}\n\n{line}\n"

    assert (ZoneKind.HEADLINE, "Strait to stay shut") in typed(text)
    assert (ZoneKind.BODY, STORY) in [(kind, words.split("\n")[0]) for kind, words in typed(text)]


@pytest.mark.parametrize("label", ["COLUMN", "ACCESSION NO", "Accession number", "DATABASE", "ED", "CLASSIFICATION"])
def test_every_label_has_its_kind(label: str) -> None:
    """Also the last of the list, and those of two words."""
    text = f"HEADLINE: Strait to stay shut\n\n{label}: 4 of 9\n\n{STORY}\n"

    assert (ZoneKind.BOILERPLATE, f"{label}: 4 of 9") in typed(text)
