"""Incises inside the marks: « Il pleut, dit Ada Orlo. La route est coupée. » is one quotation of two spans.

Decides: whether a marked segment holds an incise, and the spans of it that are the source's own words. Leaves the rest
of the segment's reading to others.
"""

from __future__ import annotations

from recoupe.annotate.document import Document
from recoupe.annotate.quotations.cues import find_cues
from recoupe.annotate.quotations.frames import Frame, inner_frame
from recoupe.annotate.quotations.groups import Cue
from recoupe.annotate.quotations.lexicon import COMMA, FIRST, NAME, STOP, SUBJECT, Lexicon
from recoupe.annotate.quotations.marks import Segment
from recoupe.model.span import Span

_SHORTEST = 30  # code points of a segment that can hold an incise
_LONGEST = 4000  # code points of a segment that are looked at


def incise_inside(
    document: Document, segment: Segment, words: Lexicon
) -> tuple[Frame, Cue, list[Span]] | None:
    """The incise inside a marked segment: its frame, its cue, and the spans around it; None if there is none."""
    if segment.right - segment.left < _SHORTEST:
        return None
    frame = inner_frame(document, segment.left, min(segment.right, segment.left + _LONGEST), words)
    for cue in find_cues(frame, words):
        if not cue.incise or cue.subject is None or cue.first < 2 or cue.mode not in ("finite", "compound"):  # noqa: PLR2004
            continue
        if not frame.tags[cue.first - 1] & (COMMA | STOP) or not _reporter(frame, cue):
            continue
        end = _end(frame, cue)
        if end is None:
            continue
        spans = [Span(segment.left, frame.ends[cue.first - 2])]
        if end < len(frame):
            spans.append(Span(frame.starts[end], segment.right))
        return frame, cue, spans
    return None


def _reporter(frame: Frame, cue: Cue) -> bool:
    """Whether the subject is somebody the reporter names, not one that the source speaks of."""
    first, last = cue.subject or (0, 0)
    if any(frame.tags[x] & FIRST for x in range(first, last)):
        return False
    pronoun = last - first == 1 and frame.norms[first].startswith("-")
    return (
        pronoun or any(frame.tags[x] & NAME for x in range(first, last)) or frame.tags[first] & SUBJECT == 0
    )


def _end(frame: Frame, cue: Cue) -> int | None:
    """Index after the incise and its closing comma or full stop; None if the sentence goes on without one."""
    i = cue.end
    for _ in range(25):
        if i >= len(frame):
            return i
        if frame.tags[i] & STOP:
            return i + 1
        if frame.tags[i] & COMMA:
            return i + 1
        i += 1
    return None
