"""Different numbers of the same thing: discrepancies where the moment is the same, evolutions where it moved.

Two quantities are compared only if they count the same noun in the same unit inside passages that speak of the same
thing; what *about*, *at least* and ranges allow is read from `low` and `high`, so that compatible numbers never clash.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.compare.discrepancies.finding import Finding, Teller, other_people
from recoupe.compare.facts import Propositions
from recoupe.compare.facts.alignment import Match
from recoupe.compare.facts.judge import sameness
from recoupe.compare.facts.values import (
    Relation,
    compare_quantity,
    compare_times,
    counted_noun,
    same_noun,
)
from recoupe.compare.facts.window import LEAST_WORD, Window
from recoupe.compare.material import Material
from recoupe.language import load
from recoupe.model.findings import Quantity

SAME_THING = 0.2
"""Least likelihood, numbers left aside, that two passages speak of the same thing."""
NO_EVENT = 0.35
"""The same where they share no event."""
UNDATED, UNDATED_EVENT = 0.65, 0.35
"""The same where a date is missing and the moments cannot be told apart; the second of one event of one moment."""
ONE_EVENT = 0.1
"""The same where both tell the same kind of event of the same moment."""
VAST, FEW = 1_000_000, 0.1
"""Number from which another of fewer than this share of it is of another thing: sums of money most of all."""
BESIDE = 2.0
"""Weight that passages must share besides the noun that is counted."""
ROUNDING = 0.02
"""Relative difference that rounding explains."""


@dataclass(slots=True)
class Clash:
    """Two numbers of the same thing."""

    a: Window
    b: Window
    x: Quantity
    y: Quantity
    strength: float


def number_clashes(material: Material, matches: list[tuple[float, Match]]) -> Iterator[Clash]:
    """Pairs of passages that count the same thing differently."""
    for _, match in matches:
        a, b = match.a, match.b
        if not a.quantities or not b.quantities:
            continue
        pairs = [(x, y, compare_quantity(x, y)) for x in a.quantities for y in b.quantities]
        if any(r >= Relation.COMPATIBLE for *_, r in pairs):
            continue
        if a.bygone != b.bygone or is_series(a) or is_series(b):
            continue
        same = sameness(a, b)
        least = ONE_EVENT if _one_event(a, b) else SAME_THING if a.events & b.events else NO_EVENT
        for x, y, relation in pairs:
            if relation is Relation.DIFFERENT and same >= least and _counted_alike(material, a, b, x, y):
                yield Clash(a, b, x, y, same)
                break


def _counted_alike(material: Material, a: Window, b: Window, x: Quantity, y: Quantity) -> bool:
    """Whether both numbers count one noun, beside which enough else is shared."""
    if not same_noun(x, y) or x.of is None or y.of is None or "ordinal" in (x.kind, y.kind):
        return False
    if x.told is None or y.told is None or min(x.told, y.told) <= 0:
        return False
    if is_part(material, a, x) or is_part(material, b, y):
        return False
    if (x.unit == "%" and not _named(a, b)) or other_people(material, a, b):
        return False
    if _rounded(x.told, y.told) or (
        max(x.told, y.told) >= VAST and min(x.told, y.told) < FEW * max(x.told, y.told)
    ):
        return False
    nouns = {s.strip() for s in (x.of.lemma, y.of.lemma)}
    beside = sum(w for c, w in a.concepts.items() if c in b.concepts and c.lstrip("=@") not in nouns)
    return beside >= BESIDE or _one_event(a, b)


def is_series(window: Window) -> bool:
    """Whether a bare number stands in a row of such numbers: *8.3 million on Monday, 7.5 million on Tuesday*."""
    if window.events:
        return False
    nouns = {counted_noun(q) for q in window.quantities if q.of is not None}
    told = [q for s in window.sentence.segments for q in s.quantities if q.of and counted_noun(q) in nouns]
    return len({q.told for q in told}) > 1


def is_part(material: Material, window: Window, quantity: Quantity) -> bool:
    """Whether a number is one out of which some are told: *none of the 120 boats that had left*."""
    article = material.articles[window.article]
    tokens = material.tokens[article.id]
    words = load(article.language).table("discrepancies")["parts"]
    first = tokens.first_at(quantity.start)
    return any(tokens.norms[i] in words for i in range(max(0, first - BEFORE), first))


BEFORE = 3
"""Tokens before a number in which a word stands that takes a part of it."""


def _one_event(a: Window, b: Window) -> bool:
    """Whether both tell the same kind of event, and say of the same moment that it was then."""
    same_time = not (a.borrowed or b.borrowed) and compare_times(a.times, b.times) is Relation.SAME
    return same_time and any(a.concepts[c] >= LEAST_WORD for c in a.events & b.events)


def _rounded(x: float, y: float) -> bool:
    """Whether one number can be the other, rounded: 29 and 29.6, 7 000 and 6 950."""
    if x.is_integer() != y.is_integer() and abs(x - y) < 1:
        return True
    return abs(x - y) <= ROUNDING * max(x, y)


def _named(a: Window, b: Window) -> bool:
    """Whether both name the same: shares are of many things, and tell of whom only by name."""
    return any(c.startswith("@") and c in b.concepts for c in a.concepts)


def moved(propositions: Propositions, clash: Clash) -> bool:
    """Whether the value changed between two moments.

    It did if the passages tell different moments, or if one article is of a later day, nobody told its value before and
    nobody tells the other value still.
    """
    material = propositions.material
    relation = compare_times(clash.a.times, clash.b.times)
    if relation is Relation.DIFFERENT:
        return True
    days = [_day(material, w) for w in (clash.a, clash.b)]
    if not all(days) or days[0] == days[1]:
        return False
    pairs = [(clash.a, clash.x), (clash.b, clash.y)]
    (first, old), (later, new) = pairs if days[0] < days[1] else reversed(pairs)
    told_before = any(
        _day(material, w) <= _day(material, first) for w in same_value(propositions, later, new)
    )
    told_after = any(_day(material, w) >= _day(material, later) for w in same_value(propositions, first, old))
    return not told_before and not told_after


def same_value(propositions: Propositions, window: Window, value: Quantity) -> list[Window]:
    """Passages of the same facts that tell the same number of the same thing, the window itself first."""
    found = [window]
    for group in propositions.groups_of(window):
        found += [
            w
            for w in group.members
            if w is not window and any(compare_quantity(value, q) is Relation.SAME for q in w.quantities)
        ]
    return found


def _day(material: Material, window: Window) -> str:
    """The day of an article; empty if it is not known, or concluded from the text."""
    article = material.articles[window.article]
    return "" if article.published_inferred else (article.published or "")[:10]


def _of_one_moment(propositions: Propositions) -> Iterator[tuple[float, Match]]:
    """Clauses of two articles that count one noun in one event of one moment, whatever else they share."""
    found: dict[tuple[str, str], list[Window]] = defaultdict(list)
    for sentence in propositions.sentences:
        for k, segment in enumerate(sentence.segments):
            nouns = {counted_noun(q) for q in segment.quantities if q.of is not None}
            if not nouns:
                continue
            # a subject with a number can be cut from its verb
            last = min(k if segment.events else k + 1, len(sentence.segments) - 1)
            window = propositions.weights.window(sentence, k, last)
            for key in sorted((noun, event) for noun in nouns for event in window.events & window.done):
                if len(found[key]) < MOST:
                    found[key].append(window)
    for windows in found.values():
        for n, a in enumerate(windows):
            for b in windows[n + 1 :]:
                if a.article != b.article and _one_event(a, b):
                    yield 0.0, Match(a, b, 0.0)


MOST = 40
"""Clauses about one event that are compared."""


def find_numbers(teller: Teller, matches: list[tuple[float, Match]]) -> Iterator[Finding]:
    """Discrepancies of number between articles."""
    material, propositions = teller.material, teller.propositions
    for clash in number_clashes(material, [*matches, *_of_one_moment(propositions)]):
        dated = all(_day(material, w) for w in (clash.a, clash.b))
        least = UNDATED_EVENT if _one_event(clash.a, clash.b) else UNDATED
        if moved(propositions, clash) or (not dated and clash.strength < least):
            continue
        sides = tuple(
            teller.side(written(material, w, q), same_value(propositions, w, q))
            for w, q in ((clash.a, clash.x), (clash.b, clash.y))
        )
        if {p.article for p in sides[0].passages} & {p.article for p in sides[1].passages}:
            continue  # one article tells both: the number changed, and it says so
        note = teller.note("number" if dated else "number_undated", sides)
        yield Finding("number", teller.about([clash.a, clash.b]), sides, note, 3.0 + clash.strength)


def written(material: Material, window: Window, quantity: Quantity) -> str:
    """The number with its noun, as a window writes it; `quantity` may be an equal one of another article."""
    article = material.articles[window.article]
    here = [q for q in window.quantities if compare_quantity(q, quantity) is Relation.SAME]
    quantity = here[0] if here else quantity
    text = article.text
    end = max(quantity.end, quantity.of.span.end) if quantity.of else quantity.end
    return " ".join(text[quantity.start : end].split())
