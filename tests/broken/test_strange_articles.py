"""Articles with strange dates, numbers and marks are read to the end, kept, and followed in the ledger."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sayso.acquire.capture import Capture, Hints
from sayso.knowledge.knowledge import knowledge
from sayso.ledger.ledger import ledger
from sayso.merge.settling import settle
from sayso.pipeline import Reader
from sayso.record.proof import faults
from sayso.record.store import open_record

BODY = (
    "The minister said on Monday that the strait would stay closed to all ships until the talks had ended.\n\n"
    "Officials in the port told reporters that the fleet had not been seen since the weekend.\n"
)
LAVROV = "Foreign Minister Sergei Lavrov said on Wednesday that Russia will attack Ukraine within"


@pytest.fixture(scope="module")
def reader() -> Reader:
    """A reader with the shipped model."""
    return Reader()


@pytest.mark.parametrize(
    ("text", "published", "media_type", "why"),
    [
        ("One of its ministers, Sergei Lavrov, said on Monday that Russia would attack Kiev.", "2022-03-23",
         "text/plain", "a capital where the form is looked for in small letters"),
        ("The army had few men in 2014 - 2.5 million people served before, the minister said.", "2022-03-23",
         "text/plain", "a quantity behind a dash that is no year"),
        ("Troops will stay from January to summer 2023, Russia said on Monday.", "2022-03-23", "text/plain",
         "a range that ends in a season"),
        ("Iran said it would strike Israel within 10 million days if sanctions stay.", "2022-03-23", "text/plain",
         "longer than the calendar"),
        (f"{LAVROV} 48 hours unless NATO leaves Kiev.", "9999-12-31", "text/plain", "the last day of all"),
        ("Lavrov had threatened last week that Moscow would strike within a week unless NATO leaves Kiev.",
         "0001-01-01", "text/plain", "the first"),
        (f"{LAVROV} 48 hours unless NATO leaves Kiev.", "199X-02-29", "text/plain", "a day that most years lack"),
        (f"Strait stays shut\n\n{BODY}\n\u200b\nShare this article\n", None, "text/plain", "a line of no width"),
        (f"# Strait stays shut\n\n## A **bold** head\n\n[](http://x)\n\n*Photo: Reuters*\n\n{BODY}", None,
         "text/markdown", "a link without words"),
        (f"HEADLINE: Strait stays shut\n\u017fource: Reuters\nBYLINE: Anna Berg\n\n{BODY}", None, "text/plain",
         "a long s in a label"),
        (f"Officials counted {'9' * 400} ships. {BODY}", "2022-03-23", "text/plain", "more than a number can be"),
    ],
)  # fmt: skip
def test_a_strange_article_is_read_and_kept(
    reader: Reader, tmp_path: Path, text: str, published: str | None, media_type: str, why: str
) -> None:
    """Nothing crashes on the way from the bytes to the ledger, and every span quotes the text."""
    capture = Capture(text.encode(), "x", datetime.now(UTC), media_type, Hints(published=published))
    reading = reader.read(capture)
    with open_record(str(tmp_path / "record.db")) as record:
        with record.run() as run:
            run.take()
            run.add(capture, reading)
        settle(record)
        lines = list(ledger(record, knowledge(), date.max))

    assert list(faults(reading)) == [], why
    assert len(lines) <= len(reading.signals)


def test_what_happened_thousands_of_years_after_is_no_date(reader: Reader, tmp_path: Path) -> None:
    """A later sentence whose "2,500 years after" leads out of the calendar leaves the ledger as it is."""
    told = (
        (f"{LAVROV} 48 hours unless NATO leaves Kiev.", "2022-03-23"),
        ("NATO ministers met on Monday, 2,500 years after Russia attacked Ukraine.", "2022-03-29"),
        ("Foreign Minister Sergei Lavrov demanded that Ukraine surrender in 10 million days.", "2022-03-30"),
    )
    with open_record(str(tmp_path / "record.db")) as record:
        with record.run() as run:
            for text, published in told:
                capture = Capture(text.encode(), published, datetime.now(UTC), "text/plain", Hints(published=published))
                run.take()
                run.add(capture, reader.read(capture))
        settle(record)
        assert list(ledger(record, knowledge(), date(2022, 6, 1)))
