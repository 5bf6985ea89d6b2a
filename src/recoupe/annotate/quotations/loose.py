"""Words of a source that no cue reports: quotations that go on, blocks without marks, sentences in the hearsay mood.

Decides: which marked segments that no attribution claimed are still somebody's words, and whose; which unmarked
paragraphs only the source can have said. Leaves out scare quotes, titles and names in marks.
"""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.annotate.document import Document
from recoupe.annotate.quotations.drafts import Draft
from recoupe.annotate.quotations.frames import Frame
from recoupe.annotate.quotations.lexicon import COLON, COMMA, FINITE, FIRST, INFINITIVE, MARKED, STOP, Lexicon
from recoupe.annotate.quotations.marks import Segment
from recoupe.model.span import Span

_NEAR = 4  # lines between a quotation and the paragraph that goes on with it, empty lines counted


def read_loose(
    document: Document, frames: Sequence[Frame], segments: Sequence[Segment], drafts: Sequence[Draft], words: Lexicon
) -> list[Draft]:
    """Drafts for what `drafts` leave over, in the order of the text."""
    return _Loose(document, frames, segments, drafts, words).run()


class _Loose:
    def __init__(self, document: Document, frames: Sequence[Frame], segments: Sequence[Segment], drafts: Sequence[Draft], words: Lexicon) -> None:
        self.document = document
        self.frames = frames
        self.segments = segments
        self.words = words
        self.by_frame: dict[int, list[Draft]] = {}
        for draft in drafts:
            self.by_frame.setdefault(draft.frame, []).append(draft)
        self.claimed = self._claims(drafts)
        self.found: list[Draft] = []

    def _claims(self, drafts: Sequence[Draft]) -> set[int]:
        """Indexes of the segments that a draft's content touches."""
        starts = [s.start for s in self.segments]
        from bisect import bisect_left, bisect_right  # noqa: PLC0415

        claimed: set[int] = set()
        ends = [s.end for s in self.segments]
        for draft in drafts:
            for span in draft.content:
                claimed.update(range(bisect_right(ends, span.start), bisect_left(starts, span.end)))
        return claimed

    def run(self) -> list[Draft]:
        last: int | None = None
        for number, frame in enumerate(self.frames):
            if last is None or frame.line - self.frames[last].line <= _NEAR:
                self._frame(number, frame, last)
            if number in self.by_frame:
                last = number
        return self.found

    def _frame(self, number: int, frame: Frame, last: int | None) -> None:
        free = [i for i, tag in enumerate(frame.tags) if tag & MARKED and frame.marked[i] not in self.claimed]
        if not free:
            return
        if all(tag & (MARKED | STOP | COMMA) for tag in frame.tags):
            self._alone(number, frame, free, last)

    def _alone(self, number: int, frame: Frame, free: list[int], last: int | None) -> None:
        """A frame of marks alone: it goes on with the quotation before it, or a colon before it gives its speaker."""
        if last is None:
            return
        content = [Span(self.segments[frame.marked[i]].left, self.segments[frame.marked[i]].right) for i in free]
        act = self.by_frame[last][-1].act
        self._add(Draft(number, "loose", act if act in ("assert",) else "assert", content))

    def _add(self, draft: Draft) -> None:
        self.found.append(draft)
        self.by_frame.setdefault(draft.frame, []).append(draft)
