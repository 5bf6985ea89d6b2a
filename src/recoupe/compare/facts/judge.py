"""How likely two windows say the same thing: a logistic model of a few readable features.

The weights were fitted on pairs of passages of three French stories of which a careful reader said which tell the
same fact; the thresholds were chosen by leaving one story out at a time. See docs/facts.md.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

from recoupe.compare.facts.values import (
    MANY,
    Relation,
    compare_quantities,
    compare_quantity,
    compare_times,
)
from recoupe.compare.facts.window import LEAST_WORD, Window

WEIGHTS: dict[str, float] = {
    "always": 0.55,
    "shared words": 0.8,
    "shared names": 0.22,
    "one shared word": -0.14,
    "rarest shared word": 0.18,
    "shared event": 0.24,
    "no event in one": 0.32,
    "least cover": 0.38,
    "greatest cover": 0.06,
    "commonplace": -1.03,
    "not shared": -0.64,
    "same number": 0.92,
    "telling number": 1.03,
    "other number": -0.97,
    "same time": 1.13,
    "time within": 0.24,
    "other time": -0.2,
    "other time nearby": -0.47,
    "number in one only": -0.27,
    "time in one only": -0.24,
}
"""Weights of `features` for two passages that are cut to what they share, in logits."""

WHOLE_WEIGHTS: dict[str, float] = {
    "always": -1.76,
    "shared words": 0.99,
    "shared names": 0.15,
    "one shared word": 0.86,
    "rarest shared word": 0.34,
    "shared event": 0.41,
    "no event in one": 0.41,
    "least cover": 0.75,
    "greatest cover": -0.04,
    "commonplace": 0.0,
    "not shared": -0.57,
    "same number": 2.86,
    "other number": -1.62,
    "same time": 2.66,
    "time within": 0.48,
    "other time": -0.68,
    "other time nearby": 0.25,
    "number in one only": 0.51,
    "time in one only": -0.12,
}
"""The same for whole clauses, not cut to what they share, in logits."""


def features(a: Window, b: Window) -> dict[str, float]:
    """What speaks for and against two windows saying the same."""
    shared = sorted(((w, c) for c, w in a.concepts.items() if c in b.concepts), reverse=True)
    words = [w for w, c in shared if not c.startswith("@") and w >= LEAST_WORD]
    events = a.events & b.events
    names = [w for w, c in shared if c.startswith("@")]
    weight = sum(w for w, _ in shared)
    cover_a, cover_b = weight / max(a.total, 0.1), weight / max(b.total, 0.1)
    counted = bool(a.quantities and b.quantities)
    numbers = compare_quantities(a.quantities, b.quantities) if counted else Relation.NOTHING
    times = compare_times(a.times, b.times) if a.times and b.times else Relation.NOTHING
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
        "commonplace": (numbers is not Relation.SAME and not (own and times >= Relation.COMPATIBLE))
        * math.log1p(a.weights.told(c for w, c in shared if w >= LEAST_WORD)),
        "not shared": math.log1p(a.total + b.total - 2 * weight),
        "same number": float(numbers is Relation.SAME),
        "telling number": float(counted and _telling(a, b)),
        "other number": float(numbers is Relation.DIFFERENT),
        "same time": min(a.rare, b.rare) * (own and times is Relation.SAME),
        "time within": min(a.rare, b.rare) * (own and times is Relation.COMPATIBLE),
        "other time": float(own and times is Relation.DIFFERENT),
        "other time nearby": float(not own and times is Relation.DIFFERENT),
        "number in one only": float(_tells_number(a) != _tells_number(b)),
        "time in one only": float(a.borrowed != b.borrowed),
    }


def _tells_number(window: Window) -> bool:
    """Whether a window tells a number; *first* and *second* are numbers, *one* is none."""
    return any(q.told is not None and (q.told > 1 or q.kind == "ordinal") for q in window.quantities)


def _telling(a: Window, b: Window) -> bool:
    """Whether two windows tell the same number to so many digits that it is no chance."""
    return any(
        x.unit == y.unit and x.told is not None and x.told == y.told and digits(x.told) >= TELLING_DIGITS
        for x in a.quantities
        for y in b.quantities
    )


def digits(number: float) -> int:
    """Digits of a number without the zeros at its end."""
    return len(f"{number:.6g}".replace(".", "").split("e")[0].strip("0"))


def decimals(number: float) -> int:
    """Digits of a number behind the point."""
    return len(f"{number:.6g}".partition(".")[2])


TELLING_DIGITS = 3
"""Digits from which an equal number is no chance."""


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
    shared = {c: w for c, w in a.concepts.items() if c in b.concepts}
    if _word_for_word(a, b, shared):
        return True
    if not _says_much(a, b):
        return False
    if a.events & b.events and len(shared) > 1:
        return True
    if same_value(a, b):
        return True
    least = min(sum(shared.values()) / max(x.total, 0.1) for x in (a, b))
    return least >= NEARLY and bool(a.events or b.events)


def _word_for_word(a: Window, b: Window, shared: Mapping[str, float]) -> bool:
    """Whether two windows use nearly the same words, many of them: what is copied is a proposition of its author."""
    words = sum(not c.startswith("@") and w >= LEAST_WORD for c, w in shared.items())
    return words >= COPIED and sum(shared.values()) >= NEARLY_COPIED * max(a.total, b.total)


def stands_alone(a: Window, b: Window) -> bool:
    """Whether two windows share so much that no third is needed to show that they say the same.

    A number or a moment is enough; else several words or names, or most of both.
    """
    if _telling_value(a, b):
        return True
    shared = {c: w for c, w in a.concepts.items() if c in b.concepts and w >= LEAST_WORD and c[0] != "~"}
    least = min(sum(shared.values()) / max(x.total, 0.1) for x in (a, b))
    return len(shared) >= MANY_ALONE or least >= MOST_ALONE


MANY_ALONE, MOST_ALONE = 4, 0.75
"""Words and names, or share of both windows, in common that show it without a third window."""


def _telling_value(a: Window, b: Window) -> bool:
    """Whether two windows tell a moment, or a number that is no mere *two countries*, *second round*, *aged 31*."""
    return _same_moment(a, b) or any(
        compare_quantity(x, y) is Relation.SAME
        and x.kind not in ("age", "ordinal")
        and (x.unit is not None or (x.told or 0) > MANY)
        for x in a.quantities
        for y in b.quantities
    )


def same_value(a: Window, b: Window) -> bool:
    """Whether two windows tell the same number, or moments of their own that agree."""
    return compare_quantities(a.quantities, b.quantities) is Relation.SAME or _same_moment(a, b)


def _same_moment(a: Window, b: Window) -> bool:
    """Whether two windows tell one moment that not half of the story tells."""
    if min(a.rare, b.rare) < RARE_MOMENT:
        return False
    return not (a.borrowed or b.borrowed) and compare_times(a.times, b.times) >= Relation.COMPATIBLE


RARE_MOMENT = 0.5
"""How rare a moment must be in the story (`Window.rare`) to show anything."""


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


COPIED, NEARLY_COPIED = 3, 0.75
"""Number of words, and share of both windows, from which the same words are a copy."""
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
    return 0.0 if _share_too_little(a, b) else _likely(features(a, b))


def _likely(values: Mapping[str, float]) -> float:
    return _logistic(sum(weight * values[name] for name, weight in WEIGHTS.items()))


class Likeness(NamedTuple):
    """What two whole clauses are rated, each from 0 to 1: that they say the same, `sameness`, and `likelihood`."""

    whole: float
    same: float
    likely: float


def likeness(a: Window, b: Window) -> Likeness:
    """All that two whole clauses are rated, computed once."""
    values = features(a, b)
    conflicts = sum(WHOLE_WEIGHTS[n] * values[n] for n in CONFLICTS)
    logit = sum(weight * values[name] for name, weight in WHOLE_WEIGHTS.items())
    likely = 0.0 if _share_too_little(a, b) else _likely(values)
    return Likeness(_logistic(logit), _logistic(logit - conflicts), likely)


def sameness(a: Window, b: Window) -> float:
    """Probability that two whole clauses speak of the same thing, whatever numbers, moments and negations they tell."""
    values = features(a, b)
    return _logistic(sum(w * values[n] for n, w in WHOLE_WEIGHTS.items() if n not in CONFLICTS))


CONFLICTS = ("same number", "other number", "same time", "time within", "other time", "other time nearby")
"""Features that tell whether values agree, not whether the same thing is spoken of."""


def _logistic(logit: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


def share_enough(a: Window, b: Window) -> bool:
    """Whether two windows share a name, number or moment, or else nearly all that one of them says.

    Of pairs with less a strict reader accepts less than half: *the envelope is shared out*, of two envelopes.
    """
    if _telling_value(a, b):
        return True
    shared, named, left = _in_common(a, b)
    if named or shared > max(BARE):
        return True
    return shared in BARE and left[0] <= BARE[shared][0] and left[1] <= BARE[shared][1]


BARE = {2: (0, 0), 3: (0, 1)}
"""Words and names of its own that the one and the other of two windows may have, by the number of words that they
share, where they share no name."""


def _share_too_little(a: Window, b: Window) -> bool:
    """Whether two windows share a word or two beside names, while each says more that the other does not."""
    if same_value(a, b):
        return False
    shared, _, left = _in_common(a, b)
    return not shared or (shared <= MANY_WORDS and left[0] > LEFT_OUT[shared])


def _in_common(a: Window, b: Window) -> tuple[int, bool, tuple[int, int]]:
    """Number of words that two windows share, whether they share a name, and what each has alone, the less first.

    Words of one fixed expression are one; what people are called is no word; somebody whom only one names is more.
    """
    words_a, words_b, names_a, names_b = a.said, b.said, a.named, b.named
    left_a = len(words_a - words_b) + len(names_a - names_b)
    left_b = len(words_b - words_a) + len(names_b - names_a)
    return len(words_a & words_b), bool(names_a & names_b), (min(left_a, left_b), max(left_a, left_b))


LEFT_OUT = (0, 0, 2)
"""Words and names of its own that each of two windows may have, by the number of words that they share."""
