"""The propositions of a story, read once and handed to every comparison that needs them.

sentences → segments with concepts → matches between articles → groups that say the same
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from recoupe.compare.descriptions import Reference
from recoupe.compare.embeddings import Encoder
from recoupe.compare.facts.alignment import Aligner, Match
from recoupe.compare.facts.anchors import anchored
from recoupe.compare.facts.clauses import Sentence, cut
from recoupe.compare.facts.clustering import LIKELY, Group, gather, overlap
from recoupe.compare.facts.figures import figure_groups
from recoupe.compare.facts.judge import asserts, likelihood, likeness, share_enough, stands_alone
from recoupe.compare.facts.languages import several_languages, shared_lexicon
from recoupe.compare.facts.lexicon import lexicon
from recoupe.compare.facts.semantic import Semantic
from recoupe.compare.facts.window import Weights, Window
from recoupe.compare.material import Material
from recoupe.model.dossier import Person
from recoupe.model.span import Passage

LONG = 120
"""Code points from which a passage of a fact is cut to what it shares with the other."""
Place = tuple[int, int, int, float]
"""A window's article, start, end and weight: one that was cut can end where another one does."""
SAME_PLACE = 0.5
"""Share of the shorter of two windows that makes them one place."""


class Propositions:
    """What the articles of a story say, clause by clause.

    Attributes:
        sentences: all sentences that speak of something, in order of article and place.
        weights: weights of the story's concepts.
        matches: windows of two articles that share much, with the likelihood that they say the same.
        within: the same for two windows of one article.
        candidates: the windows of `matches`, long ones cut to what they share: what may be one fact.
        groups: windows that say the same, in no order of worth.
        tentative: windows that share less and may say the same, those of `groups` among them.
    """

    def __init__(
        self,
        material: Material,
        people: Sequence[Person] = (),
        model: Encoder | None = None,
        references: Mapping[str, Sequence[Reference]] | None = None,
    ) -> None:
        self.material = material
        self.sentences: list[Sentence] = cut(material, people, references)
        mixed = several_languages(material.articles)
        made = shared_lexicon if mixed else lexicon
        lexicons = {n: made(a.language) for n, a in enumerate(material.articles)}
        self.weights = Weights(self.sentences, lexicons)
        aligner = Aligner(self.sentences, self.weights)
        found = aligner.matches()
        self.matches: list[tuple[float, Match]] = [_rated(m) for m in found if asserts(m.a, m.b)]
        inside = Aligner(self.sentences, self.weights, within=True).matches()
        self.within: list[tuple[float, Match]] = [_rated(m) for m in inside if asserts(m.a, m.b)]
        self.candidates: list[Match] = [self._cut_short(m) for _, m in self.matches]
        semantic = Semantic(model, material, self.sentences) if mixed and model is not None else None
        told, loose = (anchored(g, material) for g in self._gathered(aligner, semantic))
        first = 1 + max((g.number for g in told), default=0)
        self.groups: list[Group] = [*told, *figure_groups(self.sentences, self.weights, first)]
        self.tentative: list[Group] = loose
        self._by_sentence: dict[int, list[Group]] = {}
        for group in self.groups:
            for sentence in {id(w.sentence) for w in group.members}:
                self._by_sentence.setdefault(sentence, []).append(group)

    def _gathered(self, aligner: Aligner, semantic: Semantic | None) -> tuple[list[Group], list[Group]]:
        """Groups of windows that surely say the same, and of windows that may."""
        known: dict[tuple[Place, Place], float] = {}
        judge = likelihood if semantic is None else semantic.likelihood

        def rate(a: Window, b: Window, likely: float | None = None) -> float:
            x, y = (*a.key, a.total), (*b.key, b.total)
            key = (x, y) if x < y else (y, x)
            value = known.get(key)
            if value is None:
                value = known[key] = judge(a, b) if likely is None else likely
            return value

        rated = [(rate(m.a, m.b, m.likely if semantic is None else None), m) for m in self.candidates]
        if semantic is not None:
            rated += semantic.matches(aligner)
        languages = [a.language for a in self.material.articles]

        def between(a: Window, b: Window) -> bool:
            return languages[a.article] != languages[b.article]  # of which the tests below know nothing

        surely = [(p, m) for p, m in rated if p >= LIKELY and (between(m.a, m.b) or share_enough(m.a, m.b))]
        told = gather(surely, rate, alone=lambda a, b: between(a, b) or stands_alone(a, b))
        return told, gather(rated, rate)

    def _cut_short(self, match: Match) -> Match:
        """A match whose long windows end where what they share ends."""
        a, b = match.a, match.b
        short_a = self.weights.trimmed(a, b) if a.end - a.start > LONG else a
        short_b = self.weights.trimmed(b, a) if b.end - b.start > LONG else b
        return match if short_a is a and short_b is b else Match(short_a, short_b, match.gain)

    def groups_of(self, window: Window) -> list[Group]:
        """Groups that hold a window, or one of the same sentence that overlaps it by half of the shorter."""
        return [
            g
            for g in self._by_sentence.get(id(window.sentence), ())
            if any(w.sentence is window.sentence and overlap(w, window) >= SAME_PLACE for w in g.members)
        ]

    def passage(self, window: Window) -> Passage:
        """Where a window stands, without punctuation at its edges."""
        article = self.material.articles[window.article]
        piece = article.text[window.start : window.end]
        start = window.start + len(piece) - len(piece.lstrip(EDGE))
        end = window.end - (len(piece) - len(piece.rstrip(EDGE)))
        return Passage(article.id, start, max(end, start + 1))


EDGE = ' \t\n\u00a0\u202f.,;:!?…«»“”"()–—-'
"""Characters that no passage begins or ends with."""


def _rated(match: Match) -> tuple[float, Match]:
    """A match with the likelihood that it says the same; it learns the one that it speaks of the same."""
    rated = likeness(match.a, match.b)
    match.same, match.likely = rated.same, rated.likely
    return rated.whole, match
