"""
A line to whether it is a headline: short, no sentence that ends in a full stop, or set as titles are set.

Old papers stack heads in capitals and end them with a full stop; a question may be a headline or a first sentence.
What stands around a line is `zones.py`'s business, these look at the line alone.
"""

from __future__ import annotations

import re
from typing import Final

from sayso.article import datelines
from sayso.article.sentences import sentences_of
from sayso.article.wordlists import word_set
from sayso.knowledge.knowledge import knowledge
from sayso.spans import Span

# Set by hand on the headlines of the corpora: none is longer, and no question among them is.
HEADLINE_MAX: Final = 200
_QUESTION_MAX: Final = 110

CLOSERS: Final = "\"'”’»)]"
_SECTIONS: Final = word_set(
    "news world politics opinion analysis europe asia africa americas uk us usa international business national home",
    "live exclusive breaking explainer commentary editorial feature features interview latest urgent foreign russia",
    "ukraine china defence defense security war conflict diplomacy mideast americas region country report reports",
)
_WAYS: Final = word_set(
    "sport sports culture science technology tech health travel economy economics markets money environment weather",
    "climate video videos photos pictures audio podcasts style life lifestyle arts books entertainment education",
    "local society people obituaries letters comment blogs magazine archive jobs menu search login subscribe more",
    "contact about newsletters radio tv",
)
"""Other parts of a site, and what its menus offer: many on one line are a menu, one alone may be a headline's word."""
_MENU_MIN: Final = 4
"""Words of a menu printed on one line; set by hand."""
_TITLED_SMALL: Final = word_set(
    "a an the and or but nor of in on at to for from by with as is be are over into up off out than via vs after"
)


def is_closed_title(line: str) -> bool:
    """Tell a headline that ends in a mark: a question, or a title in capitals as old papers set it."""
    if len(line) > HEADLINE_MAX or len(sentences_of(line, Span(0, len(line)))) > 1:
        return False
    if line.rstrip(CLOSERS).endswith(("?", "!")):
        return len(line) <= _QUESTION_MAX
    return _is_titled(line, 1.0)


def is_title(line: str) -> bool:
    """Tell whether a line may be a headline: short, and no sentence that ends in a full stop unless set as a title."""
    end = line.rstrip(CLOSERS)
    if len(line) > HEADLINE_MAX or not re.search(r"[^\W\d_]", line) or end.endswith((",", ":")):
        return False
    if len(sentences_of(line, Span(0, len(line)))) > 1 or datelines.opening(line, Span(0, len(line)), is_first=False):
        return False
    return not end.endswith(".") or end.endswith("...") or _is_titled(line, 1.0)


def _is_titled(line: str, share: float) -> bool:
    """Tell whether a line is set as titles are: in capitals, or with nearly all its words capitalised."""
    found = [word for word in re.findall(r"[^\W\d_][\w’'-]*", line) if word.lower() not in _TITLED_SMALL]
    return (len(found) >= 3 or (line.isupper() and len(line.split()) >= 2)) and sum(
        word[0].isupper() for word in found
    ) >= share * len(found)


def is_section(line: str) -> bool:
    """Tell whether a line only names the section or the way to the page: `World`, `Home > News > Europe`."""
    parts = _parts(line)
    return len(line) <= 60 and 0 < len(parts) <= 6 and _SECTIONS.issuperset(parts)


def is_kicker(line: str) -> bool:
    """Tell whether a line over a headline only names a section or a land: `World`, `CUBA`."""
    whole = Span(0, len(line))
    return is_section(line) or any(hit.span == whole for hit in knowledge().hits(line.title(), None))


def is_menu(line: str) -> bool:
    """Tell whether a line is a site's menu printed without marks: `Home World Politics Business Opinion Sport`."""
    parts = _parts(line)
    return len(line) <= HEADLINE_MAX and len(parts) >= _MENU_MIN and (_SECTIONS | _WAYS).issuperset(parts)


def _parts(line: str) -> list[str]:
    found = re.split(r"\s?[>|»/•·]\s?|,?\s", line.lower().strip(" :|"))
    return [part for part in found if part not in ("", "and", "&")]
