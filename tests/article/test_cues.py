"""Lines that are a dateline, a byline, a credit, a caption or debris by their own words, and lines that are not."""

from __future__ import annotations

import pytest

from sayso.article import bylines, captions, comments, credit_lines, datelines, debris, titles
from sayso.spans import Span


@pytest.mark.parametrize(
    ("dateline", "why"),
    [
        ("PORT HALE, March 3 (Coast Wire) —", "place, day, agency"),
        ("PORT HALE, Norland, Dec. 19 —", "place, region, day"),
        ("PORT HALE —", "a place in capitals and a dash"),
        ("PORT HALE (CW) —", "no day"),
        ("PORT HALE, Oct. 22--", "two hyphens"),
        ("PORT HALE, Sunday, Oct. 28—", "a weekday before the day"),
        ("PORT HALE, July 24, 1914. —", "a full stop before the dash"),
        ("PORT HALE, March 3. /CW/.", "an agency between strokes"),
        ("ST. ANN, Norland —", "a saint"),
        ("PORT HALE/OST, March 3 (Coast Wire) -", "two places"),
        ("Port Hale, March 3 (CW) —", "small letters with a day and an agency"),
        ("Hale (dpa) –", "an agency in small letters"),
        ("(Coast Wire) -", "an agency alone"),
        ("March 3 (CW) --", "a day and an agency"),
        ("PORT HALE:", "a colon"),
        ("Port Hale, Dec. 28:", "a place in small letters with a day and a colon"),
        ("Port Hale -", "a bare name, as the first paragraph only"),
    ],
)
def test_a_dateline_is_cut_from_the_paragraph_it_opens(dateline: str, why: str) -> None:
    """The dash belongs to the dateline, the words behind it to the story."""
    text = f"{dateline} The port was closed on Monday, the minister said."

    assert Span(0, len(dateline)) == datelines.opening(text, Span(0, len(text)), is_first=True), why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("President Okoro said the port was closed.", "a plain sentence"),
        ("BREAKING: The port was closed.", "a label"),
        ("NATO: The alliance met.", "an organisation"),
        ("The U.S. - and others - agreed.", "a dash within the sentence"),
        ("Ana Quill (D-Hale) — a senator — agreed.", "a politician's party"),
        ("Peace talks - The minister's hope - failed.", "a noun in small letters"),
        ("“No” — that was the answer.", "a quotation"),
        ("Minister Brandt (left) said so.", "brackets"),
    ],
)
def test_a_sentence_is_no_dateline(text: str, why: str) -> None:
    """Capitals, dashes and brackets open sentences too."""
    assert datelines.opening(text, Span(0, len(text)), is_first=True) is None, why


def test_a_day_with_a_colon_heads_the_story_and_nothing_below() -> None:
    """Further down it is an entry in a list of days."""
    text = "Port Hale, Dec. 28: the port was closed on Monday."

    assert datelines.opening(text, Span(0, len(text)), is_first=False) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("HALE, Tuesday, October 30, 1956", True),
        ("Published 12 March 1994", True),
        ("Updated: 3 March 2022, 10:04 GMT", True),
        ("Published: March 3, 2022 | Updated: March 4, 2022", True),
        ("Tue 5 Dec 2023 21.14 GMT", True),
        ("March 3, 2022 10:04 AM EST", True),
        ("HALE, Monday.", True),
        ("PORT HALE, June 15, 1994 (Coast Wire) --", True),
        ("The talks failed on March 3, 1994", False),
        ("Hale Post", False),
    ],
)
def test_a_line_of_its_own_may_be_a_dateline(line: str, expected: bool) -> None:
    """A place with a day, or only when the page was published."""
    assert expected is datelines.is_line(line, Span(0, len(line)))


