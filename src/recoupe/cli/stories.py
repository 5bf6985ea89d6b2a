"""Choosing the articles of one story among many, from what `recoupe group` wrote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from recoupe.model.article import Article
from recoupe.model.errors import OptionError
from recoupe.model.story import Story

__all__ = ["of_story", "read_story"]


def read_story(told: str) -> Story:
    """The story that `FILE:ID` names.

    Raises:
        OptionError: if there is no such file or story, or a line of the file is no story.
    """
    file, colon, name = told.rpartition(":")
    if not (file and colon and name):
        raise OptionError(f"--story {told!r} does not name a story: write FILE:ID, such as stories.jsonl:s3.")
    try:
        lines = Path(file).read_bytes().splitlines()
        stories = [msgspec.json.decode(line, type=Story) for line in lines if line.strip()]
    except OSError as reason:
        raise OptionError(
            f"{file} cannot be read ({reason.strerror}): check the name after --story."
        ) from reason
    except msgspec.MsgspecError as reason:
        raise OptionError(f"{file} is not what `recoupe group` writes ({reason}).") from reason
    for story in stories:
        if story.id == name:
            return story
    raise OptionError(f"{file} has no story {name!r}; it has {len(stories)}, from s1 on.")


def of_story(articles: Iterable[Article], story: Story) -> Iterator[Article]:
    """Those of `articles` that the story names, and those that could not be read."""
    wanted = frozenset(story.articles)
    return (article for article in articles if article.id in wanted or not article.readable)
