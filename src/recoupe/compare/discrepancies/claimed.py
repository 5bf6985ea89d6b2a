"""How many took part, by who counted: *14,000 according to the police, 35,000 according to the organisers*.

In a sentence that says who counted, a number stands before *according to* and its counter (`counters` of
`discrepancies.toml`), else behind the counter and its verb. Two articles that give one counter two numbers differ; so
do the two counters, whom a report may well name side by side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from recoupe.compare.discrepancies.finding import Finding, Teller
from recoupe.compare.discrepancies.numbers import written
from recoupe.compare.facts.clauses import Sentence
from recoupe.compare.facts.values import people_nouns
from recoupe.compare.facts.window import Window
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


@dataclass(slots=True)
class _Count:
    """A head count in its place, and who counted."""

    window: Window
    value: Quantity
    counter: str

    @property
    def told(self) -> float:
        """The number as written."""
        return self.value.told or 0.0


def find_claimed(teller: Teller) -> Iterator[Finding]:
    """Head counts of one counter that differ between articles, and those of two counters."""
    by_counter: dict[str, list[_Count]] = defaultdict(list)
    for sentence in teller.propositions.sentences:
        for count in _counts(teller, sentence):
            by_counter[count.counter].append(count)
    usual: list[list[_Count]] = []
    for counter in sorted(by_counter):
        values = _values(by_counter[counter])
        usual.append(values[0])
        clash = next((pair for pair in combinations(values, 2) if _differ(teller, *pair)), None)
        if clash is not None:
            yield _finding(teller, *clash, "number")
    for first, other in combinations(usual, 2):
        if _apart(first[0], other[0]):
            yield _finding(teller, first, other, "claimed")


def _values(counts: Sequence[_Count]) -> list[list[_Count]]:
    """Counts with one value together, those that most articles tell first."""
    found: dict[float, list[_Count]] = defaultdict(list)
    for count in counts:
        found[count.told].append(count)
    return sorted(found.values(), key=lambda v: (-len(_articles(v)), v[0].window.key))


def _articles(counts: Sequence[_Count]) -> set[int]:
    return {c.window.article for c in counts}


def _differ(teller: Teller, first: Sequence[_Count], other: Sequence[_Count]) -> bool:
    """Whether two values of one counter can be of the same day, and no article tells both."""
    if _articles(first) & _articles(other) or not _apart(first[0], other[0]):
        return False
    articles = teller.material.articles
    days = [{(articles[n].published or "")[:10] for n in _articles(v)} for v in (first, other)]
    return bool(days[0] & days[1]) or "" in days[0] | days[1]


def _apart(x: _Count, y: _Count) -> bool:
    """Whether two counts exclude each other and can be of one crowd."""
    low, high = sorted((x, y), key=lambda c: c.told)
    bounds = (low.value.high, high.value.low)
    if None not in bounds and (bounds[0] or 0) >= (bounds[1] or 0):
        return False
    return high.told * (1 - ROUNDING) > low.told >= FEW * high.told


def _counts(teller: Teller, sentence: Sentence) -> Iterator[_Count]:
    """The head counts of a sentence that says who counted."""
    article = teller.material.articles[sentence.article]
    table = load(article.language).table("discrepancies")
    tokens = teller.material.tokens[article.id]
    within = tokens.within(sentence.span.start, sentence.span.end)
    if not any(tokens.norms[i] in table["counting"] for i in within):
        return
    groups = {word: name for name, words in table["counters"].items() for word in words}
    numbers = [(q, n) for n, s in enumerate(sentence.segments) for q in s.quantities if _heads(q)]
    taken: set[int] = set()
    for i in within:
        counter = groups.get(tokens.norms[i])
        if counter is None:
            continue
        according = any(
            tokens.norms[j] in table["according"] for j in range(max(within.start, i - PREPOSITION), i)
        )
        number = _number_of(numbers, tokens.starts[i], tokens.ends[i], according=according)
        if number is None or number[0].start in taken:
            continue
        taken.add(number[0].start)
        quantity, n = number
        window = teller.propositions.weights.window(sentence, n, n)
        start, end = min(tokens.starts[i], window.start), max(tokens.ends[i], window.end)
        yield _Count(replace(window, start=start, end=end), quantity, counter)


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


def _finding(teller: Teller, first: Sequence[_Count], other: Sequence[_Count], note: str) -> Finding:
    sides = tuple(
        teller.side(written(teller.material, s[0].window, s[0].value), [c.window for c in s])
        for s in (first, other)
    )
    about = teller.about([c.window for c in (*first, *other)])
    return Finding("number", about, sides, teller.note(note, sides), 3.2)
