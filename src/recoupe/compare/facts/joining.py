"""Groups that are pieces of one quotation, put together: whoever copies a sentence of a speaker copies its clauses.

Two groups are pieces of one if they have the same articles and in each of these their passages stand in one sentence
of one quotation with no more than `GAP` clauses between them. What outlets tell in their own voice stays in pieces:
there every clause may be confirmed by others or not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from recoupe.compare.facts.clustering import Group
from recoupe.compare.facts.window import Weights, Window

GAP = 1
"""Clauses that may stand between two pieces of a quoted sentence."""


OUTLET = -1
"""`Segment.quotation` of what an outlet tells itself: *said the mayor* inside a quoted sentence."""


def joined(groups: Sequence[Group], weights: Weights) -> list[Group]:
    """The groups, pieces of one quoted sentence made one; in the order of the first pieces."""
    kept: dict[int, Group] = {}
    at: dict[int, list[int]] = defaultdict(list)
    for group in groups:
        pieces = _paired(kept, at, group)
        if pieces is None:
            whole, number = group.members, group.number
        else:
            number = pieces[0]
            whole = [_span(weights, a, b) for a, b in pieces[1]]
        kept[number] = Group(number, list(whole))
        for member in whole:
            if number not in at[id(member.sentence)]:
                at[id(member.sentence)].append(number)
    return list(kept.values())


def _paired(
    kept: dict[int, Group], at: dict[int, list[int]], group: Group
) -> tuple[int, list[tuple[Window, Window]]] | None:
    """The group that this one is another piece of, and their passages in pairs, one for each article."""
    for number in at.get(id(group.members[0].sentence), ()):
        other = kept[number]
        if other.articles != group.articles or len(other.members) != len(group.members):
            continue
        pairs = [
            (a, b)
            for a in other.members
            for b in group.members
            if a.sentence is b.sentence and _one_quotation(a, b)
        ]
        if len(pairs) == len(group.members) == len({id(a.sentence) for a, _ in pairs}):
            return number, pairs
    return None


def _one_quotation(a: Window, b: Window) -> bool:
    """Whether two windows of a sentence stand in one quotation, near to each other."""
    first, last = min(a.first, b.first), max(a.last, b.last)
    inside = {s.quotation for s in a.sentence.segments[first : last + 1]} - {OUTLET}
    return len(inside) == 1 and max(a.first, b.first) - min(a.last, b.last) <= GAP + 1


def _span(weights: Weights, a: Window, b: Window) -> Window:
    return weights.window(a.sentence, min(a.first, b.first), max(a.last, b.last))
