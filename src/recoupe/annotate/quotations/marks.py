"""Marked segments: what stands between quotation marks, whatever the marks and however carelessly they are closed.

Decides: where each outermost marked segment begins and ends. Marks are « », “ ”, „ ”, " ", ‘ ’ and '' ''; they may be
nested, glued to words, closed twice, never closed, or repeated at the head of each paragraph of a long quotation.
Leaves to others: whether a segment is a quotation at all.

One pass over the marks, with a look at the next mark only: linear in the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

_MARK = re.compile(r"[«»“”„\"‘’\n]")
_FAMILY = {"«": "«", "»": "«", "“": "“", "”": "“", "„": "“", '"': '"', "‘": "‘", "’": "‘"}
_OPENS, _CLOSES = frozenset("«“„‘"), frozenset("»”’")
_PAIRS = frozenset(("''", "``"))
_OPENING_PAIR = re.compile(r"(?<![^\s(\[—–-])(?:''|``)(?=\S)")
_CLOSING_PAIR = re.compile(r"(?<=\S)('?)''(?!')")
_TAIL = 200  # longest text between a mark that closed too early and the one that should have, in code points
_LINE = 2000  # longest line that a mark at the end of the line above can open, in code points
_ENDING = ".!?…,)»”"  # what stands before a closing mark
_CLOSING = frozenset(["\n", "", *",.;:!?)"])  # what stands behind one
_DEPTH = 3  # marks opened inside marks beyond this depth are not looked at


class Segment(NamedTuple):
    """A marked segment.

    Attributes:
        start: the opening mark.
        end: one past the closing mark (or past the last character, if it is never closed).
        left: first character inside, white space left out.
        right: one past the last character inside, white space left out.
        chained: whether it goes on with the segment before it (a quotation over paragraphs).
        inner: segments marked inside it, outermost only.
    """

    start: int
    end: int
    left: int
    right: int
    chained: bool = False
    inner: tuple[tuple[int, int], ...] = ()


class _Scan:
    """State of the pass: the marks that stand open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Segment] = []
        self.open: list[tuple[str, int]] = []
        self.inner: list[tuple[int, int]] = []
        self.chained = False
        self.stray = -1  # a mark at the end of a line that closes nothing
        self.marks = [(m.start(), m.group()) for m in _MARK.finditer(text) if not self._apostrophe(m.start())]
        self.lines = [at for at, mark in self.marks if mark == "\n"]

    def _apostrophe(self, at: int) -> bool:
        """Whether the ’ or ‘ at `at` stands between letters, so that it is an apostrophe."""
        text = self.text
        return (
            text[at] in "’‘" and 0 < at < len(text) - 1 and text[at - 1].isalpha() and text[at + 1].isalnum()
        )

    def run(self) -> list[Segment]:
        for index, (at, mark) in enumerate(self.marks):
            if mark == "\n":
                if self.open:
                    self._line_end(index, at)
            elif mark in _OPENS and not self._closes(mark, at):
                self._open(mark, at)
            elif mark in _CLOSES or mark in _OPENS:
                self._close_or_open(mark, at)
            elif mark:
                self._straight(at)
        if self.open:
            self._emit(len(self.text), len(self.text))
        return self.found

    def _closes(self, mark: str, at: int) -> bool:
        """Whether an opening “ stands where its like should close: “word“ and."""
        if mark != "“" or not self.open or self.open[-1][0] != "“" or self.text[at - 1].isspace():
            return False
        after = self.text[at + 1 : at + 2]
        return not after or after.isspace() or after in ",.;:)"

    def _open(self, mark: str, at: int) -> None:
        if len(self.open) < _DEPTH:
            self.open.append((_FAMILY[mark], at))

    def _close_or_open(self, mark: str, at: int) -> None:
        family = _FAMILY[mark]
        for depth in range(len(self.open) - 1, -1, -1):
            if self.open[depth][0] == family:
                if depth == 0:
                    self._emit(at, at + 1)
                else:
                    if depth == 1:
                        self.inner.append((self.open[1][1], at + 1))
                    del self.open[depth:]
                return
        if self.open or mark == "’":
            return
        after = self.text[at + 1 : at + 2]
        if mark == "”" and after.isalnum():
            self._open("“", at)  # ” used for both marks
        else:
            self._extend(at)

    def _straight(self, at: int) -> None:
        before, after = self.text[at - 1 : at], self.text[at + 1 : at + 2]
        standing = [depth for depth, (family, _) in enumerate(self.open) if family == '"']
        if standing:
            opens = (not before or before.isspace() or before in "([«“") and after.isalnum()
            if opens and standing[-1] == 0 and len(standing) == 1:
                self.open.append(('"', at))
            elif standing[-1] == 0:
                self._emit(at, at + 1)
            else:
                if standing[-1] == 1:
                    self.inner.append((self.open[1][1], at + 1))
                del self.open[standing[-1] :]
        elif before and (before.isalnum() or before in _ENDING) and after in _CLOSING:
            if after == "\n":
                self.stray = at
            elif self.stray >= 0 and at - self.stray <= _LINE and "\n" not in self.text[self.stray + 2 : at]:
                self.open.append(
                    ('"', self.stray + 1)
                )  # the opening mark was left at the end of the line above
                self._emit(at, at + 1)
                self.found[-1] = self.found[-1]._replace(start=self.found[-1].left)
        elif (after and not after.isspace()) or not before or before.isspace():
            self._open('"', at)

    def _line_end(self, index: int, at: int) -> None:
        """What becomes of a quotation that is open at the end of a line: it ends, goes on, or is repeated below."""
        family = self.open[0][0]
        following = index + 1
        breaks = 1
        while following < len(self.marks) and self.marks[following][1] == "\n" and breaks < 4:  # noqa: PLR2004
            following += 1
            breaks += 1
        if following >= len(self.marks):
            self._emit(at, at)
            return
        place, mark = self.marks[following]
        leads = _FAMILY.get(mark) == family and not self.text[self.marks[following - 1][0] : place].strip()
        if leads and (mark in _OPENS or self.text[place + 1 : place + 2].strip()):
            # the next line begins with a mark: the opening one repeated, or » as a reminder
            self._emit(at, at)
            self.chained = True
            if mark in _CLOSES:
                self.open.append((family, place))
                self.marks[following] = (place, "")
            return
        if family == '"' and mark == '"' and breaks < 3:  # noqa: PLR2004
            before, after = self.text[place - 1 : place], self.text[place + 1 : place + 2]
            if not before.isspace() and not after.isalnum():
                return  # it is closed on the next line
        if family != '"' and mark in _CLOSES and _FAMILY[mark] == family and breaks < 3:  # noqa: PLR2004
            return
        self._emit(at, at)

    def _emit(self, right: int, end: int) -> None:
        start = self.open[0][1]
        body = self.text[start + 1 : right]
        left = start + 1 + len(body) - len(body.lstrip())
        right = start + 1 + len(body.rstrip())
        if left < right:
            self.found.append(Segment(start, max(end, right), left, right, self.chained, tuple(self.inner)))
        self.open.clear()
        self.inner.clear()
        self.chained = False

    def _extend(self, at: int) -> None:
        """A closing mark with nothing open: the segment before it was closed too early, if it is near."""
        if not self.found:
            return
        last = self.found[-1]
        if at - last.end > _TAIL:
            return
        gap = self.text[last.end : at]
        line = bisect_left(self.lines, last.end)
        same_line = line >= len(self.lines) or self.lines[line] > at
        words = gap.lstrip(" .")
        if len(words) > 0 and same_line and words[0].islower() and ". " not in words:
            right = last.end + len(gap.rstrip())
            self.found[-1] = last._replace(end=at + 1, right=right)


def find_marked(text: str) -> list[Segment]:
    """The outermost marked segments of a text, in order, without overlap.

    >>> [("Il a dit « oui » puis “non”.")[s.left : s.right] for s in find_marked("Il a dit « oui » puis “non”.")]
    ['oui', 'non']
    """
    doubled = "''" in text or "``" in text
    segments = _Scan(_single(text) if doubled else text).run()
    return [_widened(s, text) for s in segments] if doubled else segments


def _single(text: str) -> str:
    """The text with pairs of apostrophes or backticks that stand for a quotation mark made one: same length."""
    return _CLOSING_PAIR.sub(r'\1" ', _OPENING_PAIR.sub(' "', text))


def _widened(segment: Segment, text: str) -> Segment:
    """The segment with both halves of a mark that is written as a pair."""
    start, end = segment.start, segment.end
    start -= text[max(0, start - 1) : start + 1] in _PAIRS
    return segment._replace(start=start, end=end + (text[end - 1 : end + 1] in _PAIRS))
