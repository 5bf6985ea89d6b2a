"""Quotations grouped into statements: the best matching pairs first, as long as a group stays one speech act.

Two groups become one if the pair that joins them matches, if their fullest quotations have something in common (a few
words do not join what else has little to do with each other), if their shortest have too (two parts of one speech that
a longer quotation holds are two statements), and if of two quotations of one article in them one repeats the other. A
long quotation that holds another statement whole takes part in that one as well.

Work grows with the number of quotations: each is compared with a bounded number of others, and of a group that holds
many quotations of one article the first few stand for all.
"""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.compare.statements.match import Match, Quoted, candidates, match

RAREST, KEEP, MOST = 20, 60, 24
"""Words of a quotation that are looked up, quotations remembered for a word, quotations that one is compared with."""
REPEATED = 0.7
"""Share of the shorter of two quotations of one article above which one repeats the other."""
BRIDGED = 0.4
"""Share of the shorter of two groups' fullest quotations that must be in common for the groups to be one."""
APART = 0.2
"""Share of the shorter of two quotations below which they are two parts of one longer elsewhere."""
WHOLE = 1.5
"""How many times as much as a statement's fullest quotation one must say that holds it and more."""
TWINS, WHOLES = 4, 4
"""Quotations of one article, and fullest and shortest quotations, that stand for a group."""


class _Group:
    """Quotations (by number) that are one statement so far."""

    __slots__ = ("by_article", "fullest", "members", "shortest")

    def __init__(self, number: int, article: str) -> None:
        self.members = [number]
        self.by_article = {article: [number]}
        self.fullest = [number]
        self.shortest = [number]


def group_quotations(items: Sequence[Quoted]) -> list[list[int]]:
    """Numbers of the quotations of each statement, in order; statements in order of their first quotation."""
    pairs = candidates(items, rarest=RAREST, keep=KEEP, most=MOST)
    matches = ((match(items[a], items[b]), a, b) for a, b in pairs)
    joining = [(m, a, b) for m, a, b in matches if _joins(items, a, b, m)]
    joining.sort(key=lambda p: (-p[0].similarity, -p[0].common, p[1], p[2]))
    group_of = [_Group(n, q.ref.article) for n, q in enumerate(items)]
    for _, a, b in joining:
        large, small = group_of[a], group_of[b]
        if len(large.members) < len(small.members):
            large, small = small, large
        if large is not small and _together(items, large, small):
            _merge(items, large, small)
            for n in small.members:
                group_of[n] = large
    groups = {id(g): g for g in group_of}
    held = {key: set(g.members) for key, g in groups.items()}
    for _, a, b in joining:
        for whole, part in ((a, b), (b, a)):
            group = group_of[part]
            if group_of[whole] is not group and _holds(items, whole, group):
                held[id(group)].add(whole)
    return sorted(sorted(members) for members in held.values())


def _holds(items: Sequence[Quoted], whole: int, group: _Group) -> bool:
    """Whether a long quotation of another article holds a statement whole, and more."""
    fullest = group.fullest[0]
    return (
        items[whole].ref.article not in group.by_article
        and items[whole].weight >= WHOLE * items[fullest].weight
        and (found := match(items[whole], items[fullest])).enough
        and found.share >= REPEATED
    )


def _joins(items: Sequence[Quoted], a: int, b: int, m: Match) -> bool:
    """Whether a pair is evidence of one speech act; inside one article only a repetition is."""
    return m.enough and (items[a].ref.article != items[b].ref.article or m.share >= REPEATED)


def _merge(items: Sequence[Quoted], large: _Group, small: _Group) -> None:
    """Put the quotations of `small` into `large`."""
    large.members += small.members
    for article, numbers in small.by_article.items():
        held = large.by_article.setdefault(article, [])
        held += numbers[: max(0, TWINS - len(held))]
    large.fullest = sorted(large.fullest + small.fullest, key=lambda n: (-items[n].weight, n))[:WHOLES]
    large.shortest = sorted(large.shortest + small.shortest, key=lambda n: (items[n].weight, n))[:WHOLES]


def _together(items: Sequence[Quoted], large: _Group, small: _Group) -> bool:
    """Whether two groups can be one statement."""
    if match(items[large.fullest[0]], items[small.fullest[0]]).share < BRIDGED:
        return False
    if any(match(items[n], items[m]).share < APART for n in small.shortest for m in large.shortest):
        return False
    return all(
        match(items[n], items[twin]).share >= REPEATED
        for article, numbers in small.by_article.items()
        for twin in large.by_article.get(article, ())
        for n in numbers
    )
