"""
Pages as people paste them, part by part: each part must come back as the kind that it was written as.
"""

from __future__ import annotations

import pytest

from sayso.article.article import Zone
from sayso.article.cutting import Piece
from sayso.article.sentences import paragraphs
from sayso.article.zones import zones
from sayso.spans import Span
from sayso.terms import ZoneKind

H, B, D, T = ZoneKind.HEADLINE, ZoneKind.BYLINE, ZoneKind.DATELINE, ZoneKind.BODY
C, R, M, X = ZoneKind.CAPTION, ZoneKind.CREDIT, ZoneKind.COMMENT, ZoneKind.BOILERPLATE

LEAD = "Norland closed the Strait of Hale to foreign tankers on Monday, hours after talks in the capital had failed."
MORE = "“If they send one more ship, we will stop it,” the port commander told reporters, according to the Hale Post."
LAST = "The two governments have quarrelled over the strait since 1931, and no date for further talks has been set."

Part = tuple[ZoneKind, str]

PAGES: list[tuple[str, list[Part]]] = [
    ("no headline, story only", [(T, LEAD), (T, MORE), (T, LAST)]),
    (
        "a wire story with its dateline in the first paragraph",
        [
            (H, "Norland shuts strait, vows to stop tankers"),
            (B, "By Ana Brandt and Tom Okoro"),
            (D, "PORT HALE, March 3 (Coast Wire) —"),
            (T, "+ " + LEAD),
            (T, MORE),
            (R, "(Reporting by Ana Brandt; Editing by Tom Okoro)"),
        ],
    ),
    (
        "a sentence between headline and byline belongs to the headline, and a name that answers twice is no caption",
        [
            (H, "‘One more ship and we shall close the strait’"),
            (H, "Norland's minister on tankers, neighbours and the price of courage, in a talk by the sea."),
            (B, "An interview by Ana Brandt"),
            (D, "4.3.1994, 14.32"),
            (T, "HALE POST: Minister, what will you do?"),
            (T, "Okoro: One more such ship, and we shall close the strait to them all."),
            (T, "HALE POST: Estmark calls that an act of war."),
            (T, "Okoro: Estmark calls everything an act of war."),
            (R, "Photo: Ana Brandt / Coast Wire"),
            (T, LAST),
        ],
    ),
    (
        "a paper's name in capitals over the day of its issue, a menu set wide, and below them the headline",
        [
            (X, "DAWN OF HALE"),
            (D, "August 3, 1965 — Rabi-us-Sani 5, 1385"),
            (X, "Home    Front    Reportage    Business"),
            (X, "Vol. 12 Issue 3"),
            (H, "Norland shuts strait, vows to stop tankers"),
            (B, "(By Our Staff Correspondent)"),
            (T, LEAD),
            (T, MORE),
        ],
    ),
    (
        "who, when and where on three lines, and a bullet where others set a dash",
        [
            (H, "Norland shuts strait"),
            (B, "Ana Brandt"),
            (D, "4 March 2014"),
            (D, "Ost/Hale"),
            (D, "PORT HALE, Norland •"),
            (T, "+ " + LEAD),
            (T, MORE),
        ],
    ),
    (
        "a paper's head, its folio, a section and only then the headline",
        [
            (X, "Sunday Examiner of Hale"),
            (D, "Online edition of Sunday, 6 March 1994"),
            (X, "NEWS"),
            (H, "Norland shuts strait"),
            (B, "By our Ost stringer"),
            (T, LEAD),
            (T, MORE),
        ],
    ),
    (
        "captions in mid-text, one with its credit beside it, one below it",
        [
            (T, LEAD),
            (
                C,
                "In this photo released by the Norland Navy, sailors line the deck of the frigate Tern, March 2, 2019.",
            ),
            (R, "(Norland Navy via Coast Wire)"),
            (T, MORE),
            (C, "Fishermen carry nets past a burned-out customs house in Port Hale, Norland, Sunday, March 3, 2019."),
            (R, "+ (Ana Brandt/Pool via CW)"),
            (T, LAST),
        ],
    ),
    (
        "a caption without a verb, credited on the line below",
        [
            (T, LEAD),
            (C, "Shattered windows after a night of shelling in the village of Ost, 20 miles north of Port Hale."),
            (R, "(CW Photo/Tom Okoro)"),
            (T, LAST),
        ],
    ),
    (
        "square brackets, as some broadcasters credit pictures",
        [(T, LEAD), (C, "Smoke rises over the oil terminal at Port Hale"), (R, "+ [Ana Brandt/Coast Wire]"), (T, MORE)],
    ),
    (
        "a body paragraph that ends with its agency stays body",
        [(T, LEAD), (T, "The minister said on Tuesday that no troops would be sent."), (R, "+ (Reuters)")],
    ),
    (
        "comments with name lines and ambiguous dates, after the outlet's credit line",
        [
            (T, LEAD),
            (T, LAST),
            (R, "CW. com / Harbour Flash News 2019."),
            (M, "Mara Quill\nMara Quill\n04-03-19 09:12\n\nLet them try it! They said so in 1931 too."),
            (M, "Reply to  Mara Quill\n04-03-19 10:40\n\nNobody will fight over fish… Read more »"),
        ],
    ),
    (
        "comments under a heading, name and stamp on one line",
        [
            (T, LEAD),
            (T, LAST),
            (M, "2 comments"),
            (M, "harbour_dan 4 Mar 2019 1.07\nThey will send 50,000 men.\n3 likes"),
        ],
    ),
    (
        "comments with relative stamps",
        [(T, LEAD), (M, "Tom K.\n3 hours ago\nThis ends badly for everyone, mark my words."), (M, "Reply\nLike")],
    ),
    (
        "letters under a rule",
        [(T, LEAD), (T, LAST), (M, "-----\nLETTERS\nSend the fleet before it is too late.\nBob from Ost, 3/6/94")],
    ),
    (
        "debris between paragraphs and below the story",
        [
            (T, LEAD),
            (X, "ADVERTISEMENT"),
            (T, MORE),
            (X, "READ MORE: How a line on a chart became a border"),
            (T, LAST),
            (X, "Related articles\nNorland signs fisheries pact\nThe strait in maps"),
            (X, "Sign up for our morning newsletter"),
            (X, "© 2019 Hale Post. All rights reserved."),
        ],
    ),
    (
        "an old paper: stacked heads in capitals, a dateline of its own, a correspondent",
        [
            (H, "NORLAND CLOSES THE STRAIT\nPOWERS PROTEST"),
            (B, "From Our Own Correspondent"),
            (D, "PORT HALE, Monday, March 4, 1912."),
            (T, LEAD),
            (T, LAST),
        ],
    ),
    (
        "a stamp line above the story is no comment",
        [(H, "Norland shuts strait"), (B, "Ana Brandt"), (D, "3 March 2019, 10:04 GMT"), (T, LEAD), (T, LAST)],
    ),
    (
        "a section's name above the headline, a question as headline",
        [(X, "World"), (H, "Will Norland open the strait again?"), (B, "By Ana Brandt | 4 March 2019"), (T, LEAD)],
    ),
    (
        "a dateline further down, as round-ups have it",
        [
            (T, LEAD),
            (D, "GENEVA (Coast Wire) —"),
            (T, "+ Mediators met for a third day without result, a diplomat said."),
        ],
    ),
    (
        "headings within the story are body",
        [(T, LEAD), (T, "What happens now?"), (T, MORE), (T, "A long quarrel"), (T, LAST)],
    ),
    (
        "an opening mark without a close, and a paragraph without its full stop, stay body",
        [(T, LEAD), (T, "“We will not be moved, he added"), (T, LAST)],
    ),
]


