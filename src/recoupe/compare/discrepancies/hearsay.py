"""One predicate told as hearsay here and as a fact there: *would have been the victim*, *was the victim*.

`modality` starts from passages that are alike as a whole; here the same word behind an auxiliary of hearsay and behind
a plain one is the start, and what stands around it must be of the same people and things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
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
"""Tellings of one predicate, plain or as hearsay, that are looked at."""


class _Told(NamedTuple):
    """A predicate behind an auxiliary: the clause, and the clause with those beside it."""

    window: Window
    around: Window


def find_hearsay(teller: Teller) -> Iterator[Finding]:
    """What one article tells by a hearsay conditional and another by the plain tense of the same verb."""
    reserved, places = _reserved(teller)
    plain = _plain(teller, reserved.keys(), places)
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


def _reserved(teller: Teller) -> tuple[Mapping[str, list[_Told]], set[tuple[int, int]]]:
    """By predicate the clauses that tell it as hearsay, and which clauses do: sentence and segment."""
    found: dict[str, list[_Told]] = defaultdict(list)
    places: set[tuple[int, int]] = set()
    for n, sentence in enumerate(teller.propositions.sentences):
        for k in range(len(sentence.segments)):
            for predicate in sorted(_behind(teller, sentence, k, "hearsay")):
                places.add((n, k))
                if len(found[predicate]) < MOST:
                    found[predicate].append(_told(teller, sentence, k))
    return found, places


def _plain(
    teller: Teller, wanted: AbstractSet[str], without: set[tuple[int, int]]
) -> Mapping[str, list[_Told]]:
    """By predicate, of those wanted, the clauses that tell it plainly in the outlet's own voice."""
    found: dict[str, list[_Told]] = defaultdict(list)
    for n, sentence in enumerate(teller.propositions.sentences):
        for k, segment in enumerate(sentence.segments):
            if (n, k) in without or wanted.isdisjoint(segment.concepts):
                continue
            predicates = _behind(teller, sentence, k, "plain") & wanted
            told = _told(teller, sentence, k) if predicates else None
            if told is not None and affirmed(teller.material, told.window):
                for predicate in sorted(predicates):
                    if len(found[predicate]) < MOST:
                        found[predicate].append(told)
    return found


def _told(teller: Teller, sentence: Sentence, k: int) -> _Told:
    weights, last = teller.propositions.weights, len(sentence.segments) - 1
    around = weights.window(sentence, max(0, k - 1), min(last, k + 1))
    return _Told(weights.window(sentence, k, k), around)


def _behind(teller: Teller, sentence: Sentence, k: int, which: str) -> set[str]:
    """Predicates of a segment behind words of hearsay or seeming, or (`plain`) as a verb or behind an auxiliary."""
    article = teller.material.articles[sentence.article]
    tokens, known = teller.material.tokens[article.id], grammar(article.language)
    markers = _markers(article.language, which)
    segment = sentence.segments[k]
    words = tokens.within(segment.start, segment.end)
    said = [i for i in words if tokens.norms[i] in markers]
    if (which == "hearsay" and not said) or supposes(teller.material, sentence, words.stop):
        return set()
    starts = {s: c for s, _, c in segment.marks if c[0] not in "~@" and _weighs(teller, c)}
    at = {i: c for i in words if (c := starts.get(tokens.starts[i]))}
    found = {
        at[j] for i in said for j in [next((j for j in range(i + 1, i + 1 + REACH) if j in at), -1)] if j > 0
    }
    if which == "plain":
        verbs = known.lexicon.is_predicate
        found |= {c for i, c in at.items() if verbs(tokens.norms[i], tokens.norms[i - 1] if i else "")}
    return found


@cache
def _markers(code: str, which: str) -> frozenset[str]:
    """Words behind which a predicate is hearsay, or plain."""
    facts, table = (load(code).table(name) for name in ("facts", "discrepancies"))
    if which == "plain":
        return frozenset([*facts["past"], *facts["copulas"]])
    return frozenset([*facts["hearsay"], *table["adverbs"], *table["seeming"]])


def _weighs(teller: Teller, concept: str) -> bool:
    return teller.propositions.weights.of(concept) >= WEIGHT
