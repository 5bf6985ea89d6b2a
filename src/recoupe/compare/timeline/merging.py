"""Which dated events of several articles are one.

Two are one if their moments agree (one lies in the other) and their clauses, moments left aside, speak of the same thing
(the likelihood that facts use), with an event or a rare thing in common. Each joins the happening that it fits best;
those of different things on one day stay apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from recoupe.compare.facts import Propositions
from recoupe.compare.facts.judge import sameness
from recoupe.compare.facts.window import Window
from recoupe.compare.timeline.events import Event
from recoupe.compare.timeline.moments import Moment

SAME_DAY = 0.3
"""Least likelihood of one event at one and the same moment."""
NESTED = 0.4
"""The same where one moment lies within the other."""
UNDATED = 0.75
"""Least likelihood that a passage without a moment tells the event."""
MOST_COMPARED = 6
"""Members of a happening that a new event is compared to."""
RARE = 2.0
"""Weight from which a shared thing is no chance."""


@dataclass(slots=True)
class Happening:
    """One event of the story.

    Attributes:
        events: what the articles tell of it, best dated first.
        undated: passages that tell it without its moment.
    """

    events: list[Event]
    undated: list[Window] = field(default_factory=list)

    @property
    def moment(self) -> Moment:
        """The most precise moment told (of those in passing only if there is no other)."""
        told = [e for e in self.events if not e.passing] or self.events
        return min((e.moment for e in told), key=lambda m: (m.length, "~" in m.edtf, -len(m.first), m.first, m.edtf))


def merge(events: Sequence[Event], propositions: Propositions) -> list[Happening]:
    """Happenings, in order of their first event; what is only told in passing makes none."""
    happenings: list[Happening] = []
    ordered = sorted(enumerate(events), key=lambda e: (e[1].passing, e[1].moment.length, e[0]))
    for _, event in ordered:
        best = max(((_fit(event, h), -n) for n, h in enumerate(happenings)), default=(0.0, 0))
        if best[0] > 0:
            happenings[-best[1]].events.append(event)
        elif not event.passing:
            happenings.append(Happening([event]))
    _add_undated(happenings, propositions)
    return happenings


def _fit(event: Event, happening: Happening) -> float:
    """How well an event fits a happening; 0 if they are not one."""
    best = 0.0
    for other in happening.events[:MOST_COMPARED]:
        moment, told = event.moment, other.moment
        if moment.days == told.days:
            least = SAME_DAY
        elif moment.within(told) or told.within(moment):
            least = NESTED
        else:
            return 0.0
        if _speak_of_one(event.window, other.window):
            likely = sameness(event.window, other.window)
            if likely >= least:
                best = max(best, likely)
    return best


def _speak_of_one(a: Window, b: Window) -> bool:
    """Whether two windows share an event, or something rare."""
    if a.sentence is b.sentence:
        return a.key == b.key
    shared = a.concepts.keys() & b.concepts.keys()
    return bool(a.events & b.events) or any(a.concepts[c] >= RARE and not c.startswith("@") for c in shared)


def _add_undated(happenings: Sequence[Happening], propositions: Propositions) -> None:
    """Add passages of other articles that very likely tell the same and tell no moment."""
    at: dict[int, list[Happening]] = {}
    for happening in happenings:
        for event in happening.events:
            if not event.passing:
                at.setdefault(id(event.window.sentence), []).append(happening)
    for likely, match in propositions.matches:
        if likely < UNDATED:
            continue
        for here, there in ((match.a, match.b), (match.b, match.a)):
            if any(t.interval for t in there.times):
                continue
            for happening in at.get(id(here.sentence), ()):
                told = [e.window for e in happening.events]
                if any(_same_clause(w, here) for w in told) and all(w.article != there.article for w in told):
                    happening.undated.append(there)


def _same_clause(a: Window, b: Window) -> bool:
    """Whether two windows of one sentence tell the same event."""
    return a.sentence is b.sentence and bool(a.events & b.events) and a.first <= b.last and b.first <= a.last
