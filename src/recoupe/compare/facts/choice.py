"""Which words of the sources stand for a fact: the clearest sentence, verbatim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from recoupe.compare.facts.clauses import Segment
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
            _clarity(material, window, common, windows) - AGAIN * again,
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


def _own_numbers(window: Window, span: Span, windows: Sequence[Window]) -> int:
    """Numbers of a line that most passages of the fact do not tell."""
    told = Counter(v for w in windows for v in {q.told for q in w.quantities})
    numbers = {
        q.told
        for s in window.sentence.segments
        for q in s.quantities
        if span.start <= q.start < span.end and q.told is not None and q.told > 1
    }
    return sum(told[n] * 2 <= len(windows) for n in numbers)


OWN_NUMBER = 1.5
"""What each number of a line costs that most passages of the fact do not tell."""
EXTRA = 0.15
"""What each thing costs that a line speaks of and no passage of the fact."""
AGAIN = 2.0
"""What a line loses that stands for another fact already."""


def _line(window: Window) -> Span:
    """The whole sentence; its clauses around the window where it is long or tells numbers or denials of something else.

    What stands for a fact must not say more than its passages do: no number, and no *not*, that is not theirs.
    """
    sentence = window.sentence
    segments = sentence.segments
    outside = [*segments[: window.first], *segments[window.last + 1 :]]
    own = {s.governor for s in segments[window.first : window.last + 1]}
    more = any(s.negated or any(q.told is not None and q.told > 1 for q in s.quantities) for s in outside)
    if not more:
        return sentence.span if len(sentence.span) <= LONG else _around(window)
    first, last = window.first, window.last
    while first > 0 and _belongs(segments[first - 1], own):
        first -= 1
    while last + 1 < len(segments) and _belongs(segments[last + 1], own):
        last += 1
    return Span(segments[first].start, segments[last].end)


def _belongs(segment: Segment, own: set[int]) -> bool:
    """Whether a segment hangs on one of these verbs and tells no number of its own."""
    return segment.governor in own and not segment.quantities


def _around(window: Window) -> Span:
    """As many clauses around a window as fit into a line."""
    first, last = window.first, window.last
    segments = window.sentence.segments
    while True:
        wider = [
            (first - 1, last) if first > 0 else None,
            (first, last + 1) if last + 1 < len(segments) else None,
        ]
        fitting = [x for x in wider if x and segments[x[1]].end - segments[x[0]].start <= LONG]
        if not fitting:
            return Span(segments[first].start, segments[last].end)
        first, last = fitting[0]


def _clarity(material: Material, window: Window, common: Counter[str], windows: Sequence[Window]) -> float:
    """How well a window's line stands alone: what all say is in it, little else, no pronoun first, no reserve."""
    span = _line(window)
    article = material.articles[window.article]
    text = article.text[span.start : span.end]
    shared = sum(w for c, w in window.concepts.items() if common[c] * 2 > len(windows))
    tokens = material.tokens[article.id]
    first = next(iter(tokens.within(span.start, span.end)), None)
    opening = tokens.norms[first] if first is not None else ""
    outside = window.sentence.segments[: window.first] + window.sentence.segments[window.last + 1 :]
    others = {c for s in outside if span.start <= s.start and s.end <= span.end for c in s.concepts} - set(
        common
    )
    value = shared / 4 - EXTRA * len(others) - OWN_NUMBER * _own_numbers(window, span, windows)
    value -= 1.5 * (opening in load(article.language).table("facts")["pronouns"])
    value -= (
        1.0 * (len(text) < SHORT)
        + 0.5 * (len(text) > LONG * 0.85)
        + 1.0 * (len(span) < len(window.sentence.span))
    )
    value -= 1.0 * window.doubted + 0.5 * any(s.quotation >= 0 for s in window.sentence.segments)
    value -= 1.0 * (not text.rstrip().endswith((".", "!", "?", "…", "»", "”", '"')))
    value -= 0.5 * (text.count('"') % 2) + 0.7 * (not text[:1].isupper())
    return value
