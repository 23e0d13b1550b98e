"""
A page to its blocks and metadata, read in a child process that may hang, crash or eat memory without harm to us.

One child serves many pages, since starting one takes half a second; a page that outlives the limits takes its child
with it, and the next page gets a new one. Who calls from several threads waits in turn; after a fork each process
has a child of its own.
"""

from __future__ import annotations

import atexit
import json
import os
import select
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from typing import Any, Final

from sayso.article.head import PageHead
from sayso.article.page import Block
from sayso.article.reader_child import LENGTH
from sayso.errors import InputError
from sayso.terms import ZoneKind

# Wall-clock and CPU seconds for one page. An ordinary page takes 0.1 s, one of 5 MB two; set at ten times that.
LIMIT_SECONDS: Final = 20.0
_CHUNK: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class Page:
    """
    A page as the child read it.

    Attributes:
        head: Its metadata.
        blocks: Its visible text in document order, each block judged to be of the story or not.
    """

    head: PageHead
    blocks: tuple[Block, ...]


class Reader:
    """
    A child process that reads pages, started when it is first needed.

    Args:
        limit_seconds: Wall-clock time for one page.
    """

    def __init__(self, limit_seconds: float = LIMIT_SECONDS) -> None:
        self._limit = limit_seconds
        self._child: subprocess.Popen[bytes] | None = None
        self._owner = os.getpid()
        self._turn = threading.Lock()

    def read(self, html: str) -> Page:
        """
        Read one page.

        Raises:
            InputError: `timeout`, `crashed`, or what the child says is wrong with the page.
        """
        with self._turn:
            answer = self._ask(html.encode("utf-8", "replace"))
        if "reason" in answer:
            raise InputError(answer["reason"], answer["detail"])
        return Page(PageHead(**answer["head"]), tuple(map(_block, answer["blocks"])))

    def close(self) -> None:
        """End the child, if there is one and it is ours."""
        child, self._child = self._child, None
        if child is None or self._owner != os.getpid():
            return
        child.kill()
        for stream in (child.stdin, child.stdout):
            if stream is not None:
                _close_quietly(stream)
        child.wait()

    def _ask(self, page: bytes) -> dict[str, Any]:
        child = self._running()
        assert child.stdin is not None
        assert child.stdout is not None
        until = time.monotonic() + self._limit
        try:
            child.stdin.write(LENGTH.pack(len(page)) + page)
            child.stdin.flush()
            length = LENGTH.unpack(_receive(child.stdout.fileno(), LENGTH.size, until))[0]
            answer: dict[str, Any] = json.loads(_receive(child.stdout.fileno(), length, until))
        except TimeoutError as error:
            self.close()
            raise InputError("timeout", f"more than {self._limit:g} s") from error
        except (EOFError, BrokenPipeError) as error:
            code = child.wait()
            self.close()
            raise InputError("crashed", f"the reader ended with {code}") from error
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        """Return the child, a new one where there is none, it has died, or it belongs to the process we forked from."""
        if self._owner != os.getpid():
            self._child, self._owner = None, os.getpid()
        if self._child is None or self._child.poll() is not None:
            self.close()
            self._child = subprocess.Popen(  # noqa: S603 - our own module, by our own interpreter
                [sys.executable, "-P", "-m", "sayso.article.reader_child", str(int(self._limit) + 1)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._child


def _receive(descriptor: int, size: int, until: float) -> bytes:
    """Read so many bytes, or raise TimeoutError when the time has come, EOFError when the other end is gone."""
    pieces: list[bytes] = []
    while size:
        left = until - time.monotonic()
        if left <= 0 or not select.select([descriptor], [], [], left)[0]:
            raise TimeoutError
        piece = os.read(descriptor, min(size, _CHUNK))
        if not piece:
            raise EOFError
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def _close_quietly(stream: Any) -> None:
    try:
        stream.close()
    except OSError:  # what was still buffered for a dead child cannot be written; it is of no use to anybody
        return


def _block(values: dict[str, Any]) -> Block:
    roles = tuple(ZoneKind(role) for role in values["roles"])
    return Block(values["text"], values["element"], roles, values["link_share"], values["main"])


_SHARED: Final = Reader()
atexit.register(_SHARED.close)


def read_page(html: str) -> Page:
    """Read one page with the process's own reader (see `Reader.read`)."""
    return _SHARED.read(html)
