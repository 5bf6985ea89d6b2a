"""The timeline: events in order, what is only announced told apart, and their places on an axis."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.publish.edition import Edition, Exhibits, Source
from recoupe.publish.lines import Anchor, anchor, filters, language_of
from recoupe.publish.marks import Marks
from recoupe.publish.moments import Moment, read_stretch


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event.

    Attributes:
        when: its moment written out.
        background: whether it only leads to the story.
        moment: what it covers, None where the value could not be read (it is then in the table only).
    """

    anchor: Anchor
    number: int
    when: str
    moment: Moment | None
    announced: bool
    background: bool
    text: str
    language: str
    outlets: tuple[Source, ...]
    exhibits: Exhibits
    filters: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The section."""

    events: tuple[EventLine, ...]

    @property
    def undrawn(self) -> int:
        """Events whose moment has no place on an axis."""
        return sum(e.moment is None for e in self.events)


def make_timeline(edition: Edition, marks: Marks) -> Timeline:
    """The section from the dossier's timeline, in its order."""
    return Timeline(tuple(_event(edition, marks, n) for n in range(1, len(edition.dossier.timeline) + 1)))


def _event(edition: Edition, marks: Marks, number: int) -> EventLine:
    entry = edition.dossier.timeline[number - 1]
    place = anchor(edition, "t", "moment", number)
    marks.add(entry.passages, "moment", place)
    exhibits = edition.concordance(entry.passages)
    return EventLine(
        anchor=place,
        number=number,
        when=edition.line(edition.say.when(entry.when)),
        moment=read_stretch(entry.when),
        announced=entry.status == "announced",
        background=entry.background,
        text=edition.line(entry.text),
        language=language_of(edition, entry.text, exhibits.cards),
        outlets=edition.outlets_of(entry.passages),
        exhibits=exhibits,
        filters=filters(edition, entry.passages),
    )
