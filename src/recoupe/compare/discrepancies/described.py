"""Descriptions that exclude each other, as discrepancies: two ages, two seats, two holders of one office.

What excludes what was decided by `recoupe.compare.descriptions.conflicts`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from recoupe.compare.descriptions import Conflict
from recoupe.compare.discrepancies.finding import Finding, Teller
from recoupe.language.people.spelling import name_key
from recoupe.model.dossier import DiscrepancyKind

KINDS: Mapping[str, DiscrepancyKind] = {
    "age": "number",
    "office": "actor",
    "seat": "place",
    "post": "name",
    "holder": "actor",
}
"""Kind of discrepancy by what conflicts."""
WEIGHT = 0.7
"""Weight of an age or seat; a background that differs weighs less than an event that does."""


def find_described(teller: Teller, conflicts: Sequence[Conflict]) -> Iterator[Finding]:
    """Descriptions of one person, or of one office, of which not all can be right."""
    for conflict in conflicts:
        kind = KINDS[conflict.kind]
        if conflict.kind == "holder" and _one_surname(conflict):
            kind = "name"
        sides = tuple(sorted(conflict.sides, key=lambda s: (-len(s.passages), s.passages)))
        yield Finding(kind, conflict.about, sides, teller.note("described_" + conflict.kind, sides), WEIGHT)


def _one_surname(conflict: Conflict) -> bool:
    """Whether two holders bear one surname: then one name is told in two ways."""
    first, second = (name_key(side.value).split() for side in conflict.sides)
    return bool(first and second) and first[-1] == second[-1]
