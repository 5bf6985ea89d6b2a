"""Percentages of one person or body that nearly agree: *A. (31.8 %)* here, *A. (31.2 %)* there.

A percentage belongs to the name right before it (*A., with 31.8 % of the vote*). Only articles that give a name one
percentage count, and only near values that neither rounding nor *about* explains: other ones are of something else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from recoupe.compare.discrepancies.finding import Finding, Teller
from recoupe.compare.discrepancies.numbers import written
from recoupe.compare.facts.clauses import Sentence
from recoupe.compare.facts.values import Relation, compare_quantity
from recoupe.compare.facts.window import Window
from recoupe.model.findings import Quantity

BESIDE = 25
"""Code points between a name and its percentage."""
NEAR = 0.1
"""Relative difference up to which two percentages are taken for the same one."""
DECIMALS = 1
"""Digits behind the point from which a percentage is told exactly."""
SHARE = "%"
"""The unit."""


@dataclass(slots=True)
class _Share:
    """A percentage with the name before it."""

    window: Window
    value: Quantity

    @property
    def told(self) -> float:
        """The number as written."""
        return self.value.told or 0.0


def find_shares(teller: Teller) -> Iterator[Finding]:
    """Exact percentages of one name that exclude each other."""
    found: dict[str, dict[int, list[_Share]]] = defaultdict(lambda: defaultdict(list))
    for sentence in teller.propositions.sentences:
        for name, share in _shares(teller, sentence):
            found[name][sentence.article].append(share)
    for name in sorted(found):
        single = [s[0] for s in found[name].values() if len({x.told for x in s}) == 1]
        by_value: dict[float, list[_Share]] = defaultdict(list)
        for share in single:
            by_value[share.told].append(share)
        values = sorted(by_value.values(), key=lambda v: (-len(v), v[0].window.key))
        clash = next((pair for pair in combinations(values, 2) if _differ(teller, *pair)), None)
        if clash is not None:
            sides = tuple(
                teller.side(written(teller.material, v[0].window, v[0].value), [s.window for s in v])
                for v in clash
            )
            about = teller.about([s.window for v in clash for s in v])
            yield Finding("number", about, sides, teller.note("number", sides), 3.0)


def _shares(teller: Teller, sentence: Sentence) -> Iterator[tuple[str, _Share]]:
    marks = [
        (s, e, c, n) for n, g in enumerate(sentence.segments) for s, e, c in g.marks if c.startswith("@")
    ]
    for n, segment in enumerate(sentence.segments):
        for quantity in segment.quantities:
            if quantity.unit != SHARE or quantity.told is None or quantity.approximate:
                continue
            before = [m for m in marks if m[1] <= quantity.start and quantity.start - m[1] <= BESIDE]
            if not before:
                continue
            start, _, name, first = before[-1]
            window = teller.propositions.weights.window(sentence, min(first, n), n)
            yield name, _Share(replace(window, start=start, end=quantity.end), quantity)


def _differ(teller: Teller, first: Sequence[_Share], other: Sequence[_Share]) -> bool:
    """Whether two percentages are of one day, near, told exactly, and not one."""
    x, y = first[0], other[0]
    if compare_quantity(x.value, y.value) is not Relation.DIFFERENT:
        return False
    if (
        abs(x.told - y.told) > NEAR * max(x.told, y.told)
        or min(_decimals(x.told), _decimals(y.told)) < DECIMALS
    ):
        return False
    articles = teller.material.articles
    days = [{(articles[s.window.article].published or "")[:10] for s in v} for v in (first, other)]
    return bool(days[0] & days[1]) or "" in days[0] | days[1]


def _decimals(number: float) -> int:
    return len(f"{number:.6g}".partition(".")[2])
