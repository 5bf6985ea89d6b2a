"""What a source phrase tells: a quotation of its own, or who passed on one of the same sentence.

Decides: for each source phrase of a frame, the quotation it passes on, or the part of the sentence it covers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from recoupe.annotate.quotations.claims import Claim
from recoupe.annotate.quotations.contents import content_end
from recoupe.annotate.quotations.drafts import Draft, plain_span
from recoupe.annotate.quotations.frames import Frame
from recoupe.annotate.quotations.groups import Cue
from recoupe.annotate.quotations.landing import Landing
from recoupe.annotate.quotations.lexicon import (
    AUXILIARY,
    COLON,
    COMMA,
    FINITE,
    MARKED,
    OF,
    PREP,
    STOP,
    THAT,
    Lexicon,
)
from recoupe.annotate.quotations.phrases import Range, is_verb
from recoupe.annotate.quotations.relays import relay_of
from recoupe.annotate.quotations.sources import Source, scope_before
from recoupe.annotate.quotations.spans import Spans
from recoupe.model.span import Span

_VENUE = 8  # atoms of the longest phrase that tells where a source spoke
_SHORT = 3  # atoms below which a clause without a verb is no content


class Reading(Protocol):
    """A frame that is being read: what it holds, what was claimed of it so far."""

    number: int
    frame: Frame
    words: Lexicon
    spans: Spans
    cues: list[Cue]
    stops: list[int]
    claims: list[Claim]

    def contents(self, spans: Sequence[Range]) -> list[Span]:
        """Spans of the text for ranges of atoms."""


def read_sources(reader: Reading, sources: Sequence[Source]) -> None:
    """Add to the claims of a reader what the sources of its frame tell."""
    for source in sources:
        host = _host(reader, source)
        if host is not None:
            host.relays.append(relay_of(reader.frame, source.speaker))
            continue
        spans = _initial(reader, source) if source.initial else _medial(reader, source)
        if spans:
            frame = reader.frame
            cue = Span(frame.starts[source.first], frame.ends[source.last])
            speaker = plain_span(frame, source.speaker)
            reader.claims.append(
                (Draft(reader.number, "source", "assert", reader.contents(spans), cue, speaker), None)
            )


def _host(reader: Reading, source: Source) -> Draft | None:
    """The quotation that a source phrase passes on: told in the same clause."""
    at = reader.frame.starts[source.first]
    for draft, cue in reversed(reader.claims):
        if (
            cue is None
            or cue.nested
            or not draft.speaker
            or not draft.cue
            or cue.mode in ("infinitive", "bare")
        ):
            continue
        if draft.cue.start < at or source.initial or draft.speaker.start < at:
            return draft
    return None


def _initial(reader: Reading, source: Source) -> list[Range]:
    """The clause behind a source phrase that opens its sentence, with the marks that a colon adds to it."""
    start = _after_venue(reader, source.end)
    end = content_end(reader.frame, Landing("clause", start), reader.words, reader.stops)
    if end <= start or not (end - start > _SHORT or reader.spans.says((start, end))):
        return []
    return reader.spans.with_colon([(start, end)], end)


def _after_venue(reader: Reading, i: int) -> int:
    """Step over the place where the source spoke: *Pour Ada Orlo, dans La Gazette, ...*."""
    frame = reader.frame
    if i < len(frame) and frame.tags[i] & PREP and not frame.tags[i] & OF:
        for j in range(i + 1, min(len(frame), i + _VENUE)):
            if frame.tags[j] & COMMA:
                return j + 1
            if is_verb(frame, j, reader.words):
                return i
    return i


def _medial(reader: Reading, source: Source) -> list[Range]:
    """The clause before a source phrase, and what of it goes on behind."""
    before = scope_before(reader.frame, source, 0, reader.words)
    if before:
        cut = [c.first for c in reader.cues if c.incise and before[0] < c.first < before[1]]
        before = (before[0], min([before[1], *cut]))
    after = source.speaker[1]
    colon = reader.spans.with_colon([], after)
    rest = colon[0] if colon else _rest(reader, source, before)
    spans = [before] if before else []
    if rest:
        if not spans and source.first > 1:
            comma = bool(reader.frame.tags[source.first - 1] & COMMA)
            spans.append((0, source.first - comma))  # *Le bilan, selon la ville, est de ...*
        spans.append(rest)
    return spans


def _rest(reader: Reading, source: Source, before: Range | None) -> Range | None:
    """What follows a source phrase inside the clause: *permettrait selon lui à la ville de ...*."""
    frame, i = reader.frame, source.speaker[1]
    if i >= len(frame) or frame.tags[i] & (STOP | COLON):
        return None
    comma = bool(frame.tags[i] & COMMA)
    if comma:
        last = before[1] - 1 if before else 0
        that = i + 1 < len(frame) and bool(frame.tags[i + 1] & THAT)
        cut = bool(before) and (
            that or frame.tags[last] & (AUXILIARY | FINITE) or frame.norms[last] in reader.words.been
        )
        if before and not cut and reader.spans.says(before):
            return None
        i += 1
        if cut:
            end = content_end(frame, Landing("clause", i), reader.words, reader.stops)
            return (i, end) if end > i else None
    elif not frame.tags[i] & (PREP | OF | MARKED):
        return None
    end = content_end(frame, Landing("clause", i), reader.words, reader.stops)
    long = end > i + 1 or (end > i and bool(frame.tags[i] & MARKED))
    return (i, end) if long and (not comma or reader.spans.says((i, end))) else None
