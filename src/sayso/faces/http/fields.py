"""Filters to the fields of a form with what a reader may choose; what is set to chips that can be taken off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from sayso.faces.http.asked import Narrowed
from sayso.faces.http.counts import published
from sayso.faces.http.view import Visit
from sayso.faces.narrowing import NARROWINGS, TAKES, kinds_of
from sayso.terms import EventType, ZoneKind

LABELS: Final = {
    "outlet": "Outlet",
    "source": "Source",
    "actor": "Actor",
    "target": "Aimed at",
    "kind": "Kind",
    "since": "From",
    "until": "Until",
    "zone": "Zone",
    "asides": "With asides",
    "article": "Article",
    "versions": "Older versions too",
    "rejected": "What people rejected too",
}
SUGGESTED: Final = 200


@dataclass(frozen=True, slots=True)
class Field:
    """
    A filter in a form.

    Attributes:
        name: As an address has it.
        label: As people read it.
        help: What it leaves.
        value: What is set, or empty.
        choices: What it may be; empty where it is typed.
        suggested: What it often is.
        is_switch: Whether it is yes or no.
        otherwise: For one that is yes or no, what holds where it is not set.
    """

    name: str
    label: str
    help: str
    value: str
    choices: tuple[str, ...] = ()
    suggested: tuple[str, ...] = ()
    is_switch: bool = False
    otherwise: bool = False


@dataclass(frozen=True, slots=True)
class Chip:
    """
    A filter that is set.

    Attributes:
        label: Which.
        value: What it is set to, ids by their names.
        without: The address of the list without it.
    """

    label: str
    value: str
    without: str


def fields(visit: Visit, kind: str, names: Sequence[str] | None = None) -> list[Field]:
    """Return the fields of the form of a list of a kind; only some of them where they are named."""
    wanted = visit.asks(Narrowed)
    set_to = wanted.narrows(kind)
    outlets = visit.explorer.tallies.of("published", published) or []
    offered = {"outlet": tuple(one.outlet for one in outlets[:SUGGESTED] if one.outlet)}
    made = []
    for name in names or TAKES[kind]:
        one = NARROWINGS[name]
        made.append(
            Field(
                name=name,
                label=LABELS[name],
                help=one.help,
                value=set_to.get(name, ""),
                choices=_choices(kind, name),
                suggested=offered.get(name, ()),
                is_switch=not one.takes,
                otherwise=one.otherwise,
            )
        )
    return made


def chips(visit: Visit, kind: str, path: str, kept: Sequence[tuple[str, str]] = ()) -> list[Chip]:
    """Return what is set, each with the address of the list without it; `kept` stays in the address besides."""
    set_to = visit.asks(Narrowed).narrows(kind)
    ids = [value for name, value in set_to.items() if name in ("source", "actor", "target")]
    names = visit.explorer.pages.names(ids) if ids else {}
    made = []
    for name, value in set_to.items():
        rest = urlencode([*kept, *((other, told) for other, told in set_to.items() if other != name)])
        made.append(Chip(*_said(name, value, names), f"{path}?{rest}" if rest else path))
    return made


def _said(name: str, value: str, names: Mapping[str, str]) -> tuple[str, str]:
    """Return a filter and its value as a chip says them; one that is yes or no says it all by its name."""
    if NARROWINGS[name].takes:
        return LABELS[name], names.get(value, value)
    return (LABELS[name] if value == "true" else f"No {LABELS[name].removeprefix('With ').lower()}"), ""


def _choices(kind: str, name: str) -> tuple[str, ...]:
    if name == "zone":
        return tuple(one.value for one in ZoneKind)
    if name != "kind":
        return ()
    return tuple(one.value for one in EventType) if kind == "event" else tuple(kinds_of(kind))
