"""Shingles: short runs of words as keys of an index that finds texts with words in common, without comparing all pairs.

Decides which places of two texts are worth aligning; how far a passage runs is left to `recoupe.text.align`.
A shingle is here an unordered set of neighbouring words, so that *in 2005 unanimously* meets *unanimously in 2005*
(after Broder, "On the resemblance and containment of documents", 1997; windows of content words as in passim, Smith,
Cordell & Mullen, "Computational methods for uncovering reprinted texts", 2015).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

CHAINS = 16
"""Chains that may go on growing before those that lie too far behind are put aside."""


class Seed(NamedTuple):
    """A shingle that two texts share: its first position in each."""

    a: int
    b: int


def shingles(keys: Sequence[int], length: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Position and key of each run of `length` keys; the key does not depend on the order inside the run.

    >>> [key for _, key in shingles([7, 3, 5, 7], 3)]
    [(3, 5, 7), (3, 5, 7)]
    """
    for start in range(len(keys) - length + 1):
        yield start, tuple(sorted(keys[start : start + length]))


class ShingleIndex:
    """Where each shingle occurs, among texts that are added one after the other.

    A shingle keeps the first `keep` texts that have it: the work for a passage that hundreds of texts share grows
    with their number, not with its square, and each later copy still meets the earliest ones.

    Args:
        length: words in a shingle.
        keep: most texts that are kept for one shingle.
    """

    def __init__(self, length: int, keep: int) -> None:
        self.length = length
        self.keep = keep
        self._places: dict[tuple[int, ...], list[tuple[int, int]]] = {}

    def add(self, number: int, keys: Sequence[int]) -> dict[int, list[Seed]]:
        """Add text number `number` and give the seeds that it shares with each text added before.

        Args:
            number: of the text; larger than all numbers added before.
            keys: its words as integers, in order.

        Returns:
            For the number of an earlier text, the shared shingles (`a` in the earlier text, `b` in this one), in the
            order of this text.
        """
        shared: dict[int, list[Seed]] = {}
        new: dict[tuple[int, ...], int] = {}
        for position, key in shingles(keys, self.length):
            for other, place in self._places.get(key, ()):
                shared.setdefault(other, []).append(Seed(place, position))
            new.setdefault(key, position)
        for key, position in new.items():
            places = self._places.setdefault(key, [])
            if len(places) < self.keep:
                places.append((number, position))
        return shared


def chains(seeds: Sequence[Seed], gap: int, drift: int) -> list[tuple[Seed, Seed]]:
    """Join seeds that lie near each other in both texts; the first and last corner of each chain.

    Args:
        seeds: shared shingles in the order of the second text.
        gap: most words between two seeds of a chain, in either text.
        drift: most words by which the distance between the two texts may change from one seed to the next.
    """
    growing: list[list[int]] = []  # lowest a, highest a, first b, last b, last a
    done: list[list[int]] = []
    limit = CHAINS
    for a, b in seeds:
        if len(growing) > limit:
            done += [c for c in growing if b - c[3] > gap]
            growing = [c for c in growing if b - c[3] <= gap]
            limit = CHAINS + len(growing)
        home = None
        for chain in reversed(growing):
            if (
                abs(a - chain[4]) <= gap
                and b - chain[3] <= gap
                and abs((a - b) - (chain[4] - chain[3])) <= drift
            ):
                home = chain
                break
        if home is None:
            growing.append([a, a, b, b, a])
        else:
            home[0], home[1], home[3], home[4] = min(home[0], a), max(home[1], a), b, a
    return [(Seed(c[0], c[2]), Seed(c[1], c[3])) for c in [*done, *growing]]
