"""How times and quantities of two passages stand to each other: same, compatible, different, nothing to compare."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import cache

from recoupe.language import available, load
from recoupe.language.units import scaled
from recoupe.model.findings import Quantity, Time


class Relation(IntEnum):
    """How two sets of values stand to each other, from worst to best."""

    DIFFERENT = -1
    NOTHING = 0
    COMPATIBLE = 1
    SAME = 2


def compare_times(a: Sequence[Time], b: Sequence[Time]) -> Relation:
    """Relation of the dated times of two passages.

    `SAME` if one moment is told in both with the same bounds and no other hour of the day, `COMPATIBLE` if one moment
    lies within another,
    `DIFFERENT` if both tell moments and none meet, `NOTHING` if one tells none.
    """
    best = Relation.NOTHING
    seen = False
    for x in a:
        if x.interval is None or x.type in ("DURATION", "SET"):
            continue
        for y in b:
            if y.interval is None or y.type in ("DURATION", "SET"):
                continue
            seen = True
            relation = compare_intervals(x.interval, y.interval)
            if relation is Relation.SAME and not _meet(_hours(x.value), _hours(y.value)):
                relation = Relation.DIFFERENT
            best = max(best, relation)
    return best if best > Relation.NOTHING or not seen else Relation.DIFFERENT


def _hours(value: str) -> tuple[int, int]:
    """First and last minute of the day that a TIMEX3 value leaves; the whole day if it tells no hour."""
    told = clock(value)
    if not told:  # midnight may belong to either of two days
        return PARTS.get(value.partition("T")[2], PARTS[""])
    return told - LOOSE, told + LOOSE


def clock(value: str) -> int | None:
    """Minute of the day that a TIMEX3 value tells, from 0 to 1439; None if it tells none."""
    hour, _, minute = value.partition("T")[2].partition(":")
    return int(hour) * 60 + int(minute[:2]) if hour.isdigit() and minute[:2].isdigit() else None


def _meet(x: tuple[int, int], y: tuple[int, int]) -> bool:
    return x[0] <= y[1] and y[0] <= x[1]


PARTS = {
    "": (-1440, 2880),
    "MO": (0, 750),
    "MI": (660, 840),
    "AF": (720, 1170),
    "EV": (1020, 1470),
    "NI": (-1440, 2880),
}
"""Minutes of the day of the parts of a day in TIMEX3; night may belong to either of two days."""
LOOSE = 20
"""Minutes by which a clock time may be rounded."""


def other_weekdays(a: Sequence[Time], b: Sequence[Time]) -> bool:
    """Whether two passages of articles without a date name days of the week, and no day in common."""
    days = [{t.value[:10] for t in x if t.interval is None and _WEEKDAY.match(t.value)} for x in (a, b)]
    return bool(days[0] and days[1] and not days[0] & days[1])


_WEEKDAY = re.compile(r"XXXX-WXX-\d")
"""The TIMEX3 value of a day of the week of which the week is not known."""


def compare_intervals(x: tuple[str, str], y: tuple[str, str]) -> Relation:
    """Relation of two intervals of ISO days (only the day counts)."""
    x0, x1, y0, y1 = x[0][:10], x[1][:10], y[0][:10], y[1][:10]
    if (x0, x1) == (y0, y1):
        return Relation.SAME
    if (x0 <= y0 and y1 <= x1) or (y0 <= x0 and x1 <= y1):
        return Relation.COMPATIBLE
    return Relation.DIFFERENT


def compare_quantities(a: Sequence[Quantity], b: Sequence[Quantity]) -> Relation:
    """Relation of the quantities of two passages: those of the same thing first, else of the same unit."""
    best = Relation.NOTHING
    comparable = False
    for x in a:
        for y in b:
            relation = compare_quantity(x, y)
            best = max(best, relation)
            comparable |= relation is Relation.DIFFERENT
    return best if best > Relation.NOTHING or not comparable else Relation.DIFFERENT


def other_numbers(a: Sequence[Quantity], b: Sequence[Quantity]) -> bool:
    """Whether two passages tell numbers of one thing, and no number of it in common, whatever else they count."""
    relations: dict[str, Relation] = {}
    for x in a:
        for y in b:
            relation = compare_quantity(x, y)
            if relation is not Relation.NOTHING:
                thing = x.unit or counted_noun(x)
                relations[thing] = max(relation, relations.get(thing, relation))
    return Relation.DIFFERENT in relations.values()


def compare_quantity(x: Quantity, y: Quantity) -> Relation:
    """Relation of two quantities; `NOTHING` unless they count the same thing in the same unit.

    What is the same in another unit is `SAME` (*3 km*, *3 000 m*); what is not may be another thing (a height beside
    a distance).
    """
    if x.kind == "ordinal" or y.kind == "ordinal":
        return _compare_ordinals(x, y)
    if x.unit != y.unit:
        return _compare_units(x, y)
    if x.unit is None:
        if x.of is None or y.of is None:
            same = x.kind == y.kind and x.told == y.told and x.told is not None and x.told > MANY
            return Relation.SAME if same else Relation.NOTHING
        if not same_noun(x, y):
            same = x.told == y.told and x.told is not None and x.told > MANY
            return Relation.COMPATIBLE if same else Relation.NOTHING
    if x.told is not None and x.told == y.told:
        return Relation.SAME
    low = max(_low(x), _low(y))
    high = min(_high(x), _high(y))
    return Relation.COMPATIBLE if low <= high else Relation.DIFFERENT


def _compare_units(x: Quantity, y: Quantity) -> Relation:
    """*3 km* and *3,000 m* are one value; a large number of nothing is money beside money."""
    if _sum_of_money(x, y) or _sum_of_money(y, x):
        return Relation.SAME if x.told == y.told else Relation.DIFFERENT
    return Relation.SAME if _same_measure(x, y) else Relation.NOTHING


def _sum_of_money(x: Quantity, y: Quantity) -> bool:
    """Whether a large number of nothing, beside a sum of money as large, leaves the currency out: *320 billion*."""
    bare = x.unit is None and x.of is None and (x.told or 0) >= MILLION
    return bare and y.kind == "money" and (y.told or 0) >= MILLION


MILLION = 1e6
"""Number from which what is counted is left out where it is money."""


def _same_measure(x: Quantity, y: Quantity) -> bool:
    """Whether two measures in different units are one value of one kind."""
    return x.unit is not None and x.low is not None and scaled(x) == scaled(y)


def same_noun(x: Quantity, y: Quantity) -> bool:
    """Whether two quantities count the same noun; nouns for people (*personnes*, *manifestants*) are one."""
    return x.of is not None and y.of is not None and counted_noun(x) == counted_noun(y)


def counted_noun(quantity: Quantity) -> str:
    """The noun that is counted, one for all nouns for people; empty if there is none."""
    if quantity.of is None:
        return ""
    return "=people" if quantity.of.lemma in people_nouns() else quantity.of.lemma


@cache
def people_nouns() -> frozenset[str]:
    """Nouns under which people are counted, in all languages."""
    return frozenset(n for code in available() for n in load(code).table("facts")["people"])


MANY = 12
"""Above this an equal number is no chance."""


def _low(q: Quantity) -> float:
    return q.low if q.low is not None else float("-inf")


def _high(q: Quantity) -> float:
    return q.high if q.high is not None else float("inf")


def _compare_ordinals(x: Quantity, y: Quantity) -> Relation:
    """The first visit and the first visit are the same, the first and the second are not."""
    if (
        x.kind != y.kind
        or x.of is None
        or y.of is None
        or x.of.lemma != y.of.lemma
        or x.told is None
        or y.told is None
    ):
        return Relation.NOTHING
    return Relation.SAME if x.told == y.told else Relation.DIFFERENT
