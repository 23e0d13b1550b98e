"""
A page's markup to what an element says of its own text: caption, credit, byline, dateline, headline, comment, debris.

Judged by tag, class, id, `itemprop`, `rel` and `role`, never by words of the text (those are `zones.py`'s). Names are
taken apart at hyphens, underscores and capitals, so that `article__caption-text` and `wp-caption` say the same. The
mistake it prevents: `has-comments` on a page's body, or `comments-link` above the headline, makes nothing a comment.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from sayso.article.wordlists import word_set
from sayso.terms import ZoneKind

# Elements that end one block of text and begin another (HTML Living Standard, section 15.3, display: block and table).
BLOCKS: Final = word_set(
    "html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption",
    "figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol p",
    "plaintext pre search section summary table caption tbody thead tfoot tr ul xmp option optgroup button",
    "amp-img",
)
# Elements whose text no reader sees.
UNSEEN: Final = word_set(
    "script style template head noscript svg math iframe object embed audio video canvas select datalist",
    "textarea noframes noembed map progress meter",
)
_HIDDEN_STYLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

# A comment section or a part of one. A name that only counts, links to or allows comments is none.
_COMMENT: Final = re.compile(
    r"(?:.* )?(?:comments?|commentlist|disqus thread|replies)(?: (?:list|area|section|body|content|text|item|wrap"
    r"|wrapper|container|thread|author|meta|block|feed|stream|respond|inner|main|row|depth|even|odd|\d+))*"
)
_NEGATED: Final = re.compile(
    r"\b(?:has|no|not|with|without|hide|is|open|closed|enable|enabled|disabled|view|show|add)\b"
)
_ROLES: Final = (
    (ZoneKind.CREDIT, re.compile(r"\b(?:credits?|photographer|copyright(?: holder)?|photo source|image source)\b")),
    (ZoneKind.CAPTION, re.compile(r"\b(?:captions?|figcaption|image description|photo text|legend|cutline)\b")),
    (ZoneKind.BYLINE, re.compile(r"\b(?:bylines?|author|authors|contributors?|writer|reporter|vcard)\b")),
    (
        ZoneKind.DATELINE,
        re.compile(
            r"\b(?:dateline|timestamp|published|pubdate|datepublished|datemodified|publish date|post date|entry date"
            r"|article date|date time|posted on|date)\b"
        ),
    ),
    (ZoneKind.HEADLINE, re.compile(r"\b(?:headline|entry title|article title|post title|story title|page title)\b")),
    (
        ZoneKind.BOILERPLATE,
        re.compile(
            r"\b(?:nav|navbar|menu|breadcrumbs?|sidebar|related|recommended|recirculation|share|sharing|social"
            r"|newsletter|subscribe|subscription|signup|promo|advert\w*|ads?|banner|cookies?|consent|paywall|footer"
            r"|tags|taglist|toolbar|pagination|most read|popular|trending|read more|readmore|more on|skip link"
            r"|sr only|visually hidden|screen reader text)\b"
        ),
    ),
)
_TAG_ROLES: Final = {
    "figcaption": ZoneKind.CAPTION,
    "h1": ZoneKind.HEADLINE,
    "time": ZoneKind.DATELINE,
    "nav": ZoneKind.BOILERPLATE,
    "footer": ZoneKind.BOILERPLATE,
    "button": ZoneKind.BOILERPLATE,
    "form": ZoneKind.BOILERPLATE,
}
# Containers of a whole page or story: what their class says, it says of the theme and not of the text.
_CONTAINERS: Final = frozenset(("html", "body", "main", "article"))


def is_unseen(tag: str, attributes: Mapping[str, str]) -> bool:
    """Tell whether a browser shows none of an element's text."""
    return (
        tag in UNSEEN
        or "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or bool(_HIDDEN_STYLE.search(attributes.get("style", "")))
    )


def role_of(tag: str, attributes: Mapping[str, str]) -> ZoneKind | None:
    """
    Return what an element's own tag and names say of its text, None where they say nothing.

    A `footer` inside an article may hold its last lines, a `form` its comments: that is decided by who asks, who
    knows the elements around.
    """
    if tag in _CONTAINERS:
        return None
    names = [name for name in _names(attributes) if not _NEGATED.search(name)]
    if any(_COMMENT.fullmatch(name) for name in names):
        return ZoneKind.COMMENT
    for kind, pattern in _ROLES:
        if any(pattern.search(name) for name in names):
            return kind
    return _TAG_ROLES.get(tag)


_NAMED_IN: Final = ("class", "id", "itemprop", "rel", "role", "data-component", "data-testid")


def _names(attributes: Mapping[str, str]) -> list[str]:
    """Return class, id and semantic names in small letters, the parts of each set apart by blanks; 24 at most."""
    given = " ".join(attributes.get(key, "")[:400] for key in _NAMED_IN).split()[:24]
    parted = (re.sub(r"[-_:/]+", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)) for name in given)
    return [name.strip().lower() for name in parted]
