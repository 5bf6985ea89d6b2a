"""Disjoint sets (Galler & Fischer 1964): what is one with what, joined pair by pair."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Generic, Protocol, TypeVar


class Ordered(Protocol):
    """What has an order."""

    def __lt__(self, other: Any, /) -> bool:
        """Whether this stands before the other."""


K = TypeVar("K", bound=Ordered)


class Unions(Generic[K]):
    """Sets of things that were joined. The least of a set stands for it, whatever the order in which they came.

    >>> sets = Unions[int]()
    >>> sets.join(7, 3)
    >>> sets.join(7, 5)
    >>> sets.root(5), sets.root(9), sorted(sets)
    (3, 9, [3, 5, 7])
    """

    __slots__ = ("_above",)

    def __init__(self) -> None:
        self._above: dict[K, K] = {}

    def __iter__(self) -> Iterator[K]:
        """What was joined to anything."""
        return iter(self._above)

    def root(self, one: K) -> K:
        """The least of the set that holds `one`; itself if it was never joined."""
        above = self._above
        while (up := above.get(one, one)) != one:
            above[one] = above[up]
            one = up
        return one

    def join(self, a: K, b: K) -> None:
        """Make the sets of `a` and `b` one."""
        first, second = self.root(a), self.root(b)
        if second < first:
            first, second = second, first
        self._above.setdefault(first, first)
        self._above[second] = first
