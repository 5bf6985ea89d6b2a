"""The reader of quotations: candidates from cues, sources and marks, then one attribution for each.

Decides, frame by frame: which cue has a content, which of two claims on the same words wins, what only passes a
quotation on. Leaves to `annotate.speakers` who the speaker is.

Claims on the same words are settled by the strength of what makes them: an incise, then a finite verb in front, then a
source phrase or a noun, then a participle, then an infinitive; what no claim reaches is read by `loose`.
"""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.annotate.document import Document
from recoupe.annotate.quotations.anaphora import taking_up
from recoupe.annotate.quotations.contents import Landing, after_incise, before_incise, content_end, land
from recoupe.annotate.quotations.cues import Cue, find_cues
from recoupe.annotate.quotations.drafts import Draft, char_span, plain_span
from recoupe.annotate.quotations.frames import Frame, make_frames
from recoupe.annotate.quotations.headlines import read_headlines
from recoupe.annotate.quotations.inside import incise_inside
from recoupe.annotate.quotations.lexicon import (
    AUXILIARY,
    COLON,
    COMMA,
    COORDINATOR,
    FINITE,
    INVERTED,
    MARKED,
    OF,
    PREP,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    Lexicon,
    lexicon,
)
from recoupe.annotate.quotations.loose import read_loose
from recoupe.annotate.quotations.marks import find_marked
from recoupe.annotate.quotations.nouns import find_noun_cues
from recoupe.annotate.quotations.phrases import Range, is_verb
from recoupe.annotate.quotations.relays import relay_of, relays_behind
from recoupe.annotate.quotations.sources import Source, find_sources, scope_before
from recoupe.model.findings import Name
from recoupe.model.span import Span

# To negate a denial is to admit, to negate a judgement is to deny; to negate a statement is to withhold it. To negate
# any other act (not to thank, not to accuse) is no speech.
_NEGATED = {
    "deny": "admit",
    "judge": "deny",
    "assert": "withhold",
    "announce": "withhold",
    "admit": "withhold",
    "answer": "withhold",
}
_STRENGTH = {
    "incise": 6,
    "inner": 6,
    "finite": 5,
    "compound": 5,
    "coordinated": 5,
    "source": 4,
    "noun": 4,
    "gerund": 3,
    "passive": 3,
    "bare": 2,
    "infinitive": 1,
}


class Finder:
    """Reads one document."""

    def __init__(self, document: Document, names: Sequence[Name] = ()) -> None:
        self.names = names
        self.places = {n.start for n in names if n.type == "place"}
        self.document = document
        self.words: Lexicon = lexicon(document.language.code)
        self.segments = find_marked(document.prose)
        self.frames = make_frames(document, self.segments, self.words)
        self._mark_names()

    def _mark_names(self) -> None:
        """Tell each frame at which of its atoms a name begins."""
        starts = {n.start for n in self.names}
        for frame in self.frames:
            frame.begins = {i for i, start in enumerate(frame.starts) if start in starts}

    def run(self) -> list[Draft]:
        """All drafts, in the order of the text."""
        drafts: list[Draft] = []
        for number, frame in enumerate(self.frames):
            drafts += FrameReader(self, number, frame).read()
        drafts += read_headlines(self.frames, self.segments, drafts, self.names, self.document.prose)
        drafts += read_loose(self.document, self.frames, self.segments, drafts, self.words)
        return drafts


def after_is_marked(frame: Frame, cue: Cue) -> bool:
    """Whether marks follow an incise, a comma or a colon apart."""
    i = cue.end
    if i < len(frame) and frame.tags[i] & (COMMA | COLON):
        i += 1
    return i < len(frame) and bool(frame.tags[i] & MARKED)


