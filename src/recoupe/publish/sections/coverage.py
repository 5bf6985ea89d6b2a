"""What each outlet alone reports, and which corroborated facts it leaves out."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.publish.edition import Edition, Evidence, Source
from recoupe.publish.lines import Anchor, anchor, filters, outlet_key
from recoupe.publish.marks import Marks
from recoupe.publish.sections.facts import FactLine

SHOWN = 5  # passages that only one article has, and facts that it leaves out, that are shown at once ...
FEWER = 3  # ... and of more than this many articles
MANY = 10
NONE_OF = 40  # of more articles yet, facts left out are named by their number alone
NUMBERS = 60  # numbers at most, those of the best corroborated facts; how many more there are is told
WIDELY = 2  # independent origins from which a fact's absence is worth a line


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """One article: what only it reports, and the widely reported facts on which it is silent.

    Attributes:
        shown: passages of its own that are shown at once.
        names: facts left out that are told by their words.
    """

    anchor: Anchor
    source: Source
    alone: tuple[Evidence, ...]
    omitted: tuple[FactLine, ...]
    filters: str
    shown: int
    names: int

    @property
    def first(self) -> tuple[Evidence, ...]:
        """Passages of its own shown at once."""
        return self.alone[: self.shown]

    @property
    def rest(self) -> tuple[Evidence, ...]:
        """Passages of its own behind one gesture."""
        return self.alone[self.shown :]

    @property
    def told(self) -> tuple[FactLine, ...]:
        """Facts left out that are told in full."""
        return self.omitted[: self.names]

    @property
    def named(self) -> tuple[FactLine, ...]:
        """Facts left out that are named by their number, the best corroborated ones."""
        return self.omitted[self.names : self.names + NUMBERS]

    @property
    def unnamed(self) -> int:
        """How many more facts are left out: in a story of hundreds of articles each is silent on most."""
        return max(0, len(self.omitted) - self.names - NUMBERS)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The section; `widely` is the number of facts that count as widely reported."""

    lines: tuple[CoverageLine, ...]
    widely: int


def make_coverage(edition: Edition, marks: Marks, facts: tuple[FactLine, ...]) -> Coverage:
    """The section from the dossier's unique passages and its facts' stances."""
    unique = {u.article: u.passages for u in edition.dossier.unique}
    told = zip(facts, edition.dossier.established, strict=True)
    stances = {line.anchor.id: fact.stances for line, fact in told}
    articles = len(edition.sources)
    shown = SHOWN if articles <= MANY else FEWER
    widely = [line for line in facts if line.origins >= WIDELY]
    silent: dict[str, list[FactLine]] = {source.id: [] for source in edition.sources}
    for line in widely:
        for article, stance in stances[line.anchor.id].items():
            if stance == "silent" and article in silent:
                silent[article].append(line)
    lines = []
    for source in edition.sources:
        passages = unique.get(source.id, ())
        omitted = tuple(silent[source.id])
        if not passages and not omitted:
            continue
        place = anchor(edition, "u", "unique", source.number)
        marks.add(passages, "unique", place)
        own = [o.id for o in edition.origins.values() if source.id in o.own]
        lines.append(
            CoverageLine(
                anchor=place,
                source=source,
                alone=tuple(edition.evidence(p) for p in passages),
                omitted=omitted,
                filters=f"{outlet_key(source)} {filters(edition, (), own)}".strip(),
                shown=shown,
                names=shown if articles <= NONE_OF else 0,
            )
        )
    return Coverage(tuple(lines), len(widely))
