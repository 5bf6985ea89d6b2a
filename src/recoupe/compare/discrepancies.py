"""Where articles differ: discrepancies, and evolutions apart (first version)."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.compare.material import Material
from recoupe.model.dossier import Discrepancy, Evolution, Fact, Statement


def find_discrepancies(
    material: Material, facts: Sequence[Fact], statements: Sequence[Statement]
) -> tuple[tuple[Discrepancy, ...], tuple[Evolution, ...]]:
    """Discrepancies, weightiest first, and evolutions."""
    del material, facts, statements
    return (), ()
