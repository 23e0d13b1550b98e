"""Everything named yields a capture or a refusal, in one order, with what is known of it."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest

from sayso.acquire import files
from sayso.acquire.capture import Capture, Hints
from sayso.acquire.files import Refused, captures


def read(*paths: object, hints: Hints | None = None, stdin: bytes | None = None) -> list[Capture | Refused]:
    """Return all that some names yield."""
    return list(captures(map(str, paths), hints, None if stdin is None else io.BytesIO(stdin)))


def paths(found: list[Capture | Refused], root: Path) -> list[str]:
    """Return paths below a root."""
    return [os.path.relpath(one.path, root) for one in found]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as users have them: several kinds, a sidecar, a subfolder, and what is none of ours."""
    (tmp_path / "b.txt").write_text("The port was closed.")
    (tmp_path / "b.meta.json").write_text('{"published": "1994-03-03", "outlet": "Hale Post", "note": 7}')
    (tmp_path / "a.HTML").write_text("<p>The port was closed.")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c.jsonl").write_text('{"text": "One."}\n\n{"html": "<p>Two", "outlet": "Wire"}\n')
    (tmp_path / "notes.pdf").write_bytes(b"%PDF")
    (tmp_path / ".hidden.txt").write_text("no")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.txt").write_text("no")
    return tmp_path


def test_a_folder_yields_what_it_holds_by_path(folder: Path) -> None:
    """Readable kinds to the bottom, sorted, sidecars and hidden files left out."""
    found = read(folder)

    assert paths(found, folder) == ["a.HTML", "b.txt", "sub/c.jsonl#1", "sub/c.jsonl#3"]
    assert [one.media_type for one in found if isinstance(one, Capture)] == [
        "text/html",
        "text/plain",
        "application/json",
        "application/json",
    ]


def test_bytes_are_taken_unchanged(tmp_path: Path) -> None:
    """The digest is that of the file."""
    data = b"\xef\xbb\xbfOne\r\n\xff"
    (tmp_path / "x.txt").write_bytes(data)
    (capture,) = read(tmp_path / "x.txt")

    assert isinstance(capture, Capture)
    assert data == capture.data


@pytest.mark.parametrize(
    ("hints", "expected", "why"),
    [
        (None, Hints(published="1994-03-03", outlet="Hale Post"), "the sidecar"),
        (Hints(outlet="Coast Wire"), Hints(published="1994-03-03", outlet="Coast Wire"), "an option wins over it"),
    ],
)
def test_a_sidecar_tells_what_the_text_does_not(folder: Path, hints: Hints | None, expected: Hints, why: str) -> None:
    """Its keys are hints; options given explicitly win; other keys are left alone."""
    (capture,) = read(folder / "b.txt", hints=hints)

    assert isinstance(capture, Capture)
    assert expected == capture.hints, why


def test_a_json_line_wins_over_its_files_sidecar_and_over_options(folder: Path) -> None:
    """The nearer voice wins: options are for input that does not say so itself."""
    (folder / "sub" / "c.meta.json").write_text('{"outlet": "Hale Post", "byline": "Ana Brandt"}')
    one, three = read(folder / "sub" / "c.jsonl", hints=Hints(published="1994", outlet="Gull"))

    assert isinstance(one, Capture)
    assert isinstance(three, Capture)
    assert Hints(published="1994", outlet="Gull", byline="Ana Brandt") == one.hints
    assert three.hints.outlet == "Wire"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1994-03-03", "1994-03-03"),
        ("1994", "1994"),
        (1994, "1994"),
        ("1994-03-03T23:59:00+05:00", "1994-03-03"),
        ("2022-12-11~", "2022-12-11~"),
        ("1994-03/..", "1994-03/.."),
        ("../2022-12-11", "../2022-12-11"),
        ("", None),
        (None, None),
    ],
)
def test_publication_dates_are_edtf(tmp_path: Path, value: object, expected: str | None) -> None:
    """Instants are cut to their day as printed; blank is unknown."""
    (tmp_path / "x.jsonl").write_text(json.dumps({"text": "One.", "published": value}))
    (capture,) = read(tmp_path / "x.jsonl")

    assert isinstance(capture, Capture)
    assert expected == capture.hints.published


