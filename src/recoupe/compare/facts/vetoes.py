"""What keeps two windows from being one fact, whatever they share: contradictions, other moments, other actors."""

from __future__ import annotations

from datetime import date

from recoupe.compare.facts.values import (
    Relation,
    compare_quantities,
    compare_times,
    other_numbers,
    other_weekdays,
)
from recoupe.compare.facts.window import Window


def vetoed(a: Window, b: Window) -> bool:
    """Whether two windows cannot be one fact.

    They contradict each other (`contradicts`), one tells an event of years ago and the other gives it no date, or each
    names several that the other does not.
    """
    if contradicts(a, b):
        return True
    if compare_quantities(a.quantities, b.quantities) is Relation.SAME:
        return _shares_of_others(a, b)
    return a.bygone != b.bygone or _other_actors(a, b)


def contradicts(a: Window, b: Window, *, numbers: bool = True) -> bool:
    """Whether two windows tell other moments, other `numbers` of a thing, or one denies or expects the other."""
    if a.negated != b.negated:
        return True
    if numbers and other_numbers(a.quantities, b.quantities):
        return True
    events = a.events & b.events
    if a.denied & events != b.denied & events:
        return True
    if not (a.borrowed or b.borrowed) and (
        compare_times(a.times, b.times) is Relation.DIFFERENT or other_weekdays(a.times, b.times)
    ):
        return True
    return _expected_and_done(a, b) or _far(a, b)


def _expected_and_done(a: Window, b: Window) -> bool:
    """Whether one window expects an event that the other tells as done: a preview does not confirm a report."""
    if a.expected == b.expected:
        return False
    before, after = (a, b) if a.expected else (b, a)
    events = a.events & b.events
    if not (before.verb or after.verb):
        return after.settled  # phrases that hang on the verbs of a preview and of a report
    return bool(events & after.done) and not events & before.done


def _far(a: Window, b: Window) -> bool:
    """Whether the moments that two windows tell or borrow lie more than `FAR` days apart."""
    moments = [
        [t.interval for t in w.times if t.interval and t.type not in {"DURATION", "SET"}] for w in (a, b)
    ]
    gaps = [_gap(x, y) for x in moments[0] for y in moments[1]]
    return bool(gaps) and min(gaps) > FAR


def _gap(a: tuple[str, str], b: tuple[str, str]) -> int:
    """Days between two intervals, 0 if they touch."""
    first, last = min(a[1], b[1])[:10], max(a[0], b[0])[:10]
    return max(0, (date.fromisoformat(last) - date.fromisoformat(first)).days)


FAR = 60
"""Days between the moments of two windows from which they tell different events, their own moments or borrowed."""


def _shares_of_others(a: Window, b: Window) -> bool:
    """Whether two windows tell percentages, which anybody can have, each beside names that the other lacks."""
    names_a, names_b = ({c for c in w.concepts if c.startswith("@")} for w in (a, b))
    if not names_a or not names_b or names_a & names_b:
        return False
    return all(any(q.unit == SHARE for q in w.quantities) for w in (a, b))


SHARE = "%"
"""Unit of numbers that anybody can have."""


def _other_actors(a: Window, b: Window) -> bool:
    """Whether each window names several that the other does not."""
    names_a, names_b = ({c for c in w.concepts if c.startswith("@")} for w in (a, b))
    return min(len(names_a - names_b), len(names_b - names_a)) >= OTHER_ACTORS


OTHER_ACTORS = 2
"""Names on each side that the other lacks, from which two windows speak of different actors."""
