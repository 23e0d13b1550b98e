"""
Pieces of a page to typed zones: headline, byline, dateline, body, caption, credit, comment, boilerplate.

A piece is a paragraph of plain text, or of a block of a web page. What a page's markup says of a piece is believed
first; else its own words decide (`captions.py`, `credit_lines.py` and the other files of cues), together with where it
stands: before the first paragraph of the story, within the story, or after it. Whatever no cue speaks against is
body. Last, a piece is cut where two kinds share a line (`cutting.py`).

The zones cover every non-blank character exactly once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sayso.article import (
    bylines,
    captions,
    comments,
    credit_lines,
    cutting,
    datelines,
    debris,
    imprint,
    labelled,
    markdown,
    shapes,
    stamps,
    titles,
)
from sayso.article.article import Zone
from sayso.article.cutting import Piece
from sayso.article.titles import CLOSERS, HEADLINE_MAX
from sayso.spans import Span
from sayso.terms import ZoneKind

_MAST_WITHIN: Final = 4  # lines from the top among which a paper's name is looked for
_MAST_WORDS: Final = 4  # words of a paper's name in capitals
_DECK_WITHIN: Final = 5  # lines from the top within which a sentence right above the byline belongs to the headline
_SAID: Final = re.compile(r"\b(?:said|told|announced|warned) (?:on|late|yesterday|today|reporters)\b")
"""How the first paragraph of a story tells it, and no headline."""


@dataclass(frozen=True, slots=True)
class _Page:
    """
    What is known of all pieces before any is typed by its words.

    Attributes:
        lines: The words of each piece, without Markdown's marks and without the small pictures before them.
        pieces: The pieces.
        marked: What markup or a label says of each, None where its words must tell.
        beside: Whether each stands on the line right below the one before it, no blank line between.
        title: The headline, where it is known from elsewhere.
        outlet: Who published it, where that is known from elsewhere, or by a notice of copyright or the page's head.
    """

    lines: tuple[str, ...]
    pieces: tuple[Piece, ...]
    marked: tuple[ZoneKind | None, ...]
    beside: tuple[bool, ...]
    title: str | None
    outlet: str | None


def zones(text: str, pieces: Sequence[Piece], title: str | None = None, outlet: str | None = None) -> tuple[Zone, ...]:
    """
    Type every piece.

    Args:
        text: The canonical text.
        pieces: In text order, together covering every non-blank character.
        title: The headline, where it is known from elsewhere.
        outlet: Who published it, where that is known from elsewhere.

    Returns:
        In text order. Neighbours of one kind in one element, or in plain text of the story, comments, debris or
        headline, are one zone.
    """
    page = _page(text, pieces, title, outlet)
    kinds = _kinds(page)
    first = next((i for i, kind in enumerate(kinds) if kind is ZoneKind.BODY), None)
    spoken = datelines.is_dialogue(page.lines)
    cut = (cutting.cut(text, piece, kinds[i], is_first=i == first, spoken=spoken) for i, piece in enumerate(pieces))
    return tuple(cutting.joined([zone for part in cut for zone in part]))


def _page(text: str, pieces: Sequence[Piece], title: str | None, outlet: str | None) -> _Page:
    written = tuple(piece.span.of(text).strip() for piece in pieces)
    is_marked = all(piece.element is None for piece in pieces) and markdown.is_markdown(written)
    lines = tuple(map(markdown.plain, written)) if is_marked else tuple(map(debris.unadorned, written))
    ends = [0, *(piece.span.end for piece in pieces)]
    gaps = (text[end : piece.span.start] for end, piece in zip(ends, pieces, strict=False))
    told = {i: kind for i, line in enumerate(written) if is_marked and (kind := markdown.kind(line)) is not None}
    told |= labelled.labels(lines)
    owners = [imprint.owner(line) for line in lines if len(line) <= shapes.LISTED_MAX]
    owners += [line for line in lines[:_MAST_WITHIN] if imprint.is_papers_name(line)]
    return _Page(
        lines=lines,
        pieces=tuple(pieces),
        marked=tuple(told.get(i) or _by_markup(piece, lines[i]) for i, piece in enumerate(pieces)),
        beside=tuple(gap.count("\n") <= 1 for gap in gaps),
        title=title,
        outlet=outlet or next((owner for owner in owners if owner), None),
    )


def _kinds(page: _Page) -> list[ZoneKind]:
    """Return the kind of each piece, inner cuts aside."""
    first = _first_paragraph(page)
    judged = [
        "" if kind is ZoneKind.BOILERPLATE or piece.main is False else line
        for line, kind, piece in zip(page.lines, page.marked, page.pieces, strict=True)
    ]
    last = comments.opening(judged, first)
    end = len(page.lines) if last is None else last
    kinds = [
        *_head(page, first),
        *_middle(page, first, end),
        *_below(page, end),
    ]
    is_plain = all(piece.element is None for piece in page.pieces[:1])
    if is_plain and ZoneKind.BODY not in kinds:  # a caption needs a story to stand in
        kinds = [ZoneKind.BODY if kind is ZoneKind.CAPTION else kind for kind in kinds]
    return kinds


def _first_paragraph(page: _Page) -> int:
    """Return where the story begins: with running text, or in a dispatch of a line or two with what may be its own."""
    story = [i for i, piece in enumerate(page.pieces) if page.marked[i] is None and piece.main is not False]
    running = (i for i in story if shapes.is_paragraph(page.lines[i]) and not _is_head_line(page, i))
    first = next(running, None)
    if first is not None:
        return first
    doubtful = [i for i in story if _sure_kind(page.lines[i]) is None]
    closed = (i for i in doubtful if page.lines[i].rstrip(CLOSERS).endswith((".", "!", "?")))
    return next(closed, doubtful[min(1, len(doubtful) - 1)] if doubtful else len(page.lines))


def _by_markup(piece: Piece, words: str) -> ZoneKind | None:
    """Return what the markup says of a piece where that is to be believed, None where its words must tell."""
    if piece.element is None or not piece.roles:
        return None
    role = piece.roles[0]
    if ZoneKind.COMMENT in piece.roles:
        return _comment_kind(words)
    if ZoneKind.BOILERPLATE in piece.roles and not (piece.main and shapes.is_paragraph(words)):
        return ZoneKind.BOILERPLATE
    if role in (ZoneKind.CAPTION, ZoneKind.CREDIT) and not (piece.main and len(words) > 2 * cutting.CAPTION_MAX):
        return role
    if role is ZoneKind.BYLINE and len(words) <= 140 and not shapes.is_paragraph(words):
        return role
    if role is ZoneKind.DATELINE and len(words) <= 90 and not shapes.is_paragraph(words):
        return role
    if role is ZoneKind.HEADLINE and len(words) <= HEADLINE_MAX:
        return role
    return None


# ---------------------------------------------------------------------------- before the story


def _head(page: _Page, first: int) -> list[ZoneKind]:
    """Return the kinds of the pieces above the first paragraph of the story."""
    kinds: list[ZoneKind] = []
    for i in range(first):
        kinds.append(page.marked[i] or _head_kind(page, i, kinds))
    if kinds.count(ZoneKind.HEADLINE) > 1 and _has_folio(page, kinds):  # the first was the paper's name
        kinds[kinds.index(ZoneKind.HEADLINE)] = ZoneKind.BOILERPLATE
    for i in range(first - 2, -1, -1):  # a caption's heading
        if kinds[i] is ZoneKind.BODY and kinds[i + 1] is ZoneKind.CAPTION and page.beside[i + 1]:
            kinds[i] = ZoneKind.CAPTION
    return kinds


def _head_kind(page: _Page, i: int, before: Sequence[ZoneKind]) -> ZoneKind:
    line = page.lines[i]
    has_headline = ZoneKind.HEADLINE in before
    if _is_known_title(page, line):
        return ZoneKind.BOILERPLATE if has_headline else ZoneKind.HEADLINE
    if not has_headline and debris.may_head(line):
        return ZoneKind.HEADLINE
    sure = _sure_kind(line)
    if sure is not None:
        return sure
    if has_headline and imprint.is_papers_name(line):
        return ZoneKind.BYLINE
    capitals = has_headline and bylines.is_name_in_capitals(line) and not page.lines[i - 1].isupper()
    if has_headline and (capitals or bylines.is_bare_name(line)):
        return ZoneKind.BYLINE
    if has_headline and stamps.is_stamp(line, below_title=True):
        return ZoneKind.BYLINE if bylines.names_office(line) else ZoneKind.DATELINE
    if page.pieces[i].main is False:
        return ZoneKind.BOILERPLATE
    is_above = not has_headline and i + 1 < len(page.lines)
    if debris.is_slug(line) or debris.is_trail(line):
        return ZoneKind.BOILERPLATE
    ways = (titles.is_section, titles.is_menu)
    if is_above and (any(find(line) for find in ways) or _is_mast(page, line)):
        return ZoneKind.BOILERPLATE
    if imprint.owner(line) and credit_lines.is_text_credit(line):
        return ZoneKind.CREDIT
    if _is_caption(page, i):
        is_stamp = has_headline and line[-1:].isdigit() and not captions.is_seen(line)
        return ZoneKind.DATELINE if is_stamp and captions.is_dated_scene(line) else ZoneKind.CAPTION
    may_head = (
        not has_headline
        or before[-1] is ZoneKind.HEADLINE
        or set(before) <= {ZoneKind.HEADLINE, ZoneKind.BOILERPLATE}
        or _has_folio(page, before)
    )
    is_deck = i + 1 < len(page.lines) and _is_deck(page, i)
    if may_head and (titles.is_title(line) or is_deck):
        return ZoneKind.HEADLINE
    if has_headline and before[-1] in (ZoneKind.BYLINE, ZoneKind.DATELINE) and datelines.is_place(line):
        return ZoneKind.DATELINE
    return ZoneKind.CAPTION if shapes.is_open_scene(line) else ZoneKind.BODY


def _is_mast(page: _Page, line: str) -> bool:
    """Tell whether a line above the headline is only the paper's own name: `THE HALE POST ONLINE`."""
    own, line = (
        re.sub(r"^the|online$|ontheweb$|com$", "", shapes.squeezed(words)) for words in (page.outlet or "", line)
    )
    return bool(own) and own == line