@pytest.mark.parametrize(
    "value",
    [
        "yesterday",
        "1994-13-01",
        "1995-02-30",
        "1995-02-01/1995-02-30",
        "03/03/1994",
        "2000/1994",
        "../..",
        ["1994"],
        3.5,
        "1994-03-03x",
    ],
)
def test_a_date_that_is_none_refuses_the_input(tmp_path: Path, value: object) -> None:
    """A wrong date would put every Friday of the article in the wrong week without a word."""
    (tmp_path / "x.txt").write_text("One.")
    (tmp_path / "x.meta.json").write_text(json.dumps({"published": value}))
    (refused,) = read(tmp_path / "x.txt")

    assert isinstance(refused, Refused)
    assert refused.reason == "metadata"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("x.meta.json", b"{", "metadata"),
        ("x.meta.json", b"[1]", "metadata"),
        ("x.meta.json", b"[" * 100_000, "metadata"),
        ("x.meta.json", b"\xff\xfe", "metadata"),
    ],
)
def test_a_broken_sidecar_refuses_its_article(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    """An article is not read without what its sidecar meant to say."""
    (tmp_path / "x.txt").write_text("One.")
    (tmp_path / name).write_bytes(content)
    (refused,) = read(tmp_path / "x.txt")

    assert isinstance(refused, Refused)
    assert reason == refused.reason


def test_nothing_named_is_lost(tmp_path: Path) -> None:
    """A missing file, a pattern without match and an empty folder are refusals with reasons."""
    (tmp_path / "empty").mkdir()
    found = read(tmp_path / "no.txt", tmp_path / "*.zzz", tmp_path / "empty", "x" * 5_000)

    assert [one.reason for one in found if isinstance(one, Refused)] == [
        "unreadable",
        "unreadable",
        "empty",
        "unreadable",
    ]


def test_globs_are_read_in_order(folder: Path) -> None:
    """A pattern that no shell expanded, to any depth."""
    assert paths(read(f"{folder}/*.txt", f"{folder}/**/*.jsonl"), folder) == ["b.txt", "sub/c.jsonl#1", "sub/c.jsonl#3"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "malformed"),
        (b"[]", "malformed"),
        (b'{"title": "no text"}', "malformed"),
        (b'{"text": 7}', "malformed"),
        (b"[" * 100_000, "malformed"),
        (b'{"text": "\xff"}', "malformed"),
        (b'{"text": "One.", "outlet": 7}', "metadata"),
    ],
)
def test_a_broken_line_is_refused_by_its_number_and_the_others_are_read(
    tmp_path: Path, line: bytes, reason: str
) -> None:
    """Lines are numbered as an editor numbers them."""
    (tmp_path / "x.jsonl").write_bytes(b'{"text": "One."}\n' + line + b'\n{"text": "Three."}\n')
    one, two, three = read(tmp_path / "x.jsonl")

    assert isinstance(one, Capture)
    assert isinstance(three, Capture)
    assert isinstance(two, Refused)
    assert (reason, True) == (two.reason, two.path.endswith("#2"))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"The port was closed.", [("-", "text/plain")]),
        (b"<!doctype html><p>Closed.", [("-", "text/html")]),
        (b'{"text": "One."}\n{"text": "Two."}', [("-#1", "application/json"), ("-#2", "application/json")]),
        (b"{not json", [("-", "text/plain")]),
    ],
)
def test_standard_input_is_told_by_how_it_begins(data: bytes, expected: list[tuple[str, str]]) -> None:
    """One article, or JSON Lines where the first line is one."""
    found = read("-", stdin=data)

    assert expected == [(one.path, one.media_type) for one in found if isinstance(one, Capture)]


def test_no_standard_input_is_a_refusal() -> None:
    """Where there is none, it says so."""
    (refused,) = read("-")

    assert isinstance(refused, Refused)
    assert refused.reason == "unreadable"


def test_no_file_takes_more_memory_than_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file and a line above the limit are refused, and what follows the line is read."""
    monkeypatch.setattr(files, "LIMIT_BYTES", 100)
    (tmp_path / "x.txt").write_text("a" * 101)
    (tmp_path / "y.jsonl").write_text('{"text": "' + "a" * 300 + '"}\n{"text": "Two."}\n')
    big, line, two = read(tmp_path)

    assert [one.reason for one in (big, line) if isinstance(one, Refused)] == ["too_large", "too_large"]
    assert isinstance(two, Capture)
    assert two.path.endswith("#2")


def test_a_pipe_that_nobody_writes_to_is_not_waited_for(tmp_path: Path) -> None:
    """One pipe in a folder must not stop a run; one that is written to is read to its end."""
    os.mkfifo(tmp_path / "silent.txt")
    told, tell = os.pipe()
    os.write(tell, b"The port was closed.")
    os.close(tell)
    silent, spoken = read(tmp_path, f"/dev/fd/{told}")
    os.close(told)

    assert [one.data for one in (silent, spoken) if isinstance(one, Capture)] == [b"", b"The port was closed."]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    """The reason is the system's own words."""
    (tmp_path / "x.txt").write_text("One.")
    (tmp_path / "x.txt").chmod(0)
    (refused,) = read(tmp_path / "x.txt")

    assert isinstance(refused, Refused)
    assert refused.reason == "unreadable"
