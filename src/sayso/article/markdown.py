"""
Lines of a page that was kept as Markdown to their words without the marks, and to what the marks alone say of them.

    # Headline        *By Ana Brandt*        **PORT HALE** - …        ![Tankers off Hale](a.jpg)        ### Comments

Tools that save web pages write Markdown. The canonical text stays as it is; only what a line is, is judged by its
words alone. A page counts as Markdown where it shows two kinds of marks, for one asterisk proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sayso.terms import ZoneKind

_HEADING: Final = re.compile(r"(?P<marks>#{1,6})\s+(?=\S)")
_IMAGE: Final = re.compile(r"!\[[^\]\n]*\]\([^()\s]*(?: \"[^\"\n]*\")?\)")
_LINK: Final = re.compile(r"!?\[([^\]\n]*)\]\([^()\s]*(?: \"[^\"\n]*\")?\)")
_QUOTED: Final = re.compile(r"(?:>\s?)+(?=\S)")
_STRESSED: Final = re.compile(r"(?<![\w*_])(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?![\w*_])")
_MARKS: Final = (_HEADING.match, _LINK.search, _STRESSED.search)


def is_markdown(lines: Sequence[str]) -> bool:
    """Tell whether the lines of a page show at least two of headings, links or images, and stressed words."""
    return sum(any(finds(line) for line in lines) for finds in _MARKS) > 1


def plain(line: str) -> str:
    """Return a line without its marks."""
    bare = _HEADING.sub("", _QUOTED.sub("", line, count=1), count=1) if line[:1] in "#>" else line
    return _STRESSED.sub(r"\2", _LINK.sub(r"\1", bare)).strip()


def kind(line: str) -> ZoneKind | None:
    """Return what the marks alone say of a line: an image's words are a caption, one `#` is over the headline."""
    if _IMAGE.fullmatch(line):
        return ZoneKind.CAPTION
    heading = _HEADING.match(line)
    return ZoneKind.HEADLINE if heading and len(heading.group("marks")) == 1 else None
