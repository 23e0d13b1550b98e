"""
The reader process: pages in on standard input, their blocks and metadata out on standard output, one after another.

It is a process of its own because a page is somebody else's program for a parser: it may take all memory, never end,
or crash the C code below. It sets its own limits before it reads anything, knows nothing of files, network or records,
and answers each page with one message. `reader.py` starts it, talks to it and buries it.

A message is four bytes of length, big-endian, and so many bytes: in, the page as UTF-8; out, one JSON object.
"""

from __future__ import annotations

import json
import os
import resource
import struct
import sys
from dataclasses import asdict
from typing import BinaryIO, Final

from sayso.article.head import head_of
from sayso.article.page import blocks, parse
from sayso.article.story import judge
from sayso.errors import InputError

# Address space; a page at the byte limit of `acquire.files` needs under 1 GiB.
MEMORY_BYTES: Final = 2 * 1024**3
LENGTH: Final = struct.Struct(">I")


def serve(pages: BinaryIO, answers: BinaryIO, cpu_seconds: int) -> None:
    """Answer pages until the input ends."""
    while head := pages.read(LENGTH.size):
        page = pages.read(LENGTH.unpack(head)[0])
        _limit_cpu(cpu_seconds)
        answer = json.dumps(read(page.decode("utf-8"))).encode("ascii")
        answers.write(LENGTH.pack(len(answer)) + answer)
        answers.flush()


def read(page: str) -> dict[str, object]:
    """Return a page's head and its judged blocks, or the reason why it cannot be read, as JSON values."""
    try:
        tree = parse(page)
        judged = judge(page, blocks(tree))
        return {"head": asdict(head_of(tree)), "blocks": [asdict(block) for block in judged]}
    except InputError as error:
        return {"reason": error.reason, "detail": error.detail}
    except MemoryError:
        return {"reason": "too_large", "detail": f"reading it takes more than {MEMORY_BYTES:,} bytes of memory"}
    except RecursionError:
        return {"reason": "malformed", "detail": "it is nested too deep"}


def _limit_cpu(seconds: int) -> None:
    """Let the process use so many more seconds; the kernel ends it then (the limit is on all it ever used)."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds + 1, hard))


def main() -> None:
    """Set the limits and serve. The only argument is the CPU time that a page may take, in seconds."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing that a library prints may end up among the answers
    serve(sys.stdin.buffer, answers, int(sys.argv[1]))


if __name__ == "__main__":
    main()