def _is_deck(page: _Page, i: int) -> bool:
    """Tell whether a sentence right above the byline belongs to the headline: the story has its own below."""
    below = page.lines[i + 2 : i + 2 + _DECK_WITHIN]
    is_filed = datelines.opening(page.lines[i], Span(0, len(page.lines[i])), is_first=True) is not None
    is_deck = len(page.lines[i]) <= HEADLINE_MAX and not is_filed and not _SAID.search(page.lines[i])
    return is_deck and bylines.is_line(page.lines[i + 1]) and any(map(shapes.is_paragraph, below))


def _has_folio(page: _Page, kinds: Sequence[ZoneKind]) -> bool:
    """
    Tell whether a few words in capitals open the page above the day of the issue, with more than the day in its line:
    `DAWN OF HALE`, `4 March 1912 — Vol. 3`.
    """
    if list(kinds[:2]) != [ZoneKind.HEADLINE, ZoneKind.DATELINE]:
        return False
    name, folio = page.lines[:2]
    is_name = name.isupper() and len(name.split()) <= _MAST_WORDS
    return is_name and not datelines.is_line(folio, Span(0, len(folio)))


def _is_known_title(page: _Page, line: str) -> bool:
    return page.title is not None and shapes.squeezed(line) == shapes.squeezed(page.title)


