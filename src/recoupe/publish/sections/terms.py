"""The words each outlet uses for the same thing, in its own voice or in a speaker's."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.publish.edition import Edition, Exhibits, Source
from recoupe.publish.lines import Anchor, Filters, anchor, filters
from recoupe.publish.marks import Marks


@dataclass(frozen=True, slots=True)
class UseView:
    """One wording; `voice` is `outlet` or `speaker`."""

    term: str
    voice: str
    count: int
    outlets: tuple[Source, ...]
    exhibits: Exhibits


@dataclass(frozen=True, slots=True)
class TermLine:
    """One referent with its wordings."""

    anchor: Anchor
    referent: str
    uses: tuple[UseView, ...]
    filters: Filters


def make_terms(edition: Edition, marks: Marks) -> tuple[TermLine, ...]:
    """The section from the dossier's terms, in its order."""
    lines = []
    for number, term in enumerate(edition.dossier.terms, 1):
        place = anchor(edition, "w", "term", number)
        passages = [p for use in term.uses for p in use.passages]
        marks.add(passages, "term", place)
        uses = tuple(
            UseView(
                edition.line(use.term),
                use.voice,
                len(use.passages),
                edition.outlets_of(use.passages),
                edition.exhibits(use.passages),
            )
            for use in term.uses
        )
        lines.append(TermLine(place, edition.line(term.referent), uses, filters(edition, passages)))
    return tuple(lines)