def typed(parts: list[Part], between: str) -> tuple[str, tuple[Zone, ...], list[ZoneKind]]:
    """Return a page, its zones, and the kind that each of its characters was written as; `+` goes on with the line."""
    text, kinds = "", []
    for kind, words in parts:
        gap = "" if not text else " " if words.startswith("+ ") else between
        words = words.removeprefix("+ ")
        text += gap + words
        kinds += [kind] * (len(gap) + len(words))
    pieces = [Piece(span) for span in paragraphs(text, 0, len(text))]
    return text, zones(text, pieces), kinds


@pytest.mark.parametrize("between", ["\n\n", "\n", "\r\n\r\n"], ids=["blank lines", "newlines", "CRLF"])
@pytest.mark.parametrize(("why", "parts"), PAGES, ids=[why for why, _ in PAGES])
def test_every_character_comes_back_as_the_kind_it_was_written_as(why: str, parts: list[Part], between: str) -> None:
    """A page's zones are those that a careful reader sees, whatever stands between its paragraphs."""
    text, found, kinds = typed(parts, between)
    wrong = [
        (zone.kind.value, text[offset : zone.span.end])
        for zone in found
        for offset in range(zone.span.start, zone.span.end)
        if not text[offset].isspace() and kinds[offset] is not zone.kind
    ]

    assert wrong[:1] == [], why


