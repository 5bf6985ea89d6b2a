"""Facts that rest on a value: the same number of the same thing, the same day of the same event, in any words.

A clause-by-clause comparison misses that *A., 19 %* and *A. surprises with 19 % of the vote* tell one thing, for they
share little else. Here a value is bound to what stands nearest to it: a number to the names around it and to the noun
before it (*a loss of 751 million*), a day to the event of its clause. Passages of two articles with the same binding
and values that agree tell the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from recoupe.compare.facts.clauses import Sentence
from recoupe.compare.facts.clustering import CORE, Group
from recoupe.compare.facts.judge import decimals, digits
from recoupe.compare.facts.values import Relation, clock, compare_intervals, compare_quantity, counted_noun
from recoupe.compare.facts.vetoes import SHARE, contradicts
from recoupe.compare.facts.window import Weights, Window
from recoupe.model.findings import Quantity, Time

NEAR = 110
"""Code points between a name and a number that belong together."""
HEAD = 32
"""Code points between a noun and the number that it is measured by (*loss of some 751 million*)."""
LEAST_NOUN = 1.2
"""Least weight of a noun or an event that a value is bound to."""
BEFORE = 90
"""Code points of its clause that are shown before a sum of money."""
AMOUNT = "amount"
"""Key of sums of money that nothing binds: enough digits are no chance."""
NAMES = 2
"""Names before a number that can share it (*A. and B. with 25 % each*)."""
DIGITS = 2
"""Digits that a number must have, zeros at its end aside, to show anything by itself."""
ABOUT = 0.05
"""Share of a number that *about* may take or add."""
ROUNDING = 0.03
"""Share of a number that rounding may take or add where it leaves no digit behind the point."""
LARGE = 1000
"""Count from which a number of things is no chance."""


@dataclass(slots=True, frozen=True)
class _Bound:
    """A value in its place: the window from what it is bound to, to itself."""

    window: Window
    value: Quantity | Time
    names: frozenset[str] = frozenset()


def figure_groups(sentences: Sequence[Sentence], weights: Weights, first: int) -> list[Group]:
    """Groups of passages that tell the same value of the same thing, in two articles at least; numbers from `first`."""
    bound: dict[tuple[str, ...], dict[int, list[_Bound]]] = defaultdict(lambda: defaultdict(list))
    for sentence in sentences:
        for key, one in (*_numbers(sentence, weights), *_days(sentence, weights)):
            of_article = bound[key][sentence.article]
            if len(of_article) < MOST:
                of_article.append(one)
    groups: list[Group] = []
    for key in sorted(bound):
        if len(bound[key]) < ARTICLES:
            continue
        alone = key[0] == AMOUNT
        for members in _agreeing([b for found in bound[key].values() for b in found], alone=alone):
            if alone and all(_digits(m.value) < DIGITS for m in members):
                continue
            if len({m.window.article for m in members}) >= ARTICLES:
                groups.append(Group(first + len(groups), [m.window for m in members]))
    return groups


ARTICLES = 2
"""Articles that must tell a fact."""
MOST = 8
"""Passages of one article that are looked at for one value."""


def _agreeing(found: Sequence[_Bound], *, alone: bool) -> Iterator[list[_Bound]]:
    """The members whose values agree with the first ones of their group, the most exact values first.

    Args:
        found: values bound to one thing.
        alone: whether nothing but the value shows that it is one, so that *about* proves nothing.
    """
    left = sorted(found, key=lambda b: (_width(b.value), b.window.key))
    while left:
        group: list[_Bound] = []
        rest: list[_Bound] = []
        for one in left:
            (group if all(_agree(one, other, alone=alone) for other in group[:CORE]) else rest).append(one)
        yield sorted(group, key=lambda b: b.window.key)
        left = rest


def _digits(value: Quantity | Time) -> int:
    return digits(value.told) if isinstance(value, Quantity) and value.told is not None else 0


def _width(value: Quantity | Time) -> float:
    if isinstance(value, Time):
        return 0.0
    low, high = value.low, value.high
    return float("inf") if low is None or high is None else high - low


def _agree(a: _Bound, b: _Bound, *, alone: bool) -> bool:
    """Whether two bound values are one, and what stands around them does not contradict."""
    day = isinstance(a.value, Time)
    share = isinstance(a.value, Quantity) and a.value.unit == SHARE
    if share and a.names and b.names and not a.names & b.names:
        return False
    return _equal(a.value, b.value, about=not alone) and not contradicts(a.window, b.window, numbers=day)


def _equal(x: Quantity | Time, y: Quantity | Time, *, about: bool) -> bool:
    if isinstance(x, Time) or isinstance(y, Time):
        if not (isinstance(x, Time) and isinstance(y, Time)) or x.interval is None or y.interval is None:
            return False
        return compare_intervals(x.interval, y.interval) is Relation.SAME
    if x.unit != y.unit or x.told is None or y.told is None:
        return False
    if x.told == y.told or _rounded(x, y) or _rounded(y, x):
        return True
    if not about or abs(x.told - y.told) > ABOUT * max(x.told, y.told):
        return False
    return compare_quantity(x, y) is Relation.COMPATIBLE and (x.approximate or y.approximate)


def _rounded(x: Quantity, y: Quantity) -> bool:
    """Whether the number `x` is the number `y` with fewer digits: *29 %* of *29.3 %*, *5 billion* of *4.9*."""
    if x.told is None or y.told is None or x.unit is None:
        return False
    places, told = decimals(x.told), digits(x.told)
    if places < decimals(y.told) and round(y.told, places) == x.told:
        return True
    fewer = told < digits(y.told) and float(f"{y.told:.{max(told, 1)}g}") == x.told
    return fewer and abs(x.told - y.told) <= ROUNDING * abs(y.told)


def _numbers(sentence: Sentence, weights: Weights) -> Iterator[tuple[tuple[str, ...], _Bound]]:
    """The numbers of a sentence that show something, each with the names and the noun that it is bound to."""
    numbers = [(q, n) for n, s in enumerate(sentence.segments) for q in s.quantities if _shows(q)]
    marks = [(s, e, c, n) for n, g in enumerate(sentence.segments) for s, e, c in g.marks]
    before = sentence.span.start
    for quantity, at in numbers:
        unit = quantity.unit or counted_noun(quantity)
        ahead = [m for m in marks if before <= m[0] and m[1] <= quantity.start]
        names = [m for m in ahead if m[2].startswith("@") and quantity.start - m[1] <= NEAR]
        for name in names[-NAMES:]:
            yield ("name", name[2], unit), _bind(sentence, weights, name, at, quantity)
        nouns = [
            m
            for m in ahead
            if m[2][0] not in "@~" and quantity.start - m[1] <= HEAD and weights.of(m[2]) >= LEAST_NOUN
        ]
        for noun in nouns[-1:]:
            bound = _bind(sentence, weights, noun, at, quantity)
            yield ("noun", noun[2], unit), replace(bound, names=frozenset(n[2] for n in names[-NAMES:]))
        alone = (quantity.start, quantity.end, "", at)
        if quantity.unit is None and quantity.told is not None and quantity.told >= LARGE:
            yield ("count", unit), _bind(sentence, weights, alone, at, quantity)
        if quantity.kind == "money":
            clause = sentence.segments[at].start
            near = min(
                (m[0] for m in marks if m[3] == at and m[0] >= quantity.start - BEFORE), default=clause
            )
            start = clause if quantity.start - clause <= BEFORE else min(near, quantity.start)
            yield (AMOUNT, unit), _bind(sentence, weights, (start, quantity.end, "", at), at, quantity)
        before = quantity.end


def _shows(quantity: Quantity) -> bool:
    """Whether a number is no chance when two articles tell it of one thing."""
    if quantity.kind in ("ordinal", "age") or quantity.told is None:
        return False
    if quantity.unit is None and quantity.of is None:
        return False
    if quantity.unit is None:
        return quantity.told >= LARGE or digits(quantity.told) > DIGITS
    return digits(quantity.told) >= DIGITS or quantity.told >= LARGE


def _days(sentence: Sentence, weights: Weights) -> Iterator[tuple[tuple[str, ...], _Bound]]:
    """The days that a sentence tells, each with the events of its clause."""
    for at, segment in enumerate(sentence.segments):
        days = [(t, day) for t in segment.times if (day := _day(t))]
        for time, day in days:
            minute = clock(time.value)
            if minute is not None and minute % 60:
                whole = (segment.start, segment.end, "", at)
                yield ("clock", day, str(minute)), _bind(sentence, weights, whole, at, time)
        if len(days) != 1:
            continue
        time, day = days[0]
        for start, end, concept in segment.marks:
            if concept in segment.events and weights.of(concept) >= LEAST_NOUN:
                yield ("day", concept, day), _bind(sentence, weights, (start, end, concept, at), at, time)


def _day(time: Time) -> str:
    """The day that a time tells; empty if it tells more or less than one."""
    if time.interval is None or time.type not in ("DATE", "TIME"):
        return ""
    first, last = (moment[:10] for moment in time.interval)
    return first if first == last else ""


def _bind(
    sentence: Sentence, weights: Weights, mark: tuple[int, int, str, int], at: int, value: Quantity | Time
) -> _Bound:
    """The window from a mark to the value bound to it, whichever stands first."""
    first, last = min(mark[3], at), max(mark[3], at)
    window = weights.window(sentence, first, last)
    end = value.end
    if isinstance(value, Quantity) and value.of is not None:
        end = max(end, value.of.span.end)
    start, end = min(mark[0], value.start), max(mark[1], end)
    return _Bound(replace(window, start=start, end=end), value)
