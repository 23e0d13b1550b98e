"""Pairs to what hangs together through them (union-find)."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Parts(Generic[T]):
    """Things that are joined two by two; which of a part stands for it depends on the order of joining."""

    def __init__(self) -> None:
        self._up: dict[T, T] = {}

    def root(self, one: T) -> T:
        """Return what stands for the part of a thing."""
        while (up := self._up.setdefault(one, one)) != one:
            self._up[one] = self._up.setdefault(up, up)
            one = up
        return one

    def join(self, one: T, other: T) -> None:
        """Make one part of two things' parts."""
        self._up[self.root(other)] = self.root(one)
