"""The articles of one story as comparisons see them, with what several comparisons need, made once."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.compare.words import Lexicon, Words
from recoupe.language import load
from recoupe.model.article import Article
from recoupe.model.span import Passage, Span
from recoupe.text.tokens import Tokens


class Material:
    """Readable articles of one story, in order of date and then of input, with their tokens.

    Attributes:
        articles: the articles, annotated.
        by_id: the same by id.
        tokens: tokens of each article's text, by id (offsets are those of the text; furniture included: skip
            it with `in_furniture`).
        lexicon: numbers of words, the same over all articles.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = tuple(articles)
        self.by_id = {a.id: a for a in self.articles}
        self.tokens = {a.id: Tokens(a.text, load(a.language).tokens) for a in self.articles}
        self.lexicon = Lexicon()
        self._words: dict[str, Words] = {}
        self._kept: dict[str, dict[tuple[int, int], str]] = {}

    def words(self, article: str) -> Words:
        """The words of an article outside its furniture, numbered over the whole story; made when first asked for."""
        words = self._words.get(article)
        if words is None:
            found = self.by_id[article]
            words = Words(
                found.text, self.tokens[article], load(found.language), found.furniture, self.lexicon
            )
            self._words[article] = words
        return words

    def kept(self, what: str) -> dict[tuple[int, int], str]:
        """What a comparison found out about tokens, by numbers of article and token; empty until it fills it."""
        return self._kept.setdefault(what, {})

    def text(self, passage: Passage) -> str:
        """The characters of a passage."""
        return self.by_id[passage.article].text[passage.start : passage.end]

    def in_furniture(self, article: str, span: Span) -> bool:
        """Whether `span` touches furniture."""
        return any(f.start < span.end and span.start < f.end for f in self.by_id[article].furniture)
