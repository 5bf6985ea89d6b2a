"""Made-up stories for the tests of comparison: invented places, people and outlets; annotated by the real program."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.annotate import annotate_article
from recoupe.compare.material import Material
from recoupe.compare.origins import Origins, find_origins
from recoupe.compare.reuse import find_reuse
from recoupe.model.article import Article
from recoupe.model.span import Passage

Told = tuple[str, str | None, str]
"""Outlet, date (None if not known), text."""


def material(*told: Told, language: str = "fr") -> Material:
    """The articles of a story; the id of each is its place, from `a` on."""
    return Material(
        [
            annotate_article(
                Article(id="abcdefghij"[n], outlet=outlet, published=date, text=text, language=language)
            )
            for n, (outlet, date, text) in enumerate(told)
        ]
    )


def origins(story: Material) -> Origins:
    """The origins of a story, as the program finds them."""
    return find_origins(story, find_reuse(story))


def passage(story: Material, article: str, words: str) -> Passage:
    """The place of `words` in an article."""
    start = story.by_id[article].text.index(words)
    return Passage(article, start, start + len(words))


def names(found: Origins, passages: Sequence[Passage]) -> list[str]:
    """Names of the independent origins of passages."""
    by_id = {o.id: o.name for o in found.found}
    return [by_id[i] for i in found.independent(passages)]
