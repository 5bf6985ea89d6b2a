"""What stands between two commas beside a verb: a phrase, an apposition, a clause, or an aside.

Decides: where such a piece begins and what it is. Leaves to others: what the subject is (`subjects`).
"""

from __future__ import annotations

from recoupe.annotate.quotations.frames import Frame
from recoupe.annotate.quotations.lexicon import (
    ADVERB,
    AUXILIARY,
    CLOSE,
    COLON,
    COMMA,
    COORDINATOR,
    DET,
    MARKED,
    NAME,
    OF,
    PAST,
    PREP,
    PRESENT,
    QUANTIFIER,
    RELATIVE,
    STOP,
    STRONG,
    THAT,
    TIME,
    WHO,
    Lexicon,
)
from recoupe.annotate.quotations.phrases import Range, is_verb, open_of

_PRONOUN = 2  # atoms of an aside that is a pronoun
_DATE = 4  # atoms within which an article leads to a date


def piece_before(frame: Frame, comma: int) -> Range:
    """The atoms between the comma at `comma` and the comma before it (or the start of the frame)."""
    j = comma
    while j > 0 and not frame.tags[j - 1] & (COMMA | STOP | COLON):
        if frame.tags[j - 1] & CLOSE:
            j = open_of(frame, j - 1)
            continue
        j -= 1
    return (j, comma)


def kind_of(frame: Frame, piece: Range, words: Lexicon) -> str:
    """What stands between two commas: `phrase`, `rank` (an apposition without article), `aside` or `clause`."""
    i, end = piece
    if i >= end or _is_aside(frame, piece, words):
        return "aside"
    if frame.tags[i] & COORDINATOR and i + 1 < end:
        i += 1
    tag = frame.tags[i]
    for x in range(i, end):
        if x > i and frame.tags[x] & RELATIVE and not frame.tags[x] & NAME:
            break
        joined = tag == 0 and x > i and frame.tags[x - 1] & COORDINATOR and not frame.tags[x] & AUXILIARY
        if is_verb(frame, x, words) and not joined:  # *prix Nobel et figure du mouvement*: a second rank
            return "clause"
    if tag & (PAST | PRESENT) and not tag & (NAME | DET):
        return "aside"
    if any(frame.tags[x] & MARKED for x in range(i, end)):
        return "aside"
    return "phrase" if tag & (DET | NAME | QUANTIFIER | STRONG) else "rank"


def _is_aside(frame: Frame, piece: Range, words: Lexicon) -> bool:
    """Whether a piece between commas is a relative clause, a phrase of place or source, a pronoun or a date."""
    i, end = piece
    tag = frame.tags[i]
    if tag & (WHO | RELATIVE) and not tag & NAME:
        return True
    if frame.norms[i] in words.sources or (
        tag & (PREP | TIME | ADVERB | OF) and not tag & (NAME | DET | QUANTIFIER)
    ):
        return True
    if tag & STRONG and end - i <= _PRONOUN:
        return True
    dated = any(frame.tags[x] & TIME for x in range(i + 1, min(end, i + _DATE)))
    return bool(tag & DET) and dated and not any(frame.tags[x] & NAME for x in range(i, end))


def behind_that(frame: Frame, piece: Range) -> int:
    """Where a phrase begins in a piece between commas: behind a *que* (*Ce que la maire, à Vélou, a reconnu*)."""
    that = next((x for x in range(piece[1] - 2, piece[0], -1) if frame.tags[x] & THAT), None)
    return piece[0] if that is None else that + 1
