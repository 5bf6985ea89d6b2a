"""Which words of the sources stand for a fact: the clearest sentence, verbatim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from recoupe.compare.facts.clauses import Segment
from recoupe.compare.facts.lexicon import lexicon
from recoupe.compare.facts.window import Window
from recoupe.compare.material import Material
from recoupe.language import load
from recoupe.model.span import Span

SHORT, LONG = 40, 260
"""Code points: a shorter line lacks its actors, a longer one is cut to the clauses around the passage."""


def clearest(material: Material, windows: Sequence[Window], taken: set[str]) -> str:
    """The line that says best what all these windows say.

    Args:
        material: the articles.
        windows: the passages of the fact.
        taken: words of the lines of facts before it, to which its own are added: a sentence that tells several facts,
            or its copy, stands for one of them only, if another sentence or its clause can stand for this one.
    """
    common = Counter(c for w in windows for c in w.concepts)

    def worth(line: tuple[Window, Span]) -> tuple[float, int, int, int]:
        window, span = line
        value = _clarity(material, window, span, common, windows)
        again = _words(material, window, span) in taken
        return value - AGAIN * again, -window.article, -window.start, len(span)

    window, span = max(_lines(material, windows, taken), key=worth)
    taken.add(_words(material, window, span))
    return material.articles[window.article].text[span.start : span.end].strip()


def _words(material: Material, window: Window, span: Span) -> str:
    """The words of a line: its copy may end in another mark."""
    tokens = material.tokens[material.articles[window.article].id]
    return " ".join(
        tokens.norms[i] for i in tokens.within(span.start, span.end) if tokens.norms[i][0].isalnum()
    )


def _lines(material: Material, windows: Sequence[Window], taken: set[str]) -> Iterator[tuple[Window, Span]]:
    """What may stand for a fact: the line of each passage, and its clause alone where the line is taken."""
    for window in windows:
        span = _line(window)
        yield window, span
        if _words(material, window, span) in taken:
            yield window, _clause(material, window)


def _clause(material: Material, window: Window) -> Span:
    """The clauses of a window, without the words that only tie them to the next."""
    segments = window.sentence.segments
    start, end = segments[window.first].start, segments[window.last].end
    article = material.articles[window.article]
    tokens = material.tokens[article.id]
    joints = load(article.language).table("facts")["joints"]
    places = list(tokens.within(start, end))
    while len(places) > 1 and (
        tokens.norms[places[-1]] in joints or not tokens.norms[places[-1]][0].isalnum()
    ):
        places.pop()
    return Span(start, tokens.ends[places[-1]])


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
CLAIM = 0.6
"""What each clause costs in which a line tells something else that happens or is done."""
FRAGMENT = 1.5
"""What a line costs that begins within a sentence, that ends with a small word, or that has no verb."""
AHEAD = 1.5
"""What a line costs that only expects what most passages tell as done."""
AGAIN = 3.0
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


def _clarity(
    material: Material, window: Window, span: Span, common: Counter[str], windows: Sequence[Window]
) -> float:
    """How well a window's line stands alone: what all say is in it, little else, no pronoun first, no reserve."""
    article = material.articles[window.article]
    text = article.text[span.start : span.end]
    shared = sum(w for c, w in window.concepts.items() if common[c] * 2 > len(windows))
    tokens = material.tokens[article.id]
    first = next(iter(tokens.within(span.start, span.end)), None)
    opening = tokens.norms[first] if first is not None else ""
    outside = window.sentence.segments[: window.first] + window.sentence.segments[window.last + 1 :]
    inside = window.sentence.segments[window.first : window.last + 1]
    beside = [s for s in outside if span.start <= s.start and s.end <= span.end]
    others = {c for s in beside for c in s.concepts} - set(common)
    claims = sum(s.verb and not s.events <= set(common) for s in beside)
    value = shared / 4 - EXTRA * len(others) - CLAIM * claims
    value -= OWN_NUMBER * _own_numbers(window, span, windows)
    value -= 1.5 * (opening in load(article.language).table("facts")["pronouns"])
    value -= (
        1.0 * (len(text) < SHORT)
        + 0.5 * (len(text) > LONG * 0.85)
        + 1.0 * (len(span) < len(window.sentence.span))
    )
    value -= 1.0 * window.doubted + 0.5 * any(s.quotation >= 0 for s in window.sentence.segments)
    value -= 1.0 * (not text.rstrip().endswith((".", "!", "?", "…", "»", "”", '"')))
    value -= 0.5 * (text.count('"') % 2)
    if span.start > window.sentence.span.start and not text[:1].isupper():
        value -= FRAGMENT
    last = tokens.norms[tokens.within(span.start, span.end)[-1]]
    value -= FRAGMENT * (last in lexicon(article.language).stopwords)
    value -= FRAGMENT * (not any(s.verb for s in [*beside, *inside]))
    value -= AHEAD * (window.expected and sum(w.expected for w in windows) * 2 <= len(windows))
    return value
