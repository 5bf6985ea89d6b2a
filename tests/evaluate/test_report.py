"""Reports: values, intervals, rendering."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from recoupe.evaluate import evaluate, subjects
from recoupe.evaluate.corpora import corpora, corpus, rows
from recoupe.evaluate.report import Report, Row, f1, measure, precision_recall_f1, ratio
from recoupe.model.errors import OptionError

DOCUMENTS = [
    {"right": 3, "shown": 4, "gold": 4},
    {"right": 1, "shown": 1, "gold": 2},
    {"shown": 2, "gold": 1},
]


def metrics(total: Mapping[str, float]) -> dict[str, float]:
    return {
        "F1": f1(total["right"], total["shown"], total["gold"]),
        "precision": ratio(total["right"], total["shown"]),
    }


def test_values_come_from_the_sum_and_intervals_hold_them() -> None:
    report = measure("x", DOCUMENTS, metrics, over={"F1": "gold"}, rounds=200)
    assert (report["F1"], report["precision"], report.documents) == (
        pytest.approx(8 / 14),
        pytest.approx(4 / 7),
        3,
    )
    row = report.rows[0]
    assert row.n == 7
    assert row.low is not None
    assert row.high is not None
    assert 0 <= row.low <= row.value <= row.high <= 1
    assert row.low < row.high
    with pytest.raises(KeyError):
        report["recall"]


def test_the_draw_is_the_same_each_time_and_another_with_another_seed() -> None:
    first, again = (measure("x", DOCUMENTS, metrics, rounds=50) for _ in range(2))
    assert first == again
    assert first != measure("x", DOCUMENTS, metrics, rounds=50, seed=1)


def test_one_document_has_no_interval() -> None:
    assert measure("x", DOCUMENTS[:1], metrics).rows[0].low is None


def test_alike_documents_have_an_interval_without_width() -> None:
    row = measure("x", DOCUMENTS[:1] * 5, metrics, rounds=50).rows[0]
    assert row.low == row.high == row.value


def test_rendering() -> None:
    report = Report(
        name="x", rows=(Row(metric="F1", value=0.5, low=0.4, high=0.6, n=9), Row(metric="speed", value=2)),
        counts={"gold": 9}, documents=2, notes=("Small.",),
    )  # fmt: skip
    assert report.text() == (
        "x: 2 documents\n  F1     0.500  [0.400, 0.600]  n = 9\n  speed  2.000\n  counts: gold 9\n  Small."
    )
    assert json.loads(report.json())["rows"][0] == {
        "metric": "F1",
        "value": 0.5,
        "low": 0.4,
        "high": 0.6,
        "n": 9,
    }


def test_nothing_is_zero() -> None:
    assert precision_recall_f1(0, 0, 0) == (0.0, 0.0, 0.0)


def test_each_subject_has_a_scorer_that_says_what_it_does() -> None:
    import importlib  # noqa: PLC0415

    assert "stories" in subjects()
    for name in subjects():
        module = importlib.import_module(f"recoupe.evaluate.{name}")
        assert callable(module.evaluate), name
        assert module.__doc__, name


def test_an_unknown_subject() -> None:
    with pytest.raises(OptionError, match="cannot be evaluated"):
        evaluate("nothing", "x")


def test_corpora_are_where_the_environment_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("RECOUPE_CORPORA", str(tmp_path))
    (tmp_path / "a.jsonl").write_text('{"id": 1}\n\n{"id": 2}\n', "utf-8")
    assert corpora() == tmp_path
    assert corpus("none.jsonl") is None
    assert rows(corpus("a.jsonl") or "") == [{"id": 1}, {"id": 2}]
    monkeypatch.delenv("RECOUPE_CORPORA")
    assert corpora().name == "shared"
