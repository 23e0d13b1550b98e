"""
Pieces of a page to typed zones: headline, byline, dateline, body, caption, credit, comment, boilerplate.

A piece is a paragraph of plain text, or of a block of a web page. What a page's markup says of a piece is believed
first; else its own words decide (`captions.py`, `credit_lines.py` and the other files of cues), together with where it
stands: before the first paragraph of the story, within the story, or after it. Whatever no cue speaks against is
body. Last, a piece is cut where two kinds share a line: a dateline and the story, a caption and its credit.

The zones cover every non-blank character exactly once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.article import bylines, captions, comments, credit_lines, datelines, debris
from sayso.article.article import Zone
from sayso.article.sentences import sentences_of
from sayso.article.wordlists import word_set
from sayso.spans import Span, trim
from sayso.terms import ZoneKind

# Set by hand on the corpora's articles. A paragraph of running text is at least so long and ends as a sentence; a
# headline is at most so long (old papers' are sentences); a caption glued to its credit with nothing else to tell it.
_PARAGRAPH_MIN: Final = 60
_HEADLINE_MAX: Final = 200
_QUESTION_MAX: Final = 110
_CAPTION_MAX: Final = 300
_LISTED_MAX: Final = 160
_LEFTOVER_MAX: Final = 100  # an open line below the last paragraph: `Continued on page 4`

_SAID: Final = re.compile(r"\b(?:said|says|told|warned|added|denied|announced|asked|urged|vowed|insisted)\b")
_CLOSERS: Final = "\"'”’»)]"
_SECTIONS: Final = word_set(
    "news world politics opinion analysis europe asia africa americas uk us usa international business national home",
    "live exclusive breaking explainer commentary editorial feature features interview latest urgent foreign russia",
    "ukraine china defence defense security war conflict diplomacy mideast americas region country report reports",
)
_TITLED_SMALL: Final = word_set(
    "a an the and or but nor of in on at to for from by with as is be are over into up off out than via vs after"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """
    A stretch of the canonical text that is to be typed.

    Attributes:
        span: Without white space at its ends.
        element: Path of its element in a web page, None in plain text.
        roles: What the markup around it says, innermost first; empty in plain text.
        main: Whether it is part of the story, None in plain text.
    """

    span: Span
    element: str | None = None
    roles: tuple[ZoneKind, ...] = ()
    main: bool | None = None


def zones(text: str, pieces: Sequence[Piece], title: str | None = None) -> tuple[Zone, ...]:
    """
    Type every piece.

    Args:
        text: The canonical text.
        pieces: In text order, together covering every non-blank character.
        title: The headline, where it is known from elsewhere.

    Returns:
        In text order. Neighbours of one kind in one element, or in plain text of the story, comments, debris or
        headline, are one zone.
    """
    kinds = _kinds([piece.span.of(text) for piece in pieces], pieces, title)
    first = next((i for i, kind in enumerate(kinds) if kind is ZoneKind.BODY), None)
    cut = [zone for i, piece in enumerate(pieces) for zone in _cut(text, piece, kinds[i], is_first=i == first)]
    return tuple(_joined(cut))


def _kinds(words: Sequence[str], pieces: Sequence[Piece], title: str | None) -> list[ZoneKind]:
    """Return the kind of each piece, inner cuts aside."""
    marked = [_by_markup(piece, word) for piece, word in zip(pieces, words, strict=True)]
    story = [i for i, piece in enumerate(pieces) if marked[i] is None and piece.main is not False]
    first = next((i for i in story if _is_paragraph(words[i]) and not _is_head_line(words, i, title)), None)
    if first is None:
        first = _first_of_few(words, story)
    last = comments.opening(words, first) if pieces and pieces[0].element is None else None
    end = len(words) if last is None else last
    kinds = _head(words, pieces, marked, first, title)
    kinds += _middle(words, pieces, marked, first, end)
    kinds += [
        marked[i] or (ZoneKind.BOILERPLATE if _is_page_debris(words[i]) else ZoneKind.COMMENT)
        for i in range(end, len(words))
    ]
    return kinds


def _first_of_few(words: Sequence[str], story: Sequence[int]) -> int:
    """Return where the story begins in a text without a whole paragraph: a dispatch of a line or two, a list."""
    open_to_doubt = [i for i in story if _sure_kind(words[i].strip()) is None]
    closed = (i for i in open_to_doubt if words[i].rstrip(_CLOSERS).endswith((".", "!", "?")))
    return next(closed, ([len(words), *open_to_doubt] if len(open_to_doubt) < 2 else open_to_doubt[1:])[-1])


def _by_markup(piece: Piece, words: str) -> ZoneKind | None:
    """Return what the markup says of a piece where that is to be believed, None where its words must tell."""
    if piece.element is None or not piece.roles:
        return None
    role = piece.roles[0]
    if ZoneKind.COMMENT in piece.roles:
        return ZoneKind.COMMENT
    if ZoneKind.BOILERPLATE in piece.roles and not (piece.main and _is_paragraph(words)):
        return ZoneKind.BOILERPLATE
    if role in (ZoneKind.CAPTION, ZoneKind.CREDIT) and not (piece.main and len(words) > 2 * _CAPTION_MAX):
        return role
    if role is ZoneKind.BYLINE and len(words) <= 140 and not _is_paragraph(words):
        return role
    if role is ZoneKind.DATELINE and len(words) <= 90 and not _is_paragraph(words):
        return role
    if role is ZoneKind.HEADLINE and len(words) <= _HEADLINE_MAX:
        return role
    return None


# ---------------------------------------------------------------------------- before the story


def _head(
    words: Sequence[str], pieces: Sequence[Piece], marked: Sequence[ZoneKind | None], first: int, title: str | None
) -> list[ZoneKind]:
    """Return the kinds of the pieces above the first paragraph of the story."""
    kinds: list[ZoneKind] = []
    for i in range(first):
        kinds.append(marked[i] or _head_kind(words, i, pieces[i], kinds, title))
    return kinds


def _head_kind(words: Sequence[str], i: int, piece: Piece, before: Sequence[ZoneKind], title: str | None) -> ZoneKind:
    line = words[i].strip()
    has_headline = ZoneKind.HEADLINE in before
    if title is not None and _squeezed(line) == _squeezed(title):
        return ZoneKind.BOILERPLATE if has_headline else ZoneKind.HEADLINE
    sure = _sure_kind(line)
    if sure is not None:
        return sure
    if has_headline and bylines.is_bare_name(line):
        return ZoneKind.BYLINE
    if piece.main is False:
        return ZoneKind.BOILERPLATE
    if not has_headline and _is_section(line) and i + 1 < len(words):
        return ZoneKind.BOILERPLATE
    if _is_caption(words, i):
        return ZoneKind.CAPTION
    if set(before) <= {ZoneKind.HEADLINE, ZoneKind.BOILERPLATE} and _is_title(line):
        return ZoneKind.HEADLINE
    return ZoneKind.CAPTION if _is_open_scene(line) else ZoneKind.BODY


def _sure_kind(line: str) -> ZoneKind | None:
    """Return the kind of a line whose own words leave no doubt, wherever it stands above or in a story."""
    if debris.is_debris(line):
        return ZoneKind.BOILERPLATE
    if bylines.is_line(line):
        return ZoneKind.BYLINE
    if datelines.is_line(line, Span(0, len(line))):
        return ZoneKind.DATELINE
    if credit_lines.is_picture_credit(line):
        return ZoneKind.CREDIT
    return ZoneKind.CAPTION if captions.says_so(line) else None


def _is_head_line(words: Sequence[str], i: int, title: str | None) -> bool:
    """Tell whether a piece that reads like a paragraph stands above the story all the same."""
    line = words[i].strip()
    if title is not None and _squeezed(line) == _squeezed(title):
        return True
    if _sure_kind(line) is not None or _is_caption(words, i):
        return True
    return i + 1 < len(words) and all(_sure_kind(words[j].strip()) for j in range(i)) and _is_closed_title(line)


def _is_closed_title(line: str) -> bool:
    """Tell a headline that ends in a mark: a question, or a title in capitals as old papers set it."""
    if len(line) > _HEADLINE_MAX or len(sentences_of(line, Span(0, len(line)))) > 1:
        return False
    if line.rstrip(_CLOSERS).endswith(("?", "!")):
        return len(line) <= _QUESTION_MAX
    return _is_titled(line, 1.0)


def _is_title(line: str) -> bool:
    """Tell whether a line may be a headline: short, and no sentence that ends in a full stop unless set as a title."""
    end = line.rstrip(_CLOSERS)
    if len(line) > _HEADLINE_MAX or not re.search(r"[^\W\d_]", line) or end.endswith((",", ":")):
        return False
    if len(sentences_of(line, Span(0, len(line)))) > 1 or datelines.opening(line, Span(0, len(line)), is_first=False):
        return False
    return not end.endswith(".") or end.endswith("...") or _is_titled(line, 1.0)


def _is_titled(line: str, share: float) -> bool:
    """Tell whether a line is set as titles are: in capitals, or with nearly all its words capitalised."""
    found = [word for word in re.findall(r"[^\W\d_][\w’'-]*", line) if word.lower() not in _TITLED_SMALL]
    return len(found) >= 3 and sum(word[0].isupper() for word in found) >= share * len(found)


def _is_section(line: str) -> bool:
    """Tell whether a line only names the section or the way to the page: `World`, `Home > News > Europe`."""
    parts = [part for part in re.split(r"\s?[>|»/•·]\s?|,?\s", line.lower().strip(" :|")) if part]
    return (
        len(line) <= 60
        and bool(parts)
        and len(parts) <= 6
        and all(part in _SECTIONS or part in ("and", "&") for part in parts)
    )


# ---------------------------------------------------------------------------- within the story


def _middle(
    words: Sequence[str], pieces: Sequence[Piece], marked: Sequence[ZoneKind | None], first: int, end: int
) -> list[ZoneKind]:
    """Return the kinds of the pieces from the first paragraph of the story to the comments."""
    running = [
        i for i in range(first, end) if marked[i] is None and pieces[i].main is not False and _is_paragraph(words[i])
    ]
    tail = 1 + max((i for i in running if _story_kind(words, i, in_tail=False) is ZoneKind.BODY), default=first)
    kinds: list[ZoneKind] = []
    in_list = False
    for i in range(first, end):
        line = words[i].strip()
        kind = marked[i] or _story_kind(words, i, in_tail=i >= tail)
        if kind is ZoneKind.BODY and (pieces[i].main is False or (in_list and _is_listed(line))):
            kind = ZoneKind.BOILERPLATE
        in_list = kind is ZoneKind.BOILERPLATE and (in_list or debris.heads_list(line))
        kinds.append(kind)
    return kinds


def _story_kind(words: Sequence[str], i: int, *, in_tail: bool) -> ZoneKind:
    line = words[i].strip()
    sure = _sure_kind(line)
    if sure is not None:
        return sure
    if _is_caption(words, i) or _is_open_scene(line):
        return ZoneKind.CAPTION
    if credit_lines.is_text_credit(line) and (in_tail or not credit_lines.is_supplied(line)):
        return ZoneKind.CREDIT
    if in_tail and bylines.is_bare_name(line) and len(line.split()) <= 4:
        return ZoneKind.BYLINE
    is_open = not line.rstrip(_CLOSERS).endswith((".", "!", "?", "…", ",", ":", ";"))
    if is_open and in_tail and len(line) <= _LEFTOVER_MAX and line[:1] not in '•-–*“"‘':
        return ZoneKind.BOILERPLATE
    return ZoneKind.BODY


def _is_caption(words: Sequence[str], i: int) -> bool:
    """Tell whether a piece that does not call itself a caption is one, by its credit, its neighbour or its scene."""
    line = words[i].strip()
    credit = credit_lines.trailing(line, Span(0, len(line)))
    if credit is not None:
        described = line[: credit[0].start].strip()
        bracketed = line.endswith("]") and captions.is_seen(described)
        return bracketed or _caption_start(described, is_signed=credit[1]) == 0
    if captions.is_dated_scene(line):
        return True
    signed_below = i + 1 < len(words) and credit_lines.is_picture_credit(words[i + 1])
    return signed_below and len(line) <= 2 * _CAPTION_MAX and captions.is_scene(line)


def _is_open_scene(line: str) -> bool:
    """Tell a caption as sites print them: a scene, without a full stop, too long for a heading."""
    is_open = not line.rstrip(_CLOSERS).endswith((".", "!", "?", ":", ";"))
    return is_open and 6 <= len(line.split()) <= 40 and captions.is_seen(line) and not line.startswith(("•", "-", "*"))


def _caption_start(described: str, *, is_signed: bool) -> int | None:
    """
    Return where the caption begins in the words before a credit, None where they are no caption.

    A page that was pasted without care glues a caption to the paragraph above it: then only its last sentence is one.
    """
    if not described:
        return None
    if captions.says_so(described) or (is_signed and captions.is_scene(described)):
        return 0
    if not is_signed:
        return None
    last = sentences_of(described, Span(0, len(described)))[-1]
    if last.start and captions.is_scene(last.of(described)):
        return last.start
    return 0 if len(described) <= _CAPTION_MAX and not re.search(r"[“\"]", described) else None


def _is_listed(line: str) -> bool:
    """Tell whether a line under `Related articles` is the headline of one of them."""
    return len(line) <= _LISTED_MAX and not line.rstrip(_CLOSERS).endswith((".", "!"))


def _is_paragraph(words: str) -> bool:
    """Tell running text: long enough, and ended as a sentence."""
    line = words.strip()
    return len(line) >= _PARAGRAPH_MIN and _unsigned(line).endswith((".", "!", "?", "…", ":"))


def _unsigned(line: str) -> str:
    """Return a line without the credit at its end, and without closing marks."""
    credit = credit_lines.trailing(line, Span(0, len(line)))
    return (line if credit is None else line[: credit[0].start].rstrip()).rstrip(_CLOSERS)


def _is_page_debris(words: str) -> bool:
    """Tell the page's own debris among comments, where `Reply` and `Read more` belong to what was commented."""
    line = words.strip()
    if (
        comments.is_actions(line)
        or debris.is_rule(line)
        or debris.is_address(line)
        or line.lower().startswith("read more")
    ):
        return False
    return debris.is_debris(line)


