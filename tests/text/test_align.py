"""Alignment of word sequences: it covers both, its equal steps are equal, and long ones are cut, not refused."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.text.align import AREA, Segment, Step, align, segments

WORDS = st.lists(st.integers(0, 6), max_size=40)


def check(a: list[int], b: list[int], steps: list[Step]) -> None:
    """The steps follow one another from both beginnings to both ends, and say what they are."""
    assert (steps[0].a_start, steps[0].b_start) == (0, 0)
    assert (steps[-1].a_end, steps[-1].b_end) == (len(a), len(b))
    for one, other in pairwise(steps):
        assert (one.a_end, one.b_end) == (other.a_start, other.b_start)
    for s in steps:
        left, right = a[s.a_start : s.a_end], b[s.b_start : s.b_end]
        match s.op:
            case "equal":
                assert left == right
                assert left
            case "cut":
                assert left
                assert not right
            case "added":
                assert right
                assert not left
            case "changed":
                assert left
                assert right


@given(WORDS, WORDS)
def test_covers_both(a: list[int], b: list[int]) -> None:
    if a or b:
        check(a, b, align(a, b))
    else:
        assert align(a, b) == []


@given(WORDS)
def test_same_sequence_is_one_step(a: list[int]) -> None:
    assert [s.op for s in align(a, list(a))] == (["equal"] if a else [])


def test_long_sequences_are_cut_where_both_have_a_run_once() -> None:
    draw = random.Random(7)  # noqa: S311 - a made-up text, no secret
    a = [draw.randrange(4000) for _ in range(6000)]
    b = [word for word in a if draw.random() > 0.03]
    assert len(a) * len(b) > AREA
    steps = align(a, b)
    check(a, b, steps)
    assert sum(s.a_end - s.a_start for s in steps if s.op == "equal") >= 0.95 * len(b)


def test_long_sequences_with_nothing_in_common_are_one_change() -> None:
    assert align([1] * 5000, [2] * 5000) == [Step("changed", 0, 5000, 0, 5000)]


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([1.0, 2.0, -1.0, 3.0], [Segment(0, 4, 5.0)]),
        ([3.0, -9.0, 4.0], [Segment(0, 1, 3.0), Segment(2, 3, 4.0)]),
        ([-1.0, 3.0, -2.0, 0.5], [Segment(1, 2, 3.0)]),
        ([1.0, -0.5, 1.0], []),
        ([], []),
    ],
)
def test_segments(scores: list[float], expected: list[Segment]) -> None:
    assert segments(scores, floor=2.0, drop=4.0) == expected


@given(st.lists(st.floats(-5, 5), max_size=60))
def test_segments_do_not_touch_and_sum_up(scores: list[float]) -> None:
    found = segments(scores, floor=1.0, drop=3.0)
    for s in found:
        assert s.score >= 1.0
        assert sum(scores[s.first : s.last]) == pytest.approx(s.score)
        assert scores[s.first] > 0
        assert scores[s.last - 1] > 0
    for one, other in pairwise(found):
        assert one.last <= other.first
