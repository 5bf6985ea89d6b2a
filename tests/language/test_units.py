"""Quantities on one scale."""

from __future__ import annotations

import pytest

from recoupe.language.units import scaled
from recoupe.model.findings import Quantity


@pytest.mark.parametrize(
    ("value", "unit", "base", "expected"),
    [
        (3, "km", "m", 3000),
        (3000, "m", "m", 3000),
        (2, "t", "g", 2e6),
        (5, "EUR", "EUR", 5),
        (5, None, None, 5),
    ],
)
def test_scaled(value: float, unit: str | None, base: str | None, expected: float) -> None:
    quantity = Quantity(start=0, end=1, kind="measure", told=value, low=value, high=None, unit=unit)
    assert scaled(quantity) == (base, expected, None)
