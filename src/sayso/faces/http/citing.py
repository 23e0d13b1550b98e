"""
Where something stands to the words by which it is cited: outlet, day, title, address, place, and the digest.

Every citation of the explorer is worded here: on the walk, in the rows for programs, and on the clipboard of a reader.
"""

from __future__ import annotations

from sayso.article.article import Article
from sayso.faces.http import phrases
from sayso.record.listing import Publication


def cited(about: Article | Publication, place: str, sha256: str, words: str | None = None) -> str:
    """
    Return a citation in a line.

    Args:
        about: The article.
        place: What is cited: an id, and where it stands.
        sha256: Of the bytes that the article was read from.
        words: What is cited, in the words of the article; None leaves them to whoever knows them.
    """
    said = " ".join(words.split()) + " " if words else ""
    title = f", “{about.title}”" if about.title else ""
    url = f", {about.url}" if about.url else ""
    day = phrases.date(about.published)
    return f"{said}— {about.outlet or 'outlet unknown'}, {day}{title}{url}. {place}, SHA-256:{sha256}."