def _sure_kind(line: str) -> ZoneKind | None:
    """Return the kind of a line whose own words leave no doubt, wherever it stands above or in a story."""
    if credit_lines.is_picture_credit(line):
        return ZoneKind.CREDIT
    if debris.is_debris(line):
        return ZoneKind.BOILERPLATE
    if bylines.is_line(line):
        return ZoneKind.BYLINE
    if datelines.is_line(line, Span(0, len(line))) or stamps.is_stamp(line):
        return ZoneKind.DATELINE
    return ZoneKind.CAPTION if captions.says_so(line) else None


def _is_head_line(page: _Page, i: int) -> bool:
    """Tell whether a piece that reads like a paragraph stands above the story all the same."""
    line = page.lines[i]
    if _is_known_title(page, line) or _sure_kind(line) is not None or _is_caption(page, i):
        return True
    is_last = i + 1 == len(page.lines)
    if 0 < i < _DECK_WITHIN and not is_last and _is_deck(page, i):
        return True
    return not is_last and titles.is_closed_title(line) and all(map(_sure_kind, page.lines[:i]))


# ---------------------------------------------------------------------------- within the story


def _middle(page: _Page, first: int, end: int) -> list[ZoneKind]:
    """Return the kinds of the pieces from the first paragraph of the story to the comments."""
    asked = [i for i in range(first, end) if page.marked[i] is None and page.pieces[i].main is not False]
    running = [i for i in asked if shapes.is_paragraph(page.lines[i]) or shapes.is_told(page.lines[i])]
    told = (i for i in running if not imprint.is_imprint(page.lines[i], page.outlet))
    tail = 1 + max((i for i in told if _story_kind(page, i, in_tail=False) is ZoneKind.BODY), default=first)
    kinds: list[ZoneKind] = []
    in_list = False
    for i in range(first, end):
        line = page.lines[i]
        kind = page.marked[i] or _story_kind(page, i, in_tail=i >= tail and page.pieces[i].main is not False)
        is_doubtful = kind is ZoneKind.CAPTION and page.marked[i] is None and _sure_kind(line) is None
        if in_list and (kind is ZoneKind.BODY or is_doubtful) and shapes.is_listed(line):
            kind = ZoneKind.BOILERPLATE
        if kind is ZoneKind.BODY and page.pieces[i].main is False:
            kind = ZoneKind.BOILERPLATE
        if in_list and kind is ZoneKind.DATELINE:  # the day of another story
            kind = ZoneKind.BOILERPLATE
        in_list = kind is ZoneKind.BOILERPLATE and (in_list or debris.heads_list(line))
        kinds.append(kind)
    return kinds


