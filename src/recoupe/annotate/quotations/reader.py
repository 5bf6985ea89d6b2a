"""Reading one frame: every cue, noun and source of a sentence, and what each reports.

Cues are read from right to left, so that a content ends where the next attribution begins.
"""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.annotate.document import Document
from recoupe.annotate.quotations.allowed import NEGATED, is_allowed
from recoupe.annotate.quotations.anaphora import taking_up
from recoupe.annotate.quotations.claims import Claim, is_medium, pass_on, settle
from recoupe.annotate.quotations.contents import after_incise, before_incise, content_end
from recoupe.annotate.quotations.cues import find_cues
from recoupe.annotate.quotations.drafts import Draft, char_span, plain_span
from recoupe.annotate.quotations.frames import Frame
from recoupe.annotate.quotations.groups import Cue
from recoupe.annotate.quotations.inside import incise_inside
from recoupe.annotate.quotations.landing import Landing, land
from recoupe.annotate.quotations.lexicon import (
    COLON,
    COMMA,
    COORDINATOR,
    DET,
    MARKED,
    PREP,
    STOP,
    THAT,
    WHO,
    Lexicon,
)
from recoupe.annotate.quotations.marks import Segment
from recoupe.annotate.quotations.nouns import find_noun_cues
from recoupe.annotate.quotations.phrases import Range, is_verb, to_the_right
from recoupe.annotate.quotations.relays import relays_behind
from recoupe.annotate.quotations.sourced import read_sources
from recoupe.annotate.quotations.sources import find_sources
from recoupe.annotate.quotations.spans import Spans
from recoupe.model.span import Span

_COMPARED = frozenset(
    {"assert", "announce", "judge", "warn", "admit", "answer", "deny"}
)  # acts after *comme*
_AGENT = 4  # atoms behind a content within which the agent of a passive is looked for
_CLAUSE = 4  # atoms of the shortest clause that no known verb shows


