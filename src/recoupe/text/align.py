"""Alignment of two word sequences, and the stretches of it that are alike.

The alignment itself is the one of least edits (rapidfuzz, bit-parallel Levenshtein); what is alike in it is found as
maximal scoring segments (Ruzzo & Tompa, "A linear time algorithm for finding all maximal scoring subsequences",
1999), so that a passage starts and ends with words that both texts have.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal, NamedTuple

from rapidfuzz.distance import Levenshtein

Op = Literal["equal", "changed", "cut", "added"]

AREA = 4_000_000
"""Cells of the largest table of an alignment (2,000 by 2,000 words)."""
RUN = 5
"""Words of a run at which longer sequences are cut."""

_OPS: dict[str, Op] = {"equal": "equal", "replace": "changed", "delete": "cut", "insert": "added"}


class Step(NamedTuple):
    """Words `a_start:a_end` of the first sequence stand against `b_start:b_end` of the second."""

    op: Op
    a_start: int
    a_end: int
    b_start: int
    b_end: int


class Segment(NamedTuple):
    """Steps `first:last` of an alignment, and what they score."""

    first: int
    last: int
    score: float


def align(a: Sequence[int], b: Sequence[int]) -> list[Step]:
    """Steps that turn `a` into `b` with fewest edits, in order, covering both.

    Sequences so long that their table would not fit are cut at runs of words that each has once (patience diff), and
    aligned between the cuts; a stretch without such a run is one change.

    >>> [step.op for step in align([1, 2, 3, 4], [1, 3, 4, 5])]
    ['equal', 'cut', 'equal', 'added']
    """
    steps: list[Step] = []
    for a_start, a_end, b_start, b_end in _blocks(a, b):
        if (a_end - a_start) * (b_end - b_start) > AREA:
            steps.append(Step("changed", a_start, a_end, b_start, b_end))
            continue
        for o in Levenshtein.opcodes(a[a_start:a_end], b[b_start:b_end]):
            step = Step(
                _OPS[o.tag],
                o.src_start + a_start,
                o.src_end + a_start,
                o.dest_start + b_start,
                o.dest_end + b_start,
            )
            if steps and step.op == steps[-1].op == "equal":
                step = Step("equal", steps[-1].a_start, step.a_end, steps.pop().b_start, step.b_end)
            steps.append(step)
    return steps


def _blocks(a: Sequence[int], b: Sequence[int]) -> list[tuple[int, int, int, int]]:
    """Pairs of stretches (start and end in each sequence) to align one by one; the whole where it is small enough."""
    blocks = []
    a_start = b_start = a_cut = b_cut = 0
    if len(a) * len(b) > AREA:
        for i, j in _anchors(a, b):
            if (i - a_start) * (j - b_start) > AREA and (a_cut, b_cut) != (a_start, b_start):
                blocks.append((a_start, a_cut, b_start, b_cut))
                a_start, b_start = a_cut, b_cut
            a_cut, b_cut = i, j
    if (len(a) - a_start) * (len(b) - b_start) > AREA and (a_cut, b_cut) != (a_start, b_start):
        blocks.append((a_start, a_cut, b_start, b_cut))
        a_start, b_start = a_cut, b_cut
    return [*blocks, (a_start, len(a), b_start, len(b))]


def _anchors(a: Sequence[int], b: Sequence[int]) -> list[tuple[int, int]]:
    """Places of runs of words that both sequences have exactly once, as many as stand in the same order in both."""
    once = _once(a), _once(b)
    pairs = sorted((once[0][run], once[1][run]) for run in once[0].keys() & once[1].keys())
    tails: list[int] = []  # smallest b place that ends a rising series of each length
    ends: list[int] = []
    before: list[int] = []
    for n, (_, j) in enumerate(pairs):
        length = bisect_left(tails, j)
        before.append(ends[length - 1] if length else -1)
        if length == len(tails):
            tails.append(j)
            ends.append(n)
        else:
            tails[length], ends[length] = j, n
    series = []
    n = ends[-1] if ends else -1
    while n >= 0:
        series.append(pairs[n])
        n = before[n]
    return series[::-1]


def _once(words: Sequence[int]) -> dict[tuple[int, ...], int]:
    """Runs of `RUN` words that occur once, with their place."""
    places: dict[tuple[int, ...], int] = {}
    for n in range(len(words) - RUN + 1):
        run = tuple(words[n : n + RUN])
        places[run] = -1 if run in places else n
    return {run: n for run, n in places.items() if n >= 0}


def segments(scores: Sequence[float], floor: float, drop: float) -> list[Segment]:
    """Stretches of steps that score well, none touching another.

    Args:
        scores: what each step of an alignment adds (words in common) or takes away (words that differ).
        floor: least score of a stretch that is given.
        drop: a step that costs more than this, or a run of costs that sums to more, always ends a stretch.
    """
    found: list[Segment] = []
    first, total, best, last = 0, 0.0, 0.0, 0
    for n, score in enumerate(scores):
        if total <= 0:
            first, total, best, last = n, 0.0, 0.0, n
        total += score
        if total > best:
            best, last = total, n + 1
        elif best - total > drop or total <= 0:
            if best >= floor:
                found.append(Segment(first, last, best))
            first, total, best, last = n + 1, 0.0, 0.0, n + 1
    if best >= floor:
        found.append(Segment(first, last, best))
    return found
