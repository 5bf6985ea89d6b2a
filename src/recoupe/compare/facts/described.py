"""Facts made of descriptions: what articles say of somebody in passing, as background to what happened.

Which passages say the same was decided by `descriptions`; here they become facts, unless a fact of the narrative has
the same passages already.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recoupe.compare.descriptions import Description, Told
from recoupe.compare.material import Material
from recoupe.compare.origins import Origins
from recoupe.model.dossier import Fact, FactPassage, Stance
from recoupe.model.span import Passage

SAME = 0.6
"""Share of the longer of two passages from which they are one line."""
MOST = 3
"""Passages shown of one article; a report repeats what somebody is."""


def described_facts(
    material: Material, origins: Origins, told: Sequence[Told], facts: Sequence[Fact]
) -> Iterator[Fact]:
    """Facts of the descriptions that articles share, without those that `facts` have already.

    Args:
        material: the articles.
        origins: where their passages come from.
        told: descriptions that two articles share.
        facts: those of the narrative.
    """
    held: dict[str, list[tuple[FactPassage, int]]] = {}
    for n, fact in enumerate(facts):
        for passage in fact.passages:
            held.setdefault(passage.article, []).append((passage, n))
    for group in told:
        members = _shown(group)
        places = [_place(material, d) for d in members]
        if not _known(places, held):
            yield _fact(material, origins, members, places)


def _shown(group: Told) -> list[Description]:
    """The first passages of each article, in order of place; outright ones before titles."""
    kept: dict[int, list[Description]] = {}
    for one in sorted(group.members, key=lambda d: (d.article, not d.outright, d.span)):
        of_article = kept.setdefault(one.article, [])
        if len(of_article) < MOST:
            of_article.append(one)
    return sorted((d for found in kept.values() for d in found), key=lambda d: (d.article, d.span))


def _place(material: Material, description: Description) -> Passage:
    article = material.articles[description.article]
    return Passage(article.id, description.span.start, description.span.end)


def _known(places: Sequence[Passage], held: dict[str, list[tuple[FactPassage, int]]]) -> bool:
    """Whether one fact has a passage of the same words in every article that these places are in."""
    common: set[int] | None = None
    for article in sorted({p.article for p in places}):
        here = {
            n for p in places if p.article == article for q, n in held.get(article, ()) if _one_line(p, q)
        }
        common = here if common is None else common & here
        if not common:
            return False
    return True


def _one_line(p: Passage, q: FactPassage) -> bool:
    return min(p.end, q.end) - max(p.start, q.start) >= SAME * max(p.end - p.start, q.end - q.start)


def _fact(
    material: Material, origins: Origins, members: Sequence[Description], places: Sequence[Passage]
) -> Fact:
    stances: dict[str, Stance] = {a.id: "silent" for a in material.articles}
    stances.update((p.article, "agrees") for p in places)
    clearest = min(zip(members, places, strict=True), key=lambda x: _clarity(material, *x))[1]
    return Fact(
        id="",
        text=" ".join(material.text(clearest).split()),
        status="attributed" if all(d.quoted for d in members) else "asserted",
        passages=tuple(FactPassage(p.article, p.start, p.end, origins.of(p)) for p in places),
        stances=stances,
        origins=origins.independent(places),
        outlets=len({material.by_id[p.article].outlet or p.article for p in places}),
    )


def _clarity(material: Material, description: Description, place: Passage) -> tuple[bool, int, int, Passage]:
    """Order of passages by how well they stand alone: outright, in full, short."""
    text = material.text(place)
    return (not description.outright, -len(description.elements), -text.count(" "), place)
