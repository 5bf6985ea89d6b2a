"""How far a content goes: the clause behind a verb, the clause before an incise, and what goes on behind it.

Decides: the end of a content that begins at a landing; the ranges around an incise. Leaves to `reader` which of two
claims on the same words wins.

Ranges are pairs of atom indexes, end exclusive.
"""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.annotate.quotations.frames import Frame
from recoupe.annotate.quotations.groups import Cue
from recoupe.annotate.quotations.landing import Landing
from recoupe.annotate.quotations.lexicon import (
    ADVERB,
    CLOSE,
    COLON,
    COMMA,
    COORDINATOR,
    DASH,
    DET,
    DOT,
    GUESSED,
    INFINITIVE,
    MARKED,
    NAME,
    OF,
    OPEN,
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
    WHO,
    Lexicon,
    phrase_at,
)
from recoupe.annotate.quotations.phrases import Range, close_of, is_verb

_PAREN = 60  # atoms of the longest parenthesis inside a content
_ITEM = 25  # atoms of the longest list that is an object
_CLAUSE = 15  # atoms from the start of a clause to its verb
_ASIDE = 12  # atoms of the longest phrase of place or time in front of a clause
_JOINED = 8  # atoms from a conjunction to the verb of the clause that it opens
_BEHIND = 25  # atoms from an incise to the marks that go on behind it


def content_end(
    frame: Frame,
    landing: Landing,
    words: Lexicon,
    stops: Sequence[int],
    *,
    subordinate: bool = False,
    relative: bool = False,
) -> int:
    """Index after the content that begins at a landing.

    Args:
        frame: the frame.
        landing: where the content begins and of what kind it is.
        words: the tables.
        stops: openings of later attributions in the frame.
        subordinate: whether the cue's own clause is a fronted subordinate one, so that the main clause ends it.
        relative: whether it is a relative clause, so that the verb of the main clause ends it.
    """
    limit = min((s for s in stops if s > landing.at), default=len(frame))
    dashed = any(frame.tags[x] & DASH for x in range(1, landing.at))
    i = landing.at
    while i < limit:
        tag = frame.tags[i]
        if tag & OPEN:
            i = close_of(frame, i, limit, _PAREN)
            continue
        if tag & CLOSE or (tag & DASH and dashed) or (tag & STOP and _ends(frame, i, limit)):
            break
        if tag & COLON and i + 1 < limit and frame.tags[i + 1] & MARKED:
            break
        if landing.infinitive and tag & COORDINATOR and _new_clause(frame, i + 1, limit, words):
            break
        if landing.kind == "phrase" and i > landing.at and _leaves_phrase(frame, i, limit, words):
            break
        if (
            tag & COMMA
            and i > landing.at
            and i + 1 < limit
            and (
                (relative and is_verb(frame, i + 1, words))
                or _comma_ends(frame, i + 1, limit, landing, words, subordinate=subordinate)
            )
        ):
            break
        i += 1
    return _trim(frame, landing.at, i)


def _ends(frame: Frame, i: int, limit: int) -> bool:
    """Whether the stop at `i` ends the sentence; a dot inside it does not, nor a mark before a small letter."""
    if i + 1 >= limit or frame.norms[i] == ";":
        return True
    return not frame.tags[i] & DOT and bool(frame.tags[i + 1] & NAME)


def _comma_ends(
    frame: Frame, i: int, limit: int, landing: Landing, words: Lexicon, *, subordinate: bool
) -> bool:
    """Whether the content ends at the comma before `i`."""
    if phrase_at(frame.norms, i, words.breakers):
        return True
    if frame.norms[i] in words.nouns and i + 1 < limit and frame.tags[i + 1] & THAT:
        return True  # *..., affirmation qu'il a répétée*
    if landing.kind in ("phrase", "adjective") and not _phrase_goes_on(frame, i, limit, words):
        return True
    return subordinate and _main_clause(frame, i, limit, words)


def _new_clause(frame: Frame, i: int, limit: int, words: Lexicon) -> bool:
    """Whether a finite clause begins at `i`, behind a conjunction."""
    if i < limit and frame.tags[i] & (PREP | TIME) and not frame.tags[i] & (OF | DET):
        comma = next((x for x in range(i, min(limit, i + _ASIDE)) if frame.tags[x] & COMMA), i - 1)
        i = comma + 1  # *et, à la veille du vote, la ville a ...*
    for x in range(i, min(limit, i + _JOINED)):
        if is_verb(frame, x, words):
            return True
        if frame.tags[x] & (THAT | WHO | RELATIVE | COMMA | MARKED | INFINITIVE) and not frame.tags[x] & NAME:
            return False
    return False


