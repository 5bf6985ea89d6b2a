"""The reader of quotations: candidates from cues, sources and marks, then one attribution for each.

Decides, frame by frame: which cue has a content, which of two claims on the same words wins, what only passes a
quotation on. Leaves to `annotate.speakers` who the speaker is.
"""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.annotate.document import Document
from recoupe.annotate.quotations.contents import Landing, after_incise, before_incise, content_end, land
from recoupe.annotate.quotations.cues import Cue, find_cues
from recoupe.annotate.quotations.drafts import Draft, char_span, plain_span
from recoupe.annotate.quotations.frames import Frame, make_frames
from recoupe.annotate.quotations.lexicon import (
    COLON,
    COMMA,
    COORDINATOR,
    MARKED,
    STOP,
    THAT,
    Lexicon,
    lexicon,
)
from recoupe.annotate.quotations.marks import find_marked
from recoupe.annotate.quotations.phrases import Range, is_verb
from recoupe.annotate.quotations.sources import Source, find_sources, scope_before
from recoupe.model.findings import Relay
from recoupe.model.span import Span

_NEGATED = {"deny": "admit"}  # to negate a denial is to admit; to negate anything else is to withhold it


class Finder:
    """Reads one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words: Lexicon = lexicon(document.language.code)
        self.segments = find_marked(document.prose)
        self.frames = make_frames(document, self.segments, self.words)
        self.drafts: list[Draft] = []

    def run(self) -> list[Draft]:
        """All drafts, in the order of the text."""
        for number, frame in enumerate(self.frames):
            self.drafts += FrameReader(self, number, frame).read()
        return self.drafts


class FrameReader:
    """Reads one frame: its cues from right to left, so that a content ends where the next attribution begins."""

    def __init__(self, finder: Finder, number: int, frame: Frame) -> None:
        self.segments = finder.segments
        self.words = finder.words
        self.number = number
        self.frame = frame
        self.stops: list[int] = []
        self.made: list[tuple[Draft, Cue | Source]] = []

    def read(self) -> list[Draft]:
        """Drafts of the frame, in order."""
        cues = find_cues(self.frame, self.words)
        self.sources = find_sources(self.frame, self.words)
        for source in self.sources:
            if not source.initial:
                self.stops.append(source.first)
        incises = [c for c in cues if c.incise]
        for cue in reversed(cues):
            draft = self._incise(cue, cues) if cue.incise else self._main(cue, cues)
            if draft is not None:
                self.made.append((draft, cue))
                if self._stops(cue):
                    self.stops.append(cue.opening)
        self.made.reverse()
        del incises
        self._read_sources()
        return [draft for draft, _ in self.made]

    def _stops(self, cue: Cue) -> bool:
        """Whether the attribution of a cue ends a content that runs up to it."""
        if cue.nested:
            return False
        if cue.incise or cue.mode == "coordinated":
            return True
        i = cue.opening
        before = self.frame.tags[i - 1] if i else 0
        here = self.frame.tags[i]
        if cue.mode in ("gerund",):
            return bool(before & COMMA) or self.frame.norms[i] in ("en", "tout", "while")
        if cue.mode in ("infinitive", "bare"):
            return False
        return (
            bool(before & (COMMA | STOP))
            or bool(here & (COORDINATOR | THAT))
            or self.frame.norms[i] in ("alors", "tandis")
        )

    # --- verbs

    def _main(self, cue: Cue, cues: Sequence[Cue]) -> Draft | None:
        """The quotation of a cue that stands before its content."""
        landing = land(self.frame, cue, self.words)
        if landing is None or not self._allowed(cue, landing):
            return None
        # a cue that follows inside the same content does not end it, one that is coordinated does
        subordinate = (
            cue.opening > 0
            and bool(self.frame.tags[cue.opening - 1] & THAT)
            or self.frame.norms[0] in ("alors", "si", "lorsque", "quand", "comme", "tandis")
            and not cue.nested
        )
        end = content_end(self.frame, landing, self.words, self.stops, subordinate=subordinate)
        spans = self._spans(landing, end)
        if not spans:
            return None
        if landing.needs_marks and not any(self._holds_marks(s) for s in spans):
            return None
        return self._draft("verb", cue, spans, landing.addressee)

    def _allowed(self, cue: Cue, landing: Landing) -> bool:
        """Whether the form of the cue may have this kind of content."""
        if cue.mode == "bare":
            return landing.kind == "marked" and bool({"as", 'as"'} & cue.entry.constructions)
        if cue.mode == "passive":
            return bool({"as", 'as"'} & cue.entry.constructions) and landing.kind in ("marked",)
        if cue.mode == "infinitive":
            before = self.frame.norms[cue.first - 1] if cue.first else ""
            if before in ("sans", "without") or cue.negated:
                return False
            marks = landing.kind in ("marked", "colon") or any(
                self.frame.tags[x] & MARKED for x in range(landing.at, min(len(self.frame), landing.at + 12))
            )
            return (
                marks
                or (
                    landing.kind == "clause"
                    and before in ("pour", "avoir", "de", "d'", "à")
                    and cue.subject is not None
                    and False
                )
                or self.frame.norms[cue.first] == "avoir"
            )
        if cue.conditional and landing.kind == "clause":
            return True
        if (
            cue.entry.weak
            and landing.kind == "phrase"
            and not landing.needs_marks
            and "de+" not in cue.entry.constructions
        ):
            return (
                "np" in cue.entry.constructions
                or any(c.startswith("ob:") for c in cue.entry.constructions)
                or "à" in cue.entry.constructions
            )
        return True

    def _spans(self, landing: Landing, end: int) -> list[Range]:
        """Atom ranges of a content that begins at a landing."""
        frame, at = self.frame, landing.at
        if landing.kind in ("marked", "colon"):
            return self._marked_spans(landing, end)
        if end <= at:
            return []
        spans = [(at, end)]
        if end + 1 < len(frame) and frame.tags[end] & COLON and frame.tags[end + 1] & MARKED:
            spans.append((end + 1, self._chain(end + 1)))
        elif landing.kind == "adjective":
            return []
        return spans

    def _marked_spans(self, landing: Landing, end: int) -> list[Range]:
        frame, at = self.frame, landing.at
        last = self._chain(at)
        if landing.kind == "colon":
            return [(at, last)]
        i = last
        while i < end:
            tag = frame.tags[i]
            if tag & MARKED:
                last = i + 1
            i += 1
            if i < len(frame) and not frame.tags[i - 1] & (MARKED | COORDINATOR | COMMA):
                break
        return [(at, last)]

    def _chain(self, i: int) -> int:
        """Index after the marked segments that follow one another from `i` (a quotation over paragraphs)."""
        i += 1
        while (
            i < len(self.frame)
            and self.frame.tags[i] & MARKED
            and self.segments[self.frame.marked[i]].chained
        ):
            i += 1
        return i

    def _incise(self, cue: Cue, cues: Sequence[Cue]) -> Draft | None:
        """The quotation of a cue that stands inside or after its content."""
        if "noq" in cue.entry.constructions:
            return None
        start = max((c.end for c in cues if c.incise and c.end <= cue.opening and c is not cue), default=0)
        spans: list[Range] = []
        before = before_incise(self.frame, cue, start)
        if before:
            spans.append(before)
        later = [c.opening for c in cues if c.opening > cue.end]
        limit = min(later, default=len(self.frame))
        after = after_incise(self.frame, cue, limit, self.words)
        followed = any(
            c.incise and after and c.opening >= after[1] and c.opening <= after[1] + 1 for c in cues
        )
        if after and not followed:
            spans.append(after)
        elif self.frame.norms[cue.opening] in ("comme", "as") and not before:
            i = cue.end + 1 if cue.end < len(self.frame) and self.frame.tags[cue.end] & COMMA else cue.end
            end = content_end(self.frame, Landing("clause", i), self.words, self.stops, subordinate=False)
            if end > i:
                spans.append((i, end))
        if not spans:
            return None
        if cue.entry.weak and not any(self._holds_marks(s) for s in spans) and not self._speaks(cue):
            return None
        return self._draft("incise", cue, spans, None)

    def _speaks(self, cue: Cue) -> bool:
        """Whether a weak verb without marks still reports: an inverted subject and a verb that takes a clause."""
        return "que" in cue.entry.constructions or cue.entry.act == "relay"

    def _holds_marks(self, atoms: Range) -> bool:
        return any(self.frame.tags[x] & MARKED for x in range(*atoms))

    def _draft(self, by: str, cue: Cue, spans: Sequence[Range], addressee: Range | None) -> Draft:
        frame = self.frame
        act = cue.entry.act
        if cue.negated and self._really_negated(cue):
            act = _NEGATED.get(act, "withhold")
        first = cue.first
        while first < cue.verb and frame.norms[first] in self.words.dative:
            first += 1
        draft = Draft(
            self.number,
            by,
            act,
            [char_span(frame, s, self.segments) for s in spans],
            Span(frame.starts[first], frame.ends[cue.last]),
            plain_span(frame, cue.subject) if cue.subject else None,
            plain_span(frame, addressee) if addressee else None,
            nested=cue.nested,
        )
        if addressee is None and first > cue.first:
            draft.addressee = Span(frame.starts[first - 1], frame.ends[first - 1])
        return draft

    def _really_negated(self, cue: Cue) -> bool:
        return True

    # --- sources

    def _read_sources(self) -> None:
        for source in self.sources:
            host = self._host(source)
            if host is not None:
                span = plain_span(self.frame, source.speaker)
                host.relays.append(Relay(span, _bare(span, self.frame, source.speaker)))
                continue
            draft = self._source(source)
            if draft is not None:
                self.made.append((draft, source))

    def _host(self, source: Source) -> Draft | None:
        """The quotation that a source phrase passes on: told in the same clause."""
        at = self.frame.starts[source.first]
        hosts = [d for d, c in self.made if isinstance(c, Cue) and not c.nested and d.speaker]
        for draft in reversed(hosts):
            assert draft.cue
            if draft.cue.start < at or source.initial or (draft.speaker and draft.speaker.start < at):
                return draft
        return None

    def _source(self, source: Source) -> Draft | None:
        frame = self.frame
        spans: list[Range] = []
        if source.initial:
            end = content_end(
                frame,
                Landing("clause", source.end),
                self.words,
                [s for s in self.stops if s > source.end],
                subordinate=False,
            )
            if end > source.end and any(
                frame.tags[x] & MARKED or is_verb(frame, x, self.words) for x in range(source.end, end)
            ):
                spans.append((source.end, end))
        else:
            before = scope_before(frame, source, 0, self.words)
            if before:
                spans.append(before)
        if not spans:
            return None
        return Draft(
            self.number,
            "source",
            "assert",
            [char_span(frame, s, self.segments) for s in spans],
            Span(frame.starts[source.first], frame.ends[source.last]),
            plain_span(frame, source.speaker),
        )


def _bare(span: Span, frame: Frame, atoms: Range) -> str:
    del span
    from recoupe.annotate.quotations.lexicon import DET  # noqa: PLC0415

    first = atoms[0]
    while first + 1 < atoms[1] and frame.tags[first] & DET and frame.forms[first][0].islower():
        first += 1
    pieces = []
    for i in range(first, atoms[1]):
        gap = " " if i > first and frame.starts[i] > frame.ends[i - 1] else ""
        pieces.append(gap + frame.forms[i])
    return "".join(pieces)
