"""Bytes of every encoding and of none."""

from __future__ import annotations

import pytest

from sayso.article.decode import clean, decode
from sayso.errors import InputError

WORDS = "“Enough,” said François – at last, in the café of Łódź."
LATIN = "“Enough,” said François – at last."


@pytest.mark.parametrize(
    ("data", "expected", "why"),
    [
        (WORDS.encode(), WORDS, "UTF-8"),
        (b"\xef\xbb\xbf" + WORDS.encode(), WORDS, "a byte order mark is taken away"),
        (WORDS.encode("utf-16"), WORDS, "UTF-16 with its mark"),
        (WORDS.encode("utf-16-le"), WORDS, "UTF-16 without a mark"),
        (WORDS.encode("utf-16-be"), WORDS, "the same the other way round"),
        (LATIN.encode("cp1252"), LATIN, "windows-1252"),
        (b"One\r\nTwo\r\n", "One\r\nTwo\r\n", "line ends stay"),
    ],
)
def test_text_is_decoded_unchanged(data: bytes, expected: str, why: str) -> None:
    """The canonical text of plain text is the decoded file."""
    assert expected == decode(data), why


@pytest.mark.parametrize(
    ("data", "reason", "why"),
    [
        (b"", "empty", "nothing"),
        (b" \r\n\t ", "empty", "white space"),
        ("\ufeff\u00a0\n".encode(), "empty", "only blanks that are no ASCII"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary", "a picture"),
        (b"%PDF-1.7 words words words", "binary", "a PDF begins like text"),
        (b"PK\x03\x04words", "binary", "an archive"),
        (b"words \x00 words", "binary", "a NUL"),
        (bytes(range(256)) * 8, "binary", "every byte there is"),
        (WORDS.encode() + "é".encode()[:1], "truncated", "cut inside the last character"),
        (b"plain words and then \xe2\x80", "truncated", "the same where all before is ASCII"),
        (WORDS.encode() * 3 + b" \xff " + WORDS.encode(), "encoding", "UTF-8 with one broken byte"),
        ("é é é é é é \ud800".encode("utf-8", "surrogatepass"), "encoding", "a surrogate written as UTF-8"),
        (b"no encoding has \x81 and \x8d and \x9d", "encoding", "bytes that windows-1252 lacks"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(data: bytes, reason: str, why: str) -> None:
    """A byte that fits no encoding refuses the file; nothing is mended inside somebody's quotation."""
    with pytest.raises(InputError) as caught:
        decode(data)

    assert reason == caught.value.reason, why


@pytest.mark.parametrize(
    ("data", "expected", "why"),
    [
        (b'<meta charset="iso-8859-1"><p>' + WORDS.encode(), WORDS, "UTF-8 declared as Latin-1"),
        (b'<meta charset="utf-8"><p>' + LATIN.encode("cp1252"), LATIN, "windows-1252 declared as UTF-8"),
        ('<meta charset="windows-1250"><p>Łódź'.encode("cp1250"), "Łódź", "a declaration that is true"),
        (WORDS.encode() * 4 + b" \xff end", "\ufffd end", "a broken byte is replaced in a page"),
    ],
)
def test_a_page_is_read_whatever_it_declares(data: bytes, expected: str, why: str) -> None:
    """What is valid UTF-8 is UTF-8; else the declared encoding, then what the bytes look like."""
    assert decode(data, is_page=True).endswith(expected), why


def test_lone_surrogates_become_replacement_characters() -> None:
    """No offset changes, and the text can be written."""
    assert clean("a\ud83db") == "a\ufffdb"
