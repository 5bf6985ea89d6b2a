"""Clock times of one event: *at 20:00* here, *at 20:08* there.

Only times by one clock are compared (*local time* with *local time*, what names no clock with what names none), never
*shortly before nine*. Where one side tells no minutes, only other hours count.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from recoupe.compare.discrepancies.bearing import around, events_by, events_in
from recoupe.compare.discrepancies.finding import Finding, Teller, of_kin, other_people
from recoupe.compare.discrepancies.gather import Pair, bundle
from recoupe.compare.discrepancies.moments import written
from recoupe.compare.facts.window import Window
from recoupe.language import load
from recoupe.model.article import Article
from recoupe.model.findings import Time

BESIDE, EVENTS = 12, 3
"""Tokens between a time and the events that it can be told of, and how many of them count."""
BEFORE = 3
"""Tokens before a time in which a word stands that leaves it open."""
AFTER = 16
"""Code points behind a time in which its clock is named."""
ONE, FAR, NEAR = 3, 180, 60
"""Minutes from which two times differ, and from which they are of two events; the last where another event is nearer
to one of them: a ceremony has a beginning and an end."""
WEIGHT = 1.5
"""Weight from which an event is one in the story, and from which a word beside it says of which."""
MOST = 40
"""Times of one event that are compared."""
_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_NAMED = re.compile(r"[^().;\n]{0,16}\([^()\n]{1,60}\)")
_MINUTES = re.compile(r"\d\s?[hH:.]\s?\d\d|\d\d? minutes")


class _Clock(NamedTuple):
    """A clock time of an event.

    Minutes of its day, whether minutes are told, by which clock (-1: not said), whether no other event stands nearer.
    """

    sentence: Window
    window: Window
    time: Time
    minutes: int
    exact: bool
    zone: int
    nearest: bool


def find_clocks(teller: Teller) -> Iterator[Finding]:
    """Events that two articles put at two times of one day."""
    pairs: list[Pair] = []
    clocks: dict[int, _Clock] = {}
    for event, told in sorted(_by_event(teller).items()):
        for x, y in combinations(told, 2):
            if _clash(teller, x, y, event):
                clocks[id(x.window)], clocks[id(y.window)] = x, y
                pairs.append(Pair(x.window, y.window, 0.4))
    for one in bundle(pairs, lambda w: clocks[id(w)].minutes):
        if len(one.sides) > 1:
            sides = tuple(
                teller.side(_text(teller, clocks[id(ws[0])]), ws)
                for _, ws in sorted(one.sides.items(), key=lambda s: (-len(s[1]), str(s[0])))
            )
            about = teller.about([w for ws in one.sides.values() for w in ws])
            yield Finding("date", about, sides, teller.note("clock", sides), 2.3)


def _text(teller: Teller, clock: _Clock) -> str:
    return written(teller.material.articles[clock.window.article], clock.time)


def _clash(teller: Teller, x: _Clock, y: _Clock, event: str) -> bool:
    """Whether two times of one kind of event are of one event, by one clock, and apart."""
    a, b = x.sentence, y.sentence
    if a.article == b.article or x.zone != y.zone or x.time.value[:10] != y.time.value[:10]:
        return False
    far = FAR if x.nearest and y.nearest else NEAR
    least = ONE if x.exact and y.exact else NEAR if x.minutes // NEAR != y.minutes // NEAR else FAR
    if not least <= abs(x.minutes - y.minutes) < far or a.negated or b.negated:
        return False
    if other_people(teller.material, a, b) or of_kin(teller.material, a) != of_kin(teller.material, b):
        return False
    return any(w >= WEIGHT and c != event and c in b.concepts for c, w in a.concepts.items())


def _by_event(teller: Teller) -> dict[str, list[_Clock]]:
    """The clock times of a story by the events that they are told of."""
    found: dict[str, list[_Clock]] = defaultdict(list)
    weights = teller.propositions.weights
    for sentence in teller.propositions.sentences:
        article = teller.material.articles[sentence.article]
        for time in (t for s in sentence.segments for t in s.times):
            value = _CLOCK.search(time.value)
            if time.type != "TIME" or value is None or _loose(teller, article, time):
                continue
            whole = weights.window(sentence, 0, len(sentence.segments) - 1)
            exact = bool(_MINUTES.search(article.text[time.start : time.end]))
            minutes = int(value[1]) * 60 + int(value[2])
            near = events_by(teller.material, whole, time)[:EVENTS]
            for distance, event in near:
                if distance <= BESIDE and weights.of(event) >= WEIGHT and len(found[event]) < MOST:
                    window = _from_event(
                        teller, weights.window(sentence, *around(whole, event, time)), event, time
                    )
                    clock = _Clock(
                        whole, window, time, minutes, exact, _zone(article, time), event == near[0][1]
                    )
                    found[event].append(clock)
    return found


def _from_event(teller: Teller, window: Window, event: str, time: Time) -> Window:
    """The words from an event to its time, or from the time to the event."""
    tokens = teller.material.tokens[teller.material.articles[window.article].id]
    places = [i for i, _ in events_in(teller.material, window, frozenset({event}))]
    if not places:
        return window
    near = min(places, key=lambda i: (abs(tokens.starts[i] - time.start), i))
    named = _NAMED.match(teller.material.articles[window.article].text, time.end)  # the clock, in brackets
    end = named.end() if named else time.end
    return replace(window, start=min(tokens.starts[near], time.start), end=max(tokens.ends[near], end))


def _loose(teller: Teller, article: Article, time: Time) -> bool:
    """Whether a word before a time, or its own first one, leaves its minutes open."""
    tokens = teller.material.tokens[article.id]
    words = load(article.language).table("discrepancies")["loosely"]
    first = tokens.first_at(time.start)
    return any(tokens.norms[i] in words for i in range(max(0, first - BEFORE), min(first + 1, len(tokens))))


def _zone(article: Article, time: Time) -> int:
    """By which clock a time is told: the place of its group in the language's table, -1 if it is not said."""
    said = article.text[time.start : time.end + AFTER].lower()
    zones = load(article.language).table("discrepancies")["zones"]
    places = [(said.find(p), n) for n, group in enumerate(zones) for p in group if p in said]
    return min(places)[1] if places else -1
