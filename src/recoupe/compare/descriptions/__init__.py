"""What articles say of people and bodies in passing: ages, offices, professions, relations, labels.

    page (one article) → offices, ages, labels → groups that say the same (`description.gather`), conflicts

Background that newsrooms repeat or get wrong: two articles that say the same of one person corroborate each other in
it whatever the words around. A title alone (*le président Y*) says nothing and is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from recoupe.compare.descriptions.ages import read_ages
from recoupe.compare.descriptions.cast import Cast
from recoupe.compare.descriptions.conflicts import Conflict, conflicts
from recoupe.compare.descriptions.description import Description, Told, gather, same
from recoupe.compare.descriptions.labels import read_labels, read_parties
from recoupe.compare.descriptions.offices import read_mentions, read_offices
from recoupe.compare.descriptions.page import Page, small_words
from recoupe.compare.descriptions.references import Reference, find_references
from recoupe.compare.material import Material
from recoupe.model.dossier import Person

__all__ = ["Conflict", "Description", "Descriptions", "Reference", "Told"]

SPECIFIC = 2
"""Elements of an office from which a title alone (*le maire UX de Y Z*) is a description."""


class Descriptions:
    """The descriptions of a story.

    Attributes:
        told: all, those that say the same of one bearer together.
        shared: those that two articles tell, and one of them outright or in full.
        references: by article, the descriptions that stand for somebody whom the story knows.
    """

    def __init__(self, material: Material, people: Sequence[Person]) -> None:
        self._material = material
        small = (small_words(code) for code in sorted({a.language for a in material.articles}))
        self._cast = Cast(people, frozenset().union(*small))
        pages = [Page(material, n, self._cast) for n in range(len(material.articles))]
        found: list[Description] = []
        mentions = [list(read_mentions(page)) for page in pages]
        self.references: dict[str, tuple[Reference, ...]] = find_references(pages, mentions)
        for page, phrases in zip(pages, mentions, strict=True):
            offices = list(read_offices(page, phrases))
            found += [*offices, *read_labels(page), *read_parties(page, offices)]
        found += read_ages(pages)
        self.told: list[Told] = gather(_named(found))
        several = [t for t in self.told if len(t.articles) > 1 and self._says_something(t)]
        held: dict[str, list[Told]] = {}
        for told in several:
            if told.members[0].kind == "office":
                held.setdefault(told.bearer, []).append(told)
        self.shared: list[Told] = [
            t for t in several if not any(_repeats(t, other) for other in held.get(t.bearer, ()))
        ]

    def _says_something(self, told: Told) -> bool:
        """Whether a group is more than titles that stand before a name: *le président Y*, *la compagnie Z*."""
        if any(d.outright or d.kind == "label" for d in told.members):
            return True
        if self._cast.kinds[told.bearer] != "person":
            return False
        return any(
            len(d.elements) >= SPECIFIC or any(e.startswith("@") for e in d.elements) for d in told.members
        )

    def conflicts(self) -> list[Conflict]:
        """Descriptions that exclude each other, told by different articles."""
        return list(conflicts(self._material, self._cast.names, self.told))


def _named(found: Sequence[Description]) -> list[Description]:
    """Descriptions with a bearer: an office told beside no name is that of the one named shortly before who has it."""
    named = [d for d in found if d.bearer]
    by_key: dict[str, list[Description]] = {}
    for one in named:
        by_key.setdefault(one.key, []).append(one)
    for one in found:
        if one.bearer:
            continue
        holders = {d.bearer for d in by_key.get(one.key, ()) if same(replace(one, of=frozenset()), d)}
        if len(holders) == 1 and holders <= one.of:
            named.append(replace(one, bearer=holders.pop(), of=frozenset()))
    return named


def _repeats(told: Told, other: Told) -> bool:
    """Whether a label says only what an office of the same person says at the same places."""
    return told.members[0].kind == "label" and {(d.article, d.span) for d in told.members} <= {
        (d.article, d.span) for d in other.members
    }
