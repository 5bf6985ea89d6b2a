"""How many took part, by who counted: *14,000 according to the police, 35,000 according to the organisers*.

In a sentence that says who counted, a number stands before *according to* and its counter (`counters` of
`discrepancies.toml`), else behind the counter and its verb. Two articles that give one counter two numbers differ; so
do the two counters, whom a report may well name side by side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations
from typing import NamedTuple

from recoupe.compare.discrepancies.figure import (
    Figure,
    against,
    apart,
    articles_of,
    by_value,
    first_clash,
    one_day,
)
from recoupe.compare.discrepancies.finding import Finding, Teller
from recoupe.compare.facts.clauses import Sentence
from recoupe.compare.facts.values import people_nouns
from recoupe.language import load
from recoupe.model.findings import Quantity

LEAST = 100
"""Heads from which somebody counts them against somebody else."""
NEAR = 60
"""Code points between a number and who counted it."""
PREPOSITION = 4
"""Tokens before a counter in which *according to* stands."""
FEW = 0.3
"""Share of a count that another count of the same crowd reaches at least."""
ROUNDING = 0.03
"""Relative difference that rounding explains."""
WEIGHT = 3.2
"""Weight of such a discrepancy."""


def find_claimed(teller: Teller) -> Iterator[Finding]:
    """Head counts of one counter that differ between articles, and those of two counters."""
    by_counter: dict[str, list[Figure]] = defaultdict(list)
    for sentence in teller.propositions.sentences:
        for counter, figure in _counts(teller, sentence):
            by_counter[counter].append(figure)
    usual: list[list[Figure]] = []
    for counter in sorted(by_counter):
        values = by_value(by_counter[counter])
        usual.append(values[0])
        clash = first_clash(values, lambda x, y: _differ(teller, x, y))
        if clash is not None:
            yield against(teller, *clash, WEIGHT)
    for first, other in combinations(usual, 2):
        if _apart(first[0], other[0]):
            yield against(teller, first, other, WEIGHT, "claimed")


def _differ(teller: Teller, first: Sequence[Figure], other: Sequence[Figure]) -> bool:
    """Whether two values of one counter can be of the same day, and no article tells both."""
    if articles_of(first) & articles_of(other) or not _apart(first[0], other[0]):
        return False
    return one_day(teller, first, other)


def _apart(x: Figure, y: Figure) -> bool:
    """Whether two counts exclude each other and can be of one crowd."""
    low, high = sorted((x.told, y.told))
    return apart(x.value, y.value) and high * (1 - ROUNDING) > low >= FEW * high


def _counts(teller: Teller, sentence: Sentence) -> Iterator[tuple[str, Figure]]:
    """The head counts of a sentence that says who counted, each with the counter."""
    article = teller.material.articles[sentence.article]
    words = _words(article.language)
    tokens = teller.material.tokens[article.id]
    within = tokens.within(sentence.span.start, sentence.span.end)
    if words.counting.isdisjoint(tokens.norms[within.start : within.stop]):
        return
    numbers = [(q, n) for n, s in enumerate(sentence.segments) for q in s.quantities if _heads(q)]
    taken: set[int] = set()
    for i in within:
        counter = words.counters.get(tokens.norms[i])
        if counter is None:
            continue
        before = tokens.norms[max(within.start, i - PREPOSITION) : i]
        according = not words.according.isdisjoint(before)
        number = _number_of(numbers, tokens.starts[i], tokens.ends[i], according=according)
        if number is None or number[0].start in taken:
            continue
        taken.add(number[0].start)
        quantity, n = number
        window = teller.propositions.weights.window(sentence, n, n)
        start, end = min(tokens.starts[i], window.start), max(tokens.ends[i], window.end)
        yield counter, Figure(replace(window, start=start, end=end), quantity)


def _number_of(
    numbers: Sequence[tuple[Quantity, int]], start: int, end: int, *, according: bool
) -> tuple[Quantity, int] | None:
    """The number that a counter at these code points counted: before *according to*, else behind its verb."""
    before = [x for x in numbers if x[0].end <= start and start - x[0].end <= NEAR][-1:]
    behind = [x for x in numbers if x[0].start >= end and x[0].start - end <= NEAR][:1]
    return next(iter([*before, *behind] if according else [*behind, *before]), None)


def _heads(quantity: Quantity) -> bool:
    """Whether a quantity can be a number of heads."""
    if quantity.kind != "cardinal" or quantity.unit is not None or (quantity.told or 0) < LEAST:
        return False
    return quantity.of is None or quantity.of.lemma in people_nouns()


class _Words(NamedTuple):
    """Words of counting, those that name who counted after the number, and the group of each counter."""

    counting: frozenset[str]
    according: frozenset[str]
    counters: Mapping[str, str]


@cache
def _words(code: str) -> _Words:
    table = load(code).table("discrepancies")
    counters = {word: name for name, words in table["counters"].items() for word in words}
    return _Words(frozenset(table["counting"]), frozenset(table["according"]), counters)
