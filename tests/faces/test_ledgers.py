"""`sayso ledger` and `sayso brief`, and what a red-line sheet looks like."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sayso.ask.brief import Footnote, Item, Remark, Section, Sheet
from sayso.faces.sheets import html, markdown
from sayso.record.entries import Signal

Sayso = Callable[..., Any]


@pytest.fixture
def added(sayso: Sayso, news: Path) -> Sayso:
    """`sayso` with the news in its record."""
    assert sayso("add", str(news)).exit_code == 0
    return sayso


def rows(result: Any) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_ledger_rows_have_the_keys_of_the_contract(added: Sayso) -> None:
    """The signal's own keys, and what became of it."""
    found = rows(added("ledger", "--json"))

    assert len(found) == 4
    for row in found:
        assert {*Signal.__dataclass_fields__, "article", "sentence", "run", "same_as", "reports"} <= row.keys()
        assert {
            "outcome",
            "condition_met",
            "evidence",
            "as_of",
            "made",
            "restated",
            "softened",
            "withdrawn",
        } <= row.keys()
        assert (row["outcome"], row["as_of"]) == ("open", "2031-05-07")
        assert {"deadline", "reason"} <= row.keys()


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (("--kind", "threat"), 2),
        (("--sender", "Norland"), 2),
        (("--status", "kept"), 0),
        (("--as-of", "2031-05-06"), 0),
        (("--since", "2031-05-08"), 0),
    ],
)
def test_a_ledger_is_narrowed_by_its_options(added: Sayso, words: tuple[str, ...], count: int) -> None:
    """By kind, sender, outcome and day."""
    assert count == len(rows(added("ledger", *words, "--json")))


def test_a_ledger_for_people_says_why(added: Sayso) -> None:
    """The outcome with its rule in words, a signal once however many report it, and how many there are as of when."""
    result = added("ledger", "--kind", "threat")

    assert "open: no report shows that anything came of it" in " ".join(result.stdout.split())
    assert "1 signal, in 2 reports, as of 2031-05-07" in result.stderr


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("ledger", "--status", "finished"), "there is no outcome 'finished'"),
        (("ledger", "--as-of", "soon"), "--as-of takes a day such as 1962-10-24, not 'soon'"),
        (("ledger", "--sender", "Ruritania"), "nobody in this record is named 'Ruritania'"),
        (("brief", "--actor", "Norland", "--format", "pdf"), "there is no format 'pdf'"),
    ],
)
def test_what_cannot_be_asked_is_wrong_usage(added: Sayso, words: tuple[str, ...], why: str) -> None:
    """Exit code 2, and what would do."""
    result = added(*words)

    assert (result.exit_code, why in result.stderr) == (2, True)


def test_a_brief_is_written_to_a_file(added: Sayso, tmp_path: Path) -> None:
    """With a footnote for each line, down to the bytes."""
    out = tmp_path / "norland.md"

    assert added("brief", "--actor", "Norland", "--out", str(out)).exit_code == 0

    text = out.read_text(encoding="utf-8")
    assert text.startswith("# Red lines: Norland\n")
    assert set(re.findall(r"\[\^(\d+)\](?!:)", text)) == set(re.findall(r"^\[\^(\d+)\]:", text, re.M))
    assert re.search(r"SHA-256 `[0-9a-f]{64}`", text)


DIRTY = Sheet(
    title="<b>X</b>",
    day=date(2031, 5, 7),
    since=date(2031, 4, 16),
    sections=(
        Section(
            "By X",
            (
                Item(
                    "threat",
                    "A *b*",
                    'We "will" <script>alert(1)</script> [click](x)',
                    (1,),
                    (Remark("open & due", (1,)),),
                ),
            ),
        ),
    ),
    footnotes=(Footnote(1, "ev1", "A\u202esentence <img src=x>", "a1", "Post & Co", "2031-05-07", "0" * 64),),
)


def test_words_of_articles_are_never_markup_in_html() -> None:
    """No tag, no script, no address to load."""
    page = html(DIRTY)

    assert "<script" not in page.replace("&lt;script", "")
    assert "<img" not in page
    assert "<b>X" not in page
    assert "\u202e" not in page
    assert "http" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert 'id="note-1"' in page
    assert 'href="#note-1"' in page


def test_words_of_articles_are_never_markup_in_markdown() -> None:
    """What Markdown would take for its own is escaped."""
    text = markdown(DIRTY)

    assert r"A \*b\*" in text
    assert r"\<script\>" in text
    assert r"\[click\]" in text
    assert "\u202e" not in text


def test_an_empty_sheet_says_so() -> None:
    """Silence is told, not shown as a blank page."""
    empty = Sheet("X", date(2031, 5, 7), date(2031, 4, 16), (), ())

    assert "Nothing in this record is open" in markdown(empty)
    assert "Nothing in this record is open" in html(empty)
