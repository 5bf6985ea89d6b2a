"""Propositions that articles assert, aligned across articles (first version)."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.compare.material import Material
from recoupe.compare.origins import Origins
from recoupe.model.dossier import Fact, Statement


def find_facts(material: Material, origins: Origins, statements: Sequence[Statement]) -> tuple[Fact, ...]:
    """Facts of the story, best corroborated first."""
    del material, origins, statements
    return ()
