"""Values of durations, of repeated times, and of times so far from another one (*il y a deux ans*)."""

from __future__ import annotations

from datetime import date

from recoupe.annotate.times.frame import Frame, Meaning, reference
from recoupe.annotate.times.reading import Reading
from recoupe.text.timex import Days, days, shift, value_at

# How TIMEX3 writes the units: time units stand after a T; what it lacks is told in one that it has.
_CLOCK = {"S": "S", "MI": "M", "HO": "H"}
_TOLD_IN = {"H": ("M", 6), "FN": ("D", 15), "NI": ("D", 1), "ML": ("Y", 1000), "WE": ("WE", 1)}
_LONGER = frozenset({"M", "Q", "Y", "DE", "CE", "H"})
_RECORD = 6  # units from *first* or *worst* to the time it is the first of
_YEARS_BACK = 5  # years between quarters that are compared
_LARGEST = 1_000_000  # units; more is no time


def length(number: int | str | None, unit: str) -> str:
    """TIMEX3 value of so many units; X for a number that is not told.

    >>> length(3, "D"), length(2, "HO"), length(None, "DE"), length(2, "H")
    ('P3D', 'PT2H', 'PXDE', 'P12M')
    """
    if unit in _CLOCK:
        return f"PT{'X' if number is None else number}{_CLOCK[unit]}"
    code, factor = _TOLD_IN.get(unit, (unit, 1))
    if number is None:
        return f"PX{code}"
    return f"P{number * factor if isinstance(number, int) else number}{code}"


def duration(reading: Reading, frame: Frame) -> Meaning | None:
    """*trois ans*, *deux heures et demie*, *des décennies*, *une dizaine de jours*, *2 h 30*."""
    unit, number = reading.word("unit"), reading.get("number")
    if unit is None or (isinstance(number, int) and number > _LARGEST):
        return None
    value = length(number, unit)
    if (reading.get("half") or reading.get("half2")) and isinstance(number, int):
        value = {
            "Y": f"P{number}Y6M",
            "HO": f"PT{number}H30M",
            "MI": f"PT{number}M30S",
            "D": f"P{number}DT12H",
        }.get(unit, value)
    minutes = reading.number("minutes")
    if minutes is not None and unit == "HO":
        value += f"{minutes}M"
    others: tuple[tuple[int, int, str], ...] = ()
    other = reading.number("number1")
    if other is not None:
        index = reading.at("number1")
        others = ((index, index + 1, length(other, unit)),)
    return Meaning("DURATION", value, span=_since(reading, frame, number, unit), others=others)


def some_day(reading: Reading, frame: Frame) -> Meaning | None:
    """*un jour*: behind or ahead as the verb says; nothing where it does not."""
    direction = frame.direction(reading)
    return reference(direction) if direction else None


def within(reading: Reading, frame: Frame) -> Meaning | None:
    """*in two weeks*: a day ahead where the sentence looks ahead, unless it tells a record (*first in 24 years*)."""
    units = reading.units
    before = units.norms[max(0, reading.first - _RECORD) : reading.first]
    record = any(word in units.grammar.values["record"] for word in before)
    return ago(reading, frame) if frame.direction(reading) > 0 and not record else duration(reading, frame)


def _since(reading: Reading, frame: Frame, number: int | str | None, unit: str) -> Days | None:
    """The days from the beginning of *depuis 24 ans* to the article's date."""
    before = reading.first - 1
    norms = reading.units.norms
    approximate = reading.units.grammar.values["approximate"]
    since = reading.units.grammar.values["since"]
    while before >= 0 and norms[before] in approximate and norms[before] not in since:
        before -= 1
    if before < 0 or norms[before] not in since or not isinstance(number, int):
        return None
    return _stretch(frame.published, unit, -number)


def _stretch(here: date | None, unit: str, count: int) -> Days | None:
    """From `count` units before the article's date to it, or from it to so many units after."""
    code = {"FN": "W", "NI": "D", "WE": "W"}.get(unit, unit)
    if here is None or code in _CLOCK or code == "ML":
        return None
    there = shift(here, code, count * (2 if unit == "FN" else 1))
    return None if there is None else (min(here, there), max(here, there))


