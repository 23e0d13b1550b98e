"""A view to a response: a page of HTML, an envelope of JSON, or CSV that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final
from urllib.parse import quote, urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse, Response, StreamingResponse

from sayso.faces.http.asked import Paged, Wanted
from sayso.faces.http.rendering import render
from sayso.faces.http.view import Row, View
from sayso.record.entries import Json

UNROLLED: Final = "words"
"""The key whose object becomes columns of its own in CSV; any other list or object is a cell of JSON."""
FORMULA: Final = "=+-@＝＋－＠"
"""With these a spreadsheet takes a cell for a formula (OWASP, "CSV Injection"), the full-width ones among them."""
AGAIN: Final = "5"
"""Seconds after which what is still being made is asked for again. Set by hand."""
_BEFORE: Final = " \t\r\n\v\f\u00a0\u3000\ufeff'\"“”‘’"


def html_answer(request: Request, view: View, _wanted: Wanted) -> Response:
    """Return the page."""
    again = AGAIN if view.is_making else None
    shown = {**view.shown, "next_url": next_address(request, view.next), "again": again}
    return HTMLResponse(render(request, view.template, shown), headers={"Retry-After": AGAIN} if again else None)


def json_answer(request: Request, view: View, wanted: Wanted) -> Response:
    """Return the envelope of the rows."""
    told = {
        "ok": True,
        "rows": view.rows,
        "next": view.next,
        "next_url": next_address(request, view.next, whole=True),
        "truncated": view.truncated,
    }
    return Response(as_json(told), media_type="application/json", headers=_headers(request, view, wanted, "json"))


def csv_answer(request: Request, view: View, wanted: Wanted) -> Response:
    """Return the rows of this page as CSV, or those of all pages as they come."""
    streams = isinstance(wanted, Paged) and wanted.streams and view.every is not None
    rows = view.every() if streams and view.every is not None else view.rows if view.table is None else view.table
    headers = _headers(request, view, wanted, "csv")
    if view.next is not None and not streams:
        headers["Link"] = f'<{next_address(request, view.next, whole=True)}>; rel="next"'
    return StreamingResponse(csv_lines(rows), media_type="text/csv; charset=utf-8", headers=headers)


def as_json(told: Json) -> str:
    """Return JSON with every letter itself; a number that is none is null, as JSON has no word for it."""
    try:
        return json.dumps(told, ensure_ascii=False, allow_nan=False)
    except ValueError:
        return json.dumps(json.loads(json.dumps(told), parse_constant=lambda _: None), ensure_ascii=False)


def next_address(request: Request, word: str | None, *, whole: bool = False) -> str | None:
    """Return the address of the next page, relative unless the whole is wanted; None where there is none."""
    if word is None:
        return None
    held = [(name, value) for name, value in request.query_params.multi_items() if name != "_next" and value]
    query = urlencode([*held, ("_next", word)])
    return f"{request.url.replace(query=query)}" if whole else f"?{query}"


def csv_lines(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the lines of a table; the first row names the columns."""
    flat = (unrolled(row) for row in rows)
    first = next(flat, None)
    if first is None:
        return
    columns = list(first)
    yield _line(columns)
    for row in chain([first], flat):
        yield _line([cell(row.get(column)) for column in columns])


def unrolled(row: Row) -> dict[str, Json]:
    """Return a row without nested words: each of them a column."""
    found: dict[str, Json] = {}
    for name, value in row.items():
        if name == UNROLLED and isinstance(value, Mapping):
            found.update({f"{name}.{inner}": told for inner, told in value.items()})
        else:
            found[name] = value
    return found


def cell(value: Json) -> str | int | float:
    """Return what stands in a cell: numbers as they are, text so that it stays text in a spreadsheet."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return value
    return harmless(value if isinstance(value, str) else as_json(value))


def harmless(text: str) -> str:
    """Return a text with an apostrophe before it where a spreadsheet would take it for a formula."""
    starts = text.lstrip(_BEFORE)[:1]
    return f"'{text}" if (starts and starts in FORMULA) or text[:1] in ("\t", "\r", "\n") else text


def _line(cells: Sequence[Any]) -> str:
    held = io.StringIO()
    csv.writer(held, lineterminator="\r\n").writerow(cells)
    return held.getvalue().replace("\0", "")


def _headers(request: Request, view: View, wanted: Wanted, kind: str) -> dict[str, str]:
    again = {"Retry-After": AGAIN} if view.is_making else {}
    return {**_kept(request, wanted, kind), **again}


def _kept(request: Request, wanted: Wanted, kind: str) -> dict[str, str]:
    """Return the headers that make a browser keep an answer as a file, where that is wanted."""
    if not wanted.as_download:
        return {}
    stem = request.url.path.strip("/").replace("/", "-").removesuffix(f".{kind}") or "overview"
    return {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(stem, safe='')}.{kind}"}
