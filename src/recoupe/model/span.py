"""Places in a text: spans, and passages (a span of a named article).

Offsets count Unicode code points in the article's text as read; the end is exclusive.
"""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, order=True, array_like=True, gc=False):
    """A half-open interval of code points, written `[start, end]` in JSON.

    >>> Span(2, 5).of("abcdefg")
    'cde'
    """

    start: int
    end: int

    def __len__(self) -> int:
        """Length in code points."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end


class Passage(msgspec.Struct, frozen=True, order=True, gc=False):
    """A span of the text of the article whose id is `article`."""

    article: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The place, without the article."""
        return Span(self.start, self.end)
