"""The timeline as nested strips: the whole stretch of time, then its densest part drawn again, larger.

Each strip is true to scale. A story that reaches from a war in 1950 to the hours of one night has three: years,
months, hours; no more. Every event has one numbered mark, in the finest strip that holds it.
"""

from __future__ import annotations

import heapq
import math
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from markupsafe import Markup

from recoupe.publish.charts.svg import element, picture
from recoupe.publish.interface import Interface
from recoupe.publish.moments import Moment
from recoupe.publish.sections.timeline import EventLine

STRIPS = 3
# A cluster is what lies nearer together than one of these parts of the strip.
DENSE = (8, 16, 32, 64, 128, 256, 512)
ZOOM = 5  # it is drawn again if that makes it at least so many times larger
LEAST = 3  # events in it, at two moments or more: what falls together is not told apart by a larger scale
NAMED = 90  # characters of an event in its mark's name; the whole stands in the table
NAMING = 600.0  # least width of a picture whose marks tell the event; in smaller ones they tell when it was
RADIUS = 11.0
MARGIN = 24.0
TICK_ROOM = 22.0
BAND = 26.0
MOST_TICKS = 60
EDGE = 40.0  # a label nearer to the picture's edge is not centred on its tick, lest it be cut, or left out

_HOUR, _DAY = 3600, 86400
# Room for a label and the space around it, by skeleton.
_ROOM = {"Hm": 64, "MMMd": 78, "yMMM": 98, "y": 62}
# Steps of an axis: length in seconds, unit and how many of it, and the label's skeleton (CLDR).
_STEPS = (
    (600, "minute", 10, "Hm"), (1800, "minute", 30, "Hm"), (_HOUR, "hour", 1, "Hm"),
    (2 * _HOUR, "hour", 2, "Hm"), (3 * _HOUR, "hour", 3, "Hm"), (6 * _HOUR, "hour", 6, "Hm"),
    (12 * _HOUR, "hour", 12, "Hm"), (_DAY, "day", 1, "MMMd"), (2 * _DAY, "day", 2, "MMMd"),
    (7 * _DAY, "day", 7, "MMMd"), (31 * _DAY, "month", 1, "yMMM"), (92 * _DAY, "month", 3, "yMMM"),
    (183 * _DAY, "month", 6, "yMMM"), (366 * _DAY, "year", 1, "y"), (731 * _DAY, "year", 2, "y"),
    (1827 * _DAY, "year", 5, "y"), (3653 * _DAY, "year", 10, "y"), (7305 * _DAY, "year", 20, "y"),
    (18263 * _DAY, "year", 50, "y"), (36525 * _DAY, "year", 100, "y"), (182625 * _DAY, "year", 500, "y"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Placed:
    line: EventLine
    moment: Moment

    @property
    def middle(self) -> datetime:
        return self.moment.start + (self.moment.end - self.moment.start) / 2


@dataclass(frozen=True, slots=True)
class _Strip:
    first: datetime
    last: datetime
    events: tuple[_Placed, ...]
    inner: tuple[_Placed, ...]


_Laned = tuple[_Placed, float, int]
"""An event with its x and its lane, counted from the axis."""


def draw_timeline(events: Sequence[EventLine], say: Interface, width: float, name: str) -> Markup:
    """The picture `width` units wide, empty if no event has a place on an axis."""
    placed = tuple(_Placed(e, e.moment) for e in events if e.moment)
    if not placed:
        return Markup("")
    marks: list[Markup] = []
    bands: list[Markup] = []  # behind everything: axis labels stand on them
    top = 8.0
    strips = _strips(placed)
    for number, strip in enumerate(strips):
        lanes = _lanes(strip, width)
        axis = top + (max((n for _, _, n in lanes), default=0) + 1) * (2 * RADIUS + 3) + 10
        marks += _draw_strip(strip, lanes, say, width, axis)
        top = axis + TICK_ROOM + 6
        if number + 1 < len(strips):
            bands.append(_band(strip, strips[number + 1], width, axis, top + BAND))
            top += BAND + 6
    title = say("chart.timeline", n=say.number(len(placed)))
    return picture(name, title, width, top, *bands, *marks, class_=f"timeline {name}")


def _strips(placed: tuple[_Placed, ...]) -> list[_Strip]:
    strips: list[_Strip] = []
    current = tuple(sorted(placed, key=lambda p: (p.middle, p.line.number)))
    while current:
        first = min(p.moment.start for p in current)
        last = max(p.moment.end for p in current)
        inner = _densest(current, last - first) if len(strips) + 1 < STRIPS else ()
        strips.append(_Strip(first, last, current, inner))
        current = inner
    return strips


def _densest(events: Sequence[_Placed], span: timedelta) -> tuple[_Placed, ...]:
    """The group of events close together that gains most from being drawn again.

    The gain is the number of events times the logarithm of the enlargement: many events a little larger, or few
    much larger. Events that cover more than a gap (a year among days) stay in the outer strip.
    """
    best: tuple[_Placed, ...] = ()
    most = 0.0
    for part in DENSE:
        for group in _groups(events, span, part):
            reach = max(p.moment.end for p in group) - min(p.moment.start for p in group)
            if len(group) < LEAST or len({p.middle for p in group}) == 1 or reach > span / ZOOM:
                continue
            gain = len(group) * math.log(span / reach)
            if gain > most:
                best, most = tuple(group), gain
    return best


def _groups(events: Sequence[_Placed], span: timedelta, part: int) -> list[list[_Placed]]:
    """Runs of events, in the order of their middles, with no gap of more than one `part` of the span."""
    groups: list[list[_Placed]] = []
    for event in events:
        if event.moment.end - event.moment.start > max(span / part, span / ZOOM / 4):
            continue
        if groups and event.middle - groups[-1][-1].middle <= span / part:
            groups[-1].append(event)
        else:
            groups.append([event])
    return groups


def _x(strip: _Strip, moment: datetime, width: float) -> float:
    whole = (strip.last - strip.first).total_seconds() or 1.0
    return MARGIN + (width - 2 * MARGIN) * (moment - strip.first).total_seconds() / whole


def _lanes(strip: _Strip, width: float) -> list[_Laned]:
    """Events that this strip numbers, each with its x and the first lane in which it touches no other."""
    again = {id(event) for event in strip.inner}
    free: list[int] = []
    taken: list[tuple[float, int]] = []  # where each lane is free again; events come from left to right
    found = []
    for event in strip.events:
        if id(event) in again:
            continue
        x = _x(strip, event.middle, width)
        while taken and taken[0][0] <= x - RADIUS:
            heapq.heappush(free, heapq.heappop(taken)[1])
        lane = heapq.heappop(free) if free else len(taken)
        heapq.heappush(taken, (x + RADIUS + 3, lane))
        found.append((event, x, lane))
    return found


def _draw_strip(
    strip: _Strip, lanes: Sequence[_Laned], say: Interface, width: float, axis: float
) -> list[Markup]:
    marks = [element("line", x1=MARGIN, x2=width - MARGIN, y1=axis, y2=axis, class_="axis")]
    for x, label in _ticks(strip, say, width):
        marks.append(element("line", x1=x, x2=x, y1=axis, y2=axis + 5, class_="axis"))
        if x < EDGE:
            marks.append(element("text", label, x=x - MARGIN, y=axis + 18, class_="t-left"))
        elif x < width - EDGE:  # a last one would touch the one before it
            marks.append(element("text", label, x=x, y=axis + 18))
    marks += [
        element("circle", cx=_x(strip, p.middle, width), cy=axis, r=3, class_="far") for p in strip.inner
    ]
    dots: list[Markup] = []  # before the stems, so that none crosses a number
    for event, x, lane in lanes:
        y = axis - 8 - RADIUS - lane * (2 * RADIUS + 3)
        left, right = _x(strip, event.moment.start, width), _x(strip, event.moment.end, width)
        if right - left > 2 * RADIUS:
            marks.append(element("rect", x=left, y=axis - 3, width=right - left, height=6, class_="stretch"))
        marks.append(element("line", x1=x, x2=x, y1=y + RADIUS, y2=axis, class_="stem"))
        dots.append(_dot(event.line, x, y, say, named=width >= NAMING))
    return [*marks, *dots]


def _dot(line: EventLine, x: float, y: float, say: Interface, *, named: bool) -> Markup:
    """The numbered mark of an event; its name is its `<title>`, which is also what a mouse shows."""
    name = say(
        "chart.event_announced" if line.announced else "chart.event",
        n=line.number,
        when=line.when,
        text=textwrap.shorten(line.text, NAMED, placeholder=" …"),
    )
    if not named:
        name = f"{line.number}. {line.when}"
    return element(
        "a",
        element("title", name),
        element("circle", cx=x, cy=y, r=RADIUS),
        element("text", str(line.number), x=x, y=y + 4),
        href=f"#{line.anchor.id}",
        class_="announced" if line.announced else None,
    )


def _band(outer: _Strip, inner: _Strip, width: float, axis: float, below: float) -> Markup:
    """What the next strip enlarges, from its place on this axis to the next strip's full width."""
    left, right = _x(outer, inner.first, width), _x(outer, inner.last, width)
    points = (
        f"{left - 2:.1f},{axis + 1:.1f} {right + 2:.1f},{axis + 1:.1f} "
        f"{width - MARGIN:.1f},{below:.1f} {MARGIN:.1f},{below:.1f}"
    )
    return element("polygon", points=points, class_="zoom")


def _ticks(strip: _Strip, say: Interface, width: float) -> list[tuple[float, str]]:
    span = (strip.last - strip.first).total_seconds()
    room = width - 2 * MARGIN
    steps = [s for s in _STEPS if span / s[0] * _ROOM[s[3]] <= room]
    _, unit, count, skeleton = steps[0] if steps else _STEPS[-1]
    found: list[datetime] = []
    moment: datetime | None = _floor(strip.first, unit, count)
    while moment is not None and moment <= strip.last and len(found) <= MOST_TICKS:
        if moment >= strip.first:
            found.append(moment)
        moment = _next(moment, unit, count)
    found = found or [strip.first]
    midnight = any(m.hour == m.minute == 0 for m in found)
    return [
        (_x(strip, m, width), _tick(m, skeleton, say, dated=n == 0 and not midnight))
        for n, m in enumerate(found)
    ]


def _tick(moment: datetime, skeleton: str, say: Interface, *, dated: bool) -> str:
    """A label; among hours midnight is told by its date, and where there is no midnight the first has it too."""
    if skeleton != "Hm":
        return say.tick(moment, skeleton)
    if moment.hour == moment.minute == 0:
        return say.tick(moment, "MMMd")
    hour = say.tick(moment, "Hm")
    return f"{say.tick(moment, 'MMMd')}, {hour}" if dated else hour


def _floor(moment: datetime, unit: str, count: int) -> datetime:
    """The last round value of the unit at or before `moment`."""
    if unit == "year":
        return datetime(max(1, moment.year // count * count), 1, 1)  # noqa: DTZ001
    if unit == "month":
        return datetime(moment.year, (moment.month - 1) // count * count + 1, 1)  # noqa: DTZ001
    day = moment.replace(hour=0, minute=0)
    if unit == "day":
        return day
    if unit == "hour":
        return day.replace(hour=moment.hour // count * count)
    return day.replace(hour=moment.hour, minute=moment.minute // count * count)


def _next(moment: datetime, unit: str, count: int) -> datetime | None:
    try:
        if unit == "year":
            return moment.replace(year=moment.year + count)
        if unit == "month":
            months = moment.month - 1 + count
            return moment.replace(year=moment.year + months // 12, month=months % 12 + 1)
        return moment + timedelta(**{f"{unit}s": count})
    except (ValueError, OverflowError):
        return None
