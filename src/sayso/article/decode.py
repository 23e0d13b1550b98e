"""
Bytes to text: the encoding that was named or is found, or the reason why these bytes are no text.

The rule: what is valid UTF-8 is UTF-8, whatever a page declares, since no other encoding's words look like it. What
is not is read in the declared encoding, then in a detected one. Plain text is never mended: a byte that fits no
encoding refuses the file, because a replacement would stand inside somebody's quotation. Web pages are, since one
broken byte in a footer must not cost the article.

Only a byte order mark is taken away. Line ends stay as they are, so that offsets count the decoded file.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from resiliparse.parse.encoding import detect_encoding

from sayso.errors import InputError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Formats whose first bytes could pass for text.
_MAGIC: Final = (b"%PDF-", b"{\\rtf", b"%!PS", b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"GIF8", b"\xff\xd8\xff")
_DECLARED: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:\-]{2,40})", re.IGNORECASE)
_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1a\x1b"))
_HIGH: Final = re.compile(rb"[\x80-\xff]+")
_SEQUENCE: Final = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")

# Share of control characters above which bytes are no text; files of the corpora have none, old wire copy a few.
_CONTROLS_MAX: Final = 0.002
_CONTROLS_FEW: Final = 4
# The encodings that a page in Latin script which says one of these means (WHATWG Encoding Standard, "windows-1252").
_LATIN: Final = frozenset(("latin-1", "latin1", "iso-8859-1", "iso8859-1", "ascii", "us-ascii"))


def decode(data: bytes, *, is_page: bool = False) -> str:
    """
    Return the text of some bytes.

    Args:
        data: The bytes of a file.
        is_page: They are HTML: a declaration inside them counts, and single broken bytes are replaced.

    Raises:
        InputError: `empty`, `binary`, `encoding`, or `truncated` where the last character is cut in two.
    """
    if not data.strip():
        raise InputError("empty", f"{len(data):,} bytes, none of them a letter" if data else "0 bytes")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_strict(data[len(mark) :], encoding))
    if data.startswith(_MAGIC):
        raise InputError("binary", f"it begins with {data[:8]!r}")
    return _checked(_without_mark(data, is_page))


def clean(text: str) -> str:
    """Return the text with lone surrogates, which no encoding can write, as U+FFFD; no offset changes."""
    return _SURROGATE.sub("\ufffd", text)


def _without_mark(data: bytes, is_page: bool) -> str:
    """Decode bytes that do not begin by naming their encoding."""
    wide = _wide_encoding(data)
    if wide:
        return _strict(data, wide)
    if b"\0" in data or _has_controls(data):
        raise InputError("binary", "it holds control characters that no text has")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and _is_cut(data, error.start):
            return _truncated(data, error, is_page)
    return _legacy(data, is_page)


def _is_cut(data: bytes, at: int) -> bool:
    """Tell whether bytes end inside a UTF-8 character: what went before is UTF-8, or two of its bytes are there."""
    return len(data) - at > 1 or (data[:at].isascii() is False and _is_mostly_utf8(data[:at]))


def _truncated(data: bytes, error: UnicodeDecodeError, is_page: bool) -> str:
    if is_page:
        return data[: error.start].decode("utf-8")
    raise InputError("truncated", f"the last character is cut after {len(data) - error.start} of its bytes")


def _legacy(data: bytes, is_page: bool) -> str:
    """Decode bytes that are not UTF-8."""
    if _is_mostly_utf8(data):
        if is_page:
            return data.decode("utf-8", "replace")
        raise InputError("encoding", "UTF-8 but for single bytes that belong to no encoding")
    for encoding in (_declared(data) if is_page else None, detect_encoding(data), "cp1252"):
        text = _attempt(data, "cp1252" if encoding in _LATIN else encoding)
        if text is not None:
            return text
    if is_page:
        return data.decode("cp1252", "replace")
    raise InputError("encoding", "not UTF-8, nor what its bytes look like")


def _attempt(data: bytes, encoding: str | None) -> str | None:
    if encoding is None or encoding == "utf-8":
        return None
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _declared(data: bytes) -> str | None:
    """Return what a page says of its encoding within its first 4,096 bytes (the standard looks at 1,024)."""
    match = _DECLARED.search(data[:4096])
    return match.group(1).decode("ascii").lower() if match else None


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        reason = "truncated" if error.end >= len(data) else "encoding"
        raise InputError(reason, f"{encoding}: {error.reason} at byte {error.start:,}") from error


def _wide_encoding(data: bytes) -> str | None:
    """Tell UTF-16 without a mark: in English text every second byte is NUL, and only every second."""
    even, odd = data[:4096:2], data[1:4096:2]
    for zeros, letters, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if len(zeros) > 1 and zeros.count(0) > 0.7 * len(zeros) and not letters.count(0):
            return encoding
    return None


def _has_controls(data: bytes) -> bool:
    return len(data) - len(data.translate(None, _CONTROLS)) > max(_CONTROLS_FEW, _CONTROLS_MAX * len(data))


def _is_mostly_utf8(data: bytes) -> bool:
    """Tell whether nearly all runs of high bytes are UTF-8, so that a legacy encoding would make nonsense of them."""
    good = bad = 0
    for run in _HIGH.finditer(data):
        rest = _SEQUENCE.sub(b"", run.group())
        good += len(run.group()) > len(rest)
        bad += len(rest) > 0
    return good > 3 * bad


def _checked(text: str) -> str:
    """Refuse what decoded to nothing or to NULs."""
    if "\0" in text:
        raise InputError("binary", "the text holds NUL characters")
    if not text.strip("\ufeff \t\r\n\x0b\x0c\u00a0\u200b\u2028\u2029"):
        raise InputError("empty", "only white space")
    return text.removeprefix("\ufeff")
