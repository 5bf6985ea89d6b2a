"""The scorers of facts and discrepancies count as they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from recoupe.evaluate import evaluate
from recoupe.evaluate.discrepancies import opposed

EXAMPLE = Path(__file__).parents[2] / "examples" / "sorne" / "gold" / "crossdoc.json"


def test_two_sides_have_to_be_opposed() -> None:
    shown = [[("a", 0, 50)], [("b", 0, 50)]]
    assert opposed([("a", 5, 40), ("b", 5, 40)], shown)
    assert not opposed([("a", 5, 40), ("a", 10, 45)], shown)
    assert not opposed([("a", 5, 40), ("c", 5, 40)], shown)
    assert opposed([("b", 5, 40)], shown)  # a calendar error stands in one place


@pytest.mark.parametrize("subject", ["facts", "discrepancies"])
def test_the_example_is_scored(subject: str) -> None:
    report = evaluate(subject, EXAMPLE)
    assert report.documents == 1
    assert 0.7 <= report["precision"] <= 1
    assert 0.4 <= report["recall"] <= 1
