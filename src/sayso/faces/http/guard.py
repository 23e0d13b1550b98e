"""
Every request before it reaches a page, and every response after: who may ask, how much, and what a browser may do.

The server listens on this machine only, unless it was started with a token. A name in `Host` that is not ours is
refused, so that no page elsewhere can reach the record by letting its own name point here (DNS rebinding). Pages load
nothing but our own files, run no inline script, and sit in no frame.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import re
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any, Final, TypeAlias
from urllib.parse import parse_qs

Scope: TypeAlias = MutableMapping[str, Any]
Message: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
App: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
COOKIE: Final = "sayso_key"
AT_ONCE: Final = 64
"""Requests in hand; more are asked to come again. Set by hand."""
HOST: Final = re.compile(r"(?:\[(?P<number>[0-9A-Fa-f:.]+)\]|(?P<name>[^:\[\]@/\\]+))(?::\d{1,5})?")
"""A `Host` header: a name or an address in numbers, with a port or without."""
OURS: Final = frozenset({"localhost", "127.0.0.1", "::1"})


class Guard:
    """
    Stands before an app.

    Args:
        app: What is guarded.
        hosts: Names under which the server may be asked for; addresses in numbers are always ours.
        token: What whoever asks has to know, None where the machine's own users are trusted.
        refused: Makes the response to a request that is turned away, from its status and a reason.
    """

    def __init__(
        self,
        app: App,
        hosts: Iterable[str],
        token: str | None,
        refused: Callable[[Scope, int, str], App],
    ) -> None:
        self._app = app
        self._hosts = OURS | {host.lower() for host in hosts}
        self._token = token
        self._refused = refused
        self._in_hand = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass, or answer it here."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        guarded = _sending(scope, send)
        if scope["method"] == "HEAD":
            scope["method"] = "GET"
            guarded = _headless(guarded)
        turned = self._turned_away(scope, headers)
        if turned is not None:
            await self._refused(scope, *turned)(scope, receive, guarded)
            return
        self._in_hand += 1
        try:
            await self._app(scope, receive, guarded)
        finally:
            self._in_hand -= 1

    def _turned_away(self, scope: Scope, headers: dict[str, str]) -> tuple[int, str] | None:
        """Return the status and the reason for which a request is turned away, None where it may pass."""
        if not self._is_ours(headers.get("host", "")):
            return 421, "this server is not reached by that name; start it with --allow-host NAME to let it be"
        if self._in_hand >= AT_ONCE:
            return 429, "too much is asked at once; come again in a moment"
        is_open = self._token is None or scope["path"].startswith(("/static/", "/enter"))
        if not is_open and not self._knows(headers):
            return 401, "this explorer asks for the token that it was started with"
        return None

    def _is_ours(self, host: str) -> bool:
        found = HOST.fullmatch(host)
        if found is None:
            return False
        name = found["number"] or found["name"]
        if name.lower() in self._hosts:
            return True
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return False
        return True

    def _knows(self, headers: dict[str, str]) -> bool:
        assert self._token is not None
        bearer = headers.get("authorization", "").partition(" ")
        if bearer[0].lower() == "bearer" and matches(bearer[2].strip(), self._token):
            return True
        try:
            held = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
        except CookieError:
            return False
        return held is not None and hmac.compare_digest(held.value.encode(), key_of(self._token).encode())


def matches(given: str, token: str) -> bool:
    """Tell whether a token is the right one, in the same time whatever is wrong with it."""
    return hmac.compare_digest(hashlib.sha256(given.encode()).digest(), hashlib.sha256(token.encode()).digest())


def key_of(token: str) -> str:
    """Return what a browser keeps in place of the token, from which the token cannot be told."""
    return hmac.new(token.encode(), b"sayso explorer", hashlib.sha256).hexdigest()


def form_value(body: bytes, name: str, longest: int = 2000) -> str:
    """Return a value of a form that was sent, empty where it is not there."""
    if len(body) > longest:
        return ""
    try:
        return parse_qs(body.decode(), max_num_fields=8).get(name, [""])[0]
    except ValueError:
        return ""


def _sending(scope: Scope, send: Send) -> Send:
    is_static = scope["path"].startswith("/static/") and b"v=" in scope.get("query_string", b"")
    kept = b"public, max-age=31536000, immutable" if is_static else b"private, no-cache"

    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            held = [(name, value) for name, value in message.get("headers", []) if name.lower() != b"server"]
            names = {name.lower() for name, _ in held}
            ours = [(name.encode(), value.encode()) for name, value in HEADERS.items() if name.encode() not in names]
            cache = [] if b"cache-control" in names else [(b"cache-control", kept)]
            message = {**message, "headers": [*held, *ours, *cache]}
        await send(message)

    return guarded


def _headless(send: Send) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return guarded
