"""The verb *group*: many articles in, stories out (first version)."""

from __future__ import annotations

from collections.abc import Iterable

from recoupe.model.article import Article
from recoupe.model.story import Story

__all__ = ["group"]


def group(articles: Iterable[Article]) -> list[Story]:
    """Stories of `articles`, in the order of their first article."""
    return [Story(id=a.id, title=a.title or "", articles=(a.id,)) for a in articles]
