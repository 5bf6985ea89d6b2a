"""The quality gate: it must fail when a figure falls."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from recoupe.evaluate import subjects

PROJECT = Path(__file__).parents[2]
GATE = PROJECT / "evaluation" / "gate.py"
GOLD = [
    {"id": "a", "text": "Le pont suspendu d'Oslane a rouvert mercredi.", "lang": "fr", "story": "pont"},
    {"id": "b", "text": "Oslane : le pont suspendu rouvert mercredi.", "lang": "fr", "story": "pont"},
]


def gate(tmp_path: Path, entry: dict[str, object], *options: str) -> tuple[int, str, dict[str, object]]:
    floors = tmp_path / "floors.json"
    floors.write_text(json.dumps({"x": entry}), "utf-8")
    (tmp_path / "gold.jsonl").write_text("\n".join(map(json.dumps, GOLD)), "utf-8")
    done = subprocess.run(
        [sys.executable, GATE, "--floors", floors, *options],
        capture_output=True, text=True, check=False, env={**os.environ, "RECOUPE_CORPORA": str(tmp_path)},
    )  # fmt: skip
    return done.returncode, done.stdout, json.loads(floors.read_text("utf-8"))["x"]


def entry(**more: object) -> dict[str, object]:
    return {"command": "stories", "gold": "corpora:gold.jsonl", **more}


def test_a_figure_that_holds(tmp_path: Path) -> None:
    code, said, _ = gate(tmp_path, entry(floors={"B³ F1": 0.9}))
    assert (code, "B³ F1: 1.000 >= 0.900" in said) == (0, True)


def test_a_figure_that_fell(tmp_path: Path) -> None:
    code, said, _ = gate(tmp_path, entry(floors={"B³ F1": 1.1}))
    assert (code, "IS BELOW ITS FLOOR" in said) == (1, True)


def test_a_count_that_rose(tmp_path: Path) -> None:
    code, said, _ = gate(tmp_path, entry(ceilings={"B³ F1": 0.5}))
    assert (code, "IS ABOVE ITS CEILING" in said) == (1, True)


def test_another_gold_than_the_one_measured(tmp_path: Path) -> None:
    assert gate(tmp_path, entry(floors={"B³ F1": 0.1}, sha256="0" * 16))[0] == 1


def test_floors_are_raised_and_never_lowered(tmp_path: Path) -> None:
    code, _, raised = gate(tmp_path, entry(floors={"B³ F1": 0.2, "B³ recall": 1.0}), "--raise")
    assert (code, raised["floors"]) == (0, {"B³ F1": 1.0, "B³ recall": 1.0})
    code, _, kept = gate(tmp_path, entry(floors={"B³ F1": 1.5}), "--raise")
    assert (code, kept["floors"]) == (1, {"B³ F1": 1.5})


@pytest.mark.parametrize(("gold", "code"), [("corpora:none.jsonl", 0), ("evaluation/none.jsonl", 1)])
def test_gold_that_is_not_there(tmp_path: Path, gold: str, code: int) -> None:
    found, said, _ = gate(tmp_path, {"command": "stories", "gold": gold, "floors": {}})
    assert (found, "SKIPPED" in said, "FAILED" in said) == (code, not code, bool(code))


def test_the_floors_of_the_project_name_what_exists() -> None:
    for name, row in json.loads((PROJECT / "evaluation" / "floors.json").read_text("utf-8")).items():
        assert row["command"] in subjects(), name
        assert row["gold"].startswith("corpora:") or (PROJECT / row["gold"]).is_file(), name
        assert row.get("floors") or row.get("ceilings"), name
