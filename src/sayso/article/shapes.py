"""
A line to what its shape tells, wherever it stands: running text, something told, a scene, a line of a list, a leftover.
"""

from __future__ import annotations

import re
from typing import Final

from sayso.article import captions, credit_lines
from sayso.article.titles import CLOSERS
from sayso.spans import Span

# Code points; set by hand on the corpora's articles.
_PARAGRAPH_MIN: Final = 60
"""Of a paragraph of running text, which ends as a sentence."""
LISTED_MAX: Final = 160
"""Of a line in a list of stories: a headline, and old papers' are sentences."""
LEFTOVER_MAX: Final = 100
"""Of an open line below the last paragraph."""
_SAID: Final = re.compile(r"\b(?:said|says|told|warned|added|denied|announced|asked|urged|vowed|insisted)\b")


def is_paragraph(words: str) -> bool:
    """Tell running text: long enough, and ended as a sentence."""
    line = words.strip()
    return len(line) >= _PARAGRAPH_MIN and unsigned(line).endswith((".", "!", "?", "…", ":"))


def is_told(line: str) -> bool:
    """Tell a short paragraph of a story by what somebody says in it: `“Nobody should doubt it,” he said.`"""
    return unsigned(line).endswith((".", "!", "?", "…")) and bool(_SAID.search(line))


def is_open_scene(line: str) -> bool:
    """Tell a caption as sites print them: a scene, without a full stop, too long for a heading."""
    is_open = not unsigned(line).endswith((".", "!", "?", ":", ";"))
    return is_open and 6 <= len(line.split()) <= 40 and captions.is_seen(line) and not line.startswith(("•", "-", "*"))


def is_listed(line: str) -> bool:
    """Tell whether a line under `Related articles` is the headline of one of them."""
    return len(line) <= LISTED_MAX and not line.rstrip(CLOSERS).endswith((".", "!"))


def is_leftover(line: str) -> bool:
    """Tell an open line that is left below the last paragraph: `Continued overleaf`."""
    is_open = not unsigned(line).endswith((".", "!", "?", "…", ",", ":", ";"))
    return is_open and len(line) <= LEFTOVER_MAX and line[:1] not in '•-–*“"‘' and not _SAID.search(line)


def unsigned(line: str) -> str:
    """Return a line without the credit at its end, and without closing marks."""
    credit = credit_lines.trailing(line, Span(0, len(line)))
    return (line if credit is None else line[: credit[0].start].rstrip()).rstrip(CLOSERS)


def squeezed(words: str) -> str:
    """Return the letters and figures of a line alone, without case, so that two prints of one name are the same."""
    return "".join(character for character in words.casefold() if character.isalnum())
