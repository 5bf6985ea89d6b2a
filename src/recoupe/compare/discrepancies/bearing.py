"""Which event of a passage a moment or a word of suspicion bears upon, by place.

A window knows what it speaks of, not in which order. *He said on Monday that the mill, closed in May, ...* tells two
events and two moments; *apparently in answer to letters that were sent* leaves the answer open and not the sending.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from recoupe.compare.facts.clauses import Sentence
from recoupe.compare.facts.grammar import Grammar, grammar
from recoupe.compare.facts.window import Window
from recoupe.compare.material import Material
from recoupe.language import load
from recoupe.model.findings import Time

NEAR = 2
"""Tokens before a word of suspicion in which what it qualifies can stand (*the alleged theft*, *theft, allegedly*)."""
FAR, CLOSE = 9, 3
"""Tokens behind it in which the event that it leaves open stands; the second behind an adverb (*apparently*)."""


def events_in(material: Material, window: Window, among: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Tokens of a window that tell one of these events, with the event."""
    if not among:
        return
    article = material.articles[window.article]
    tokens = material.tokens[article.id]
    read = material.kept("concepts")  # windows overlap, and each is asked for several times
    for i in tokens.within(window.start, window.end):
        concept = read.get((window.article, i))
        if concept is None:
            concept = read[window.article, i] = _concept(grammar(article.language), tokens.norms, i)
        if concept in among:
            yield i, concept


def _concept(known: Grammar, norms: Sequence[str], i: int) -> str:
    """What token `i` tells: the concept of the fixed phrase that it begins, else its own."""
    phrase = next(
        (
            name
            for parts, name in known.lexicon.phrases_from(norms[i])
            if known.lexicon.is_phrase(parts, norms, i)
        ),
        None,
    )
    return phrase or known.concept(norms, i)


def events_by(material: Material, window: Window, time: Time) -> list[tuple[int, str]]:
    """The events of a window with their distance from a time in tokens, the nearest first."""
    tokens = material.tokens[material.articles[window.article].id]
    first, last = tokens.first_at(time.start), tokens.first_at(time.end)
    told = (window.events | window.done) & window.concepts.keys()
    places = [(i, c) for i, c in events_in(material, window, told) if c[0] not in "~@"]
    return sorted((max(first - i, i - last + 1), c) for i, c in places if not first <= i < last)


def around(window: Window, event: str, time: Time) -> tuple[int, int]:
    """First and last segment, counted in its sentence, of the shortest run that tells an event and a time."""
    segments = window.sentence.segments
    at = [n for n, s in enumerate(segments) if s.start <= time.start < s.end] or [window.first]
    told = [n for n, s in enumerate(segments) if event in s.events | s.done] or [window.first]
    near = min(told, key=lambda n: (abs(n - at[0]), n))
    return min(near, at[0]), max(near, at[0])


def suspected(material: Material, window: Window, *, by_ending: bool = False) -> str | None:
    """The event that a word of suspicion or a hearsay conditional in a window bears upon.

    Args:
        material: the articles.
        window: a passage.
        by_ending: whether a verb in the conditional counts without an auxiliary; it can also be a hypothesis.
    """
    article = material.articles[window.article]
    tokens = material.tokens[article.id]
    allegations, hearsay = _markers(article.language)
    adverbs = load(article.language).table("discrepancies")["adverbs"]
    known = grammar(article.language)
    markers = frozenset(known.lexicon.concept(word) for word in allegations)
    told = (window.events | window.done) - markers
    places = list(events_in(material, window, told))
    open_verbs = list(events_in(material, window, told | {c for c in window.alleged if c[0] not in "~@"}))
    for i in tokens.within(window.start, window.end):
        word = tokens.norms[i]
        if word not in allegations and (word not in hearsay or supposes(material, window.sentence, i)):
            continue
        far = CLOSE if word in adverbs else FAR
        behind = next((c for j, c in (open_verbs if word in hearsay else places) if i < j <= i + far), None)
        before = next((c for j, c in reversed(places) if i - NEAR <= j < i), None)
        found = behind or before if word in hearsay else before or behind
        if found is not None:
            return found
    endings = (c for i, c in places if c in window.alleged and known.doubts(tokens.norms[i]))
    return next(endings, None) if by_ending else None


def supposes(material: Material, sentence: Sentence, i: int) -> bool:
    """Whether a word before token `i` makes what its sentence says a hypothesis: *if the wind turned, it would*."""
    article = material.articles[sentence.article]
    tokens, facts = material.tokens[article.id], load(article.language).table("facts")
    first = tokens.first_at(sentence.span.start)
    words = frozenset(facts["hypotheses"]) - frozenset(facts["clitics"])
    return any(tokens.norms[j] in words for j in range(first, i))


def expected(material: Material, window: Window, among: frozenset[str]) -> str | None:
    """The event, of these, that a window tells as still to come: *will sign*, *the signing is expected*."""
    article = material.articles[window.article]
    tokens, known = material.tokens[article.id], grammar(article.language)
    awaited = load(article.language).table("facts")["awaited"]
    places = list(events_in(material, window, among))
    for i in tokens.within(window.start, window.end):
        if not known.expects(tokens.norms[i]):
            continue
        near = [c for j, c in places if i <= j <= i + CLOSE]
        if tokens.norms[i] in awaited:
            near += [c for j, c in places if j < i]
        if near:
            return near[0]
    return None


def possible(material: Material, window: Window, among: frozenset[str]) -> str | None:
    """The event, of these, that a window tells as only possible: *may sign*."""
    article = material.articles[window.article]
    tokens = material.tokens[article.id]
    words = load(article.language).table("discrepancies")["possible"]
    return next(
        (
            c
            for i, c in events_in(material, window, among)
            if any(tokens.norms[j] in words for j in range(max(0, i - CLOSE), i))
        ),
        None,
    )


def event_is_verb(material: Material, window: Window, event: str) -> bool:
    """Whether a window tells an event by a verb, and not by a noun: *lost*, *made it lose*."""
    article = material.articles[window.article]
    tokens, known = material.tokens[article.id], grammar(article.language)
    return any(
        known.is_participle(tokens.norms, i)
        or (i > 1 and known.lexicon.is_predicate(tokens.norms[i - 1], tokens.norms[i - 2]))
        or known.lexicon.is_predicate(tokens.norms[i], tokens.norms[i - 1] if i else "")
        for i, _ in events_in(material, window, frozenset({event}))
    )


def says_one_of(material: Material, window: Window, phrases: Sequence[str]) -> bool:
    """Whether one of these words or phrases stands in a window, as words of their own."""
    article = material.articles[window.article]
    tokens = material.tokens[article.id]
    said = " ".join(tokens.norms[i] for i in tokens.within(window.start, window.end)).replace("' ", "'")
    return any(f" {phrase} " in f" {said} " for phrase in phrases)


@cache
def _markers(code: str) -> tuple[frozenset[str], frozenset[str]]:
    facts = load(code).table("facts")
    return frozenset(facts["allegations"]), frozenset(facts["hearsay"])