class FrameReader:
    """Reads one frame: its cues from right to left, so that a content ends where the next attribution begins."""

    def __init__(self, finder: Finder, number: int, frame: Frame) -> None:
        self.document = finder.document
        self.places = finder.places
        self.segments = finder.segments
        self.words = finder.words
        self.number = number
        self.frame = frame
        self.stops: list[int] = []
        self.soft_stops: list[int] = []
        self.made: list[tuple[Draft, Cue | None]] = []

    def read(self) -> list[Draft]:
        """Drafts of the frame, in order."""
        self.cues = find_cues(self.frame, self.words)
        self.sources = find_sources(self.frame, self.words)
        self.taken_up = taking_up(self.frame, self.cues, self.words)
        self.stops += [opening for _, opening, _ in self.taken_up]
        self.stops += [s.first for s in self.sources if not s.initial]
        for cue in reversed(self.cues):
            made = self._incise(cue) if cue.incise else self._main(cue)
            self.made += [(draft, cue) for draft in made]
            gerund = cue.mode == "gerund" and self._stops(cue)
            if made or gerund:
                (self.stops if self._stops(cue) else self.soft_stops).append(cue.opening)
        self.made.reverse()
        self._read_inside()
        self._read_nouns()
        self._read_sources()
        self._take_up()
        self._settle()
        self._pass_on()
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
        if cue.mode == "gerund":
            return bool(before & COMMA) or self.frame.norms[i] in ("en", "tout", "while")
        if cue.mode in ("infinitive", "bare"):
            return False
        return (
            bool(before & (COMMA | STOP | COLON))
            or bool(here & (COORDINATOR | THAT))
            or self.frame.norms[i] in ("alors", "tandis")
        )

    # --- verbs in front of their content

    def _main(self, cue: Cue) -> list[Draft]:
        """The quotation of a cue that stands before its content, and one that a colon adds on the next line."""
        frame = self.frame
        if cue.first and frame.tags[cue.first - 1] & THAT:
            return self._object_before(cue)
        landing = land(frame, cue, self.words)
        if landing is None or not self._allowed(cue, landing):
            return []
        fronted = frame.norms[0] in ("alors", "si", "lorsque", "quand", "comme", "tandis") and cue.opening < 3  # noqa: PLR2004
        subordinate = (cue.opening > 0 and bool(frame.tags[cue.opening - 1] & THAT)) or fronted
        stops = self.stops + (self.soft_stops if landing.kind == "phrase" else [])
        end = content_end(frame, landing, self.words, stops, subordinate=subordinate)
        spans, below = self._spans(cue, landing, end)
        weak = cue.entry.weak and landing.kind == "phrase"
        if not spans or (
            (landing.needs_marks or weak) and not any(self._holds_marks(s, weak=weak) for s in spans)
        ):
            return []
        drafts = [self._draft(cue.mode, cue, spans, landing.addressee)]
        if below:
            speaker = drafts[0].speaker
            drafts.append(Draft(self.number, "loose", cue.entry.act, self._contents(below), None, speaker))
        return drafts[::-1]

    def _allowed(self, cue: Cue, landing: Landing) -> bool:
        """Whether the form of the cue may have this kind of content."""
        frame, can = self.frame, cue.entry.constructions
        if cue.negated and cue.entry.act not in _NEGATED:
            return False
        if cue.subject and any(frame.norms[x] == "%" for x in range(*cue.subject)):
            return False  # a poll, not a statement
        if "impersonal" in can and not (
            cue.subject and frame.norms[cue.subject[0]].lstrip("-t") in self.words.impersonal
        ):
            return False
        group = frame.norms[cue.first : cue.verb]
        if any(n in self.words.accusative for n in group) and not {"as", 'as"'} & can:
            if not any(c.startswith("ob:") for c in can) and not frame.tags[landing.at - 1] & THAT:
                return False
        if cue.mode in ("bare", "passive"):
            return landing.kind == "marked" and bool({"as", 'as"'} & can)
        if cue.mode == "infinitive":
            before = frame.norms[cue.first - 1] if cue.first else ""
            if (
                before in ("sans", "without")
                or cue.negated
                or any(c.last + 1 == cue.first for c in self.cues)
            ):
                return False
            link = frame.tags[cue.first - 1] if cue.first else 0
            if not link & (PREP | OF | COORDINATOR) and frame.norms[cue.first] != "avoir":
                return False
            marks = landing.kind in ("marked", "colon") or any(
                frame.tags[x] & MARKED for x in range(landing.at, min(len(frame), landing.at + 12))
            )
            return marks or frame.norms[cue.first] == "avoir"
        if (
            cue.conditional
            and frame.norms[cue.verb] != frame.norms[cue.first]
            and cue.mode == "finite"
            and landing.kind != "marked"
        ):
            return False  # *pourrait proposer*: not yet said
        if cue.entry.weak and landing.kind == "phrase" and not landing.needs_marks and "de+" not in can:
            return "np" in can or "à" in can or "contre" in can or any(c.startswith("ob:") for c in can)
        return True

    def _object_before(self, cue: Cue) -> list[Draft]:
        """*cette « mise au pas » que dénonce le maire*: the object stands before the relative, the subject behind."""
        frame = self.frame
        k = cue.first
        if (
            k < 3
            or cue.incise
            or cue.negated
            or not frame.tags[k - 1] & THAT
            or cue.mode not in ("finite", "compound")
        ):  # noqa: PLR2004
            return []
        from recoupe.annotate.quotations.phrases import to_the_right  # noqa: PLC0415

        subject = to_the_right(frame, cue.last + 1, self.words)
        start = k - 1
        while (
            start > 0
            and not is_verb(frame, start - 1, self.words)
            and not frame.tags[start - 1] & (COMMA | STOP | COLON | COORDINATOR)
        ):
            start -= 1
        while start < k - 1 and not frame.tags[start] & (1 | MARKED):
            start += 1
        if subject is None or not self._holds_marks((start, k - 1)):
            return []
        cue.subject, cue.inverted = subject, True
        return [self._draft("finite", cue, [(start, k - 1)], None)]

    def _spans(self, cue: Cue, landing: Landing, end: int) -> tuple[list[Range], list[Range]]:
        """Atom ranges of a content that begins at a landing, and of marks below a colon at the end of the line."""
        frame, at = self.frame, landing.at
        if landing.kind == "colon":
            return (self._chain(at), []) if not self._claimed_behind(at, cue) else ([], [])
        spans = (
            [self._marked_range(cue, at, end)]
            if landing.kind == "marked"
            else [(at, end)]
            if end > at
            else []
        )
        last = spans[0][1] if spans else end
        colon = last if landing.kind == "marked" else end
        if colon + 1 < len(frame) and frame.tags[colon] & COLON and frame.tags[colon + 1] & MARKED:
            if self._claimed_behind(colon + 1, cue):
                return spans, []
            chain = self._chain(colon + 1)
            between = self.document.prose[frame.ends[colon] : frame.starts[colon + 1]]
            if "\n" in between and landing.kind != "adjective":
                return spans, chain
            return spans + chain, []
        return spans, []

    def _claimed_behind(self, at: int, cue: Cue) -> bool:
        """Whether the marks at `at` have an incise of their own right behind them."""
        return any(c.incise and c is not cue and at < c.first and c.opening <= at + 2 for c in self.cues)

    def _marked_range(self, cue: Cue, at: int, end: int) -> Range:
        """How far a content goes that begins with marks: further marks joined to it, or the rest of its infinitive."""
        frame = self.frame
        if (
            "adj" in cue.entry.constructions
            or {"inf", "de", "à"} & cue.entry.constructions
            and self._begins_with_infinitive(at)
        ):
            return (at, max(end, at + 1))
        last = i = at + 1
        while i < end and (
            frame.tags[i] & (MARKED | COORDINATOR | COMMA | THAT | SUBORDINATOR) or frame.norms[i] == "alors"
        ):
            if frame.tags[i] & MARKED:
                last = i + 1
            i += 1
        if (
            last < end
            and frame.tags[last] & OF
            and "np" in cue.entry.constructions | {c.rstrip('"') for c in cue.entry.constructions}
        ):
            return (at, self._phrase_end(last, end))
        if (
            last < end
            and frame.norms[last].isalpha()
            and not frame.tags[last]
            and (last + 1 >= end or frame.tags[last + 1] & (STOP | COMMA | PREP))
        ):
            return (at, last + 1)
        return (at, last)

    def _phrase_end(self, i: int, end: int) -> int:
        while i < end and not self.frame.tags[i] & (COMMA | STOP | COLON | PREP) | (
            not self.frame.tags[i] & OF and is_verb(self.frame, i, self.words)
        ):
            i += 1
        return i

    def _begins_with_infinitive(self, at: int) -> bool:
        segment = self.segments[self.frame.marked[at]]
        tokens = self.document.tokens
        first = tokens.first_at(segment.left)
        return first < len(tokens) and bool(self.words.tag(tokens.norms[first]) & (1 << 21))

    def _chain(self, i: int) -> list[Range]:
        """The marked segments that follow one another from `i` (a quotation over paragraphs), a range for each."""
        chain = [(i, i + 1)]
        i += 1
        while (
            i < len(self.frame)
            and self.frame.tags[i] & MARKED
            and self.segments[self.frame.marked[i]].chained
        ):
            chain.append((i, i + 1))
            i += 1
        return chain

    # --- verbs inside or behind their content

    def _incise(self, cue: Cue) -> list[Draft]:
        """The quotation of a cue that stands inside or after its content."""
        frame = self.frame
        if "noq" in cue.entry.constructions or (cue.negated and cue.entry.act not in _NEGATED):
            return []
        start = max(
            (c.end for c in self.cues if c.incise and c is not cue and c.end <= cue.opening), default=0
        )
        spans: list[Range] = []
        before = before_incise(frame, cue, start)
        like = frame.norms[cue.opening] in ("comme", "as")
        if like and before and any(not c.incise and before[0] <= c.first < before[1] for c in self.cues):
            self.stops.append(cue.opening)
            return []
        if before:
            spans += self._split(before, cue)
        if before and not after_is_marked(frame, cue) and not self._says(before):
            rest = self._behind(cue)
            if rest is None:
                return []
            return [self._draft("incise", cue, [*spans, rest], None)]
        limit = min((c.opening for c in self.cues if c.opening > cue.end), default=len(frame))
        after = after_incise(frame, cue, limit, self.words)
        if after and not any(c.incise and after[1] <= c.opening <= after[1] + 1 for c in self.cues):
            spans.append(after)
        elif like and not before:
            i = cue.end + 1 if cue.end < len(frame) and frame.tags[cue.end] & COMMA else cue.end
            end = content_end(frame, Landing("clause", i), self.words, self.stops, subordinate=False)
            if end > i:
                spans.append((i, end))
        if not spans:
            return []
        if (
            cue.entry.weak
            and not any(self._holds_marks(s) for s in spans)
            and "que" not in cue.entry.constructions
        ):
            return []
        return [self._draft("incise", cue, spans, None)]

    def _behind(self, cue: Cue) -> Range | None:
        """The predicate behind an incise that cuts its clause: *La ville, a-t-il ajouté, va aussi ...*."""
        frame, i = self.frame, cue.end
        if i + 1 >= len(frame) or not frame.tags[i] & COMMA:
            return None
        end = content_end(
            frame, Landing("clause", i + 1), self.words, [s for s in self.stops if s > i], subordinate=False
        )
        return (i + 1, end) if self._says((i + 1, end)) else None

    def _split(self, before: Range, cue: Cue) -> list[Range]:
        """What of the clause before an incise is its content.

        Chained segments are a span each. Where another verb already reports in that clause and marks end it, the
        incise has only the marks.
        """
        frame = self.frame
        first = before[1] - 1
        while first > before[0] and frame.tags[first] & MARKED and self.segments[frame.marked[first]].chained:
            first -= 1
        if frame.tags[first] & MARKED and (first == before[0] or first < before[1] - 1):
            return self._chain(first)
        reporting = any(
            not c.incise
            and c.mode in ("finite", "compound")
            and before[0] <= c.first < before[1]
            and not c.nested
            and land(frame, c, self.words) is not None
            for c in self.cues
        )
        if (
            reporting
            and frame.tags[before[1] - 1] & MARKED
            and not (cue.subject and self._medium(cue.subject))
        ):
            at = before[1] - 1
            while at - 2 > before[0] and frame.tags[at - 1] & COMMA and frame.tags[at - 2] & MARKED:
                at -= 2
            self.stops.append(at)
            return [(x, x + 1) for x in range(at, before[1]) if frame.tags[x] & MARKED]
        return [before]

    def _holds_marks(self, atoms: Range, *, weak: bool = False) -> bool:
        """Whether marks stand in a range; for a weak verb, before its first comma."""
        for x in range(*atoms):
            if self.frame.tags[x] & MARKED:
                return True
            if weak and self.frame.tags[x] & COMMA:
                return False
        return False

    def _contents(self, spans: Sequence[Range]) -> list[Span]:
        return [char_span(self.frame, s, self.segments) for s in spans]

    def _draft(self, by: str, cue: Cue, spans: Sequence[Range], addressee: Range | None) -> Draft:
        frame = self.frame
        act = _NEGATED[cue.entry.act] if cue.negated else cue.entry.act
        first = cue.first
        while first < cue.verb and frame.norms[first] in self.words.dative:
            first += 1
        draft = Draft(
            self.number,
            by,
            act,
            self._contents(spans),
            Span(frame.starts[first], frame.ends[cue.last]),
            plain_span(frame, cue.subject) if cue.subject else None,
            self._addressee(addressee),
            nested=cue.nested,
        )
        if addressee is None and first > cue.first:
            draft.addressee = Span(frame.starts[first - 1], frame.ends[first - 1])
        relays_behind(frame, cue, draft, self.words)
        return draft

    def _addressee(self, atoms: Range | None) -> Span | None:
        """Span of who is spoken to; a town after *à* is where, not to whom."""
        if atoms is None or any(
            self.frame.starts[x] in self.places for x in range(atoms[0] + 1, atoms[0] + 2)
        ):
            return None
        return plain_span(self.frame, atoms)

    # --- marks with an incise inside, nouns, sources

    def _read_inside(self) -> None:
        for i, tag in enumerate(self.frame.tags):
            if not tag & MARKED:
                continue
            found = incise_inside(self.document, self.segments[self.frame.marked[i]], self.words)
            if found:
                frame, cue, spans = found
                speaker = plain_span(frame, cue.subject) if cue.subject else None
                place = Span(frame.starts[cue.first], frame.ends[cue.last])
                self.made.append((Draft(self.number, "inner", cue.entry.act, spans, place, speaker), None))

    def _read_nouns(self) -> None:
        frame = self.frame
        for noun in find_noun_cues(frame, self.words, self.stops):
            cue = Span(frame.starts[noun.cue[0]], frame.ends[noun.cue[1] - 1])
            self.made.append(
                (
                    Draft(
                        self.number,
                        "noun",
                        noun.act,
                        self._contents([noun.content]),
                        cue,
                        plain_span(frame, noun.speaker),
                    ),
                    None,
                )
            )

    def _read_sources(self) -> None:
        for source in self.sources:
            host = self._host(source)
            if host is not None:
                host.relays.append(relay_of(self.frame, source.speaker))
                continue
            draft = self._source(source)
            if draft is not None:
                self.made.append((draft, None))

    def _host(self, source: Source) -> Draft | None:
        """The quotation that a source phrase passes on: told in the same clause."""
        at = self.frame.starts[source.first]
        for draft, cue in reversed(self.made):
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

    def _source(self, source: Source) -> Draft | None:
        frame = self.frame
        spans: list[Range] = []
        start = source.end
        if source.initial:
            start = self._after_venue(start)
            end = content_end(
                frame,
                Landing("clause", start),
                self.words,
                [s for s in self.stops if s > start],
                subordinate=False,
            )
            if end > start and (end - start > 3 or self._says((start, end))):  # noqa: PLR2004
                spans.append((start, end))
                if end + 1 < len(frame) and frame.tags[end] & COLON and frame.tags[end + 1] & MARKED:
                    spans.append((end + 1, end + 2))
        else:
            before = scope_before(frame, source, 0, self.words)
            if before:
                before = (
                    before[0],
                    min(
                        [
                            before[1],
                            *(c.first for c in self.cues if c.incise and before[0] < c.first < before[1]),
                        ]
                    ),
                )
            if before:
                spans.append(before)
            rest = self._colon_behind(source) or self._rest(source, before)
            if rest:
                if not spans and source.first > 1:
                    spans.append(
                        (0, source.first - bool(frame.tags[source.first - 1] & COMMA))
                    )  # *Le bilan, selon la ville, est de ...*
                spans.append(rest)
        if not spans:
            return None
        cue = Span(frame.starts[source.first], frame.ends[source.last])
        return Draft(
            self.number, "source", "assert", self._contents(spans), cue, plain_span(frame, source.speaker)
        )

    def _colon_behind(self, source: Source) -> Range | None:
        """Marks that a colon adds behind the source: *le pont tient, selon la ville : « ... »*."""
        i = source.speaker[1]
        if i + 1 < len(self.frame) and self.frame.tags[i] & COLON and self.frame.tags[i + 1] & MARKED:
            return (i + 1, i + 2)
        return None

    def _take_up(self) -> None:
        """Add the denials that take up a quotation of this frame."""
        frame = self.frame
        for cue, opening, speaker in self.taken_up:
            at = frame.starts[opening]
            before = [d for d, c in self.made if c is not cue and d.content[-1].end <= at]
            self.made = [(d, c) for d, c in self.made if c is not cue]
            if before:
                place = Span(frame.starts[cue.first], frame.ends[cue.last])
                self.made.append(
                    (
                        Draft(
                            self.number,
                            "anaphora",
                            cue.entry.act,
                            list(before[-1].content),
                            place,
                            plain_span(frame, speaker),
                        ),
                        None,
                    )
                )

    def _says(self, atoms: Range) -> bool:
        return any(self.frame.tags[x] & MARKED or is_verb(self.frame, x, self.words) for x in range(*atoms))

    def _after_venue(self, i: int) -> int:
        """Step over the place where the source spoke: *Pour Ada Orlo, dans La Gazette, ...*."""
        frame = self.frame
        if i < len(frame) and frame.tags[i] & PREP and not frame.tags[i] & OF:
            for j in range(i + 1, min(len(frame), i + 8)):
                if frame.tags[j] & COMMA:
                    return j + 1
                if is_verb(frame, j, self.words):
                    return i
        return i

    def _rest(self, source: Source, before: Range | None) -> Range | None:
        """What follows a source phrase inside the clause: *permettrait selon lui à la ville de ...*."""
        frame = self.frame
        i = source.speaker[1]
        if i >= len(frame) or frame.tags[i] & STOP:
            return None
        comma = bool(frame.tags[i] & COMMA)
        if comma:
            cut = bool(
                before
                and frame.tags[before[1] - 1] & (AUXILIARY | FINITE)
                or (before and frame.norms[before[1] - 1] == "été")
            )
            if cut:
                end = content_end(
                    frame,
                    Landing("clause", i + 1),
                    self.words,
                    [s for s in self.stops if s > i],
                    subordinate=False,
                )
                return (i + 1, end) if end > i + 1 else None
            if before and self._says(before):
                return None
            i += 1
        elif not frame.tags[i] & (PREP | OF | MARKED):
            return None
        end = content_end(
            frame, Landing("clause", i), self.words, [s for s in self.stops if s > i], subordinate=False
        )
        long = end > i + 1 or (end > i and bool(frame.tags[i] & MARKED))
        return (i, end) if long and (not comma or self._says((i, end))) else None

    # --- one attribution for each

    def _settle(self) -> None:
        """Drop what a stronger claim on the same words excludes, and infinitives inside another's content."""
        ranked = sorted(self.made, key=lambda item: (-_STRENGTH.get(item[0].by, 0), item[0].content[0].start))
        kept: list[tuple[Draft, Cue | None]] = []
        for draft, cue in ranked:
            if draft.by not in ("loose", "anaphora") and any(
                self._excludes(other, draft) for other, _ in kept
            ):
                continue
            kept.append((draft, cue))
        order = {id(d): n for n, (d, _) in enumerate(self.made)}
        self.made = sorted(kept, key=lambda item: order[id(item[0])])

    def _excludes(self, strong: Draft, weak: Draft) -> bool:
        """Whether two drafts are one quotation told twice, or the weak one is only a part of the other's words."""
        if weak.by in ("infinitive", "bare") and weak.cue and any(s.covers(weak.cue) for s in strong.content):
            return True
        common = sum(
            max(0, min(a.end, b.end) - max(a.start, b.start)) for a in strong.content for b in weak.content
        )
        size = sum(map(len, weak.content))
        return common > 0.8 * size and common > 0.8 * sum(map(len, strong.content))

    def _pass_on(self) -> None:
        """An agency that tells a sentence in which somebody else is quoted is a relay of those quotations."""
        for draft, cue in list(self.made):
            if (
                cue is None
                or not cue.incise
                or cue.subject is None
                or self.frame.norms[cue.opening] in ("comme", "as")
            ):
                continue
            inner = [
                d
                for d, c in self.made
                if c is not cue and d.cue and any(s.covers(d.cue) for s in draft.content) and not d.nested
            ]
            if not inner:
                continue
            if self.frame.tags[cue.subject[0]] & (SUBJECT | INVERTED):
                self.made.remove((draft, cue))
                continue
            relay = relay_of(self.frame, cue.subject)
            for other in inner:
                other.relays.append(relay)
            if self._medium(cue.subject):
                self.made.remove((draft, cue))

    def _medium(self, atoms: Range) -> bool:
        norms = self.frame.norms[atoms[0] : atoms[1]]
        return any(n in self.words.media or n in self.words.agencies for n in norms)
