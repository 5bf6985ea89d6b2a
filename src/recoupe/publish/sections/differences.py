"""Where the articles differ: discrepancies, and evolutions apart from them."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.model.dossier import Discrepancy, Evolution
from recoupe.model.span import Passage
from recoupe.publish.edition import Edition, Exhibits, Source
from recoupe.publish.lines import Anchor, Filters, anchor, filters
from recoupe.publish.marks import Marks


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a discrepancy, or one step of an evolution (`when` is empty for a side)."""

    value: str
    when: str
    outlets: tuple[Source, ...]
    exhibits: Exhibits


@dataclass(frozen=True, slots=True)
class DifferenceLine:
    """A discrepancy or an evolution; `note` says in one sentence what differs."""

    anchor: Anchor
    kind: str
    about: str
    note: str
    sides: tuple[SideView, ...]
    filters: Filters


@dataclass(frozen=True, slots=True)
class Differences:
    """The section."""

    discrepancies: tuple[DifferenceLine, ...]
    evolutions: tuple[DifferenceLine, ...]


def make_differences(edition: Edition, marks: Marks) -> Differences:
    """The section from the dossier's discrepancies and evolutions, in its order."""
    dossier = edition.dossier
    return Differences(
        tuple(_discrepancy(edition, marks, d, n) for n, d in enumerate(dossier.discrepancies, 1)),
        tuple(_evolution(edition, marks, e, n) for n, e in enumerate(dossier.evolutions, 1)),
    )


def _discrepancy(edition: Edition, marks: Marks, found: Discrepancy, number: int) -> DifferenceLine:
    place = anchor(edition, "d", "discrepancy", number, found.id)
    passages = [p for side in found.sides for p in side.passages]
    marks.add(passages, "discrepancy", place)
    return DifferenceLine(
        anchor=place,
        kind=found.kind,
        about=edition.named(found.about),
        note=edition.named(found.note),
        sides=tuple(_side(edition, side.value, "", side.passages) for side in found.sides),
        filters=filters(edition, passages, _origins(edition, passages)),
    )


def _evolution(edition: Edition, marks: Marks, found: Evolution, number: int) -> DifferenceLine:
    place = anchor(edition, "e", "evolution", number, found.id)
    passages = [p for step in found.steps for p in step.passages]
    marks.add(passages, "evolution", place)
    return DifferenceLine(
        anchor=place,
        kind="evolution",
        about=edition.line(found.about),
        note="",
        sides=tuple(
            _side(edition, step.value, edition.line(edition.say.when(step.when)), step.passages)
            for step in found.steps
        ),
        filters=filters(edition, passages, _origins(edition, passages)),
    )


def _side(edition: Edition, value: str, when: str, passages: tuple[Passage, ...]) -> SideView:
    return SideView(edition.line(value), when, edition.outlets_of(passages), edition.exhibits(passages))


def _origins(edition: Edition, passages: list[Passage]) -> list[str]:
    """Origins of the articles that the passages stand in: a discrepancy does not name its own."""
    keys = {p.article for p in passages}
    return [o.id for o in edition.origins.values() if keys & o.own]
