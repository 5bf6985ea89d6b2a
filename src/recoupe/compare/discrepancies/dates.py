"""Different moments of the same event, and days whose weekday is wrong.

Two passages that tell one event put it on days (or thirds of a week or month) that do not meet; two stretches of time
of one thing begin together and end apart (`stretches`); what stands after another thing cannot be later (`order`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from babel.dates import get_day_names

from recoupe.compare.discrepancies.bearing import around, events_by
from recoupe.compare.discrepancies.finding import Finding, Teller, of_kin, other_people
from recoupe.compare.discrepancies.gather import Pair, bundle
from recoupe.compare.discrepancies.moments import Moment, one_of, told, written
from recoupe.compare.facts import Propositions
from recoupe.compare.facts.alignment import Match
from recoupe.compare.facts.clauses import Sentence
from recoupe.compare.facts.judge import sameness
from recoupe.compare.facts.lexicon import lexicon
from recoupe.compare.facts.window import Window
from recoupe.compare.material import Material
from recoupe.language import load
from recoupe.model.dossier import Side
from recoupe.model.span import Passage

SAME_EVENT = 0.4
"""Least likelihood, moments left aside, that two passages speak of the same event."""
ONE_EVENT = 0.3
"""The same where every article tells the event of one day only."""
EVENT = 1.5
"""Weight from which a shared event is what the moments are told of."""
SHARED, MUCH = 2, 6.0
"""Number and weight of what sentences about one event, or two ends of one week, share."""
CLOSE = 2
"""Tokens beside a moment in which the verb stands that it belongs to."""
SAID_AGAIN = 0.7
"""Likelihood below which what is announced on two days are two announcements."""
VERY_MUCH = 9.0
"""Weight of other words, more than `SHARED`, from which two sentences are of one event whatever its tense."""
LEAST_WORD = 1.0
"""Weight from which a shared word says something."""
BESIDE = 4
"""Tokens between a moment and an event told right beside it."""
MOST = 60
"""Sentences about one event that are compared."""
MOST_THIRDS = 200
"""Sentences with such a moment that are compared."""
NEAR, NEXT = 10, 3
"""Days: moments further apart belong to different events; the second where only the event is alike."""


def find_dates(teller: Teller, matches: list[tuple[float, Match]]) -> Iterator[Finding]:
    """Events that two articles put at different moments; one finding for one event."""
    dated = dated_events(teller.propositions)
    days = _days(dated)
    found = [(x, y) for told_of in dated.values() for n, x in enumerate(told_of) for y in told_of[n + 1 :]]
    alike: dict[tuple[int, int], float] = {}
    for _, match in matches:  # what the matches show to be one thing although little else is shared
        key = (id(match.a.sentence), id(match.b.sentence))
        alike[key] = max(alike.get(key, 0.0), match.same)
    moments: dict[int, Moment] = {}
    pairs: list[Pair] = []
    kinds: dict[tuple[int, int], str] = {}
    for x, y in found:
        likely = max(alike.get((id(x.window.sentence), id(y.window.sentence)), 0.0), 0.0)
        if _is_cut(x.window) or _is_cut(y.window):
            likely = 0.0  # the likeness of the sentences is of something else
        strength, note = _apart(teller.material, x, y, days[x.event], likely)
        if strength:
            a, b = _told_of(teller, x), _told_of(teller, y)
            moments[id(a)], moments[id(b)] = x.moment, y.moment
            pairs.append(Pair(a, b, strength))
            kinds[id(a), id(b)] = note
    articles = teller.material.articles
    for one in bundle(pairs, lambda w: (moments[id(w)].first, moments[id(w)].time.value)):
        windows = {id(w): w for ws in one.sides.values() for w in ws}
        note = next((n for (a, b), n in kinds.items() if a in windows and b in windows), "date")
        sides = tuple(
            teller.side(told(articles[ws[0].article], moments[id(ws[0])]), ws)
            for _, ws in sorted(one.sides.items(), key=lambda s: (-len(s[1]), str(s[0])))
        )
        if len(sides) > 1:
            about = teller.about(list(windows.values()))
            yield Finding("date", about, sides, teller.note(note, sides), 2.5 + one.strength)


def _apart(
    material: Material, x: Dated, y: Dated, days: Mapping[int, set[date]], likely: float
) -> tuple[float, str]:
    """How likely two sentences put one event at two moments, 0 if they do not, and the note that says so."""
    a, b = x.window, y.window
    if a.article == b.article or a.ahead != b.ahead or a.negated != b.negated:
        return 0.0, ""
    gap, hours = x.moment.apart(y.moment), x.moment.hours_apart(y.moment)
    if not hours and (not 0 < gap <= NEAR or _loose(x.moment, y.moment) or x.moment.bare or y.moment.bare):
        return 0.0, ""
    if _is_said(material.articles[a.article].language, x.event) and sameness(a, b) < SAID_AGAIN:
        return 0.0, ""
    single = gap <= NEXT and x.event in a.done & b.done and _single(days)
    strength = max(_one_thing(a, b, x.event, single=single), likely if likely >= SAME_EVENT else 0.0)
    if not strength or other_people(material, a, b) or of_kin(material, a) != of_kin(material, b):
        return 0.0, ""
    if _elsewhere(a, b):
        return 0.0, ""
    return strength, "hour" if hours else "date"


@cache
def _said(code: str) -> frozenset[str]:
    """Concepts of the verbs by which one makes something known, in a language."""
    known = lexicon(code)
    return frozenset(known.concept(word) for word in load(code).table("discrepancies")["saying"])


def _is_said(code: str, event: str) -> bool:
    """Whether an event is that somebody says something, which is done again on another day."""
    return event in _said(code)


def _is_cut(window: Window) -> bool:
    """Whether a window is only a part of its sentence."""
    return (window.first, window.last) != (0, len(window.sentence.segments) - 1)


def _elsewhere(a: Window, b: Window) -> bool:
    """Whether both name people, bodies or places, and none in common."""
    named = [{c for c in w.concepts if c.startswith("@")} for w in (a, b)]
    return bool(named[0] and named[1]) and not named[0] & named[1]


def _told_of(teller: Teller, dated: Dated) -> Window:
    """The clauses of a sentence that tell an event and its moment."""
    window = dated.window
    first, last = around(window, dated.event, dated.moment.time)
    return teller.propositions.weights.window(window.sentence, first, last)


def _one_thing(a: Window, b: Window, event: str, *, single: bool) -> float:
    """How likely two passages tell one event, from 0 to 1; 0 where too little says so."""
    if a.concepts.get(event, 0.0) < EVENT:
        return 0.0
    beside = [w for c, w in a.concepts.items() if c in b.concepts and c != event and w >= LEAST_WORD]
    if (_is_cut(a) or _is_cut(b)) and (len(beside) < SHARED or sum(beside) < MUCH):
        return 0.0
    same = sameness(a, b)
    if same >= (ONE_EVENT if single else SAME_EVENT):
        return same
    if single and len(beside) >= SHARED and sum(beside) >= MUCH:
        return 0.5
    near = not (a.ahead or b.ahead) and len(beside) > SHARED and sum(beside) >= VERY_MUCH
    return SAME_EVENT if near else 0.0


class Dated(NamedTuple):
    """An event that a sentence puts at one moment; `beside` has all events told right beside the moment."""

    event: str
    moment: Moment
    window: Window
    beside: frozenset[str]


def dated_events(propositions: Propositions) -> Mapping[str, list[Dated]]:
    """By event, the first sentences that tell one moment, nearest to this event or right beside it."""
    found: dict[str, list[Dated]] = defaultdict(list)
    for sentence in propositions.sentences:
        for window, moment in _of_one_moment(propositions, sentence):
            near = events_by(propositions.material, window, moment.time)
            if _made_known(propositions, window, moment):
                near = near[:1] if near and _is_said(_language(propositions, window), near[0][1]) else []
            beside = frozenset(c for distance, c in near if distance <= BESIDE)
            for event in sorted({c for _, c in near[:1]} | beside | _purpose(propositions, window, near[:1])):
                if len(found[event]) < MOST:
                    found[event].append(Dated(event, moment, window, beside))
    return found


def _language(propositions: Propositions, window: Window) -> str:
    return propositions.material.articles[window.article].language


def _made_known(propositions: Propositions, window: Window, moment: Moment) -> bool:
    """Whether a verb of making known stands right beside a moment: what is made known was on another day."""
    article = propositions.material.articles[window.article]
    tokens, known = propositions.material.tokens[article.id], lexicon(article.language)
    first, last = tokens.first_at(moment.time.start), tokens.first_at(moment.time.end)
    words = [*range(max(0, first - CLOSE), first), *range(last, min(last + CLOSE, len(tokens)))]
    return any(known.concept(tokens.norms[i]) in _said(article.language) for i in words)


def _of_one_moment(propositions: Propositions, sentence: Sentence) -> Iterator[tuple[Window, Moment]]:
    """A sentence that tells one moment, or the clauses of one with several that tell one each."""
    article = propositions.material.articles[sentence.article]
    segments = sentence.segments
    last = len(segments) - 1
    moment = one_of(article, [t for s in segments for t in s.times])
    if moment is not None:
        yield propositions.weights.window(sentence, 0, last), moment
        return
    for k, segment in enumerate(segments):
        own = one_of(article, segment.times)
        if own is not None and own.is_day and segment.events:
            yield propositions.weights.window(sentence, k, k), own


def _purpose(propositions: Propositions, window: Window, near: list[tuple[int, str]]) -> set[str]:
    """What somebody went for, where going is the nearest event: *went to his flat to search it*."""
    article = propositions.material.articles[window.article]
    table = load(article.language).table("discrepancies")
    known = lexicon(article.language)
    going = {known.concept(word) for word in table["going"]}
    tokens = propositions.material.tokens[article.id]
    segments = window.sentence.segments[window.first : window.last + 1]
    found: set[str] = set()
    for before, segment in pairwise(segments):
        if any(c in before.events and c in going for _, c in near):
            after = [(tokens.first_at(s), c) for s, _, c in segment.marks if c in segment.events]
            found.update(c for i, c in after if tokens.norms[i - 1] in table["purpose"])
    return found


def _loose(x: Moment, y: Moment) -> bool:
    """Whether two moments are told so loosely that neighbouring ones are one: *early* and *mid-October*."""
    if x.is_month and y.is_month:
        return False
    return not (x.is_day and y.is_day) and x.apart(y) <= 1 and {"early", "late"} != {x.third, y.third}


def _days(dated: Mapping[str, list[Dated]]) -> Mapping[str, Mapping[int, set[date]]]:
    """For each event told as done the days that each article tells of it."""
    found: dict[str, dict[int, set[date]]] = {}
    for event, told_of in dated.items():
        days = found.setdefault(event, {})
        for one in told_of:
            if event in one.window.done:
                days.setdefault(one.window.article, set()).add(one.moment.first)
    return found


def _single(days: Mapping[int, set[date]]) -> bool:
    """Whether no article tells an event of two days."""
    return all(len(found) == 1 for found in days.values())


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


def find_calendar(teller: Teller) -> Iterator[Finding]:
    """Dates told with a weekday that they did not have."""
    for article in teller.material.articles:
        names = get_day_names("wide", locale=article.language)
        numbers = {name.lower(): number for number, name in names.items()}
        tokens = teller.material.tokens[article.id]
        seen: set[tuple[str, str]] = set()
        for time in article.times:
            key = (written(article, time), time.value)
            if time.type not in ("DATE", "TIME") or len(time.value) < len("2000-01-01") or key in seen:
                continue
            seen.add(key)
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
