"""
A page's own metadata: what JSON-LD, `meta` elements and microdata say of title, author, outlet, date and address.

Read in that order, the first that says something wins (schema.org's NewsArticle, Open Graph's article, Dublin Core,
HTML's own names). Nothing is searched for in the text and no date is guessed from an address: these values are what
the publisher wrote for machines, as strings; `metadata.py` decides what they are worth.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

# Bytes of one script element that are read, and depth of nesting; a story's JSON-LD has some thousand.
_SCRIPT_MAX: Final = 500_000
_TITLES: Final = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "parsely-title",
    "sailthru.title",
    "headline",
)
_AUTHORS: Final = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
)
_OUTLETS: Final = ("og:site_name", "dc.publisher", "dcterms.publisher", "application-name", "al:android:app_name")
_DATES: Final = (
    *("article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate"),
    *("dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "publish-date", "publishdate", "date", "ptime"),
)
_ARTICLE_TYPE: Final = re.compile(r"(?:News|Article$|Posting$|Report$|ReportageNewsArticle)")


@dataclass(frozen=True, slots=True)
class PageHead:
    """
    What a page says of itself to machines; None where it says nothing.

    Attributes:
        title: Headline.
        author: Names of the authors, joined by ", ".
        outlet: Name of the publisher or of the site.
        published: Date of publication, as written.
        url: Canonical address.
        language: Value of the `lang` attribute, small letters.
        name: Content of `<title>`, often with the outlet's name at its end.
    """

    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    name: str | None = None


def head_of(tree: Any) -> PageHead:
    """Read what a page's tree says in its metadata."""
    document = tree.document
    said = _meta(document)
    story = next(_stories(document), {})
    name = document.query_selector("title")
    root = document.query_selector("html")
    return PageHead(
        title=_words(story.get("headline")) or _first(said, _TITLES),
        author=_names(story.get("author") or story.get("creator")) or _people(_first(said, _AUTHORS)),
        outlet=_names(story.get("publisher")) or _first(said, _OUTLETS),
        published=_words(story.get("datePublished")) or _first(said, _DATES) or _microdata_date(document),
        url=_canonical(document) or said.get("og:url"),
        language=(root.getattr("lang") or "").strip().lower() or None if root else None,
        name=_words(name.text) if name else None,
    )


def _meta(document: Any) -> dict[str, str]:
    """Return the `meta` elements by name or property, small letters; the first of a name counts."""
    said: dict[str, str] = {}
    for element in document.query_selector_all("meta"):
        key = element.getattr("property") or element.getattr("name") or element.getattr("itemprop")
        value = _words(element.getattr("content"))
        if key and value:
            said.setdefault(key.strip().lower(), value)
    return said


def _stories(document: Any) -> Iterator[dict[str, Any]]:
    """Yield the JSON-LD objects that describe an article."""
    for element in document.query_selector_all('script[type="application/ld+json"]'):
        text = (element.text or "").strip()
        if len(text) > _SCRIPT_MAX:
            continue
        try:
            found = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _objects(found)


def _objects(value: object) -> Iterator[dict[str, Any]]:
    """Yield article objects from a JSON-LD value: one, a list, a `@graph` or a page's `mainEntity`."""
    waiting = [value]
    while waiting:
        here = waiting.pop()
        if isinstance(here, list):
            waiting += reversed(here)
        elif isinstance(here, dict):
            types = here.get("@type")
            if any(isinstance(kind, str) and _ARTICLE_TYPE.search(kind) for kind in _listed(types)):
                yield here
            waiting += [here[key] for key in ("mainEntity", "mainEntityOfPage", "@graph") if key in here]


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _names(value: object) -> str | None:
    """Return the names in a JSON-LD person or organisation, or a list of them, joined by ", "."""
    found: list[str] = []
    for one in _listed(value):
        name = _people(_words(one.get("name") if isinstance(one, dict) else one))
        if name and name not in found:
            found.append(name)
    return ", ".join(found) or None


def _people(value: str | None) -> str | None:
    """Return an author as named; an address of a profile is no name."""
    return None if value is None or re.match(r"https?://|www\.|@", value) else value


def _words(value: object) -> str | None:
    """Return a string on one line, entities that were escaped twice resolved; None for anything else."""
    return " ".join(html.unescape(value).split()) or None if isinstance(value, str) else None


def _first(said: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((said[key] for key in keys if key in said), None)


def _canonical(document: Any) -> str | None:
    link = document.query_selector('link[rel="canonical"]')
    address = (link.getattr("href") or "").strip() if link else ""
    return address if address.startswith(("http://", "https://")) else None


def _microdata_date(document: Any) -> str | None:
    """Return the date of `itemprop="datePublished"` or of the one `time` that is marked as the publication's."""
    element = document.query_selector('[itemprop="datePublished"], time[pubdate], time.published, time.entry-date')
    return _words(element.getattr("content") or element.getattr("datetime") or element.text) if element else None
