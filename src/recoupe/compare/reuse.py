"""Passages of one article found again in another (first version)."""

from __future__ import annotations

from recoupe.compare.material import Material
from recoupe.model.dossier import Reuse


def find_reuse(material: Material) -> tuple[Reuse, ...]:
    """Copied passages, verbatim or edited, in order of place."""
    del material
    return ()
