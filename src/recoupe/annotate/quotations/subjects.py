"""The subject to the left of a verb: *Ada Orlo, la maire de Vélou, a annoncé*.

Decides: the atoms of the subject, with title, name and apposition, over what stands between it and the verb; the
antecedent of *qui*; the subject of the clause that a participle hangs on. Leaves to others: who is meant.
"""

from __future__ import annotations

from recoupe.annotate.quotations.agreement import names_another
from recoupe.annotate.quotations.frames import Frame
from recoupe.annotate.quotations.leftwards import last_phrase
from recoupe.annotate.quotations.lexicon import (
    ADVERB,
    CLITIC,
    CLOSE,
    COMMA,
    COORDINATOR,
    DASH,
    DET,
    NAME,
    NEGATION,
    NEGATOR,
    PREP,
    SUBJECT,
    THAT,
    TIME,
    WHO,
    Lexicon,
)
from recoupe.annotate.quotations.phrases import Range, is_verb, open_of
from recoupe.annotate.quotations.pieces import behind_that, kind_of, piece_before

_PIECES = 6  # pieces between commas that are read
_HEAD = 6  # atoms of an apposition in which a name is looked for


def subject_of(frame: Frame, k: int, words: Lexicon) -> Range | None:
    """The subject to the left of the verb group that begins at `k`, or None.

    The text before the verb is read comma by comma, from the verb outwards: what stands between commas beside the
    verb may be an apposition, a date or a source, and then the subject is further left.
    """
    end = k
    tail = 0  # where the subject ends if it has an apposition
    aside = False
    for _ in range(_PIECES):
        end = _skip_left(frame, end, words)
        if end <= 0:
            return None
        if not frame.tags[end - 1] & COMMA:
            found = last_phrase(frame, end, words)
            piece = piece_before(frame, end)
            if found is None and piece[0] and frame.tags[piece[0]] & PREP:
                end, aside = piece[0], True  # *Ada Orlo, dans La Vigie écrit*
                continue
            if found is None or aside or words.subject_first:
                return found  # where subjects stand in front, a comma closes an apposition
            return _widened(frame, found, words)
        piece = piece_before(frame, end - 1)
        kind = kind_of(frame, piece, words)
        if kind == "clause":
            return _behind_conjunction(frame, piece, words)
        if kind == "phrase":
            return _widened(frame, (behind_that(frame, piece), tail or piece[1]), words)
        if kind == "rank" and not aside:
            tail = tail or piece[1]
        aside = aside or kind != "rank"
        end = piece[0]
    return None


def _widened(frame: Frame, atoms: Range, words: Lexicon) -> Range:
    """A noun phrase with what it is an apposition to."""
    if atoms[1] - atoms[0] == 1 and frame.tags[atoms[0]] & SUBJECT:
        return atoms
    wider = _wider(frame, atoms[0], words)
    return (atoms[0] if wider is None else wider, atoms[1])


def _behind_conjunction(frame: Frame, piece: Range, words: Lexicon) -> Range | None:
    """The named phrase at the end of a clause, behind a conjunction: *... a cédé et la maire Ada Orlo, a promis*."""
    found = last_phrase(frame, piece[1], words)
    if found is None or not found[0] or not frame.tags[found[0] - 1] & COORDINATOR:
        return None
    return found if any(frame.tags[x] & NAME for x in range(*found)) else None


def _skip_left(frame: Frame, j: int, words: Lexicon) -> int:
    """Step left over adverbs and dates between subject and verb."""
    while j > 0:
        tag = frame.tags[j - 1]
        if tag & CLOSE:
            at = open_of(frame, j - 1)
            if at == j - 1:
                return j
            return j
        if words.subject_first and tag & TIME and not tag & DET:
            j -= 1  # *Ada Orlo on Tuesday*: dates have capitals, and a preposition before them
            while j > 0 and frame.tags[j - 1] & PREP:
                j -= 1
            continue
        if tag & (ADVERB | NEGATOR | TIME) and not tag & (NAME | DET | SUBJECT):
            if tag & TIME and j > 1 and frame.norms[j - 1] in words.latter and frame.tags[j - 2] & DET:
                return j
            j -= 1
            continue
        break
    return j


def _wider(frame: Frame, start: int, words: Lexicon) -> int | None:
    """Start of the phrase to which the one at `start` is an apposition: *Ada Orlo, la maire de Vélou,*."""
    if start <= 1 or not frame.tags[start - 1] & COMMA:
        return None
    piece = piece_before(frame, start - 1)
    piece = (behind_that(frame, piece), piece[1])
    kind = kind_of(frame, piece, words)
    if kind == "rank" and frame.tags[max(0, piece[0] - 1)] & THAT:
        return None
    if kind == "rank":
        return _wider(frame, piece[0], words)
    if kind != "phrase":
        return None
    i = piece[0]
    if frame.tags[i] & COORDINATOR:
        i += 1
    if all(frame.tags[x] & NAME for x in range(i, piece[1])) and names_another(frame, start, words):
        return None
    here = any(frame.tags[x] & NAME for x in range(start, min(len(frame), start + _HEAD)))
    there = any(frame.tags[x] & NAME for x in range(i, piece[1]))
    return i if here != there or there else None


def relative_verb(frame: Frame, i: int) -> bool:
    """Whether the verb at `i` follows *qui* directly, clitics apart."""
    j = _before_clitics(frame, i)
    return j > 0 and bool(frame.tags[j - 1] & WHO)


def _before_clitics(frame: Frame, i: int) -> int:
    """Index of the first clitic before the verb at `i`, or `i`."""
    while i > 0 and frame.tags[i - 1] & (CLITIC | NEGATION) and not frame.tags[i - 1] & SUBJECT:
        i -= 1
    return i


def main_subject(frame: Frame, k: int, words: Lexicon, *, nearest: bool = False) -> Range | None:
    """Subject of the main clause before `k`, or of the first one behind it (*Assurant tenir, la maire a ...*).

    Args:
        frame: the frame.
        k: an atom.
        words: the tables.
        nearest: whether to take the verb nearest to `k`, not the first of the frame.
    """
    for i in reversed(range(k)) if nearest else range(k):
        if is_verb(frame, i, words) and not relative_verb(frame, i):
            found = subject_of(frame, _before_clitics(frame, i), words)
            if found:
                return found
    parted = False
    for i in range(k, len(frame)):
        parted = parted or bool(frame.tags[i] & (COMMA | DASH))
        if parted and is_verb(frame, i, words) and not relative_verb(frame, i):
            found = subject_of(frame, _before_clitics(frame, i), words)
            if found and (found[0] > k or found[1] <= k):
                return found
    return None