def _leaves_phrase(frame: Frame, i: int, limit: int, words: Lexicon) -> bool:
    """Whether an object ends at `i`: a subordinate clause, or *pour* with an infinitive."""
    tag, norm = frame.tags[i], frame.norms[i]
    following = frame.tags[i + 1] if i + 1 < limit else 0
    if tag & SUBORDINATOR and not tag & (NAME | ADVERB | PREP) and norm not in words.like:
        return True
    if norm in words.contrast and following & THAT:
        return True
    return norm in words.purpose and bool(following & (INFINITIVE | GUESSED))


def _phrase_goes_on(frame: Frame, i: int, limit: int, words: Lexicon) -> bool:
    """Whether an object goes on after a comma: marks, a relative, an explanation, or the next item of a list."""
    tag = frame.tags[i]
    if tag & (MARKED | RELATIVE) or phrase_at(frame.norms, i, words.explaining):
        return True
    if tag & PREP and i + 1 < limit and frame.tags[i + 1] & RELATIVE:
        return True
    if tag & PREP:  # an aside inside the object: *la détection, par une sonde, de vapeur*
        aside = next((x for x in range(i, min(limit, i + _CLAUSE)) if frame.tags[x] & COMMA), None)
        return aside is not None and aside + 1 < limit and bool(frame.tags[aside + 1] & OF)
    if not tag & (DET | OF | NAME):
        return False
    joined = False
    for x in range(i, min(limit, i + _ITEM)):
        if frame.tags[x] & STOP:
            break
        if is_verb(frame, x, words):
            return False
        joined |= bool(frame.tags[x] & COORDINATOR and frame.norms[x] in words.joining)
    return joined


def _main_clause(frame: Frame, i: int, limit: int, words: Lexicon) -> bool:
    """Whether a clause with its own subject begins at `i`."""
    if not frame.tags[i] & (DET | NAME | SUBJECT | QUANTIFIER):
        return False
    return any(is_verb(frame, x, words) for x in range(i, min(limit, i + _CLAUSE)))


def _trim(frame: Frame, start: int, end: int) -> int:
    """Drop punctuation, conjunctions and prepositions left at the end of a content."""
    loose = COMMA | STOP | COLON | DASH | COORDINATOR | PREP | RELATIVE | WHO
    while end > start and frame.tags[end - 1] & loose and not frame.tags[end - 1] & (NAME | STRONG):
        end -= 1
    return end


def before_incise(frame: Frame, cue: Cue, start: int, words: Lexicon) -> Range | None:
    """The clause before an incise, from `start`, without the conjunctions that lead into it.

    Marks right after a colon, a full stop or a bracket are the content by themselves.
    """
    end = cue.opening
    while end > start and frame.tags[end - 1] & (COMMA | DASH | STOP):
        end -= 1
    i = start
    while i < end:
        after = _over_connective(frame, i, end, words)
        if after == i:
            break
        i = after
    if i >= end or all(frame.tags[x] & (COORDINATOR | ADVERB) for x in range(i, end)):
        return None
    for x in range(end - 1, i, -1):
        if frame.tags[x] & MARKED and frame.tags[x - 1] & (COLON | STOP | OPEN):
            return (x, end)
    return (i, end)


def _over_connective(frame: Frame, i: int, end: int, words: Lexicon) -> int:
    """Index after the conjunction, adverb or punctuation at `i` that is no part of what follows; `i` if none is."""
    tag = frame.tags[i]
    following = frame.tags[i + 1] if i + 1 < end else 0
    if tag & (COMMA | DASH | STOP | COLON | CLOSE):
        return i + 1
    if tag & (ADVERB | COORDINATOR) and not tag & NAME and following & COMMA:
        return i + 2
    if (
        tag & COORDINATOR
        and i + 2 < end
        and frame.norms[i + 1] in words.takes_up
        and frame.tags[i + 2] & COMMA
    ):
        return i + 3  # *Et ce, ...*
    return i + 1 if tag & COORDINATOR and following & MARKED else i


def after_incise(frame: Frame, cue: Cue, limit: int, words: Lexicon) -> Range | None:
    """The marks that go on behind an incise, if only an aside stands between; None if none do."""
    for i in range(cue.end, min(limit, cue.end + _BEHIND)):
        tag = frame.tags[i]
        if tag & MARKED:
            if i != cue.end and not frame.tags[i - 1] & (COMMA | COLON | STOP | DASH | CLOSE):
                return None
            end = i + 1
            while (
                end + 1 < limit and frame.tags[end + 1] & MARKED and frame.tags[end] & (COMMA | COORDINATOR)
            ):
                end += 2
            return (i, end)
        if is_verb(frame, i, words) or (tag & (WHO | THAT | PRESENT | INFINITIVE) and not tag & NAME):
            return None
    return None
