"""The subject to the left of a verb: *Ada Orlo, la maire de Vélou, a annoncé*.

Decides: the atoms of the subject, with title, name and apposition, over what stands between it and the verb; the
antecedent of *qui*; the subject of the clause that a participle hangs on. Leaves to others: who is meant.
"""

from __future__ import annotations

from recoupe.annotate.quotations.agreement import names_another, plural_within
from recoupe.annotate.quotations.frames import Frame
from recoupe.annotate.quotations.lexicon import (
    ADVERB,
    AUXILIARY,
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
    NUMBER,
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
from recoupe.annotate.quotations.phrases import Range, can_start, is_verb, open_of

_REACH = 40  # atoms in the longest noun phrase
_PIECES = 6  # pieces between commas that are read
_PRONOUN = 2  # atoms of an aside that is a pronoun
_DATE = 4  # atoms within which an article leads to a date
_HEAD = 6  # atoms of an apposition in which a name is looked for
_SHORT = 8  # atoms of the shortest phrase with a name
_BARRIER = COMMA | COLON | STOP | THAT | OPEN | WHETHER | WHO | RELATIVE | INVERTED


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
            if found is None or aside or words.subject_first:
                return found  # where subjects stand in front, a comma closes an apposition
            return _widened(frame, found, words)
        piece = _piece(frame, end - 1)
        kind = _kind(frame, piece, words)
        if kind == "clause":
            return _behind_conjunction(frame, piece, words)
        if kind == "phrase":
            return _widened(frame, (_behind_that(frame, piece), tail or piece[1]), words)
        if kind == "rank" and not aside:
            tail = tail or piece[1]
        aside = aside or kind != "rank"
        end = piece[0]
    return None


def _behind_that(frame: Frame, piece: Range) -> int:
    """Where a phrase begins in a piece between commas: behind a *que* (*Ce que la maire, à Vélou, a reconnu*)."""
    that = next((x for x in range(piece[1] - 2, piece[0], -1) if frame.tags[x] & THAT), None)
    return piece[0] if that is None else that + 1


def _widened(frame: Frame, atoms: Range, words: Lexicon) -> Range:
    """A noun phrase with what it is an apposition to."""
    if atoms[1] - atoms[0] == 1 and frame.tags[atoms[0]] & SUBJECT:
        return atoms
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


def _wider(frame: Frame, start: int, words: Lexicon) -> int | None:
    """Start of the phrase to which the one at `start` is an apposition: *Ada Orlo, la maire de Vélou,*."""
    if start <= 1 or not frame.tags[start - 1] & COMMA:
        return None
    piece = _piece(frame, start - 1)
    piece = (_behind_that(frame, piece), piece[1])
    kind = _kind(frame, piece, words)
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


def _last_phrase(  # noqa: PLR0911 - one return for each kind of phrase
    frame: Frame, j: int, words: Lexicon
) -> Range | None:
    """The noun phrase or pronoun that ends at `j` (exclusive), back to the nearest verb, comma or conjunction."""
    if j <= 0:
        return None
    last = frame.tags[j - 1]
    if last & INVERTED and j > 1 and frame.norms[j - 2] in words.demonstratives:
        return (j - 2, j)
    if last & SUBJECT and not last & NAME:
        return (j - 1, j)
    if last & STRONG and not last & DET:
        return (j - 1, j)  # *c'est lui qui*
    if last & WHO:
        return _antecedent(frame, j - 1, words)
    i = j
    low = max(0, j - _REACH)
    while i > low:
        if frame.tags[i - 1] & (WHO | RELATIVE) and not frame.tags[i - 1] & NAME and i < j:
            # the verb of a relative clause stands between: step over the clause to its antecedent
            found = _antecedent(frame, i - 1, words)
            if found:
                return found
        before = _back(frame, i, j, low, words)
        if before is None:
            break
        i = before
    return _start(frame, i, j, words)


def _back(  # noqa: PLR0911 - one return for each kind of barrier
    frame: Frame, i: int, j: int, low: int, words: Lexicon
) -> int | None:
    """Index to go on with to the left of `i` in a noun phrase that ends at `j`; None at a barrier."""
    tags = frame.tags
    tag = tags[i - 1]
    if tag & CLOSE:
        at = open_of(frame, i - 1)
        return at if at < i - 1 else None
    if tag & MARKED:
        # a title belongs to the phrase (le journal « X »); after other marks the phrase begins
        title = i == j and i > 1 and not tags[i - 2] & (COMMA | STOP | COLON)
        return i - 1 if title else None
    if tag & _BARRIER and not tag & NAME:
        return None
    if tag & COORDINATOR and frame.norms[i - 1] not in words.joining:
        return None
    if tag & SUBORDINATOR and not tag & (NAME | ADVERB):
        return None
    dated = tag & TIME and not tag & (NAME | DET) and i < j and tags[i] & NAME
    if dated and i > 1 and not tags[i - 2] & (DET | OF | NUMBER):
        return None  # *a rencontré samedi Ada Orlo*
    if is_verb(frame, i - 1, words):
        pronoun = _in_relative(frame, i - 1, low, words)
        return pronoun if pronoun is not None and not _fresh(frame, i, j) else None
    return i - 1


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
    by = next((x for x in reversed(range(*found)) if frame.norms[x] in words.by), None) if found else None
    if by is not None:
        near = _governed(frame, j)
        named = near is not None and any(frame.tags[x] & NAME for x in range(*near))
        found = near if named or not can_start(frame, by + 1) else (by + 1, j)
    if found:
        found = (plural_within(frame, found, who, words), found[1])
    if found is None or any(is_verb(frame, x, words) for x in range(found[0], j)):
        return _near(frame, j)
    return (found[0], j)


def _governed(frame: Frame, j: int) -> Range | None:
    """The noun phrase that ends at `j` behind a preposition: *par l'opposition, qui ...*."""
    for i in range(j - 1, max(0, j - 10), -1):
        if frame.tags[i] & (COMMA | STOP | COLON | MARKED | FINITE) and not frame.tags[i] & (DET | NAME):
            return None
        if frame.tags[i] & (PREP | OF) and frame.tags[i + 1] & (DET | NAME):
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
        i > 0
        and j - i < _SHORT
        and not frame.tags[i - 1] & (OF | PREP | COMMA | STOP | COLON | MARKED | FINITE)
    ):
        i -= 1
        if frame.tags[i] & DET:
            break
    return (i, j)


