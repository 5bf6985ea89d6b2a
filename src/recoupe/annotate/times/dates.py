"""Values of days, weekdays, months and years (see docs/times.md).

Where the year, or the week, is not told, the tense of the sentence chooses between the last and the next one; with
no tense told, the last weekday or month (news reports) and the nearest day of the year.
"""

from __future__ import annotations

from datetime import date, timedelta

from recoupe.annotate.times.feasts import feast
from recoupe.annotate.times.frame import Frame, Meaning, reference
from recoupe.annotate.times.reading import Reading
from recoupe.text.timex import days, part_of, shift, value_at

_TO_WEEKDAY = 100  # days; within these the nearest date counts even where its weekday does not fit
_FAR = 260  # days; a date so far off is told with its year, whatever the verb beside it
_MONTHS_BACK = 8  # a month told with no tense lies behind, if no farther than this
_LONGEST_PAIR = 60  # years between two told as one pair
_BESIDE = 4  # units between a day and *dans la journée*, at most
_WEEK = 7


def two_digit_year(short: int, published: date | None) -> int:
    """The year that two digits mean: the last one not more than ten years after the article's.

    >>> two_digit_year(93, date(2002, 1, 21)), two_digit_year(12, date(2002, 1, 21))
    (1993, 2012)
    """
    reach = (published.year if published else 2030) + 10
    year = reach - reach % 100 + short
    return year if year <= reach else year - 100


def year_told(reading: Reading, frame: Frame) -> int | None:
    """The year that a reading names, in four digits or in two."""
    year = reading.number("year")
    if year is not None:
        return year
    short = reading.number("yy")
    if short is not None:
        return two_digit_year(short, frame.published)
    if frame.hint is None or frame.hint is reading or reading.number("rel") is not None:
        return None
    return _year_of_series(reading, frame)


def _year_of_series(reading: Reading, frame: Frame) -> int | None:
    """The year of *mars* in *de mars à juin 2022*, of *novembre* in *de novembre à février 2022*."""
    last, frame.hint = frame.hint, None
    if last is None:
        return None
    meaning = date_told(last, frame) if last.rule.means == "date" else month_told(last, frame)
    first, end = _month_of(reading), _month_of(last)
    year = days(meaning.value) if meaning else None
    return year[0].year - (first > end) if year else None


def _month_of(reading: Reading) -> int:
    return reading.number("month") or reading.number("month_word") or reading.number("month_word2") or 0


def date_told(reading: Reading, frame: Frame) -> Meaning | None:
    """*mercredi 19 juin 2024*, *le 10 novembre 93*, *les 18 et 19 juin*, *26 septembre dernier*."""
    month, day = reading.number("month"), reading.number("day")
    if month is None or day is None or not 1 <= month <= 12:  # noqa: PLR2004
        return None
    year = year_told(reading, frame)
    if year is None:
        year = _year_of(reading, frame, month, day)
    value = _value(year, month, day)
    if value is None:
        return None
    others = []
    for name in ("0", "1"):
        other = reading.number("day" + name)
        told = _value(year, month, other) if other is not None else None
        if told is not None:
            first = reading.at("weekday" + name)
            index = reading.at("day" + name)
            others.append((first if first >= 0 else index, index + 1, told))
    part = reading.word("daypart")
    if part:
        return Meaning("TIME", f"{value}T{part}")
    return Meaning("DATE", value, others=tuple(others))


def _value(year: int | None, month: int, day: int) -> str | None:
    try:
        return (
            date(year if year is not None else 2000, month, day)
            .isoformat()[0 if year is not None else 4 :]
            .join(("", "") if year is not None else ("XXXX", ""))
        )
    except ValueError:
        return None


def _year_of(reading: Reading, frame: Frame, month: int, day: int) -> int | None:
    """The year of a date told without one."""
    here = frame.published
    if here is None:
        return None
    found = [d for y in (here.year - 1, here.year, here.year + 1) if (d := _day(y, month, day))]
    if not found:
        return here.year
    nearest = _nearest(found, here, 0)
    rel = reading.number("rel")
    best = _nearest(found, here, rel or frame.direction(reading))
    if abs((best - here).days) > _FAR and not rel and not frame.beside(reading):
        best = nearest
    weekday = reading.number("weekday")
    if weekday is not None and best.isoweekday() != weekday:
        fits = [d for d in found if d.isoweekday() == weekday]
        if nearest.isoweekday() == weekday or abs((nearest - here).days) <= _TO_WEEKDAY:
            best = nearest
        elif fits:
            best = min(fits, key=lambda d: abs((d - here).days))
    return best.year