class Reader:
    """Reads one frame.

    Attributes:
        claims: drafts with the cue that made them.
        stops: atoms at which later attributions open.
        cues: verbs of speech of the frame.
    """

    def __init__(  # noqa: PLR0917 - what a frame is read with, in order
        self,
        document: Document,
        segments: Sequence[Segment],
        number: int,
        frame: Frame,
        words: Lexicon,
        places: frozenset[int],
    ) -> None:
        self.document, self.segments, self.words = document, segments, words
        self.number, self.frame, self.places = number, frame, places
        self.spans = Spans(document, segments, frame, words)
        self.claims: list[Claim] = []
        self.stops: list[int] = []
        self._soft_stops: list[int] = []
        self.cues: list[Cue] = []

    def read(self) -> list[Draft]:
        """Drafts of the frame."""
        frame, words = self.frame, self.words
        self.cues = find_cues(frame, words)
        sources = find_sources(frame, words)
        taken_up = taking_up(frame, self.cues, words)
        self.stops += [opening for _, opening, _ in taken_up] + [s.first for s in sources if not s.initial]
        for cue in reversed(self.cues):
            made = self._incise(cue) if cue.incise else self._main(cue)
            self.claims += [(draft, cue) for draft in made]
            stops = self._stops(cue)
            if made or (stops and cue.mode == "gerund"):
                (self.stops if stops else self._soft_stops).append(cue.opening)
        self.claims.reverse()
        self._read_inside()
        self._read_nouns()
        read_sources(self, sources)
        for cue, opening, speaker in taken_up:
            self._take_up(cue, opening, speaker)
        self.claims = pass_on(settle(self.claims), frame, words)
        return [draft for draft, _ in self.claims]

    def _stops(self, cue: Cue) -> bool:
        """Whether the attribution of a cue ends a content that runs up to it."""
        if cue.nested or cue.mode in ("infinitive", "bare"):
            return False
        if cue.incise or cue.mode == "coordinated":
            return True
        before = self.frame.tags[cue.opening - 1] if cue.opening else 0
        here, norm = self.frame.tags[cue.opening], self.frame.norms[cue.opening]
        if cue.mode == "gerund":
            return (
                bool(before & COMMA or here & COORDINATOR)
                or norm in self.words.gerund
                or norm in self.words.gerund_before
            )
        return (
            bool(before & (COMMA | STOP | COLON) or here & (COORDINATOR | THAT))
            or norm in self.words.contrast
        )

    # --- verbs in front of their content

    def _main(self, cue: Cue) -> list[Draft]:
        """The quotation of a cue that stands before its content, and one that a colon adds on the next line."""
        frame = self.frame
        if cue.first and frame.tags[cue.first - 1] & THAT:
            return self._object_before(cue)
        landing = land(frame, cue, self.words)
        if landing is None or not is_allowed(self.frame, cue, landing, self.words, self.cues):
            return []
        fronted = frame.norms[0] in self.words.fronting and cue.opening <= 2  # noqa: PLR2004
        subordinate = fronted or (cue.opening > 0 and bool(frame.tags[cue.opening - 1] & THAT))
        stops = self.stops + (self._soft_stops if landing.kind == "phrase" else [])
        subordinate |= self.words.subject_first and cue.mode == "gerund" and cue.opening <= 2  # noqa: PLR2004
        relative = cue.first > 0 and bool(frame.tags[cue.first - 1] & WHO)
        end = content_end(frame, landing, self.words, stops, subordinate=subordinate, relative=relative)
        spans, below = self._ranges(cue, landing, end)
        weak = cue.entry.weak and landing.kind == "phrase"
        marked = any(self.spans.holds_marks(s, first_only=weak) for s in spans)
        if not spans or ((landing.needs_marks or weak) and not marked):
            return []
        if cue.mode in ("passive", "bare"):
            agent = self._agent(cue, max(landing.at, end))
            cue.subject = agent if agent or cue.mode == "passive" else cue.subject
        drafts = [self.draft(cue.mode, cue, spans, landing.addressee)]
        if below:
            drafts.insert(
                0, Draft(self.number, "loose", cue.entry.act, self.contents(below), None, drafts[0].speaker)
            )
        return drafts

    def _agent(self, cue: Cue, end: int) -> Range | None:
        """Who speaks by a verb in the passive: the phrase after *par*, before or behind the content."""
        frame = self.frame
        for i in range(cue.last + 1, min(len(frame), end + _AGENT)):
            if frame.norms[i] in self.words.by and (i <= end or frame.tags[i - 1] & MARKED):
                return to_the_right(frame, i + 1, self.words)
        return None

    def _object_before(self, cue: Cue) -> list[Draft]:
        """*cette « mise au pas » que dénonce le maire*: the object stands before the relative, the subject behind."""
        frame, that = self.frame, cue.first - 1
        if (
            that < 2  # noqa: PLR2004 - an article, marks and *que* at least
            or cue.incise
            or cue.negated
            or cue.entry.act == "deny"
            or cue.mode not in ("finite", "compound")
        ):
            return []
        subject = to_the_right(frame, cue.last + 1, self.words)
        start = that
        barrier = COMMA | STOP | COLON | COORDINATOR
        while start > 0 and not frame.tags[start - 1] & barrier and not is_verb(frame, start - 1, self.words):
            start -= 1
        while start < that and not frame.tags[start] & (DET | MARKED):
            start += 1
        if subject is None or not self.spans.holds_marks((start, that)):
            return []
        cue.subject, cue.inverted = subject, True
        return [self.draft("finite", cue, [(start, that)], None)]

    def _ranges(self, cue: Cue, landing: Landing, end: int) -> tuple[list[Range], list[Range]]:
        """Atom ranges of a content that begins at a landing, and of marks below a colon at the end of the line."""
        frame, at = self.frame, landing.at
        if landing.kind == "colon":
            return ([], []) if self._claimed_behind(at, cue) else (self.spans.chain(at), [])
        if landing.kind == "marked":
            spans = [self.spans.from_marks(cue, at, end)]
            end = spans[0][1]
        else:
            spans = [(self._kept(at), end)] if end > at else []
        if end + 1 >= len(frame) or not frame.tags[end] & COLON or not frame.tags[end + 1] & MARKED:
            return spans, []
        if self._claimed_behind(end + 1, cue):
            return spans, []
        if self.spans.below(end) and landing.kind != "adjective":
            return spans, self.spans.chain(end + 1)
        return spans + self.spans.chain(end + 1), []

    def _kept(self, at: int) -> int:
        """Index of the introducing word before `at` where the language counts it to the content; else `at`."""
        before = self.frame.norms[at - 1] if at else ""
        return at - 1 if before in self.words.kept and self.frame.tags[at - 1] & THAT else at

    def _claimed_behind(self, at: int, cue: Cue) -> bool:
        """Whether the marks at `at` have an incise of their own right behind them."""
        return any(c.incise and c is not cue and at < c.first and c.opening <= at + 2 for c in self.cues)

    # --- verbs inside or behind their content

    def _incise(self, cue: Cue) -> list[Draft]:
        """The quotation of a cue that stands inside or after its content."""
        frame = self.frame
        if cue.entry.silent or (cue.negated and cue.entry.act not in NEGATED):
            return []
        earlier = [c.end for c in self.cues if c.incise and c is not cue and c.end <= cue.opening]
        before = before_incise(frame, cue, max(earlier, default=0), self.words)
        like = frame.norms[cue.opening] in self.words.like
        if like and cue.entry.act not in _COMPARED:
            self.stops.append(cue.opening)
            return []  # *comme le réclamait la ville*: what was asked for, not what was said
        if like and before and any(not c.incise and before[0] <= c.first < before[1] for c in self.cues):
            self.stops.append(cue.opening)
            return []
        spans = self._split(before, cue) if before else []
        if not like and not self._marks_follow(cue) and not (before and self._whole(before)):
            rest = self._predicate_behind(cue)
            return [self.draft("incise", cue, [*spans, rest], None)] if rest else []
        limit = min((c.opening for c in self.cues if c.opening > cue.end), default=len(frame))
        after = after_incise(frame, cue, limit, self.words)
        if not after and before and self.words.goes_on and not self.spans.holds_marks(before):
            spans += self._joined_behind(cue)
        if after and not any(c.incise and after[1] <= c.opening <= after[1] + 1 for c in self.cues):
            spans.append(after)
        elif like and not before:
            i = cue.end + 1 if cue.end < len(frame) and frame.tags[cue.end] & COMMA else cue.end
            end = content_end(frame, Landing("clause", i), self.words, self.stops)
            spans += [(i, end)] if end > i else []
        silent = (
            cue.entry.weak and "clause" not in cue.entry.codes and not any(map(self.spans.holds_marks, spans))
        )
        return [] if not spans or silent else [self.draft("incise", cue, spans, None)]

    def _whole(self, atoms: Range) -> bool:
        """Whether a range is a statement; where endings do not show verbs, whether it is long enough to hold one."""
        opens = self.frame.tags[atoms[0]]
        long = self.words.bare_clauses and atoms[1] - atoms[0] >= _CLAUSE and not opens & PREP
        return long or self.spans.says(atoms)

    def _marks_follow(self, cue: Cue) -> bool:
        """Whether marks follow an incise, a comma or a colon apart."""
        i = cue.end
        if i < len(self.frame) and self.frame.tags[i] & (COMMA | COLON):
            i += 1
        return i < len(self.frame) and bool(self.frame.tags[i] & MARKED)

    def _joined_behind(self, cue: Cue) -> list[Range]:
        """The clause joined to an unmarked content behind an incise: *The dam leaks, he says, and ...*."""
        frame, i = self.frame, cue.end
        if i + 2 >= len(frame) or not frame.tags[i] & COMMA or not frame.tags[i + 1] & COORDINATOR:
            return []
        end = content_end(frame, Landing("clause", i + 1), self.words, self.stops)
        return [(i + 1, end)] if self.spans.says((i + 1, end)) else []

    def _predicate_behind(self, cue: Cue) -> Range | None:
        """The predicate behind an incise that cuts its clause: *La ville, a-t-il ajouté, va aussi ...*."""
        frame, i = self.frame, cue.end
        if i + 1 >= len(frame) or not frame.tags[i] & COMMA:
            return None
        end = content_end(frame, Landing("clause", i + 1), self.words, self.stops)
        return (i + 1, end) if self.spans.says((i + 1, end)) else None

    def _split(self, before: Range, cue: Cue) -> list[Range]:
        """What of the clause before an incise is its content.

        Chained segments are a span each. Where another verb already reports in that clause and marks end it, the
        incise has only the marks.
        """
        frame, tags = self.frame, self.frame.tags
        first = before[1] - 1
        while first > before[0] and tags[first] & MARKED and self.segments[frame.marked[first]].chained:
            first -= 1
        if tags[first] & MARKED and (first == before[0] or first < before[1] - 1):
            return self.spans.chain(first)
        medium = cue.subject is not None and is_medium(frame, cue.subject, self.words)
        if not tags[before[1] - 1] & MARKED or medium or not self._reports(before):
            return [before]
        at = before[1] - 1
        while at - 2 > before[0] and tags[at - 1] & COMMA and tags[at - 2] & MARKED:
            at -= 2
        self.stops.append(at)
        return [(x, x + 1) for x in range(at, before[1]) if tags[x] & MARKED]

    def _reports(self, atoms: Range) -> bool:
        """Whether a verb with a content of its own stands in a range."""
        return any(
            not c.incise
            and c.mode in ("finite", "compound")
            and atoms[0] <= c.first < atoms[1]
            and not c.nested
            and land(self.frame, c, self.words) is not None
            for c in self.cues
        )

    # --- drafts

    def contents(self, spans: Sequence[Range]) -> list[Span]:
        """Spans of the text for ranges of atoms."""
        return [char_span(self.frame, s, self.segments) for s in spans]

    def draft(self, by: str, cue: Cue, spans: Sequence[Range], addressee: Range | None) -> Draft:
        """A draft of the quotation that a cue reports."""
        frame = self.frame
        first = cue.first
        while first < cue.verb and frame.norms[first] in self.words.dative:
            first += 1
        draft = Draft(
            self.number,
            by,
            NEGATED[cue.entry.act] if cue.negated else cue.entry.act,
            self.contents(spans),
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
        if atoms is None:
            return None
        place = atoms[0] + 1 < atoms[1] and self.frame.starts[atoms[0] + 1] in self.places
        if place and self.frame.tags[atoms[0]] & PREP:
            return None
        return plain_span(self.frame, atoms)

    # --- other cues

    def _read_inside(self) -> None:
        """Incises inside the marks."""
        for i, tag in enumerate(self.frame.tags):
            found = (
                incise_inside(self.document, self.segments[self.frame.marked[i]], self.words)
                if tag & MARKED
                else None
            )
            if found:
                frame, cue, spans = found
                speaker = plain_span(frame, cue.subject) if cue.subject else None
                place = Span(frame.starts[cue.first], frame.ends[cue.last])
                self.claims.append((Draft(self.number, "inner", cue.entry.act, spans, place, speaker), None))

    def _read_nouns(self) -> None:
        frame = self.frame
        for noun in find_noun_cues(frame, self.words, self.stops):
            cue = Span(frame.starts[noun.cue[0]], frame.ends[noun.cue[1] - 1])
            speaker = plain_span(frame, noun.speaker)
            self.claims.append(
                (Draft(self.number, "noun", noun.act, self.contents([noun.content]), cue, speaker), None)
            )

    def _take_up(self, cue: Cue, opening: int, speaker: Range) -> None:
        """Add the denial of what was quoted before `opening`."""
        frame = self.frame
        at = frame.starts[opening]
        before = [d for d, c in self.claims if c is not cue and d.content[-1].end <= at]
        self.claims = [(d, c) for d, c in self.claims if c is not cue]
        if before:
            place = Span(frame.starts[cue.first], frame.ends[cue.last])
            content = list(before[-1].content)
            draft = Draft(self.number, "anaphora", cue.entry.act, content, place, plain_span(frame, speaker))
            self.claims.append((draft, None))
