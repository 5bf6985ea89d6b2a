"""What one article takes for a fact and another tells as unconfirmed, unannounced, or as denied by those blamed for it.

*No confirmation of a search* against *after a search of his home*; *took care not to announce her candidacy* against
*she is a candidate*; *denied any responsibility for the fall* against *the sales may have worsened the fall*.
"""

from __future__ import annotations

import operator
from collections import deque
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from typing import NamedTuple

from recoupe.compare.discrepancies.finding import Finding, Teller, of_kin, other_people
from recoupe.compare.discrepancies.gather import Pair, bundle
from recoupe.compare.facts.clauses import Segment, Sentence
from recoupe.compare.facts.grammar import grammar
from recoupe.compare.facts.lexicon import lexicon
from recoupe.compare.facts.window import DENY, Window
from recoupe.language import load

REACH = 5
"""Tokens behind a verb of confirming in which what is not confirmed stands."""
BEFORE = 5
"""Tokens before it in which a negation or a word of withholding stands."""
WEIGHT = 1.5
"""Weight from which a word is one thing in the story."""
LEAST_WORD = 1.0
"""Weight from which a shared word counts."""
CONTEXT, MUCH = 2, 5.0
"""Number and weight of the words and names around it that both articles share."""
BACK = 3
"""Sentences before it that say what it is about."""
NAMED = 2.0
"""Weight of a name that both articles share: one that every sentence has tells nothing."""
COPULA = 2
"""Tokens between *is* and what somebody is."""
MOST = 50
"""Things held back, and denials of a part, that are looked at: a story has few."""
BLAME, CAUSE = 2, 4.0
"""Number and weight of the words that a denial of a part in something and what tells its cause share."""


class _Withheld(NamedTuple):
    """A thing that is not confirmed, or not announced."""

    concept: str
    window: Window
    context: Window
    before: tuple[Window, ...]
    announced: bool


def find_withheld(teller: Teller) -> Iterator[Finding]:
    """Things that one article takes for facts and another tells as unconfirmed or not announced."""
    for held in islice(_withheld(teller), MOST):
        pairs: list[Pair] = []
        for sentence in teller.propositions.sentences:
            if sentence.article == held.window.article or (held.announced and _later(teller, sentence, held)):
                continue
            for k, segment in enumerate(sentence.segments):
                if held.concept in segment.concepts and _taken(teller, sentence, segment, held):
                    window = teller.propositions.weights.window(sentence, k, k)
                    pairs.append(Pair(window, held.window, 0.5))
        for found in bundle(pairs, partial(operator.is_, held.window)):
            sides = (
                teller.side(teller.label("affirmed"), found.sides[False]),
                teller.side(teller.label("unconfirmed"), found.sides[True]),
            )
            note = teller.note("unannounced" if held.announced else "unconfirmed", sides)
            windows = [*found.sides[False], *found.sides[True]]
            yield Finding("modality", teller.about(windows), sides, note, 2.8)


def _taken(teller: Teller, sentence: Sentence, segment: Segment, held: _Withheld) -> bool:
    """Whether a segment takes for a fact what is held back elsewhere."""
    if segment.negated or segment.doubted or segment.alleged or (segment.expected and held.announced):
        return False
    weights = teller.propositions.weights
    whole = weights.window(sentence, 0, len(sentence.segments) - 1)
    if held.announced:
        who = [
            _last_named(teller, *place) for place in ((sentence.article, segment.start), held.window.key[:2])
        ]
        return who[0] == who[1] != "" and _is(teller, segment, sentence.article, held.concept)
    if other_people(teller.material, whole, held.context) or of_kin(teller.material, whole):
        return False
    known = {c for w in (held.context, *held.before) for c in w.concepts} - {held.concept}
    shared = {c: w for c, w in whole.concepts.items() if c in known and w >= LEAST_WORD and c[0] != "~"}
    named = any(c.startswith("@") and w >= NAMED for c, w in shared.items())
    return named and len(shared) >= CONTEXT and sum(shared.values()) >= MUCH


def _last_named(teller: Teller, article: int, place: int) -> str:
    """The last word of the name of the person named last before a place; empty if nobody is."""
    names = teller.material.articles[article].names
    found = [
        n.name.lower().split()[-1] for n in names if n.type == "person" and n.end <= place and n.name.split()
    ]
    return found[-1] if found else ""


def _is(teller: Teller, segment: Segment, article: int, concept: str) -> bool:
    """Whether a segment says that somebody is something: *she is a candidate*."""
    found = teller.material.articles[article]
    tokens = teller.material.tokens[found.id]
    copulas = load(found.language).table("facts")["copulas"]
    places = [tokens.first_at(s) for s, _, c in segment.marks if c == concept]
    return any(tokens.norms[j] in copulas for i in places for j in range(max(0, i - COPULA), i))