def _nearest(found: list[date], here: date, direction: int) -> date:
    """The nearest of some days to the article's, behind it or ahead of it where the direction says so."""
    aside = [d for d in found if (d - here).days * direction >= 0]
    return min(aside or found, key=lambda d: abs((d - here).days))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_in_month(reading: Reading, frame: Frame) -> Meaning | None:
    """*mercredi 19*: the nearest day of that number, in the month told or the article's."""
    here, day, weekday = frame.published, reading.number("day"), reading.number("weekday")
    if day is None or weekday is None:
        return None
    if here is None:
        return Meaning("DATE", f"XXXX-XX-{day:02}", told=False)
    months = [shift(here.replace(day=1), "M", n) for n in (-1, 0, 1)]
    found = [d for m in months if m and (d := _day(m.year, m.month, day))]
    fits = [d for d in found if d.isoweekday() == weekday] or found
    best = min(fits, key=lambda d: abs((d - here).days), default=None)
    return Meaning("DATE", best.isoformat()) if best else None


def weekday_told(reading: Reading, frame: Frame) -> Meaning | None:
    """*mardi*, *ce mardi*, *mardi dernier*, *lundi prochain*, *mardi soir*."""
    weekday, part = reading.number("weekday"), reading.word("daypart") or reading.word("daypart_word")
    if weekday is None:
        return None
    day = nearest_weekday(reading, frame, weekday)
    value = day.isoformat() if day else f"XXXX-WXX-{weekday}"
    return Meaning("TIME", f"{value}T{part}") if part else Meaning("DATE", value)


def weekday_or_set(reading: Reading, frame: Frame) -> Meaning | None:
    """*le lundi*: every Monday, unless the sentence tells of one behind or ahead."""
    if frame.direction(reading):
        return weekday_told(reading, frame)
    part = reading.word("daypart_word")
    return Meaning("SET", f"XXXX-WXX-{reading.number('weekday')}" + (f"T{part}" if part else ""), told=False)


def nearest_weekday(reading: Reading, frame: Frame, weekday: int) -> date | None:
    """The day that a weekday names by what stands with it and by the tense of its sentence."""
    here = frame.published
    if here is None:
        return None
    ahead = (weekday - here.isoweekday()) % _WEEK
    behind = ahead - _WEEK if ahead else 0
    week, weeks, rel = reading.number("week"), reading.number("weeks"), reading.number("rel")
    if week is not None:
        monday = here - timedelta(days=here.isoweekday() - 1)
        return monday + timedelta(days=_WEEK * week + weekday - 1)
    if weeks is not None:
        step = ahead + _WEEK * weeks
    elif rel:
        step = (ahead or _WEEK) if rel > 0 else (behind or -_WEEK)
    elif frame.silent(reading):
        step = min(behind, ahead, key=abs)
    else:
        step = ahead if frame.direction(reading) > 0 else behind
    return here + timedelta(days=step)


def weekday_after(reading: Reading, frame: Frame) -> Meaning | None:
    """*le mardi suivant*: counted from the last day told."""
    weekday, sign, base = reading.number("weekday"), reading.number("told_rel"), frame.day_told()
    if weekday is None or sign is None:
        return None
    if base is None:
        return Meaning("DATE", f"XXXX-WXX-{weekday}")
    step = (weekday - base.isoweekday()) % _WEEK or _WEEK
    day = base + timedelta(days=step if sign > 0 else step - _WEEK or -_WEEK)
    return Meaning("DATE", day.isoformat())


def deictic(reading: Reading, frame: Frame) -> Meaning | None:
    """*hier*, *demain soir*, *hier à 10 h*, *aujourd'hui*."""
    offset = reading.number("deictic")
    if offset is None:
        return None
    if frame.published is None or (reading.get("vague") and frame.present(reading)):
        return reference(offset)
    value = (frame.published + timedelta(days=offset)).isoformat()
    part, hour = reading.word("daypart") or reading.word("daypart_word"), reading.number("hour")
    if hour is not None:
        return Meaning("TIME", f"{value}T{hour:02}:{reading.number('minute') or 0:02}")
    return Meaning("TIME", f"{value}T{part}") if part else Meaning("DATE", value)


