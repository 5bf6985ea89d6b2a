"""The names that rules use for meanings, and the functions that give their values."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from recoupe.annotate.times import dates, hours, lengths
from recoupe.annotate.times.frame import Frame, Meaning
from recoupe.annotate.times.reading import Reading
from recoupe.annotate.times.tense import Tense
from recoupe.language import Language

MEANINGS: dict[str, Callable[[Reading, Frame], Meaning | None]] = {
    "ago": lengths.ago,
    "apart": lengths.apart,
    "calendar_unit": dates.calendar_unit,
    "century": dates.century,
    "clock": hours.clock,
    "date": dates.date_told,
    "date_in_month": dates.day_in_month,
    "decade": dates.decade,
    "deictic": dates.deictic,
    "duration": lengths.duration,
    "every": lengths.every,
    "every_month": lengths.every,
    "fixed": lengths.fixed,
    "holiday": dates.holiday,
    "month": dates.month_told,
    "month_told": dates.month_after,
    "night": hours.night,
    "night_of": hours.night_of,
    "part_or_set": hours.part_or_set,
    "quarter": dates.quarter,
    "recent": lengths.recent,
    "repeated": lengths.repeated,
    "season": dates.season,
    "some_day": lengths.some_day,
    "term": lengths.term,
    "this_part": hours.this_part,
    "told_day": dates.told_day,
    "told_part": hours.told_part,
    "told_unit": dates.told_unit,
    "weak_year": dates.year_alone,
    "weekday": dates.weekday_told,
    "weekday_or_set": dates.weekday_or_set,
    "weekday_told": dates.weekday_after,
    "year": dates.year_alone,
    "within": lengths.within,
    "years_apart": dates.years_apart,
}


@cache
def tense_of(language: Language) -> Tense:
    """The signs of tense of a language."""
    table = language.table("times")
    return Tense(table["tense"], language.abbreviations | frozenset(table["classes"]["abbreviated"]))
