"""Scores of names and speakers count what they say."""

import json

import pytest

from recoupe.evaluate.names import count_names, evaluate
from recoupe.evaluate.speakers import evaluate as evaluate_speakers
from recoupe.evaluate.speakers import same_name
from recoupe.model.errors import OptionError
from recoupe.model.findings import Name
from recoupe.model.options import Options


def test_counts_by_group_and_overlap():
    gold = [["Person", [[0, 10]]], ["Location", [[20, 24]]], ["Date", [[30, 34]]]]
    shown = [Name(5, 10, "person", "x"), Name(20, 24, "organization", "y"), Name(40, 44, "place", "z")]
    counts = count_names(gold, shown)
    assert (counts["person found"], counts["person gold"]) == (1, 1)
    assert (counts["other right"], counts["other shown"], counts["other gold"]) == (1, 2, 1)


def test_only_what_was_not_learnt_from_is_scored(tmp_path):
    gold = tmp_path / "names.jsonl"
    row = {
        "text": "Hélène Orval vit à Oslo.",
        "lang": "fr",
        "names": [["Person", [[0, 12]]], ["Location", [[19, 23]]]],
    }
    gold.write_text("\n".join(json.dumps(row | {"part": part}) for part in ("train", "dev", "dev")), "utf-8")
    report = evaluate(gold, Options())
    assert report.documents == 2
    assert report["person F1"] == report["body and place F1"] == 1
    gold.write_text(json.dumps(row | {"part": "train"}), "utf-8")
    with pytest.raises(OptionError, match="no names to score"):
        evaluate(gold, Options())


def test_speakers_are_scored_with_the_gold_spans(tmp_path):
    text = "Paul Orval dit oui. Il dit non."
    quotations = [
        {
            "content": [[15, 18]],
            "cue": [11, 14],
            "speaker": [0, 10],
            "speaker_resolved": "Paul Orval",
            "kind": "indirect",
        },
        {
            "content": [[27, 30]],
            "cue": [23, 26],
            "speaker": [20, 22],
            "speaker_resolved": "Vera Deslan",
            "kind": "indirect",
        },
    ]
    gold = tmp_path / "speakers.jsonl"
    gold.write_text(json.dumps({"text": text, "lang": "fr", "quotations": quotations}), "utf-8")
    report = evaluate_speakers(gold, Options())
    assert report["speaker right"] == 0.5
    assert report["named right"] == 1
    assert report["pronoun right"] == 0


def test_same_name():
    assert same_name("Paul Orval", "M. Orval")
    assert same_name("Kim Orv-un", "Kim Orv Un")
    assert not same_name("Paul Orval", "Vera Orval")
    assert not same_name("Paul Orval", None)
