"""Frames: the reporter's sentences, each marked segment taken as one word of them.

A frame is a sentence of the reporter's in which a marked segment, whatever is inside, is a single atom; so the end of
a sentence inside marks does not cut the sentence that reports them. All rules read frames.

Decides: where frames begin and end, and the atoms with their tags. Leaves to others: every reading of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recoupe.annotate.document import Document
from recoupe.annotate.quotations.lexicon import (
    ADVERB,
    COLON,
    DASH,
    DET,
    DOT,
    FINITE,
    GUESSED,
    INFINITIVE,
    INVERTED,
    MARKED,
    NAME,
    NUMBER,
    OF,
    OPEN,
    PAST,
    PAUSED,
    PRESENT,
    SMALL,
    SPEECH,
    STOP,
    Lexicon,
    phrase_at,
)
from recoupe.annotate.quotations.marks import Segment

_LONGEST = 400  # atoms in a frame; a longer run of words without an end is cut, so that no rule looks further


class Frame:
    """One sentence of the reporter's, as parallel lists over its atoms.

    Attributes:
        norms: normalised forms; "" for a marked segment.
        forms: as written; "" for a marked segment.
        starts: first code point of each atom.
        ends: one past its last code point.
        tags: bits of `lexicon`, case included.
        marked: index of the marked segment, or -1.
        line: number of the line on which the frame begins.
        whole: whether the frame begins its line and ends it.
        begins: atoms at which a name of the article begins.
        verbal: atoms of which it is known whether they are verbs (see `phrases.is_verb`).
    """

    __slots__ = ("begins", "ends", "forms", "line", "marked", "norms", "starts", "tags", "verbal", "whole")

    def __init__(self, line: int) -> None:
        self.norms: list[str] = []
        self.forms: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.tags: list[int] = []
        self.marked: list[int] = []
        self.line = line
        self.whole = False
        self.begins: set[int] = set()
        self.verbal: dict[int, bool] = {}

    def __len__(self) -> int:
        return len(self.norms)

    def add(  # noqa: PLR0917 - the lists of the frame, in order
        self, norm: str, form: str, start: int, end: int, tag: int, marked: int = -1
    ) -> None:
        """Append one atom."""
        self.norms.append(norm)
        self.forms.append(form)
        self.starts.append(start)
        self.ends.append(end)
        self.tags.append(tag)
        self.marked.append(marked)

    def __repr__(self) -> str:
        return " ".join(f or "«»" for f in self.forms)


def make_frames(document: Document, segments: Sequence[Segment], words: Lexicon) -> list[Frame]:
    """The frames of a document, in order."""
    return list(_Builder(document, segments, words).build())


def inner_frame(document: Document, start: int, end: int, words: Lexicon) -> Frame:
    """A frame of the words inside a marked segment, so that an incise within the marks can be read."""
    frame = Frame(0)
    tokens = document.tokens
    for i in tokens.within(start, end):
        frame.add(
            tokens.norms[i],
            tokens.forms[i],
            tokens.starts[i],
            tokens.ends[i],
            _tag(tokens.norms[i], tokens.forms[i], words),
        )
    _mark_titles(frame, words)
    return frame


class _Builder:
    def __init__(self, document: Document, segments: Sequence[Segment], words: Lexicon) -> None:
        self.document = document
        self.segments = segments
        self.words = words
        self.breaks = self._breaks()
        self.fresh = True  # whether a line break stands before the frame

    def _breaks(self) -> set[int]:
        """Offsets at which a sentence begins outside all marks."""
        found: set[int] = set()
        index = 0
        for sentence in self.document.sentences:
            while index < len(self.segments) and self.segments[index].end <= sentence.start:
                index += 1
            inside = index < len(self.segments) and self.segments[index].start < sentence.start
            if not inside:
                found.add(sentence.start)
        return found

    def build(self) -> Iterator[Frame]:
        tokens, text = self.document.tokens, self.document.prose
        frame = Frame(0)
        line, position, index, segment = 0, 0, 0, 0
        while index < len(tokens):
            start = tokens.starts[index]
            breaks = text.count("\n", position, start)
            line += breaks
            position = start
            opens = segment < len(self.segments) and self.segments[segment].start == start
            if frame.norms and self._ends(frame, start, opens=opens, breaks=breaks):
                yield self._finished(frame, breaks)
                frame = Frame(line)
            if opens:
                place = self.segments[segment]
                if frame.norms and frame.ends[-1] == place.start:
                    self._elided(frame, missing=True)
                paused = PAUSED if text[place.right - 1] in ",?!" else 0
                small = SMALL if text[place.left].islower() else 0
                frame.add("", "", place.start, place.end, MARKED | paused | small, segment)
                segment += 1
                index = tokens.first_at(place.end)
                line += text.count("\n", position, place.end)
                position = place.end
                continue
            norm, form = tokens.norms[index], tokens.forms[index]
            if norm in "'’" and frame.norms and frame.ends[-1] == start and self._elided(frame):
                index += 1
                continue
            frame.add(norm, form, start, tokens.ends[index], _tag(norm, form, self.words))
            index += 1
            while segment < len(self.segments) and self.segments[segment].start < tokens.ends[index - 1]:
                segment += 1
        if frame.norms:
            yield self._finished(frame, 1)

    def _ends(self, frame: Frame, start: int, *, opens: bool, breaks: int) -> bool:
        """Whether a new frame begins at the token or mark at `start`."""
        if len(frame) >= _LONGEST:
            return True
        last = frame.tags[-1]
        if opens and last & COLON and breaks <= 2:  # noqa: PLR2004 - a colon announces the marks on the next line
            return False
        if breaks:
            chained = opens and last & MARKED and self._chained(start)
            return not chained
        if start in self.breaks:
            return not (last & STOP and not last & DOT and frame.norms[-1] == ";")
        if last & MARKED:
            inside = self.segments[frame.marked[-1]]
            closes = self.document.prose[inside.right - 1] in ".?!…"
            here = self.document.prose[start]
            return closes and (opens or here.isupper())
        return False

    def _elided(self, frame: Frame, *, missing: bool = False) -> bool:
        """Whether an apostrophe before a mark elides the last word (*qu'« il »*); the word then becomes the elided one.

        Args:
            frame: the frame so far.
            missing: whether the apostrophe itself was left out (*qu« il »*).
        """
        whole = frame.norms[-1] + "'"
        if whole not in self.words.base:
            return False
        frame.norms[-1] = whole
        frame.ends[-1] += 0 if missing else 1
        frame.tags[-1] = self.words.tag(whole)
        return True

    def _chained(self, start: int) -> bool:
        return self._at(start).chained

    def _at(self, start: int) -> Segment:
        low, high = 0, len(self.segments)
        while low < high:
            middle = (low + high) // 2
            if self.segments[middle].start < start:
                low = middle + 1
            else:
                high = middle
        return self.segments[low]

    def _finished(self, frame: Frame, breaks: int) -> Frame:
        frame.whole = self.fresh and breaks > 0
        self.fresh = breaks > 0
        _mark_titles(frame, self.words)
        return frame


def _tag(norm: str, form: str, words: Lexicon) -> int:
    tag = words.tag(norm)
    if form[0].isupper() and not tag & NUMBER:
        tag |= NAME
    return tag


def _glued(frame: Frame, i: int) -> bool:
    """Whether no space stands on either side of the atom at `i`."""
    if not 0 < i < len(frame) - 1:
        return False
    return frame.ends[i - 1] == frame.starts[i] and frame.ends[i] == frame.starts[i + 1]


def _inside_word(frame: Frame, i: int) -> None:
    """Take the dot or comma at `i`, with no space around it, for a part of an address or of a number."""
    if frame.norms[i] == "." and frame.norms[i + 1].isalnum():
        frame.tags[i] = frame.tags[i + 1] = NAME  # gazette.fr
    elif frame.norms[i] == "," and frame.tags[i - 1] & frame.tags[i + 1] & NUMBER:
        frame.tags[i] = NUMBER  # 3,8


def _settle_name(frame: Frame, i: int, words: Lexicon) -> None:
    """Settle whether the atom at `i` is part of a name: titles, dots inside names, capitals behind a colon."""
    norm = frame.norms[i]
    if (
        words.inner_dots
        and norm == "."
        and 0 < i < len(frame) - 1
        and frame.ends[i - 1] == frame.starts[i]
        and not frame.tags[i + 1] & (STOP | MARKED)
    ):
        frame.tags[i] = frame.tags[i - 1] & NAME
    elif norm == "." and i and frame.norms[i - 1] in words.titles and frame.ends[i - 1] == frame.starts[i]:
        frame.tags[i] = NAME
    elif i and frame.tags[i - 1] & (COLON | DASH | OPEN) and frame.tags[i] & NAME and frame.tags[i] != NAME:
        frame.tags[i] &= ~NAME
    elif norm in words.titles and i + 1 < len(frame) and frame.tags[i + 1] & NAME:
        frame.tags[i] = NAME


def _mark_titles(frame: Frame, words: Lexicon) -> None:
    """Settle what only the neighbours tell: titles, adverbs of several words, capitals at the head of a sentence."""
    accented = words.capitals.get(frame.norms[0]) if frame.norms else None
    if accented and frame.forms[0].isupper() and not (len(frame) > 1 and frame.tags[1] & INVERTED):
        frame.norms[0], frame.tags[0] = accented, words.tag(accented)
    for i, norm in enumerate(frame.norms):
        if (
            i
            and frame.tags[i] & ADVERB
            and frame.tags[i - 1] & (DET | OF)
            and norm.endswith(words.adverb_endings)
        ):
            frame.tags[i] &= ~ADVERB  # a noun in -ment
        phrase = phrase_at(frame.norms, i, words.adverb_phrases)
        if phrase:
            frame.tags[i : i + len(phrase)] = [ADVERB] * len(phrase)
        if norm in ".," and _glued(frame, i):
            _inside_word(frame, i)
        _settle_name(frame, i, words)
    if frame.norms and frame.tags[0] & NAME and frame.tags[0] != NAME:
        verbal = FINITE | PAST | PRESENT | INFINITIVE | SPEECH | GUESSED
        named = len(frame) > 1 and frame.tags[1] & NAME and not frame.tags[0] & ~(verbal | NAME)
        frame.tags[0] = NAME if named else frame.tags[0] & ~NAME  # *Marie Orlo*, but *Affirme Orlo*
