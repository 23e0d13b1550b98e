"""Counts that take long: made once for each state of the record, shown stale rather than waited for."""

from __future__ import annotations

import time
from collections.abc import Iterator
from threading import Event, Timer

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


def test_no_page_waits_in_vain(book: Book, tallies: Tallies) -> None:
    """What took longer than a page waits is made anew behind it; the last count is shown at once."""
    tallies.of("a", book.count)
    (slot,) = tallies._slots.values()
    slot.took, slot.made_at = 6.0, -60.0
    book.gate.clear()
    book.state = "2"
    began = time.monotonic()
    assert tallies.of("a", book.count) == 1
    assert time.monotonic() - began < 1
    assert slot.making is not None
    assert not slot.making.done()


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


def test_a_page_may_wait_longer_for_what_it_is_about(book: Book, tallies: Tallies) -> None:
    """Where others would not wait at all."""
    tallies.patience = 0.0
    book.gate.clear()
    Timer(0.1, book.gate.set).start()

    assert tallies.of("a", book.count, patience=5) == 1


def test_what_is_known_is_told_without_counting(book: Book, tallies: Tallies) -> None:
    """Nothing before the first count; afterwards the last, whatever the record has become."""
    assert tallies.known("a") is None
    tallies.of("a", book.count)
    book.state = "2"
    assert (tallies.known("a"), book.counts) == (1, 1)


def test_whoever_changed_the_record_sees_the_new_count(book: Book, tallies: Tallies) -> None:
    """A long count is made anew at once where somebody waits to see what he did."""
    tallies.of("a", book.count)
    for slot in tallies._slots.values():
        slot.took = 60.0
    book.state = "2"
    assert tallies.of("a", book.count) == 1
    tallies.renew()
    assert tallies.of("a", book.count) == 2


def test_large_counts_are_kept_in_small_numbers(book: Book) -> None:
    """As many as are said to be kept."""
    made = Tallies(lambda: book.state, patience=5, kept=2)
    for name in "abc":
        made.of(name, book.count)
    made.close()

    assert [made.known(name) for name in "abc"] == [None, 2, 3]


def test_what_is_being_made_is_counted(book: Book, tallies: Tallies) -> None:
    """So that whoever asks for one more can be told to come again; its own count is none of the others."""
    tallies.patience = 0.02
    book.gate.clear()
    assert tallies.of("a", book.count) is None
    assert (tallies.pending("a"), tallies.pending("b")) == (0, 1)
