"""The day an article was published, concluded from its own words where they allow it.

Three things allow it, tried in this order:

1. a date line: a full date after a word such as *Publié*, or alone with a place at the beginning of a line among
   the first of the text (`17 avril 2018. –`, `PARIS, 3 juin 2024 (AFP)`);
2. a weekday with day and month (*mercredi 19 juin*) that the article tells as past or as today, and a year told
   elsewhere: the year in which that weekday and date fit, not before the last year told as past, and no more than
   a few years after it;
3. nothing else: a date alone may be that of another event.

What is concluded is the day told, which is the article's own day or at most a day or two before it.
"""

from __future__ import annotations

import re
from datetime import date

from recoupe.annotate.document import Document
from recoupe.annotate.times.frame import Frame
from recoupe.annotate.times.grammar import Grammar, grammar_of
from recoupe.annotate.times.meanings import tense_of
from recoupe.annotate.times.reading import Reading, read
from recoupe.annotate.times.refuse import refused
from recoupe.annotate.times.units import Units
from recoupe.text.timex import day_of

_HEAD = 600  # code points in which a date line can stand
_PLACE = 60  # code points before the date in a date line, at most
_YEARS_ON = 2  # years after the last one told in which the article can have been written
_FIRST_YEAR = 1990  # articles at hand are not older
_AFTER = re.compile(
    r"\s*(?:[.,]?\s*[–—-]|,[^\n.–—]{1,30}\.?\s*[–—]|[:|()]|\.?\s*$|\.?\s*\n|[àa]t?\s+\d|,?\s*\d\d?[:h]\d\d)"
)
_BEFORE = re.compile(r"^[^\w]*(?:[A-ZÀ-Þ][\w'’.-]*[\s,(/)–—-]*)*$")


def infer_published(document: Document) -> str | None:
    """ISO date of publication as the article's words tell it; None if they do not.

    Args:
        document: an article, its `published` not known (it is not looked at).
    """
    grammar = grammar_of(document.language)
    units = Units(document, grammar)
    readings = list(read(units, refused))
    return _date_line(document, grammar, readings) or _weekday_and_year(document, units, readings)


def _date_line(document: Document, grammar: Grammar, readings: list[Reading]) -> str | None:
    """The date of a line of its own at the head of the text, or after a word such as *Publié*."""
    text = document.prose
    words = grammar.values["published"]
    for reading in readings:
        if reading.start > _HEAD:
            return None
        day = _full_day(reading)
        if day is None:
            continue
        line = text.rfind("\n", 0, reading.start) + 1
        before, after = text[line : reading.start], text[reading.end : reading.end + 40]
        told = any(n in words for n in reading.units.norms[max(0, reading.first - 3) : reading.first])
        short = len(before) <= _PLACE and bool(_BEFORE.match(before))
        if told or (short and _AFTER.match(after)):
            return day.isoformat()
    return None


def _full_day(reading: Reading) -> date | None:
    """The day of a reading that tells year, month and day in digits."""
    year, month, day = reading.number("year"), reading.number("month"), reading.number("day")
    if reading.rule.means != "date" or year is None or month is None or day is None or year < _FIRST_YEAR:
        return None
    return day_of(f"{year:04}-{month:02}-{day:02}")


def _weekday_and_year(document: Document, units: Units, readings: list[Reading]) -> str | None:
    """The last day told with its weekday as past, in the year where the two fit."""
    frame = Frame(document, units, tense_of(document.language), None)
    years = [y for r in readings if (y := r.number("year")) is not None and frame.direction(r) <= 0]
    latest = max((y for y in years if y >= _FIRST_YEAR), default=None)
    if latest is None:
        return None
    found: list[date] = []
    for reading in readings:
        weekday, month, day = reading.number("weekday"), reading.number("month"), reading.number("day")
        if reading.rule.means != "date" or weekday is None or month is None or day is None:
            continue
        if reading.number("year") is not None or frame.direction(reading) > 0:
            continue
        for year in range(latest, latest + _YEARS_ON + 1):
            fit = day_of(f"{year:04}-{month:02}-{day:02}")
            if fit and fit.isoweekday() == weekday:
                found.append(fit)
                break
    return max(found).isoformat() if found else None
