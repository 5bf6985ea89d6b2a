"""The subject to the left of a verb: *Ada Orlo, la maire de Vélou, a annoncé*.

Decides: the atoms of the subject, with title, name and apposition, over what stands between it and the verb; the
antecedent of *qui*; the subject of the clause that a participle hangs on. Leaves to others: who is meant.
"""

from __future__ import annotations

from recoupe.annotate.quotations.frames import Frame
from recoupe.annotate.quotations.lexicon import (
    ADVERB,
    CLITIC,
    CLOSE,
    COLON,
    COMMA,
    COORDINATOR,
    DASH,
    DET,
    FINITE,
    INFINITIVE,
    INVERTED,
    MARKED,
    NAME,
    NEGATION,
    NEGATOR,
    OF,
    OPEN,
    PAST,
    PREP,
    PRESENT,
    QUANTIFIER,
    RELATIVE,
    STOP,
    STRONG,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TIME,
    WHETHER,
    WHO,
    Lexicon,
)
from recoupe.annotate.quotations.phrases import Range, is_verb, open_of

_REACH = 40  # atoms in the longest noun phrase
_PIECES = 6  # pieces between commas that are read


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
            found = _last_phrase(frame, end, words)
            piece = _piece(frame, end)
            if found is None and piece[0] and frame.tags[piece[0]] & PREP:
                end, aside = piece[0], True  # *Ada Orlo, dans La Vigie écrit*
                continue
            if found is None or aside:
                return found
            return _widened(frame, found, words)
        piece = _piece(frame, end - 1)
        kind = _kind(frame, piece, words)
        if kind == "clause":
            return _behind_conjunction(frame, piece, words)
        if kind == "phrase":
            return _widened(frame, (piece[0], tail or piece[1]), words)
        if kind == "rank" and not aside:
            tail = tail or piece[1]
        aside = aside or kind != "rank"
        end = piece[0]
    return None


def _widened(frame: Frame, atoms: Range, words: Lexicon) -> Range:
    """A noun phrase with what it is an apposition to."""
    wider = _wider(frame, atoms[0], words)
    return (atoms[0] if wider is None else wider, atoms[1])


def _behind_conjunction(frame: Frame, piece: Range, words: Lexicon) -> Range | None:
    """The named phrase at the end of a clause, behind a conjunction: *... a cédé et la maire Ada Orlo, a promis*."""
    found = _last_phrase(frame, piece[1], words)
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
        if tag & (ADVERB | NEGATOR | TIME) and not tag & (NAME | DET | SUBJECT):
            if tag & TIME and j > 1 and frame.norms[j - 1] in words.latter and frame.tags[j - 2] & DET:
                return j
            j -= 1
            continue
        break
    return j


def _piece(frame: Frame, comma: int) -> Range:
    """The atoms between the comma at `comma` and the comma before it (or the start of the frame)."""
    j = comma
    while j > 0 and not frame.tags[j - 1] & (COMMA | STOP | COLON):
        if frame.tags[j - 1] & CLOSE:
            j = open_of(frame, j - 1)
            continue
        j -= 1
    return (j, comma)


def _kind(frame: Frame, piece: Range, words: Lexicon) -> str:
    """What stands between two commas: `phrase`, `rank` (apposition without article, relative), `aside` or `clause`."""
    i, end = piece
    if i >= end:
        return "aside"
    tag, norm = frame.tags[i], frame.norms[i]
    if tag & (WHO | RELATIVE) and not tag & NAME:
        return "aside"
    if norm in words.sources or (tag & (PREP | TIME | ADVERB | OF) and not tag & (NAME | DET | QUANTIFIER)):
        return "aside"
    if tag & STRONG and end - i <= 2:  # noqa: PLR2004
        return "aside"
    if tag & COORDINATOR:
        i += 1
        tag = frame.tags[i] if i < end else 0
    if tag & DET and not any(frame.tags[x] & NAME for x in range(i, end)):
        if any(frame.tags[x] & TIME for x in range(i + 1, min(end, i + 4))):
            return "aside"
    for x in range(i, end):
        if frame.tags[x] & RELATIVE and not frame.tags[x] & NAME and x > i:
            break
        if is_verb(frame, x, words):
            return "clause"
    if tag & (PAST | PRESENT) and not tag & (NAME | DET):
        return "aside"
    if any(frame.tags[x] & MARKED for x in range(i, end)):
        return "aside"
    return "phrase" if tag & (DET | NAME | QUANTIFIER | STRONG) else "rank"


