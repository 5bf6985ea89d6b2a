"""People, bodies and places of a story, merged across articles (first version)."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.model.article import Article
from recoupe.model.dossier import Person


def merge_people(articles: Sequence[Article]) -> tuple[tuple[Article, ...], tuple[Person, ...]]:
    """The articles with `speaker_name` resolved over the whole story, and the people of the story."""
    return tuple(articles), ()
