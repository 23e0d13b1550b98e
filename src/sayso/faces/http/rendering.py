"""
Values to pages: one environment through which every word goes, escaped, and with what could reorder a line shown.

Nothing in a template is marked safe; words from articles are data wherever they come from. An address from outside
becomes a link only if it begins with http or https.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

from fastapi import Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from sayso import __version__
from sayso.faces.amounts import amount, number
from sayso.faces.http import links, phrases
from sayso.faces.http.quoting import quoted
from sayso.knowledge.spelling import in_sentence

WEB: Final = Path(__file__).parents[1] / "web"
STATIC: Final = WEB / "static"
THEMES: Final = ("auto", "light", "dark")

# Marks that reorder what follows them (Unicode Bidirectional Algorithm, explicit formatting characters).
_REORDERS: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SHOWN: Final = frozenset("\n\t\r")


def render(request: Request, template: str, shown: Mapping[str, Any]) -> str:
    """Return a page."""
    explorer = request.app.state.explorer
    return (
        environment()
        .get_template(template)
        .render(
            {
                "path": request.url.path,
                "address": f"{request.url.path}{'?' + request.url.query if request.url.query else ''}",
                "twins": _twins(request),
                "theme": theme_of(request),
                "record": explorer.name,
                "version": __version__,
                "next_url": None,
                "again": None,
                "key": request.app.state.key,
                "signed": request.cookies.get("sayso_by", "")[:100],
                "first_url": _first(request),
                **shown,
            }
        )
    )


def _first(request: Request) -> str:
    """Return the address of the first page of a list, narrowed alike."""
    held = [(name, value) for name, value in request.query_params.multi_items() if name != "_next" and value]
    return f"{request.url.path}{'?' if held else ''}{urlencode(held)}"


def theme_of(request: Request) -> str:
    """Return which colours a reader asked for, `auto` where none."""
    given = request.cookies.get("sayso_theme", "")
    return given if given in THEMES else "auto"


def visible(value: Any) -> Any:
    """Return a value as a page may show it: characters that reorder or control become U+FFFD, one for one."""
    if not isinstance(value, str) or isinstance(value, Markup) or (value.isascii() and value.isprintable()):
        return value
    return "".join(map(_visible, value))


@cache
def _visible(character: str) -> str:
    if character in _REORDERS or (character not in _SHOWN and unicodedata.category(character) in ("Cc", "Cs")):
        return "\ufffd"
    return character


def outbound(address: str | None) -> str | None:
    """Return an address that may be a link: http or https with a host; None for anything else."""
    if address is None or any(character.isspace() or ord(character) < 32 for character in address):
        return None
    try:
        held = urlsplit(address)
    except ValueError:
        return None
    return address if held.scheme.lower() in ("http", "https") and held.hostname else None


@cache
def static(name: str) -> str:
    """Return the address of a file of ours, with its digest, so that a browser may keep it for good."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?v={digest}"


def islands() -> str | None:
    """Return the address of the scripts, None where they were not built: pages ask for no file that is not there."""
    return static("islands.js") if (STATIC / "islands.js").exists() else None


@cache
def environment() -> Environment:
    """Return the one environment of all templates."""
    made = Environment(
        loader=FileSystemLoader(WEB / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=visible,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        static=static, islands=islands, links=links, phrases=phrases, quoting=quoted, amount=amount, query=urlencode
    )
    made.filters.update(number=number, outbound=outbound, plural=phrases.plural, short=phrases.short)
    made.filters.update(in_sentence=in_sentence)
    return made


def _twins(request: Request) -> dict[str, str]:
    """Return the addresses of this page as JSON and CSV."""
    path = "/overview" if request.url.path == "/" else request.url.path.rstrip("/")
    query = f"?{request.url.query}" if request.url.query else ""
    return {kind: f"{path}.{kind}{query}" for kind in ("json", "csv")}
