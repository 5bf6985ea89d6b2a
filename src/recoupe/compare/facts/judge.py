"""How likely two windows say the same thing: a logistic model of a few readable features, and vetoes.

The weights were fitted on pairs of passages of three French stories of which a careful reader said which tell the
same fact; the thresholds were chosen by leaving one story out at a time. See docs/facts.md.
"""

from __future__ import annotations

import math
from datetime import date

from recoupe.compare.facts.values import Relation, compare_quantities, compare_times
from recoupe.compare.facts.window import Window

WEIGHTS: dict[str, float] = {
    "always": -1.76,
    "shared words": 0.99,
    "shared names": 0.15,
    "one shared word": 0.86,
    "rarest shared word": 0.34,
    "shared event": 0.41,
    "no event in one": 0.41,
    "least cover": 0.75,
    "greatest cover": -0.04,
    "not shared": -0.57,
    "same number": 2.86,
    "other number": -1.62,
    "no common number": 0.0,
    "same time": 2.66,
    "time within": 0.48,
    "other time": -0.68,
    "other time nearby": 0.25,
    "number in one only": 0.51,
    "time in one only": -0.12,
}
"""Weights of `features`, in logits."""


def features(a: Window, b: Window) -> dict[str, float]:
    """What speaks for and against two windows saying the same."""
    shared = sorted(((w, c) for c, w in a.concepts.items() if c in b.concepts), reverse=True)
    words = [w for w, c in shared if not c.startswith("@") and w >= LEAST_WORD]
    events = a.events & b.events
    names = [w for w, c in shared if c.startswith("@")]
    weight = sum(w for w, _ in shared)
    cover_a, cover_b = weight / max(a.total, 0.1), weight / max(b.total, 0.1)
    numbers = compare_quantities(a.quantities, b.quantities)
    times = compare_times(a.times, b.times)
    own = not a.borrowed and not b.borrowed
    return {
        "always": 1.0,
        "shared words": math.log1p(sum(words)),
        "shared names": math.log1p(sum(names)),
        "one shared word": float(len(words) == 1),
        "rarest shared word": (words[0] if words else 0.0) / 5,
        "shared event": math.log1p(sum(a.concepts[c] for c in events)),
        "no event in one": float(not a.events or not b.events),
        "least cover": min(cover_a, cover_b),
        "greatest cover": max(cover_a, cover_b),
        "not shared": math.log1p(a.total + b.total - 2 * weight),
        "same number": float(numbers is Relation.SAME),
        "other number": float(numbers is Relation.DIFFERENT),
        "no common number": float(
            numbers is Relation.NOTHING and bool(_told(a)) and bool(_told(b)) and not _told(a) & _told(b)
        ),
        "same time": min(a.rare, b.rare) * (own and times is Relation.SAME),
        "time within": min(a.rare, b.rare) * (own and times is Relation.COMPATIBLE),
        "other time": float(own and times is Relation.DIFFERENT),
        "other time nearby": float(not own and times is Relation.DIFFERENT),
        "number in one only": float(bool(_told(a)) != bool(_told(b))),
        "time in one only": float(a.borrowed != b.borrowed),
    }


def _told(window: Window) -> set[float]:
    """The numbers that a window tells; *first* and *second* are numbers, *one* is none."""
    return {q.told for q in window.quantities if q.told is not None and (q.told > 1 or q.kind == "ordinal")}


def asserts(a: Window, b: Window) -> bool:
    """Whether what two windows share can be a proposition, and not a mere name or noun phrase (see `_says_much`).

    A number or a moment in common is one; so is an event in common with anything else. Without these, one window
    must tell an event and the two be nearly the same.
    """
    if compare_quantities(a.quantities, b.quantities) is Relation.DIFFERENT:
        # no fact, for it is vetoed, but what a discrepancy or an evolution is made of
        words = [c for c, w in a.concepts.items() if c in b.concepts and c[0] != "@" and w >= LEAST_WORD]
        if a.events & b.events or len(words) >= MANY_WORDS:
            return True
    if not _says_much(a, b):
        return False
    shared = {c: w for c, w in a.concepts.items() if c in b.concepts}
    if a.events & b.events and len(shared) > 1:
        return True
    if same_value(a, b):
        return True
    least = min(sum(shared.values()) / max(x.total, 0.1) for x in (a, b))
    return least >= NEARLY and bool(a.events or b.events)


