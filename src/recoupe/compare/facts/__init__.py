"""Propositions that articles assert, aligned across articles and counted by independent origins.

Decides which passages of different articles assert the same thing, who contradicts it, in what status it stands and
which line of the sources says it best. Origins are computed before and used as they are; quotations of one speech act
are the business of statements. A fact needs two articles: what only one reports is in `unique`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from recoupe.compare.descriptions import Told
from recoupe.compare.facts.choice import clearest
from recoupe.compare.facts.clustering import Group
from recoupe.compare.facts.described import described_facts
from recoupe.compare.facts.joining import joined
from recoupe.compare.facts.propositions import Propositions
from recoupe.compare.facts.status import status_of
from recoupe.compare.facts.window import Window
from recoupe.compare.origins import Origins
from recoupe.model.dossier import Discrepancy, Fact, FactPassage, Stance
from recoupe.model.span import Passage

__all__ = ["Propositions", "find_facts"]

MOSTLY = 0.75
"""Share of a group's passages from which it is a greater one with a few more."""
COVERED = 0.5
"""A group whose passages overlap those of a greater one by this share of the shorter is the same line twice."""


def find_facts(
    origins: Origins,
    propositions: Propositions,
    discrepancies: Sequence[Discrepancy] = (),
    descriptions: Sequence[Told] = (),
) -> tuple[Fact, ...]:
    """Facts of the story, those of most independent origins first, background after events.

    Args:
        origins: where their passages come from.
        propositions: what the articles say, clause by clause.
        discrepancies: where they differ; the other side of a fact's number, date or affirmation is against it.
        descriptions: what several articles say of somebody in passing.
    """
    opposed = _opposed(discrepancies)
    events = [
        _fact(origins, propositions, g, opposed)
        for g in joined(_distinct(propositions.groups), propositions.weights)
    ]
    events.sort(key=lambda e: _rank(e.fact, e.centrality))
    taken: set[str] = set()
    told = [
        msgspec.structs.replace(e.fact, text=clearest(propositions.material, e.windows, taken))
        for e in events
    ]
    told += sorted(described_facts(propositions.material, origins, descriptions, told), key=_rank)
    told += _perhaps(origins, propositions, opposed, told, taken)
    return tuple(msgspec.structs.replace(f, id=f"f{n}") for n, f in enumerate(told, 1))


def _perhaps(
    origins: Origins,
    propositions: Propositions,
    opposed: _Opposed,
    told: Sequence[Fact],
    taken: set[str],
) -> list[Fact]:
    """Passages that may say the same, best backed first: leads to be read.

    Those are left out of which a fact has half, if they bring no article that it lacks.
    """
    known = [_articles(fact.passages) for fact in told]
    held: dict[str, list[tuple[FactPassage, int]]] = {}
    for n, fact in enumerate(told):
        for passage in fact.passages:
            held.setdefault(passage.article, []).append((passage, n))
    events = []
    for group in _distinct(propositions.tentative):
        places = [propositions.passage(w) for w in group.members]
        within = Counter(n for p in places for n in _facts_at(held, p))
        if not any(c * 2 >= len(places) and _articles(places) <= known[n] for n, c in within.items()):
            events.append(_fact(origins, propositions, group, opposed))
    events.sort(key=lambda e: _rank(e.fact, e.centrality))
    return [
        msgspec.structs.replace(
            e.fact, text=clearest(propositions.material, e.windows, taken), tentative=True
        )
        for e in events
    ]


def _articles(places: Iterable[Passage | FactPassage]) -> set[str]:
    return {p.article for p in places}


def _facts_at(held: dict[str, list[tuple[FactPassage, int]]], place: Passage) -> set[int]:
    """Numbers of the facts that have a passage at a place."""
    return {n for p, n in held.get(place.article, ()) if _one_place(p, place)}


def _one_place(p: _Place, q: _Place) -> bool:
    """Whether two passages or windows of one article are one place: half of the shorter is common."""
    return min(p.end, q.end) - max(p.start, q.start) >= COVERED * min(p.end - p.start, q.end - q.start)