@pytest.mark.parametrize(
    ("line", "names", "why"),
    [
        ("By Ana Brandt and Tom Okoro", "Ana Brandt and Tom Okoro", "two names"),
        ("By Ana Brandt in Port Hale | 17 January 2017, 18:42 GMT", "Ana Brandt", "place and stamp are left out"),
        ("By Ana Brandt in Port Hale and Tom Okoro in Ost", "Ana Brandt and Tom Okoro", "a place for each"),
        ("BY ANA BRANDT, Coast Wire Writer", "ANA BRANDT", "an office is left out"),
        ("By Ana Brandt, Tom Okoro and Mara van der Quill", "Ana Brandt, Tom Okoro and Mara van der Quill", "three"),
        ("Written by Ana Brandt", "Ana Brandt", "written by"),
        ("Posted by Ana Brandt on March 3, 2022", "Ana Brandt", "posted by"),
        ("From ANA BRANDT in Port Hale", "ANA BRANDT", "from a name"),
        ("From Our Own Correspondent", None, "nobody is named"),
        ("By our correspondents in Ost and Hale", None, "nor here"),
        ("Special to The Hale Post", None, "nor here"),
    ],
)
def test_a_byline_names_who_signs(line: str, names: str | None, why: str) -> None:
    """The names stand as printed, without By, place, date and office."""
    assert bylines.is_line(line), why
    assert names == bylines.names_in(line), why


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the troops had withdrawn.",
        "By Friday",
        "By the time he left",
        "From the start, troops in Hale moved in",
        "By hook or by crook",
        "Brandt and Okoro met.",
    ],
)
def test_a_sentence_is_no_byline(line: str) -> None:
    """Every word of a byline may stand in one."""
    assert not bylines.is_line(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("(Norland Navy Press Office via CW)", True),
        ("(CW Photo/Ana Brandt)", True),
        ("(Admiralty photograph)", True),
        ("Photograph: Harbour Views", True),
        ("PHOTO BY ANA BRANDT, COAST WIRE", True),
        ("[Ana Brandt/Reuters]", True),
        ("REUTERS/Ana Brandt", True),
        ("Image source, Getty Images", True),
        ("Courtesy of the Ministry", True),
        ("Handout/Hale News Office", True),
        ("Photo: soldiers cross the river", False),
        ("(see picture below)", False),
        ("(Reuters)", False),
        ("Credit must go to the army", False),
        ("Video: Watch the minister speak", False),
    ],
)
def test_a_line_credits_a_picture(line: str, expected: bool) -> None:
    """Names and what they made, and not a sentence about pictures."""
    assert expected is credit_lines.is_picture_credit(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Harbour. com / Hale Flash News 2022.", True),
        ("(Reporting by Ana Brandt in Ost; Editing by Tom Okoro)", True),
        ("Coast Wire writers Ana Brandt and Tom Okoro contributed to this report.", True),
        ("© 1999 The Hale Post", True),
        ("The Hale Post. Copyright 1987.", True),
        ("Source: Reuters", True),
        ("(Reuters)", True),
        ("With inputs from agencies", True),
        ("Source says the army moved", False),
        ("Editing by the censor was what he had expected", False),
        ("Reporting by Ana Brandt has shown that the port is closed.", False),
    ],
)
def test_a_line_credits_the_text(line: str, expected: bool) -> None:
    """Who reported, supplied or owns it."""
    assert expected is credit_lines.is_text_credit(line)


@pytest.mark.parametrize(
    ("text", "credit", "is_picture"),
    [
        ("A man walks past, Jan. 27, 2021, in Ost. (Ana Brandt/Pool via CW)", "(Ana Brandt/Pool via CW)", True),
        ("Crowds celebrate in Ost. Photograph: Ana Brandt/West Light", "Photograph: Ana Brandt/West Light", True),
        ("The frigate Tern leaves port. Navy photo", "Navy photo", True),
        (
            "Workers in Ost on Tuesday.Credit...Ana Brandt for The Hale Post",
            "Credit...Ana Brandt for The Hale Post",
            True,
        ),
        ("Smoke rises [Ana Brandt/Reuters]", "[Ana Brandt/Reuters]", True),
        ("He said the talks failed. (Reuters)", "(Reuters)", False),
        ("The army moved. — AFP", "— AFP", False),
        ("He named the Coast Guard Organization (CGO).", None, False),
        ("He said so (see photo).", None, False),
        ("A poll found this (Reuters/Ipsos).", None, False),
    ],
)
def test_a_credit_ends_a_paragraph(text: str, credit: str | None, is_picture: bool) -> None:
    """A picture's credit shows that the words before it are a caption, a text's does not."""
    found = credit_lines.trailing(text, Span(0, len(text)))

    assert (None if credit is None else (credit, is_picture)) == (found and (found[0].of(text), found[1]))


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Norland's envoy testifies before the council, Wednesday, Jan. 27, 2021, in Ost.", True, "seen, full date"),
        ("Gutted cars after an air raid in the village of Ost, Norland, Friday, March 4, 2022.", True, "no verb"),
        ("Supporters of Ana Brandt celebrate in Port Hale on 2 December.", True, "seen, a day"),
        ("Norland marines dig trenches on the island, Dec. 11, 1978.", True, "seen, a date"),
        (
            "A man carrying a flag walks past a school damaged by shelling in Ost on Thursday.",
            True,
            "a participle first",
        ),
        ("The two leaders meet in Ost on Friday.", False, "a day to come"),
        ("The treaty was signed in Ost on Friday, May 3, 1994.", False, "a past"),
        ("She hangs up and waits for Friday.", False, "a pronoun"),
        ("Soldiers patrol the border on Tuesday, the ministry said.", False, "a report"),
        ("Smoke rises over the port.", False, "no date"),
    ],
)
def test_a_dated_scene_is_a_caption(text: str, expected: bool, why: str) -> None:
    """One sentence, a scene that a picture can show, dated as captions are."""
    assert expected is captions.is_dated_scene(text), why


