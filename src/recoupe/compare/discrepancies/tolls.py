"""How many died, were hurt, held, missing, evacuated, set free: one count of people for one kind of event.

*Four people were arrested*, *six arrests*, *six arrested* count one thing under many nouns. The count of an article is
the greatest that it tells of the kind, under a noun for people in general or the event's own noun, if it tells none of
the past and of no part. Two articles of one day (or without dates) that come to other counts differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from recoupe.compare.discrepancies.figure import Figure, against, apart, by_value, first_clash, one_day
from recoupe.compare.discrepancies.finding import Finding, Teller
from recoupe.compare.discrepancies.numbers import is_part
from recoupe.compare.facts.clauses import Segment
from recoupe.compare.facts.lexicon import lexicon
from recoupe.compare.facts.values import people_nouns
from recoupe.language import load
from recoupe.model.findings import Quantity

FEW = 0.4
"""Share of the greater count that the other reaches at least: less is a part, or another event."""
LEAST = 2
"""Count from which it is told as a number."""
WEIGHT = 3.4
"""Weight of such a discrepancy."""


def find_tolls(teller: Teller) -> Iterator[Finding]:
    """Counts of people for one kind of event that exclude each other."""
    for tolls in _by_kind(teller):
        clash = first_clash(by_value(tolls), lambda x, y: _differ(teller, x, y))
        if clash is not None:
            yield against(teller, *clash, WEIGHT)


def _by_kind(teller: Teller) -> list[list[Figure]]:
    """The counts of the story by kind of event, one for each article."""
    found: dict[tuple[str, int], Figure] = {}
    several: set[tuple[str, int]] = set()
    for sentence in teller.propositions.sentences:
        for n, segment in enumerate(sentence.segments):
            for quantity, kind in _counted(teller, sentence.article, segment):
                key = (kind, sentence.article)
                window = teller.propositions.weights.window(sentence, n, n)
                if window.bygone or window.negated or is_part(teller.material, window, quantity):
                    several.add(key)
                    continue
                start, end = _extent(segment, quantity)
                toll = Figure(replace(window, start=start, end=end), quantity)
                if key not in found or toll.told > found[key].told:
                    found[key] = toll
    kinds = sorted({kind for kind, _ in found})
    return [
        [t for (k, a), t in sorted(found.items(), key=lambda x: x[0]) if k == kind and (k, a) not in several]
        for kind in kinds
    ]


def _counted(teller: Teller, article: int, segment: Segment) -> Iterator[tuple[Quantity, str]]:
    """The counts of people in a clause, each with the one kind of event that it is of."""
    language = teller.material.articles[article].language
    kinds = _kinds(language)
    told = (segment.events | segment.done) & kinds
    known = lexicon(language)
    for quantity in segment.quantities:
        if (
            quantity.kind != "cardinal"
            or quantity.unit is not None
            or (quantity.told or 0) < LEAST
            or quantity.of is None
        ):
            continue
        own = known.concept(quantity.of.lemma)
        if own in kinds:
            yield quantity, own
        elif quantity.of.lemma in people_nouns() and len(told) == 1:
            yield quantity, next(iter(told))


def _extent(segment: Segment, quantity: Quantity) -> tuple[int, int]:
    """From the count to what it is of, within its clause."""
    end = max(quantity.end, quantity.of.span.end) if quantity.of else quantity.end
    return segment.start, max(segment.end, end)


def _differ(teller: Teller, first: Sequence[Figure], other: Sequence[Figure]) -> bool:
    """Whether two counts of one kind are of one day and leave no room for each other."""
    low, high = sorted((first[0].told, other[0].told))
    return low >= FEW * high and apart(first[0].value, other[0].value) and one_day(teller, first, other)


@cache
def _kinds(code: str) -> frozenset[str]:
    """Concepts of the kinds of event, in a language."""
    return frozenset(f"={name}" for name in load(code).table("discrepancies")["tolls"])
