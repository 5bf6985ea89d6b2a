"""What is established: facts with their origins, and the grid of facts × articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recoupe.model.dossier import Fact
from recoupe.publish.edition import Edition, Exhibits, OriginView, Source
from recoupe.publish.lines import Anchor, anchor, filters, language_of
from recoupe.publish.marks import Marks

SHOWN = 15  # facts shown at once; the others are one gesture away
COLUMNS = 40  # articles in the grid; of more, those that say most about the facts
ROWS = SHOWN

CellState = Literal["own", "relayed", "contradicts", "silent"]


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """One independent origin of a fact, and the outlets that carry it from there."""

    origin: OriginView
    outlets: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article says of one fact; `href` leads to where it says it."""

    source: Source
    state: CellState
    href: str


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact; of a `tentative` one no origins are counted, for nothing is corroborated."""

    anchor: Anchor
    text: str
    language: str
    status: str
    origins: int
    outlets: int
    groups: tuple[OriginGroup, ...]
    exhibits: Exhibits
    against: Exhibits
    filters: str
    cells: tuple[Cell, ...]
    tentative: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """The section.

    Attributes:
        lines: what is established.
        leads: passages that may assert one thing, to be read.
        columns: articles of the grid; `left_out` says how many others the grid has no room for.
    """

    lines: tuple[FactLine, ...]
    leads: tuple[FactLine, ...]
    columns: tuple[Source, ...]
    left_out: int

    @property
    def first(self) -> tuple[FactLine, ...]:
        """Facts shown at once."""
        return self.lines[:SHOWN]

    @property
    def rest(self) -> tuple[FactLine, ...]:
        """Facts behind one gesture."""
        return self.lines[SHOWN:]

    @property
    def rows(self) -> tuple[FactLine, ...]:
        """Facts of the grid."""
        return self.lines[:ROWS]


def make_facts(edition: Edition, marks: Marks) -> Facts:
    """The section from the dossier's facts, in its order."""
    facts = edition.dossier.facts
    columns = _columns(edition, facts[:ROWS])
    told = [(f, _line(edition, marks, f, n, columns)) for n, f in enumerate(facts, 1)]
    lines = tuple(line for fact, line in told if not fact.tentative)
    leads = tuple(line for fact, line in told if fact.tentative)
    return Facts(lines, leads, columns, len(edition.sources) - len(columns))


def _columns(edition: Edition, facts: tuple[Fact, ...]) -> tuple[Source, ...]:
    if len(edition.sources) <= COLUMNS:
        return edition.sources
    said = {s.id: sum(f.stances.get(s.id, "silent") != "silent" for f in facts) for s in edition.sources}
    busiest = {s.id for s in sorted(edition.sources, key=lambda s: -said[s.id])[:COLUMNS]}
    return tuple(s for s in edition.sources if s.id in busiest)


def _line(edition: Edition, marks: Marks, fact: Fact, number: int, columns: tuple[Source, ...]) -> FactLine:
    place = anchor(edition, "f", "fact", number, fact.id)
    marks.add((p.passage for p in fact.passages), "fact", place)
    marks.add(fact.against, "fact", place)
    exhibits = edition.exhibits(fact.passages)
    return FactLine(
        anchor=place,
        text=edition.line(fact.text),
        language=language_of(edition, fact.text, exhibits.cards),
        status=fact.status,
        origins=len(fact.origins),
        outlets=fact.outlets or len(edition.outlets_of(fact.passages)),
        groups=_groups(edition, fact),
        exhibits=exhibits,
        against=edition.exhibits(fact.against),
        filters=filters(edition, [*fact.passages, *fact.against], fact.origins),
        cells=tuple(_cell(edition, fact, source) for source in columns) if number <= ROWS else (),
        tentative=fact.tentative,
    )


def _groups(edition: Edition, fact: Fact) -> tuple[OriginGroup, ...]:
    return tuple(
        OriginGroup(edition.origins[o], edition.outlets_of(p for p in fact.passages if p.origin == o))
        for o in fact.origins
        if o in edition.origins
    )


def _cell(edition: Edition, fact: Fact, source: Source) -> Cell:
    stance = fact.stances.get(source.id, "silent")
    said = [p for p in fact.passages if p.article == source.id]
    denied = [p for p in fact.against if p.article == source.id]
    if stance == "contradicts":
        places = denied or [p.passage for p in said]
        return Cell(source, "contradicts", f"#{source.key}-{places[0].start}" if places else "")
    if stance == "silent" or not said:
        return Cell(source, "silent", "")
    own = any(_is_own(edition.origins.get(p.origin), source) for p in said)
    return Cell(source, "own" if own else "relayed", f"#{source.key}-{said[0].start}")


def _is_own(origin: OriginView | None, source: Source) -> bool:
    """Whether the passage is the outlet's own reporting; an agency's own articles are its own, too."""
    return origin is not None and origin.name == source.name
