"""Lines of the feed of changes to Atom (RFC 4287), so that a news reader can watch a record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from sayso.faces.http.rendering import visible

ATOM: Final = "http://www.w3.org/2005/Atom"

register_namespace("", ATOM)


def feed(rows: Iterable[Mapping[str, Any]], record: str, base: str) -> bytes:
    """
    Return a feed.

    Args:
        rows: Lines of `/changes.json`, the newest first.
        record: Name of the record.
        base: Address of the server, without a slash behind it.
    """
    held = list(rows)
    made = Element(_name("feed"))
    _add(made, "id", f"{base}/changes")
    _add(made, "title", f"Changes of {record}")
    _add(made, "updated", _moment(held[0]["at"]) if held else "1970-01-01T00:00:00Z")
    _link(made, f"{base}/changes.atom", "self")
    _link(made, f"{base}/changes", "alternate")
    for row in held:
        made.append(_entry(row, base))
    told: bytes = tostring(made, encoding="utf-8", xml_declaration=True)
    return told


def _entry(row: Mapping[str, Any], base: str) -> Element:
    made = Element(_name("entry"))
    _add(made, "id", f"urn:sayso:{row['change'].replace(' ', '-')}:{row.get('overlay') or row['id']}:{row['at']}")
    _add(made, "title", f"{row['change']}: {row['of']} {row['id']}")
    _add(made, "updated", _moment(row["at"]))
    author = SubElement(made, _name("author"))
    _add(author, "name", row.get("by") or "sayso")
    _link(made, f"{base}{row['page'] or '/changes'}", "alternate")
    _add(made, "content", row["about"])
    return made


def _add(parent: Element, name: str, words: str) -> None:
    SubElement(parent, _name(name)).text = visible(words)


def _link(parent: Element, address: str, relation: str) -> None:
    SubElement(parent, _name("link"), {"href": visible(address), "rel": relation})


def _name(name: str) -> str:
    return f"{{{ATOM}}}{name}"


def _moment(utc: str) -> str:
    """Return a moment of the record's clock as RFC 3339 wants it."""
    whole = utc.replace("+00:00", "").rstrip("Z")
    return f"{whole if 'T' in whole else f'{whole}T00:00:00'}Z"
