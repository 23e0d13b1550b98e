"""
Furniture of a page, line by line, around one story: who signs it, when and where, pictures, readers, the paper itself.

Each line stands where pages print it: between headline and story, within the story or below its last paragraph.
"""

from __future__ import annotations

import re

import pytest

from sayso.article.cutting import Piece
from sayso.article.zones import zones
from sayso.spans import Span
from sayso.terms import ZoneKind

TITLE = "Norland shuts strait, vows to stop tankers"
STORY = (
    "Norland closed the Strait of Hale to foreign tankers on Monday, hours after talks in the capital had failed.",
    "“If they send one more ship, we will stop it,” the port commander told reporters, according to the Hale Post.",
    "The two governments have quarrelled over the strait since 1931, and no date for further talks has been set.",
)
OUTLET = "Hale Post"

BELOW_TITLE = {
    ZoneKind.BYLINE: (
        "Ana Brandt, Defence Correspondent",
        "ANA BRANDT reports from Port Hale",
        "Words: Ana Brandt",
        "By our diplomatic staff",
        "From our economics editor",
        "From our sister paper, the Ost Gazette",
        "INTERVIEW by Ana Brandt",
        "As told to Ana Brandt",
        "Special dispatch from Ana Brandt",
        "Ana Brandt, our man in Port Hale",
        "Filed from Port Hale by Ana Brandt",
        "Our correspondent in Port Hale",
        "Ana Brandt (Port Hale)",
        "ANA BRANDT",
        "By ANA BRANDT, Associated Writer",
        "Ana Brandt | Hale Post",
        "by our military correspondent",
        "By Kim Se-jung",
        "[FROM OUR SPECIAL CORRESPONDENT.]",
        "By our Ost stringer",
        "From NORDHALE correspondent Ana Brandt",
        "Staff Writer (CWX) | 4 March 1994, 3:41 pm | 4",
        "March 4, 2014 10:17 pm   •   By ANA BRANDT Hale Post",
        "Coast Press Agency",
    ),
    ZoneKind.DATELINE: (
        "PORT HALE, March 4",
        "Hale Post, 4 March 1994",
        "Friday, March 4, 1994; Page A01",
        "Page last updated at 08:10 GMT, Friday, 4 March 1994 09:10 UK",
        "LAST UPDATE: 04/03/1994 - 22:15",
        "Published: Friday March 4, 1994 | Section: News",
        "4 March 1994, Friday / THE HALE POST WITH AGENCIES, PORT HALE",
        "Vol. LXI. No. 18,402    FRIDAY, MARCH 4, 1994    PRICE ONE PENNY",
        "English service for Ost, news at 20.00, March 4, 1994",
        "Hale Post, Saturday, 4 March 1994",
        "Evening report, Friday, 4 March 1994",
        "English service, 4 March 1994, 18.00 hours",
        "Port Hale, Monday night",
        "Coast Press Office - English bulletin - Port Hale, Friday 4 March 1994",
        "Hale Online, Friday 4 March 1994. All times GMT",
        "PORT HALE, MARCH 4",
        "(Port Hale, March 4)",
        "Port Hale (Norland), 4 March",
        "4 March 1994, Port Hale",
        "March 1994",
        "Monday evening",
        "Vol. 12, No. 40, 4 March 1994",
        "4 March 1994 | Port Hale",
        "Friday 4 March 1994, 9 p.m.",
        "PORT HALE: Friday",
        "Last updated: 4 Mar 2019",
        "Last updated: 11 min ago",
        "March 4, 1994, Friday, Late Edition - Final",
    ),
}
ABOVE_TITLE = (
    "Home | World | Opinion | Sport",
    "Home World Politics Business Opinion Sport",
    "THE HALE POST ONLINE",
    "hale-post.example",
    "Front page",
    "LATEST",
    "BC-Norland-Strait, 2nd Ld-Writethru",
    "URGENT",
    "Eds: UPDATES with reaction of Estmark, 4th graf",
)
WITHIN = {
    ZoneKind.CAPTION: (
        "Above: sailors line the deck of the frigate Tern.",
        "A file picture of the port of Hale.",
        "[Picture: the port of Hale after the raid]",
        "Our picture shows the bridge at Ost before it was blown up.",
        "Left to right: President Quill, Minister Brandt.",
        "President Quill (centre) arrives for talks in Geneva.",
        "Photo 2: The customs house after the fire",
        "Still from a video released by the navy",
        "File photograph of tankers on the road to Ost",
        "<CAPTION> Tankers wait off Port Hale.",
        "Photo by Ana Brandt / CWX: Tankers wait off Port Hale in the evening.",
        "Photo above: tankers wait off Port Hale.",
        "📷 Picture: tankers wait off Port Hale.",
        "Tankers were turned back for two days (file photo)",
    ),
    ZoneKind.CREDIT: (
        "Pic: Ana Brandt/Coast Wire",
        "Photos: Ana Brandt and Tom Okoro",
        "PHOTO | ANA BRANDT",
        "© Coast Wire/Ana Brandt",
    ),
    ZoneKind.BODY: (
        "What happens now?",
        "The treaty lapsed on 3 May 1991 and was not renewed.",
        "It was published on 3 May 1994.",
        "From Cairo correspondent Holt fled.",
        "The Red Cross left Hale with other agencies.",
        "Tagged by the army, the men were shot at dawn.",
        "This report was amended by the Foreign Office.",
        "I understand and agree with the President.",
        "By continuing, you risk war.",
        "Illustration. The case of Ost shows this.",
        "Photo by photo: the evidence is clear.",
        "“Nobody should doubt it,” he said.",
        "He was the voice of reason.",
        "Price rises followed.",
        "Minister Brandt replied: “Never.”",
        "The minister commented: no.",
        "Photographs of the wreck were handed to the press.",
        "Watch officers saw the flash.",
        "Letters were found on the dead man.",
        "Read my lips, he told them: no ship will pass.",
        "1. Norland shall open the strait.",
        "Q: Will you open the strait?",
        "Comment was impossible to obtain.",
        "QUILL: We shall see.",
        "Sir John replied that the fleet was ready.",
        "The Ost Gazette is published by the army of Estmark, which took it over in 1992 and has not let go since.",
    ),
}
BELOW = {
    ZoneKind.CREDIT: (
        "(Coast Wire)",
        "— Coast Wire",
        "With agencies",
        "Based on reports by Coast Wire and AFP",
        "From Coast Wire and other agencies",
        "This report was supplied by Coast Wire.",
        "Translated from the Norlandish by Tom Okoro",
    ),
    ZoneKind.BOILERPLATE: (
        "Copyright 1994 by Coast Wire",
        "(c) Coast Wire 1994. Not for redistribution.",
        "An earlier version of this report misstated the tonnage of the ship.",
        "Small advertisements: page 9.",
        "Editors: pictures of the strait follow by wire.",
        "Show older comments",
        "Please share this article with others using its link.",
        "Our offices are at 4 Quay Street, Port Hale.",
        "The Hale Post is published by Quay Press Ltd. P.O. Box 12, Port Hale. Price 4 pence.",
        "Radio Hale is the voice of the Government. Next bulletin at 22.00 hours.",
        "Weather: fog, clearing by noon.",
        "High water tomorrow 05.40 and 18.10. Hale Post, Quay Street, Port Hale.",
        "This is a developing story.",
        "Editor: M. Quill. Printed at the Quay Press.",
        "CORRECTION: A map on Monday put Ost in the wrong country. It is in Estmark.",
        "Tonight on Radio Hale: 19.30 Sea songs; 20.00 News",
        "Most read: 1. Brewery shuts 2. Hale lose again",
        "Reader, if you wish to give: account 4471 at the Bank of Ost. We publish no anonymous letters.",
        "See editorial, page 6",
        "STRAIT, From A1",
        "Other cable news on page 12.",
        "Mara Quill is Hale Post's correspondent in Ost.",
        "* I understand and agree that my address is kept.",
        "By signing up you agree to our terms.",
        "Read | The strait in numbers",
        "— Strait Watch (@straitwatch) March 4, 2014",
        "Click to share on Twitter (Opens in new window)",
        "This article was amended on 6 March 1994 to correct the name of a ship.",
        "MORE: The palace, the admiral and the missing ships",
        "Comments are reserved for our subscribers.",
        "Our live page closes here. Good night from Port Hale!",
        "Privacy | Terms | Contact",
        "Ana Brandt is a writer based in Port Hale.",
        "About the author: Ana Brandt is our correspondent in Port Hale.",
        "Reproduction without leave is forbidden.",
        "Monitor's note: the signal was jammed during the second item.",
        "(Reception fair, some fading after 1940.)",
        "To advertise in these pages call Port Hale 2-13456.",
        "Printed for the proprietors at the Quay Press, New Road.",
        "← Older post | Newer post →",
        "Proudly powered by PressWorks",
        "This live page is now closed. You can follow the news of the strait here.",
    ),
    ZoneKind.COMMENT: (
        "READERS WRITE\nTom K., Ost (5/3/94): Send the fleet!",
        "COMMENT ON THIS STORY\nharbour_12: Send the fleet!",
        "READERS' BOARD (2)\nharbour_dan: Send the fleet!\nMara, Ost: Never.",
        "T. Kay, Ost, 5 March 1994, 8:40: Send the fleet, and soon.",
        "Dear Editor, my nephew says that the fleet has sailed. Is it true? -- Letter from T. K., Ost",
        "Join the discussion\nharbour_dan: Send the fleet!",
        "FROM OUR FORUM\nTom K. from Ost writes: Send the fleet!",
        "[harbour_dan, 4 March 2019, 10:04] Send the fleet!",
        "Tom (Ost): Send the fleet!\nMara (Hale): Never.",
        "Paul, 10:04: Send the fleet!\nMara, 10:09: Never!",
        "YOUR VIEWS\nPaul, Ost: Send the fleet!",
        "💬 3 comments\nOlena: my windows shook\nPaul_91: they hit the port",
        "Posted by: Paul | March 4, 2019 10:04 AM\nSend the fleet!",
    ),
}  # fmt: skip


