"""Cutting a text into sentences, offsets kept.

A line break always ends a sentence (news text has one paragraph a line). Inside a line a sentence ends after
`.`, `?`, `!` or `…` with closing marks, when a capital, a digit or an opening mark follows; not after an
abbreviation or an initial. A period glued to a closing mark and a capital (`presse.”Les`) ends one too. The dateline
of a dispatch (`SARVELLE, 4 mars (AFP) -`) is a sentence of its own: it is no part of the first one's subject.
"""

from __future__ import annotations

import re
from collections.abc import Container

from recoupe.model.span import Span

# Runs are taken whole (`++`) and entered at their first character only: ten thousand points take linear time.
_END = re.compile(
    r"(?<![.?!…])[.?!…]++(?:(?:\s?»|[”\"’')\]])+(?=\s|[A-ZÀ-Þ«“]))?"
    r"(?=\s++(?:[\"“«‘'(\[—–-]++\s*+)?[^\W_a-zß-ÿ]|\s*$|(?<=[»”\"])[A-ZÀ-Þ«“])"
)
_DATELINE = re.compile(
    r"(?=[^\n]{4,80}?[\s)][-–—]{1,2}\s)"
    r"(?:[A-ZÀ-Þ][A-ZÀ-Þ'’.\-]{2,30}+(?:\s[A-ZÀ-Þ][A-ZÀ-Þ'’.\-]{1,30}+){0,3}(?:,[^()\n«“\"–—:;]{1,30})?(?:\s?\([^()\n]{2,40}\))?"
    r"|[A-ZÀ-Þ][^()\n«“\"–—:;!?]{2,40}\([^()\n]{2,40}\))"
    r"\s?[-–—]{1,2}\s+(?=[A-ZÀ-Þ«“\"])"
)
"""A place in capitals, or any place before an agency in brackets; perhaps a date; a dash."""
_REST = 40  # characters of a line behind its dateline, at least
_LAST_WORD = re.compile(r"[\w.'’-]*$")
_INITIAL = re.compile(r"(?:^|[.\-])[^\W\d_]$")


def split_sentences(text: str, abbreviations: Container[str]) -> list[Span]:
    """Spans of the sentences of `text`, in order, without white space at their edges.

    Args:
        text: any text.
        abbreviations: lower-case words that keep a following period (`m`, `mme`, `dr`), without it.

    >>> [s.of("M. Abo est venu. Il part.") for s in split_sentences("M. Abo est venu. Il part.", {"m"})]
    ['M. Abo est venu.', 'Il part.']
    """
    spans: list[Span] = []
    position = 0
    for line in text.splitlines(keepends=True):
        body = line.rstrip()
        start = len(body) - len(body.lstrip())
        dateline = _DATELINE.match(body, start)
        if dateline and len(body) - dateline.end() >= _REST:
            _add(spans, body, start, dateline.end(), position)
            start = dateline.end()
        for match in _END.finditer(body, start):
            if match.group() == "." and _keeps_period(body, match.start(), abbreviations):
                continue
            _add(spans, body, start, match.end(), position)
            start = match.end()
        _add(spans, body, start, len(body), position)
        position += len(line)
    return spans


def _keeps_period(line: str, period: int, abbreviations: Container[str]) -> bool:
    """Whether the word before the period at `period` is an abbreviation or an initial."""
    tail = _LAST_WORD.search(line, max(0, period - 30), period)
    word = tail.group() if tail else ""
    return word.lower() in abbreviations or (bool(_INITIAL.search(word)) and word[-1:].isupper())


def _add(spans: list[Span], line: str, start: int, end: int, position: int) -> None:
    """Append `[start, end)` of a line at `position`, trimmed, if anything is left."""
    piece = line[start:end]
    left = len(piece) - len(piece.lstrip())
    stripped = piece.strip()
    if stripped:
        spans.append(Span(position + start + left, position + start + left + len(stripped)))
