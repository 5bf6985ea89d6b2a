"""The scorer of quantities: what counts as right."""

from __future__ import annotations

from pathlib import Path

import pytest

from recoupe.evaluate.corpora import corpus
from recoupe.evaluate.quantities import count_news, evaluate, same_noun, same_value
from recoupe.model.findings import Counted, Quantity
from recoupe.model.options import Options
from recoupe.model.span import Span

SIX = Quantity(start=4, end=7, kind="cardinal", told=6, low=6, high=6, of=Counted(Span(8, 14), "ferme"))
RANGE = Quantity(start=4, end=11, kind="cardinal", told=None, low=6, high=8)


def test_values() -> None:
    assert same_value({"told": 6.0}, SIX)
    assert not same_value({"told": 7.0}, SIX)
    assert not same_value({"told": 6.0}, RANGE)
    assert same_value({"low": 6.0, "high": 8.0}, RANGE)
    assert not same_value({"low": 6.0, "high": None}, RANGE)


def test_nouns() -> None:
    assert same_noun({"of": [8, 14], "lemma": ["ferme"]}, SIX)
    assert not same_noun({"of": [8, 14], "lemma": ["grange"]}, SIX)
    assert not same_noun({"of": [20, 24], "lemma": ["ferme"]}, SIX)
    assert not same_noun({}, SIX)
    assert same_noun({}, RANGE)
    assert same_noun({"of": "any"}, SIX)


def test_counts_leave_optional_quantities_and_other_passages_out() -> None:
    outside = Quantity(start=90, end=92, kind="cardinal", told=3, low=3, high=3)
    soft = Quantity(start=20, end=22, kind="cardinal", told=8, low=8, high=8)
    record = {
        "annotated": [0, 50],
        "quantities": [
            {"start": 4, "end": 7, "told": 6.0, "kind": "cardinal", "of": [8, 14], "lemma": ["ferme"]},
            {"start": 20, "end": 22, "optional": True},
            {"start": 30, "end": 33, "told": 5.0, "kind": "cardinal"},
        ],
    }
    counts = count_news(record, [SIX, soft, outside])
    assert dict(counts) == {"gold": 2, "matched": 1, "value": 1, "both": 1, "unit": 1, "found": 1}


@pytest.mark.corpora
def test_news_gold_reaches_its_floor() -> None:
    if corpus("data/stories_fr_dev.jsonl") is None:
        pytest.skip("the corpora folder is not here (RECOUPE_CORPORA)")
    gold = Path(__file__).parents[2] / "evaluation" / "gold" / "quantities_news_fr.jsonl"
    assert evaluate(gold, Options())["value and noun right"] >= 0.95
