"""Values of TIMEX3: their days, their shifts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.model.findings import Time
from recoupe.text.timex import anchor_times, anchored, day_of, days, part_of, shift, value_at

UNITS = ["D", "W", "WE", "M", "Q", "H", "Y", "DE", "CE"]


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-06-19", (2024, 6, 19), (2024, 6, 19)),
        ("2024-06-19T21:45", (2024, 6, 19), (2024, 6, 19)),
        ("2024-06-18TNI", (2024, 6, 18), (2024, 6, 19)),
        ("2023-02", (2023, 2, 1), (2023, 2, 28)),
        ("2024-W25", (2024, 6, 17), (2024, 6, 23)),
        ("2024-W25-WE", (2024, 6, 22), (2024, 6, 23)),
        ("2024-Q2", (2024, 4, 1), (2024, 6, 30)),
        ("2024-H2", (2024, 7, 1), (2024, 12, 31)),
        ("2024-WI", (2024, 12, 21), (2025, 3, 19)),
        ("196", (1960, 1, 1), (1969, 12, 31)),
        ("19", (1900, 1, 1), (1999, 12, 31)),
    ],
)
def test_days(value, first, last):
    assert days(value) == (date(*first), date(*last))


@pytest.mark.parametrize(
    "value", ["XXXX-06-19", "PRESENT_REF", "P3D", "2024-13", "2024-W60", "2023-02-30", "", "TMO"]
)
def test_values_without_days(value):
    assert days(value) is None


@pytest.mark.parametrize(
    ("part", "first", "last"),
    [("START", 1, 16), ("END", 16, 31), ("MID", 8, 24), ("APPROX", 1, 31)],
)
def test_parts(part, first, last):
    assert part_of((date(2024, 5, 1), date(2024, 5, 31)), part) == (date(2024, 5, first), date(2024, 5, last))


def test_a_shift_beyond_the_calendar_is_none():
    assert shift(date(2024, 1, 1), "Y", -3000) is None
    assert shift(date(2024, 1, 1), "D", 10**9) is None


@given(st.dates(date(1000, 1, 1), date(2199, 12, 31)), st.sampled_from(UNITS))
def test_the_unit_of_a_day_holds_it(day, unit):
    span = days(value_at(day, unit))
    assert span is not None
    assert span[0] <= day <= span[1] or unit == "WE"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("XXXX-WXX-3", "2024-06-19"),
        ("XXXX-WXX-5TEV", "2024-06-14TEV"),
        ("XXXX-05", "2024-05"),
        ("XXXX-12", "2023-12"),
        ("XXXX-06-25", "2024-06-25"),
        ("XXXX-12-30", "2023-12-30"),
        ("XXXX-02-30", "XXXX-02-30"),
        ("P3D", "P3D"),
        ("2024", "2024"),
    ],
)
def test_anchored(value, expected):
    assert anchored(value, date(2024, 6, 19)) == expected


def test_day_of():
    assert day_of("2024-06-18TNI") == date(2024, 6, 18)
    assert day_of("2024-06") is None
    assert day_of("2024-02-31") is None


def test_times_are_anchored_with_their_days_and_sets_are_not():
    times = [
        Time(0, 5, "DATE", "XXXX-WXX-3"),
        Time(6, 9, "SET", "XXXX-WXX-1"),
        Time(10, 12, "DATE", "PAST_REF"),
    ]
    anchored_times = anchor_times(times, date(2024, 6, 19))
    assert anchored_times[0] == Time(0, 5, "DATE", "2024-06-19", ("2024-06-19", "2024-06-19"))
    assert anchored_times[1:] == tuple(times[1:])
