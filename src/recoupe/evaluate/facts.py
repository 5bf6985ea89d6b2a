"""Scores of facts on gold about several articles (see `_crossdoc`).

Counted in pairs of passages of two articles:

- found: of the pairs that the gold puts under one fact, those that the program puts under one fact;
- right: of the pairs that the program puts together, and of which the gold knows both ends, those that share a fact in
  the gold (optional facts and optional passages included).

Pairs of which the gold does not know both ends are neither right nor wrong; their number is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from recoupe.evaluate._crossdoc import Cluster, Place, clusters, place, same_place
from recoupe.evaluate.report import Report, measure, ratio
from recoupe.model.options import Options

__all__ = ["count", "evaluate"]


def evaluate(gold: Path, options: Options) -> Report:
    """Scores of facts on the stories of `gold`."""
    return measure(
        "facts",
        [count(cluster) for cluster in clusters(gold, options)],
        _metrics,
        over={"precision": "judged", "recall": "gold"},
        notes=("Pairs of passages; an interval over so few stories says little.",),
    )


def _metrics(total: Mapping[str, float]) -> Mapping[str, float]:
    return {
        "precision": ratio(total["right"], total["judged"]),
        "recall": ratio(total["found"], total["gold"]),
        "unique found": ratio(total["unique found"], total["unique"]),
    }


def count(cluster: Cluster) -> dict[str, float]:
    """Pairs found, made, judged and right in one story."""
    shown = [[place(p.passage) for p in f.passages] for f in cluster.dossier.facts]
    sure = [f for f in cluster.gold["facts"] if not f["optional"]]
    gold = [pair for fact in sure for pair in _pairs([_place(p) for p in fact["passages"]])]
    made = [pair for places in shown for pair in _pairs(places)]
    judged = [(_facts(cluster.gold, x), _facts(cluster.gold, y)) for x, y in made]
    known = [(x, y) for x, y in judged if x and y]
    alone = [place(p) for u in cluster.dossier.unique for p in u.passages]
    wanted = [_place(u["at"]) for u in cluster.gold["unique"]]
    return {
        "gold": len(gold),
        "found": sum(any(_holds(places, x) and _holds(places, y) for places in shown) for x, y in gold),
        "made": len(made),
        "judged": len(known),
        "right": sum(bool(x & y) for x, y in known),
        "unique": len(wanted),
        "unique found": sum(_holds(alone, x) for x in wanted),
    }


def _pairs(places: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    """Pairs of places of two articles."""
    for n, x in enumerate(places):
        for y in places[n + 1 :]:
            if x[0] != y[0]:
                yield x, y


def _facts(gold: dict[str, Any], found: Place) -> set[int]:
    """Numbers of the gold's facts that have a passage at a place."""
    return {
        n
        for n, fact in enumerate(gold["facts"])
        if any(same_place(found, _place(p)) for p in (*fact["passages"], *fact.get("maybe", ())))
    }


def _holds(places: Sequence[Place], wanted: Place) -> bool:
    return any(same_place(wanted, p) for p in places)


def _place(written: list[Any]) -> Place:
    return (written[0], written[1], written[2])
