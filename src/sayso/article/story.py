"""
Blocks of a page to blocks that are judged: which of them are the story, and which the page around it.

trafilatura is the judge, since nobody's F1 on news pages is better; only its verdict is taken, found again in our own
blocks by their letters. Where it finds no story, the shape of the blocks decides. It parses with lxml, which loses
what is nested too deep and is slow on huge pages: these it is given as plain paragraphs, or not at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import trafilatura

from sayso.article.page import Block
from sayso.terms import ZoneKind

# trafilatura takes 0.02 to 0.1 s for an ordinary page of 100 kB and about linear time beyond; lxml's own limit on
# depth is 256. Letters that make a block's words unmistakable within the story; set by hand on pages of our own.
_HTML_MAX: Final = 5_000_000
_DEPTH_MAX: Final = 200
_UNMISTAKABLE: Final = 24
_LINKED: Final = 0.5  # share of links above which a block is a list of links and no paragraph
_LONG: Final = 80  # code points of a paragraph that is told by its shape alone

_BODY: Final = re.compile(r"<body\b", re.IGNORECASE)
_PARAGRAPHS: Final = ("p", "li", "blockquote", "pre", "dd", "td", "tr", "div", "section", "article", "body", "main")


def judge(html: str, blocks: Sequence[Block]) -> list[Block]:
    """
    Return the blocks with `main` set.

    Args:
        html: The page.
        blocks: Its visible blocks (`page.blocks`).
    """
    story = _story(html, blocks)
    verdicts = _found_in(story, blocks) if story else [_is_paragraph(block) for block in blocks]
    verdicts = _filled(blocks, verdicts)
    return [replace(block, main=verdict) for block, verdict in zip(blocks, verdicts, strict=True)]


def _story(html: str, blocks: Sequence[Block]) -> str:
    """Return the text that trafilatura takes for the story, empty where it finds none."""
    if len(html) > _HTML_MAX:
        return ""
    if any(block.element.count("/") >= _DEPTH_MAX for block in blocks):
        html = _as_paragraphs(blocks)
    elif not _BODY.search(html):
        html = f"<html><body>{html}</body></html>"  # of a part of a page, trafilatura says nothing
    found = trafilatura.bare_extraction(html, include_comments=False, include_tables=True)
    text = getattr(found, "text", None)
    return text if isinstance(text, str) else ""


def _as_paragraphs(blocks: Sequence[Block]) -> str:
    escaped = (block.text.replace("&", "&amp;").replace("<", "&lt;") for block in blocks)
    return "<html><body><article>" + "".join(f"<p>{text}</p>" for text in escaped) + "</article></body></html>"


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _found_in(story: str, blocks: Sequence[Block]) -> list[bool]:
    """Tell for each block whether its words stand in the story: long ones anywhere, short ones as a line of it."""
    whole = _letters(story)
    lines = {_letters(line) for line in story.splitlines()}
    keys = [_letters(block.text) for block in blocks]
    return [bool(key) and (key in lines or (len(key) >= _UNMISTAKABLE and key in whole)) for key in keys]


def _is_paragraph(block: Block) -> bool:
    """Tell a paragraph of running text by its shape."""
    return (
        block.tag in _PARAGRAPHS
        and block.link_share < _LINKED
        and len(block.text) >= _LONG
        and block.text.rstrip("\"'”’»)] ").endswith((".", "!", "?", "…", ":"))
        and not {ZoneKind.COMMENT, ZoneKind.BOILERPLATE, ZoneKind.CAPTION}.intersection(block.roles)
    )


def _filled(blocks: Sequence[Block], verdicts: Sequence[bool]) -> list[bool]:
    """
    Add paragraphs that stand between paragraphs of the story, under the same element, and were passed over.

    trafilatura drops short or quoted paragraphs in the middle of a story now and then; what it keeps it is right about.
    """
    parents = [block.element.rpartition("/")[0] for block in blocks]
    homes = Counter(parent for parent, verdict in zip(parents, verdicts, strict=True) if verdict)
    kept = [index for index, verdict in enumerate(verdicts) if verdict]
    if not kept:
        return list(verdicts)
    return [
        verdict
        or (
            kept[0] < index < kept[-1]
            and homes[parents[index]] >= 2
            and block.tag in ("p", "blockquote")
            and block.link_share < _LINKED
            and not block.roles
        )
        for index, (block, verdict) in enumerate(zip(blocks, verdicts, strict=True))
    ]