def term(reading: Reading, frame: Frame) -> Meaning | None:
    """*un quinquennat*, *une demi-heure*: words that are a duration."""
    value = reading.word("term")
    del frame
    return Meaning("DURATION", value) if value else None


def ago(reading: Reading, frame: Frame) -> Meaning | None:
    """*il y a deux ans*, *dans trois jours*: counted from the article's date."""
    sign = reading.number("sign") or 0
    return _same_period(reading, frame, sign) or _apart(reading, frame.published, sign)


def apart(reading: Reading, frame: Frame) -> Meaning | None:
    """*trois jours plus tard*, *a year earlier*: counted from the last date told."""
    unit = reading.word("unit")
    if unit is not None and reading.number("number") is None and reading.get("dozen") is None:
        return Meaning("DURATION", length(None, unit))
    sign = reading.number("sign") or 0
    return _same_period(reading, frame, sign) or _apart(reading, frame.anchor(), sign)


def _same_period(reading: Reading, frame: Frame, sign: int) -> Meaning | None:
    """*a year earlier*, said of a quarter: the same quarter of that year."""
    period, number = frame.period_told(), reading.number("number")
    if period is None or number is None or reading.word("unit") != "Y" or number > _YEARS_BACK:
        return None
    return Meaning("DATE", f"{int(period[:4]) + sign * number:04}{period[4:]}", told=False)


def _apart(reading: Reading, base: date | None, sign: int) -> Meaning | None:
    unit, number = reading.word("unit"), reading.number("number")
    if number is None:
        number = reading.number("dozen")
    if unit is None or unit == "ML":
        return None
    if number is None or base is None or number > _LARGEST:
        return reference(sign)
    if unit in _CLOCK:
        return Meaning("DATE", base.isoformat(), told=False)
    count = sign * number * (15 if unit == "FN" else 1)
    day = shift(base, "D" if unit in {"FN", "NI"} else "W" if unit == "WE" else unit, count)
    if day is None:
        return reference(sign)
    return Meaning("DATE", value_at(day, unit if unit in _LONGER else "D"))


def recent(reading: Reading, frame: Frame) -> Meaning | None:
    """*ces derniers mois*, *les trois prochains jours*: a stretch that ends or begins at the article's date."""
    unit, sign, number = reading.word("unit"), reading.number("rel"), reading.number("number")
    if unit is None or sign is None or (number or 0) > _LARGEST:
        return None
    span = _stretch(frame.published, unit, sign * number) if number is not None else None
    return Meaning("DURATION", length(number, unit), span=span)


def every(reading: Reading, frame: Frame) -> Meaning | None:
    """*chaque année*, *tous les deux ans*, *par semaine*, *le lundi*."""
    del frame
    weekday, month = reading.number("weekday"), reading.number("month_word") or reading.number("month_word2")
    part = reading.word("daypart_word") or reading.word("daypart")
    if weekday is not None:
        return Meaning("SET", f"XXXX-WXX-{weekday}" + (f"T{part}" if part else ""))
    if month is not None:
        return Meaning("SET", f"XXXX-{month:02}")
    if part is not None:
        return Meaning("SET", f"XXXX-XX-XXT{part}")
    season = reading.word("season")
    if season is not None:
        return Meaning("SET", f"XXXX-{season}")
    unit = reading.word("unit")
    return Meaning("SET", length(reading.number("number") or 1, unit)) if unit else None


def repeated(reading: Reading, frame: Frame) -> Meaning | None:
    """*quotidien*, *annually*: words that are a set of times."""
    value = reading.word("repeated")
    del frame
    return Meaning("SET", value) if value else None


def fixed(reading: Reading, frame: Frame) -> Meaning | None:
    """A phrase that always means the same (`times_fixed.tsv`)."""
    kind, value = reading.word("type"), reading.word("value")
    if value is None or kind is None:
        return None
    if value == "PRESENT_DAY":
        return Meaning("DATE", frame.published.isoformat() if frame.published else "PRESENT_REF")
    return Meaning(kind, value, told=days(value) is not None)  # type: ignore[arg-type]
