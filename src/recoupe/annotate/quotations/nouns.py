"""Nouns that carry a speech act: *la déclaration du maire selon laquelle ...*, *l'annonce par la mairie de ...*.

Decides: where such a noun has both a source and a content. A noun with only one of the two reports nothing.
"""

from __future__ import annotations

from typing import NamedTuple

from recoupe.annotate.quotations.contents import Landing, content_end
from recoupe.annotate.quotations.frames import Frame
from recoupe.annotate.quotations.lexicon import (
    DET,
    GUESSED,
    INFINITIVE,
    NAME,
    OF,
    RELATIVE,
    THAT,
    TIME,
    Lexicon,
)
from recoupe.annotate.quotations.phrases import Range, to_the_right


class NounCue(NamedTuple):
    """A noun with its source and its content, all ranges of atoms."""

    act: str
    cue: Range
    speaker: Range
    content: Range


def find_noun_cues(frame: Frame, words: Lexicon, stops: list[int]) -> list[NounCue]:
    """Nouns of speech in a frame that have a source and a content, in order."""
    found = []
    for i, norm in enumerate(frame.norms):
        act = words.nouns.get(norm)
        if (
            act
            and i
            and frame.tags[i - 1] & (DET | OF | NAME) | (frame.norms[i - 1] in words.adjectives_before)
        ):
            cue = _read(frame, i, act, words, stops)
            if cue:
                found.append(cue)
    return found


def _read(frame: Frame, i: int, act: str, words: Lexicon, stops: list[int]) -> NounCue | None:
    j = i + 1
    speaker: Range | None = None
    if j < len(frame) and (frame.tags[j] & OF or frame.norms[j] in words.by):
        speaker = _source(frame, j, words)
        if speaker is None:
            return None
        j = speaker[1]
    elif (
        j + 1 < len(frame)
        and frame.norms[j].isalpha()
        and not frame.tags[j]
        and not words.tag(frame.norms[j])
    ):
        # an adjective tells the source: *des accusations occidentales selon lesquelles*
        if frame.norms[j + 1] in ("selon", "according"):
            speaker = (j, j + 1)
            j += 1
    while j < len(frame) and (
        frame.tags[j] & TIME
        or frame.norms[j].isdigit()
        or (
            frame.tags[j] & DET
            and j + 1 < len(frame)
            and (frame.tags[j + 1] & TIME or frame.norms[j + 1].isdigit())
        )
    ):
        j += 1
    if j + 2 >= len(frame):
        return None
    at = _content(frame, j, words, act_noun=frame.norms[i])
    if at is None or speaker is None:
        return None
    kind, start = at
    end = content_end(frame, Landing(kind, start), words, stops, subordinate=False)
    if end <= start:
        return None
    first = i - 1 if frame.tags[i - 1] & DET else i
    return NounCue(act, (first, i + 1), speaker, (start, end))


def _source(frame: Frame, j: int, words: Lexicon) -> Range | None:
    """The source after *de* or *par*, a noun phrase with a name or an article, without a clause of its own."""
    start = j + 1
    if frame.norms[j] in ("du", "des"):
        start = j + 1
    end = start
    while end < len(frame) and end - start < 12:  # noqa: PLR2004
        tag = frame.tags[end]
        if tag & (THAT | RELATIVE | TIME) and not tag & NAME or frame.norms[end] in ("selon", "according"):
            break
        if tag & OF and end + 1 < len(frame) and frame.tags[end + 1] & (INFINITIVE | GUESSED):
            break
        if (
            end > start
            and tag & OF
            and frame.tags[end - 1] & NAME
            and not frame.tags[end + 1 if end + 1 < len(frame) else end] & NAME
        ):
            break
        if (
            not tag & (DET | NAME | OF)
            and end > start
            and words.tag(frame.norms[end])
            and not frame.norms[end].isalpha()
        ):
            break
        end += 1
    found = to_the_right(frame, start, words, end)
    if found is None and frame.norms[j] in ("du", "des") and end > start:
        return (start, end)
    return found


def _content(frame: Frame, j: int, words: Lexicon, *, act_noun: str) -> tuple[str, int] | None:
    if frame.tags[j] & THAT:
        return ("clause", j + 1)
    if frame.norms[j] in ("selon", "according") and frame.tags[j + 1] & RELATIVE:
        return ("clause", j + 2)
    if frame.tags[j] & OF and frame.tags[j + 1] & (INFINITIVE | GUESSED):
        return ("clause", j + 1)
    if frame.tags[j] & OF and act_noun in words.nouns_with_object:
        return ("phrase", j + 1)
    return None