def _start(frame: Frame, i: int, j: int, words: Lexicon) -> Range | None:
    """Where the phrase between the barrier at `i` and `j` begins: conjunctions and fronted phrases are left out."""
    tags = frame.tags
    loose = COORDINATOR | ADVERB | DASH | NEGATION | CLITIC
    while i < j and tags[i] & loose and not tags[i] & (DET | NAME | SUBJECT | QUANTIFIER | PREP):
        i += 1
    if i >= j:
        return None
    tag = tags[i]
    if j - i == 1 and tag & CLITIC and not tag & (SUBJECT | STRONG):
        return None
    amount = frame.norms[i] in words.approximators and i + 1 < j and tags[i + 1] & OF
    if amount or tag & (NAME | DET | QUANTIFIER):
        return (i, j)
    if tag & OF and (i == 0 or tags[i - 1] & (COMMA | THAT)):
        return (i, j)
    if tag & (PREP | OF | PAST | PRESENT | INFINITIVE | TIME):
        found = _after_fronted(frame, i, j)
        elided = tag & OF and i + 1 < j and words.link(frame.norms[i]) != frame.norms[i]
        return (i, j) if found is None and elided else found
    described = not tag and i + 1 < j and tags[i + 1] & PREP and not tags[i + 1] & (OF | DET)
    return None if described and i and tags[i - 1] & COMMA else (i, j)


def _after_fronted(frame: Frame, i: int, j: int) -> Range | None:
    """The subject behind a fronted phrase that no comma closes: it begins at an article that no preposition governs."""
    tags = frame.tags
    named = tags[i] & (PREP | TIME)
    governed = PREP | OF | DET | (COORDINATOR if tags[i] & PREP else 0)
    for x in range(i + (2 if tags[i] & PREP else 1), j):
        begins = tags[x] & DET and not tags[x] & OF
        begins = begins or (named and tags[x] & NAME and not tags[x - 1] & NAME)
        if begins and not tags[x - 1] & governed:
            return (x, j)
    return None


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
