"""Counts that take long: made once for each state of the record, shown stale rather than waited for."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest

from sayso.faces.http.tallies import KEPT, Tallies


class Book:
    """A record that has a state, and something to count."""

    def __init__(self) -> None:
        self.state = "1"
        self.counts = 0
        self.gate = Event()
        self.gate.set()

    def count(self) -> int:
        self.gate.wait(5)
        self.counts += 1
        return self.counts


@pytest.fixture
def book() -> Book:
    return Book()


@pytest.fixture
def tallies(book: Book) -> Iterator[Tallies]:
    made = Tallies(lambda: book.state, patience=5)
    yield made
    book.gate.set()
    made.close()


def test_a_count_is_made_once_for_a_state(book: Book, tallies: Tallies) -> None:
    """However often it is asked for; another state, another count."""
    assert [tallies.of("a", book.count) for _ in range(3)] == [1, 1, 1]
    book.state = "2"
    assert tallies.of("a", book.count) == 2


def test_a_page_does_not_wait_for_a_long_count(book: Book, tallies: Tallies) -> None:
    """There is none yet at first; then the last one is shown while the next is made."""
    tallies.patience = 0.02
    book.gate.clear()
    assert tallies.of("a", book.count) is None
    book.gate.set()
    while tallies.of("a", book.count) is None:
        pass
    book.gate.clear()
    book.state = "2"
    assert tallies.of("a", book.count) == 1


def test_what_cannot_be_counted_says_so_and_is_tried_again(tallies: Tallies) -> None:
    """An error is not kept for a count."""

    def fails() -> int:
        raise ValueError("locked")

    with pytest.raises(ValueError, match="locked"):
        tallies.of("a", fails)
    assert tallies.of("b", lambda: 3) == 3


def test_counts_that_nobody_asks_for_go(book: Book, tallies: Tallies) -> None:
    """So many names, so many counts, and no more memory than that."""
    for name in range(KEPT + 5):
        tallies.of(name, book.count)

    assert tallies.of(KEPT + 4, book.count) == KEPT + 5
    assert tallies.of(0, book.count) == KEPT + 6