def kinds(before: tuple[str, ...], line: str, after: tuple[str, ...]) -> set[ZoneKind]:
    """Return the kinds of zone that a line comes back as on a page."""
    text = "\n\n".join((*before, line, *after))
    pieces = [Piece(Span(*found.span())) for found in re.finditer(r"[^\n]+", text)]
    place = Span(text.index(line), text.index(line) + len(line))
    return {zone.kind for zone in zones(text, pieces, None, OUTLET) if zone.span.overlaps(place)}


def rows(lines: dict[ZoneKind, tuple[str, ...]]) -> list[tuple[str, ZoneKind]]:
    """Return line and kind of each."""
    return [(line, kind) for kind, those in lines.items() for line in those]


@pytest.mark.parametrize(("line", "expected"), rows(BELOW_TITLE))
def test_a_line_below_the_headline(line: str, expected: ZoneKind) -> None:
    """Who signs a story, and where and when it was written, is told between headline and story."""
    assert kinds((TITLE,), line, STORY) == {expected}


@pytest.mark.parametrize("line", ABOVE_TITLE)
def test_a_line_above_the_headline(line: str) -> None:
    """The paper's own name and the way to the page are no headline."""
    assert kinds((), line, (TITLE, *STORY)) == {ZoneKind.BOILERPLATE}


