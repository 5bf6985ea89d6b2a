"""Which dated events of several articles are one.

Two are one if their moments agree (one lies in the other) and their clauses, moments left aside, speak of the same
thing (the likelihood that facts use), with an event or a rare thing in common. Each joins the happening that it
fits best; those of different things on one day stay apart.
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
SAME_ACT = 0.1
"""The same on one day where the verbs are the same or synonyms."""
OTHER_ACT = 0.4
"""The same where neither tells what happens in the other, if they share an event and another thing."""
NESTED = 0.4
"""The same where one moment lies within the other, which needs the same verb or a synonym."""
AROUND = 0.5
"""The same for the whole sentences that tell of one act."""
REMOTE = 0.002
"""The same for a month or day long before the articles, told with the same names."""
NESTED_HERE = 0.6
"""The same within one article, which more often tells of two events."""
COVERING, COVER = 3, 0.7
"""Number and share of common things with which two clauses with the same verb are one."""
A_MONTH = 31
TWO_NAMES = 2
UNDATED = 0.8
"""Least likelihood, moments left aside, that a passage without a moment tells the event."""
MOST_HAPPENINGS = 100
"""Happenings looked up for one thing that they tell of: what is told more often shows nothing."""
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
        """The most precise moment told ; one told in passing may make it more precise."""
        told = [e.moment for e in self.events if not e.passing]
        refined = [e.moment for e in self.events if e.passing and any(e.moment.within(m) for m in told)]
        return min((*told, *refined), key=lambda m: (m.length, "~" in m.edtf, -len(m.first), m.first, m.edtf))


def merge(events: Sequence[Event], propositions: Propositions) -> list[Happening]:
    """Happenings, in order of their first event; what is only told in passing makes none."""
    happenings: list[Happening] = []
    about: dict[str, list[int]] = {}
    ordered = sorted(enumerate(events), key=lambda e: (e[1].passing, e[1].moment.length, e[0]))
    for _, event in ordered:
        near = sorted({n for thing in _things(event) for n in about.get(thing, ())})
        best = max(((_fit(event, happenings[n]), -n) for n in near), default=(0.0, 0))
        if best[0] > 0:
            number = -best[1]
            happenings[number].events.append(event)
        elif event.passing:
            continue
        else:
            number = len(happenings)
            happenings.append(Happening([event]))
        for thing in _things(event):
            known = about.setdefault(thing, [])
            if number not in known and len(known) < MOST_HAPPENINGS:
                known.append(number)
    _add_undated(happenings, propositions)
    return happenings


def _things(event: Event) -> set[str]:
    """What an event may have in common with another that is the same."""
    window = event.window
    things = {
        c for c, w in window.concepts.items() if c in window.events or (w >= RARE and not c.startswith("@"))
    }
    return things | {event.moment.edtf + name for name in _names(event)} if event.remote else things


def _fit(event: Event, happening: Happening) -> float:
    """How well an event fits a happening; 0 if they are not one."""
    best = 0.0
    for other in happening.events[:MOST_COMPARED]:
        least = _least(event, other)
        if least is None:
            return 0.0
        if least == REMOTE or _speak_of_one(event.window, other.window):
            likely = max(sameness(event.window, other.window), _cover(event, other))
            best = max(best, likely if likely >= least else 0.0)
        best = max(best, _around(event, other))
    return best


def _around(a: Event, b: Event) -> float:
    """Likelihood that the sentences around two events of one day tell one thing; 0 where no one act is told of."""
    if a.moment.days != b.moment.days or a.moment.length > 1 or a.window.article == b.window.article:
        return 0.0
    if a.act != b.act and a.act not in b.wide.concepts and b.act not in a.wide.concepts:
        return 0.0
    likely = sameness(a.wide, b.wide)
    return likely if likely >= AROUND else 0.0


def _cover(a: Event, b: Event) -> float:
    """Share of what both tell that is the same, where what happens is; rarity tells nothing in a story of few lines."""
    if a.act != b.act:
        return 0.0
    shared = a.window.concepts.keys() & b.window.concepts.keys()
    share = len(shared) / max(len(a.window.concepts), len(b.window.concepts))
    return share if len(shared) >= COVERING and share >= COVER else 0.0


def _least(a: Event, b: Event) -> float | None:
    """Least likelihood for two events to be one; None if their moments forbid it."""
    one_article = a.window.article == b.window.article
    one_act = a.act == b.act
    if a.moment.days == b.moment.days:
        if not one_article and _background(a, b):
            return REMOTE
        if one_act:
            return SAME_ACT if a.moment.length == 1 else SAME_DAY
        told = a.act in b.window.concepts or b.act in a.window.concepts
        if told or a.moment.length > 1:
            return SAME_DAY
        things = [c for c in a.window.concepts.keys() & b.window.concepts.keys() if not c.startswith("@")]
        return OTHER_ACT if a.window.events & b.window.events and len(things) > 1 else UNDATED
    if not one_act or not (a.moment.within(b.moment) or b.moment.within(a.moment)):
        return None
    return NESTED_HERE if one_article else NESTED


def _background(a: Event, b: Event) -> bool:
    """Whether two articles recall one event of long ago: the same month with two names, or day with a rare thing."""
    if not (a.remote and b.remote) or a.moment.length > A_MONTH:
        return False
    if a.moment.length == 1 and _speak_of_one(a.wide, b.wide):
        return True
    return len(_names(a) & _names(b)) >= TWO_NAMES


def _names(event: Event) -> set[str]:
    """Names in the sentence of an event."""
    return {c for s in event.around for c in s.concepts if c.startswith("@")}


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
            if not event.passing and not event.remote:
                at.setdefault(id(event.window.sentence), []).append(happening)
    for _, match in propositions.matches:
        if match.same < UNDATED:
            continue
        for here, there in ((match.a, match.b), (match.b, match.a)):
            if there.times or (there.ahead and not here.ahead) or not _telling(here, there):
                continue
            for happening in at.get(id(here.sentence), ()):
                told = [e.window for e in happening.events]
                if any(_same_clause(w, here) for w in told) and all(w.article != there.article for w in told):
                    happening.undated.append(there)


def _telling(a: Window, b: Window) -> bool:
    """Whether two windows share an event that tells much."""
    return any(a.concepts[c] >= RARE for c in a.events & b.events)


def _same_clause(a: Window, b: Window) -> bool:
    """Whether two windows of one sentence tell the same event."""
    return a.sentence is b.sentence and bool(a.events & b.events) and a.first <= b.last and b.first <= a.last