@pytest.mark.parametrize(("why", "parts"), PAGES, ids=[why for why, _ in PAGES])
def test_zones_cover_every_non_blank_character_exactly_once(why: str, parts: list[Part]) -> None:
    """No character is lost between zones and none stands in two."""
    text, found, _ = typed(parts, "\n\n")
    covered = [
        offset for zone in found for offset in range(zone.span.start, zone.span.end) if not text[offset].isspace()
    ]

    assert [offset for offset, character in enumerate(text) if not character.isspace()] == covered
    assert all(not text[zone.span.start].isspace() and not text[zone.span.end - 1].isspace() for zone in found)


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("The two leaders meet in Port Hale on Friday to discuss the closure of the strait.", "a meeting to come"),
        ("The treaty was signed in Port Hale, Norland, on Friday, May 3, 1994, by both governments.", "a past event"),
        ("Peace talks resume on Monday, and the ferry to Ost will run again, the ministry announced.", "a plan"),
        ("She walks to the port every Friday and waits for news of the crew, a neighbour said.", "a report"),
        (
            "Share prices fell by 4 per cent in Port Hale on Monday after the strait had been closed.",
            "begins like debris",
        ),
        ("Video shows men in uniform boarding the tanker, the ministry in Port Hale said on Sunday.", "not a caption"),
        ("Related claims by Norland were denied by the embassy of Estmark in Port Hale on Tuesday.", "not a link"),
        ("By Monday the troops had left the port and the customs house, witnesses in Ost reported.", "not a byline"),
        ("Files that the court released on March 3, 2019, show that both navies had orders to fire.", "not FILE –"),
        ("The court (left without a quorum since May) cannot rule on the strait before the autumn.", "not (left)"),
    ],
)
def test_body_is_not_taken_for_anything_else(sentence: str, why: str) -> None:
    """A paragraph of the story keeps its claims though a word or a date in it looks like another zone's."""
    text = f"{LEAD}\n\n{sentence}\n\n{LAST}"
    pieces = [Piece(span) for span in paragraphs(text, 0, len(text))]

    assert [zone.kind for zone in zones(text, pieces)] == [T], why


def test_what_the_markup_says_of_a_block_wins_over_its_words() -> None:
    """A block in a page's comment section is a comment, though it reads like the story."""
    text = f"{LEAD}\n\n{MORE}\n\n{LAST}"
    spans = paragraphs(text, 0, len(text))
    pieces = [
        Piece(spans[0], "/html/body/article[1]/p[1]", (), True),
        Piece(spans[1], "/html/body/section[1]/p[1]", (M,), False),
        Piece(spans[2], "/html/body/aside[1]/p[1]", (), False),
    ]

    assert [zone.kind for zone in zones(text, pieces)] == [T, M, X]


def test_a_known_title_is_the_headline_whatever_it_looks_like() -> None:
    """A headline that reads like a paragraph is one where a sidecar says so."""
    text = f"{LAST}\n\n{LEAD}"
    pieces = [Piece(span) for span in paragraphs(text, 0, len(text))]

    assert [zone.kind for zone in zones(text, pieces, LAST)] == [H, T]


def test_no_zone_is_empty_and_no_text_is_no_zone() -> None:
    """White space alone has no zones."""
    assert zones(" \n ", []) == ()
    assert (Zone(T, Span(0, 2)),) == zones("No", [Piece(Span(0, 2))])
