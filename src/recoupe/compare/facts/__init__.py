"""Propositions that articles assert, aligned across articles and counted by independent origins.

Decides which passages of different articles assert the same thing, who contradicts it, in what status it stands and
which line of the sources says it best. Origins are computed before and used as they are; quotations of one speech act
are the business of statements. A fact needs two articles: what only one reports is in `unique`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from recoupe.compare.descriptions import Told
from recoupe.compare.facts.background import background
from recoupe.compare.facts.choice import clearest
from recoupe.compare.facts.clustering import Group
from recoupe.compare.facts.propositions import Propositions
from recoupe.compare.facts.status import status_of
from recoupe.compare.facts.window import Window
from recoupe.compare.origins import Origins
from recoupe.model.dossier import Discrepancy, Fact, FactPassage, Stance
from recoupe.model.span import Passage

__all__ = ["Propositions", "find_facts"]

COVERED = 0.5
"""A group whose passages overlap those of a greater one by this share of the shorter is the same line twice."""

BACKGROUND = -1.0
"""Centrality of a description: below every event, for nobody opens a dossier to read who is president."""


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
    facts = [_fact(origins, propositions, g, opposed) for g in _distinct(propositions.groups)]
    told = [f for _, f in facts]
    facts.extend((BACKGROUND, f) for f in background(propositions.material, origins, descriptions, told))
    facts.sort(key=_rank)
    return tuple(msgspec.structs.replace(f, id=f"f{n}") for n, (_, f) in enumerate(facts, 1))


def _rank(centred: tuple[float, Fact]) -> tuple[bool, int, int, float, tuple[FactPassage, ...]]:
    centrality, fact = centred
    articles = len({p.article for p in fact.passages})
    return centrality == BACKGROUND, -len(fact.origins), -articles, -centrality, fact.passages


def _distinct(groups: Sequence[Group]) -> list[Group]:
    """Groups without those of which a greater one has most passages and every article."""
    kept: dict[int, Group] = {}
    at: dict[int, list[tuple[Window, int]]] = {}
    for group in sorted(groups, key=lambda g: (-len(g.articles), -len(g.members), g.number)):
        held = Counter(
            n for m in group.members for n in {n for w, n in at.get(id(m.sentence), ()) if _same_place(w, m)}
        )
        if any(
            count * 2 >= len(group.members) and group.articles <= kept[n].articles
            for n, count in held.items()
        ):
            continue
        for member in group.members:
            at.setdefault(id(member.sentence), []).append((member, group.number))
        kept[group.number] = group
    return list(kept.values())


def _same_place(a: Window, b: Window) -> bool:
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared >= COVERED * min(a.end - a.start, b.end - b.start)


def _fact(
    origins: Origins, propositions: Propositions, group: Group, opposed: _Opposed
) -> tuple[float, Fact]:
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
        text=clearest(material, windows),
        status=status_of(material, windows),
        passages=tuple(FactPassage(p.article, p.start, p.end, origins.of(p)) for p in places),
        against=tuple(p for p in against if stances[p.article] == "contradicts"),
        stances=stances,
        origins=origins.independent(places),
        outlets=len({material.by_id[p.article].outlet or p.article for p in places}),
    )
    return _centrality(windows), fact


def _centrality(windows: Sequence[Window]) -> float:
    seen: dict[str, int] = {}
    for window in windows:
        for concept in window.concepts:
            seen[concept] = seen.get(concept, 0) + 1
    return sum(w.concepts[c] for w in windows[:1] for c in w.concepts if seen[c] * 2 > len(windows))


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
            shared = min(place.end, passage.end) - max(place.start, passage.start)
            if shared >= COVERED * min(place.end - place.start, passage.end - passage.start):
                found.update(p for p in others if p.article != place.article)
    return sorted(found)
