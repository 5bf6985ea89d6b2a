"""Who passed a quotation on: *a rapporté KCNA*, *cité par les agences*, *citant un conseiller*.

Decides: the links between a speaker and the outlet that are told behind the attribution. Source phrases (*selon l'AFP*)
and agencies that tell a whole sentence are settled in `finder`.
"""

from __future__ import annotations

from recoupe.annotate.quotations.drafts import Draft, plain_span
from recoupe.annotate.quotations.frames import Frame
from recoupe.annotate.quotations.groups import Cue
from recoupe.annotate.quotations.lexicon import ADVERB, COLON, DET, MARKED, PREP, STOP, Lexicon
from recoupe.annotate.quotations.phrases import Range, is_verb, to_the_right
from recoupe.model.findings import Relay

_REACH = 30  # atoms behind a cue within which *cité par* belongs to it


def relay_of(frame: Frame, atoms: Range) -> Relay:
    """The relay named by a noun phrase; its name is the phrase without its article."""
    first = atoms[0]
    while first + 1 < atoms[1] and frame.tags[first] & DET and frame.forms[first][0].islower():
        first += 1
    pieces = []
    for i in range(first, atoms[1]):
        gap = " " if i > first and frame.starts[i] > frame.ends[i - 1] else ""
        pieces.append(gap + frame.forms[i])
    return Relay(plain_span(frame, atoms), "".join(pieces).rstrip(" ,"))


def relays_behind(frame: Frame, cue: Cue, draft: Draft, words: Lexicon) -> None:
    """Add to `draft` who is named behind its cue as having passed it on.

    *a déclaré X, cité par Y*: Y is a relay. *a rapporté Y, citant X*: X is the speaker and Y the relay.
    """
    i = cue.end
    limit = min(len(frame), i + _REACH)
    while i < limit and not frame.tags[i] & (STOP | COLON | MARKED):
        norm = frame.norms[i]
        if norm in words.cited:
            by = _by(frame, i + 1, min(limit, i + 8), words)
            found = to_the_right(frame, by, words) if by else None
            if found:
                draft.relays.append(relay_of(frame, found))
                i = found[1]
                continue
        elif norm in words.citing and cue.subject:
            found = to_the_right(frame, i + 1, words)
            if found:
                draft.relays.append(relay_of(frame, cue.subject))
                draft.speaker = plain_span(frame, found)
                draft.cited = relay_of(frame, found).name
                return
        elif i > cue.end and is_verb(frame, i, words):
            return
        i += 1


def _by(frame: Frame, i: int, limit: int, words: Lexicon) -> int | None:
    """Index after *par*, over an adverb or the addressee (*cité aux journalistes par*)."""
    for x in range(i, limit):
        if frame.norms[x] in words.by:
            return x + 1
        if frame.tags[x] & (STOP | MARKED) or (
            frame.tags[x] & PREP and not frame.tags[x] & ADVERB and x > i + 3
        ):
            return None
    return None
