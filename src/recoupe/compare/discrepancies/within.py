"""Articles that contradict themselves: a thing done and expected, affirmed and alleged, or counted in two ways."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.compare.discrepancies.finding import Finding, Teller
from recoupe.compare.discrepancies.modality import affirmed
from recoupe.compare.facts.alignment import Match
from recoupe.compare.facts.window import Window
from recoupe.compare.material import Material
from recoupe.language import load
from recoupe.model.dossier import Side

ALIKE = 0.45
"""Least likelihood that two passages of one article speak of the same thing: they share its topic anyway."""

EVENT = 1.5
"""Weight from which a shared event is what is told in two ways."""


def find_self(teller: Teller, matches: list[tuple[float, Match]]) -> Iterator[Finding]:
    """Contradictions inside one article."""
    for p, match in matches:
        a, b = match.a, match.b
        events = {c for c in a.events & b.events if a.concepts[c] >= EVENT}
        if p < ALIKE or not events:
            continue
        for plain, other in ((a, b), (b, a)):
            if not affirmed(teller.material, plain):
                continue
            if events & other.alleged and not other.ahead and events & plain.done:
                labels, note = ("affirmed", "alleged"), "self_alleged"
            elif events & plain.done and _expected(teller.material, other, events):
                labels, note = ("done", "expected"), "self_done"
            else:
                continue
            sides = (
                teller.side(teller.label(labels[0]), [plain]),
                teller.side(teller.label(labels[1]), [other]),
            )
            yield _finding(teller, sides, [plain, other], note, p)


def _expected(material: Material, window: Window, events: set[str]) -> bool:
    """Whether one of these events is expected, told in no past tense: in the window, or by its sentence's verb.

    *The signing of documents, among them a treaty, is expected*: the verb may stand far behind its subject.
    """
    if window.alleged or window.negated or events & window.done:
        return False
    if window.expected:
        return True
    article = material.articles[window.article]
    words = load(article.language).table("facts")
    tokens = material.tokens[article.id]
    return window.first == 0 and any(
        tokens.norms[i] in words["awaited"] and tokens.norms[i - 1] in words["copulas"]
        for i in tokens.within(window.end, window.sentence.span.end)
    )


def _finding(
    teller: Teller, sides: tuple[Side, Side], windows: list[Window], note: str, strength: float
) -> Finding:
    return Finding("self", teller.about(windows), sides, teller.note(note, sides), 1.5 + strength)
