"""
Names on a command line to captures: files, folders, globs, JSON Lines and standard input, in one fixed order.

Nothing named is ever lost: each thing yields a `Capture` or a `Refused` with its reason, so that a run can count
read = stored + merged + unchanged + quarantined. A folder yields what it holds of `SUFFIXES`, by path; a name that
matches nothing, and a folder that holds nothing to read, are refused, not passed over.

What is known from outside comes in three layers, the later winning: the sidecar `NAME.meta.json` beside `NAME.txt`,
the hints that the caller gives for everything it names, and the keys of a JSON line, which are the input's own.
"""

from __future__ import annotations

import glob
import io
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Final

from sayso.acquire.capture import Capture, Hints
from sayso.acquire.hints import hints_from, overlay
from sayso.errors import InputError

_PAGES: Final = (".html", ".htm", ".xhtml")
_LINES: Final = (".jsonl", ".ndjson")
SUFFIXES: Final = (".txt", *_PAGES, *_LINES)
SIDECAR: Final = ".meta.json"

# Far above any article and above most whole pages (the largest page of the Common Crawl news set is cut at 1 MiB
# there); it only keeps one wrong file from taking all memory.
LIMIT_BYTES: Final = 32 * 1024 * 1024

_HTML_STARTS: Final = (b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml", b"<!--", b"<article", b"<div", b"<p>")


@dataclass(frozen=True, slots=True)
class Refused:
    """
    Something named that gave no capture; it goes to quarantine like an unreadable article.

    Attributes:
        path: As the caller gave it, with `#N` for a line of JSON Lines.
        reason: A key of `QUARANTINE_REASONS`.
        detail: What was found, in words.
    """

    path: str
    reason: str
    detail: str


def captures(
    paths: Iterable[str], hints: Hints | None = None, stdin: BinaryIO | None = None
) -> Iterator[Capture | Refused]:
    """
    Read everything that the names stand for.

    Args:
        paths: Files, folders (searched to the bottom, links to folders not followed), glob patterns, and `-`.
        hints: Known of all of them; each field that is given wins over sidecars and yields to JSON keys.
        stdin: Where `-` is read from.

    Yields:
        In the order of the names; what one folder or glob holds is sorted by path.
    """
    given = hints or Hints()
    for path in paths:
        if path == "-":
            yield from _standard_input(stdin, given)
            continue
        try:
            files = list(_expand(path))
        except OSError as error:
            files = [Refused(_printable(path), "unreadable", error.strerror or str(error))]
        for file in files:
            yield from [file] if isinstance(file, Refused) else _file(file, given)


def _expand(path: str) -> Iterator[Path | Refused]:
    """Yield the files that one name stands for."""
    here = Path(path)
    if here.is_dir():
        yield from _folder(here)
    elif not here.exists() and glob.has_magic(path):
        matches = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - patterns may be absolute
        if not matches:
            yield Refused(_printable(path), "unreadable", "no file matches")
        for match in map(Path, matches):
            yield from _folder(match) if match.is_dir() else [match]
    else:
        yield here


def _folder(folder: Path) -> Iterator[Path | Refused]:
    """Yield every readable kind of file below a folder, hidden ones left out, sorted by path."""
    found: list[Path] = []
    denied: list[OSError] = []
    for where, folders, names in os.walk(folder, onerror=denied.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(where, name) for name in names if _is_wanted(name)]
    yield from (Refused(_printable(error.filename), "unreadable", error.strerror or "") for error in denied)
    if not found and not denied:
        yield Refused(_printable(folder), "empty", f"the folder holds no file that ends in {' '.join(SUFFIXES)}")
    yield from sorted(found)


def _is_wanted(name: str) -> bool:
    return name.lower().endswith(SUFFIXES) and not name.startswith(".")


def _file(file: Path, given: Hints) -> Iterator[Capture | Refused]:
    """Yield what one file holds: a capture, or one for each line of JSON Lines; nothing for a sidecar."""
    path = _printable(file)
    if file.name.endswith(SIDECAR):
        return
    try:
        beside = _sidecar(file)
        with _open(file) as stream:
            at = datetime.fromtimestamp(os.fstat(stream.fileno()).st_mtime, UTC)
            if file.suffix.lower() in _LINES:
                yield from _json_lines(stream, path, at, beside, given)
            else:
                data = _read(stream)
                media_type = _media_type(file.suffix.lower(), data)
                yield Capture(data, path, at, media_type, overlay(beside, given))
    except InputError as error:
        yield Refused(path, error.reason, error.detail)
    except OSError as error:
        yield Refused(path, "unreadable", error.strerror or str(error))


def _open(file: Path) -> BinaryIO:
    """Open a file to be read from its start; a pipe that nobody writes to is empty, and not waited for."""
    descriptor = os.open(file, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    os.set_blocking(descriptor, True)
    return os.fdopen(descriptor, "rb")


def _standard_input(stdin: BinaryIO | None, given: Hints) -> Iterator[Capture | Refused]:
    """Yield what stands on standard input: JSON Lines where its first line is one, else one article."""
    if stdin is None:
        yield Refused("-", "unreadable", "there is no standard input")
        return
    try:
        data = _read(stdin)
    except InputError as error:
        yield Refused("-", error.reason, error.detail)
        return
    at = datetime.now(UTC)
    if _is_json_line(data.split(b"\n", 1)[0]):
        yield from _json_lines(io.BytesIO(data), "-", at, Hints(), given)
    else:
        yield Capture(data, "-", at, _media_type("", data), given)


def _read(stream: BinaryIO) -> bytes:
    """Read a stream to its end; InputError (`too_large`) above the limit."""
    data = stream.read(LIMIT_BYTES + 1)
    if len(data) > LIMIT_BYTES:
        raise InputError("too_large", f"more than {LIMIT_BYTES:,} bytes")
    return data


def _sidecar(file: Path) -> Hints:
    """Read `NAME.meta.json` beside `NAME.txt`, or, where there are several of one stem, `NAME.txt.meta.json`."""
    for name in (file.name + SIDECAR, file.stem + SIDECAR):
        beside = file.with_name(name)
        if not beside.is_file():
            continue
        try:
            values = json.loads(beside.read_bytes())
        except (ValueError, RecursionError) as error:
            raise InputError("metadata", f"{name}: {error}") from error
        if not isinstance(values, dict):
            raise InputError("metadata", f"{name} must hold one JSON object")
        return hints_from(values)
    return Hints()


def _json_lines(stream: BinaryIO, path: str, at: datetime, beside: Hints, given: Hints) -> Iterator[Capture | Refused]:
    """Yield one capture for each line that is not blank, numbered as an editor numbers them."""
    seen = False
    for number, line in enumerate(_lines(stream), start=1):
        if line is None:
            yield Refused(f"{path}#{number}", "too_large", f"the line is longer than {LIMIT_BYTES:,} bytes")
        elif line.strip():
            yield _json_line(line.strip(), f"{path}#{number}", at, beside, given)
        seen = seen or line is None or bool(line.strip())
    if not seen:
        yield Refused(path, "empty", "no line holds anything")


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Yield lines, None for one above the limit, holding no more than the limit at a time."""
    while line := stream.readline(LIMIT_BYTES + 1):
        if len(line) <= LIMIT_BYTES:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(LIMIT_BYTES)
        yield None


def _json_line(line: bytes, where: str, at: datetime, beside: Hints, given: Hints) -> Capture | Refused:
    """Make one line a capture; its text stays inside the JSON, which is the bytes that were taken."""
    try:
        values = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Refused(where, "malformed", f"not JSON: {error}")
    if not isinstance(values, dict) or not any(isinstance(values.get(key), str) for key in ("text", "html")):
        return Refused(where, "malformed", 'a line must be an object with a string "text" or "html"')
    try:
        known = overlay(overlay(beside, given), hints_from(values))
    except InputError as error:
        return Refused(where, error.reason, error.detail)
    return Capture(line, where, at, "application/json", known)


def _is_json_line(line: bytes) -> bool:
    if not line.lstrip().startswith(b"{"):
        return False
    try:
        values = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(values, dict) and ("text" in values or "html" in values)


def _media_type(suffix: str, data: bytes) -> str:
    """Judge by the name, and where it says nothing by how the bytes begin."""
    if suffix in _PAGES:
        return "text/html"
    start = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return "text/html" if suffix != ".txt" and start.startswith(_HTML_STARTS) else "text/plain"


def _printable(path: str | Path) -> str:
    """Return a path that can be written as UTF-8 whatever bytes its name holds."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
