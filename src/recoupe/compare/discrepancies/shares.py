"""Percentages of one person or body that nearly agree: *A. (31.8 %)* here, *A. (31.2 %)* there.

A percentage belongs to the name right before it (*A., with 31.8 % of the vote*). Only articles that give a name one
percentage count, and only near values that neither rounding nor *about* explains: other ones are of something else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from recoupe.compare.discrepancies.figure import Figure, against, by_value, first_clash, one_day
from recoupe.compare.discrepancies.finding import Finding, Teller
from recoupe.compare.facts.clauses import Sentence
from recoupe.compare.facts.judge import decimals
from recoupe.compare.facts.values import Relation, compare_quantity

BESIDE = 25
"""Code points between a name and its percentage."""
NEAR = 0.1
"""Relative difference up to which two percentages are taken for the same one."""
DECIMALS = 1
"""Digits behind the point from which a percentage is told exactly."""
SHARE = "%"
"""The unit."""
WEIGHT = 3.0
"""Weight of such a discrepancy."""


def find_shares(teller: Teller) -> Iterator[Finding]:
    """Exact percentages of one name that exclude each other."""
    found: dict[str, dict[int, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for sentence in teller.propositions.sentences:
        for name, share in _shares(teller, sentence):
            found[name][sentence.article].append(share)
    for name in sorted(found):
        single = [s[0] for s in found[name].values() if len({x.told for x in s}) == 1]
        clash = first_clash(by_value(single), lambda x, y: _differ(teller, x, y))
        if clash is not None:
            yield against(teller, *clash, WEIGHT)


def _shares(teller: Teller, sentence: Sentence) -> Iterator[tuple[str, Figure]]:
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
            yield name, Figure(replace(window, start=start, end=quantity.end), quantity)


def _differ(teller: Teller, first: Sequence[Figure], other: Sequence[Figure]) -> bool:
    """Whether two percentages are of one day, near, told exactly, and not one."""
    x, y = first[0], other[0]
    if compare_quantity(x.value, y.value) is not Relation.DIFFERENT:
        return False
    near = abs(x.told - y.told) <= NEAR * max(x.told, y.told)
    exact = min(decimals(x.told), decimals(y.told)) >= DECIMALS
    return near and exact and one_day(teller, first, other)
