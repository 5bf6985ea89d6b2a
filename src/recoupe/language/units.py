"""Values of quantities on one scale, so that *3 km* and *3 000 m* compare.

Annotation keeps the SI unit that an article names; comparison asks here. Currencies are never converted: a rate has
a date, and the sources do not give it.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from recoupe.language.loader import shared_rows
from recoupe.model.findings import Quantity


class Scaled(NamedTuple):
    """The least and greatest value of a quantity in the base unit of its kind."""

    unit: str | None
    low: float | None
    high: float | None


@cache
def _bases() -> dict[str, tuple[str, float]]:
    return {unit: (base, float(factor)) for unit, base, factor in shared_rows("units")}


def scaled(quantity: Quantity) -> Scaled:
    """What `quantity` says in the base unit of its kind.

    >>> scaled(Quantity(start=0, end=4, kind="measure", told=3, low=3, high=None, unit="km"))
    Scaled(unit='m', low=3000.0, high=None)
    """
    base, factor = _bases().get(quantity.unit or "", (quantity.unit, 1.0))
    return Scaled(base, _times(quantity.low, factor), _times(quantity.high, factor))


def _times(value: float | None, factor: float) -> float | None:
    return None if value is None else float(f"{value * factor:.12g}")
