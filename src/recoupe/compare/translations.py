"""Passages of one article found again in another language: translated, sentence by sentence.

    sentences → concepts of all languages → pairs that share most of them → runs in one order → passages

Decides what is a translation by what a translator keeps: names, numbers, dates and most things spoken of, in one
sentence after another, in one order. Two reports of one event share names and numbers too, but scattered: a run needs
several sentences that follow each other in both. A single translated sentence, or one whose order was changed, is not
found. What is copied inside one language is `recoupe.compare.reuse`'s part; what a copy means for origins
`recoupe.compare.origins`'.

Sentences are looked up by the concepts they share, and of a concept that many have only the first few: time grows with
the number of articles. Aligning by length, cognates and numbers goes back to Gale & Church (1993) and Simard, Foster &
Isabelle (1992). Thresholds were chosen on invented reports with translations and with other reports of the same events.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from recoupe.compare.facts.languages import several_languages, shared_lexicon
from recoupe.compare.material import Material
from recoupe.compare.reuse import LEAST, who_was_first
from recoupe.model.article import Article
from recoupe.model.dossier import Person, Reuse
from recoupe.model.span import Passage, Span

LONE = 1.0
"""What a word counts that other languages may call anything, beside the weight of a concept (about 1 to 4)."""
SHARED = 2
"""Concepts that two sentences have in common at least to be compared."""
PAIR = 0.35
"""Least similarity (Dice, by weight) of a sentence and its translation."""
STEP = 2
"""Sentences from one pair of a run to the next, at most, on either side: one may have been cut or added."""
RUN, MEAN = 3, 0.5
"""Pairs of a run at least, and their mean similarity."""
SHORT_RUN, SHORT_MEAN, SHORT_COMMON = 2, 0.6, 20.0
"""The same where only two sentences follow each other, and the weight that they have in common then."""
KEPT = 40
"""Earlier sentences that are remembered for a concept."""


class _Line(NamedTuple):
    """A sentence: its article, number and span, its concepts, and their weight with that of its other words."""

    article: int
    number: int
    span: Span
    concepts: frozenset[str]
    lone: int


class _Pair(NamedTuple):
    """A sentence of one article and one of another, with the weight in common and the similarity."""

    a: int
    b: int
    common: float
    similarity: float


def find_translations(material: Material, people: Sequence[Person]) -> tuple[Reuse, ...]:
    """Passages that stand in two articles of different languages, in order of date and place.

    Args:
        material: the annotated articles of a story; nothing is found where all are in one language.
        people: who and what they name, under one id in all languages.
    """
    if not several_languages(material.articles):
        return ()
    articles = sorted(material.articles, key=lambda a: a.published or "9999")
    named = _mentions(people)
    lines = [list(_lines(material, n, a, named.get(a.id, []))) for n, a in enumerate(articles)]
    weights = _weights(lines)
    found = []
    for (first, second), pairs in sorted(_pairs(articles, lines, weights).items()):
        for run in _runs(pairs):
            found += list(_passages(articles[first], articles[second], lines[first], lines[second], run))
    return tuple(found)


def _mentions(people: Sequence[Person]) -> dict[str, list[tuple[int, int, str]]]:
    """For each article id the places of names and the ids of what they name, in order."""
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for person in people:
        for p in person.mentions:
            found[p.article].append((p.start, p.end, person.id))
    return {article: sorted(places) for article, places in found.items()}


def _lines(
    material: Material, number: int, article: Article, named: Sequence[tuple[int, int, str]]
) -> Iterator[_Line]:
    """The sentences of an article with what they speak of."""
    known = shared_lexicon(article.language)
    words, norms = material.words(article.id), material.tokens[article.id].norms
    values = sorted(
        [(start, end, "@" + id_) for start, end, id_ in named]
        + [(q.start, q.end, f"#{q.told:g}") for q in article.quantities if q.told is not None]
        + [(t.start, t.end, "t" + "/".join(t.interval)) for t in article.times if t.interval]
    )
    starts = [v[0] for v in values]
    foreign = "·" + article.language
    for n, span in enumerate(article.sentences):
        inside = values[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        concepts = {value for _, _, value in inside}
        lone, at = 0, 0
        for w in words.within(span):
            while at < len(inside) and inside[at][1] <= words.starts[w]:
                at += 1
            if not words.content[w] or (at < len(inside) and inside[at][0] <= words.starts[w]):
                continue
            concept = known.concept(norms[words.tokens[w]])
            if concept.startswith("~") or concept.endswith(foreign):
                lone += 1
            else:
                concepts.add(concept)
        if concepts:
            yield _Line(number, n, span, frozenset(concepts), lone)


def _weights(lines: Sequence[Sequence[_Line]]) -> dict[str, float]:
    """How much each concept tells: the rarer among the story's sentences, the more."""
    having = Counter(c for own in lines for line in own for c in line.concepts)
    total = sum(len(own) for own in lines)
    return {concept: math.log(1 + total / n) for concept, n in having.items()}


