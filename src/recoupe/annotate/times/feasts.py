"""Days of feasts: fixed dates, days counted from Easter, and weekdays counted within a month.

How the data writes them: `12-25` (month and day), `easter+39` (days from Easter Sunday), `11/4/4` (in November, the
fourth Thursday; a negative count is from the month's end).
Source of the date of Easter: Meeus, Astronomical Algorithms (1991), ch. 8, for the Gregorian calendar.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

_WEEK = 7


def feast(rule: str, year: int) -> date | None:
    """The day of a feast in a year; None if that year has none.

    >>> feast("12-25", 2024), feast("easter+39", 2024), feast("11/4/4", 2024)
    (datetime.date(2024, 12, 25), datetime.date(2024, 5, 9), datetime.date(2024, 11, 28))
    """
    try:
        if rule.startswith("easter"):
            return easter(year) + timedelta(days=int(rule.removeprefix("easter") or "0"))
        if "/" in rule:
            month, weekday, count = map(int, rule.split("/"))
            return _weekday_of(year, month, weekday, count)
        return date(year, int(rule[:2]), int(rule[3:]))
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=512)
def easter(year: int) -> date:
    """Easter Sunday of a year (Gregorian).

    >>> easter(2024), easter(2002)
    (datetime.date(2024, 3, 31), datetime.date(2002, 3, 31))
    """
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _weekday_of(year: int, month: int, weekday: int, count: int) -> date:
    """The weekday number `count` of a month, from its end if negative."""
    if count > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % _WEEK + _WEEK * (count - 1))
    last = date(year, month, monthrange(year, month)[1])
    return last - timedelta(days=(last.isoweekday() - weekday) % _WEEK - _WEEK * (count + 1))
