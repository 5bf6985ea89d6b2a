"""Transcripts: lines that begin with who speaks, in capitals, and a colon.

Decides: whether an article prints a conversation as such (`ORLO: We will stay.`, `Q: Why?`), and what each line holds.
One line alone, or one name alone, is no conversation.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from recoupe.annotate.document import Document
from recoupe.annotate.quotations.drafts import Draft
from recoupe.annotate.quotations.frames import Frame
from recoupe.model.span import Span

_LINE = re.compile(
    r"^[\"“«]?[ \t]*([^\W\d_a-z](?:[^\W\d_a-zà-öø-ÿ]|[.'’ -]){0,30}):[ \t]+(\S.*)$", re.MULTILINE
)
_FEWEST = 3  # lines of the shortest conversation
_VOICES = 2
_REPLACED = frozenset({"loose", "block", "heading", "headline", "hearsay"})


def read_transcript(document: Document, frames: Sequence[Frame], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with one for each line of a conversation instead of what was guessed of it."""
    lines = list(_LINE.finditer(document.prose))
    if len(lines) < _FEWEST or len({line.group(1) for line in lines}) < _VOICES:
        return list(drafts)
    made = list(_spoken(lines, frames))
    starts = [m.content[0].start for m in made]
    kept = [d for d in drafts if d.by not in _REPLACED or not _touches(d, made, starts)]
    return kept + made


def _spoken(lines: Sequence[re.Match[str]], frames: Sequence[Frame]) -> Iterator[Draft]:
    starts = [frame.starts[0] for frame in frames]
    for line in lines:
        words = line.group(2).rstrip(' \t"”»')
        if words and starts:
            content = Span(line.start(2), line.start(2) + len(words))
            number = max(0, bisect_right(starts, line.start(1)) - 1)
            yield Draft(number, "block", "assert", [content], None, Span(line.start(1), line.end(1)))


def _touches(draft: Draft, made: Sequence[Draft], starts: Sequence[int]) -> bool:
    """Whether a draft shares text with one of `made`, which are in order and apart."""
    for span in draft.content:
        before = bisect_right(starts, span.start) - 1
        inside = before + 1 < len(starts) and starts[before + 1] < span.end
        if inside or (before >= 0 and made[before].content[0].end > span.start):
            return True
    return False