def _story_kind(page: _Page, i: int, *, in_tail: bool) -> ZoneKind:
    line = page.lines[i]
    if in_tail and imprint.is_notice(line) and not _is_caption(page, i - 1):
        return ZoneKind.BOILERPLATE
    sure = _sure_kind(line)
    if sure is not None:
        return sure
    if _is_caption(page, i) or shapes.is_open_scene(line):
        return ZoneKind.CAPTION
    if in_tail and (imprint.is_imprint(line, None) or debris.is_navigation(line)):
        return ZoneKind.BOILERPLATE
    if _names_outlet(page, line):
        return ZoneKind.CREDIT
    if in_tail and credit_lines.is_signature(line):
        return ZoneKind.CREDIT
    if credit_lines.is_text_credit(line) and (in_tail or not credit_lines.is_supplied(line)):
        return ZoneKind.CREDIT
    if in_tail and imprint.is_imprint(line, page.outlet):
        return ZoneKind.BOILERPLATE
    return _tail_kind(line) if in_tail else ZoneKind.BODY


def _names_outlet(page: _Page, line: str) -> bool:
    """Tell whether a short line without a verb names who publishes the page: `Hale Post and agencies.`"""
    if not page.outlet or len(line) > shapes.LEFTOVER_MAX or shapes.squeezed(page.outlet) not in shapes.squeezed(line):
        return False
    return captions.is_scene(line) and not captions.is_seen(line)


def _tail_kind(line: str) -> ZoneKind:
    """Return the kind of a line below the last paragraph."""
    if bylines.is_bare_name(line) and len(line.split(" in ")[0].split()) <= 4:
        return ZoneKind.BYLINE
    return ZoneKind.BOILERPLATE if shapes.is_leftover(line) else ZoneKind.BODY


def _is_caption(page: _Page, i: int) -> bool:
    """Tell whether a piece that does not call itself a caption is one, by its credit, its neighbour or its scene."""
    line = page.lines[i]
    credit = credit_lines.trailing(line, Span(0, len(line)))
    if credit is not None:
        described = line[: credit[0].start].strip()
        bracketed = line.endswith("]") and captions.is_seen(described)
        return bracketed or cutting.caption_start(described, is_signed=credit[1]) == 0
    if captions.is_dated_scene(line):
        return True
    name = datelines.speaker(line)
    if name and sum(datelines.speaker(other) == name for other in page.lines) > 1:
        return False
    below = i + 1 < len(page.lines) and credit_lines.is_picture_credit(page.lines[i + 1])
    above = i > 0 and page.beside[i] and credit_lines.is_picture_credit(page.lines[i - 1])
    return (below or above) and len(line) <= 2 * cutting.CAPTION_MAX and captions.is_scene(line)


def _below(page: _Page, end: int) -> list[ZoneKind]:
    """Return the kinds of the lines from the comments on; the last lines of a page may be the paper's again."""
    last = len(page.lines)
    while last > end + 1 and _is_own(page, last - 1):
        last -= 1
    kinds = [page.marked[i] or _comment_kind(page.lines[i]) for i in range(end, last)]
    return [*kinds, *[ZoneKind.BOILERPLATE] * (len(page.lines) - last)]


def _is_own(page: _Page, i: int) -> bool:
    """Tell whether a line at the end of the comments is the paper's: no reader's words stand right above it."""
    line = page.lines[i]
    own = imprint.is_imprint(line, page.outlet) and (not page.beside[i] or imprint.is_imprint(line, None))
    return own or (debris.is_debris(line) and _comment_kind(line) is ZoneKind.BOILERPLATE)


def _comment_kind(line: str) -> ZoneKind:
    """Tell the page's own debris among comments, where `Reply` and `Read more` belong to what was commented."""
    is_theirs = comments.is_actions(line) or debris.is_rule(line) or debris.is_address(line)
    if is_theirs or line.lower().startswith("read more") or not debris.is_debris(line):
        return ZoneKind.COMMENT
    return ZoneKind.BOILERPLATE