def _wider(frame: Frame, start: int, words: Lexicon) -> int | None:
    """Start of the phrase to which the one at `start` is an apposition: *Ada Orlo, la maire de Vélou,*."""
    if start < 2 or not frame.tags[start - 1] & COMMA:  # noqa: PLR2004
        return None
    piece = _piece(frame, start - 1)
    if _kind(frame, piece, words) == "rank":
        outer = _wider(frame, piece[0], words)
        return outer
    if _kind(frame, piece, words) != "phrase":
        return None
    i = piece[0]
    if frame.tags[i] & COORDINATOR:
        i += 1
    here = any(frame.tags[x] & NAME for x in range(start, min(len(frame), start + 6)))
    there = any(frame.tags[x] & NAME for x in range(i, piece[1]))
    return i if here != there or there else None


def _last_phrase(frame: Frame, j: int, words: Lexicon) -> Range | None:
    """The noun phrase or pronoun that ends at `j` (exclusive), back to the nearest verb, comma or conjunction."""
    if j <= 0:
        return None
    tags = frame.tags
    last = tags[j - 1]
    if last & INVERTED and j > 1 and frame.norms[j - 2] in words.demonstratives:
        return (j - 2, j)
    if last & SUBJECT and not last & NAME:
        return (j - 1, j)
    if last & WHO:
        return _antecedent(frame, j - 1, words)
    i = j
    low = max(0, j - _REACH)
    while i > low:
        tag = tags[i - 1]
        if tag & CLOSE:
            at = open_of(frame, i - 1)
            if at < i - 1:
                i = at
                continue
            break
        if tag & (COMMA | COLON | STOP | THAT | OPEN | WHETHER) and not tag & NAME:
            break
        if tag & MARKED:
            # a marked segment inside the phrase: a title (le journal « X »); else the phrase begins after it
            if i >= 2 and i < j and tags[i - 2] & (OF | PREP | COMMA):  # noqa: PLR2004
                break
            if i == j and i >= 2 and not tags[i - 2] & (COMMA | STOP | COLON):  # noqa: PLR2004
                i -= 1
                continue
            break
        if tag & SUBORDINATOR and not tag & (NAME | ADVERB):
            break
        if tag & (WHO | RELATIVE) and not tag & NAME:
            # the verb of a relative clause stands between: step over the clause to its antecedent
            found = _antecedent(frame, i - 1, words) if i < j else None
            if found:
                return (found[0], found[1]) if i < j else found
            break
        if is_verb(frame, i - 1, words):
            pronoun = _in_relative(frame, i - 1, low, words)
            if pronoun is not None and not _fresh(frame, i, j):
                i = pronoun
                continue
            break
        if tag & INVERTED:
            break
        i -= 1
    return _start(frame, i, j, words)


def _fresh(frame: Frame, i: int, j: int) -> bool:
    """Whether a new noun phrase begins between `i` and `j` directly."""
    return i < j and bool(frame.tags[i] & (DET | NAME | SUBJECT)) and not frame.tags[i] & PREP


def _in_relative(frame: Frame, i: int, low: int, words: Lexicon) -> int | None:
    """Index of the relative pronoun whose clause holds the verb at `i`, if no comma stands between."""
    for x in range(i - 1, max(low - 1, i - 15), -1):
        tag = frame.tags[x]
        if tag & (COMMA | COLON | STOP):
            return None
        if tag & (WHO | RELATIVE) and not tag & NAME:
            return x
        if is_verb(frame, x, words):
            return None
    return None


