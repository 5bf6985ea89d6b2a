"""The quality gate: every score in `floors.json` must be at or above its floor (or at or below its ceiling).

    python evaluation/gate.py                 check everything
    python evaluation/gate.py quotations-fr   check what is named
    python evaluation/gate.py --raise         check, and raise floors to the figures reached; none is ever lowered

An entry of `floors.json`:

    "quotations-fr": {
      "command": "quotations",                        what `recoupe evaluate` is to score
      "gold": "corpora:gold/quotations_fr_dev.jsonl", a path in the corpora folder, or without prefix in the project
      "sha256": "0f3c...",                            of the gold, its first 16 digits: figures hold for that file only
      "floors": {"content F1 (Jaccard > .3)": 0.88},
      "ceilings": {"traps": 2}
    }

Gold of the project must be there. Gold of the corpora is skipped, loudly, where the folder is missing. Exit code 1
if a figure does not hold.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
import time
from pathlib import Path
from typing import Any

from recoupe.evaluate import Report, evaluate
from recoupe.evaluate.corpora import corpora

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
CORPORA = "corpora:"
STEP = 1000  # floors are kept to three decimals, rounded down


def main() -> int:
    """Check the entries named on the command line, or all; return the exit code."""
    parser = argparse.ArgumentParser(description="Check scores against their floors.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="entries to check; all if none is named")
    parser.add_argument(
        "--raise", dest="lift", action="store_true", help="raise floors to the figures reached"
    )
    parser.add_argument("--floors", type=Path, default=FLOORS, help="the file of floors")
    arguments = parser.parse_args()
    entries: dict[str, dict[str, Any]] = json.loads(arguments.floors.read_text("utf-8"))
    unknown = sorted(set(arguments.names) - set(entries))
    if unknown:
        parser.error(f"{', '.join(unknown)}: no such entry in {arguments.floors}")
    failures = 0
    for name in arguments.names or entries:
        failures += check(name, entries[name], lift=arguments.lift)
    if arguments.lift:
        arguments.floors.write_text(json.dumps(entries, indent=2, ensure_ascii=False) + "\n", "utf-8")
    print(f"gate: {failures} of the figures do not hold" if failures else "gate: all figures hold")
    return 1 if failures else 0


def check(name: str, entry: dict[str, Any], *, lift: bool) -> int:
    """Measure one entry and print what came of it; return how many of its figures do not hold."""
    gold = locate(entry["gold"])
    if not gold.exists():
        if entry["gold"].startswith(CORPORA):
            print(f"{name}: SKIPPED, {gold} is not there (RECOUPE_CORPORA)")
            return 0
        print(f"{name}: FAILED, {gold} is missing")
        return 1
    digest = hashlib.sha256(gold.read_bytes()).hexdigest()[:16]
    if lift:
        entry["sha256"] = digest
    elif entry.get("sha256", digest) != digest:
        print(
            f"{name}: FAILED, {gold} is not the file that the floors were measured on; measure again with --raise"
        )
        return 1
    start = time.perf_counter()
    report = evaluate(entry["command"], gold)
    print(f"{name} ({report.documents} documents, {time.perf_counter() - start:.1f} s)")
    return _floors(report, entry, lift=lift) + _ceilings(report, entry)


def locate(gold: str) -> Path:
    """The file that an entry's `gold` names."""
    return corpora() / gold.removeprefix(CORPORA) if gold.startswith(CORPORA) else HERE.parent / gold


def _floors(report: Report, entry: dict[str, Any], *, lift: bool) -> int:
    failures = 0
    for metric, floor in entry.get("floors", {}).items():
        value = report[metric]
        holds = value >= floor - 1e-9
        failures += not holds
        print(f"  {metric}: {value:.3f} {'>=' if holds else 'IS BELOW ITS FLOOR'} {floor:.3f}")
        if lift and holds:
            entry["floors"][metric] = max(floor, math.floor(value * STEP + 1e-9) / STEP)
    return failures


def _ceilings(report: Report, entry: dict[str, Any]) -> int:
    failures = 0
    for metric, ceiling in entry.get("ceilings", {}).items():
        value = report[metric]
        holds = value <= ceiling + 1e-9
        failures += not holds
        print(f"  {metric}: {value:.3f} {'<=' if holds else 'IS ABOVE ITS CEILING'} {ceiling:.3f}")
    return failures


if __name__ == "__main__":
    sys.exit(main())
