"""Choosing the articles of one story among many, from what `recoupe group` wrote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from recoupe.model.article import Article
from recoupe.model.errors import OptionError
from recoupe.model.story import Story
from recoupe.read.article import error, unreadable

__all__ = ["of_story", "read_story"]

_SHOWN = 5  # ids that a message names


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
    """Those of `articles` that the story names, and those that could not be read.

    Last comes what says how many of the story's articles are not among them, if any are not.
    """
    missing = dict.fromkeys(story.articles)
    read = 0
    for article in articles:
        read += article.readable
        if article.id in missing or not article.readable:
            missing.pop(article.id, None)
            yield article
    if missing and read:
        names = ", ".join(list(missing)[:_SHOWN]) + (" ..." if len(missing) > _SHOWN else "")
        what = "None" if len(missing) == len(story.articles) else f"Only {len(story.articles) - len(missing)}"
        message = (
            f"{what} of the {len(story.articles)} articles of story {story.id} is among the {read} that were read "
            f"(missing: {names}). Give the inputs that `recoupe group` was given."
        )
        yield unreadable(error("story-incomplete", message, story.id), story.id)
