"""Pairs of passages that differ, gathered into findings: one finding for one thing, one side for one value."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from recoupe.compare.facts.clustering import overlap
from recoupe.compare.facts.window import Window
from recoupe.compare.unions import Unions

SAME_PLACE = 0.5
"""Share of the shorter of two windows of one sentence that makes them one place."""


@dataclass(slots=True)
class Pair:
    """Two windows that speak of the same thing and say different things of it."""

    a: Window
    b: Window
    strength: float


@dataclass(slots=True)
class Bundle:
    """Windows that are linked by pairs, by the value that each tells; `strength` is that of the strongest pair."""

    sides: dict[Hashable, list[Window]]
    strength: float


def bundle(pairs: Iterable[Pair], value: Callable[[Window], Hashable]) -> list[Bundle]:
    """Bundles of pairs that share a window, or one of the same place; the strongest first."""
    ordered = sorted(pairs, key=lambda p: (-p.strength, p.a.key, p.b.key))
    linked = Unions[tuple[int, int, int]]()
    windows: dict[tuple[int, int, int], Window] = {}
    at: dict[int, list[Window]] = {}
    for pair in ordered:
        for window in (pair.a, pair.b):
            if window.key in windows:
                continue
            windows[window.key] = window
            for other in at.get(id(window.sentence), ()):
                if overlap(window, other) >= SAME_PLACE:
                    linked.join(window.key, other.key)
            at.setdefault(id(window.sentence), []).append(window)
        linked.join(pair.a.key, pair.b.key)
    strengths: dict[tuple[int, int, int], float] = {}
    for pair in ordered:
        top = linked.root(pair.a.key)
        strengths[top] = max(strengths.get(top, 0.0), pair.strength)
    bundles: dict[tuple[int, int, int], Bundle] = {}
    for key in sorted(windows):
        top = linked.root(key)
        found = bundles.setdefault(top, Bundle({}, strengths.get(top, 0.0)))
        found.sides.setdefault(value(windows[key]), []).append(windows[key])
    return sorted(bundles.values(), key=lambda b: -b.strength)
