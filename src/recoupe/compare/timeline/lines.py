"""Which words of the sources stand for an event: the clearest line that tells it, verbatim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from recoupe.compare.facts.window import Window
from recoupe.compare.material import Material
from recoupe.compare.timeline.cues import cues
from recoupe.compare.timeline.events import Event
from recoupe.model.span import Span

_LONG = 240
"""Code points: a longer sentence is cut to the clauses around its event."""
_SHORT = 40
_CLOSING = (".", "!", "?", "…", "»", "”", '"')


def clearest_line(material: Material, events: Sequence[Event]) -> str:
    """The line that says best what these events say, the moment included."""
    common = Counter(c for e in events for c in e.window.concepts)
    best = max(
        events,
        key=lambda e: (_clarity(material, e, common, len(events)), -e.window.article, -e.window.start),
    )
    span = line_of(best)
    text = material.articles[best.window.article].text[span.start : span.end]
    return " ".join(text.split()) if "\n" in text else text.strip()


def line_of(event: Event) -> Span:
    """The whole sentence, or the clauses around the event and its moment where the sentence is long."""
    window = event.window
    sentence = window.sentence
    if len(sentence.span) <= _LONG:
        return sentence.span
    first, last = _reach(window, event)
    segments = sentence.segments
    while True:
        wider = [
            (first - 1, last) if first > 0 else None,
            (first, last + 1) if last + 1 < len(segments) else None,
        ]
        fitting = [x for x in wider if x and segments[x[1]].end - segments[x[0]].start <= _LONG]
        if not fitting:
            return Span(segments[first].start, segments[last].end)
        first, last = fitting[0]


def _reach(window: Window, event: Event) -> tuple[int, int]:
    """Segments of the window and of the moment."""
    return min(window.first, event.segment), max(window.last, event.segment)


def _clarity(material: Material, event: Event, common: Counter[str], size: int) -> float:
    """How well a line stands alone: what all say is in it, little else, no pronoun first, nothing in doubt."""
    window = event.window
    article = material.articles[window.article]
    span = line_of(event)
    text = article.text[span.start : span.end]
    tokens = material.tokens[article.id]
    opening = tokens.norms[tokens.first_at(span.start)]
    value = sum(w for c, w in window.concepts.items() if common[c] * 2 > size) / 4
    value -= 1.5 * (opening in cues(article.language).pronouns) + 1.0 * window.doubted + 0.7 * event.quoted
    value -= (
        1.0 * (len(text) < _SHORT)
        + 0.5 * (len(text) > _LONG * 0.85)
        + 0.7 * (len(span) < len(window.sentence.span))
    )
    value -= 0.5 * (not text.rstrip().endswith(_CLOSING)) + 0.7 * (not text[:1].isupper())
    value -= 0.8 * _other_moments(event)
    value += 0.6 * bool(window.done) + 1.0 * event.dated - len(text) / _LONG
    return value - 0.5 * (text.count('"') % 2)


def _other_moments(event: Event) -> int:
    """Number of dated times in the sentence besides the event's own."""
    times = (t for s in event.around for t in s.times)
    return sum(t.interval is not None and not event.time[0] <= t.start < event.time[1] for t in times)
