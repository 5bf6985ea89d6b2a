"""Days of feasts."""

from datetime import date

import pytest

from recoupe.annotate.times.feasts import easter, feast


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(1818, 3, 22), (1961, 4, 2), (2000, 4, 23), (2019, 4, 21), (2024, 3, 31), (2038, 4, 25)],
)
def test_easter(year, month, day):
    assert easter(year) == date(year, month, day)


@pytest.mark.parametrize(
    ("rule", "year", "expected"),
    [
        ("12-25", 2024, date(2024, 12, 25)),
        ("easter+1", 2024, date(2024, 4, 1)),
        ("easter-47", 2024, date(2024, 2, 13)),
        ("11/4/4", 2024, date(2024, 11, 28)),
        ("09/1/1", 2024, date(2024, 9, 2)),
        ("05/1/-1", 2024, date(2024, 5, 27)),
        ("02-29", 2023, None),
        ("12-25", 0, None),
    ],
)
def test_feasts(rule, year, expected):
    assert feast(rule, year) == expected
