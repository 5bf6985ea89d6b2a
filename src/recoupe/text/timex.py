"""Values of TIMEX3: which days they mean, and how they shift.

A value is a string as ISO 8601 and TIMEX3 write it: `2024-06-19`, `2024-06`, `2024`, `2024-W25`, `2024-W25-WE`,
`2024-Q2`, `2024-H1`, `2024-SU`, `202` (a decade), `20` (a century), each with an optional time of day after `T`
(`2024-06-18TNI`, `2024-06-19T21:45`). What is not known stands as X (`XXXX-06-19`) and has no days.

Source: ISO-TimeML / TIMEX3 annotation guidelines 1.2.1. Seasons are the astronomical ones of the northern
half of the world, which is what TIMEX3's SP, SU, FA and WI mean in news.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

import msgspec

from recoupe.model.findings import Time

Days = tuple[date, date]

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)$")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
_PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)$")
_YEARS = re.compile(r"\d{2,4}$")
_AFTER_MIDNIGHT = ("TNI",)
# First and last day of the named parts of a year: (years on, month, day) twice.
_PARTS = {
    "Q1": ((0, 1, 1), (0, 3, 31)),
    "Q2": ((0, 4, 1), (0, 6, 30)),
    "Q3": ((0, 7, 1), (0, 9, 30)),
    "Q4": ((0, 10, 1), (0, 12, 31)),
    "H1": ((0, 1, 1), (0, 6, 30)),
    "H2": ((0, 7, 1), (0, 12, 31)),
    "SP": ((0, 3, 20), (0, 6, 20)),
    "SU": ((0, 6, 21), (0, 9, 22)),
    "FA": ((0, 9, 23), (0, 12, 20)),
    "WI": ((0, 12, 21), (1, 3, 19)),
}


def days(value: str) -> Days | None:
    """First and last day that a value means, both inclusive; None if it does not say.

    A night (`TNI`) reaches into the next morning.

    >>> days("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    >>> days("XXXX-06-19") is None
    True
    """
    day, _, _ = value.partition("T")
    try:
        found = _calendar_days(day)
    except (ValueError, OverflowError):
        return None
    if found and value.endswith(_AFTER_MIDNIGHT) and found[0] == found[1]:
        return found[0], found[1] + timedelta(days=1)
    return found


def _calendar_days(value: str) -> Days | None:
    if match := _DAY.match(value):
        day = date(int(match[1]), int(match[2]), int(match[3]))
        return day, day
    if match := _MONTH.match(value):
        year, month = int(match[1]), int(match[2])
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    if match := _WEEK.match(value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return monday + timedelta(days=5 if match[3] else 0), monday + timedelta(days=6)
    if match := _PART.match(value):
        year = int(match[1])
        (a, *first), (b, *last) = _PARTS[match[2]]
        return date(year + a, *first), date(year + b, *last)
    if _YEARS.match(value):
        scale = 10 ** (4 - len(value))
        year = int(value) * scale
        return date(max(year, 1), 1, 1), date(year + scale - 1, 12, 31)
    return None


def part_of(span: Days, part: str) -> Days:
    """The days that *early*, *mid* or *late* leaves of a span: the first, middle or last half.

    Args:
        span: first and last day.
        part: `START`, `MID` or `END` (TIMEX3's `mod`); any other value leaves the span as it is.

    >>> [d.isoformat() for d in part_of((date(2024, 5, 1), date(2024, 5, 31)), "END")]
    ['2024-05-16', '2024-05-31']
    """
    first, last = span
    length = (last - first).days + 1
    if part == "START":
        return first, first + timedelta(days=(length - 1) // 2)
    if part == "END":
        return last - timedelta(days=(length - 1) // 2), last
    if part == "MID":
        return first + timedelta(days=length // 4), last - timedelta(days=length // 4)
    return span


def shift(day: date, unit: str, count: int) -> date | None:
    """The day `count` units after `day` (before, if negative); None beyond the calendar's years.

    Args:
        day: where to start.
        unit: `D`, `W`, `M`, `Q`, `H` (half-years), `Y`, `DE` (decades), `CE` (centuries).
        count: how many.

    >>> shift(date(2024, 3, 31), "M", -1)
    datetime.date(2024, 2, 29)
    """
    months = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200}.get(unit)
    try:
        if months is None:
            return day + timedelta(days=count * (7 if unit == "W" else 1))
        index = day.year * 12 + day.month - 1 + count * months
        year, month = divmod(index, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def value_at(day: date, unit: str) -> str:
    """The value of the unit that holds `day`.

    Args:
        day: any day.
        unit: as for `shift`, and `WE` for the weekend of its week.

    >>> value_at(date(2024, 6, 19), "W"), value_at(date(2024, 6, 19), "Q"), value_at(date(2024, 6, 19), "DE")
    ('2024-W25', '2024-Q2', '202')
    """
    if unit in {"W", "WE"}:
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if unit == "WE" else "")
    if unit == "M":
        return f"{day.year:04}-{day.month:02}"
    if unit == "Q":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    if unit == "H":
        return f"{day.year:04}-H{1 if day.month <= 6 else 2}"  # noqa: PLR2004
    width = {"Y": 4, "DE": 3, "CE": 2}.get(unit)
    return f"{day.year:04}"[:width] if width else day.isoformat()


def day_of(value: str) -> date | None:
    """The single day that a value names, whatever the hour; None if it is longer or not known."""
    try:
        return date.fromisoformat(value[:10]) if _DAY.match(value[:10]) else None
    except ValueError:
        return None


_WEEKDAY_ONLY = re.compile(r"XXXX-WXX-([1-7])(T.*)?$")
_NO_YEAR = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?(T.*)?$")


def anchored(value: str, published: date) -> str:
    """A value told without week or year, completed once the article's date is known.

    A weekday or a month becomes the last one, a day of the year the nearest: what news mostly means where nothing
    else is known. Any other value stays as it is.

    Args:
        value: a TIMEX3 value.
        published: the article's date.

    >>> anchored("XXXX-WXX-2", date(2024, 6, 19)), anchored("XXXX-01-02", date(2023, 12, 30))
    ('2024-06-18', '2024-01-02')
    """
    if match := _WEEKDAY_ONLY.match(value):
        back = (published.isoweekday() - int(match[1])) % 7
        return (published - timedelta(days=back)).isoformat() + (match[2] or "")
    match = _NO_YEAR.match(value)
    if match is None:
        return value
    month, day = int(match[1]), match[2]
    if day is None:
        return f"{published.year - (month > published.month):04}-{month:02}" + (match[3] or "")
    days_told = [d for y in (-1, 0, 1) if (d := day_of(f"{published.year + y:04}-{month:02}-{day}"))]
    nearest = min(days_told, key=lambda d: abs((d - published).days), default=None)
    return nearest.isoformat() + (match[3] or "") if nearest else value


def anchor_times(times: Iterable[Time], published: date) -> tuple[Time, ...]:
    """Times of an article whose date became known after it was annotated (see `anchored`), with their intervals."""
    found = []
    for time in times:
        value = anchored(time.value, published) if time.type in {"DATE", "TIME"} else time.value
        span = days(value) if value != time.value else None
        if span:
            interval = (span[0].isoformat(), span[1].isoformat())
            found.append(msgspec.structs.replace(time, value=value, interval=interval))
        else:
            found.append(time)
    return tuple(found)
