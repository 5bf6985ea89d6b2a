"""Scores of discrepancies on gold about several articles (see `_crossdoc`).

- found: of the gold's discrepancies, those of which two sides lie in different sides of one that is shown; by kind,
  and over the kinds that need no knowledge of the world (`CHECKABLE`);
- right: of those shown, the ones that the gold has, optional ones included;
- traps: places that differ because they speak of two things or moments, and are shown as a discrepancy all the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from recoupe.evaluate._crossdoc import Cluster, Place, clusters, place, same_place
from recoupe.evaluate.report import Report, measure, ratio
from recoupe.model.options import Options

__all__ = ["CHECKABLE", "count", "evaluate"]

CHECKABLE = ("number", "date", "name", "place", "modality")
"""Kinds that can be told from the words alone."""

Sides = list[list[Place]]


def evaluate(gold: Path, options: Options) -> Report:
    """Scores of discrepancies on the stories of `gold`."""
    return measure(
        "discrepancies",
        [count(cluster) for cluster in clusters(gold, options)],
        _metrics,
        over={
            "precision": "shown",
            "recall": "gold",
            "recall of checkable kinds": "checkable",
            "traps": "all traps",
        },
    )


def _metrics(total: Mapping[str, float]) -> Mapping[str, float]:
    kinds = sorted(k.removeprefix("gold ") for k in total if k.startswith("gold "))
    return {
        "precision": ratio(total["right"], total["shown"]),
        "recall": ratio(total["found"], total["gold"]),
        "recall of checkable kinds": ratio(total["checkable found"], total["checkable"]),
        "traps": total["traps"],
        **{f"recall of {kind}": ratio(total[f"found {kind}"], total[f"gold {kind}"]) for kind in kinds},
    }


def count(cluster: Cluster) -> dict[str, float]:
    """What was shown, right and found in one story."""
    shown = [[[place(p) for p in s.passages] for s in d.sides] for d in cluster.dossier.discrepancies]
    gold = [(g["kind"], bool(g["optional"]), _places(g["sides"])) for g in cluster.gold["discrepancies"]]
    right = [any(opposed(sides, x) for *_, sides in gold) for x in shown]
    wrong = [x for x, good in zip(shown, right, strict=True) if not good]
    traps = [_places(t["sides"]) for t in cluster.gold["traps"]]
    counts: dict[str, float] = {
        "shown": len(shown),
        "right": sum(right),
        "gold": 0,
        "found": 0,
        "checkable": 0,
        "checkable found": 0,
        "all traps": len(traps),
        "traps": sum(any(opposed(t, x) for x in wrong) for t in traps),
    }
    for kind, optional, sides in gold:
        if optional:
            continue
        hit = any(opposed(sides, x) for x in shown)
        for name, found in (("gold", "found"), (f"gold {kind}", f"found {kind}")):
            counts[name] = counts.get(name, 0) + 1
            counts[found] = counts.get(found, 0) + hit
        if kind in CHECKABLE:
            counts["checkable"] += 1
            counts["checkable found"] += hit
    return counts


def opposed(gold: Sequence[Place], shown: Sides) -> bool:
    """Whether two of the gold's sides lie in different sides of what is shown, or its only place in any."""
    if len(gold) == 1:
        # a calendar or a sum is wrong in one place
        return any(same_place(gold[0], p) for side in shown for p in side)
    at = [{n for n, side in enumerate(shown) if any(same_place(g, p) for p in side)} for g in gold]
    return any(a and b and len(a | b) > 1 for n, a in enumerate(at) for b in at[n + 1 :])


def _places(written: list[list[Any]]) -> list[Place]:
    return [(w[0], w[1], w[2]) for w in written]