@pytest.mark.parametrize(
    "line",
    [
        "Read more »",
        "READ MORE: How a chart became a quarrel",
        "Related: Who is Ana Brandt?",
        "Share this with Facebook Twitter WhatsApp",
        "ADVERTISEMENT",
        "Printed and published by Hale Newspapers Ltd. All rights reserved.",
        "* * *",
        "Sign up for our newsletter",
        "We use cookies to improve your experience.",
        "https://hale.example/news/1",
        "Tags: Norland, strait",
        "Continued on page 4",
        "Follow Ana Brandt on Twitter @anab",
    ],
)
def test_debris_is_told_by_its_words(line: str) -> None:
    """What a page puts around a story is nobody's claim."""
    assert debris.is_debris(line)


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell on Monday.",
        "Follow-up talks failed.",
        "Live fire was heard.",
        "The minister said all rights reserved to the state are void.",
        "Video shows ships crossing the line, officials said.",
        "Report: Norland to leave the pact",
        "Home Secretary resigns",
        "Topics on the table included arms.",
        "Subscribe to peace, he urged.",
    ],
)
def test_a_sentence_that_begins_like_debris_is_none(line: str) -> None:
    """Body keeps its claims."""
    assert not debris.is_debris(line)


@pytest.mark.parametrize(
    ("lines", "expected", "why"),
    [
        (["Story.", "Mara Quill", "04-03-19 09:12", "They will pay for it."], 1, "a name and a stamp"),
        (["Story.", "Mara", "Mara", "04-03-19 09:12", "They will pay."], 1, "a name printed twice"),
        (["Story.", "harbour_dan 6 Dec 2023 1.07", "Let them come!"], 1, "on one line"),
        (["Story.", "Selam — 4 Jul 2017, 08:15", "Trust me."], 1, "a dash between"),
        (["Story.", "2 comments", "Tom", "Not good."], 1, "a counted heading"),
        (["Story.", "-----", "LETTERS", "Send the fleet.", "Bob, 6/16/94"], 1, "a rule and a heading"),
        (["Story.", "Tom K.", "3 hours ago", "This ends badly."], 1, "so long ago"),
        (["Story.", "Ana Brandt", "3 March 2019 10:00"], None, "a signature at the end says nothing"),
        (["Story.", "Explosions heard in Ost", "13:42 GMT", "The port is on fire."], None, "a live report"),
        (["Story.", "Comments by the minister angered Ost.", "He left."], None, "a sentence"),
        (
            ["Story.", "Reactions", "The pact was praised in Ost.", "It was not in Hale."],
            None,
            "a heading of the story",
        ),
    ],
)
def test_comments_open_where_other_people_begin_to_speak(lines: list[str], expected: int | None, why: str) -> None:
    """A section opens with its heading or its first comment, and only below the story."""
    assert expected == comments.opening(lines, 0), why


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Norland shuts strait, vows to stop tankers", True),
        ("NORLAND CLOSES THE STRAIT.", True),
        ("Norland Says It Will Close Strait to Tankers.", True),
        ("Norland's envoy Ana Brandt left Port Hale for Ost.", False),
        ("PORT HALE — Norland closed the strait", False),
        ("In a statement the ministry said:", False),
    ],
)
def test_a_title_is_short_and_no_sentence(line: str, expected: bool) -> None:
    """A full stop ends a headline only where it is set as one."""
    assert expected is titles.is_title(line)
