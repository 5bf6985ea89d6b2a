"""What the words around a number say of it: the least and the greatest value, and whether it is rounded.

*plus de 40*: low 40, high unknown. *moins de 40*: from 0 to 40. *près de 40*: from a tenth below to 40. *environ 40*:
a tenth either way. The tenth is a convention (round numbers in the press are rounded to one or two digits; Krifka
2007, *Approximate interpretation of number words*), the same for all, so that comparisons are predictable. Bounds are
inclusive.
"""

from __future__ import annotations

from typing import NamedTuple

TOLERANCE = 0.1  # of a rounded number, either way
_DECIMALS = 12  # significant digits kept when a bound is computed


class Bounds(NamedTuple):
    """Least and greatest value (None where there is no end) and whether the number is rounded."""

    low: float | None
    high: float | None
    approximate: bool = False


def bounds(value: float, sense: str | None, *, rounded: bool = False, signed: bool = False) -> Bounds:
    """What `value` says once the words about it are read.

    Args:
        value: the number as told.
        sense: `above`, `least`, `below`, `most`, `nearly`, `about`, or None if no word bounds it.
        rounded: whether the number word itself is rounded (*une centaine*).
        signed: whether values below zero make sense (temperatures): then *moins de* has no least value.

    >>> bounds(40, "above"), bounds(200, "nearly")
    (Bounds(low=40, high=None, approximate=False), Bounds(low=180.0, high=200, approximate=True))
    """
    floor = None if signed else 0.0
    margin = abs(value) * TOLERANCE
    if sense in ("above", "least"):
        return Bounds(value, None, rounded)
    if sense in ("below", "most"):
        return Bounds(floor, value, rounded)
    if sense == "nearly":
        return Bounds(tidy(value - margin), value, approximate=True)
    if sense == "about" or rounded:
        return Bounds(tidy(value - margin), tidy(value + margin), approximate=True)
    return Bounds(value, value)


def tidy(value: float) -> float:
    """`value` without the noise of binary fractions.

    >>> tidy(0.1 + 0.2)
    0.3
    """
    return float(f"{value:.{_DECIMALS}g}")
