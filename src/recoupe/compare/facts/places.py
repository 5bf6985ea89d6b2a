"""Findings of an article by place: which names, times, quantities and quotations a passage holds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from recoupe.model.article import Article
from recoupe.model.findings import Name, Quantity, Time
from recoupe.model.span import Passage, Span

LOOK_BACK = 3
"""Contents of quotations before a place that can still hold it."""


class Places:
    """Findings of an article by place."""

    def __init__(self, article: Article, ids: dict[Passage, str], proper: Mapping[str, str]) -> None:
        self.proper = proper
        self.names = article.names
        self.times = article.times
        self.quantities = article.quantities
        self.ids = ids
        self.article = article.id
        self._name_starts = [n.start for n in article.names]
        self._time_starts = [t.start for t in article.times]
        self._quantity_starts = [q.start for q in article.quantities]
        contents = sorted((s.start, s.end, i) for i, q in enumerate(article.quotations) for s in q.content)
        self._contents = contents
        self._content_starts = [c[0] for c in contents]

    def names_in(self, start: int, end: int) -> Sequence[Name]:
        """Names that begin in `[start, end)`."""
        return self.names[bisect_left(self._name_starts, start) : bisect_left(self._name_starts, end)]

    def times_in(self, start: int, end: int) -> tuple[Time, ...]:
        """Times that begin in `[start, end)`."""
        return tuple(self.times[bisect_left(self._time_starts, start) : bisect_left(self._time_starts, end)])

    def quantities_in(self, start: int, end: int) -> tuple[Quantity, ...]:
        """Quantities that begin in `[start, end)`."""
        return tuple(
            self.quantities[
                bisect_left(self._quantity_starts, start) : bisect_left(self._quantity_starts, end)
            ]
        )

    def quotation_of(self, start: int, end: int) -> int:
        """Index of the quotation whose content holds most of `[start, end)`, -1 if none does."""
        at = bisect_left(self._content_starts, end)
        for first, last, index in reversed(self._contents[max(0, at - LOOK_BACK) : at]):
            if min(end, last) - max(start, first) > (end - start) / 2:
                return index
        return -1

    def name_key(self, name: Name) -> str:
        """Concept of a name: the id of whom it names, else its last word."""
        known = self.ids.get(Passage(self.article, name.start, name.end))
        last = name.name.lower().split()[-1]
        return "@" + known if known else self.proper.get(last, "@" + last)

    def covered(self, span: Span) -> list[tuple[int, int]]:
        """Places of names, times and quantities in a sentence: their words are no concepts of their own."""
        items: Iterable[Name | Time | Quantity] = (
            *self.names_in(span.start, span.end),
            *self.times_in(span.start, span.end),
            *self.quantities_in(span.start, span.end),
        )
        return sorted((x.start, x.end) for x in items)
