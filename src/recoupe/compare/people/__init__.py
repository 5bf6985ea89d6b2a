"""People, bodies and places of a story, merged across articles.

Decides which names of different articles are one (`clusters`), what is said of them (functions learnt by apposition
in any article), and whom a speaker that one article only describes is by another's words (`speakers`). Within one
article names and speakers were linked by `annotate`; nothing is split here that was linked there.

Two people of one surname stay apart unless one of them is never given more than the surname and the other is
meant far more often in the story: a false merge would put words into a mouth.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from recoupe.compare.people.clusters import Cluster, cluster
from recoupe.compare.people.headings import without_bogus_names
from recoupe.compare.people.mentions import Local, read_article
from recoupe.compare.people.speakers import Speakers
from recoupe.model.article import Article
from recoupe.model.dossier import Person
from recoupe.model.span import Passage

__all__ = ["merge_people"]

_ROLES = 8  # functions shown of one person, the most frequent ones


def merge_people(articles: Sequence[Article]) -> tuple[tuple[Article, ...], tuple[Person, ...]]:
    """The articles with `speaker_name` resolved over the whole story, and the people of the story.

    Args:
        articles: annotated articles of one story.

    Returns:
        The same articles in the same order; people, bodies and places, most mentioned first.
    """
    articles = without_bogus_names(articles)
    locals_ = [local for article in articles for local in read_article(article)]
    languages = Counter(article.language for article in articles)
    clusters = cluster(locals_, languages.most_common(1)[0][0] if languages else "")
    speakers = Speakers(clusters)
    merged = tuple(
        msgspec.structs.replace(article, quotations=speakers.resolve(article))
        if article.quotations
        else article
        for article in articles
    )
    return merged, tuple(_person(n, found) for n, found in enumerate(clusters, 1))


def _person(n: int, found: Cluster) -> Person:
    mentions = sorted(
        Passage(local.article, start, end) for local in found.locals for start, end in local.places
    )
    forms = Counter(form for local in found.locals for form in local.forms.elements())
    aliases = [form for form, _ in sorted(forms.items(), key=lambda f: (-f[1], f[0])) if form != found.name]
    return Person(
        id=f"p{n}",
        name=found.name,
        type=found.kind,
        aliases=tuple(aliases),
        roles=_roles(found.locals),
        mentions=tuple(mentions),
    )


def _roles(locals_: Sequence[Local]) -> tuple[str, ...]:
    """Functions as the articles put them, without determiner; what a fuller one says already is left out."""
    said: Counter[str] = Counter()
    spelled: dict[str, Counter[str]] = {}
    for local in locals_:
        for text in local.role_texts:
            key = text.lower().replace("’", "'")
            said[key] += 1
            spelled.setdefault(key, Counter())[text] += 1
    ordered = sorted(said, key=lambda key: (-said[key], key))
    kept = [
        key for key in ordered if not any(other != key and other.startswith(key + " ") for other in ordered)
    ]
    return tuple(min(spelled[key].items(), key=_commonest)[0] for key in kept[:_ROLES])


def _commonest(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]
