"""Different moments of the same event, and days whose weekday is wrong.

Two passages that tell one event put it on days (or thirds of a week or month) that do not meet; two stretches of time
of one thing begin together and end apart (`stretches`); what stands after another thing cannot be later (`order`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from babel.dates import get_day_names

from recoupe.compare.discrepancies.bearing import event_of
from recoupe.compare.discrepancies.finding import Finding, Teller, of_kin, other_people
from recoupe.compare.discrepancies.moments import Moment, one_of, only_moment, told
from recoupe.compare.facts.alignment import Match
from recoupe.compare.facts.judge import sameness
from recoupe.compare.facts.window import Window
from recoupe.compare.material import Material
from recoupe.model.dossier import Side
from recoupe.model.span import Passage

SAME_EVENT = 0.4
"""Least likelihood, moments left aside, that two passages speak of the same event."""
ONE_EVENT = 0.3
"""The same where every article tells the event of one day only."""
EVENT = 1.5
"""Weight from which a shared event is what the moments are told of."""
SHARED, MUCH = 3, 6.0
"""Number and weight of concepts that sentences about two ends of one week share."""
MOST_THIRDS = 200
"""Sentences with such a moment that are compared."""
NEAR, NEXT = 10, 3
"""Days: moments further apart belong to different events; the second where only the event is alike."""


def find_dates(teller: Teller, matches: list[tuple[float, Match]]) -> Iterator[Finding]:
    """Events that two articles put at different moments."""
    days = _days_of_events(teller.material, matches)
    for _, match in matches:
        a, b = match.a, match.b
        if a.ahead != b.ahead or a.negated != b.negated:
            continue
        x, y = only_moment(teller.material, a), only_moment(teller.material, b)
        if x is None or y is None:
            continue
        gap, hours = x.apart(y), x.hours_apart(y)
        if not hours and (not 0 < gap <= NEAR or _loose(x, y)):
            continue
        event = event_of(teller.material, a, x.time)
        if event is None or event != event_of(teller.material, b, y.time) or a.concepts[event] < EVENT:
            continue
        same = sameness(a, b)
        single = gap <= NEXT and event in a.done & b.done and _single(days[event])
        if same < (ONE_EVENT if single else SAME_EVENT):
            continue
        if other_people(teller.material, a, b) or of_kin(teller.material, a) != of_kin(teller.material, b):
            continue
        yield _finding(teller, (a, x), (b, y), "hour" if hours else "date", 2.5 + same)


def find_thirds(teller: Teller) -> Iterator[Finding]:
    """Things that two articles put at the two ends of one week or month."""
    propositions, material = teller.propositions, teller.material
    told_so = []
    for sentence in propositions.sentences:
        article = material.articles[sentence.article]
        moment = one_of(article, [t for s in sentence.segments for t in s.times])
        if moment is not None and moment.third:
            told_so.append((propositions.weights.window(sentence, 0, len(sentence.segments) - 1), moment))
    for n, (a, x) in enumerate(told_so[:MOST_THIRDS]):
        for b, y in told_so[n + 1 : MOST_THIRDS]:
            if a.article == b.article or x.time.value != y.time.value or not x.apart(y) or _loose(x, y):
                continue
            shared = [w for c, w in a.concepts.items() if c in b.concepts and w >= EVENT]
            if len(shared) >= SHARED and sum(shared) >= MUCH and not other_people(material, a, b):
                yield _finding(teller, (a, x), (b, y), "date", 2.4)


def _finding(
    teller: Teller, a: tuple[Window, Moment], b: tuple[Window, Moment], note: str, weight: float
) -> Finding:
    articles = teller.material.articles
    sides = tuple(teller.side(told(articles[w.article], m), [w]) for w, m in (a, b))
    return Finding("date", teller.about([a[0], b[0]]), sides, teller.note(note, sides), weight)


def _loose(x: Moment, y: Moment) -> bool:
    """Whether two moments are told so loosely that neighbouring ones are one: *early* and *mid-October*."""
    return not (x.is_day and y.is_day) and x.apart(y) <= 1 and {"early", "late"} != {x.third, y.third}


def _days_of_events(
    material: Material, matches: list[tuple[float, Match]]
) -> Mapping[str, Mapping[int, set[tuple[date, date]]]]:
    """For each event told as done the moments that each article tells of it."""
    found: dict[str, dict[int, set[tuple[date, date]]]] = defaultdict(lambda: defaultdict(set))
    seen: set[int] = set()
    for _, match in matches:
        for window in (match.a, match.b):
            if id(window) in seen:
                continue
            seen.add(id(window))
            moment = only_moment(material, window)
            if moment is None:
                continue
            for event in window.done & window.events:
                found[event][window.article].add((moment.first, moment.last))
    return found


def _single(days: Mapping[int, set[tuple[date, date]]]) -> bool:
    """Whether no article tells an event of two moments."""
    return all(len(found) == 1 for found in days.values())


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
            told_days = [numbers[w] for w in words if w in numbers]
            if len(told_days) != 1 or not any(w.isdigit() for w in words) or told_days[0] == day.weekday():
                continue
            text = " ".join(article.text[time.start : time.end].split())
            was = names[day.weekday()]
            side = Side(text, (Passage(article.id, time.start, time.end),))
            yield Finding(
                "calendar", text, (side, Side(was, side.passages)), teller.say("calendar", text, was), 2.0
            )