class _Event(NamedTuple):
    """A fact of the narrative without its line; how central it is; its passages."""

    fact: Fact
    centrality: float
    windows: list[Window]


def _rank(fact: Fact, centrality: float = 0.0) -> tuple[int, int, float, tuple[FactPassage, ...]]:
    return -len(fact.origins), -len({p.article for p in fact.passages}), -centrality, fact.passages


def _distinct(groups: Sequence[Group]) -> list[Group]:
    """Groups, those that are one line twice made one.

    A group falls if a greater one has half of its passages and every article of it; one that shares `MOSTLY` of its
    passages with a greater one gives it the rest.
    """
    kept: dict[int, Group] = {}
    at: dict[int, list[tuple[Window, int]]] = {}
    for group in sorted(groups, key=lambda g: (-len(g.articles), -len(g.members), g.number)):
        holding = [{n for w, n in at.get(id(m.sentence), ()) if _one_place(w, m)} for m in group.members]
        held = Counter(n for numbers in holding for n in numbers)
        number, count = min(held.items(), key=lambda x: (-x[1], x[0]), default=(0, 0))
        if any(c * 2 >= len(group.members) and group.articles <= kept[n].articles for n, c in held.items()):
            continue
        if count < MOSTLY * len(group.members):
            number, new = group.number, group.members
            kept[number] = group
        else:
            new = [m for m, numbers in zip(group.members, holding, strict=True) if number not in numbers]
            kept[number] = Group(number, [*kept[number].members, *new])
        for member in new:
            at.setdefault(id(member.sentence), []).append((member, number))
    return list(kept.values())


def _fact(origins: Origins, propositions: Propositions, group: Group, opposed: _Opposed) -> _Event:
    """The fact of a group, and how central it is: the weight of what most of its passages share."""
    material = propositions.material
    windows = sorted(group.members, key=lambda w: w.key)
    places = [propositions.passage(w) for w in windows]
    against = _against(places, opposed)
    stances: dict[str, Stance] = {a.id: "silent" for a in material.articles}
    for passage in against:
        stances[passage.article] = "contradicts"
    for passage in places:
        stances[passage.article] = "agrees"
    fact = Fact(
        id="",
        text="",
        status=status_of(material, windows),
        passages=tuple(FactPassage(p.article, p.start, p.end, origins.of(p)) for p in places),
        against=tuple(p for p in against if stances[p.article] == "contradicts"),
        stances=stances,
        origins=origins.independent(places),
        outlets=len({material.by_id[p.article].outlet or p.article for p in places}),
    )
    return _Event(fact, _centrality(windows), windows)


def _centrality(windows: Sequence[Window]) -> float:
    seen: dict[str, int] = {}
    for window in windows:
        for concept in window.concepts:
            seen[concept] = seen.get(concept, 0) + 1
    return sum(w.concepts[c] for w in windows[:1] for c in w.concepts if seen[c] * 2 > len(windows))


_Place = Passage | FactPassage | Window
"""What stands somewhere in an article."""
_Opposed = dict[str, list[tuple[Passage, tuple[Passage, ...]]]]
"""By article: passages of one side of a discrepancy, each with the passages of the other sides."""


def _opposed(discrepancies: Sequence[Discrepancy]) -> _Opposed:
    found: _Opposed = {}
    for discrepancy in discrepancies:
        if discrepancy.kind not in CONTRADICTING:
            continue
        for side in discrepancy.sides:
            others = tuple(p for s in discrepancy.sides if s is not side for p in s.passages)
            for passage in side.passages:
                found.setdefault(passage.article, []).append((passage, others))
    return found


CONTRADICTING = frozenset({"number", "date", "place", "actor", "modality", "arithmetic"})
"""Kinds of discrepancy whose sides contradict each other; another spelling or wording does not."""


def _against(places: Sequence[Passage], opposed: _Opposed) -> list[Passage]:
    """Passages of other articles that a discrepancy sets against one of these places."""
    found: set[Passage] = set()
    for place in places:
        for passage, others in opposed.get(place.article, ()):
            if _one_place(place, passage):
                found.update(p for p in others if p.article != place.article)
    return sorted(found)
