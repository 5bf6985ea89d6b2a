"""Counts of one noun that nearly agree: 204 delegations here, 205 there.

Two articles may tell a number in clauses that share little else. Where both count the same rare noun and come out
within `NEAR` of each other, they count the same thing: different things seldom come to nearly one number. Where the
words around them tell the same (*35,000 letters that he received*, *having received 50,000 letters*), they may lie up
to `FAR` apart. Left out: what rounding or *about* explains, small numbers, shares and sums of money (which are of many
things), counts that one article tells both of, and those that a later article may have brought up to date.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import combinations

from recoupe.compare.discrepancies.figure import Figure, against, articles_of, days_of
from recoupe.compare.discrepancies.finding import Finding, Teller, other_people
from recoupe.compare.discrepancies.numbers import is_part, is_series
from recoupe.compare.facts.values import Relation, compare_quantity, compare_times, other_weekdays
from recoupe.compare.facts.window import Weights, Window
from recoupe.language import load
from recoupe.model.findings import Quantity

NEAR = 0.15
"""Relative difference up to which two counts of one noun are taken for counts of the same."""
FAR = 0.5
"""The same where the words around both counts tell the same."""
AROUND = 60
"""Code points around a count in which words tell what is counted."""
BESIDE = 2.5
"""Weight of what must be shared there beside the noun."""
LEAST = 20
"""Count from which nearly the same number is no chance."""
RARE = 2.5
"""Weight in the story from which a noun stands for one thing there."""


@dataclass(slots=True)
class _Count(Figure):
    """A count in its place, from the number to its noun."""

    around: dict[str, float]
    part: bool


def find_counts(teller: Teller) -> Iterator[Finding]:
    """Counts of one noun that nearly agree, and do not."""
    for counts in _by_noun(teller):
        values: dict[float, list[_Count]] = defaultdict(list)
        for count in counts:
            values[count.told].append(count)
        ordered = sorted(values.values(), key=lambda v: (-len(articles_of(v)), v[0].told))
        clash = next(((a, b) for a, b in combinations(ordered, 2) if _clash(teller, a, b)), None)
        if clash is not None:
            yield _finding(teller, *clash)


def _by_noun(teller: Teller) -> list[list[_Count]]:
    """Counts of the story by noun and kind, those of rare nouns only, in order of the nouns."""
    found: dict[tuple[str, str], list[_Count]] = defaultdict(list)
    weights = teller.propositions.weights
    again = [load(a.language).table("discrepancies")["recounted"] for a in teller.material.articles]
    for sentence in teller.propositions.sentences:
        for number, segment in enumerate(sentence.segments):
            for quantity in segment.quantities:
                if (
                    quantity.of is None
                    or not _shows(quantity)
                    or quantity.of.lemma in again[sentence.article]
                ):
                    continue
                noun = {
                    c for s, e, c in segment.marks if s <= quantity.of.span.start < e and c[0] not in "@~"
                }
                if not noun or max(weights.of(c) for c in noun) < RARE:
                    continue
                window = weights.window(sentence, number, number)
                window = replace(window, start=quantity.start, end=max(quantity.end, quantity.of.span.end))
                part = is_part(teller.material, window, quantity) or is_series(window)
                count = _Count(window, quantity, _around(weights, window, noun), part)
                found[quantity.of.lemma, quantity.kind].append(count)
    return [found[key] for key in sorted(found)]


def _around(weights: Weights, window: Window, noun: AbstractSet[str]) -> dict[str, float]:
    """What the words around a count speak of, with weights; what is counted left out."""
    marks = [m for s in window.sentence.segments for m in s.marks]
    near = {c for s, e, c in marks if s >= window.start - AROUND and e <= window.end + AROUND}
    return {c: w for c in sorted(near - noun) if (w := weights.of(c)) >= 1}


def _alike(x: _Count, y: _Count) -> bool:
    """Whether the words around two counts tell the same, at no other time."""
    if x.part or y.part or x.window.bygone or y.window.bygone:
        return False
    times = [[t for s in c.window.sentence.segments for t in s.times] for c in (x, y)]
    apart = compare_times(*times) is Relation.DIFFERENT or other_weekdays(*times)
    repeated = any(t.type == "SET" for told in times for t in told)
    shared = sum(w for c, w in x.around.items() if c in y.around)
    return not apart and not repeated and shared >= BESIDE


def _shows(quantity: Quantity) -> bool:
    """Whether a quantity is a count of so many that nearly the same is no chance."""
    if quantity.unit is not None or quantity.kind != "cardinal" or quantity.told is None:
        return False
    return quantity.told >= LEAST and quantity.told.is_integer()


def _clash(teller: Teller, first: Sequence[_Count], other: Sequence[_Count]) -> bool:
    """Whether the counts of two sets of articles are of the same thing and cannot both be right."""
    x, y = first[0], other[0]
    if articles_of(first) & articles_of(other):
        return False
    apart = abs(x.told - y.told) / max(x.told, y.told)
    alike = apart <= FAR and any(_alike(a, b) for a in first for b in other)
    if not (apart <= NEAR or alike) or _rounded(x.told, y.told):
        return False
    if compare_quantity(x.value, y.value) is not Relation.DIFFERENT:
        return False
    if any(a.window.negated or a.window.bygone for a in (*first, *other)):
        return False
    days = [days_of(teller, side) for side in (first, other)]
    if not days[0] & days[1] and (x.told < y.told) == (min(days[0]) < min(days[1])):
        return False
    return not other_people(teller.material, x.window, y.window)


def _rounded(x: float, y: float) -> bool:
    """Whether the number with fewer digits is the other, rounded."""
    low, high = sorted((x, y), key=_digits)
    places = len(f"{low:.0f}") - _digits(low)
    return _digits(low) < _digits(high) and round(high, -places) == low


def _digits(number: float) -> int:
    """Digits of a whole number without the zeros at its end."""
    return len(f"{number:.0f}".rstrip("0"))


def _finding(teller: Teller, first: Sequence[_Count], other: Sequence[_Count]) -> Finding:
    x, y = first[0].told, other[0].told
    days = days_of(teller, (*first, *other))
    far = abs(x - y) > NEAR * max(x, y) and (len(days) > 1 or "" in days)
    weight = 3.0 + min(len(articles_of(first)), 3) / 4
    return against(teller, first, other, weight, "number_undated" if far else "number")
