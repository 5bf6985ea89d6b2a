"""Which passages of two articles say the same: pairs of windows, each a run of segments of one sentence, scored.

Candidates share a concept, a number or a date that is rare in the story (an inverted index; of a frequent one only
the first `REPRESENTATIVES` segments are looked up, so that work grows linearly with the story). For two sentences
the best pair of segments is widened segment by segment as long as what is shared grows faster than what is not.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.compare.facts.clauses import Segment, Sentence
from recoupe.compare.facts.values import Relation, compare_quantities, compare_times, counted_noun
from recoupe.compare.facts.window import Weights, Window
from recoupe.model.findings import Time

REPRESENTATIVES = 40
"""Segments looked up for one concept: the first ones, in order of articles."""
DESCRIBED = "'"
"""Ends the key of segments that tell a name by a description only: they take no places from those that name it."""
LEAST_SHARED = 1.5
"""Least weight that two segments must share to be looked at."""
ALONE = 4.2
"""Weight from which one thing that two segments share is enough to look at them."""
LEAST_WEIGHT = 1.0
"""Least weight of a concept that segments are looked up by."""
MOST_CANDIDATES = 24
"""Segments looked at for one segment."""
MOST_PAIRS = 4
"""Pairs of windows taken from one pair of sentences."""
MOST_SEGMENTS = 12
"""Segments that a window may hold: in news the widest seen has 3; lists are longer."""
LOSS = 0.22
"""What a unit of weight that is not shared costs while a window is widened."""
NUMBER_BONUS = {Relation.SAME: 3.0, Relation.COMPATIBLE: 1.5, Relation.NOTHING: 0.0, Relation.DIFFERENT: -2.0}
TIME_BONUS = {Relation.SAME: 2.0, Relation.COMPATIBLE: 1.0, Relation.NOTHING: 0.0, Relation.DIFFERENT: -1.0}


@dataclass(slots=True)
class Match:
    """Two windows of two articles, the weight of what they share, and what `judge` says of them (`Likeness`)."""

    a: Window
    b: Window
    gain: float
    same: float = 0.0
    likely: float | None = None


class Aligner:
    """Finds matches among the sentences of a story.

    Args:
        sentences: all sentences, in order of article and place.
        weights: weights of their concepts.
        within: look for matches between sentences of one article instead of two.
    """

    def __init__(self, sentences: Sequence[Sentence], weights: Weights, *, within: bool = False) -> None:
        self.sentences = sentences
        self.weights = weights
        self._within = within
        self._windows: dict[tuple[int, int, int], Window] = {}

    def window(self, number: int, first: int, last: int) -> Window:
        """Window of segments `first` to `last` of sentence `number`, made once."""
        key = (number, first, last)
        known = self._windows.get(key)
        if known is None:
            known = self._windows[key] = self.weights.window(self.sentences[number], first, last)
        return known

    def matches(self) -> Iterator[Match]:
        """All matches, in order of place."""
        for (a, b), cells in sorted(self._cells().items()):
            yield from self._match(a, b, cells)

    def _cells(self) -> dict[tuple[int, int], list[tuple[float, int, int]]]:
        """For each pair of sentences that may match, its promising pairs of segments with what they share."""
        index: dict[str, list[tuple[int, int]]] = defaultdict(list)
        cells: dict[tuple[int, int], list[tuple[float, int, int]]] = defaultdict(list)
        article = -1
        for number, sentence in enumerate(self.sentences):
            if self._within and sentence.article != article:
                article = sentence.article
                index.clear()
            features = [self._features(segment) for segment in sentence.segments]
            for j, known in enumerate(features):
                for (other, i), shared in self._lookup(index, number, known):
                    cells[other, number].append((shared, i, j))
            for j, known in enumerate(features):
                described = sentence.segments[j].described
                for feature, _ in known:
                    held = index[feature + DESCRIBED if feature in described else feature]
                    if len(held) < REPRESENTATIVES:
                        held.append((number, j))
        return cells

    def _lookup(
        self, index: dict[str, list[tuple[int, int]]], number: int, features: Sequence[tuple[str, float]]
    ) -> list[tuple[tuple[int, int], float]]:
        """Earlier segments that share the most with these features, and two of them at least."""
        shared: dict[tuple[int, int], float] = {}
        twice: set[tuple[int, int]] = set()
        strong: set[tuple[int, int]] = set()
        for feature, weight in features:
            for place in (*index.get(feature, ()), *index.get(feature + DESCRIBED, ())):
                if place in shared:
                    shared[place] += weight
                    twice.add(place)
                else:
                    shared[place] = weight
                    if weight >= ALONE:
                        strong.add(place)
        article = self.sentences[number].article
        good = [
            (place, shared[place])
            for place in shared
            if (shared[place] >= LEAST_SHARED if place in twice else place in strong)
            and place[0] != number
            and (self._within or self.sentences[place[0]].article != article)
        ]
        good.sort(key=lambda x: (-x[1], x[0]))
        return good[:MOST_CANDIDATES]

    def _features(self, segment: Segment) -> list[tuple[str, float]]:
        """What a segment is indexed under, with weights."""
        features = [(c, w) for c in sorted(segment.concepts) if (w := self.weights.of(c)) >= LEAST_WEIGHT]
        features += [
            (f"#{q.told:g} {q.unit}", 3.0) for q in segment.quantities if q.told is not None and q.told > 1
        ]
        features += [(f"#{counted_noun(q)}", 0.5) for q in segment.quantities if q.of is not None]
        for time in segment.times:
            features += _time_features(time)
        return features

    def _match(self, a: int, b: int, cells: list[tuple[float, int, int]]) -> Iterator[Match]:
        """Up to `MOST_PAIRS` pairs of windows of two sentences that do not overlap, best first."""
        used_a: set[int] = set()
        used_b: set[int] = set()
        taken = 0
        for _, i, j in sorted(cells, key=lambda c: (-c[0], c[1], c[2])):
            if i in used_a or j in used_b:
                continue
            match = self._widen(a, b, i, j)
            yield match
            used_a.update(range(match.a.first, match.a.last + 1))
            used_b.update(range(match.b.first, match.b.last + 1))
            taken += 1
            if taken == MOST_PAIRS:
                return

    def _widen(self, a: int, b: int, i: int, j: int) -> Match:
        """The best pair of windows that grows from segment `i` of sentence `a` and segment `j` of `b`."""
        best = (i, i, j, j)
        gain = _gain(self.window(a, i, i), self.window(b, j, j))
        last_a, last_b = len(self.sentences[a].segments) - 1, len(self.sentences[b].segments) - 1
        while True:
            i0, i1, j0, j1 = best
            windows_b = [(y, self.window(b, *y)) for y in _steps(j0, j1, last_b) if self._one_clause(b, y)]
            value, choice = -math.inf, best
            for x in _steps(i0, i1, last_a):
                if not self._one_clause(a, x):
                    continue
                window_a = self.window(a, *x)
                for y, window_b in windows_b:
                    if (*x, *y) != best and (found := _gain(window_a, window_b)) > value:
                        value, choice = found, (*x, *y)
            if value <= gain + 1e-9:
                return Match(self.window(a, i0, i1), self.window(b, j0, j1), gain)
            gain, best = value, choice

    def _one_clause(self, number: int, place: tuple[int, int]) -> bool:
        """Whether at most one of the segments `place` tells an event: two are two propositions."""
        if place[0] == place[1]:
            return True
        segments = self.sentences[number].segments
        return sum(1 for n in range(place[0], place[1] + 1) if segments[n].events) <= 1


def _gain(x: Window, y: Window) -> float:
    """What two windows share, less what they do not."""
    theirs = y.concepts
    shared = sum([w for c, w in x.concepts.items() if c in theirs])
    gain = shared - LOSS * (x.total + y.total - 2 * shared)
    if x.quantities and y.quantities:
        gain += NUMBER_BONUS[compare_quantities(x.quantities, y.quantities)]
    if not x.borrowed and not y.borrowed:
        gain += TIME_BONUS[compare_times(x.times, y.times)]
    return gain


def _steps(first: int, last: int, end: int) -> list[tuple[int, int]]:
    """A run of segments as it is, and wider by the segment before or after it, where there is one."""
    steps = [(first, last)]
    if last - first + 1 < MOST_SEGMENTS:
        steps += [(first - 1, last)] if first > 0 else []
        steps += [(first, last + 1)] if last < end else []
    return steps


def _time_features(time: Time) -> list[tuple[str, float]]:
    """Days, months and years under which a moment can be found: a day is also found under its month and its year."""
    if time.interval is None or time.type in ("DURATION", "SET"):
        return []
    first, last = time.interval[0][:10], time.interval[1][:10]
    features = [(f"!{first}/{last}", 1.0)]
    if first[:4] == last[:4]:
        features.append((f"!{first[:4]}", 0.3))
        if first[:7] == last[:7]:
            features.append((f"!{first[:7]}", 0.7))
    return features
