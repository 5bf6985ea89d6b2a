"""The scorer of times, on counts known beforehand and on the project's own gold."""

from pathlib import Path

import pytest

from recoupe.evaluate import evaluate
from recoupe.evaluate.corpora import corpus
from recoupe.evaluate.times import count
from recoupe.model.findings import Time

GOLD = Path(__file__).resolve().parents[2] / "evaluation" / "gold" / "times.jsonl"


def gold(start, end, value="2024", kind="DATE"):
    return {"start": start, "end": end, "type": kind, "value": value}


def test_each_time_is_matched_once_by_its_nearest():
    counts = count([gold(0, 10), gold(12, 20)], [Time(0, 20, "DATE", "2024"), Time(12, 20, "TIME", "2024")])
    assert counts == {"gold": 2, "shown": 2, "relaxed": 2, "strict": 1, "type": 1, "value": 2}


def test_what_is_missed_and_what_is_too_much():
    counts = count([gold(0, 10)], [Time(30, 35, "DATE", "2024")])
    assert (counts["gold"], counts["shown"], counts["relaxed"], counts["value"]) == (1, 1, 0, 0)


def test_own_gold():
    report = evaluate("times", GOLD)
    assert report.counts["gold"] >= 60
    assert report["relaxed F1"] >= 0.95
    assert report["value F1"] >= 0.95


@pytest.mark.corpora
@pytest.mark.parametrize(
    ("name", "relaxed", "value"), [("times_fr_dev", 0.93, 0.84), ("times_en_dev", 0.92, 0.77)]
)
def test_corpora(name, relaxed, value):
    place = corpus(f"data/{name}.jsonl")
    if place is None:
        pytest.skip("the corpora folder is not there (RECOUPE_CORPORA)")
    report = evaluate("times", place)
    assert report["relaxed F1"] >= relaxed
    assert report["value F1"] >= value
