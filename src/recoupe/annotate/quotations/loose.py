"""Words of a source that no cue reports: quotations that go on, blocks without marks, sentences in the hearsay mood.

Decides: which marked segments that no attribution claimed are still somebody's words, and whose; which unmarked
paragraphs only the source can have said. Leaves out scare quotes, titles and names in marks.

What counts, of marks that nothing claims:
- a frame of marks alone near a quotation goes on with it, or follows the sentence whose colon announces it;
- a heading made of words that are quoted elsewhere in the article has the speaker of that quotation;
- a long segment with a verb of its own inside a sentence has the subject of the sentence as its speaker;
- a segment in a sentence that follows a quotation on the same line goes on with it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from recoupe.annotate.document import Document
from recoupe.annotate.quotations.drafts import Draft, char_span, plain_span
from recoupe.annotate.quotations.frames import Frame, inner_frame
from recoupe.annotate.quotations.lexicon import (
    COLON,
    COMMA,
    DET,
    FINITE,
    FIRST,
    GUESSED,
    INFINITIVE,
    MARKED,
    NAME,
    OF,
    PAST,
    PREP,
    PRESENT,
    STOP,
    SUBJECT,
    Lexicon,
)
from recoupe.annotate.quotations.marks import Segment
from recoupe.annotate.quotations.phrases import is_verb, to_the_right
from recoupe.annotate.quotations.subjects import main_subject, subject_of
from recoupe.model.span import Span

_NEAR = 4  # lines between a quotation and the paragraph that goes on with it, empty lines counted
_STATEMENT = 6  # words in marks, one of them a verb, that are a statement without a cue
_HEADING = 12  # atoms of the longest heading
_HEADINGS = 40  # headings that are looked up among what is quoted
_BLOCK = 3  # words of the first person in an unmarked paragraph that only the source can have said


def read_loose(
    document: Document,
    frames: Sequence[Frame],
    segments: Sequence[Segment],
    drafts: Sequence[Draft],
    words: Lexicon,
) -> list[Draft]:
    """Drafts for what `drafts` leave over, in the order of the text."""
    return list(_Loose(document, frames, segments, drafts, words).run())


class _Loose:
    def __init__(
        self,
        document: Document,
        frames: Sequence[Frame],
        segments: Sequence[Segment],
        drafts: Sequence[Draft],
        words: Lexicon,
    ) -> None:
        self.document = document
        self.frames = frames
        self.segments = segments
        self.words = words
        self.drafts = drafts
        self.by_frame: dict[int, list[Draft]] = {}
        for draft in drafts:
            self.by_frame.setdefault(draft.frame, []).append(draft)
        self.claimed = self._claims()
        self.marked_words = self._vocabulary()
        self.headings = 0

    def _claims(self) -> set[int]:
        """Indexes of the segments that a draft's content touches."""
        starts, ends = [s.start for s in self.segments], [s.end for s in self.segments]
        claimed: set[int] = set()
        for draft in self.drafts:
            for span in draft.content:
                claimed.update(range(bisect_right(ends, span.start), bisect_left(starts, span.end)))
        return claimed

    def _vocabulary(self) -> list[tuple[str, Draft]]:
        """Quoted words with their draft, to recognise a heading taken from a quotation."""
        text = self.document.prose
        starts = [s.start for s in self.segments]
        found: list[tuple[str, Draft]] = []
        for draft in self.drafts:
            for span in draft.content:
                first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
                found += [
                    (text[s.left : s.right].lower(), draft)
                    for s in self.segments[max(0, first - 1) : last]
                    if s.left < span.end and span.start < s.right
                ]
        return found

    def run(self) -> Iterator[Draft]:
        """Read the frames in order; each draft made here can be gone on with by the next frame."""
        last: int | None = None
        for number, frame in enumerate(self.frames):
            made = self._read(number, frame, last)
            for draft in made:
                self.by_frame.setdefault(number, []).append(draft)
                yield draft
            if number in self.by_frame:
                last = number

    def _read(  # noqa: PLR0911 - one return for each kind of leftover
        self, number: int, frame: Frame, last: int | None
    ) -> list[Draft]:
        near = last is not None and frame.line - self.frames[last].line <= _NEAR
        free = [i for i, tag in enumerate(frame.tags) if tag & MARKED and frame.marked[i] not in self.claimed]
        if free:
            if frame.whole and len(frame) <= _HEADING and self._headed(frame):
                return self._heading(number, frame, free)
            if all(tag & (MARKED | STOP | COMMA) for tag in frame.tags):
                if self.words.goes_on and self._go_on(number, free):
                    return []
                return self._alone(number, free, near=near)
            if number not in self.by_frame:
                return self._within(number, frame, free, last if near else None)
            return self._announced_beside(number, frame, free)
        if number in self.by_frame:
            return []
        if near and frame.line != (self.frames[number - 1].line if number else -1):
            return self._line_block(number)
        if last == number - 1 and frame.line == self.frames[number - 1].line and self._hearsay(number, frame):
            return [Draft(number, "hearsay", "assert", [Span(frame.starts[0], frame.ends[-1])])]
        return []

    def _go_on(self, number: int, free: list[int]) -> bool:
        """Whether marks alone go on with the quotation right before them, in marks itself, on the same line."""
        frame, before = self.frames[number], self.frames[number - 1] if number else None
        if before is None or number - 1 not in self.by_frame or before.line != frame.line:
            return False
        host = self.by_frame[number - 1][-1]
        if not any(
            s.left < span.end and span.start < s.right for span in host.content for s in self._marked(before)
        ):
            return False
        host.content += [self._span(frame, i) for i in free]
        self.by_frame[number] = [host]
        return True

    def _marked(self, frame: Frame) -> list[Segment]:
        return [self.segments[m] for m in frame.marked if m >= 0]

    def _span(self, frame: Frame, i: int) -> Span:
        segment = self.segments[frame.marked[i]]
        return Span(segment.left, segment.right)

    def _headed(self, frame: Frame) -> bool:
        """Whether a line can be a heading: no full stop ends it, no colon leads to its marks."""
        if frame.tags[-1] & STOP or any(tag & COLON for tag in frame.tags):
            return False
        if frame.tags[-1] & MARKED:
            return self.document.prose[self.segments[frame.marked[-1]].right - 1] not in ".?!…"
        return True

    def _alone(self, number: int, free: list[int], *, near: bool) -> list[Draft]:
        """A frame of marks alone goes on with the quotation before it, or has the speaker that a colon announces.

        A line above that is nothing but a name gives the speaker; far from any quotation it is the subject of the
        sentence before.
        """
        frame = self.frames[number]
        above = self.frames[number - 1] if number else None
        titled = (
            above is not None
            and above.whole
            and len(above) <= _HEADING
            and all(t & (NAME | OF | DET) for t in above.tags)
        )
        if not near and not self._announced(number) and not titled:
            if above is None or not any(self._states(frame, i) for i in free):
                return []
            subject = main_subject(above, len(above), self.words, nearest=True)
            if subject is None:
                return []
            return [
                Draft(
                    number,
                    "loose",
                    "assert",
                    [self._span(frame, i) for i in free],
                    None,
                    plain_span(above, subject),
                )
            ]
        draft = Draft(number, "loose", "assert", [self._span(frame, i) for i in free])
        if titled and above is not None and any(t & NAME for t in above.tags):
            draft.speaker = plain_span(above, (0, len(above)))
        elif self._announced(number):
            before = self.frames[number - 1]
            subject = main_subject(before, len(before), self.words)
            draft.speaker = plain_span(before, subject) if subject else None
        return [draft]

    def _announced(self, number: int) -> bool:
        return number > 0 and bool(self.frames[number - 1].tags[-1] & COLON)

    def _heading(self, number: int, frame: Frame, free: list[int]) -> list[Draft]:
        """Marks in a heading count if their words are quoted in the article, or if they are the whole heading."""
        text = self.document.prose
        self.headings += 1
        if self.headings > _HEADINGS:
            return []
        for i in free:
            quoted = self._span(frame, i).of(text).lower().strip(" .")
            donor = next((d for known, d in self.marked_words if quoted in known), None)
            if " " in quoted and donor:
                return [Draft(number, "heading", donor.act, [self._span(frame, i)], None, donor.speaker)]
        alone = all(tag & (MARKED | STOP | COMMA) for tag in frame.tags)
        if alone and number and (self.drafts and self._words(frame, free[0]) > 1):
            return [Draft(number, "loose", "assert", [self._span(frame, i) for i in free])]
        return []

    def _words(self, frame: Frame, i: int) -> int:
        span = self._span(frame, i)
        return len(self.document.tokens.within(span.start, span.end))

    def _states(self, frame: Frame, i: int) -> bool:
        """Whether the marks hold a statement: long enough, with a verb, not the name of something."""
        if i and frame.tags[i - 1] & COLON:
            return self._words(frame, i) > 2  # noqa: PLR2004
        if self._words(frame, i) < _STATEMENT or (i and frame.tags[i - 1] & DET):
            return False
        inner = inner_frame(self.document, self._span(frame, i).start, self._span(frame, i).end, self.words)
        if i and frame.tags[i - 1] & (PREP | OF) and not inner.tags[0] & (INFINITIVE | GUESSED):
            return False  # charged with, known as
        tokens = self.document.tokens
        span = self._span(frame, i)
        opening = self.words.tag(tokens.norms[tokens.first_at(span.start)])
        if opening & (FINITE | PAST) and not opening & (DET | PREP | INFINITIVE):
            return False  # the predicate of the reporter's sentence: whose words it takes is not told
        return bool(inner.tags[0] & (INFINITIVE | GUESSED)) or any(
            is_verb(inner, x, self.words) for x in range(len(inner))
        )

    def _within(self, number: int, frame: Frame, free: list[int], last: int | None) -> list[Draft]:
        """Marks inside a sentence without a cue."""
        stating = [i for i in free if self._states(frame, i)]
        if not stating:
            return []
        follows = last is not None and last == number - 1 and frame.line == self.frames[last].line
        subject = main_subject(frame, stating[0], self.words)
        named = subject and any(frame.tags[x] & (NAME | SUBJECT) for x in range(*subject))
        if not named and stating[0] and frame.tags[stating[0] - 1] & COLON:
            subject = self._before_colon(frame, stating[0] - 1)
            named = True
        announced = stating[0] and frame.tags[stating[0] - 1] & COLON
        if follows and not announced and not (subject and any(frame.tags[x] & NAME for x in range(*subject))):
            first = 0
            while frame.tags[first] & (STOP | COMMA):
                first += 1
            end = len(frame)
            while end > first + 1 and frame.tags[end - 1] & STOP:
                end -= 1
            return [Draft(number, "loose", "assert", [char_span(frame, (first, end), self.segments)])]
        if not named:
            return []
        speaker = plain_span(frame, subject) if subject else None
        return [Draft(number, "loose", "assert", [self._span(frame, i) for i in stating], None, speaker)]

    def _announced_beside(self, number: int, frame: Frame, free: list[int]) -> list[Draft]:
        """Statements behind a colon in a sentence that already quotes somebody: the same one speaks."""
        host = self.by_frame[number][-1]
        stating = [i for i in free if i and frame.tags[i - 1] & COLON and self._words(frame, i) >= _STATEMENT]
        after = [i for i in stating if all(s.end <= frame.starts[i] for s in host.content)]
        if not after or host.speaker is None:
            return []
        return [Draft(number, "loose", "assert", [self._span(frame, i) for i in after], None, host.speaker)]

    def _before_colon(self, frame: Frame, colon: int) -> tuple[int, int] | None:
        """Whom a colon gives the word to where no verb does: *Même avis à la technique : « ... »*."""
        for x in range(colon - 1, -1, -1):
            tag = frame.tags[x]
            if tag & (COMMA | STOP | MARKED) or is_verb(frame, x, self.words):
                break
            if tag & (PREP | OF) and x + 1 < colon and frame.tags[x + 1] & (DET | NAME):
                return (x + 1, colon)
        first = to_the_right(frame, 0, self.words) if frame.tags[0] & NAME else None
        if first is not None and first[1] < colon:
            return first  # *Ada Orlo, maire de Vélou, ne mâche pas ses mots : « ... »*
        return self._last_name(frame, colon)

    def _last_name(self, frame: Frame, end: int) -> tuple[int, int] | None:
        """The last name before `end`."""
        last = next((x for x in range(end - 1, -1, -1) if frame.tags[x] & NAME), None)
        if last is None:
            return None
        first = last
        while first and frame.tags[first - 1] & NAME:
            first -= 1
        while first and not frame.tags[first] & DET and frame.tags[first - 1] & DET:
            first -= 1
        if first > 1 and frame.tags[first - 1] & OF and frame.norms[first - 2] in self.words.people:
            first -= 2  # *la présidente de l'Union*
        while last + 1 < end and not frame.tags[last + 1] and frame.norms[last + 1].isalpha():
            last += 1
        return (first, last + 1)

    def _line_block(self, number: int) -> list[Draft]:
        """The paragraph that begins with this frame, if nothing is quoted in it and it speaks in the first person."""
        end = number
        line = self.frames[number].line
        while end < len(self.frames) and self.frames[end].line == line:
            if end in self.by_frame or any(tag & MARKED for tag in self.frames[end].tags):
                return []
            end += 1
        block = self.frames[number:end]
        if not any(self._block(f) for f in block):
            return []
        return [Draft(number, "block", "assert", [Span(block[0].starts[0], block[-1].ends[-1])])]

    def _block(self, frame: Frame) -> bool:
        """Whether a sentence without marks speaks in the first person."""
        return any(tag & SUBJECT and tag & FIRST for tag in frame.tags)

    def _hearsay(self, number: int, frame: Frame) -> bool:
        """Whether the main verb of a sentence right behind a quotation is in the conditional of hearsay."""
        if self.by_frame[number - 1][-1].speaker is None and self.by_frame[number - 1][-1].by != "hearsay":
            return False
        for i, tag in enumerate(frame.tags):
            if tag & FINITE and is_verb(frame, i, self.words):
                forms = self.words.forms(frame.norms[i])
                conditional = bool(forms) and all(f.mood == "conditional" for f in forms if f.person == 3)  # noqa: PLR2004
                if not conditional or i > 8:  # noqa: PLR2004
                    return False
                subject = subject_of(frame, i, self.words)
                pronoun = (
                    subject is not None and subject[1] - subject[0] == 1 and frame.tags[subject[0]] & SUBJECT
                )
                return bool(pronoun) and not any(t & PRESENT & NAME for t in frame.tags)
        return False
