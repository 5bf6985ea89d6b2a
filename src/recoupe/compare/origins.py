"""Where each article and passage comes from (first version: each outlet its own)."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.compare.material import Material
from recoupe.model.dossier import Origin, Reuse
from recoupe.model.span import Passage


class Origins:
    """The origins of a story, and the one origin of any passage."""

    def __init__(self, found: Sequence[Origin]) -> None:
        self.found = tuple(found)

    def of(self, passage: Passage) -> str:
        """Id of the origin of `passage`."""
        return next(o.id for o in self.found if passage.article in o.articles)

    def independent(self, passages: Sequence[Passage]) -> tuple[str, ...]:
        """Ids of the origins of `passages`, without repetition, in the order of `found`."""
        ids = {self.of(p) for p in passages}
        return tuple(o.id for o in self.found if o.id in ids)


def find_origins(material: Material, reuse: Sequence[Reuse]) -> Origins:
    """Origins by the four rules of the design: copied, credited, signed, else the outlet's own."""
    del reuse
    return Origins(
        [Origin(id=f"o{n}", name=a.outlet or a.id, kind="outlet", articles=(a.id,)) for n, a in enumerate(material.articles, 1)]
    )
