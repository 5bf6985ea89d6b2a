"""Two stretches of time of one thing that agree at one end and not at the other, and days that contradict an order.

*Between mid-September and early October* here, *between 15 September and mid-October* there: such a pair tells one
activity and two ends of it. *After a search of his home he was taken into custody*: the search cannot be told of a day
after that on which everybody puts the custody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from babel.dates import format_date

from recoupe.compare.discrepancies.bearing import around
from recoupe.compare.discrepancies.dates import Dated, dated_events
from recoupe.compare.discrepancies.finding import Finding, Teller, of_kin, other_people
from recoupe.compare.discrepancies.moments import Moment, one_of, read, told
from recoupe.compare.facts.clauses import Sentence
from recoupe.compare.facts.window import Window
from recoupe.compare.material import Material
from recoupe.language import load
from recoupe.model.article import Article
from recoupe.model.dossier import Side
from recoupe.model.findings import Time
from recoupe.model.span import Passage

MOST = 300
"""Stretches, and things told as earlier, that are looked at: a story has few."""
LONG = 300
"""Code points up to which a sentence is shown whole."""
LEAD = 14
"""Code points before a stretch of time in which the word that opens it stands."""
SHARED = 1.5
"""Weight that the sentences of two stretches must share."""
EVENT = 1.5
"""Weight from which an event is what a moment is told of."""
NEAR = 10
"""Days: what is told of a later day than that is another thing."""
CLAUSES = 3
"""Clauses in which what followed is told."""
TELLERS = 2
"""Articles that must agree on the day of the later event."""


@dataclass(slots=True, frozen=True)
class Stretch:
    """Two moments and what lies between them, as one sentence tells it."""

    article: int
    sentence: Sentence
    first: Moment
    last: Moment

    def passage(self, article: Article) -> Passage:
        """The words of both ends, and what is told of them."""
        segments = self.sentence.segments
        start = max(
            (s.start for s in segments if s.start <= self.first.time.start), default=self.first.time.start
        )
        return Passage(article.id, start, self.last.time.end)


def find_stretches(teller: Teller) -> Iterator[Finding]:
    """Stretches of time that agree at one end only, one finding for one pair of ends."""
    stretches = _stretches(teller.material, teller.propositions.sentences)
    weights = teller.propositions.weights
    seen: set[tuple[date, date]] = set()
    for n, a in enumerate(stretches):
        for b in stretches[n + 1 :]:
            if a.article == b.article:
                continue
            begin, end = a.first.apart(b.first), a.last.apart(b.last)
            if (begin > 0) == (end > 0) or begin + end > _length(a) + _length(b):
                continue
            concepts = [frozenset().union(*(s.concepts for s in x.sentence.segments)) for x in (a, b)]
            shared = sum(weights.of(c) for c in concepts[0] & concepts[1])
            x, y = (a.first, b.first) if begin else (a.last, b.last)
            if shared < SHARED or (x.first, y.first) in seen:
                continue
            seen |= {(x.first, y.first), (y.first, x.first)}
            sides = tuple(_side(teller, s) for s in (a, b))
            about = f"{sides[0].value} / {sides[1].value}"
            yield Finding("date", about, sides, teller.note("stretch", sides), 2.6)


def _side(teller: Teller, stretch: Stretch) -> Side:
    article = teller.material.articles[stretch.article]
    text = article.text[stretch.first.time.start : stretch.last.time.end]
    return Side(" ".join(text.split()), (stretch.passage(article),))


def _length(stretch: Stretch) -> int:
    return (stretch.last.last - stretch.first.first).days


def _stretches(material: Material, sentences: list[Sentence]) -> list[Stretch]:
    """All stretches of time that a story tells."""
    found = []
    for sentence in sentences:
        article = material.articles[sentence.article]
        times = [t for s in sentence.segments for t in s.times if t.type in ("DATE", "TIME") and t.interval]
        for x, y in pairwise(times):
            if not _between(article, x, y):
                continue
            first, last = read(article, x), read(article, y)
            if first is not None and last is not None and first.last < last.first:
                found.append(Stretch(sentence.article, sentence, first, last))
        if len(found) >= MOST:
            break
    return found[:MOST]


def _between(article: Article, x: Time, y: Time) -> bool:
    """Whether two times are the ends of one stretch: *between* … *and*, *from* … *to*."""
    words = load(article.language).tokens
    before = words.findall(article.text[max(0, x.start - LEAD) : x.start].lower())[-2:]
    own = words.findall(article.text[x.start : x.end].lower())[:1]
    middle = words.findall(article.text[x.end : y.start].lower())
    own_y = words.findall(article.text[y.start : y.end].lower())[:1]
    pairs = load(article.language).table("discrepancies")["between"]
    return any(
        opening in (*before, *own) and closing in (*middle[:1], *(own_y if not middle else ()))
        for opening, closing in pairs
    ) and len(middle) <= len(("et", "la"))


def find_orders(teller: Teller) -> Iterator[Finding]:
    """Things told as done before an event, and elsewhere of a day after it."""
    propositions, articles = teller.propositions, teller.material.articles
    dated = dated_events(propositions)
    days = _agreed_days(dated)
    looked_at = 0
    for sentence in propositions.sentences:
        for k, segment in enumerate(sentence.segments):
            before = propositions.weights.window(sentence, k, k) if segment.events else None
            later = _followed_by(teller.material, before) if before is not None else frozenset()
            if before is None or not later or before.negated or looked_at >= MOST:
                continue
            looked_at += 1
            own = one_of(articles[sentence.article], [t for s in sentence.segments for t in s.times])
            known = [days[e] for e in sorted(later - before.events) if e in days]
            known = [own.first] if own is not None and own.is_day else known
            if known:
                yield from _contradicted(teller, before, min(known), dated)


def _contradicted(
    teller: Teller, before: Window, day: date, dated: Mapping[str, list[Dated]]
) -> Iterator[Finding]:
    """The first passage of another article that puts after a day what came before it."""
    material = teller.material
    for event in sorted(c for c in before.events if before.concepts.get(c, 0.0) >= EVENT):
        for one in dated.get(event, ()):
            if one.window.article == before.article or one.window.ahead or one.window.negated:
                continue
            if not one.moment.is_day or not 0 < (one.moment.first - day).days <= NEAR:
                continue
            shared = [w for c, w in before.concepts.items() if c != event and c in one.window.concepts]
            if max(shared, default=0.0) < EVENT or other_people(material, before, one.window):
                continue
            if of_kin(material, before) != of_kin(material, one.window):
                continue
            article = material.articles[one.window.article]
            place, span = teller.propositions.passage(before), before.sentence.span
            text = " ".join(material.text(place).split())
            whole = Passage(place.article, span.start, span.end) if len(span) <= LONG else place
            first, last = around(one.window, event, one.moment.time)
            told_of = teller.propositions.weights.window(one.window.sentence, first, last)
            sides = (Side(text, (whole,)), teller.side(told(article, one.moment), [told_of]))
            note = teller.note("order", sides, day=format_date(day, "long", locale=teller.language))
            yield Finding("date", teller.about([before, told_of]), sides, note, 2.4)
            return


def _followed_by(material: Material, window: Window) -> frozenset[str]:
    """The events told as done after what a window tells: *after a search | he was taken into custody*."""
    article = material.articles[window.article]
    opening = article.text[window.start : window.start + LEAD].lower()
    if not opening.startswith(tuple(load(article.language).table("discrepancies")["after"])):
        return frozenset()
    segments = window.sentence.segments
    last, first = window.last + 1, window.first
    rest = segments[last : last + CLAUSES] if first == 0 else segments[max(0, first - CLAUSES) : first]
    return frozenset().union(*(s.done & s.events for s in rest if not s.negated and not s.ahead))


def _agreed_days(dated: Mapping[str, list[Dated]]) -> Mapping[str, date]:
    """Days on which all who tell the day of an event put it, two articles at least."""
    found: dict[str, dict[int, set[date]]] = defaultdict(lambda: defaultdict(set))
    for event, told_of in dated.items():
        for one in told_of:
            if one.moment.is_day and not one.window.ahead and one.window.concepts.get(event, 0.0) >= EVENT:
                found[event][one.window.article].add(one.moment.first)
    return {
        event: next(iter(days))
        for event, told_by in found.items()
        if len(told_by) >= TELLERS and len(days := set().union(*told_by.values())) == 1
    }