def _antecedent(frame: Frame, who: int, words: Lexicon) -> Range | None:
    """The noun phrase that the relative pronoun at `who` takes up."""
    j = who
    if j > 0 and frame.tags[j - 1] & COORDINATOR:
        # *retrouvée lundi et qui*, *qui est venu et qui*: the antecedent stands before what is coordinated
        piece = _piece(frame, j - 1)
        first = frame.tags[piece[0]] if piece[0] < j else 0
        if first & (PAST | WHO) and not first & NAME and piece[0] > 1:
            j = piece[0]
    if j > 0 and frame.tags[j - 1] & (COMMA | DASH):
        j -= 1
    if j <= 0:
        return None
    found = _last_phrase(frame, j, words) or _governed(frame, j)
    if found and any(frame.norms[x] in words.by for x in range(*found)):
        found = _governed(frame, j) or found
    if found is None or any(is_verb(frame, x, words) for x in range(found[0], j)):
        return _near(frame, j)
    return (found[0], j)


def _governed(frame: Frame, j: int) -> Range | None:
    """The noun phrase that ends at `j` behind a preposition: *par l'opposition, qui ...*."""
    for i in range(j - 1, max(0, j - 10), -1):
        if frame.tags[i] & (COMMA | STOP | COLON | MARKED | FINITE) and not frame.tags[i] & (DET | NAME):
            return None
        if frame.tags[i] & PREP and frame.tags[i + 1] & (DET | NAME):
            return (i + 1, j)
    return None


def _near(frame: Frame, j: int) -> Range | None:
    """The shortest noun phrase that ends at `j` with a name: *sa rivale Ada Orlo*."""
    i = j
    while i > 0 and frame.tags[i - 1] & NAME:
        i -= 1
    if i == j:
        return None
    while (
        i > 0 and j - i < 8 and not frame.tags[i - 1] & (OF | PREP | COMMA | STOP | COLON | MARKED | FINITE)
    ):
        i -= 1
        if frame.tags[i] & DET:
            break
    return (i, j)


def _start(frame: Frame, i: int, j: int, words: Lexicon) -> Range | None:
    """Where the phrase between the barrier at `i` and `j` begins: conjunctions and fronted phrases are left out."""
    tags = frame.tags
    while i < j and (
        tags[i] & (COORDINATOR | ADVERB | DASH | NEGATION | CLITIC)
        and not tags[i] & (DET | NAME | SUBJECT | QUANTIFIER | PREP)
    ):
        i += 1
    if i >= j:
        return None
    if frame.norms[i] in words.approximators and i + 1 < j and tags[i + 1] & OF:
        return (i, j)
    if tags[i] & PREP and not tags[i] & (NAME | DET):
        # a fronted phrase without comma: the subject begins at the next article that no preposition governs
        for x in range(i + 2, j):
            if (
                (tags[x] & DET and not tags[x] & OF) or (tags[x] & NAME and not tags[x - 1] & NAME)
            ) and not tags[x - 1] & (PREP | OF | DET | COORDINATOR):
                return (x, j)
        return None
    if tags[i] & OF and (i == 0 or tags[i - 1] & (COMMA | THAT)) and not tags[i] & QUANTIFIER:
        return (i, j)
    if tags[i] & (OF | PAST | PRESENT | INFINITIVE) and not tags[i] & (NAME | DET | QUANTIFIER):
        for x in range(i + 1, j):
            if (tags[x] & DET and not tags[x] & OF) and not tags[x - 1] & (PREP | OF):
                return (x, j)
        if tags[i] & OF and i + 1 < j and words.link(frame.norms[i]) != frame.norms[i]:
            return (i, j)
        return None
    if tags[i] & TIME and not tags[i] & NAME:
        for x in range(i + 1, j):
            if tags[x] & (DET | NAME) and not tags[x - 1] & (PREP | OF):
                return (x, j)
        return None
    if j - i == 1 and tags[i] & CLITIC and not tags[i] & (SUBJECT | STRONG):
        return None
    return (i, j)


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
        if parted and is_verb(frame, i, words):
            found = subject_of(frame, _before_clitics(frame, i), words)
            if found and found[0] > k:
                return found
    return None
