"""
A web page to the blocks of its visible text, in document order, each with the path of its element.

This serialisation is the canonical text of HTML: blocks joined by blank lines, white space squeezed as a browser
squeezes it, nothing left out that a reader sees and nothing put in that he does not. Every extractor tried keeps no
way back to the element, so that theirs can only judge which blocks are the story (`main`), never supply the words.

The tree is walked without recursion and with paths cut at a depth, since pages nest as deep as a mistake in a
template makes them; lxml drops all text below some 256 levels without a word, and is therefore not used here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from resiliparse.parse.html import HTMLTree

from sayso.article.markup import BLOCKS, is_unseen, role_of
from sayso.errors import InputError
from sayso.spans import INVISIBLE
from sayso.terms import ZoneKind

# Code points of visible text above which a page is no article: forty times the longest article of the corpora.
LIMIT_TEXT: Final = 1_000_000
# Elements named in a path, and roles kept of the elements around a block. Real pages nest 20 to 40 deep.
_PATH_DEPTH: Final = 200
_ROLES_KEPT: Final = 8

_SPACE: Final = re.compile(r"[ \t\n\r\f]+")
_INVISIBLE: Final = str.maketrans("", "", f"\u00ad{INVISIBLE}\0")
_ELEMENT, _TEXT = 1, 3  # DOM node types (DOM Living Standard, section 4.4)


@dataclass(frozen=True, slots=True)
class Block:
    """
    A run of visible text that no block element interrupts.

    Attributes:
        text: White space squeezed; newlines only where the page breaks a line (`<br>`, `<pre>`).
        element: Path of the innermost block element around it, counted among siblings of its name
            (`/html/body/div[2]/p[3]`); cut at 200 elements.
        roles: What the markup of the elements around it says of its text, innermost first.
        link_share: Share of its characters that stand inside links.
        main: Whether it is part of the story, None where nobody has judged yet.
    """

    text: str
    element: str
    roles: tuple[ZoneKind, ...]
    link_share: float
    main: bool | None = None

    @property
    def tag(self) -> str:
        """Name of the element that the path ends with."""
        return self.element.rpartition("/")[2].partition("[")[0]


@dataclass(slots=True)
class _Open:
    """An element whose end has not been reached."""

    tag: str
    path: str
    depth: int
    roles: tuple[ZoneKind, ...]
    breaks: bool
    children: dict[str, int] = field(default_factory=dict)


def parse(text: str) -> Any:  # resiliparse has no types
    """Return the tree of a page, built as browsers build it (resiliparse's lexbor)."""
    return HTMLTree.parse(text)


def blocks(tree: Any) -> list[Block]:
    """
    Return the visible blocks of a page.

    Raises:
        InputError: The visible text is longer than `LIMIT_TEXT` (`too_large`).
    """
    found: list[Block] = []
    size = 0
    for block in _Walk().run(tree.document):
        size += len(block.text)
        if size > LIMIT_TEXT:
            raise InputError("too_large", f"more than {LIMIT_TEXT:,} characters of visible text")
        found.append(block)
    return found


class _Walk:
    """One walk over a tree, keeping the text of the block that is being read and the elements around it."""

    def __init__(self) -> None:
        self.open: list[_Open] = [_Open("#document", "", 0, (), breaks=True)]
        self.pieces: list[str] = []
        self.length = 0
        self.linked = 0
        self.links = 0
        self.verbatim = 0

    def run(self, root: Any) -> Iterator[Block]:
        """Yield blocks in document order."""
        node = root.first_child
        while node is not None:
            down = None
            if node.type == _TEXT:
                self._text(node.value or "")
            elif node.type == _ELEMENT:
                yield from self._enter(node)
                if self.open[-1].tag != "#unseen":
                    down = node.first_child
            if down is not None:
                node = down
                continue
            while node is not None:
                if node.type == _ELEMENT:
                    yield from self._leave()
                if node.next is not None:
                    node = node.next
                    break
                node = node.parent if len(self.open) > 1 else None
        yield from self._flush()

    def _enter(self, node: Any) -> Iterator[Block]:
        tag = node.tag
        attributes = {name.lower(): node.getattr(name) or "" for name in node.attrs}
        around = self.open[-1]
        count = around.children[tag] = around.children.get(tag, 0) + 1
        if is_unseen(tag, attributes):
            self.open.append(_Open("#unseen", around.path, around.depth, around.roles, breaks=False))
            return
        role = role_of(tag, attributes)
        breaks = tag in BLOCKS or role is ZoneKind.CREDIT
        if breaks:
            yield from self._flush()
        elif tag == "br":
            self._append("\n")
        elif tag == "q":
            self._append("“")
        self.links += tag == "a"
        self.verbatim += tag == "pre"
        self.open.append(self._child(around, tag, count, role, breaks))

    @staticmethod
    def _child(around: _Open, tag: str, count: int, role: ZoneKind | None, breaks: bool) -> _Open:
        path = around.path
        if around.depth < _PATH_DEPTH:
            path = f"{path}/{tag}" if tag in ("html", "body") else f"{path}/{tag}[{count}]"
        roles = (
            (role, *around.roles)[:_ROLES_KEPT] if role is not None and role not in around.roles[:1] else around.roles
        )
        return _Open(tag, path, around.depth + 1, roles, breaks)

    def _leave(self) -> Iterator[Block]:
        tag = self.open[-1].tag
        if self.open[-1].breaks:
            yield from self._flush()
        elif tag in ("td", "th"):
            self._append("\t")
        elif tag == "q":
            self._append("”")
        self.links -= tag == "a"
        self.verbatim -= tag == "pre"
        self.open.pop()

    def _text(self, value: str) -> None:
        value = value.translate(_INVISIBLE)
        if self.verbatim:
            self._append(value.replace("\r\n", "\n").replace("\r", "\n"))
        else:
            self._append(_SPACE.sub(" ", value))

    def _append(self, piece: str) -> None:
        self.pieces.append(piece)
        self.length += len(piece)
        self.linked += len(piece) if self.links else 0

    def _flush(self) -> Iterator[Block]:
        """End the block that is being read; nothing comes of white space alone."""
        text = _squeeze("".join(self.pieces))
        share = min(1.0, self.linked / self.length) if self.length else 0.0
        self.pieces, self.length, self.linked = [], 0, 0
        if text:
            inner = self._block_element()
            yield Block(text, inner.path or "/html", self.open[-1].roles, share)

    def _block_element(self) -> _Open:
        """Return the innermost open block element, else the document."""
        return next((element for element in reversed(self.open) if element.tag in BLOCKS), self.open[0])


def _squeeze(text: str) -> str:
    """Return text with single blanks, at most two newlines in a row, and a single tab between cells."""
    text = re.sub(r" ?\n ?", "\n", re.sub(" {2,}", " ", text))
    return re.sub(r" ?\t[ \t]*", "\t", re.sub(r"\n{3,}", "\n\n", text)).strip()
