"""An article and a sentence of it as the timeline reads them, with what is looked up in them often."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from recoupe.compare.facts import Propositions
from recoupe.compare.facts.clauses import Sentence
from recoupe.compare.facts.window import Weights, Window
from recoupe.compare.material import Material
from recoupe.compare.timeline.cues import Cues, cues
from recoupe.language import Language, load
from recoupe.model.article import Article
from recoupe.model.findings import Quotation
from recoupe.text.tokens import Tokens


@dataclass(frozen=True, slots=True)
class View:
    """An article with what is looked up in it often: its quotations in order of their cues, and of their contents."""

    article: Article
    tokens: Tokens
    cues: Cues
    language: Language
    weights: Weights
    cued: list[Quotation]
    cue_starts: list[int]
    contents: list[tuple[int, int]]
    denials: list[tuple[int, int]]
    lengths: frozenset[int]

    @classmethod
    def of(cls, material: Material, article: Article, propositions: Propositions) -> View:
        """The view of an article of the story."""
        cued = [(q.cue.start, n, q) for n, q in enumerate(article.quotations) if q.cue is not None]
        cued.sort(key=lambda c: c[:2])
        return cls(
            article=article,
            tokens=material.tokens[article.id],
            cues=cues(article.language),
            language=load(article.language),
            weights=propositions.weights,
            cued=[q for _, _, q in cued],
            cue_starts=[start for start, _, _ in cued],
            lengths=frozenset(t.start for t in article.times if t.type == "DURATION"),
            contents=sorted((s.start, s.end) for q in article.quotations for s in q.content),
            denials=sorted(
                (s.start, s.end) for q in article.quotations if q.act == "deny" for s in q.content
            ),
        )

    def denied(self, offset: int) -> bool:
        """Whether `offset` lies in what somebody denies: it did not happen, as far as they say."""
        return any(start <= offset < end for start, end in self.denials)

    def quoted(self, offset: int) -> bool:
        """Whether `offset` lies in the content of a quotation."""
        at = bisect_right(self.contents, (offset, len(self.article.text)))
        return any(start <= offset < end for start, end in self.contents[max(0, at - 3) : at])


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence and its article."""

    view: View
    sentence: Sentence

    @property
    def article(self) -> Article:
        """The article of the sentence."""
        return self.view.article

    @property
    def tokens(self) -> Tokens:
        """Its tokens."""
        return self.view.tokens

    @property
    def cues(self) -> Cues:
        """The words of its language that the timeline needs."""
        return self.view.cues

    @property
    def language(self) -> Language:
        """Its language."""
        return self.view.language

    def window(self, first: int, last: int) -> Window:
        """Segments `first` to `last` as a window."""
        return self.view.weights.window(self.sentence, first, last)
