"""What only one article reports, and who gets to speak (first version)."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.compare.material import Material
from recoupe.model.dossier import Fact, Reuse, Unique, Voice


def find_unique(material: Material, facts: Sequence[Fact], reuse: Sequence[Reuse]) -> tuple[Unique, ...]:
    """Passages that no other article has in any form, by article."""
    del material, facts, reuse
    return ()


def count_voices(material: Material) -> tuple[Voice, ...]:
    """Quotations and quoted code points by speaker and article."""
    del material
    return ()
