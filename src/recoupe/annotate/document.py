"""An article being annotated: the text without its furniture, its tokens and its sentences, made once.

Every finder takes a `Document` and gives findings whose offsets are those of the article's text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from recoupe.language import Language
from recoupe.model.article import Article
from recoupe.model.findings import Furniture
from recoupe.text.sentences import split_sentences
from recoupe.text.tokens import Tokens


class Document:
    """What finders look at.

    Attributes:
        article: the article as read.
        language: the data of its language.
        prose: the text with every character of furniture replaced by a newline: same length, same offsets,
            and nothing of the furniture can be found in it.
        tokens: tokens of `prose`.
        sentences: sentences of `prose`, in order.
    """

    __slots__ = ("_starts", "article", "language", "prose", "sentences", "tokens")

    def __init__(self, article: Article, language: Language, furniture: Iterable[Furniture] = ()) -> None:
        self.article = article
        self.language = language
        self.prose = _blank(article.text, furniture)
        self.tokens = Tokens(self.prose, language.tokens)
        self.sentences = split_sentences(self.prose, language.abbreviations)
        self._starts = [s.start for s in self.sentences]

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence that holds `offset`, or of the last one before it; -1 if there is none."""
        return bisect_right(self._starts, offset) - 1

    def sentence_tokens(self, index: int) -> range:
        """Indexes of the tokens of sentence number `index`."""
        span = self.sentences[index]
        return self.tokens.within(span.start, span.end)


def _blank(text: str, furniture: Iterable[Furniture]) -> str:
    pieces: list[str] = []
    position = 0
    for item in sorted(furniture):
        start = max(item.start, position)
        if item.end > start:
            pieces += [text[position:start], "\n" * (item.end - start)]
            position = item.end
    return "".join([*pieces, text[position:]])
