"""Matches gathered into groups of passages that all say the same.

Groups grow from the likeliest match down. A passage joins a group, and two groups become one, only if every pair of
passages (up to `CORE` of each) is likely enough and none is vetoed: complete link, so that no chain of half-likely
matches can join two facts. Passages of one sentence that overlap are one member.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from recoupe.compare.facts.alignment import Match
from recoupe.compare.facts.judge import likelihood
from recoupe.compare.facts.vetoes import vetoed
from recoupe.compare.facts.window import Window

LIKELY = 0.5
"""Least likelihood of a match that begins or joins a group."""
LINKED = 0.45
"""Least likelihood of every other pair of a group."""
AVERAGE = 0.55
"""Least mean likelihood of the pairs between two groups that become one."""
COMMON, OF_CORE = 0.6, 0.6
"""Share of a large group's members that speak of its core, and share of the core's weight that each must have."""
LIKELY_PAIR = 0.65
"""Least likelihood of two passages that no third one backs."""
CLOSE = 0.7
"""Least likelihood that a member of three or more says the same as the middle one."""
CORE = 6
"""Members of a group that a newcomer is compared with."""


@dataclass(slots=True)
class Group:
    """Windows that say the same, first ones likeliest."""

    number: int
    members: list[Window] = field(default_factory=list)

    @property
    def articles(self) -> set[int]:
        """Numbers of the articles."""
        return {w.article for w in self.members}


class Clusters:
    """Groups under construction; `rate` tells how likely two windows say the same."""

    def __init__(self, rate: Callable[[Window, Window], float] = likelihood) -> None:
        self._rate = rate
        self._groups: dict[int, Group] = {}
        self._at: dict[int, list[tuple[Window, int]]] = defaultdict(list)
        self._known: dict[tuple[tuple[int, int, int], tuple[int, int, int]], float] = {}

    def add(self, a: Window, b: Window) -> None:
        """Let a match join the groups, begin one, or fall."""
        at_a, at_b = self._holding(a), self._holding(b)
        if at_a & at_b:
            return
        for x in sorted(at_a):
            for y in sorted(at_b):
                if (
                    x in self._groups
                    and y in self._groups
                    and x != y
                    and self._fits(self._groups[x], self._groups[y].members)
                ):
                    self._merge(x, y)
                    return
        for x in sorted(at_a):
            if self._fits(self._groups[x], [b]):
                self._enter(x, b)
                return
        for y in sorted(at_b):
            if self._fits(self._groups[y], [a]):
                self._enter(y, a)
                return
        if not (at_a and at_b):
            number = len(self._groups) + 1 if not self._groups else max(self._groups) + 1
            self._groups[number] = Group(number)
            self._enter(number, a)
            self._enter(number, b)

    def groups(self) -> list[Group]:
        """All groups, in order of their making."""
        return [self._groups[n] for n in sorted(self._groups)]

    def _holding(self, window: Window) -> set[int]:
        """Groups that hold this passage or one of the same sentence that overlaps it by half of the shorter."""
        return {n for w, n in self._at[id(window.sentence)] if overlap(w, window) >= 0.5}  # noqa: PLR2004

    def _enter(self, number: int, window: Window) -> None:
        self._groups[number].members.append(window)
        self._at[id(window.sentence)].append((window, number))

    def _merge(self, x: int, y: int) -> None:
        """Put the members of group `y` into group `x`."""
        for window in self._groups.pop(y).members:
            at = self._at[id(window.sentence)]
            at.remove((window, y))
            if not any(n == x and overlap(w, window) >= 0.5 for w, n in at):  # noqa: PLR2004
                self._groups[x].members.append(window)
                at.append((window, x))

    def _fits(self, group: Group, windows: Sequence[Window]) -> bool:
        """Whether every window is likely enough to say what every member of the group says."""
        total, pairs = 0.0, 0
        for member in group.members[:CORE]:
            for window in windows[:CORE]:
                if member.article == window.article:
                    continue
                value = self.likelihood(member, window)
                if value < LINKED:
                    return False
                total += value
                pairs += 1
        return pairs > 0 and total / pairs >= AVERAGE

    def likelihood(self, a: Window, b: Window) -> float:
        """How likely two windows say the same; 0 if they cannot."""
        key = (a.key, b.key) if a.key < b.key else (b.key, a.key)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = 0.0 if vetoed(a, b) else self._rate(a, b)
        return known


def overlap(a: Window, b: Window) -> float:
    """Share of the shorter of two windows of one sentence that the other covers."""
    return (min(a.end, b.end) - max(a.start, b.start)) / max(1, min(a.end - a.start, b.end - b.start))


def gather(
    matches: Iterable[tuple[float, Match]],
    rate: Callable[[Window, Window], float] = likelihood,
    *,
    alone: Callable[[Window, Window], bool] = lambda _a, _b: True,
) -> list[Group]:
    """Groups of passages that say the same, from all rated matches of a story.

    Args:
        matches: pairs of passages with the likelihood that they say the same.
        rate: rates the pairs that these imply.
        alone: whether two passages may be a group without a third.
    """
    good = [(p, m) for p, m in matches if p >= LIKELY and not vetoed(m.a, m.b)]
    good.sort(key=lambda x: (-x[0], x[1].a.key, x[1].b.key))
    clusters = Clusters(rate)
    for _, match in good:
        clusters.add(match.a, match.b)
    return [g for g in clusters.groups() if _coherent(g) and _around_middle(g, clusters, alone)]


def _coherent(group: Group) -> bool:
    """Whether a group tells one thing in two articles; members of a large one that lack its core are dropped.

    Groups are linked through their first `CORE` members, so a large one can drift. Its core is what `COMMON` of its
    members speak of; a member stays if it has `OF_CORE` of the core's weight and, where the core has one, its event.
    """
    members = group.members
    while len(members) > CORE:
        seen = Counter(c for w in members for c in w.concepts)
        core = {
            c: max(w.concepts.get(c, 0.0) for w in members) for c in seen if seen[c] >= COMMON * len(members)
        }
        events = {c for c in core if any(c in w.events for w in members)}
        least = OF_CORE * sum(core.values())
        kept = [
            w
            for w in members
            if core
            and sum(x for c, x in core.items() if c in w.concepts) >= least
            and (not events or not events.isdisjoint(w.concepts))
        ]
        if len(kept) == len(members):
            break
        members = kept
    group.members = members
    return len(group.articles) > 1


def _around_middle(group: Group, clusters: Clusters, alone: Callable[[Window, Window], bool]) -> bool:
    """Whether a group tells one thing in two articles, once members are dropped that are far from its middle one.

    The middle one (medoid: Kaufman and Rousseeuw 1987) is likest to all; of a large group only the first `MOST_RATED`
    members are tried for it. Members of its own article stay if they are close to another that stays.
    """
    members = group.members
    if len(members) <= PAIR:
        likely = len(group.articles) > 1 and clusters.likelihood(*members) >= LIKELY_PAIR
        return likely and alone(*members)
    tried = members[:MOST_RATED]

    def likeness(one: Window) -> float:
        others = [m for m in tried if m.article != one.article]
        return sum(clusters.likelihood(one, m) for m in others) / max(1, len(others))

    middle = max(tried, key=lambda m: (likeness(m), -m.article, -m.start))
    close = [m for m in members if m.article != middle.article and clusters.likelihood(m, middle) >= CLOSE]
    kept = {id(m) for m in close}
    group.members = [
        m
        for m in members
        if m is middle
        or id(m) in kept
        or (m.article == middle.article and any(clusters.likelihood(m, c) >= CLOSE for c in close[:CORE]))
    ]
    return len(group.articles) > 1


PAIR, MOST_RATED = 2, 24
"""Members of the smallest group; members that are tried for the middle of a large one."""
