"""Writes the figures that the page shows (`recoupe/publish/measured.toml`) from the floors of the gate.

Only floors on real texts are shown: figures on our own invented examples would flatter. Which metric belongs to
which section of the page is the table below; run it after a floor was raised. A test compares the two files.
"""

from __future__ import annotations

import json
from pathlib import Path

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
TARGET = HERE.parent / "src" / "recoupe" / "publish" / "measured.toml"

# (subject, metric) as `recoupe evaluate` prints them: section of the page, key in the catalogue.
SHOWN = {
    ("facts", "precision"): ("facts", "facts_precision"),
    ("facts", "recall"): ("facts", "facts_recall"),
    ("discrepancies", "precision"): ("differences", "discrepancies_precision"),
    ("discrepancies", "recall"): ("differences", "discrepancies_recall"),
    ("quantities", "value and noun right"): ("differences", "quantities_value"),
    ("quantities", "value"): ("differences", "quantities_number"),
    ("quotations", "content F1 (Jaccard > .3)"): ("statements", "quotations_found"),
    ("quotations", "exact F1"): ("statements", "quotations_exact"),
    ("speakers", "speaker right"): ("statements", "speakers_right"),
    ("statements", "pair precision"): ("statements", "statements_precision"),
    ("statements", "pair recall"): ("statements", "statements_recall"),
    ("names", "person F1"): ("statements", "names_person"),
    ("names", "body and place F1"): ("statements", "names_other"),
    ("times", "relaxed F1"): ("timeline", "times_relaxed"),
    ("times", "value F1"): ("timeline", "times_value"),
    ("reuse", "reuse F1"): ("copies", "reuse_f1"),
    ("reuse", "origins found"): ("copies", "origins_found"),
    ("reuse", "origins right"): ("copies", "origins_right"),
}
HEAD = """\
# How good each section of the page was measured to be. Written by evaluation/measured.py from evaluation/floors.json.
"""


def figures() -> list[tuple[str, str, float, str, str, str]]:
    """Section, catalogue key, value, language, floor and metric of each figure shown."""
    found = []
    for name, entry in json.loads(FLOORS.read_text("utf-8")).items():
        if not entry["gold"].startswith("corpora:"):
            continue
        language = next((code for code in ("en", "fr") if code in name.split("-")), "")
        for metric, value in entry["floors"].items():
            place = SHOWN.get((entry["command"], metric))
            if place and language:
                found.append((*place, float(value), language, name, metric))
    return found


def text() -> str:
    """The file's content."""
    lines = [HEAD]
    for section, what, value, language, floor, metric in figures():
        lines.append(
            f"[[{section}]]\nwhat = {json.dumps(what)}\nvalue = {value}\nlanguage = {json.dumps(language)}\n"
            f"floor = {json.dumps(floor)}\nmetric = {json.dumps(metric)}\n"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    TARGET.write_text(text(), "utf-8")
    print(f"wrote {TARGET}")
