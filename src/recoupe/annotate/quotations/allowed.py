"""Which contents the form of a verb may have: negated, impersonal, conditional, passive or infinitive.

Decides: whether a cue and the content on which it landed are a report at all. Leaves the content to `contents`.
"""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.annotate.quotations.frames import Frame
from recoupe.annotate.quotations.groups import Cue
from recoupe.annotate.quotations.landing import Landing
from recoupe.annotate.quotations.lexicon import (
    COORDINATOR,
    FIRST,
    INFINITIVE,
    MARKED,
    OF,
    PREP,
    SUBJECT,
    THAT,
    Lexicon,
)

# To negate a denial is to admit, to negate a judgement is to deny; to negate a statement is to withhold it. To negate
# any other act (not to thank, not to accuse) is no speech.
NEGATED = {
    "deny": "admit",
    "judge": "deny",
    "assert": "withhold",
    "announce": "withhold",
    "admit": "withhold",
    "answer": "withhold",
}
_MARKS_NEAR = 12  # atoms from an infinitive to the marks that make it report


def is_allowed(  # noqa: PLR0911 - one return a reason
    frame: Frame, cue: Cue, landing: Landing, words: Lexicon, cues: Sequence[Cue]
) -> bool:
    """Whether the form of a cue may have the kind of content on which it landed.

    Args:
        frame: the frame.
        cue: the cue.
        landing: where its content begins.
        words: the tables.
        cues: all cues of the frame.
    """
    entry = cue.entry
    if cue.negated and (entry.act not in NEGATED or (landing.kind == "phrase" and entry.act != "deny")):
        return False
    if cue.subject and any(frame.norms[x] == "%" for x in range(*cue.subject)):
        return False  # a poll, not a statement
    if cue.subject and frame.tags[cue.subject[0]] & FIRST and frame.tags[cue.subject[0]] & SUBJECT:
        return False  # the reporter's own words
    if "impersonal" in entry.codes and not _impersonal(frame, cue, words):
        return False
    if ("personal" in entry.codes and _impersonal(frame, cue, words)) or (
        cue.negated and cue.subject is None
    ):
        return False
    told = any(n in words.accusative for n in frame.norms[cue.first : cue.verb])
    direct = frame.tags[landing.at - 1] & THAT or (landing.kind == "marked" and landing.at == cue.end)
    if told and not entry.calls and not entry.object_then and not direct:
        return False  # *l'a demandé*: the content is told elsewhere
    if cue.mode in ("bare", "passive"):
        return landing.kind == "marked" and entry.calls
    if cue.mode == "infinitive":
        return _infinitive_allowed(frame, cue, landing, words, cues)
    # *pourrait proposer*: not yet said
    return not (
        cue.conditional
        and cue.mode == "finite"
        and cue.verb > cue.first
        and landing.kind != "marked"
        and frame.tags[cue.verb] & INFINITIVE
    )


def _impersonal(frame: Frame, cue: Cue, words: Lexicon) -> bool:
    if cue.subject is None:
        return False
    return frame.norms[cue.subject[0]].lstrip("-t") in words.impersonal


def _infinitive_allowed(
    frame: Frame, cue: Cue, landing: Landing, words: Lexicon, cues: Sequence[Cue]
) -> bool:
    """An infinitive reports behind a preposition and with marks, or in the perfect (*après avoir annoncé*)."""
    before = cue.first - 1
    if before < 0 or frame.norms[before] in words.without or cue.negated:
        return False
    if any(c.last == before for c in cues):
        return False
    if any(f.lemma in words.having for f in words.forms(frame.norms[cue.first])):
        return True
    if not frame.tags[before] & (PREP | OF | COORDINATOR):
        return False
    near = range(landing.at, min(len(frame), landing.at + _MARKS_NEAR))
    return landing.kind in ("marked", "colon") or any(frame.tags[x] & MARKED for x in near)
