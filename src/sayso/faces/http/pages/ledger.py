"""`/ledger`: what became of every signal as of a day, by which rule, on what evidence; narrowed as `sayso ledger`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any, Final

from fastapi import APIRouter
from pydantic import Field as Described

from sayso.ask.ledgers import Weighed, narrowed
from sayso.faces.http import links
from sayso.faces.http.asked import Paged, words
from sayso.faces.http.cursors import parts, word
from sayso.faces.http.fates import ledger_of
from sayso.faces.http.fields import Chip, Field
from sayso.faces.http.quoting import field_words
from sayso.faces.http.routes import add
from sayso.faces.http.rows import named
from sayso.faces.http.view import Row, View, Visit
from sayso.faces.narrowing import day_of, wished
from sayso.record.listing import Listed
from sayso.terms import Outcome, SignalKind

LABELS: Final = {
    "as_of": "As of",
    "sender": "Sender",
    "target": "Aimed at",
    "kind": "Kind",
    "status": "Outcome",
    "since": "From",
    "asides": "With asides",
}
HELP: Final = {
    "as_of": "As of this day; else as of the latest publication in the record.",
    "sender": "Only signals of this sender and of those who speak for it.",
    "target": "Only signals that aim at this one.",
    "kind": "Only warnings, threats, promises, commitments, refusals or demands.",
    "status": "Only what is open, kept, broken, averted or lapsed.",
    "since": "Only what was said, or reported on, on this day or after it.",
    "asides": "With captions, credits, comments and boilerplate.",
}
CHOICES: Final = {
    "kind": tuple(one.value for one in SignalKind),
    "status": tuple(one.value for one in Outcome),
}


class LedgerWanted(Paged):
    """What the ledger can be asked for: the options of `sayso ledger`, under their names."""

    as_of: str | None = words(HELP["as_of"])
    sender: str | None = words(HELP["sender"])
    target: str | None = words(HELP["target"])
    kind: str | None = words(HELP["kind"])
    status: str | None = words(HELP["status"])
    since: str | None = words(HELP["since"])
    asides: bool = Described(default=False, description=HELP["asides"])

    def narrows(self) -> dict[str, str]:
        """Return what is set, as an address has it."""
        held = {name: getattr(self, name) for name in LABELS if getattr(self, name)}
        return {name: "true" if value is True else value for name, value in held.items()}


def page(visit: Visit) -> View:
    """Return the ledger, the newest signal first."""
    wanted = visit.asks(LedgerWanted)
    day, since = day_of("as_of", wanted.as_of), day_of("since", wanted.since)
    asked = wished(wanted.sender, wanted.target, wanted.kind, wanted.status, since, asides=wanted.asides)
    found = ledger_of(visit.explorer, day, asked)
    passing = narrowed(visit.explorer.record, found.lines if found else (), asked)
    begins = _behind(passing, wanted.after)
    lines = passing[begins : begins + wanted.size]
    listed, _ = visit.explorer.pages.listed([one.row["id"] for one in lines])
    more = begins + len(lines) < len(passing)
    return View(
        template="ledger.html",
        shown={
            "wanted": wanted,
            "ledger": found,
            "lines": [(one.row, listed.get(one.row["id"])) for one in lines],
            "amount": len(passing),
            "tabs": _tabs(visit, wanted, found.lines if found else ()),
            "fields": fields(wanted),
            "chips": chips(visit, wanted),
            "is_first": wanted.after is None,
        },
        rows=_rows(lines, listed),
        next=word(begins + len(lines), lines[-1].row["id"]) if more else None,
        truncated=found is None or not found.is_whole,
        is_making=found is None,
        every=lambda: _every(visit, passing),
    )


def _behind(lines: Sequence[Weighed], after: str | None) -> int:
    """Return where a page begins: behind the signal that the last one ended with, wherever it stands by now."""
    if after is None:
        return 0
    number, last = parts(after, int, str)
    return next((n for n, one in enumerate(lines, 1) if one.row["id"] == last), min(max(int(number), 0), len(lines)))


def _tabs(visit: Visit, wanted: LedgerWanted, lines: Sequence[Weighed]) -> list[tuple[str, int, str, bool]]:
    """Return the outcomes with how many signals each has among what is asked for, and the address of just those."""
    since = day_of("since", wanted.since)
    asked = wished(wanted.sender, wanted.target, wanted.kind, None, since, asides=wanted.asides)
    counts = Counter(one.outcome.value for one in narrowed(visit.explorer.record, lines, asked))
    rest = {name: value for name, value in wanted.narrows().items() if name != "status"}
    now = (wanted.status or "").lower()
    every = [("all", counts.total(), _address(rest), not now)]
    return every + [
        (one.value, counts[one.value], _address({**rest, "status": one.value}), one.value == now) for one in Outcome
    ]


def fields(wanted: LedgerWanted) -> list[Field]:
    """Return the fields of the form."""
    set_to = wanted.narrows()
    return [
        Field(
            name=name,
            label=label,
            help=HELP[name],
            value=set_to.get(name, ""),
            choices=CHOICES.get(name, ()),
            is_switch=name == "asides",
        )
        for name, label in LABELS.items()
    ]


def chips(visit: Visit, wanted: LedgerWanted) -> list[Chip]:
    """Return what is set, each with the address of the ledger without it."""
    set_to = wanted.narrows()
    names = visit.explorer.pages.names([value for name, value in set_to.items() if name in ("sender", "target")])
    return [
        Chip(
            LABELS[name],
            "" if name == "asides" else names.get(value, value),
            _address({other: told for other, told in set_to.items() if other != name}),
        )
        for name, value in set_to.items()
    ]


def _address(set_to: Mapping[str, str]) -> str:
    return links.queried("/ledger", set_to)


def _rows(lines: Iterable[Weighed], listed: Mapping[str, Listed]) -> list[Row]:
    return [row_of(one, listed.get(one.row["id"])) for one in lines]


def row_of(line: Weighed, listed: Listed | None) -> dict[str, Any]:
    """Return a line as programs get it: what `sayso ledger --json` prints, `words`, `names` and `page`."""
    key = line.row["id"]
    held = {} if listed is None else {"words": field_words(listed), "names": named(listed)}
    return {**line.row, **held, "page": f"{links.entry('signal', key)}#life"}


def _every(visit: Visit, lines: Sequence[Weighed]) -> Iterable[Row]:
    left = iter(lines)
    while some := list(islice(left, 100)):
        listed, _ = visit.explorer.pages.listed([one.row["id"] for one in some])
        yield from _rows(some, listed)


def routes(router: APIRouter) -> None:
    """Give the ledger its address."""
    add(router, "/ledger", page, LedgerWanted, "What became of every signal as of a day, with the evidence.")
