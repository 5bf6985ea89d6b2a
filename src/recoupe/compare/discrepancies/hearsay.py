"""One predicate told as hearsay here and as a fact there: *would have been the victim*, *was the victim*.

`modality` starts from passages that are alike as a whole; here the same word behind an auxiliary of hearsay and behind
a plain one is the start, and what stands around it must be of the same people and things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from recoupe.compare.discrepancies.bearing import supposes
from recoupe.compare.discrepancies.finding import Finding, Teller, other_people
from recoupe.compare.discrepancies.gather import Pair, bundle
from recoupe.compare.discrepancies.modality import affirmed
from recoupe.compare.facts.clauses import Sentence
from recoupe.compare.facts.grammar import grammar
from recoupe.compare.facts.window import Window
from recoupe.language import load

REACH = 4
"""Tokens behind an auxiliary in which its predicate stands (*would* long since *have been*)."""
WEIGHT = 1.5
"""Weight from which a predicate says enough to be one thing in two articles."""
BESIDE, MUCH = 2, 4.0
"""Number and weight of other words and names that the clauses around both must share."""
LEAST_WORD = 1.0
"""Weight from which a shared word counts."""
MOST = 40
"""Plain tellings of one predicate that are looked at."""


class _Told(NamedTuple):
    """A predicate behind an auxiliary: the clause, and the clause with those beside it."""

    window: Window
    around: Window


def find_hearsay(teller: Teller) -> Iterator[Finding]:
    """What one article tells by a hearsay conditional and another by the plain tense of the same verb."""
    plain, reserved = _tellings(teller)
    pairs: list[Pair] = []
    open_windows: set[int] = set()
    for predicate in sorted(reserved):
        for other in reserved[predicate]:
            for sure in plain.get(predicate, ()):
                strength = _one_thing(teller, sure, other, predicate)
                if strength:
                    pairs.append(Pair(sure.window, other.window, strength))
                    open_windows.add(id(other.window))
    for found in bundle(pairs, lambda w: id(w) in open_windows):
        if len(found.sides) > 1:
            sides = (
                teller.side(teller.label("affirmed"), found.sides[False]),
                teller.side(teller.label("alleged"), found.sides[True]),
            )
            about = teller.about([*found.sides[False], *found.sides[True]])
            yield Finding("modality", about, sides, teller.note("alleged", sides), 3.0 + found.strength)


def _one_thing(teller: Teller, sure: _Told, other: _Told, predicate: str) -> float:
    """How likely two tellings are of one thing, 0 if too little says so."""
    a, b = sure.around, other.around
    if a.article == b.article or sure.window.negated or other.window.negated:
        return 0.0
    shared = [
        w
        for c, w in a.concepts.items()
        if c != predicate and c in b.concepts and c[0] != "~" and w >= LEAST_WORD
    ]
    if len(shared) < BESIDE or sum(shared) < MUCH or other_people(teller.material, a, b):
        return 0.0
    return min(1.0, sum(shared) / min(a.total, b.total))


def _tellings(teller: Teller) -> tuple[Mapping[str, list[_Told]], Mapping[str, list[_Told]]]:
    """By predicate the clauses that tell it plainly in the outlet's own voice, and those that tell it as hearsay."""
    plain: dict[str, list[_Told]] = defaultdict(list)
    reserved: dict[str, list[_Told]] = defaultdict(list)
    weights = teller.propositions.weights
    for sentence in teller.propositions.sentences:
        for k in range(len(sentence.segments)):
            sure, hearsay = _predicates(teller, sentence, k)
            if not sure and not hearsay:
                continue
            window = weights.window(sentence, k, k)
            last = len(sentence.segments) - 1
            told = _Told(window, weights.window(sentence, max(0, k - 1), min(last, k + 1)))
            for predicate in sorted(hearsay):
                reserved[predicate].append(told)
            if sure and affirmed(teller.material, window):
                for predicate in sorted(sure):
                    if len(plain[predicate]) < MOST:
                        plain[predicate].append(told)
    return plain, reserved


def _predicates(teller: Teller, sentence: Sentence, k: int) -> tuple[set[str], set[str]]:
    """Predicates of a segment that stand behind a plain auxiliary, and behind one of hearsay."""
    article = teller.material.articles[sentence.article]
    tokens, known = teller.material.tokens[article.id], grammar(article.language)
    facts, table = (load(article.language).table(name) for name in ("facts", "discrepancies"))
    segment = sentence.segments[k]
    words = tokens.within(segment.start, segment.end)
    if supposes(teller.material, sentence, words.stop):
        return set(), set()
    starts = {s: c for s, _, c in segment.marks}
    at = {
        i: c for i in words if (c := starts.get(tokens.starts[i])) and c[0] not in "~@" and _weighs(teller, c)
    }
    hearsay: set[str] = set()
    sure: set[str] = set()
    for i in words:
        word = tokens.norms[i]
        if word in facts["hearsay"] or word in table["adverbs"] or word in table["seeming"]:
            hearsay.update([at[j] for j in range(i + 1, i + 1 + REACH) if j in at][:1])
        elif word in facts["past"] or word in facts["copulas"]:
            sure.update([at[j] for j in range(i + 1, i + 1 + REACH) if j in at][:1])
        elif i in at and known.lexicon.is_predicate(word, tokens.norms[i - 1] if i else ""):
            sure.add(at[i])
    return (set(), hearsay) if hearsay else (sure, hearsay)


def _weighs(teller: Teller, concept: str) -> bool:
    return teller.propositions.weights.of(concept) >= WEIGHT
