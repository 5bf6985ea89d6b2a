"""Where the articles differ: discrepancies, and evolutions apart from them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from recoupe.model.dossier import Discrepancy, Evolution
from recoupe.model.span import Passage
from recoupe.publish.edition import Edition, Exhibits, Source
from recoupe.publish.lines import Anchor, anchor, filters
from recoupe.publish.marks import Marks
from recoupe.publish.retold import relabel, retell

ROW = 64  # characters of all sides of a line together, codes of outlets included, that fit in one row
_BRACKETS = re.compile(r" \(([^()]{1,2000})\)")  # " (Radio Littoral, Le Fanal)"
MISSING = "—"  # what comparison writes where a side lacks the words of the other


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a discrepancy, or one step of an evolution (`when` is empty for a side)."""

    value: str
    when: str
    outlets: tuple[Source, ...]
    exhibits: Exhibits


@dataclass(frozen=True, slots=True)
class DifferenceLine:
    """A discrepancy or an evolution.

    Attributes:
        note: one sentence that says what differs, empty for an evolution.
        lead: the note without its list of values, where the sides say the same.
    """

    anchor: Anchor
    kind: str
    about: str
    note: str
    lead: str
    sides: tuple[SideView, ...]
    filters: str

    @property
    def title(self) -> str:
        """What the line is listed under: what it is about, else what differs."""
        return self.about if self.about and self.about != self.note else self.lead

    @property
    def kicker(self) -> str:
        """What stands above the title; empty where the title says it."""
        return "" if self.title == self.lead else self.lead

    @property
    def roomy(self) -> bool:
        """Whether the sides are too long to stand in one row."""
        return sum(len(side.value) + len(side.when) + 4 * len(side.outlets) for side in self.sides) > ROW


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
    language, wanted = edition.dossier.language, edition.say.code
    note = edition.named(retell(found.note, language, wanted))
    return DifferenceLine(
        anchor=place,
        kind=found.kind,
        about=edition.named(found.about),
        note=note,
        lead=_lead(edition, note, [edition.line(side.value) for side in found.sides]),
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
        lead="",
        sides=tuple(
            _side(edition, step.value, edition.line(edition.say.when(step.when)), step.passages)
            for step in found.steps
        ),
        filters=filters(edition, passages, _origins(edition, passages)),
    )


def _lead(edition: Edition, note: str, values: list[str]) -> str:
    """The note without what the sides say beside it: their values after a colon, lists of outlets in brackets."""
    lead, colon, told = note.partition(":")
    if colon and all(value in told for value in values):
        return lead.rstrip()
    names = {source.name for source in edition.sources}
    shorter = _BRACKETS.sub(lambda m: "" if names.issuperset(m[1].split(", ")) else m[0], note)
    return shorter.rstrip(".") if shorter != note else note


def _side(edition: Edition, value: str, when: str, passages: tuple[Passage, ...]) -> SideView:
    label = relabel(value, edition.dossier.language, edition.say.code)
    told = edition.say("difference.missing") if value == MISSING else edition.line(label)
    return SideView(told, when, edition.outlets_of(passages), edition.exhibits(passages))


def _origins(edition: Edition, passages: list[Passage]) -> list[str]:
    """Origins of the articles that the passages stand in: a discrepancy does not name its own."""
    keys = {p.article for p in passages}
    return [o.id for o in edition.origins.values() if keys & o.own]
