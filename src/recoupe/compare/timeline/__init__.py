"""Events of the story in order of time, each with the most precise moment told and its passages in all articles.

    propositions → dated events (a clause, a moment) → the same event told by several articles → entries

Decides what is an event with a moment, which of them are one, and how its moment is written (EDTF, ISO 8601-2).
Left to others: finding times (annotate), what articles assert in common (facts), and drawing.
An event is a clause in which something happens or is done, at a moment that an article tells itself. Mere dates of
declarations are none, nor what is denied, alleged or asked. What lies ahead of its article is announced, until
another tells it as done.
"""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.compare.facts import Propositions
from recoupe.compare.material import Material
from recoupe.compare.timeline.events import Event, find_events
from recoupe.compare.timeline.lines import clearest_line
from recoupe.compare.timeline.merging import Happening, merge
from recoupe.compare.timeline.moments import Moment
from recoupe.model.dossier import TimelineEntry
from recoupe.model.span import Passage

__all__ = ["build_timeline"]


def build_timeline(material: Material, propositions: Propositions) -> tuple[TimelineEntry, ...]:
    """Dated events, in order of time, then of precision, then of place in the articles.

    Args:
        material: the articles.
        propositions: what they say, clause by clause.
    """
    happenings = merge(find_events(material, propositions), propositions)
    entries = [(happening.moment, _entry(material, propositions, happening)) for happening in happenings]
    entries.sort(key=lambda e: (e[0].first, e[0].last, e[1].passages))
    return tuple(entry for _, entry in entries)


def _entry(material: Material, propositions: Propositions, happening: Happening) -> TimelineEntry:
    moment = happening.moment
    return TimelineEntry(
        when=moment.edtf,
        precision=moment.precision,
        status="happened" if _happened(happening) else "announced",
        text=clearest_line(material, _most_precise(happening.events, moment)),
        passages=_passages(propositions, happening),
        background=all(e.remote for e in happening.events) and not happening.undated,
    )


def _happened(happening: Happening) -> bool:
    """Whether any article tells the event as done."""
    return any(e.happened for e in happening.events) or any(w.done and not w.ahead for w in happening.undated)


def _most_precise(events: Sequence[Event], moment: Moment) -> list[Event]:
    """The events told with the entry's moment: happened ones if there are any, in the outlets' own voice if any."""
    chosen = [e for e in events if e.moment == moment and not e.passing] or [
        e for e in events if not e.passing
    ]
    for wish in (lambda e: e.happened, lambda e: not e.quoted):
        chosen = [e for e in chosen if wish(e)] or chosen
    return chosen


def _passages(propositions: Propositions, happening: Happening) -> tuple[Passage, ...]:
    """Passages of an entry, in order of article and place, none inside another."""
    places = {propositions.passage(w) for w in (*(e.window for e in happening.events), *happening.undated)}
    order = {article.id: n for n, article in enumerate(propositions.material.articles)}
    kept: list[Passage] = []
    for place in sorted(places, key=lambda p: (order[p.article], p.start, -p.end)):
        if kept and kept[-1].article == place.article and place.end <= kept[-1].end:
            continue
        kept.append(place)
    return tuple(kept)
