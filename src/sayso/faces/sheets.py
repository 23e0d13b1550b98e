"""
A red-line sheet to Markdown and to one page of HTML: everything in it from outside is escaped, nothing is executed.

The HTML stands alone (no script, no picture, no address that is loaded) and is made to be printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from sayso.ask.brief import Footnote, Item, Section, Sheet
from sayso.faces.words import plain
from sayso.spans import in_quotes

SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>#|~])")
"""What Markdown would take for its own."""
STYLE: Final = """
body { font: 11pt/1.4 Georgia, serif; max-width: 46em; margin: 2em auto; padding: 0 1em; color: #111; }
h1 { font-size: 1.5em; margin-bottom: 0; } h2 { font-size: 1.1em; margin: 1.4em 0 .4em; border-bottom: 1px solid #999; }
article { margin: .6em 0; break-inside: avoid; } blockquote { margin: .2em 0 .2em 1.2em; font-style: italic; }
.kind { font-variant: small-caps; } ul { margin: .1em 0 .1em 1.2em; padding: 0; font-size: .92em; }
ol { font-size: .82em; } code { font-size: .85em; word-break: break-all; } sup a { text-decoration: none; }
@page { size: A4; margin: 18mm; } @media print { body { margin: 0; max-width: none; } }
"""
NOTHING: Final = "Nothing in this record is open, or has changed since."


def markdown(sheet: Sheet) -> str:
    """Return a sheet as Markdown with footnotes."""
    lines = [f"# Red lines: {_md(sheet.title)}", "", f"As of {sheet.day.isoformat()}; changes since {sheet.since}.", ""]
    for section in sheet.sections:
        lines += [f"## {_md(section.title)}", ""]
        for item in section.items:
            lines += _md_item(item)
    if not sheet.sections:
        lines += [NOTHING, ""]
    lines += [_md_note(one) for one in sheet.footnotes]
    return "\n".join(lines).rstrip() + "\n"


def _md(words: str) -> str:
    return SPECIAL.sub(r"\\\1", plain(words))


def _md_item(item: Item) -> Iterator[str]:
    yield f"- **{_md(item.kind)}**, {_md(item.who)}: {_md(in_quotes(item.quote))}{_md_marks(item.notes)}"
    for remark in item.remarks:
        yield f"  - {_md(remark.text)}{_md_marks(remark.notes)}"
    yield ""


def _md_marks(numbers: Iterable[int]) -> str:
    return "".join(f"[^{number}]" for number in numbers)


def _md_note(one: Footnote) -> str:
    return f"[^{one.number}]: {_md(in_quotes(one.sentence))} {_md(_where(one))}, SHA-256 `{plain(one.sha256)}`"


def _where(one: Footnote) -> str:
    entry = f"{one.entry} in " if one.entry else ""
    return f"{one.outlet or 'outlet unknown'}, {one.published or 'no date'}, {entry}article {one.article}"


def html(sheet: Sheet) -> str:
    """Return a sheet as a page of HTML that stands alone."""
    title = f"Red lines: {_html(sheet.title)}"
    body = "".join(_html_section(section) for section in sheet.sections) or f"<p>{NOTHING}</p>"
    notes = "".join(_html_note(one) for one in sheet.footnotes)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{STYLE}</style></head>\n<body><main><h1>{title}</h1>"
        f"<p>As of {sheet.day.isoformat()}; changes since {sheet.since}.</p>\n{body}"
        f"<section><h2>Footnotes</h2><ol>{notes}</ol></section></main></body></html>\n"
    )


def _html(words: str) -> str:
    return escape(plain(words), quote=True)


def _html_section(section: Section) -> str:
    items = "".join(_html_item(item) for item in section.items)
    return f"<section><h2>{_html(section.title)}</h2>{items}</section>\n"


def _html_item(item: Item) -> str:
    remarks = "".join(f"<li>{_html(one.text)}{_html_marks(one.notes)}</li>" for one in item.remarks)
    return (
        f'<article><span class="kind">{_html(item.kind)}</span>, {_html(item.who)}'
        f"<blockquote>{_html(in_quotes(item.quote))}{_html_marks(item.notes)}</blockquote><ul>{remarks}</ul></article>\n"
    )


def _html_marks(numbers: Iterable[int]) -> str:
    return "".join(f'<sup><a href="#note-{number}">{number}</a></sup>' for number in numbers)


def _html_note(one: Footnote) -> str:
    return (
        f'<li id="note-{one.number}">{_html(in_quotes(one.sentence))} {_html(_where(one))}, '
        f"SHA-256 <code>{_html(one.sha256)}</code></li>\n"
    )
