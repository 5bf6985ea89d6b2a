"""How much each word of an article tells about what it has in common with others of the same story.

A word that every article of the story uses tells little, nor does a name: reports of one event name the same people.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from recoupe.compare.material import Material
from recoupe.compare.words import Words
from recoupe.model.article import Article
from recoupe.model.span import Span

FUNCTION = 0.25
"""What a function word weighs beside a content word (1)."""
COMMON = 0.3
"""What a content word loses when every article of the story has it; in proportion when some have."""
NAME = 0.4
"""What a word in a name weighs beside another."""


def weigh(material: Material, articles: Sequence[Article]) -> list[list[float]]:
    """For each of `articles` (all of the story) the weights of its words, from 0 to 1, in the order of `Words`."""
    words = [material.words(a.id) for a in articles]
    having = Counter(stem for w in words for stem in set(w.stems))
    others = max(1, len(articles) - 2)
    weights = []
    for article, w in zip(articles, words, strict=True):
        named = _named(material, article, w)
        weights.append(
            [
                (1 - COMMON * max(0, having[stem] - 2) / others) * (NAME if in_name else 1.0)
                if content
                else FUNCTION
                for stem, content, in_name in zip(w.stems, w.content, named, strict=True)
            ]
        )
    return weights


def _named(material: Material, article: Article, words: Words) -> list[bool]:
    """For each word whether it belongs to a name: one that was found, or a capital inside a sentence."""
    forms = material.tokens[article.id].forms
    first = {words.within(s).start for s in article.sentences}
    named = [forms[t][0].isupper() and n not in first for n, t in enumerate(words.tokens)]
    for name in article.names:
        for n in words.within(Span(name.start, name.end)):
            named[n] = True
    return named
