"""Disjoint sets: the least stands for its set, whatever the order of joining."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from recoupe.compare.unions import Unions

PAIRS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=30)


def reached(start: int, pairs: list[tuple[int, int]]) -> set[int]:
    """What can be reached from `start` over the pairs."""
    seen = {start}
    while more := {x for a, b in pairs for x in (a, b) if {a, b} & seen} - seen:
        seen |= more
    return seen


@given(PAIRS, st.randoms())
def test_one_set_is_what_pairs_reach(pairs: list[tuple[int, int]], shuffle) -> None:
    sets = Unions[int]()
    for a, b in shuffle.sample(pairs, len(pairs)):
        sets.join(a, b)
    assert set(sets) == {x for pair in pairs for x in pair}
    for one in range(13):
        assert sets.root(one) == min(reached(one, pairs))
    for a, b in combinations(range(13), 2):
        assert (sets.root(a) == sets.root(b)) is (b in reached(a, pairs))


def test_what_was_never_joined_stands_for_itself() -> None:
    sets = Unions[str]()
    assert sets.root("seul") == "seul"
    assert list(sets) == []