def _squeezed(words: str) -> str:
    return "".join(character for character in words.casefold() if character.isalnum())


# ---------------------------------------------------------------------------- cutting and joining


def _cut(text: str, piece: Piece, kind: ZoneKind, *, is_first: bool) -> Iterator[Zone]:
    """Yield the zones of one piece: its dateline, its words, its caption, its credit."""
    start, end = piece.span.start, piece.span.end
    if kind not in (ZoneKind.BODY, ZoneKind.CAPTION):
        yield Zone(kind, piece.span, piece.element)
        return
    dateline = datelines.opening(text, piece.span, is_first=is_first) if kind is ZoneKind.BODY else None
    if dateline is not None:
        yield Zone(ZoneKind.DATELINE, trim(text, dateline), piece.element)
        start = dateline.end
    credit = credit_lines.trailing(text, Span(start, end))
    at = end if credit is None else credit[0].start
    if kind is ZoneKind.BODY and credit is not None:
        caption = _caption_start(text[start:at].rstrip(), is_signed=True) if credit[1] else None
        if caption:
            yield from _zone(text, ZoneKind.BODY, start, start + caption, piece)
            start, kind = start + caption, ZoneKind.CAPTION
    yield from _zone(text, kind, start, at, piece)
    yield from _zone(text, ZoneKind.CREDIT, at, end, piece)


def _zone(text: str, kind: ZoneKind, start: int, end: int, piece: Piece) -> Iterator[Zone]:
    """Yield a zone without white space at its ends, nothing where nothing is left."""
    span = trim(text, Span(start, end))
    if len(span):
        yield Zone(kind, span, piece.element)


_JOINED: Final = (ZoneKind.BODY, ZoneKind.COMMENT, ZoneKind.BOILERPLATE, ZoneKind.HEADLINE)


def _joined(found: Sequence[Zone]) -> Iterator[Zone]:
    """Yield zones with neighbours of one kind joined."""
    held: Zone | None = None
    for zone in found:
        if held is not None and zone.kind is held.kind and zone.element == held.element and zone.kind in _JOINED:
            held = Zone(held.kind, Span(held.span.start, zone.span.end), held.element)
            continue
        if held is not None:
            yield held
        held = zone
    if held is not None:
        yield held
