"""Scores of reuse, origins and statements on the invented event of `examples/`, and on counts made by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recoupe.evaluate import evaluate
from recoupe.evaluate._crossdoc import clusters, pairs_found, same_place
from recoupe.model.errors import OptionError
from recoupe.model.options import Options

GOLD = Path(__file__).parents[2] / "examples" / "sorne" / "gold" / "crossdoc.json"


def test_reuse_of_the_example() -> None:
    report = evaluate("reuse", GOLD)
    assert report["reuse recall"] == 1.0
    assert report["origins found"] == 1.0
    assert 0.6 <= report["reuse precision"] <= 1.0


def test_statements_of_the_example() -> None:
    report = evaluate("statements", GOLD)
    assert report["pair precision"] == 1.0
    assert report["pair recall"] >= 0.5


def test_missing_text_is_told(tmp_path: Path) -> None:
    gold = {
        "clusters": {"x": {"reuse": [{"a": ["lost", 0, 9], "b": ["gone", 0, 9], "optional": False}]}},
        "dates": {},
    }
    path = tmp_path / "crossdoc.json"
    path.write_text(json.dumps(gold), "utf-8")
    with pytest.raises(OptionError, match="'gone' is in no quotations"):
        list(clusters(path, Options()))


@pytest.mark.parametrize(
    ("x", "y", "same"),
    [
        (("a", 0, 100), ("a", 0, 100), True),
        (("a", 0, 100), ("b", 0, 100), False),
        (("a", 0, 100), ("a", 60, 160), False),
        (("a", 0, 100), ("a", 0, 401), False),
        (("a", 0, 10), ("a", 0, 120), True),
    ],
)
def test_same_place(x: tuple[str, int, int], y: tuple[str, int, int], *, same: bool) -> None:
    assert same_place(x, y) is same
    assert same_place(y, x) is same


def test_pairs_of_groups() -> None:
    gold = [
        {"optional": False, "members": [["a", 0, 50], ["b", 0, 50], ["c", 0, 50]]},
        {"optional": False, "members": [["a", 100, 150], ["b", 100, 150]]},
        {"optional": True, "members": [["a", 200, 250], ["b", 200, 250]]},
    ]
    found = [
        [("a", 0, 50), ("b", 2, 48)],  # right
        [("a", 100, 150), ("c", 0, 50)],  # two groups of the gold: wrong
        [("a", 200, 250), ("b", 200, 250)],  # optional: right, but not asked for
        [("a", 300, 350), ("b", 0, 50)],  # unknown to the gold: not judged
    ]
    assert pairs_found(gold, "members", found) == {"gold": 4, "hit": 1, "made": 4, "judged": 3, "right": 2}