def told_day(reading: Reading, frame: Frame) -> Meaning | None:
    """*le lendemain*, *la veille*, *ce jour-là*: counted from the last day told."""
    offset = reading.number("told") or 0
    if reading.get("adds_nothing") and 0 <= reading.first - frame.said <= _BESIDE:
        return None  # *mardi dans la journée*
    base, units = frame.told_day or frame.published, reading.units
    after = units.norms[reading.last] if reading.last < len(units) else ""
    if base is None or (offset and after in units.grammar.values["of_what"]):
        return Meaning("DATE", "XXXX-XX-XX", told=False)  # *au lendemain du vote*: of a day that is not told
    value = (base + timedelta(days=offset)).isoformat()
    part = reading.word("daypart") or reading.word("daypart_word")
    return Meaning("TIME", f"{value}T{part}") if part else Meaning("DATE", value)


def month_told(reading: Reading, frame: Frame) -> Meaning | None:
    """*septembre 2023*, *mars dernier*, *fin mai*, *en mars*."""
    month = _month_of(reading)
    if not month:
        return None
    year, here = year_told(reading, frame), frame.published
    if year is None and here is not None:
        rel = reading.number("rel")
        direction = rel or frame.direction(reading)
        far = direction == 0 and (here.month - month) % 12 > _MONTHS_BACK
        if rel == -1:
            year = here.year - (month >= here.month)
        elif direction > 0 or far:
            year = here.year + (month < here.month)
        else:
            year = here.year - (month > here.month)
    value = f"{year:04}-{month:02}" if year is not None else f"XXXX-{month:02}"
    return _parted(reading, value)


def month_after(reading: Reading, frame: Frame) -> Meaning | None:
    """*en mars suivant*: counted from the last date told."""
    month, sign, base = reading.number("month_word"), reading.number("told_rel"), frame.anchor()
    if month is None or sign is None:
        return None
    if base is None:
        return Meaning("DATE", f"XXXX-{month:02}")
    year = base.year + (month <= base.month) if sign > 0 else base.year - (month >= base.month)
    return Meaning("DATE", f"{year:04}-{month:02}")


def year_alone(reading: Reading, frame: Frame) -> Meaning | None:
    """*en 1996*, *début 2024*, *nineteen ninety-six*."""
    year = year_told(reading, frame)
    return None if year is None else _parted(reading, f"{year:04}")


def years_apart(reading: Reading, frame: Frame) -> Meaning | None:
    """*2007-08*, *1979-90*: two years, the second in two digits."""
    year, short = reading.number("year"), reading.number("yy")
    del frame
    if year is None or short is None:
        return None
    last = year - year % 100 + short + (100 if short < year % 100 else 0)
    index = reading.at("yy")
    others = ((index, index + 1, f"{last:04}"),) if last - year <= _LONGEST_PAIR else ()
    return Meaning("DATE", f"{year:04}", others=others)


def decade(reading: Reading, frame: Frame) -> Meaning | None:
    """*les années 60*, *the 1980s*."""
    number = reading.number("number")
    if number is None:
        return None
    if number >= 1000:  # noqa: PLR2004
        value = f"{number // 10:03}"
        return _parted(reading, value) if number % 10 == 0 else None
    if number >= 100 or number % 10 or number < 10:  # noqa: PLR2004
        return None
    return _parted(reading, f"{two_digit_year(number, frame.published) // 10:03}")


def century(reading: Reading, frame: Frame) -> Meaning | None:
    """*le XXe siècle*, *the 20th century*."""
    number = reading.number("century")
    del frame
    if number is None or not 2 <= number <= 22:  # noqa: PLR2004
        return None
    return Meaning("DATE", f"{number - 1:02}")


