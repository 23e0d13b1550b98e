"""Input that is empty, cut, mislabelled, hostile or merely strange ends as an article or as a reason, and in time."""

from __future__ import annotations

import gzip
import json
import time
import zlib
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.acquire.capture import Capture
from sayso.article.article import Article
from sayso.article.extract import extract
from sayso.article.reader import Reader
from sayso.errors import InputError

TOLD = "The minister said on Monday that the strait would stay closed to all ships until the talks had ended. "
PAGE = "".join(f"<p>{TOLD}{n}." for n in range(6))
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + zlib.compress(bytes(500))


def outcome(data: str | bytes, media_type: str = "text/plain") -> Article | str:
    """Return the article, or the reason why there is none."""
    raw = data if isinstance(data, bytes) else data.encode()
    try:
        return extract(Capture(raw, "x", datetime(2000, 1, 1, tzinfo=UTC), media_type))
    except InputError as error:
        return error.reason


@pytest.mark.parametrize(
    ("data", "reason", "why"),
    [
        (b"", "empty", "nothing"),
        (b" \n\t\r\n ", "empty", "only white space"),
        (b"\xef\xbb\xbf", "empty", "only a byte order mark"),
        ("\u200b\u00a0\n", "empty", "only blanks without a shape"),
        ("*** --- ***\n1234", "no_article", "no word"),
        (PNG, "binary", "a picture"),
        (gzip.compress(TOLD.encode() * 50), "binary", "a compressed file"),
        (b"PK\x03\x04" + bytes(100), "binary", "an archive"),
        (bytes(range(256)) * 20, "binary", "every byte"),
        (TOLD.encode() + b"\x00" + TOLD.encode(), "binary", "a NUL in the middle"),
        ((TOLD + "“No” in the café").encode()[:-1], "truncated", "cut inside the last character"),
        ((TOLD + "“no”").encode("utf-16")[:-1], "truncated", "the same in UTF-16"),
        (("“é” " * 9).encode() + b"\xff " + TOLD.encode(), "encoding", "one broken byte in UTF-8"),
        (("é" * 9 + "\ud800").encode("utf-8", "surrogatepass"), "encoding", "a surrogate written as bytes"),
        ("слова " * 60, "language", "another script"),
        ("le ministre a dit que la guerre est dans les mains de la France et des autres. " * 5, "language", "French"),
        ("word " * 4_000_000, "too_large", "a line of 20 MB"),
        ("a" * 20_000_000, "too_large", "a word of 20 MB"),
        (TOLD[:1] + "\n" * 5 + "x\n" * 20_000, "too_large", "more paragraphs than any article has"),
    ],
)
def test_what_cannot_be_read_has_its_reason(data: str | bytes, reason: str, why: str) -> None:
    """Bad input never escapes as a traceback."""
    assert reason == outcome(data), why


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (TOLD, "one sentence"),
        ("War is over", "no mark at all"),
        (TOLD.strip() + " “We will not", "a quotation without its close, and cut"),
        ("(((((" * 2_000 + TOLD, "brackets without a close"),
        ("“" * 50_000 + TOLD, "marks without a close"),
        (TOLD * 5_000, "one line of half a megabyte"),
        (". " * 200_000 + TOLD, "nothing but ends of sentences"),
        ("PORT HALE, March 3, 1870. — " + TOLD, "an article of 1870"),
        (TOLD.encode("utf-16"), "UTF-16"),
        (("“No,” he said, in the café. " + TOLD).encode("cp1252"), "windows-1252 that nobody named"),
        (TOLD + "\u202e\u2066\x1b[31m\x07", "control characters that terminals obey"),
        (TOLD + "e" + "\u0301" * 50_000, "one letter with 50,000 accents"),
        (TOLD.replace(" ", "\u3000"), "blanks of another script"),
        ("By " * 20_000 + TOLD, "a byline without end"),
        ("PORT " * 200 + "— " + TOLD * 40, "a dateline without end"),
        ("\n".join(["Comments"] * 3_000) + "\n" + TOLD, "headings of comments that never come"),
        (TOLD + "\n" + "\n".join(["Mara", "11-12-22 13:13"] * 2_000), "a thousand comments without words"),
    ],
)
def test_what_is_only_strange_is_read(data: str | bytes, why: str) -> None:
    """Every non-blank character stands in a zone, and in a sentence of it, within two seconds."""
    start = time.process_time()
    found = outcome(data)

    assert isinstance(found, Article), (found, why)
    assert "".join(found.text.split()) == "".join("".join(zone.span.of(found.text).split()) for zone in found.zones)
    assert "".join(found.text.split()) == "".join("".join(one.span.of(found.text).split()) for one in found.sentences)
    assert time.process_time() - start < 2, why


