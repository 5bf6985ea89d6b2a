"""Moments of events: from what annotation found to EDTF (ISO 8601-2, levels 0 to 2), with the precision that is told.

*fin mai* is an interval of days, *vers 1950* a year with `~`, *les années 60* a decade with X, *depuis 24 ans* the year
that it points to. Parts of a day have no form in EDTF: they keep the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from recoupe.model.findings import Time
from recoupe.text.timex import days

_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d)(?::(\d\d))?(?::(\d\d))?$")
_YEARS = re.compile(r"\d{3,4}$")
_MONTH = re.compile(r"\d{4}-\d\d$")
_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
_LENGTH = re.compile(r"P(\d+)(Y|M|W|D)$")
# EDTF level 1 numbers seasons from 21, level 2 quarters from 33 and half-years from 40.
_PARTS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24, "Q1": 33, "Q2": 34, "Q3": 35, "Q4": 36, "H1": 40, "H2": 41}
_LONGEST = 3660  # days; longer stretches (centuries) are no moment of an event
_YEAR_DAYS = 366


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happened.

    Attributes:
        first: first day, or moment, as an ISO string.
        last: last one, inclusive.
        edtf: the same as the article tells it.
        precision: `year`, `month`, `day` or `time`.
    """

    first: str
    last: str
    edtf: str
    precision: str

    @property
    def length(self) -> int:
        """Number of days."""
        return (date.fromisoformat(self.last[:10]) - date.fromisoformat(self.first[:10])).days + 1

    @property
    def days(self) -> tuple[str, str]:
        """First and last day."""
        return self.first[:10], self.last[:10]

    def within(self, other: Moment) -> bool:
        """Whether all of this moment lies in `other`."""
        return other.first[:10] <= self.first[:10] and self.last[:10] <= other.last[:10]


def moment_of(time: Time, *, approximate: bool = False, today: str | None = None) -> Moment | None:
    """The moment that a time names; None for sets, vague times, mere lengths and centuries.

    Args:
        time: a time as annotated.
        approximate: whether words such as *vers* stand before it.
        today: ISO date that a length of time is counted back from (*première visite en 24 ans*), if it is.

    >>> moment_of(Time(start=0, end=7, type="DATE", value="2024-05", interval=("2024-05-16", "2024-05-31"))).edtf
    '2024-05-16/2024-05-31'
    """
    if time.type == "SET":
        return None
    if time.type == "DURATION":
        return _since(time, approximate=approximate, today=today)
    if time.interval is None:
        return None
    first, last = time.interval
    written = _written(time.value, (first[:10], last[:10]))
    moment = Moment(
        first,
        last,
        written + "~" * (approximate and "/" not in written),
        _precision(time.value, time.interval),
    )
    return moment if moment.length <= _LONGEST else None


def _written(value: str, interval: tuple[str, str]) -> str:
    """EDTF of a value whose days are `interval`."""
    day = value.partition("T")[0]
    if clock := _CLOCK.match(value):
        return f"{clock[1]}T{clock[2]}:{clock[3] or '00'}:{clock[4] or '00'}"
    natural = days(day)
    told = natural is not None and (natural[0].isoformat(), natural[1].isoformat()) == interval
    if told and _YEARS.match(day):
        return day if len(day) == 4 else day + "X"  # noqa: PLR2004
    if told and (_DAY.match(day) or _MONTH.match(day)):
        return day
    year, _, part = day.partition("-")
    if told and part in _PARTS:
        return f"{year}-{_PARTS[part]}"
    return interval[0] if interval[0] == interval[1] else f"{interval[0]}/{interval[1]}"


def _precision(value: str, interval: tuple[str, str]) -> str:
    if _CLOCK.match(value):
        return "time"
    length = (date.fromisoformat(interval[1][:10]) - date.fromisoformat(interval[0][:10])).days + 1
    if length <= 7:  # noqa: PLR2004 - a week is told in days
        return "day"
    return "month" if length < _YEAR_DAYS - 1 else "year"


def _since(time: Time, *, approximate: bool, today: str | None) -> Moment | None:
    """The beginning that a length of time points back to, in the unit of its length."""
    length = _LENGTH.match(time.value)
    if length is None:
        return None
    number, unit = int(length[1]), length[2]
    if time.interval is not None:
        start = time.interval[0][:10]
    elif today is not None and unit == "Y" and number < int(today[:4]):
        start = f"{int(today[:4]) - number:04}-01-01"
    else:
        return None
    mark = "~" if approximate else ""
    if unit == "Y":
        year = start[:4]
        return Moment(f"{year}-01-01", f"{year}-12-31", year + mark, "year")
    if unit == "M":
        span = days(start[:7])
        return Moment(span[0].isoformat(), span[1].isoformat(), start[:7] + mark, "month") if span else None
    return Moment(start, start, start + mark, "day")


def joined(moments: Iterable[Moment]) -> Moment:
    """The stretch from the first to the last of several moments: *1950-1953*, *les 18 et 19 juin*."""
    several = list(moments)
    first, last = several[0], several[-1]
    edtf = f"{first.edtf.rstrip('~')}/{last.edtf.rstrip('~')}"
    return Moment(first.first, last.last, edtf, first.precision)


def follows(first: Moment, second: Moment) -> bool:
    """Whether `second` begins the day after `first` ends."""
    return date.fromisoformat(second.first[:10]) - date.fromisoformat(first.last[:10]) == timedelta(days=1)
