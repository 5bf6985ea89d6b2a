"""Alignment of two word sequences, and the stretches of it that are alike.

The alignment itself is the one of least edits (rapidfuzz, bit-parallel Levenshtein); what is alike in it is found as
maximal scoring segments (Ruzzo & Tompa, "A linear time algorithm for finding all maximal scoring subsequences",
1999), so that a passage starts and ends with words that both texts have.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from rapidfuzz.distance import Levenshtein

Op = Literal["equal", "changed", "cut", "added"]

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

    >>> [step.op for step in align([1, 2, 3, 4], [1, 3, 4, 5])]
    ['equal', 'cut', 'equal', 'added']
    """
    return [
        Step(_OPS[o.tag], o.src_start, o.src_end, o.dest_start, o.dest_end) for o in Levenshtein.opcodes(a, b)
    ]


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
