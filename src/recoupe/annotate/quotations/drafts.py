"""Drafts of quotations: what the rules write down before each mark and clause is given to one attribution."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from recoupe.annotate.quotations.frames import Frame
from recoupe.annotate.quotations.lexicon import COMMA, MARKED
from recoupe.annotate.quotations.marks import Segment
from recoupe.annotate.quotations.phrases import Range
from recoupe.model.findings import QuotationKind, Relay
from recoupe.model.span import Span


@dataclass
class Draft:
    """A quotation in the making.

    Attributes:
        frame: number of the frame that holds it.
        by: the rule that made it: `verb`, `incise`, `source`, `noun`, `headline`, `inner`, `loose`, `block`.
        act: class of the speech act.
        content: spans of the text.
        cue: span of the words that report.
        speaker: span of the speaker's phrase.
        addressee: span of who is spoken to.
        relays: who passed it on.
        nested: whether it stands inside the content of another.
        cited: name of the speaker where a medium cites him, so that he is a relay of what he passed on.
    """

    frame: int
    by: str
    act: str
    content: list[Span]
    cue: Span | None = None
    speaker: Span | None = None
    addressee: Span | None = None
    relays: list[Relay] = field(default_factory=list)
    nested: bool = False
    cited: str = ""


def char_span(frame: Frame, atoms: Range, segments: Sequence[Segment]) -> Span:
    """Span of a range of atoms; marks at its edges are left out."""
    first, last = atoms[0], atoms[1] - 1
    start, end = frame.starts[first], frame.ends[last]
    if frame.tags[first] & MARKED:
        start = segments[frame.marked[first]].left
    if frame.tags[last] & MARKED:
        end = segments[frame.marked[last]].right
    return Span(start, end)


def plain_span(frame: Frame, atoms: Range) -> Span:
    """Span of a range of atoms, commas at its end left out."""
    end = atoms[1]
    while end > atoms[0] + 1 and frame.tags[end - 1] & COMMA:
        end -= 1
    form = frame.forms[atoms[0]]
    hyphens = form.rfind("-", 0, 3) + 1 if form.startswith("-") else 0  # -t-il → il
    return Span(frame.starts[atoms[0]] + hyphens, frame.ends[end - 1])


def kind_of(
    text: str, content: Sequence[Span], segments: Sequence[Segment], *, unmarked_direct: bool = False
) -> QuotationKind:
    """Kind of a quotation, by how much of its content stands in marks."""
    if unmarked_direct:
        return "direct"
    inside = outside = False
    for span in content:
        position = span.start
        for segment in _touching(segments, span):
            outside = outside or any(c.isalnum() for c in text[position : max(position, segment.start)])
            inside = inside or max(segment.left, span.start) < min(segment.right, span.end)
            position = max(position, segment.end)
        outside = outside or any(c.isalnum() for c in text[position : span.end])
    if inside:
        return "mixed" if outside else "direct"
    return "indirect"


def _touching(segments: Sequence[Segment], span: Span) -> list[Segment]:
    low, high = 0, len(segments)
    while low < high:
        middle = (low + high) // 2
        if segments[middle].end <= span.start:
            low = middle + 1
        else:
            high = middle
    found = []
    while low < len(segments) and segments[low].start < span.end:
        found.append(segments[low])
        low += 1
    return found
