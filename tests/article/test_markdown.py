"""Pages kept as Markdown: marks are no words, and what they set off is what it is without them."""

from __future__ import annotations

import re

import pytest

from sayso.acquire.capture import Hints
from sayso.article.cutting import Piece
from sayso.article.markdown import is_markdown, plain
from sayso.article.metadata import publication
from sayso.article.zones import zones
from sayso.spans import Span
from sayso.terms import ZoneKind

PAGE = """# Norland tells Estmark to stop the survey "or meet our patrols"

*Published: 2 March 2000 · Updated: 3 March 2000*
*By Ana Brandt, Halewick*

![Marines on the Ost river](ost.jpg)
*Marines on the Ost river, February 2000. Photo: Tom Okoro*

**PORT HALE** — Norland told Estmark on Wednesday to stop surveying the border "or meet our patrols on the line".

> "We measure our own land," the prime minister of Estmark said.

[Read next: The river nobody owns](/river)

### Comments

**hale44** · 2 hours ago
The army will take it by Easter.
"""


def pieces(text: str) -> list[Piece]:
    """Its lines."""
    return [Piece(Span(*found.span())) for found in re.finditer(r"[^\n]+", text)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("# Norland tells", ZoneKind.HEADLINE),
        ("Published: 2 March 2000", ZoneKind.DATELINE),
        ("By Ana Brandt", ZoneKind.BYLINE),
        ("![Marines", ZoneKind.CAPTION),
        ("February 2000.", ZoneKind.CAPTION),
        ("Photo: Tom Okoro", ZoneKind.CREDIT),
        ("Norland told Estmark", ZoneKind.BODY),
        ("We measure our own land", ZoneKind.BODY),
        ("Read next", ZoneKind.BOILERPLATE),
        ("### Comments", ZoneKind.COMMENT),
        ("The army will take it", ZoneKind.COMMENT),
    ],
)
def test_a_line_is_what_it_is_without_its_marks(words: str, expected: ZoneKind) -> None:
    """While the text stays as it was written."""
    found = [zone for zone in zones(PAGE, pieces(PAGE)) if words in zone.span.of(PAGE)]

    assert [zone.kind for zone in found] == [expected]


def test_headline_byline_and_date_are_read_without_marks() -> None:
    """As a reader of the page would copy them."""
    found = publication(PAGE, zones(PAGE, pieces(PAGE)), Hints())

    assert found.title == 'Norland tells Estmark to stop the survey "or meet our patrols"'
    assert (found.byline, found.published) == ("Ana Brandt", "2000-03-02")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("**PORT HALE** — Norland", "PORT HALE — Norland"),
        ("> *“No,”* he said", "“No,” he said"),
        ("a *very* bad [idea](http://hale.example)", "a very bad idea"),
        ("5 * 3 and snake_case_name", "5 * 3 and snake_case_name"),
    ],
)
def test_marks_go_and_words_stay(line: str, expected: str) -> None:
    """Also where an asterisk or an underline is no mark."""
    assert plain(line) == expected


@pytest.mark.parametrize("line", ["# 4 on the list: Norland", "* * *", "The *Tern* sailed.", "Norland [sic] said no."])
def test_one_mark_alone_makes_no_markdown(line: str) -> None:
    """A page shows two kinds of them."""
    assert not is_markdown([line, "Norland closed the strait."])
