"""Which words of the sources stand for a fact: the clearest sentence, verbatim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from recoupe.compare.facts.window import Window
from recoupe.compare.material import Material
from recoupe.language import load
from recoupe.model.span import Span

SHORT, LONG = 40, 260
"""Code points: a shorter line lacks its actors, a longer one is cut to the clauses around the passage."""


def clearest(material: Material, windows: Sequence[Window], taken: set[tuple[int, Span]]) -> str:
    """The line that says best what all these windows say.

    Args:
        material: the articles.
        windows: the passages of the fact.
        taken: article and place of the lines of facts before it, to which its own is added: a sentence that tells
            several facts stands for one of them only; for another its clause stands alone.
    """
    common = Counter(c for w in windows for c in w.concepts)

    def worth(window: Window) -> tuple[float, int, int]:
        again = (window.article, _line(window)) in taken
        return (
            _clarity(material, window, common, len(windows)) - AGAIN * again,
            -window.article,
            -window.start,
        )

    best = max(windows, key=worth)
    span = _line(best)
    if (best.article, span) in taken:
        segments = best.sentence.segments
        span = Span(segments[best.first].start, segments[best.last].end)
    taken.add((best.article, span))
    return material.articles[best.article].text[span.start : span.end].strip()


AGAIN = 2.0
"""What a line loses that stands for another fact already."""


def _line(window: Window) -> Span:
    """The whole sentence, or the clauses around the window where it is long."""
    sentence = window.sentence
    if len(sentence.span) <= LONG:
        return sentence.span
    first, last = window.first, window.last
    segments = sentence.segments
    while True:
        wider = [
            (first - 1, last) if first > 0 else None,
            (first, last + 1) if last + 1 < len(segments) else None,
        ]
        fitting = [x for x in wider if x and segments[x[1]].end - segments[x[0]].start <= LONG]
        if not fitting:
            return Span(segments[first].start, segments[last].end)
        first, last = fitting[0]


def _clarity(material: Material, window: Window, common: Counter[str], size: int) -> float:
    """How well a window's line stands alone: what all say is in it, little else, no pronoun first, no reserve."""
    span = _line(window)
    article = material.articles[window.article]
    text = article.text[span.start : span.end]
    shared = sum(w for c, w in window.concepts.items() if common[c] * 2 > size)
    tokens = material.tokens[article.id]
    first = next(iter(tokens.within(span.start, span.end)), None)
    opening = tokens.norms[first] if first is not None else ""
    value = shared / 4
    value -= 1.5 * (opening in load(article.language).table("facts")["pronouns"])
    value -= (
        1.0 * (len(text) < SHORT)
        + 0.5 * (len(text) > LONG * 0.85)
        + 1.0 * (len(span) < len(window.sentence.span))
    )
    value -= 1.0 * window.doubted + 0.5 * any(s.quotation >= 0 for s in window.sentence.segments)
    value -= 1.0 * (not text.rstrip().endswith((".", "!", "?", "…", "»", "”", '"')))
    value -= 0.5 * text.count('"') % 2 + 0.7 * (not text[:1].isupper())
    return value
