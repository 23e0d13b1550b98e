"""
What is costly to count to a number that is at hand: counted in the background, kept until the record changes.

A page waits for a count as long as a reader does not notice, and shows the last one otherwise: what was true a moment
ago is worth more than a page that does not come. Where it took longer the last time, no page waits for it in vain;
where nothing was counted yet, it says so.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from threading import Lock
from typing import Any, Final, TypeVar

T = TypeVar("T")

PATIENCE: Final = 0.25
"""Seconds that a page waits for a count. Set by hand."""
KEPT: Final = 64
"""Counts that are kept unless said otherwise. Set by hand."""
QUICK: Final = 0.05
"""Seconds up to which a count is made anew whenever the record changed."""
WORKERS: Final = 2
"""Counts that are made at once: a short one need not wait for a long one."""
REST: Final = 8
"""A longer count is not made again before so many times its own duration has passed, so that it slows nothing."""


@dataclass
class _Slot:
    """A count, when and in how long it was made, and the one being made."""

    value: Any = None
    state: str | None = None
    made_at: float = 0.0
    took: float = 0.0
    asked_at: float = 0.0
    making: Future[Any] | None = None


class Tallies:
    """
    Counts by name.

    Args:
        state: Returns a word that changes with the record.
        patience: Seconds to wait for a count, from when it was first asked for.
        kept: Counts that are kept; those not asked for longest go first.
        makes: Makes a count of what `of` is given.
    """

    def __init__(
        self,
        state: Callable[[], str],
        patience: float = PATIENCE,
        kept: int = KEPT,
        makes: Callable[[Callable[..., Any]], Any] = lambda count: count(),
    ) -> None:
        self._kept = kept
        self._makes = makes
        self._state = state
        self.patience = patience
        self._slots: OrderedDict[Hashable, _Slot] = OrderedDict()
        self._lock = Lock()
        self._pool = ThreadPoolExecutor(WORKERS, "sayso-counting")

    def close(self) -> None:
        """Stop counting."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def of(self, name: Hashable, count: Callable[..., T], patience: float | None = None) -> T | None:
        """
        Return a count, the last one where it takes long to make it again, None where there is none yet.

        Args:
            name: Whatever tells one count from another.
            count: Makes it, in the way that `makes` says.
            patience: Seconds to wait for this one where a page is nothing without it; never less than for others.

        Raises:
            Whatever `count` raises, where it never succeeded.
        """
        state = self._state()
        with self._lock:
            slot = self._slot(name)
            if slot.state == state:
                return slot.value  # type: ignore[no-any-return]
            if (slot.making is None or slot.making.done()) and self._is_due(slot):
                slot.asked_at = time.monotonic()
                slot.making = self._pool.submit(self._make, slot, state, count)
            making = slot.making
            waits = max(self.patience, patience or 0.0)
            left = slot.asked_at + waits - time.monotonic() if slot.state is None or slot.took <= waits else 0.0
        if making is not None:
            wait([making], max(0.0, left))
            if making.done() and slot.state is None:
                return making.result()  # type: ignore[no-any-return]
        return slot.value  # type: ignore[no-any-return]

    def known(self, name: Hashable) -> Any:
        """Return the last count of a name, which is not made anew; None where there is none."""
        with self._lock:
            slot = self._slots.get(name)
        return None if slot is None else slot.value

    def pending(self, name: Hashable) -> int:
        """Return how many counts other than one are being made or wait to be."""
        with self._lock:
            others = (slot.making for key, slot in self._slots.items() if key != name)
            return sum(one is not None and not one.done() for one in others)

    def renew(self) -> None:
        """Let every count be made anew when it is next asked for, however long it takes: a person waits to see it."""
        with self._lock:
            for slot in self._slots.values():
                slot.took = 0.0

    def _slot(self, name: Hashable) -> _Slot:
        slot = self._slots.setdefault(name, _Slot())
        self._slots.move_to_end(name)
        while len(self._slots) > self._kept:
            self._slots.popitem(last=False)
        return slot

    def _is_due(self, slot: _Slot) -> bool:
        is_quick = slot.state is None or slot.took <= QUICK
        return is_quick or time.monotonic() - slot.made_at >= REST * slot.took

    def _make(self, slot: _Slot, state: str, count: Callable[..., T]) -> T:
        began = time.monotonic()
        try:
            value: T = self._makes(count)
            slot.value, slot.state = value, state
            return value
        finally:
            slot.made_at = time.monotonic()
            slot.took = slot.made_at - began
