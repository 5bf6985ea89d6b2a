"""Attributions that only headlines have: *La digue tiendra (Obel)*, *« La digue tiendra » – Ada Obel*.

Decides: whether a line is a headline that names its speaker in parentheses or behind a dash. A name counts only if the
article quotes or names that person elsewhere, so that a place, a party or an agency in parentheses is no speaker.
*X : « ... »* and *X promet de ...* are read by `finder`, as in any sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recoupe.annotate.quotations.drafts import Draft, char_span
from recoupe.annotate.quotations.frames import Frame
from recoupe.annotate.quotations.lexicon import CLOSE, COLON, DASH, MARKED, NAME, OPEN, STOP, Lexicon
from recoupe.annotate.quotations.marks import Segment
from recoupe.model.findings import Name
from recoupe.model.span import Span

_LONGEST = 40  # atoms of a headline
_SHORTEST = 4  # atoms of what it reports
_STATEMENT = 40  # code points of marks that a name behind a dash signs, whoever it is
_NAME = 5  # atoms of the name at its end


def read_headlines(  # noqa: PLR0917 - what a document is read with, in order
    frames: Sequence[Frame],
    segments: Sequence[Segment],
    drafts: Sequence[Draft],
    names: Sequence[Name],
    text: str,
    words: Lexicon,
) -> Iterator[Draft]:
    """Drafts of the headlines that name their speaker, in the order of the text."""
    taken = {d.frame for d in drafts}
    people = {word for n in names if n.type == "person" for word in n.name.split()}
    people |= {word for d in drafts if d.speaker for word in d.speaker.of(text).split() if word[0].isupper()}
    for number, frame in enumerate(frames):
        if number in taken or not frame.whole or not _SHORTEST <= len(frame) <= _LONGEST:
            continue
        place = _speaker(frame) or (_before_colon(frame) if words.named_colons else None)
        if place is None:
            continue
        content, speaker = place
        span = Span(frame.starts[speaker[0]], frame.ends[speaker[1] - 1])
        stated = (
            frame.tags[content[0]] & MARKED and frame.ends[content[0]] - frame.starts[content[0]] > _STATEMENT
        )
        if not stated and span.of(text).split()[-1] not in people:
            continue
        yield Draft(number, "headline", "assert", [char_span(frame, content, segments)], None, span)


def _before_colon(frame: Frame) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Atoms of what a name at the head of a line says, a colon between: *Orlo: dam will hold*."""
    colon = next((i for i in range(1, min(len(frame), _NAME + 1)) if frame.tags[i] & COLON), None)
    if colon is None or len(frame) - colon <= _SHORTEST or frame.tags[colon + 1] & MARKED:
        return None
    if not all(frame.tags[i] & NAME or i == 0 for i in range(colon)):
        return None
    end = len(frame)
    while frame.tags[end - 1] & STOP:
        end -= 1
    return ((colon + 1, end), (0, colon)) if end > colon + 1 else None


def _speaker(frame: Frame) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Atoms of the content and of the name behind it."""
    last = len(frame) - 1
    if frame.tags[last] & CLOSE:
        opening = next(
            (i for i in range(last - 1, max(-1, last - 2 - _NAME), -1) if frame.tags[i] & OPEN), None
        )
        inside = (opening + 1, last) if opening is not None else None
    else:
        opening = next((i for i in range(last, max(0, last - 1 - _NAME), -1) if frame.tags[i] & DASH), None)
        inside = (opening + 1, last + 1) if opening is not None and frame.tags[opening - 1] & MARKED else None
    if opening is None or inside is None or (opening < _SHORTEST and not frame.tags[opening - 1] & MARKED):
        return None
    if inside[0] >= inside[1] or not all(frame.tags[i] & NAME for i in range(*inside)):
        return None
    end = opening
    while end > 1 and frame.tags[end - 1] & STOP:
        end -= 1
    return (0, end), inside
