"""One attribution for each claim: which of two drafts on the same words stays, and what only passes a quotation on.

Claims on the same words are settled by the strength of what makes them: an incise, then a finite verb in front, then a
source phrase or a noun, then a participle, then an infinitive.
"""

from __future__ import annotations

from recoupe.annotate.quotations.drafts import Draft, plain_span
from recoupe.annotate.quotations.frames import Frame
from recoupe.annotate.quotations.groups import Cue
from recoupe.annotate.quotations.lexicon import INVERTED, SUBJECT, Lexicon
from recoupe.annotate.quotations.phrases import Range
from recoupe.annotate.quotations.relays import relay_of
from recoupe.model.findings import Relay

Claim = tuple[Draft, Cue | None]
_STRENGTH = {
    "incise": 6,
    "inner": 6,
    "finite": 5,
    "compound": 5,
    "coordinated": 5,
    "source": 4,
    "noun": 4,
    "gerund": 3,
    "passive": 3,
    "bare": 2,
    "infinitive": 1,
}
_SAME = 0.8  # share of both contents above which two drafts are one quotation told twice


def settle(claims: list[Claim]) -> list[Claim]:
    """The claims without those that a stronger one on the same words excludes, in their order."""
    ranked = sorted(claims, key=lambda c: (-_STRENGTH.get(c[0].by, 0), c[0].content[0].start))
    kept: list[Claim] = []
    for draft, cue in ranked:
        free = draft.by in ("loose", "anaphora")
        weak = cue is not None and cue.entry.weak and not cue.incise
        if free or not any(_excludes(other, draft, inside=weak) for other, _ in kept):
            kept.append((draft, cue))
    stays = {id(draft) for draft, _ in kept}
    return [claim for claim in claims if id(claim[0]) in stays]


def _excludes(strong: Draft, weak: Draft, *, inside: bool) -> bool:
    """Whether two drafts are one quotation told twice, or the weak one is only a part of the other's words."""
    if (
        (inside or weak.by in ("infinitive", "bare"))
        and weak.cue
        and any(s.covers(weak.cue) for s in strong.content)
    ):
        return True
    common = sum(
        max(0, min(a.end, b.end) - max(a.start, b.start)) for a in strong.content for b in weak.content
    )
    return common > _SAME * sum(map(len, weak.content)) and common > _SAME * sum(map(len, strong.content))


def pass_on(claims: list[Claim], frame: Frame, words: Lexicon) -> list[Claim]:
    """Make a relay of who tells a sentence in which somebody else is quoted.

    An agency or a medium that tells it is nothing but a relay; anybody else is quoted as well.
    """
    left = list(claims)
    for draft, cue in claims:
        if cue is None or not cue.incise or cue.subject is None or frame.norms[cue.opening] in words.like:
            continue
        inner = [
            d
            for d, c in left
            if c is not cue and not d.nested and d.cue and any(s.covers(d.cue) for s in draft.content)
        ]
        if not inner:
            continue
        pronoun = frame.tags[cue.subject[0]] & (SUBJECT | INVERTED)
        if not pronoun:
            named = [relay_of(frame, cue.subject)] if draft.speaker == plain_span(frame, cue.subject) else []
            if not named and draft.speaker:
                named = [Relay(draft.speaker, draft.cited)]  # *a rapporté X, citant Y*: Y told X
            for other in inner:
                # Each once: incises one behind the other would double the chain at every step.
                other.relays += [r for r in (*named, *draft.relays) if r not in other.relays]
        if pronoun or is_medium(frame, cue.subject, words):
            left = [claim for claim in left if claim[0] is not draft]
    return left


def is_medium(frame: Frame, atoms: Range, words: Lexicon) -> bool:
    """Whether a noun phrase names an agency or a medium."""
    return any(n in words.media for n in frame.norms[atoms[0] : atoms[1]])
