"""Nouns that carry a speech act: *la déclaration du maire selon laquelle ...*, *l'annonce par la mairie de ...*.

Decides: where such a noun has both a source and a content. A noun with only one of the two reports nothing.
"""

from __future__ import annotations

from typing import NamedTuple

from recoupe.annotate.quotations.contents import content_end
from recoupe.annotate.quotations.frames import Frame
from recoupe.annotate.quotations.landing import Landing
from recoupe.annotate.quotations.lexicon import (
    CLITIC,
    COLON,
    COMMA,
    DET,
    GUESSED,
    INFINITIVE,
    MARKED,
    NAME,
    NEGATION,
    NUMBER,
    OF,
    PREP,
    RELATIVE,
    STOP,
    THAT,
    TIME,
    WHO,
    Lexicon,
)
from recoupe.annotate.quotations.phrases import Range, is_verb, to_the_right
from recoupe.annotate.quotations.subjects import subject_of

_ADJECTIVES = 4  # atoms between an owner and the noun
_SOURCE = 12  # atoms of the longest source


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
            and not any(n in words.sources for n in frame.norms[max(0, i - 2) : i])
            and (
                words.genitive
                or frame.tags[i - 1] & (DET | OF | NAME)
                or frame.norms[i - 1] in words.adjectives_before
            )
        ):
            cue = _read(frame, i, act, words, stops)
            if cue:
                found.append(cue)
    return found


def _read(frame: Frame, i: int, act: str, words: Lexicon, stops: list[int]) -> NounCue | None:
    j = i + 1
    if j >= len(frame):
        return None
    speaker = _owner(frame, i, words)
    if speaker is not None:
        pass
    elif frame.tags[j] & OF or frame.norms[j] in words.by:
        speaker = _source(frame, j, words)
    elif (
        j + 1 < len(frame)
        and frame.norms[j].isalpha()
        and not frame.tags[j]
        and frame.norms[j + 1] in words.sources
        and frame.tags[min(j + 2, len(frame) - 1)] & RELATIVE
    ):
        speaker = (j, j + 1)  # an adjective tells the source: *des accusations occidentales selon lesquelles*
    if speaker is None:
        return None
    j = _over_date(frame, max(i + 1, speaker[1]))
    at = _content(frame, j, words, noun=frame.norms[i]) if j + 2 < len(frame) else None
    if at is None:
        return None
    end = _before_verb(frame, at, content_end(frame, at, words, stops), words)
    first = i - 1 if frame.tags[i - 1] & DET else i
    start = at.at - (frame.norms[at.at - 1] in words.kept)
    return NounCue(act, (first, i + 1), speaker, (start, end)) if end > at.at else None


def _owner(frame: Frame, i: int, words: Lexicon) -> Range | None:
    """Who owns the noun at `i`, told before it: *the mayor's claim*, *his latest promise*."""
    for j in range(i - 1, max(-1, i - 1 - _ADJECTIVES), -1):
        if frame.norms[j] in words.owning:
            return (j, j + 1)
        if frame.norms[j] in words.genitive:
            return subject_of(frame, j, words)
        if frame.tags[j] & (COMMA | STOP | COLON | MARKED | OF | PREP | THAT | WHO):
            return None
    return None


def _before_verb(frame: Frame, at: Landing, end: int, words: Lexicon) -> int:
    """End of a content without the verb of which the noun is the subject: *la promesse de payer date de mai*."""
    if at.kind == "clause" and not at.infinitive:
        return end
    for x in range(at.at + 1, end):
        if frame.tags[x] & (WHO | RELATIVE | THAT):
            return end
        if is_verb(frame, x, words):
            first = x
            while first > at.at and frame.tags[first - 1] & (CLITIC | NEGATION):
                first -= 1
            return first
    return end


def _over_date(frame: Frame, j: int) -> int:
    """Index after the date at `j`, if there is one."""
    while j < len(frame):
        dated = frame.tags[j] & (TIME | NUMBER)
        leads = frame.tags[j] & DET and j + 1 < len(frame) and frame.tags[j + 1] & (TIME | NUMBER)
        if not dated and not leads:
            break
        j += 1
    return j


def _source(frame: Frame, j: int, words: Lexicon) -> Range | None:
    """The source after *de* or *par*: a noun phrase with a name or an article, up to the content."""
    start = end = j + 1
    while end < len(frame) and end - start < _SOURCE:
        tag = frame.tags[end]
        following = frame.tags[end + 1] if end + 1 < len(frame) else 0
        if (tag & (THAT | RELATIVE | TIME) and not tag & NAME) or (
            frame.norms[end] in words.sources and following & RELATIVE
        ):
            break
        if tag & OF and following & (INFINITIVE | GUESSED):
            break
        told = frame.norms[j] in words.by or frame.tags[end - 1] & NAME
        if tag & OF and end > start and told and not following & NAME:
            break
        end += 1
    found = to_the_right(frame, start, words, end)
    if found is None and frame.norms[j] in words.contracted and end > start:
        return (start, end)
    return found


def _content(frame: Frame, j: int, words: Lexicon, *, noun: str) -> Landing | None:
    """Where the content of a noun begins, at `j`."""
    tag, following = frame.tags[j], frame.tags[j + 1]
    if tag & THAT:
        return Landing("clause", j + 1)
    if frame.norms[j] in words.sources and following & RELATIVE:
        return Landing("clause", j + 2)
    if tag & OF and following & (INFINITIVE | GUESSED):
        return Landing("clause", j + 1, infinitive=True)
    if words.infinitive_particle and frame.norms[j] == words.infinitive_particle and following & INFINITIVE:
        return Landing("clause", j, infinitive=True)
    if tag & OF and noun in words.nouns_with_object:
        return Landing("phrase", j + 1)
    return None
