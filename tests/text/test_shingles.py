"""Shingles: texts that share words meet in the index, widely shared ones only with the first."""

from __future__ import annotations

from recoupe.text.shingles import Seed, ShingleIndex, chains, shingles


def test_order_inside_a_shingle_does_not_count() -> None:
    assert [key for _, key in shingles([4, 9, 2], 3)] == [key for _, key in shingles([2, 4, 9], 3)]


def test_too_short_for_a_shingle() -> None:
    assert list(shingles([1, 2], 3)) == []


def test_shared_shingles_are_seeds() -> None:
    index = ShingleIndex(length=3, keep=8)
    assert index.add(0, [1, 2, 3, 4, 5]) == {}
    assert index.add(1, [9, 2, 3, 4, 8]) == {0: [Seed(1, 1)]}
    assert index.add(2, [1, 2, 3, 4]) == {0: [Seed(0, 0), Seed(1, 1)], 1: [Seed(1, 1)]}


def test_a_text_does_not_meet_itself() -> None:
    assert ShingleIndex(length=2, keep=8).add(0, [1, 2, 1, 2]) == {}


def test_later_copies_meet_the_first_ones_only() -> None:
    index = ShingleIndex(length=2, keep=3)
    for n in range(50):
        shared = index.add(n, [1, 2, 3])
        assert sorted(shared) == list(range(min(n, 3)))


def test_seeds_near_each_other_make_one_chain() -> None:
    seeds = [Seed(0, 10), Seed(4, 14), Seed(6, 17)]
    assert chains(seeds, gap=10, drift=3) == [(Seed(0, 10), Seed(6, 17))]


def test_seeds_that_drift_apart_make_two_chains() -> None:
    seeds = [Seed(0, 10), Seed(40, 14)]
    assert sorted(chains(seeds, gap=10, drift=3)) == [
        (Seed(0, 10), Seed(0, 10)),
        (Seed(40, 14), Seed(40, 14)),
    ]


def test_far_seeds_make_two_chains() -> None:
    seeds = [Seed(0, 0), Seed(100, 100)]
    assert len(chains(seeds, gap=10, drift=3)) == 2
