"""The words by which an article is recognised: its content words, cut to their beginnings, names weighing more.

Cutting words to six letters stands in for stemming in any language written with letters and is as good here as
dictionary forms (B³ within .01), at none of their cost. Capitalised words are mostly names; events are told apart
by their names more than by their vocabulary.
"""

from __future__ import annotations

from collections import Counter

from recoupe.language import available, load
from recoupe.model.article import Article
from recoupe.text.tokens import Tokens

__all__ = ["count_words"]

_LETTERS = 6
_NAME = 3  # how often a capitalised word counts
_FALLBACK = "en"  # whose token pattern cuts articles in other languages


def count_words(article: Article) -> Counter[str]:
    """Content words of title and text (furniture left out) with their weighted counts.

    >>> sorted(count_words(Article(id="a", text="Le pont suspendu d'Oslane", language="fr")).items())
    [('oslane', 3), ('pont', 1), ('suspen', 1)]
    """
    language = load(article.language if article.language in available() else _FALLBACK)
    counts: Counter[str] = Counter()
    for text in (article.title or "", article.text):
        tokens = Tokens(text, language.tokens)
        hidden = article.furniture if text is article.text else ()
        for start, form, norm in zip(tokens.starts, tokens.forms, tokens.norms, strict=True):
            if len(norm) < 2 or not norm[0].isalnum() or norm in language.stopwords:  # noqa: PLR2004
                continue
            if hidden and any(f.start <= start < f.end for f in hidden):
                continue
            counts[norm[:_LETTERS]] += _NAME if form[0].isupper() else 1
    return counts
