"""Where, when and by whom an article was published, from the strongest voice that says so."""

from __future__ import annotations

import pytest

from sayso.acquire.capture import Hints
from sayso.article.cutting import Piece
from sayso.article.head import PageHead
from sayso.article.metadata import publication
from sayso.article.sentences import paragraphs
from sayso.article.zones import zones

LEAD = "Norland closed the Strait of Hale to foreign tankers on Monday, hours after talks in the capital had failed."


def known(text: str, hints: Hints | None = None, head: PageHead | None = None) -> dict[str, str | None]:
    """Return what is known of a text's publication, without what is not."""
    typed = zones(text, [Piece(span) for span in paragraphs(text, 0, len(text))])
    found = publication(text, typed, hints or Hints(), head)
    return {key: getattr(found, key) for key in ("url", "outlet", "title", "byline", "published")}


@pytest.mark.parametrize(
    ("text", "published", "why"),
    [
        (LEAD, None, "nothing bounds it"),
        (f"PORT HALE, July 24, 1914. — {LEAD}", "1914-07-24", "a dateline with its year"),
        (f"PORT HALE, July 24 (CW) — {LEAD}", None, "a dateline without its year"),
        (f"Strait closed\n\nBy Ana Brandt | 3 March 1994\n\n{LEAD}", "1994-03-03", "beside the byline"),
        (
            f"Strait closed\n\nPublished 3 March 1994, updated 5 March 1994\n\n{LEAD}",
            "1994-03-03",
            "published, not updated",
        ),
        (f"Strait closed\n\nUpdated March 5, 1994, 6:12 p.m.\n\n{LEAD}", "1994-03-05~", "only the update is printed"),
        (f"Strait closed\n\n3/12/1994\n\n{LEAD}", "1994-03-12/1994-12-03", "two readings"),
        (
            f"{LEAD}\n\nThe Hale Post, Port Hale, Friday, 4 March 1994. A Quay newspaper",
            "1994-03-04",
            "a folio below the story",
        ),
        (
            f"{LEAD}\n\n© The Hale Post, 4 March 1994. Reprints: 4471",
            "1994-03-04",
            "a folio with its sign of copyright",
        ),
        (
            f"Norland shuts strait\n\nPublished at 09.20 on 4 March 1994 in the Hale Post\n\n{LEAD}",
            "1994-03-04",
            "the hour first, the paper last",
        ),
        (f"{LEAD}\n\nThis article was first published on 3 March 1994.", "1994-03-03", "in a note below the story"),
        (f"{LEAD}\n\nMara Quill\n11-12-22 13:13\nLet them try.", "../2022-12-11", "only a comment, its last reading"),
        (
            f"{LEAD}\n\nSailors line the deck of the frigate Tern in Port Hale, Friday, March 4, 2022.\n\n{LEAD}",
            "2022-03-04/..",
            "only a picture's date",
        ),
        (
            f"{LEAD}\n\nSailors line the deck of the frigate Tern in Port Hale, Friday, March 4, 2022.\n\n"
            f"{LEAD}\n\nMara Quill\n5 Mar 2022 13:13\nLet them try.",
            "2022-03-04/2022-03-05",
            "both bounds",
        ),
        (
            f"Strait closed\n\nLast updated on 5 March 1994\n\n{LEAD}\n\nMore on this story\nReopened\n3 March 1994",
            "1994-03-05~",
            "not the day of another story",
        ),
        (
            f"Strait closed\n\nPORT HALE, March 4 (Coast Wire) — {LEAD}\n\n(c) Coast Wire 1994.",
            "1994-03-04~",
            "the dateline's day in the year of the notice",
        ),
        (f"Strait closed\n\nPORT HALE, March 4 — {LEAD}\n\n© 1990-2024 Hale Post", None, "a span of years is no year"),
        (f"{LEAD} The treaty of May 3, 1931, is void, he said.", None, "a date of the story bounds nothing"),
    ],
)
def test_the_date_is_what_the_page_prints_or_what_bounds_it(text: str, published: str | None, why: str) -> None:
    """Open intervals where only bounds are known, None where nothing is, never a guess."""
    assert published == known(text)["published"], why


def test_metadata_wins_over_hints_and_hints_over_print() -> None:
    """The three voices in their order, each for what it knows: options are for input that does not say so itself."""
    text = f"Strait closed\n\nBy Ana Brandt | 3 March 1994\n\n{LEAD}\n\n© 1994 The Hale Post"
    head = PageHead(
        title="Another title", author="Tom Okoro", outlet="Hale Post Online", published="1994-03-02T23:00:00Z"
    )
    hints = Hints(published="1994-03-01~", outlet="Coast Wire")

    assert known(text, hints, head) == {
        "url": None,
        "outlet": "Hale Post Online",
        "title": "Strait closed",
        "byline": "Ana Brandt",
        "published": "1994-03-02",
    }
    assert {"outlet": "Coast Wire", "published": "1994-03-01~"}.items() <= known(text, hints).items()
    assert {"outlet": "Hale Post Online", "published": "1994-03-02"}.items() <= known(text, None, head).items()
    assert {"outlet": "The Hale Post", "published": "1994-03-03"}.items() <= known(text).items()


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Harbour. com / Hale Flash News 2022.", "Hale Flash News"),
        ("Hale Ledger / agencies 2020.", "Hale Ledger"),
        ("The Hale Post of Ost. Copyright 1987.", "The Hale Post of Ost"),
        ("© 2024 Capitol Herald. Sign up for our Daily Brief.", "Capitol Herald"),
        ("Copyright 1999 Coast Wire. All rights reserved.", "Coast Wire"),
        ("The Hale Post, Port Hale, 4 March 1994. A Quay newspaper", "The Hale Post"),
        ("(Reuters)", None),
        ("Reporting by Ana Brandt; editing by Tom Okoro", None),
    ],
)
def test_who_owns_the_text_published_it(line: str, outlet: str | None) -> None:
    """A copyright or credit line names the outlet; a wire that supplied the text does not publish the page."""
    assert outlet == known(f"{LEAD}\n\n{line}")["outlet"]


@pytest.mark.parametrize(
    ("head", "outlet", "title"),
    [
        ("The Hale Mail\nFriday, July 12, 1974 · Price 15 mils\n\nNORLAND WARNS\nOF SECOND LANDING", "The Hale Mail",
         "NORLAND WARNS OF SECOND LANDING"),
        ("Norland warns of a second landing\nHale Herald", "Hale Herald", "Norland warns of a second landing"),
        ("Breaking News\n\nNorland warns of a second landing", None, "Norland warns of a second landing"),
    ],
)  # fmt: skip
def test_a_name_such_as_papers_have_alone_above_the_story_names_it(head: str, outlet: str | None, title: str) -> None:
    """Over the headline or below it; heads that are stacked in capitals are one."""
    found = known(f"{head}\n\n{LEAD}\n")

    assert (found["outlet"], found["title"]) == (outlet, title)


def test_a_papers_head_names_it() -> None:
    """A line of name and day between headline and story says who published it, and when."""
    found = known(f"Norland shuts strait\n\nThe Hale Post, 4 March 1994\n\n{LEAD}")
    assert (found["outlet"], found["published"]) == ("The Hale Post", "1994-03-04")


def test_an_address_on_the_first_line_is_the_articles() -> None:
    """Pages pasted with their source carry it on the first line, and often the day in it."""
    found = known(f"https://hale.example/news/2022/jul/23/strait\n\n{LEAD}")

    assert (found["url"], found["published"]) == ("https://hale.example/news/2022/jul/23/strait", "2022-07-23~")