def season(reading: Reading, frame: Frame) -> Meaning | None:
    """*l'été 2012*, *cet hiver*, *le printemps dernier*."""
    name, year, here = reading.word("season"), year_told(reading, frame), frame.published
    if name is None:
        return None
    if year is None and here is not None:
        spans = [(y, days(f"{y:04}-{name}")) for y in (here.year - 1, here.year, here.year + 1)]
        rel = reading.number("rel")
        direction = frame.direction(reading) if rel is None else rel
        begun = [y for y, s in spans if s and (s[1] < here if rel == -1 else s[0] <= here)]
        coming = [y for y, s in spans if s and (s[0] > here if rel == 1 else s[1] >= here)]
        chosen = coming[:1] if direction > 0 else begun[-1:]
        year = chosen[0] if chosen and rel != 0 else here.year
    return _parted(reading, f"{year:04}-{name}" if year is not None else f"XXXX-{name}")


def quarter(reading: Reading, frame: Frame) -> Meaning | None:
    """*le premier trimestre 2008*, *the third quarter*."""
    number, unit, year = reading.number("ordinal"), reading.word("period"), year_told(reading, frame)
    if number is None or unit not in {"Q", "H"} or number > {"Q": 4, "H": 2}[unit]:
        return None
    here = frame.published
    if year is None and here is not None:
        rel = reading.number("rel")
        first = days(f"{here.year:04}-{unit}{number}")
        ahead = first is not None and first[0] > here
        year = here.year + rel if rel is not None else here.year - (ahead and frame.direction(reading) < 0)
    value = f"{unit}{number}"
    return Meaning("DATE", f"{year:04}-{value}" if year is not None else f"XXXX-{value}")


def holiday(reading: Reading, frame: Frame) -> Meaning | None:
    """*Noël*, *le lundi de Pentecôte*, *Thanksgiving*: in the year told, else the nearest by the verb's tense."""
    rule, year, here = reading.word("holiday"), year_told(reading, frame), frame.published
    if rule is None:
        return None
    if year is None and here is None:
        return (
            Meaning("DATE", f"XXXX-{rule}", told=False) if rule[0].isdecimal() and "/" not in rule else None
        )
    if year is not None:
        day = feast(rule, year)
        return Meaning("DATE", day.isoformat()) if day else None
    found = [d for y in (-1, 0, 1) if here and (d := feast(rule, here.year + y))]
    best = _nearest(found, here, reading.number("rel") or frame.direction(reading)) if here else None
    return Meaning("DATE", best.isoformat()) if best else None


def calendar_unit(reading: Reading, frame: Frame) -> Meaning | None:
    """*l'an dernier*, *cette semaine*, *la fin du mois*: units counted from the article's date."""
    unit, sign = reading.word("unit"), reading.number("rel") or 0
    if unit is None or unit in {"S", "MI", "HO", "NI", "ML"}:
        return None
    here = frame.published
    if here is None:
        return reference(sign)
    if unit == "Q" and reading.get("spoken_of") and (period := frame.period_told()):
        return Meaning("DATE", period)
    if unit == "FN":
        unit, sign = "W", sign * 2
    if unit == "WE" and not sign:
        sign = -1 if here.isoweekday() <= 2 and frame.direction(reading) <= 0 else 0  # noqa: PLR2004
    day = shift(here, "W" if unit == "WE" else unit, sign)
    return _parted(reading, value_at(day, unit)) if day else None


def told_unit(reading: Reading, frame: Frame) -> Meaning | None:
    """*l'année suivante*, *la semaine précédente*, *le même mois*: units counted from the last date told."""
    unit, sign, base = reading.word("unit"), reading.number("told_rel") or 0, frame.anchor()
    if unit is None or unit in {"S", "MI", "HO", "ML", "FN"}:
        return None
    if base is None:
        return reference(sign)
    if unit == "NI":
        night = (frame.told_day or base) + timedelta(days=sign)
        return Meaning("TIME", f"{night.isoformat()}TNI")
    if unit == "D" and frame.told_day:
        base = frame.told_day
    elif not sign and frame.told and len(frame.told) < len(value_at(base, unit)):
        return None  # *that month* after a year
    day = shift(base, "W" if unit == "WE" else unit, sign)
    return Meaning("DATE", value_at(day, unit)) if day else None


def _parted(reading: Reading, value: str) -> Meaning:
    """A value with what *fin*, *début*, *mi-* leave of its days."""
    part, span = reading.word("part") or reading.word("part2"), days(value)
    return Meaning("DATE", value, span=part_of(span, part) if part and span else None)
