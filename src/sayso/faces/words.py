"""Words from articles to text that is safe to show, with what an entry quotes in colour inside its sentence."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from rich.text import Text

from sayso.record.entries import Json, spans_by_field

if TYPE_CHECKING:
    from sayso.record.listing import Listed

# Colour says which, weight says that: without colour the quoted words still stand out.
STYLES: Final[Mapping[str, str]] = {
    "source_span": "cyan",
    "cue": "yellow",
    "content": "bold green",
    "object": "cyan",
    "condition": "bold magenta",
    "consequence": "bold red",
    "span": "bold green",
    "of": "cyan",
}
SHORT_ID: Final = 8

_INVISIBLE: Final = "\ufffd"


def plain(words: str) -> str:
    """
    Return words of the same length without characters that steer a terminal or reorder a line.

    Line ends and tabs become blanks; escape sequences, other control characters and marks of direction become
    U+FFFD, so that what is shown is what stands there.
    """
    return "".join(map(_shown, words))


def _shown(character: str) -> str:
    if character in "\n\r\t\v\f\u2028\u2029":
        return " "
    return _INVISIBLE if unicodedata.category(character) in ("Cc", "Cf", "Cs") else character


def sentence(listed: Listed) -> Text:
    """Return the sentences that hold an entry, with the words of each of its fields in their colour."""
    pieces = []
    for one in listed.quoted:
        piece = Text(plain(one.words))
        for name, span in spans_by_field(listed.entry):
            if span.end > one.start and span.start < one.start + len(one.words):
                piece.stylize(STYLES[name], max(0, span.start - one.start), span.end - one.start)
        pieces.append(piece)
    return Text(" ").join(pieces)


def legend(names: Iterable[str]) -> Text:
    """Return the names of fields, each in the colour that it has in a sentence."""
    shown = {"source_span": "source", "span": "figure or time", "of": "what is counted"}
    return Text(" · ").join(Text(shown.get(name, name), STYLES[name]) for name in names)


def short(identifier: str) -> Text:
    """Return as much of an entry's or article's id as finds it again."""
    return Text(plain(identifier[:SHORT_ID]), "bold cyan", no_wrap=True)


def whole(identifier: str) -> Text:
    """Return an entity's id, which is short or says a name."""
    return Text(plain(identifier), "bold cyan")


def names_of(identifiers: Iterable[str], names: Mapping[str, str]) -> str:
    """Return the names behind some entity ids."""
    return ", ".join(plain(names.get(one, one)) for one in identifiers)


def name_of(identifier: str | None, names: Mapping[str, str]) -> str:
    """Return the name behind an entity id, a dash where the text does not say who."""
    return plain(names.get(identifier, identifier)) if identifier else "—"


def place_of(publication: Mapping[str, Json]) -> str:
    """Return outlet and date of an article, as far as they are known."""
    known = [plain(str(publication[key])) for key in ("outlet", "published") if publication.get(key)]
    return " · ".join(known) or "outlet and date unknown"
