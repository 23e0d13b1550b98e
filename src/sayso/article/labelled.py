"""
Labelled lines of archives' print-outs and of messages to the kinds of zones that their labels name.

    HEADLINE: Port Hale Warns Its Neighbour        BYLINE: By ANA BRANDT        SECTION: Section A; Page 9
    LENGTH: 534 words        DATELINE: PORT HALE, May 11        GRAPHIC: Photo: …        Subject: …

Databases of newspapers and mail programs print an article as fields. A label counts where a page has at least two of
them, for a lone `Source:` or `Date:` is a line of its own kind, which `zones.py` knows by other cues.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sayso.terms import ZoneKind

_KINDS: Final = {
    ZoneKind.HEADLINE: "headline|title|hed|subject|hd|sub-?head(?:line)?|kicker",
    ZoneKind.BYLINE: "byline|by-line|author|authors",
    ZoneKind.DATELINE: "dateline|date|published|publication date|pub(?:lication)?[ -]?date|posted|updated",
    ZoneKind.CAPTION: "graphic|graphics|caption|photo|illustration",
    ZoneKind.BOILERPLATE: "section|length|word ?count|language|load-date|edition|publication-type|document-type"
    "|document|source|publication|newspaper|from|to|cc|reply-to|message-id|newsgroups|organization|x-[a-z-]+"
    "|url|link|isbn|issn|accession (?:number|no)|database|copyright|slug|priority|keywords?|subjects?|category"
    "|series|type|page|pages|column|country|region|geographic|company|ticker|correction-date|journal-code"
    "|classification|an|la|cy|pub|sc|pg|wc|sn|ed",
}
"""What the labels of each kind look like."""
_LABEL: Final = re.compile(
    rf"(?P<label>{'|'.join(_KINDS.values())})\s?:(?:\s+(?P<value>\S.*)|$)", re.IGNORECASE | re.DOTALL
)
_HEADS: Final = re.compile(r"(?:body|text|full text|lead paragraph|story|article)\s?:", re.IGNORECASE)
"""Labels that stand over the story, or before its first words."""
_FEW: Final = 2
"""Labels from which a page is a print-out; set by hand."""


def labels(lines: Sequence[str]) -> dict[int, ZoneKind]:
    """
    Return the kinds of the labelled lines of a page by their places; none where it is no print-out.

    Args:
        lines: The words of each piece, in text order.
    """
    found = {at: kind for at, line in enumerate(lines) if (kind := _kind(line)) is not None}
    return found if len(set(found.values())) >= _FEW and ZoneKind.HEADLINE in found.values() else {}


def bare(words: str) -> str:
    """Return a line without its label: the headline of `HEADLINE: …`."""
    match = _LABEL.fullmatch(words.strip())
    return match.group("value") or "" if match else words


def _kind(line: str) -> ZoneKind | None:
    if _HEADS.fullmatch(line):
        return ZoneKind.BOILERPLATE
    match = _LABEL.fullmatch(line)
    if match is None:
        return None
    label = match.group("label")
    return next((kind for kind, form in _KINDS.items() if re.fullmatch(form, label, re.IGNORECASE)), None)
