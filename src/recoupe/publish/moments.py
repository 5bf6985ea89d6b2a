"""Moments as EDTF (ISO 8601-2) and TIMEX3 write them, read into first and last instant.

Decides what a value covers on a time axis. What cannot be read is None: the page then shows it as it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

Precision = Literal["decade", "year", "month", "day", "time"]

# 2024, 202X, 2024-06, 2024-06-19, 2024-06-19T05:30, 2024-06-18TNI, each with `~`, `?` or `%` after it.
_FORM = re.compile(
    r"(?P<year>\d{3}[\dX])(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?:(?P<part>[A-Z]{2})|"
    r"(?P<hour>\d\d)(?::(?P<minute>\d\d)(?::\d\d(?:\.\d+)?)?)?)(?:Z|[+-]\d\d:?\d\d)?)?)?)?(?P<hedge>[~?%]?)"
)
# Seasons and quarters as EDTF numbers them after the months: first month and number of months. The seasons are
# those of the northern hemisphere, as weather services count them.
_SEASONS = {
    "21": (3, 3),
    "22": (6, 3),
    "23": (9, 3),
    "24": (12, 3),
    "33": (1, 3),
    "34": (4, 3),
    "35": (7, 3),
    "36": (10, 3),
}
# Parts of a day in TIMEX3: hours after midnight, end exclusive.
_PARTS = {"MO": (6, 12), "MI": (11, 13), "AF": (12, 18), "EV": (18, 22), "NI": (20, 30), "DT": (7, 19)}


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of time that a value names.

    Attributes:
        end: exclusive.
        part: TIMEX3 part of the day (`MO`, `NI` ...), EDTF season or quarter (`22`), None where the value names none.
    """

    start: datetime
    end: datetime
    precision: Precision
    approximate: bool = False
    part: str | None = None


def read_moment(value: str) -> Moment | None:
    """The moment that `value` names, None if it is in no form known here.

    >>> read_moment("1950~").end.year, read_moment("2024-06-18TNI").precision, read_moment("P24Y")
    (1951, 'time', None)
    """
    found = _FORM.fullmatch(value.strip())
    if found is None:
        return None
    try:
        return _read(found)
    except (ValueError, OverflowError):
        return None


def read_stretch(edtf: str) -> Moment | None:
    """As `read_moment`, intervals `a/b` included; an open end counts as the end that is told."""
    ends = [read_moment(end) for end in edtf.split("/") if end and end != ".."]
    if not ends or None in ends:
        return None
    first, last = ends[0], ends[-1]
    if first is None or last is None:
        return None
    approximate = first.approximate or last.approximate
    return Moment(first.start, max(first.end, last.end), first.precision, approximate, first.part)


def _read(found: re.Match[str]) -> Moment:
    hedged = bool(found["hedge"])
    if found["year"].endswith("X"):
        year = int(found["year"][:3] + "0")
        return Moment(datetime(year, 1, 1), datetime(year + 10, 1, 1), "decade", hedged)  # noqa: DTZ001
    year = int(found["year"])
    if found["month"] is None:
        return Moment(datetime(year, 1, 1), datetime(year + 1, 1, 1), "year", hedged)  # noqa: DTZ001
    season = found["month"] if found["month"] in _SEASONS and found["day"] is None else None
    month, length = _SEASONS[season] if season else (int(found["month"]), 1)
    if found["day"] is None:
        last = month + length - 1
        after = datetime(year + last // 12, last % 12 + 1, 1)  # noqa: DTZ001
        return Moment(datetime(year, month, 1), after, "month", hedged, season)  # noqa: DTZ001
    day = datetime(year, month, int(found["day"]))  # noqa: DTZ001
    if found["part"]:
        first, last = _PARTS.get(found["part"], (0, 24))
        part = found["part"] if found["part"] in _PARTS else None
        return Moment(day + timedelta(hours=first), day + timedelta(hours=last), "time", hedged, part)
    if found["hour"] is None:
        return Moment(day, day + timedelta(days=1), "day", hedged)
    start = day + timedelta(hours=int(found["hour"]), minutes=int(found["minute"] or 0))
    minutes = 1 if found["minute"] else 60
    return Moment(start, start + timedelta(minutes=minutes), "time", hedged)