def same_value(a: Window, b: Window) -> bool:
    """Whether two windows tell the same number, or moments of their own that agree."""
    return compare_quantities(a.quantities, b.quantities) is Relation.SAME or _same_moment(a, b)


def _same_moment(a: Window, b: Window) -> bool:
    return not (a.borrowed or b.borrowed) and compare_times(a.times, b.times) >= Relation.COMPATIBLE


def _says_much(a: Window, b: Window) -> bool:
    """Whether two windows share enough.

    They do if an event that is not the story's very topic is shared with something else, a number with some word, a
    moment with an event, a name with two words (a person and a post) or with most of the rest, or many words.
    """
    shared = {c: w for c, w in a.concepts.items() if c in b.concepts}
    words = [w for c, w in shared.items() if not c.startswith("@") and w >= LEAST_WORD]
    names = sum(c.startswith("@") for c in shared)
    events = a.events & b.events
    if any(shared[c] >= TELLING for c in events) and len(words) + names > 1:
        return True
    if words and compare_quantities(a.quantities, b.quantities) is Relation.SAME:
        return True
    if _same_moment(a, b) and (events or len(words) > 1):
        return True
    least = min(sum(shared.values()) / max(x.total, 0.1) for x in (a, b))
    if names and words and (len(words) > 1 or least >= MOSTLY):
        return True
    if events and len(words) > 1 and least >= MOSTLY:
        return True
    return len(words) >= MANY_WORDS and sum(words) >= MUCH


LEAST_WORD = 1.0
"""Weight from which a shared word says something."""
TELLING = 2.0
"""Weight from which an event is not the topic that the whole story is about."""
MOSTLY = 0.5
"""Share of both windows that a name and one word must make up to be a proposition."""
NEARLY = 0.6
"""Share of both windows that must be common where no event, number or moment is."""
MANY_WORDS, MUCH = 2, 6.0
"""Number and weight of shared words that are a proposition without an event."""


def likelihood(a: Window, b: Window) -> float:
    """Probability that two windows say the same, from 0 to 1."""
    return _logistic(sum(WEIGHTS.get(name, 0.0) * value for name, value in features(a, b).items()))


def sameness(a: Window, b: Window) -> float:
    """Probability that two windows speak of the same thing, whatever numbers, moments and negations they tell."""
    values = features(a, b)
    return _logistic(sum(WEIGHTS.get(n, 0.0) * v for n, v in values.items() if n not in CONFLICTS))


CONFLICTS = frozenset(
    {
        "same number",
        "other number",
        "no common number",
        "same time",
        "time within",
        "other time",
        "other time nearby",
        "one negated",
    }
)
"""Features that tell whether values agree, not whether the same thing is spoken of."""


def _logistic(logit: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


def vetoed(a: Window, b: Window) -> bool:
    """Whether two windows cannot be one fact.

    They count the same thing differently, tell other moments, one expects what the other tells as done, one tells an
    event of years ago and the other gives it no date, one denies what the other affirms, or each names several that
    the other does not.
    """
    numbers = compare_quantities(a.quantities, b.quantities)
    if numbers is Relation.DIFFERENT or a.negated != b.negated:
        return True
    events = a.events & b.events
    if a.denied & events != b.denied & events:
        return True
    if not (a.borrowed or b.borrowed) and compare_times(a.times, b.times) is Relation.DIFFERENT:
        return True
    if _expected_and_done(a, b) or _far(a, b):
        return True
    if a.bygone != b.bygone and events & (a if a.bygone else b).done and numbers is not Relation.SAME:
        return True
    return numbers is not Relation.SAME and _other_actors(a, b)


def _expected_and_done(a: Window, b: Window) -> bool:
    """Whether one window expects an event that the other tells as done: a preview does not confirm a report."""
    if a.expected == b.expected:
        return False
    before, after = (a, b) if a.expected else (b, a)
    events = a.events & b.events
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


def _other_actors(a: Window, b: Window) -> bool:
    """Whether each window names several that the other does not."""
    names_a, names_b = ({c for c in w.concepts if c.startswith("@")} for w in (a, b))
    return min(len(names_a - names_b), len(names_b - names_a)) >= OTHER_ACTORS


OTHER_ACTORS = 2
"""Names on each side that the other lacks, from which two windows speak of different actors."""
