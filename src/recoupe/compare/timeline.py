"""Events of the story in order (first version)."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.compare.material import Material
from recoupe.model.dossier import Fact, TimelineEntry


def build_timeline(material: Material, facts: Sequence[Fact]) -> tuple[TimelineEntry, ...]:
    """Dated events, in order of time."""
    del material, facts
    return ()
