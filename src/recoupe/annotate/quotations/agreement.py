"""What two phrases side by side show of each other: one apposed to the other, a relative agreeing with its antecedent.

Decides: whether a phrase names somebody of its own; which noun of an antecedent a verb agrees with.
"""

from __future__ import annotations

from recoupe.annotate.quotations.frames import Frame
from recoupe.annotate.quotations.lexicon import (
    CLITIC,
    COMMA,
    COORDINATOR,
    DET,
    NAME,
    NEGATION,
    OF,
    PREP,
    QUANTIFIER,
    Lexicon,
)
from recoupe.annotate.quotations.phrases import Range, is_verb

_HEAD = 6  # atoms of an apposition in which a name is looked for


def names_another(frame: Frame, start: int, words: Lexicon) -> bool:
    """Whether the phrase at `start` tells its own name, so that it is no apposition to a name before it.

    *la Banque*, *le président ardésien Karl Ott*; but not *la présidente de Vélou Nord*, *le chef du parti*.
    """
    tags = frame.tags
    if not tags[start] & DET:
        return False
    first = start + 1
    while first < min(len(frame), start + _HEAD) and not tags[first] & (NAME | OF | PREP | COMMA):
        if is_verb(frame, first, words):
            return False
        first += 1
    end = first
    while end < len(frame) and tags[end] & NAME:
        end += 1
    if first == start + 1:
        return end > first and end < len(frame) and is_verb(frame, end, words)
    return end - first > 1 and not any(frame.forms[x].isupper() for x in range(first, end))


def plural_within(frame: Frame, atoms: Range, who: int, words: Lexicon) -> int:
    """Start of an antecedent that agrees with the verb behind *qui*: *la thèse de certains élus, qui estiment*."""
    tags = frame.tags
    verb = who + 1
    while verb < len(frame) and tags[verb] & (CLITIC | NEGATION):
        verb += 1
    forms = words.forms(frame.norms[verb]) if verb < len(frame) else ()
    if not forms or any(f.number != "p" for f in forms) or frame.norms[atoms[0]] not in words.singular:
        return atoms[0]
    if any(tags[x] & COORDINATOR for x in range(*atoms)):
        return atoms[0]
    for x in range(atoms[0] + 1, atoms[1] - 1):
        if tags[x] & OF and (tags[x] & QUANTIFIER or frame.norms[x + 1] in words.plural):
            return x if tags[x] & QUANTIFIER else x + 1
    return atoms[0]
