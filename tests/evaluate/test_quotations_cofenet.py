"""The scorer that cuts contents at sentences."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recoupe.evaluate import evaluate

TEXT = 'The dam holds. "We looked at it. It is dry," Ada Orlo said.\nThe port is shut.'


def gold(folder: Path, *spans: tuple[int, int]) -> Path:
    quotation = {"kind": "direct", "content": [list(s) for s in spans], "cue": None, "speaker": None}
    path = folder / "gold.jsonl"
    path.write_text(json.dumps({"id": "a", "lang": "en", "text": TEXT, "quotations": [quotation]}), "utf-8")
    return path


def test_each_sentence_of_a_quotation_counts(tmp_path: Path) -> None:
    report = evaluate("quotations_cofenet", gold(tmp_path, (15, 44)))
    assert report.counts["gold"] == 2
    assert report["exact F1"] == 1.0
    assert report["marks only"] == 1.0


def test_both_edges_must_agree(tmp_path: Path) -> None:
    report = evaluate("quotations_cofenet", gold(tmp_path, (19, 42)))
    assert report["recall"] == pytest.approx(0.5)


def test_what_is_missed_is_missed(tmp_path: Path) -> None:
    report = evaluate("quotations_cofenet", gold(tmp_path, (60, 77)))
    assert report["exact F1"] == 0.0
