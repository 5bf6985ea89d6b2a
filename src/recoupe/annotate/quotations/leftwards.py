"""The noun phrase that ends where a verb, a comma or *qui* begins, read from its end to its start.

Decides: how far to the left it goes, over the relative clauses inside it; the antecedent of *qui*; what is fronted
before it. Leaves to others: appositions between commas (`subjects`).
"""

from __future__ import annotations

from recoupe.annotate.quotations.agreement import plural_within
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
from recoupe.annotate.quotations.pieces import piece_before

_REACH = 40  # atoms in the longest noun phrase
_SHORT = 8  # atoms of the shortest phrase with a name
_BARRIER = COMMA | COLON | STOP | THAT | OPEN | WHETHER | WHO | RELATIVE | INVERTED


def last_phrase(  # noqa: PLR0911 - one return for each kind of phrase
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
        piece = piece_before(frame, j - 1)
        first = frame.tags[piece[0]] if piece[0] < j else 0
        if first & (PAST | WHO) and not first & NAME and piece[0] > 1:
            j = piece[0]
    if j > 0 and frame.tags[j - 1] & (COMMA | DASH):
        j -= 1
    if j <= 0:
        return None
    found = last_phrase(frame, j, words) or _governed(frame, j)
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
