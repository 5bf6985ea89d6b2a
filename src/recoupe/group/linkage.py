"""Average link (UPGMA, Sokal & Michener 1958) on a sparse graph of similarities.

Always the two groups with the highest average similarity of their members are merged, until it falls below the
threshold. Pairs that are not given count as zero.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable

__all__ = ["average_link"]


def average_link(
    size: int, pairs: Iterable[tuple[int, int, float]], threshold: float
) -> list[tuple[int, ...]]:
    """Groups of the items 0 ... size - 1, each in order, in the order of their first items.

    Args:
        size: number of items.
        pairs: `(a, b, similarity)` with a < b, each pair once.
        threshold: least average similarity of two groups that are merged, above 0.

    >>> average_link(4, [(0, 2, 0.9), (0, 1, 0.2), (1, 2, 0.2)], 0.5)
    [(0, 2), (1,), (3,)]
    """
    sums: dict[int, dict[int, float]] = {item: {} for item in range(size)}
    heap: list[tuple[float, int, int]] = []
    for a, b, similarity in pairs:
        sums[a][b] = sums[b][a] = similarity
        if similarity >= threshold:
            heap.append((-similarity, a, b))
    heapq.heapify(heap)
    members = {item: [item] for item in range(size)}
    while heap:
        negative, a, b = heapq.heappop(heap)
        # Entries are not removed when a group changes: one that no longer says the truth is passed over.
        if a not in sums or b not in sums[a] or _average(sums, members, a, b) != -negative:
            continue
        _merge(sums, members, a, b)
        for c in sums[a]:
            average = _average(sums, members, a, c)
            if average >= threshold:
                heapq.heappush(heap, (-average, min(a, c), max(a, c)))
    return sorted(tuple(sorted(group)) for group in members.values())


def _average(sums: dict[int, dict[int, float]], members: dict[int, list[int]], a: int, b: int) -> float:
    return sums[a][b] / (len(members[a]) * len(members[b]))


def _merge(sums: dict[int, dict[int, float]], members: dict[int, list[int]], a: int, b: int) -> None:
    """Let group `a` take in group `b`."""
    members[a] += members.pop(b)
    for c, total in sums.pop(b).items():
        del sums[c][b]
        if c != a:
            sums[a][c] = sums[c][a] = sums[a].get(c, 0.0) + total