@pytest.mark.parametrize(("line", "expected"), rows(WITHIN))
def test_a_line_within_the_story(line: str, expected: ZoneKind) -> None:
    """Pictures are told from a story's own short lines, which stay body."""
    assert kinds((TITLE, STORY[0]), line, STORY[1:]) == {expected}


@pytest.mark.parametrize(("line", "expected"), rows(BELOW))
def test_a_line_below_the_story(line: str, expected: ZoneKind) -> None:
    """Suppliers, readers and the paper's word about itself stand below the last paragraph and are none of it."""
    assert kinds((TITLE, *STORY), line, ()) == {expected}


@pytest.mark.parametrize(
    ("words", "credit"),
    [
        ("Sailors aboard the frigate Tern last month. They said the fleet would attack at dawn.", "(Coast Wire)"),
        ("The wreck of the Tern, seen from the air.", "— Photo Coast Wire"),
        ("Norland troops dig in near Ost. One of them said: “We shall take the town.”", "Photo: Tom Okoro/Coast Wire"),
    ],
)
def test_a_caption_ends_in_its_credit(words: str, credit: str) -> None:
    """What a caption claims is the caption's, also in its second sentence."""
    line = f"{words} {credit}"
    assert kinds((TITLE, STORY[0]), line, STORY[1:]) == {ZoneKind.CAPTION, ZoneKind.CREDIT}


def test_a_list_of_other_stories_is_debris_to_its_end() -> None:
    """Also where one of them reads as a caption does."""
    after = ("Related stories", "Fog holds ships at Ost", "Prices rise for third week", "Fishermen march on the palace")

    assert kinds((TITLE, *STORY, *after[:2]), after[2], after[3:]) == {ZoneKind.BOILERPLATE}


def test_speakers_in_capitals_are_no_datelines() -> None:
    """In an interview `QUILL:` says who speaks; nothing of what is said becomes a dateline."""
    talk = (
        "QUILL: The strait stays shut.",
        "BRANDT: For how long?",
        "QUILL: Until they leave Ost. I have no more to say.",
    )
    text = "\n\n".join((TITLE, *talk))
    pieces = [Piece(Span(*found.span())) for found in re.finditer(r"[^\n]+", text)]
    assert [zone.kind for zone in zones(text, pieces)] == [ZoneKind.HEADLINE, ZoneKind.BODY]
