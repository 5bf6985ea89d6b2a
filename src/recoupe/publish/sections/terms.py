"""The words each outlet uses for the same thing, in its own voice or in a speaker's."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.publish.edition import Edition, Exhibits, Source
from recoupe.publish.lines import Anchor, anchor, filters
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
class Wording:
    """One wording in the outlets' own voice and in speakers'."""

    term: str
    uses: tuple[UseView, ...]

    @property
    def count(self) -> int:
        """Number of uses in any voice."""
        return sum(use.count for use in self.uses)


@dataclass(frozen=True, slots=True)
class TermLine:
    """One referent with its wordings, most used first."""

    anchor: Anchor
    referent: str
    wordings: tuple[Wording, ...]
    filters: str


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
                edition.concordance(use.passages),
            )
            for use in term.uses
        )
        lines.append(
            TermLine(place, edition.line(term.referent), _wordings(uses), filters(edition, passages))
        )
    return tuple(lines)


def _wordings(uses: tuple[UseView, ...]) -> tuple[Wording, ...]:
    by_term: dict[str, list[UseView]] = {}
    for use in uses:
        by_term.setdefault(use.term, []).append(use)
    found = [Wording(t, tuple(sorted(u, key=lambda use: use.voice))) for t, u in by_term.items()]
    return tuple(sorted(found, key=lambda w: -w.count))
