"""Denials that take up what was just said: *..., ce que dément la ville*, *allégations que le port a niées*.

Decides: where a clause behind a quotation denies or confirms it, and who does. The content is that of the quotation
taken up; the clause itself is cut from it.
"""

from __future__ import annotations

from recoupe.annotate.quotations.frames import Frame
from recoupe.annotate.quotations.groups import Cue
from recoupe.annotate.quotations.lexicon import COMMA, STOP, THAT, WHO, Lexicon
from recoupe.annotate.quotations.phrases import Range, to_the_right

_ACTS = frozenset({"deny", "admit"})
_REACH = 12  # atoms between the word that takes up and the verb


def taking_up(frame: Frame, cues: list[Cue], words: Lexicon) -> list[tuple[Cue, int, Range]]:
    """Cues that deny or admit what stands before them: the cue, where its clause opens, and its speaker."""
    found = []
    for cue in cues:
        if cue.entry.act not in _ACTS or cue.incise:
            continue
        opening = _opening(frame, cue, words)
        if opening is None:
            continue
        speaker = _speaker(frame, cue, words)
        if speaker is not None:
            found.append((cue, opening, speaker))
    return found


def _opening(frame: Frame, cue: Cue, words: Lexicon) -> int | None:
    """Index of *ce* or of the noun of speech that the relative before the cue takes up, after a comma or a stop."""
    for i in range(cue.first - 1, max(1, cue.first - _REACH), -1):
        if frame.tags[i] & (COMMA | STOP):
            return None
        if frame.tags[i] & (THAT | WHO):
            head = i - 1
            known = frame.norms[head] in words.takes_up or frame.norms[head] in words.nouns
            if not known:
                return None
            return head if head and frame.tags[head - 1] & (COMMA | STOP) else None
    return None


def _speaker(frame: Frame, cue: Cue, words: Lexicon) -> Range | None:
    """The subject; of a passive, the phrase after *par*; of an inverted clause, the phrase behind the verb."""
    if cue.mode == "passive":
        for i in range(cue.last + 1, min(len(frame), cue.last + 4)):
            if frame.norms[i] in words.by:
                return to_the_right(frame, i + 1, words)
        return None
    if frame.tags[cue.first - 1] & THAT:
        return to_the_right(frame, cue.last + 1, words)
    return cue.subject
