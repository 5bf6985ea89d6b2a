"""The verb *group*: many articles in, stories out: the articles that tell one event stand together.

    articles → words (`words`) → weighted vectors and similar pairs (`similarity`) → average link (`linkage`) → stories

Sparse TF-IDF with average link, which on French news beats dense encoders (Mazoyer et al. 2020, Event2018: 78.05
against 74.57 and 44.79). Two things make one threshold hold for corpora of any size and kind: a word's rarity is
counted as if a background of other news stood beside the articles, and pairs published far apart count for less.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from recoupe.group.linkage import average_link
from recoupe.group.similarity import Vectors
from recoupe.group.words import count_words
from recoupe.model.article import Article
from recoupe.model.story import Story

__all__ = ["group"]

# Average similarity of two groups of articles from which on they tell one event. B³ F1 on development corpora at
# .10, .13, .16: French press, two periods of one topic apart .657, .660, .678, topics whole .950, .858, .730; three
# outlets .966, .978, .978; look-alike events .907, .933, .929; headlines alone (outlets) .969, .933, .920. So the
# threshold lies where long texts and headlines, few articles and many are all near their best.
THRESHOLD = 0.13


class _Known(msgspec.Struct, frozen=True):
    """What is kept of an article once its words are counted."""

    id: str
    title: str
    published: str | None


def group(articles: Iterable[Article]) -> list[Story]:
    """Put together the articles that tell one event.

    Args:
        articles: as read or annotated, in any order and number; texts are not kept. Those with neither text nor
            title are left out.

    Returns:
        Stories in the order of their first articles; the articles of a story by date. One that stands alone is a
        story of one.

    >>> def told(name, text):
    ...     return Article(id=name, text=text, language="fr")
    >>> stories = group([
    ...     told("a", "Le pont suspendu d'Oslane a rouvert mercredi après des travaux."),
    ...     told("b", "La récolte de prunes de Vermande s'annonce mauvaise, selon les producteurs."),
    ...     told("c", "Oslane : le pont suspendu rouvert mercredi, les travaux finis."),
    ... ])
    >>> [story.articles for story in stories]
    [('a', 'c'), ('b',)]
    """
    known: list[_Known] = []
    vectors = Vectors()
    for article in articles:
        words = count_words(article)
        if words:
            known.append(_Known(article.id, article.title or "", article.published))
            vectors.add(words, article.published)
    pairs = vectors.similar_pairs()
    groups = average_link(len(known), pairs, THRESHOLD)
    return [_story(f"s{n}", [known[i] for i in members]) for n, members in enumerate(groups, 1)]


def _story(name: str, members: Sequence[_Known]) -> Story:
    ordered = sorted(members, key=lambda a: (a.published is None, a.published or ""))
    dates = [a.published[:10] for a in ordered if a.published]
    return Story(
        id=name,
        title=next((a.title for a in ordered if a.title), ""),
        articles=tuple(a.id for a in ordered),
        from_=min(dates, default=None),
        to=max(dates, default=None),
    )