def _later(teller: Teller, sentence: Sentence, held: _Withheld) -> bool:
    """Whether a sentence was published after what is held back, or one of the two bears no date."""
    dates = [teller.material.articles[n].published or "" for n in (sentence.article, held.window.article)]
    return not all(dates) or dates[0][:10] > dates[1][:10]


def _withheld(teller: Teller) -> Iterator[_Withheld]:
    """Things that are told as unconfirmed or not announced."""
    weights = teller.propositions.weights
    previous: deque[Window] = deque(maxlen=BACK)
    for sentence in teller.propositions.sentences:
        article = teller.material.articles[sentence.article]
        tokens, language = teller.material.tokens[article.id], load(article.language)
        table = language.table("discrepancies")
        known = lexicon(article.language)
        verbs = {known.concept(word) for word in (*table["confirming"], *table["announcing"])}
        for k, segment in enumerate(sentence.segments):
            if verbs.isdisjoint(segment.concepts):
                continue
            words = tokens.within(segment.start, segment.end)
            marks = {s: c for s, _, c in segment.marks if c[0] not in "~@"}
            for i in words:
                lemma = language.lemma(tokens.norms[i])
                if lemma not in table["confirming"] and lemma not in table["announcing"]:
                    continue
                scope = range(max(words.start, i - BEFORE), i)
                if not _holds_back(teller, sentence.article, scope):
                    continue
                behind = (marks.get(tokens.starts[j]) for j in range(i + 1, min(i + 1 + REACH, words.stop)))
                concept = next((c for c in behind if c and weights.of(c) >= WEIGHT), None)
                if concept is not None:
                    before = tuple(w for w in previous if w.article == sentence.article)
                    whole = weights.window(sentence, 0, len(sentence.segments) - 1)
                    announced = lemma in table["announcing"]
                    yield _Withheld(concept, weights.window(sentence, k, k), whole, before, announced)
        previous.append(weights.window(sentence, 0, len(sentence.segments) - 1))


def _holds_back(teller: Teller, article: int, words: range) -> bool:
    """Whether one of these words holds back what follows: *no confirmation*, *took care not to announce*."""
    found = teller.material.articles[article]
    norms = teller.material.tokens[found.id].norms
    table = load(found.language).table("discrepancies")
    return any(norms[i] in table["withholding"] for i in words) or grammar(found.language).negates(
        norms, words
    )


def find_parts(teller: Teller) -> Iterator[Finding]:
    """A part in something that one article tells as its cause, and that those who are blamed deny in another."""
    denials = [w for w in _with_words(teller, "part_in") if DENY in w.concepts][:MOST]
    causes = [w for w in _with_words(teller, "causing") if DENY not in w.concepts and not w.negated]
    causes = causes[: MOST * MOST]
    pairs = [Pair(c, d, 0.5) for d in denials for c in causes if _one_effect(teller, d, c)]
    denied = {id(d) for d in denials}
    for found in bundle(pairs, lambda w: id(w) in denied):
        sides = (
            teller.side(teller.label("blamed"), found.sides[False]),
            teller.side(teller.label("denied"), found.sides[True]),
        )
        windows = [*found.sides[False], *found.sides[True]]
        yield Finding("modality", teller.about(windows), sides, teller.note("part_denied", sides), 2.7)


def _one_effect(teller: Teller, denial: Window, cause: Window) -> bool:
    """Whether a denial of a part in something, and what tells a cause, are of the same effect."""
    if denial.article == cause.article or other_people(teller.material, denial, cause):
        return False
    code = teller.material.articles[denial.article].language
    general = {lexicon(code).concept(w) for w in load(code).table("discrepancies")["causing"]}
    shared = [
        w
        for c, w in denial.concepts.items()
        if c in cause.concepts and c[0] not in "~@" and w >= LEAST_WORD and c not in general
    ]
    return len(shared) >= BLAME and sum(shared) >= CAUSE and bool(denial.events & cause.events)


def _with_words(teller: Teller, name: str) -> Iterator[Window]:
    """The clauses that have one of the words `name` of the table, in any form."""
    for sentence in teller.propositions.sentences:
        article = teller.material.articles[sentence.article]
        known = lexicon(article.language)
        words: Sequence[str] = load(article.language).table("discrepancies")[name]
        concepts = {known.concept(word) for word in words}
        for k, segment in enumerate(sentence.segments):
            if not concepts.isdisjoint(segment.concepts):
                yield teller.propositions.weights.window(sentence, k, k)
