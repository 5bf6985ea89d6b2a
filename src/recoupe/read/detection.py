"""Which language an article is in: what it says itself, else what py3langid finds in its text.

py3langid scores some 140 languages from byte sequences. All of them are scored, so that an article in a language
without data is told apart from one in a language at hand: it is refused only when the best language is not at
hand *and* the best one at hand is far behind; otherwise the best at hand is taken.
"""

from __future__ import annotations

import math

import msgspec

from recoupe.language import available, load
from recoupe.model.article import Article
from recoupe.model.problem import Problem
from recoupe.read.article import error, warning

__all__ = ["Languages", "guess"]

_SAMPLE = 4000  # characters looked at; 150 were enough for all of 1,100 French and English news texts
_SHOWN = 40  # characters of a language's code that a message repeats: a broken field may hold anything
_LETTERS = 40  # with fewer letters the language is only a guess
# A language at hand with less than this share of the probability is not the text's. On French and English news of
# 150 characters and more the right one never had less than .5; on German, Spanish, Portuguese, Catalan and Occitan
# sentences French and English had less than .003.
_FAR_BEHIND = 0.01


class Languages:
    """Gives articles their language.

    Attributes:
        default: language of articles that do not say theirs; None to detect it.
    """

    def __init__(self, default: str | None = None) -> None:
        self.default = load(default).code if default else None  # an error if there is no data for it

    def settle(self, article: Article) -> Article:
        """The article with its language, and a problem where that is not at hand or in doubt."""
        told = _code(article.language)
        if told and told not in available():
            return _with(article, told, _not_at_hand(article, told))
        if told or not article.text:
            return msgspec.structs.replace(article, language=told or "")
        if self.default:
            return msgspec.structs.replace(article, language=self.default)
        code, sure = guess(article.text)
        if code not in available():
            return _with(article, code, _not_at_hand(article, code))
        if not sure:
            message = (
                f"{article.source} is too short to be sure of its language; it was read as {_name(code)}."
            )
            return _with(article, code, warning("language-uncertain", message, article.source))
        return msgspec.structs.replace(article, language=code)


def guess(text: str) -> tuple[str, bool]:
    """The language of a text (ISO 639-1) and whether there is enough text to be sure.

    >>> guess("Le pont suspendu a rouvert mercredi matin, a annoncé la mairie de la ville.")
    ('fr', True)
    """
    import py3langid  # noqa: PLC0415 - its model takes 130 ms to load, paid only when a language is not told

    sample = text[:_SAMPLE]
    ranked = py3langid.rank(sample)
    best, top = ranked[0]
    # Naive Bayes is too sure of itself; the root of the length brings its scores back to probabilities.
    heat = math.sqrt(len(sample.encode()) or 1)
    weights = {code: math.exp((score - top) / heat) for code, score in ranked}
    at_hand = max(available(), key=lambda code: weights.get(code, 0.0))
    share = weights.get(at_hand, 0.0) / sum(weights.values())
    enough = sum(map(str.isalpha, sample)) >= _LETTERS
    if enough and best != at_hand and share < _FAR_BEHIND:
        return best, True
    return at_hand, enough


def _code(told: str) -> str:
    """`fr` of `fr`, `FR`, `fr-CA`, `fr_FR.UTF-8`; what is no such code as it is."""
    return told.strip().lower().replace("_", "-").split("-")[0].split(".")[0]


def _name(code: str) -> str:
    """A language's English name, or its code."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - for messages only

    try:
        return Locale.parse(code).get_language_name("en") or code
    except (ValueError, UnknownLocaleError):
        return code


def _with(article: Article, language: str, problem: Problem) -> Article:
    return msgspec.structs.replace(article, language=language, problems=(*article.problems, problem))


def _not_at_hand(article: Article, code: str) -> Problem:
    message = (
        f"{article.source} is in {_name(code)[:_SHOWN]}, for which there is no data: it is left out. "
        f"Languages at hand: {', '.join(map(_name, available()))}."
    )
    return error("language-not-available", message, article.source)