@pytest.mark.parametrize(
    ("html", "expected", "why"),
    [
        ("", "empty", "nothing"),
        ("<html><body></body></html>", "no_article", "no text"),
        ("<script>alert('The minister said that war is over.')</script>", "no_article", "only a script"),
        ("<nav><a href=/>Home</a><a href=/w>World</a></nav>", "no_article", "only a menu"),
        (PAGE, 6, "no frame around the paragraphs"),
        ("<div>" * 1_000 + PAGE + "</div>" * 1_000, 6, "1,000 deep"),
        ("<div>" * 50_000 + PAGE + "</div>" * 50_000, 6, "50,000 deep"),
        ("<div>" * 50_000 + PAGE, 6, "50,000 deep and never closed"),
        ("<b><i>" * 5_000 + PAGE, 6, "tags of type that are never closed"),
        ("</div>" * 5_000 + PAGE, 6, "closed and never opened"),
        (PAGE + "<p", 6, "cut inside a tag"),
        (PAGE + "<!-- ", 6, "cut inside a comment"),
        (PAGE.replace("<p>", "<p><script>evil('said the minister')</script><style>p{}</style>"), 6, "scripts between"),
        (PAGE + "&#0;&#xD800;&#x110000;&bogus;", 6, "references to no character"),
        ('<meta charset="utf-16">' + PAGE, 6, "a charset that is a lie"),
        ('<meta charset="no-such">' + PAGE, 6, "a charset that nobody knows"),
        ("<p>" + "x" * 2_000_000, "too_large", "more text than any article has"),
    ],
)
def test_pages_end_as_an_article_or_as_a_reason(html: str, expected: str | int, why: str) -> None:
    """No text is lost however deep it stands, none is read that nobody sees."""
    found = outcome(html, "text/html")

    if isinstance(expected, str):
        assert expected == found, why
    else:
        assert isinstance(found, Article), (found, why)
        assert expected == found.text.count("The minister said on Monday"), why
        assert "evil" not in found.text


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ({"text": TOLD + "\ud83d"}, Article),
        ({"html": f"<p>{TOLD}\ud83d<p>{TOLD}"}, Article),
        ({"text": " "}, "empty"),
        ({"text": "a\u0000b"}, "binary"),
        ({"html": "<nav>x"}, "no_article"),
    ],
)
def test_lone_surrogates_of_json_do_no_harm(line: dict[str, str], expected: type | str) -> None:
    """A text that could never be written again is mended by one character, its offsets kept."""
    found = outcome(json.dumps(line), "application/json")

    assert expected == (found if isinstance(found, str) else type(found))
    assert isinstance(found, str) or found.text.encode()


def test_a_page_that_takes_too_long_is_refused_and_the_next_one_is_read() -> None:
    """The child is buried with it, and a new one reads on."""
    reader = Reader(limit_seconds=0.3)
    try:
        with pytest.raises(InputError) as caught:
            reader.read("<p>x" * 900_000)
        assert caught.value.reason == "timeout"
        reader._limit = 20.0
        assert len(reader.read(PAGE).blocks) == 6
    finally:
        reader.close()


def test_a_reader_that_dies_is_reported_and_replaced() -> None:
    """A crash costs one page."""
    reader = Reader()
    try:
        assert len(reader.read(PAGE).blocks) == 6
        assert reader._child is not None
        reader._child.kill()
        reader._child.wait()
        assert len(reader.read(PAGE).blocks) == 6
    finally:
        reader.close()


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from(list("aA.“”\"'() \n\r\t-—:/|0©[]?!…,éS")), max_size=300))
def test_any_text_is_covered_exactly_once(text: str) -> None:
    """Zones and sentences hold every character of whatever is pasted, and hold it once."""
    found = outcome(text)

    assert isinstance(found, Article) or found in ("empty", "no_article", "language")
    if isinstance(found, Article):
        ink = "".join(found.text.split())
        assert ink == "".join("".join(zone.span.of(found.text).split()) for zone in found.zones)
        assert ink == "".join("".join(one.span.of(found.text).split()) for one in found.sentences)
        assert all(one.span in found.zones[one.zone].span for one in found.sentences)
        assert sorted(one.paragraph for one in found.sentences) == [one.paragraph for one in found.sentences]


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_end_as_an_article_or_as_a_reason(data: bytes) -> None:
    """Whatever the bytes, there is no third way out."""
    assert isinstance(outcome(data), Article | str)
