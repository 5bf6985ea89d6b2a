"""How alike articles are: cosine of TF-IDF vectors, less for articles published far apart.

A sparse index from words to articles makes the work proportional to the words that articles share, not to the
square of their number; words that a tenth of a large collection uses are passed over, since they tell nothing.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator, Mapping
from datetime import date

__all__ = ["Vectors"]

# A word's rarity is counted as if that many articles that lack it stood beside the collection; without them the
# words of the only story of a small collection would count as everyday ones.
_BACKGROUND = 300
_COMMON = 0.1  # share of articles from which on a word is passed over,
_MANY = 2000  # in collections larger than this
_LEAST = 0.02  # similarity below which a pair is taken for zero
_FREE_DAYS, _FADING_DAYS = 3, 30  # apart: no discount up to the first, then a factor e for each second


class Vectors:
    """Articles as weighted words, added one by one."""

    def __init__(self) -> None:
        self._number: dict[str, int] = {}  # of a word
        self._spread = array("L")  # number of articles that use each word
        self._words: list[array[int]] = []
        self._counts: list[array[float]] = []
        self._days: list[int | None] = []

    def add(self, words: Mapping[str, int], published: str | None) -> None:
        """Add an article by its words and its ISO date."""
        numbers = array("L")
        for word in words:
            number = self._number.setdefault(word, len(self._spread))
            if number == len(self._spread):
                self._spread.append(0)
            self._spread[number] += 1
            numbers.append(number)
        self._words.append(numbers)
        self._counts.append(array("d", (1 + math.log(n) for n in words.values())))
        self._days.append(date.fromisoformat(published[:10]).toordinal() if published else None)

    def similar_pairs(self) -> Iterator[tuple[int, int, float]]:
        """Pairs `(earlier, later, similarity)` of articles, named by their place in the order of adding.

        Pairs that share next to nothing are left out.
        """
        import numpy as np  # noqa: PLC0415 - 100 ms, paid when grouping

        size = len(self._words)
        spread = np.array(self._spread, dtype=np.float64)
        rarity = np.log((size + _BACKGROUND) / np.maximum(spread, 1))
        if size > _MANY:
            rarity[spread > _COMMON * size] = 0.0
        days = np.array([-1 if day is None else day for day in self._days])
        # Postings grow as articles pass: each is compared with those before it.
        places: list[array[int]] = [array("L") for _ in range(len(spread))]
        weights: list[array[float]] = [array("d") for _ in range(len(spread))]
        for place in range(size):
            numbers = np.array(self._words[place], dtype=np.int64)
            vector = np.array(self._counts[place]) * rarity[numbers]
            vector /= max(float(np.linalg.norm(vector)), 1e-12)
            shared = [(n, w) for n, w in zip(numbers.tolist(), vector.tolist(), strict=True) if w]
            if place:
                met = [(np.array(places[n]), np.array(weights[n]) * w) for n, w in shared if places[n]]
                if met:
                    found = np.bincount(
                        np.concatenate([p for p, _ in met]).astype(np.int64),
                        weights=np.concatenate([s for _, s in met]),
                        minlength=place,
                    )
                    if days[place] >= 0:
                        apart = np.abs(days[:place] - days[place])
                        faded = np.exp(-np.maximum(0, apart - _FREE_DAYS) / _FADING_DAYS)
                        found *= np.where(days[:place] >= 0, faded, 1.0)
                    for other in np.nonzero(found >= _LEAST)[0].tolist():
                        yield other, place, float(found[other])
            for n, w in shared:
                places[n].append(place)
                weights[n].append(w)
