"""A capture to an article: text, zones, sentences and publication data in one value."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from sayso.acquire.capture import Capture, Hints
from sayso.article.article import Article
from sayso.article.extract import extract
from sayso.errors import InputError
from sayso.terms import ZoneKind

STORY = (
    "Strait closed to tankers\n\nBy Ana Brandt\n\nPORT HALE, March 3, 1994 (Coast Wire) — Norland closed the Strait of "
    "Hale on Monday. “Nobody passes,” the minister said.\r\n\r\n"
    "The talks will go on in the capital until Friday, he added."
)


def article(data: str | bytes, media_type: str = "text/plain", hints: Hints | None = None) -> Article:
    """Return the article in some bytes."""
    raw = data.encode() if isinstance(data, str) else data
    return extract(Capture(raw, "x", datetime(1994, 3, 4, tzinfo=UTC), media_type, hints or Hints()))


def page(body: str, head: str = "") -> Article:
    """Return the article in a web page."""
    return article(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>", "text/html")


PARAGRAPHS = "".join(
    f"<p>The minister said on day {n} that the strait would stay closed to all ships." for n in range(8)
)


def test_plain_text_is_the_decoded_file_unchanged() -> None:
    """A byte order mark goes, line ends and blanks stay."""
    assert article(b"\xef\xbb\xbf" + STORY.encode()).text == STORY


def test_every_zone_has_its_sentences_and_paragraphs_keep_their_numbers() -> None:
    """A dateline and the story behind it stand in one paragraph."""
    found = article(STORY)
    told = [(found.zone_kind(one).value, one.paragraph, one.span.of(found.text)) for one in found.sentences]

    assert told == [
        ("headline", 0, "Strait closed to tankers"),
        ("byline", 1, "By Ana Brandt"),
        ("dateline", 2, "PORT HALE, March 3, 1994 (Coast Wire) —"),
        ("body", 2, "Norland closed the Strait of Hale on Monday."),
        ("body", 2, "“Nobody passes,” the minister said."),
        ("body", 3, "The talks will go on in the capital until Friday, he added."),
    ]


def test_what_is_known_of_the_publication_stands_in_the_article() -> None:
    """Read from the page where no hint says otherwise."""
    found = article(STORY)

    assert (
        found.title,
        found.byline,
        found.published,
        found.outlet,
        found.language,
    ) == ("Strait closed to tankers", "Ana Brandt", "1994-03-03", None, "en")


def test_the_same_bytes_of_another_outlet_are_another_article() -> None:
    """An article is its bytes, its outlet and its URL."""
    one, same, other = (article(STORY, hints=Hints(outlet=outlet)).id for outlet in ("A", "A", "B"))

    assert one == same
    assert one != other


def test_a_page_is_all_its_visible_blocks() -> None:
    """Story, caption, comments and menu each keep their element and their kind."""
    found = page(
        f"<nav><a href=/>Home</a></nav><article><h1>Strait closed to tankers</h1><p class=byline>By Ana Brandt</p>"
        f"{PARAGRAPHS}<figure><figcaption>A ship at anchor. <span class=credit>Tom Okoro</span></figcaption></figure>"
        f"</article><section id=comments><p>I do not believe a word of this, and nobody should.</section>"
    )
    kinds = [(zone.kind.value, zone.span.of(found.text)) for zone in found.zones]

    assert kinds[0] == ("boilerplate", "Home")
    assert kinds[1] == ("headline", "Strait closed to tankers")
    assert kinds[2] == ("byline", "By Ana Brandt")
    assert [kind for kind, words in kinds if words.startswith("The minister")] == ["body"] * 8
    assert kinds[11:13] == [("caption", "A ship at anchor."), ("credit", "Tom Okoro")]
    assert kinds[13][0] == "comment"
    assert found.zones[3].element == "/html/body/article[1]/p[2]"


def test_a_page_says_to_machines_when_it_was_published() -> None:
    """Metadata fills what the page does not print."""
    found = page(
        PARAGRAPHS,
        '<meta property="article:published_time" content="1994-03-03T10:00:00Z">'
        '<meta property="og:site_name" content="Post">',
    )

    assert (found.published, found.outlet) == ("1994-03-03", "Post")


@pytest.mark.parametrize("part", ["<p>{}</p>", "<article><p>{}</p></article>", "{}"])
def test_a_part_of_a_page_is_a_page(part: str) -> None:
    """What an export or an interface gives as `html` is seldom a whole page."""
    told = "The colonel warned on Monday that the bridge would be blown up."

    assert [zone.kind for zone in article(part.format(told), "text/html").zones] == [ZoneKind.BODY]


@pytest.mark.parametrize("key", ["text", "html"])
def test_a_json_line_holds_text_or_a_page(key: str) -> None:
    """Its text is canonical as it is; its page is read like any other."""
    found = article(json.dumps({key: STORY if key == "text" else PARAGRAPHS}), "application/json")

    assert (found.text == STORY) is (key == "text")
    assert "the minister said" in found.text.lower()


def test_comments_in_another_language_do_not_make_the_article_foreign() -> None:
    """The story's own words are its language."""
    found = article(
        f"{STORY}\n\nJean\n11-12-22 13:13\n" + "Le ministre est fou et la guerre est dans tous les journaux. " * 9
    )

    assert found.language == "en"
    assert ZoneKind.COMMENT is found.zones[-1].kind


def test_another_language_is_quarantined() -> None:
    """With the language in the detail."""
    with pytest.raises(InputError) as caught:
        article("Le ministre a déclaré que le détroit est fermé à tous les navires dans la région. " * 4)

    assert caught.value.reason == "language"
    assert "fr" in caught.value.detail
