"""Values of hours, parts of days and nights. An hour without a day belongs to the last day told in its article."""

from __future__ import annotations

from datetime import date, timedelta

from recoupe.annotate.times.dates import date_told, deictic, nearest_weekday
from recoupe.annotate.times.frame import Frame, Meaning
from recoupe.annotate.times.reading import Reading

_NOON, _DAY_HOURS = 12, 24


def clock(reading: Reading, frame: Frame) -> Meaning | None:
    """*21 h 45*, *à 17 heures*, *4 h mardi*, *10 p.m. Wednesday*, *noon*."""
    hour, minute = reading.number("hour"), reading.number("minute")
    if hour is None or hour > _DAY_HOURS or (minute or 0) > 59:  # noqa: PLR2004
        return None
    half = reading.number("half_of_day")
    half = reading.number("half_of_day2") if half is None else half
    if half is not None and hour <= _NOON:
        hour = hour % _NOON + (_NOON if half else 0)
    weekday, offset = reading.number("weekday"), reading.number("deictic")
    if weekday is not None:
        day = nearest_weekday(reading, frame, weekday)
    elif offset is not None:
        day = frame.published + timedelta(days=offset) if frame.published else None
    else:
        day = frame.day_told()
        if day and frame.told_night and frame.told_day and hour < _NOON:
            day += timedelta(days=1)
    return Meaning(
        "TIME", f"{_text(day)}T{hour:02}:{minute or 0:02}", told=weekday is not None or offset is not None
    )


def this_part(reading: Reading, frame: Frame) -> Meaning | None:
    """*ce matin*, *cette nuit*, *la nuit dernière*: parts of the article's own day."""
    part = reading.word("daypart")
    if part is None:
        return None
    day, sign = frame.published, reading.number("rel") or 0
    if day and sign:
        day += timedelta(days=sign)
    return Meaning("TIME", f"{_text(day)}T{part}")


def told_part(reading: Reading, frame: Frame) -> Meaning | None:
    """*dans la soirée*, *au petit matin*: parts of the last day told."""
    part = reading.word("daypart")
    return Meaning("TIME", f"{_text(frame.day_told())}T{part}", told=False) if part else None


def part_or_set(reading: Reading, frame: Frame) -> Meaning | None:
    """*le soir*, *la nuit*: every one, unless the sentence tells of the one behind or ahead."""
    part = reading.word("daypart")
    if part and not frame.direction(reading):
        return Meaning("SET", f"XXXX-XX-XXT{part}", told=False)
    return told_part(reading, frame)


def night(reading: Reading, frame: Frame) -> Meaning | None:
    """*la nuit de mardi à mercredi*, *la nuit du 5 au 6 juin*: the night that begins on the first day."""
    if reading.number("day") is not None:
        told = date_told(reading, frame)
        last = told.value if told else None
        if last is None:
            return None
        if last.startswith("X"):
            return Meaning("TIME", f"{last}TNI")
        first = date.fromisoformat(last) - timedelta(days=1)
        return Meaning("TIME", f"{first.isoformat()}TNI")
    weekday = reading.number("weekday")
    if weekday is None:
        return None
    day = nearest_weekday(reading, frame, weekday)
    if day is None:
        return Meaning("TIME", f"XXXX-WXX-{reading.number('weekday0')}TNI")
    return Meaning("TIME", f"{(day - timedelta(days=1)).isoformat()}TNI")


def night_of(reading: Reading, frame: Frame) -> Meaning | None:
    """*la nuit de mardi*, *la soirée d'hier*, *la nuit du 14 juillet*."""
    weekday, offset, part = (
        reading.number("weekday"),
        reading.number("deictic"),
        reading.word("daypart") or "NI",
    )
    if reading.number("day") is not None:
        told = date_told(reading, frame)
        return Meaning("TIME", f"{told.value.partition('T')[0]}T{part}") if told else None
    if offset is not None:
        told = deictic(reading, frame)
        day = told.value.partition("T")[0] if told else ""
        return Meaning("TIME", f"{day}T{part}") if day[:1].isdecimal() else told
    if weekday is None:
        return None
    return Meaning("TIME", f"{_text(nearest_weekday(reading, frame, weekday))}T{part}")


def _text(day: date | None) -> str:
    return day.isoformat() if day else "XXXX-XX-XX"
