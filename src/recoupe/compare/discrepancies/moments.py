"""The moment that a passage tells of its event, and whether two such moments can be one.

A day counts where it is told: with a date, or with a weekday or *yesterday* in an article whose date is given, not
inferred. *Early October* and *mid-October* are thirds of a month, *the start of the week* and *its end* of a week.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from babel.dates import format_date, get_day_names, get_month_names

from recoupe.language import load
from recoupe.model.article import Article
from recoupe.model.findings import Quantity, Time
from recoupe.text.timex import days

THIRDS = ("early", "mid", "late")
PARTS = ("MO", "MI", "AF", "EV", "NI")
"""Parts of a day in TIMEX3, in order."""
OPENING = 2
"""First words of a time in which its third is told: *la mi-octobre*, *the end of the week*."""
LONGEST = 16
"""Days: what lasts longer is no moment of an event."""


@dataclass(slots=True, frozen=True)
class Moment:
    """When something is said to be.

    Attributes:
        time: where it is told.
        first, last: its days.
        third: `early`, `mid` or `late` where it is a third of a month, week or year, else empty.
        bare: whether its words tell an hour and no day (*around 4 p.m.*): the day is then that of the narrative.
    """

    time: Time
    first: date
    last: date
    third: str = ""
    bare: bool = False

    @property
    def is_month(self) -> bool:
        """Whether it is one month, told whole."""
        return not self.third and len(self.time.value) == len("2000-01")

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last

    def hours_apart(self, other: Moment) -> bool:
        """Whether both tell a part of one day, and parts that do not touch: *in the morning*, *in the evening*."""
        if not (self.is_day and self.first == other.first):
            return False
        parts = [m.time.value.partition("T")[2] for m in (self, other)]
        return all(p in PARTS for p in parts) and abs(PARTS.index(parts[0]) - PARTS.index(parts[1])) > 1

    def apart(self, other: Moment) -> int:
        """Days between two moments, 0 if they touch."""
        return max(0, (max(self.first, other.first) - min(self.last, other.last)).days)


def one_of(article: Article, times: Iterable[Time]) -> Moment | None:
    """The one moment of these times; None if there is none, or several."""
    found: dict[tuple[date, date], Moment] = {}
    for time in times:
        if time.interval is None or time.type in ("DURATION", "SET"):
            continue
        moment = read(article, time)
        if moment is None:
            return None
        found.setdefault((moment.first, moment.last), moment)
    return next(iter(found.values())) if len(found) == 1 else None


def read(article: Article, time: Time) -> Moment | None:
    """The moment of a time; None if it is vague, longer than `LONGEST` days, or counted from an inferred date."""
    if time.interval is None:
        return None
    words = article.text[time.start : time.end]
    if not any(c.isdigit() for c in words) and (article.published is None or article.published_inferred):
        return None
    try:
        first, last = (date.fromisoformat(bound[:10]) for bound in time.interval)
    except ValueError:
        return None
    third = _third(article, time)
    if third:
        bounds = days(time.value)
        if bounds is not None:
            first, last = _cut(*bounds, THIRDS.index(third))
    if time.type == "TIME":
        last = first  # a night is told by the day on which it begins
    bare = time.type == "TIME" and not _names_day(article.language, words)
    moment = Moment(time, first, last, third, bare)
    return moment if (last - first).days <= LONGEST or moment.is_month else None


def _names_day(code: str, words: str) -> bool:
    """Whether an hour is told with its day: a weekday, a month, *yesterday*, or a date in numbers."""
    language = load(code)
    said = {t.casefold() for t in language.tokens.findall(words.casefold())}
    return not said.isdisjoint(_day_words(code)) or bool(_NUMBERS.search(words))


@cache
def _day_words(code: str) -> frozenset[str]:
    """Words that name a day, in a language."""
    names = {*get_day_names("wide", locale=code).values(), *get_month_names("wide", locale=code).values()}
    return frozenset(n.casefold() for n in names) | frozenset(load(code).table("discrepancies")["days"])


_NUMBERS = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}")
"""A date in numbers."""


def _third(article: Article, time: Time) -> str:
    """Which third of a month, week or year a time tells; empty if it is told whole, or by the day."""
    if len(time.value) >= len("2000-01-01") or time.type != "DATE":
        return ""
    opening = article.text[time.start : time.end].lower().split()[:OPENING]
    parts: Mapping[str, list[str]] = load(article.language).table("discrepancies")["thirds"]
    for third in THIRDS:
        if any(word.startswith(part) for word in opening for part in parts[third]):
            return third
    return ""


def _cut(first: date, last: date, third: int) -> tuple[date, date]:
    """The first, second or last third of a stretch of days."""
    size = ((last - first).days + 1) // 3
    start = first + timedelta(days=size * third)
    return start, last if third == len(THIRDS) - 1 else start + timedelta(days=size - 1)


def written(article: Article, value: Time | Quantity) -> str:
    """A time or a quantity as the article writes it."""
    return " ".join(article.text[value.start : value.end].split())


def told(article: Article, moment: Moment) -> str:
    """A moment as written, with its days where the words count them from the article's own."""
    words = written(article, moment.time)
    if any(c.isdigit() for c in words) or (moment.third and "W" not in moment.time.value):
        return words
    if moment.is_month:
        return format_date(moment.first, "MMMM y", locale=article.language)
    first, last = (format_date(day, "long", locale=article.language) for day in (moment.first, moment.last))
    return f"{words} ({first})" if moment.is_day else f"{words} ({first} – {last})"
