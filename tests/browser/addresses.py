"""
The routes of the explorer to addresses that can be opened: each page with all the things that it can be about.

The list is that of the server itself (its OpenAPI document), so that a page which is added later is looked at without
anybody thinking of it. A `{name}` in a route is tried with something of each kind that the record holds; a route that
answers to none of them is an error here.
"""

from __future__ import annotations

import re
import time
from itertools import islice, product
from urllib.parse import quote

from served import CLIENT, SECONDS, rows

LISTED = {
    "articles": "id",
    "statements": "id",
    "signals": "id",
    "events": "id",
    "figures": "id",
    "times": "id",
    "entities": "id",
    "outlets": "outlet",
    "runs": "key",
}
"""Lists whose rows other pages are about, and the key that names a row."""
ASKED = {
    "/": ("as_of=1962-10-20",),
    "/signals": ("kind=threat&since=1962-10", "_size=5", "source=nobody"),
    "/statements": ("source=Kennedy&asides=false",),
    "/search": ("q=missiles", "q=%22the+quarantine%22&in=signal", "q=zzz"),
    "/whatif": (
        "move=Soviet+ships+cross+the+quarantine+line",
        "move=NATO+sends+peacekeepers+to+Ukraine",
        "move=Sweden+cuts+its+interest+rates",
        "move=hm",
    ),
}
"""Queries that make a page show what it does not show unasked: lists narrowed and empty, chains, silence, no move."""
MOST = 5
"""Things that a page is looked at about: one of each kind of entry."""
WRONG = ("/nowhere", "/signals?kind=song", "/article/none")
"""Pages of errors."""


def routes(address: str) -> list[str]:
    """Return the routes of pages, as the server describes them."""
    told = CLIENT.get(f"{address}/openapi.json").json()["paths"]
    return [path for path, operations in told.items() if "html" in operations.get("get", {}).get("tags", ())]


def pages(address: str) -> dict[str, list[str]]:
    """Return for each route the paths, with queries, at which it shows something."""
    ends = [_ends(address, kind, key) for kind, key in LISTED.items()]
    named = [*(first for first, _ in ends), *(last for _, last in ends)]
    found = {}
    for route in routes(address):
        names = re.findall(r"{(\w+)(?::path)?}", route)
        tried = [_filled(route, values) for values in product(named, repeat=len(names))]
        found[route] = list(
            islice((one for one in dict.fromkeys(tried) if _answers(f"{address}{one}")), MOST // max(1, len(names)))
        )
        found[route] += [f"{route}?{query}" for query in ASKED.get(route, ())]
        assert found[route], f"{route} answers to nothing that the record holds"
    return found


def _ends(address: str, kind: str, key: str) -> tuple[str, str]:
    """The first and the last of a page; a list that is being counted is asked for again."""
    until = time.monotonic() + SECONDS
    while not (listed := rows(f"{address}/{kind}.json")) and time.monotonic() < until:
        time.sleep(0.2)
    return str(listed[0][key]), str(listed[-1][key])


def _filled(route: str, values: tuple[str, ...]) -> str:
    for value in values:
        route = re.sub(r"{[\w:]+}", quote(value, safe=""), route, count=1)
    return route


def _answers(address: str) -> bool:
    return CLIENT.get(address).status_code == 200
