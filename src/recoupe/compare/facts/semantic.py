"""Pairs of clauses in two languages that a model finds alike, as candidates for one fact.

A model sees that two clauses have one meaning where no word, name or number shows it; it also finds alike what
differs in the one word that matters. So a pair needs an anchor that both languages show (a name, a number, a moment,
a concept), and falls where numbers, moments, actors or polarity differ or an antonym stands in one of the two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from recoupe.compare.embeddings import Encoder
from recoupe.compare.facts.alignment import Aligner, Match
from recoupe.compare.facts.clauses import Sentence
from recoupe.compare.facts.judge import likelihood
from recoupe.compare.facts.values import Relation, compare_quantities, compare_times
from recoupe.compare.facts.vetoes import vetoed
from recoupe.compare.facts.window import LEAST_WORD, Window
from recoupe.compare.material import Material
from recoupe.language import available, load

if TYPE_CHECKING:
    from recoupe.compare.meanings import Vectors as Vector

LEAST, SURE = 0.55, 0.85
"""Likeness (`Meanings.likeness`) from which two clauses are a candidate, and from which they are nearly surely one."""
CANDIDATE, MOST = 0.44, 0.9
"""Likelihood of a pair at these two; between them it grows evenly."""
NEIGHBOURS = 4
"""Clauses of other languages that one clause is paired with."""


class Semantic:
    """What a model says of the clauses of a story in several languages.

    Args:
        model: a sentence-transformers model.
        material: the story.
        sentences: its sentences, as compared.
    """

    def __init__(self, model: Encoder, material: Material, sentences: Sequence[Sentence]) -> None:
        from recoupe.compare.meanings import Meanings  # noqa: PLC0415 - NumPy is paid for when used

        self._languages = [a.language for a in material.articles]
        self._first: dict[int, int] = {}
        self._places: list[tuple[int, int]] = []
        texts: list[tuple[str, str]] = []
        for number, sentence in enumerate(sentences):
            self._first[id(sentence)] = len(texts)
            article = material.articles[sentence.article]
            for n, segment in enumerate(sentence.segments):
                self._places.append((number, n))
                texts.append((" ".join(article.text[segment.start : segment.end].split()), article.language))
        self._meanings = Meanings(model, texts)
        self._vectors: dict[tuple[int, int, int], Vector] = {}

    def matches(self, aligner: Aligner) -> Iterator[tuple[float, Match]]:
        """Pairs of clauses that the model finds alike and nothing forbids, with their likelihood."""
        for _, a, b in self._meanings.pairs(LEAST, NEIGHBOURS):
            (first, i), (second, j) = self._places[a], self._places[b]
            x, y = aligner.window(first, i, i), aligner.window(second, j, j)
            value = self.likelihood(x, y)
            if value >= CANDIDATE and not vetoed(x, y):
                yield value, Match(x, y, 0.0)

    def likelihood(self, a: Window, b: Window) -> float:
        """Probability that two windows say the same; between languages the model has a say."""
        told = likelihood(a, b)
        if self._languages[a.article] == self._languages[b.article] or not _anchored(a, b) or _differ(a, b):
            return told
        alike = self._meanings.likeness(self._vector(a), self._vector(b))
        if alike < LEAST:
            return told
        share = min(1.0, (alike - LEAST) / (SURE - LEAST))
        return max(told, CANDIDATE + share * (MOST - CANDIDATE))

    def _vector(self, window: Window) -> Vector:
        key = (id(window.sentence), window.first, window.last)
        known = self._vectors.get(key)
        if known is None:
            segments = window.sentence.segments[window.first : window.last + 1]
            first = self._first[id(window.sentence)] + window.first
            numbers = range(first, first + len(segments))
            known = self._vectors[key] = self._meanings.joined(
                numbers, [float(s.end - s.start) for s in segments]
            )
        return known


def _anchored(a: Window, b: Window) -> bool:
    """Whether two windows show something in common beside their meaning."""
    if any(w >= LEAST_WORD and c in b.concepts for c, w in a.concepts.items()):
        return True
    if compare_quantities(a.quantities, b.quantities) >= Relation.COMPATIBLE:
        return True
    return not (a.borrowed or b.borrowed) and compare_times(a.times, b.times) >= Relation.COMPATIBLE


def _differ(a: Window, b: Window) -> bool:
    """Whether both tell numbers and no number is in both, or one tells the opposite of the other."""
    numbers_a, numbers_b = (
        {q.told for q in w.quantities if q.told is not None and q.told > 1} for w in (a, b)
    )
    if numbers_a and numbers_b and not numbers_a & numbers_b:
        return True
    return any(
        (x in a.concepts and y in b.concepts and x not in b.concepts)
        or (y in a.concepts and x in b.concepts and y not in b.concepts)
        for x, y in _opposites()
    )


@cache
def _opposites() -> tuple[tuple[str, str], ...]:
    """Classes of words that do not mean the same although they stand in the same places."""
    rows = (row for code in available() for row in load(code).rows("antonyms"))
    return tuple(sorted({("=" + one, "=" + other) for one, other, *_ in rows if one[0] != ":"}))
