"""Findings of an article by place: which names, times, quantities and quotations a passage holds."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence

from recoupe.compare.descriptions import Reference
from recoupe.compare.facts.grammar import Grammar
from recoupe.language import load
from recoupe.model.article import Article
from recoupe.model.findings import Name, Quantity, Time
from recoupe.model.span import Passage, Span

LOOK_BACK = 3
"""Contents of quotations before a place that can still hold it."""


class Places:
    """Findings of an article by place."""

    def __init__(
        self,
        article: Article,
        ids: dict[Passage, str],
        proper: Mapping[str, str],
        known: Grammar,
        references: Sequence[Reference] = (),
    ) -> None:
        self._references = references
        self._reference_starts = [r.start for r in references]
        self.proper = proper
        self._attributions = _attributions(article, known)
        self._attribution_starts = [s for s, _ in self._attributions]
        self.names = [n for n in article.names if not self.described(n.start)]
        self.times = _since(article, known)
        self.quantities = article.quantities
        self.ids = ids
        self.article = article.id
        self._name_starts = [n.start for n in self.names]
        self._time_starts = [t.start for t in self.times]
        self._quantity_starts = [q.start for q in article.quantities]
        contents = sorted((s.start, s.end, i) for i, q in enumerate(article.quotations) for s in q.content)
        self._contents = contents
        self._denials = [
            (i, q.cue.start if q.cue else -1)
            for i, q in enumerate(article.quotations)
            if q.act == "deny" and q.kind != "direct"
        ]
        self._content_starts = [c[0] for c in contents]

    def names_in(self, start: int, end: int) -> Sequence[Name]:
        """Names that begin in `[start, end)`."""
        return self.names[bisect_left(self._name_starts, start) : bisect_left(self._name_starts, end)]

    def described(self, offset: int) -> bool:
        """Whether a place lies in a description that stands for somebody."""
        at = bisect_right(self._reference_starts, offset) - 1
        return at >= 0 and offset < self._references[at].end

    def references_in(self, start: int, end: int) -> Sequence[Reference]:
        """Descriptions that stand for somebody and begin in `[start, end)`."""
        return self._references[
            bisect_left(self._reference_starts, start) : bisect_left(self._reference_starts, end)
        ]

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

    def denies(self, quotation: int, start: int, end: int) -> bool:
        """Whether `[start, end)` is what a quotation denies (*nie que …*), its cue standing outside.

        What somebody says in denying (*nie : « … »*) is no denied proposition but their own.
        """
        return quotation >= 0 and any(
            index == quotation and not start <= cue < end for index, cue in self._denials
        )

    def passes_on(self, offset: int) -> bool:
        """Whether a place belongs to words that only say who reports: cue, speaker, relay."""
        at = bisect_right(self._attribution_starts, offset) - 1
        return at >= 0 and offset < self._attributions[at][1]

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


def _attributions(article: Article, known: Grammar) -> list[tuple[int, int]]:
    """Places of cues that only report, their speakers and relays, in order and joined where they overlap."""
    language = load(article.language)
    spans: list[Span] = []
    for quotation in article.quotations:
        spans += [r.span for r in quotation.relays]
        cue = quotation.cue
        if cue is None:
            continue
        words = language.tokens.findall(cue.of(article.text).lower())
        if not any(w in known.attributing or language.lemma(w) in known.reporting for w in words):
            continue
        spans.append(cue)
        if quotation.speaker is not None and abs(quotation.speaker.start - cue.start) <= CLOSE:
            spans.append(quotation.speaker)
    joined: list[tuple[int, int]] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(span.end, joined[-1][1]))
        else:
            joined.append((span.start, span.end))
    return joined


CLOSE = 120
"""Code points between a cue and a speaker that belong to one attribution."""


def _since(article: Article, known: Grammar) -> tuple[Time, ...]:
    """The article's times, with the year that *for 24 years* goes back to beside the duration."""
    times: list[Time] = []
    for time in article.times:
        times.append(time)
        years = _YEARS.fullmatch(time.value) if time.type == "DURATION" else None
        if years is None or not article.published:
            continue
        before = article.text[max(0, time.start - LEAD) : time.start].lower().replace("’", "'").rstrip()
        inside = article.text[time.start : time.end].lower()
        if any(before.endswith(w) or inside.startswith(w + " ") for w in known.durations_back):
            year = int(article.published[:4]) - int(years.group(1))
            interval = (f"{year:04d}-01-01", f"{year:04d}-12-31")
            times.append(Time(time.start, time.end, "DATE", f"{year:04d}", interval))
    return tuple(times)


_YEARS = re.compile(r"P(\d{1,3})Y")
LEAD = 12
"""Code points before a duration that can hold *since*, *for*, *in*."""
