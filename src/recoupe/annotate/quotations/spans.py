"""The ranges of a content that marks begin, join or follow.

Decides: how far a content goes that begins with marks, which marks belong together, and what a colon adds.
"""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.annotate.document import Document
from recoupe.annotate.quotations.frames import Frame
from recoupe.annotate.quotations.groups import Cue
from recoupe.annotate.quotations.lexicon import (
    COLON,
    COMMA,
    COORDINATOR,
    INFINITIVE,
    MARKED,
    OF,
    PREP,
    STOP,
    SUBORDINATOR,
    THAT,
    Lexicon,
)
from recoupe.annotate.quotations.marks import Segment
from recoupe.annotate.quotations.phrases import Range, is_verb


class Spans:
    """Reads ranges of one frame."""

    def __init__(self, document: Document, segments: Sequence[Segment], frame: Frame, words: Lexicon) -> None:
        self.document = document
        self.segments = segments
        self.frame = frame
        self.words = words

    def holds_marks(self, atoms: Range, *, first_only: bool = False) -> bool:
        """Whether marks stand in a range; with `first_only`, before its first comma."""
        for x in range(*atoms):
            if self.frame.tags[x] & MARKED:
                return True
            if first_only and self.frame.tags[x] & COMMA:
                return False
        return False

    def says(self, atoms: Range) -> bool:
        """Whether a range can be a statement: marks or a verb."""
        return any(self.frame.tags[x] & MARKED or is_verb(self.frame, x, self.words) for x in range(*atoms))

    def chain(self, i: int) -> list[Range]:
        """The marked segments that go on with the one at `i` (a quotation over paragraphs), a range for each."""
        chain = [(i, i + 1)]
        for x in range(i + 1, len(self.frame)):
            if not self.frame.tags[x] & MARKED or not self.segments[self.frame.marked[x]].chained:
                break
            chain.append((x, x + 1))
        return chain

    def below(self, colon: int) -> bool:
        """Whether the marks behind a colon stand on a line of their own."""
        return "\n" in self.document.prose[self.frame.ends[colon] : self.frame.starts[colon + 1]]

    def from_marks(self, cue: Cue, at: int, end: int) -> Range:
        """How far a content goes that begins with the marks at `at`.

        Further marks joined to them belong to it, and the rest of their infinitive, of their noun phrase, or an
        adjective right behind them.
        """
        frame, entry = self.frame, cue.entry
        infinitive = ("inf" in entry.codes or entry.infinitive_after) and self._begins_with_infinitive(at)
        if infinitive or "adj" in entry.codes:
            return (at, max(end, at + 1))
        last = i = at + 1
        joints = MARKED | COORDINATOR | COMMA | THAT | SUBORDINATOR
        while i < end and (frame.tags[i] & joints or frame.norms[i] in self.words.contrast):
            if frame.tags[i] & MARKED:
                last = i + 1
            i += 1
        if last >= end:
            return (at, last)
        if frame.tags[last] & OF and entry.takes_marked:
            return (at, self._phrase_end(last, end))
        following = frame.tags[last + 1] if last + 1 < end else STOP
        if frame.norms[last].isalpha() and not frame.tags[last] and following & (STOP | COMMA | PREP):
            return (at, last + 1)
        return (at, last)

    def _phrase_end(self, i: int, end: int) -> int:
        while i < end and not self.frame.tags[i] & (COMMA | STOP | COLON | PREP):
            if not self.frame.tags[i] & OF and is_verb(self.frame, i, self.words):
                break
            i += 1
        return i

    def _begins_with_infinitive(self, at: int) -> bool:
        tokens = self.document.tokens
        first = tokens.first_at(self.segments[self.frame.marked[at]].left)
        return first < len(tokens) and bool(self.words.tag(tokens.norms[first]) & INFINITIVE)

    def with_colon(self, spans: list[Range], colon: int) -> list[Range]:
        """The ranges with the marks that a colon at `colon` adds, if it does."""
        if (
            colon + 1 < len(self.frame)
            and self.frame.tags[colon] & COLON
            and self.frame.tags[colon + 1] & MARKED
        ):
            return [*spans, *self.chain(colon + 1)]
        return spans
