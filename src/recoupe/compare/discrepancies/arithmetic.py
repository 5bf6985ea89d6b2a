"""Sums that do not come out inside one sentence, and years that durations do not go back to.

*340, against 290 until now, that is 60 more*: the difference of the first two must be the third. *For 24 years* in one
article and *since 1998* in another, both of 2024, do not tell the same year.
"""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.compare.discrepancies.finding import Finding, Teller
from recoupe.compare.discrepancies.moments import written
from recoupe.compare.facts.alignment import Match
from recoupe.compare.facts.judge import sameness
from recoupe.compare.facts.window import Window
from recoupe.language import load
from recoupe.model.article import Article
from recoupe.model.dossier import Side
from recoupe.model.findings import Quantity, Time
from recoupe.model.span import Passage

THREE = 3
"""Numbers of a sum: two and their difference."""
CLOSE = 60
"""Code points around a number in which the words that make it a difference stand."""
SAME_EVENT = 0.4
"""Least likelihood, moments left aside, that two passages speak of the same thing."""
TOLERANCE = 1
"""Years that a duration may be off by being counted from one month or another."""


def find_sums(teller: Teller) -> Iterator[Finding]:
    """Differences that are told and do not come out."""
    for article in teller.material.articles:
        words = load(article.language).table("discrepancies")
        for span in article.sentences:
            numbers = [
                q
                for q in article.quantities
                if span.start <= q.start < span.end and q.told is not None and q.told > 0
            ]
            if len(numbers) != THREE or len({q.unit for q in numbers if q.unit}) > 1:
                continue
            if not _versus(article, numbers, words["versus"]) or not _differs(
                article, numbers[-1], words["more"]
            ):
                continue
            a, b, c = (float(q.told or 0) for q in numbers)
            step = _last_digit(min(a, b, c))
            if abs(abs(a - b) - c) <= step / 2:
                continue
            value = f"{written(article, numbers[0])} / {written(article, numbers[1])}"
            sides = tuple(
                Side(text, (Passage(article.id, span.start, span.end),))
                for text in (value, written(article, numbers[2]))
            )
            yield Finding("arithmetic", value, sides, teller.note("arithmetic_parts", sides), 2.0)


def _versus(article: Article, numbers: list[Quantity], words: list[str]) -> bool:
    """Whether the first two numbers are set against each other."""
    between = article.text[numbers[0].end : numbers[1].start].lower()
    return any(f" {w} " in f" {between} " for w in words)


def _differs(article: Article, number: Quantity, words: list[str]) -> bool:
    """Whether a number is told as a difference."""
    after = article.text[number.end : number.end + CLOSE].lower()
    return any(w in after for w in words)


def _last_digit(value: float) -> float:
    """The size of the last digit told: 1 for 347, 10 for 340, 1 000 000 for 60 millions."""
    step = 1.0
    while value % (step * 10) == 0 and step < value:
        step *= 10
    return step


def find_years(teller: Teller, matches: list[tuple[float, Match]]) -> Iterator[Finding]:
    """Durations that go back to another year than the one that is told of the same thing."""
    for _, match in matches:
        a, b = match.a, match.b
        x, y = _since(teller, a), _since(teller, b)
        if x is None or y is None or x[1] == y[1] or abs(int(x[0].value) - int(y[0].value)) <= TOLERANCE:
            continue
        if any(
            t[0].value > (teller.material.articles[w.article].published or "") for w, t in ((a, x), (b, y))
        ):
            continue  # a term ahead: a duration is not counted back from it
        same = sameness(a, b)
        if not _same_since(a, b) and (same < SAME_EVENT or not a.events & b.events & (a.done | b.done)):
            continue
        sides = tuple(teller.side(_text(teller, w, t[0]), [w]) for w, t in ((a, x), (b, y)))
        yield Finding(
            "arithmetic", teller.about([a, b]), sides, teller.note("arithmetic_years", sides), 2.0 + same
        )


def _same_since(a: Window, b: Window) -> bool:
    """Whether both tell the same ordinal of one event: *the first visit* since, or for, so long."""
    ordinals = [{(q.told, q.of.lemma) for q in w.quantities if q.kind == "ordinal" and q.of} for w in (a, b)]
    return bool(ordinals[0] & ordinals[1])


def _since(teller: Teller, window: Window) -> tuple[Time, bool] | None:
    """The one year that a window tells, and whether a duration goes back to it."""
    years = [
        t for t in window.times if t.type == "DATE" and len(t.value) == len("2000") and t.value.isdigit()
    ]
    if len(years) != 1:
        return None
    year = years[0]
    derived = any(t.type == "DURATION" and (t.start, t.end) == (year.start, year.end) for t in window.times)
    return (year, derived) if derived or year.value in _text(teller, window, year) else None


def _text(teller: Teller, window: Window, time: Time) -> str:
    return " ".join(teller.material.articles[window.article].text[time.start : time.end].split())
