"""Heads of one crowd counted under several nouns, and crowds of another order of size.

*15,000 actors* here, *14,000 extras* there: near numbers of thousands of people, under nouns of one crowd (`crowds` of
`discrepancies.toml`), are counts of the same. A word for people in general (*participants*) joins whatever crowd the
story counts at the same number. *Hundreds of millions of viewers* and *four billion* leave no room for each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from recoupe.compare.discrepancies.figure import Figure, against, apart
from recoupe.compare.discrepancies.finding import Finding, Teller, other_people
from recoupe.language import load

LEAST = 1000
"""Heads from which nearly the same number is no chance."""
NEAR, ROUNDING = 0.15, 0.02
"""Relative differences between which two counts are of the same crowd and differ."""
VAST = 1_000_000
"""Heads from which a vague count tells its order of size."""
ORDER = 10
"""What *millions* can be at most, counted in the least that it says: from there on it is *tens of millions*."""
PLURAL = 2
"""The least that a vague plural says, in its unit: *hundreds* are 200."""
MOST = 60
"""Numbers near one number, and counts of one noun, that are compared."""
WEIGHT = 3.0
"""Weight of such a discrepancy."""
GENERAL = 0
"""Place of the group of words for people in general."""


@dataclass(slots=True)
class _Heads(Figure):
    """A count of people in its place; `group` is that of its noun."""

    group: int


def find_crowds(teller: Teller) -> Iterator[Finding]:
    """Counts of one crowd that do not agree."""
    counts = _counts(teller)
    by_value: dict[float, list[_Heads]] = defaultdict(list)
    for count in counts:
        if count.told >= LEAST:
            by_value[count.told].append(count)
    values = sorted(by_value)
    for n, x in enumerate(values):
        for y in values[n + 1 : n + 1 + MOST]:
            if y - x > NEAR * y:
                break
            sides = _one_crowd(teller, by_value[x], by_value[y]) if y - x > ROUNDING * y else None
            if sides is not None:
                yield against(teller, *sides, WEIGHT)
    yield from _vague(teller, counts)


def _one_crowd(
    teller: Teller, first: Sequence[_Heads], other: Sequence[_Heads]
) -> tuple[list[_Heads], list[_Heads]] | None:
    """What two numbers count of one crowd, if both do, under several nouns, and cannot both be right."""
    for group in sorted({c.group for c in first} & {c.group for c in other} - {GENERAL}):
        sides = [[c for c in side if c.group in (group, GENERAL)] for side in (first, other)]
        articles = [{c.window.article for c in side} for side in sides]
        nouns = {c.value.of.lemma for side in sides for c in side if c.value.of is not None}
        if articles[0] & articles[1] or len(nouns) == 1:
            continue  # the article tells them apart; or `counts` has compared them
        if any(
            apart(x.value, y.value) and not other_people(teller.material, x.window, y.window)
            for x in sides[0]
            for y in sides[1]
        ):
            return sides[0], sides[1]
    return None


def _vague(teller: Teller, counts: Sequence[_Heads]) -> Iterator[Finding]:
    """Crowds of one noun that one article counts and another tells in another order of size."""
    vast: dict[str, list[_Heads]] = defaultdict(list)
    for count in counts:
        if count.group != GENERAL and (count.value.low or 0) >= VAST and count.value.of is not None:
            vast[count.value.of.lemma].append(count)
    for _, heads in sorted(vast.items()):
        for x, y in combinations(heads[:MOST], 2):
            vague, told = (x, y) if not x.told else (y, x)
            if vague.told or not told.told or x.window.article == y.window.article:
                continue
            if told.told > (vague.value.low or 0.0) / PLURAL * ORDER:
                exact = [c for c in heads if c.told == told.told]
                loose = [c for c in heads if not c.told and c.value.low == vague.value.low]
                yield against(teller, exact, loose, WEIGHT)
                break


def _counts(teller: Teller) -> list[_Heads]:
    """The counts of people of a story."""
    found: list[_Heads] = []
    weights = teller.propositions.weights
    for sentence in teller.propositions.sentences:
        code = teller.material.articles[sentence.article].language
        crowds = load(code).table("discrepancies")["crowds"]
        groups = {noun: n for n, group in enumerate(crowds) for noun in group}
        for k, segment in enumerate(sentence.segments):
            for quantity in segment.quantities:
                if quantity.of is None or quantity.kind != "cardinal" or quantity.of.lemma not in groups:
                    continue
                window = weights.window(sentence, k, k)
                if window.negated or window.bygone:
                    continue
                end = max(quantity.end, quantity.of.span.end)
                window = replace(window, start=quantity.start, end=end)
                found.append(_Heads(window, quantity, groups[quantity.of.lemma]))
    return found
