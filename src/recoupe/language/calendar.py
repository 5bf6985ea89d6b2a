"""Weekdays that do not fit the date they stand with (*mercredi 18 juin 2024* was a Tuesday).

Decides, from the words of a time and its value, which weekday is told and which one the calendar has. Leaves to
`compare` what to say of it. Works on an annotated article; nothing of the grammar of times is needed.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from recoupe.language.loader import load
from recoupe.model.article import Article
from recoupe.text.timex import day_of

__all__ = ["CalendarError", "calendar_errors", "told_weekday", "weekday_name"]

_WORD = re.compile(r"[^\W\d_]+|\d+")


class CalendarError(NamedTuple):
    """A weekday and a date that do not fit each other.

    Attributes:
        start: first code point of the time in the article's text.
        end: one past its last code point.
        day: the date told (its year told or concluded).
        told: the weekday told, from 1 (Monday) to 7.
        actual: the weekday that the calendar has for `day`, from 1 to 7.
    """

    start: int
    end: int
    day: date
    told: int
    actual: int


def told_weekday(words: str, code: str) -> int | None:
    """The weekday that the words of a time name together with a day of the month; None if they do not.

    Args:
        words: the surface of one time, such as `mercredi 19 juin`.
        code: ISO 639-1 code of the language.

    >>> told_weekday("mercredi 19 juin", "fr"), told_weekday("mercredi soir", "fr"), told_weekday("May 4", "en")
    (3, None, None)
    """
    found = _WORD.findall(words.lower())
    if not any(word.isdecimal() for word in found):
        return None
    weekdays = _weekdays(code)
    return next((weekdays[word] for word in found if word in weekdays), None)


def calendar_errors(article: Article) -> tuple[CalendarError, ...]:
    """The times of an annotated article whose weekday is not that of their date, in the order of the text."""
    errors = []
    for time in article.times:
        day = day_of(time.value) if time.type == "DATE" else None
        told = told_weekday(article.text[time.start : time.end], article.language) if day else None
        if day and told and told != day.isoweekday():
            errors.append(CalendarError(time.start, time.end, day, told, day.isoweekday()))
    return tuple(errors)


def weekday_name(weekday: int, code: str) -> str:
    """The name of a weekday (1 is Monday) in a language.

    >>> weekday_name(2, "fr"), weekday_name(2, "en")
    ('mardi', 'Tuesday')
    """
    from babel.dates import get_day_names  # noqa: PLC0415 - only when something is said of it

    return str(get_day_names("wide", locale=code)[weekday - 1])


@cache
def _weekdays(code: str) -> dict[str, int]:
    weekdays: dict[str, int] = load(code).table("times")["classes"]["weekday"]
    return weekdays
