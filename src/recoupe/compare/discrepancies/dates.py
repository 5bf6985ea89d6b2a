"""Different days for the same event, and days whose weekday is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from babel.dates import get_day_names

from recoupe.compare.discrepancies.finding import Finding, Teller, other_people
from recoupe.compare.facts.alignment import Match
from recoupe.compare.facts.judge import sameness
from recoupe.compare.facts.window import Window
from recoupe.compare.material import Material
from recoupe.model.dossier import Side
from recoupe.model.findings import Time
from recoupe.model.span import Passage

SAME_EVENT = 0.4
"""Least likelihood, moments left aside, that two passages speak of the same event."""
EVENT = 1.5
"""Weight from which a shared event is what the days are told of."""
NEAR = 10
"""Days: moments further apart belong to different events."""


def find_dates(teller: Teller, matches: list[tuple[float, Match]]) -> Iterator[Finding]:
    """Events that two articles put on different days."""
    for _, match in matches:
        a, b = match.a, match.b
        if a.ahead != b.ahead or a.negated != b.negated or not _same_event(a, b):
            continue
        x, y = _day(teller.material, a), _day(teller.material, b)
        if x is None or y is None or x[0] == y[0] or not 0 < abs((x[1] - y[1]).days) <= NEAR:
            continue
        same = sameness(a, b)
        if same < SAME_EVENT or other_people(teller.material, a, b):
            continue
        sides = tuple(
            teller.side(f"{_text(teller.material, w, t)} ({d.isoformat()})", [w])
            for w, (t, d) in ((a, x), (b, y))
        )
        yield Finding("date", teller.about([a, b]), sides, teller.note("date", sides), 2.5 + same)


def _same_event(a: Window, b: Window) -> bool:
    return any(a.concepts[c] >= EVENT for c in a.events & b.events)


def _day(material: Material, window: Window) -> tuple[Time, date] | None:
    """The one day that a window tells itself; None if it tells none or several."""
    if window.borrowed:
        return None
    article = material.articles[window.article]
    names = {name.lower() for name in get_day_names("wide", locale=article.language).values()}
    days: dict[str, Time] = {}
    for time in window.times:
        if time.interval is None or time.type in ("DURATION", "SET"):
            continue
        first, last = time.interval[0][:10], time.interval[1][:10]
        words = article.text[time.start : time.end].lower().split()
        if first != last or not any(w in names or w[0].isdigit() for w in words):
            return None
        days.setdefault(first, time)
    if len(days) != 1:
        return None
    ((day, time),) = days.items()
    return time, date.fromisoformat(day)


def _text(material: Material, window: Window, time: Time) -> str:
    return " ".join(material.articles[window.article].text[time.start : time.end].split())


def find_calendar(teller: Teller) -> Iterator[Finding]:
    """Dates told with a weekday that they did not have."""
    for article in teller.material.articles:
        names = get_day_names("wide", locale=article.language)
        numbers = {name.lower(): number for number, name in names.items()}
        tokens = teller.material.tokens[article.id]
        for time in article.times:
            if time.type not in ("DATE", "TIME") or len(time.value) < len("2000-01-01"):
                continue
            try:
                day = date.fromisoformat(time.value[:10])
            except ValueError:
                continue
            words = [tokens.norms[i] for i in tokens.within(time.start, time.end)]
            told = [numbers[w] for w in words if w in numbers]
            if len(told) != 1 or not any(w.isdigit() for w in words) or told[0] == day.weekday():
                continue
            text = " ".join(article.text[time.start : time.end].split())
            was = names[day.weekday()]
            side = Side(text, (Passage(article.id, time.start, time.end),))
            yield Finding(
                "calendar", text, (side, Side(was, side.passages)), teller.say("calendar", text, was), 2.0
            )
