"""The times that an article names: TIMEX3 type and value, and the days they mean.

    tokens → units (one letter each) → readings (rules of the grammar) → meanings (values) → times

This package decides where a time stands, what it says, and against which date. It leaves aside what is no time
though it looks like one (ages, scores, prices, streets) and does not say which event a time belongs to.
Source: ISO-TimeML (TIMEX3 guidelines 1.2.1); the conventions chosen where it leaves a choice are in docs/times.md.
"""

from __future__ import annotations

from datetime import date

from recoupe.annotate.document import Document
from recoupe.annotate.times.frame import Frame, Meaning
from recoupe.annotate.times.grammar import grammar_of
from recoupe.annotate.times.meanings import MEANINGS, tense_of
from recoupe.annotate.times.numbers import FIRST_YEAR, LAST_YEAR
from recoupe.annotate.times.published import infer_published
from recoupe.annotate.times.reading import Reading, read
from recoupe.annotate.times.refuse import refused
from recoupe.annotate.times.units import Units
from recoupe.model.findings import Time
from recoupe.text.timex import days

_OF_A_DAY = frozenset({"clock", "told_part"})
_DAYS = frozenset({"date", "date_in_month", "deictic", "night", "night_of", "this_part", "weekday"})
_SERIES = frozenset({"date", "month"})
_JOINT = 3  # units between two dates of one series, at most
_CLOSE = 6  # units between an hour and the day after it, at most

__all__ = ["find_times", "infer_published"]


def find_times(document: Document) -> tuple[Time, ...]:
    """Times of a document, in the order of the text, none over another.

    Args:
        document: an article with its language. Relative times are counted from `article.published`; without it
            they keep what they say (`XXXX-WXX-2`, `PAST_REF`) and have no interval.

    Returns:
        Times with TIMEX3 type and value, and the first and last day they mean, both inclusive, in ISO dates.
    """
    grammar = grammar_of(document.language)
    units = Units(document, grammar)
    frame = Frame(document, units, tense_of(document.language), _published(document))
    readings = list(read(units, refused))
    times: list[Time] = []
    for index, reading in enumerate(readings):
        frame.sentence = document.sentence_at(reading.start)
        if reading.rule.means in _OF_A_DAY and frame.told_sentence != frame.sentence:
            _look_ahead(readings, index, frame)
        frame.hint = _next_in_series(readings, index)
        meaning = MEANINGS[reading.rule.means](reading, frame)
        if meaning is None:
            continue
        frame.said = reading.last
        frame.keep(meaning)
        times += _times(reading, meaning)
    return tuple(times)


def _look_ahead(readings: list[Reading], index: int, frame: Frame) -> None:
    """Read the day that follows an hour closely (*vers 17 h, mardi*) before the hour."""
    hour = readings[index]
    for reading in readings[index + 1 : index + 3]:
        near = reading.first - hour.last <= _CLOSE
        if not near or frame.document.sentence_at(reading.start) != frame.sentence:
            return
        if reading.rule.means in _DAYS:
            meaning = MEANINGS[reading.rule.means](reading, frame)
            if meaning is not None:
                frame.keep(meaning)
            return


def _next_in_series(readings: list[Reading], index: int) -> Reading | None:
    """The date with a year that a date without one is joined to: *du 28 mai au 3 juin 2023*."""
    if index + 1 >= len(readings):
        return None
    reading, following = readings[index], readings[index + 1]
    joined = reading.rule.means in _SERIES and following.rule.means in _SERIES
    if not joined or following.first - reading.last > _JOINT or reading.at("year") >= 0:
        return None
    if all(following.at(name) < 0 for name in ("year", "yy", "rel")):
        return None
    words = reading.units.norms[reading.last : following.first]
    values = reading.units.grammar.values
    links = values["and"].keys() - {","} | values["article"].keys()
    return following if words and links.issuperset(words) else None


def _times(reading: Reading, meaning: Meaning) -> list[Time]:
    """One time for the reading, and one for each other day it names, in the order of the text."""
    units = reading.units
    first, last = reading.first, reading.last
    times = []
    for other, end, value in meaning.others:
        start = reading.start if other == reading.first else units.starts[other]
        times.append(Time(start, units.ends[end - 1], meaning.type, value, _interval(meaning, value)))
        first, last = (end, last) if other < last - 1 and end < last else (first, other)
    while times and first < last - 1 and _is_link(units, first):
        first += 1
    while times and last - 1 > first and _is_link(units, last - 1):
        last -= 1
    start = reading.start if first == reading.first else units.starts[first]
    end = reading.end if last == reading.last else units.ends[last - 1]
    times.append(Time(start, end, meaning.type, meaning.value, _interval(meaning)))
    return sorted(times)


def _is_link(units: Units, index: int) -> bool:
    """Whether a word only joins two days of one reading."""
    norm, values = units.norms[index], units.grammar.values
    return norm in values["and"] or norm in values["article"]


def _interval(meaning: Meaning, value: str | None = None) -> tuple[str, str] | None:
    span = meaning.span if value is None else None
    if span is None and meaning.type in {"DATE", "TIME"}:
        span = days(value or meaning.value)
    return (span[0].isoformat(), span[1].isoformat()) if span else None


def _published(document: Document) -> date | None:
    """The article's day; None if it has none that can be read."""
    told = document.article.published
    try:
        day = date.fromisoformat(told[:10]) if told else None
    except ValueError:
        return None
    return day if day and FIRST_YEAR <= day.year <= LAST_YEAR else None
