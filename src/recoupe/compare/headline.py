"""The title of a dossier: the clearest headline of its articles, verbatim.

Clear is a headline whose words most articles use (so it tells the event and not an aside), that says much of it,
and that neither asks, nor only quotes, nor shouts, nor runs on, nor gives a number that most others do not. Only
headlines in the language of most articles are weighed.
"""

from __future__ import annotations

from collections import Counter

from recoupe.compare.material import Material
from recoupe.language import load
from recoupe.model.article import Article
from recoupe.text.tokens import Tokens

__all__ = ["main_language", "pick_title"]

_FULL = 6  # content words that a headline has room for; fewer say less, more are not counted as better
_LONG = 110  # characters; what is longer reads as a sentence of the article
_OWN_NUMBER = 0.5  # what is left of a headline whose number most articles lack: they may have another
_MARKS = '«»“”"'


def main_language(material: Material) -> str:
    """The language of most articles; of equals the one that comes first; empty if there is no article."""
    spoken = Counter(a.language for a in material.articles)
    return max(spoken, key=lambda code: spoken[code], default="")


def pick_title(material: Material) -> str:
    """The clearest headline; without any, the first sentence of the first article; empty without articles."""
    language = main_language(material)
    candidates = [a for a in material.articles if a.title and a.language == language]
    candidates = candidates or [a for a in material.articles if a.title]
    if candidates:
        vocabulary = {a.id: frozenset(material.tokens[a.id].norms) for a in material.articles}
        return max(candidates, key=lambda a: _clarity(a, vocabulary)).title or ""
    first = next((a for a in material.articles if a.sentences), None)
    return first.sentences[0].of(first.text) if first else ""


def _clarity(article: Article, vocabulary: dict[str, frozenset[str]]) -> float:
    """How clearly an article's headline tells the story, from 0 to 1."""
    title = article.title or ""
    language = load(article.language)
    norms = Tokens(title, language.tokens).norms
    words = sorted({w for w in norms if w[:1].isalnum() and w not in language.stopwords})
    if not words:
        return 0.0
    others = [v for name, v in vocabulary.items() if name != article.id]
    shared = sum(sum(w in v for v in others) / max(1, len(others)) for w in words)
    share = shared / len(words) if others else 1.0
    said = min(1.0, shared / _FULL) if others else min(1.0, len(words) / _FULL)
    clarity = share * said
    if title.rstrip().endswith(("?", "…", "...")):
        clarity *= 0.5
    if any(mark in title for mark in _MARKS) or title.isupper():
        clarity *= 0.8
    if any(w[0].isdigit() and sum(w in v for v in others) * 2 < len(others) for w in words):
        clarity *= _OWN_NUMBER
    return clarity * min(1.0, _LONG / len(title))
