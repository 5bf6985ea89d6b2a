"""The scorer of quotations, on counts that can be checked by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recoupe.evaluate import evaluate
from recoupe.evaluate.quotations import _as_spans, _characters, _match

ROOT = Path(__file__).parents[2]
TEXT = "« Le pont tient », a dit Ada Orlo. Le port a promis de rouvrir. Il pleut."


def gold(tmp_path: Path, quotations: list[dict[str, object]]) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text(
        json.dumps({"id": "x", "text": TEXT, "lang": "fr", "quotations": quotations}) + "\n", "utf-8"
    )
    return path


def quotation(content: str, speaker: str, kind: str) -> dict[str, object]:
    start, at = TEXT.index(content), TEXT.index(speaker)
    return {
        "kind": kind,
        "content": [[start, start + len(content)]],
        "cue": None,
        "speaker": [at, at + len(speaker)],
        "speaker_resolved": speaker,
    }


def test_everything_right(tmp_path: Path) -> None:
    report = evaluate(
        "quotations",
        gold(
            tmp_path,
            [quotation("Le pont tient", "Ada Orlo", "direct"), quotation("rouvrir", "port", "indirect")],
        ),
    )
    assert report["content F1 (Jaccard > .3)"] == report["exact F1"] == report["end to end F1"] == 1
    assert report["direct recall"] == report["indirect precision"] == 1


def test_a_miss_a_wrong_speaker_and_an_edge(tmp_path: Path) -> None:
    report = evaluate(
        "quotations",
        gold(tmp_path, [quotation("pont tient", "Il", "direct"), quotation("Il pleut", "Il", "indirect")]),
    )
    assert report["content recall"] == 0.5
    assert report["content precision"] == 0.5
    assert report["exact F1"] == 0
    assert report["speaker name"] == 0
    assert report["end to end F1"] == 0


def test_marks_at_the_edges_do_not_count() -> None:
    assert _characters("« a b. »", [[0, 8]]) == _characters("« a b. »", [[2, 5]])


def test_matching_is_one_to_one_and_the_best_first() -> None:
    wide, narrow = frozenset(range(10)), frozenset(range(6))
    assert _match([wide], [narrow, wide]) == [(0, 1)]
    assert _match([wide, narrow], [wide]) == [(0, 0)]


@pytest.mark.parametrize(
    ("value", "spans"), [(None, []), ([1, 2], [[1, 2]]), ([[1, 2], [3, 4]], [[1, 2], [3, 4]])]
)
def test_spans_in_every_shape(value: object, spans: list[list[int]]) -> None:
    assert _as_spans(value) == spans


def test_our_own_gold_is_well_formed_and_found() -> None:
    path = ROOT / "evaluation" / "gold" / "quotations.jsonl"
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        for item in row["quotations"]:
            assert all(row["text"][a:b].strip() == row["text"][a:b] for a, b in item["content"])
    report = evaluate("quotations", path)
    assert report["content F1 (Jaccard > .3)"] >= 0.95
    assert report["exact F1"] >= 0.9
