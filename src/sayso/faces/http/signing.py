"""
A form that was sent to what it says: only our own pages can send one, and only so much is read of it.

A page of ours puts a key into each of its forms, which no page elsewhere can read; a browser that says the form comes
from elsewhere is believed besides. Our policy keeps browsers from saying where they come from (`Referrer-Policy`), so
that an `Origin` of `null` proves nothing either way, and the key decides.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from fastapi import Request

from sayso.errors import SaysoError, UsageError

LONGEST: Final = 8000
"""Bytes of a form that are read."""
FIELDS: Final = 16


class Foreign(SaysoError):  # noqa: N818 - named for what it says
    """A form was not sent by a page of this server. HTTP status 403."""


async def sent(request: Request, key: str) -> Mapping[str, str]:
    """
    Return the fields of a form that a page of ours sent, without white space around them.

    Args:
        request: What came in.
        key: What our pages put into their forms.

    Raises:
        Foreign: It was sent by no page of ours, or by one from before the server was started.
        UsageError: It is too long, or no form.
    """
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST:
            raise UsageError(f"a form has {LONGEST} bytes at most; say it shorter")
    try:
        told = dict(parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=FIELDS))
    except ValueError as error:
        raise UsageError("this is no form of ours; load the page again") from error
    if not _is_from_here(request) or not hmac.compare_digest(told.pop("key", "").encode(), key.encode()):
        raise Foreign("this form was not sent by a page of this server as it runs now; load the page and send it again")
    return {name: value.replace("\0", "").strip() for name, value in told.items()}


def _is_from_here(request: Request) -> bool:
    """Tell whether a browser says nothing of another site."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("origin", "null")
    try:
        return origin == "null" or urlsplit(origin).netloc == request.headers.get("host")
    except ValueError:
        return False
