"""A number in its place, and what detectors of numbers share: values of one thing, set against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from recoupe.compare.discrepancies.finding import Finding, Teller, published
from recoupe.compare.discrepancies.numbers import written
from recoupe.compare.facts.window import Window
from recoupe.model.findings import Quantity


@dataclass(slots=True)
class Figure:
    """A number in the clause that tells it."""

    window: Window
    value: Quantity

    @property
    def told(self) -> float:
        """The number as written, 0 if it is vague."""
        return self.value.told or 0.0


Differ = Callable[[Sequence[Figure], Sequence[Figure]], bool]
"""Whether the figures of two values are of one thing and cannot both be right."""


def by_value(figures: Iterable[Figure]) -> list[list[Figure]]:
    """Figures with one value together, those that most articles tell first."""
    found: dict[float, list[Figure]] = defaultdict(list)
    for figure in figures:
        found[figure.told].append(figure)
    return sorted(found.values(), key=lambda v: (-len(articles_of(v)), v[0].window.key))


def articles_of(figures: Iterable[Figure]) -> set[int]:
    """Numbers of the articles that tell these figures."""
    return {f.window.article for f in figures}


def first_clash(
    values: Sequence[Sequence[Figure]], differ: Differ
) -> tuple[Sequence[Figure], Sequence[Figure]] | None:
    """The first two values that differ, of those that most articles tell."""
    return next((pair for pair in combinations(values, 2) if differ(*pair)), None)


def days_of(teller: Teller, figures: Iterable[Figure]) -> set[str]:
    """The days on which the articles of figures were published; empty where one is not known."""
    return {published(teller.material, f.window) for f in figures}


def one_day(teller: Teller, first: Iterable[Figure], other: Iterable[Figure]) -> bool:
    """Whether two values can be told on one day: a later article may know more."""
    days = [days_of(teller, v) for v in (first, other)]
    return bool(days[0] & days[1]) or "" in days[0] | days[1]


def apart(x: Quantity, y: Quantity) -> bool:
    """Whether what *about* and *at least* leave of two numbers does not meet."""
    bounds = [(q.low or 0.0, q.high if q.high is not None else float("inf")) for q in (x, y)]
    return max(low for low, _ in bounds) > min(high for _, high in bounds)


def against(
    teller: Teller, first: Sequence[Figure], other: Sequence[Figure], weight: float, note: str = "number"
) -> Finding:
    """The discrepancy of two values."""
    sides = tuple(
        teller.side(written(teller.material, v[0].window, v[0].value), [f.window for f in v])
        for v in (first, other)
    )
    about = teller.about([f.window for v in (first, other) for f in v])
    return Finding("number", about, sides, teller.note(note, sides), weight)