def _pairs(
    articles: Sequence[Article], lines: Sequence[Sequence[_Line]], weights: dict[str, float]
) -> dict[tuple[int, int], list[_Pair]]:
    """Sentences that are alike, by pair of articles in two languages."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    found: dict[tuple[int, int], list[_Pair]] = defaultdict(list)
    heavy = [[sum(weights[c] for c in sorted(x.concepts)) + LONE * x.lone for x in own] for own in lines]
    for number, own in enumerate(lines):
        for at, line in enumerate(own):
            met = Counter(
                place
                for concept in sorted(line.concepts)
                for place in places[concept]
                if articles[place[0]].language != articles[number].language
            )
            for (other, there), shared in sorted(met.items()):
                if shared >= SHARED:
                    shares = lines[other][there].concepts & line.concepts
                    common = sum(weights[c] for c in sorted(shares))
                    similarity = 2 * common / (heavy[other][there] + heavy[number][at])  # Dice
                    if similarity >= PAIR:
                        found[other, number].append(_Pair(there, at, common, similarity))
        for at, line in enumerate(own):
            for concept in line.concepts:
                if len(places[concept]) < KEPT:
                    places[concept].append((number, at))
    return found


def _runs(pairs: Sequence[_Pair]) -> Iterator[list[_Pair]]:
    """Runs of pairs that follow each other in both articles, best first; no sentence stands in two."""
    left = sorted(pairs)
    while left:
        run = _best_run(left)
        if not _enough(run):
            return
        yield run
        taken_a, taken_b = {p.a for p in run}, {p.b for p in run}
        left = [p for p in left if p.a not in taken_a and p.b not in taken_b]


def _best_run(pairs: Sequence[_Pair]) -> list[_Pair]:
    """The run with the most in common."""
    best: list[float] = []
    before: list[int | None] = []
    for n, pair in enumerate(pairs):
        score, behind = 0.0, None
        for m in range(n - 1, -1, -1):
            if pairs[m].a < pair.a - STEP:
                break
            if pairs[m].a < pair.a and 0 < pair.b - pairs[m].b <= STEP and best[m] > score:
                score, behind = best[m], m
        best.append(score + pair.common)
        before.append(behind)
    at: int | None = max(range(len(pairs)), key=lambda n: (best[n], -n))
    run = []
    while at is not None:
        run.append(pairs[at])
        at = before[at]
    return run[::-1]


def _enough(run: Sequence[_Pair]) -> bool:
    """Whether a run shows a translation and not two reports of one event."""
    mean = sum(p.similarity for p in run) / len(run)
    if len(run) >= RUN:
        return mean >= MEAN
    return len(run) >= SHORT_RUN and mean >= SHORT_MEAN and sum(p.common for p in run) >= SHORT_COMMON


def _passages(
    first: Article, second: Article, lines_a: Sequence[_Line], lines_b: Sequence[_Line], run: Sequence[_Pair]
) -> Iterator[Reuse]:
    """The passages of a run, cut where a sentence of either side is left out."""
    pieces: list[list[_Pair]] = []
    for pair in run:
        last = pieces[-1][-1] if pieces else None
        if last and (pair.a, pair.b) == (last.a + 1, last.b + 1):
            pieces[-1].append(pair)
        else:
            pieces.append([pair])
    for piece in pieces:
        a = Passage(first.id, lines_a[piece[0].a].span.start, lines_a[piece[-1].a].span.end)
        b = Passage(second.id, lines_b[piece[0].b].span.start, lines_b[piece[-1].b].span.end)
        mean = sum(p.similarity for p in piece) / len(piece)
        if max(len(a.span), len(b.span)) >= LEAST:
            yield Reuse(a=a, b=b, similarity=round(mean, 3), earlier=who_was_first(first, second))
