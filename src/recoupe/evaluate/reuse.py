"""Scores of copied passages and of origins, on gold about several articles (see `_crossdoc`).

- Reuse: a gold copy is found if the program pairs its two places, in either order; a passage of 60 code points or more
  on both sides is right if the gold has it, optional ones included.
- Origins: pairs of an article and a medium that it credits, or takes its text from. Found: of those that are sure in
  the gold. Right: of those that the program claims, the outlets' own left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from recoupe.evaluate._crossdoc import Cluster, Place, clusters, place, same_place
from recoupe.evaluate.report import Report, measure, ratio
from recoupe.model.options import Options
from recoupe.text.accents import plain

__all__ = ["count", "evaluate"]

LONG = 60
"""Code points from which a copied passage is held against the gold."""


def evaluate(gold: Path, options: Options) -> Report:
    """Scores of reuse and origins on the stories of `gold`."""
    return measure("reuse", [count(cluster) for cluster in clusters(gold, options)], _metrics)


def _metrics(total: Mapping[str, float]) -> Mapping[str, float]:
    precision, recall = ratio(total["right"], total["shown"]), ratio(total["found"], total["copies"])
    return {
        "reuse F1": ratio(2 * precision * recall, precision + recall),
        "reuse precision": precision,
        "reuse recall": recall,
        "origins found": ratio(total["origins found"], total["origins"]),
        "origins right": ratio(total["origins right"], total["origins shown"]),
    }


def count(cluster: Cluster) -> dict[str, float]:
    """What was found and shown in one story."""
    pairs = [(place(r.a), place(r.b)) for r in cluster.dossier.reuse]
    gold = [(_place(g["a"]), _place(g["b"]), bool(g["optional"])) for g in cluster.gold["reuse"]]
    long = [p for p in pairs if all(end - start >= LONG for _, start, end in p)]
    sure, defensible = _origins(cluster.gold)
    shown = {
        (article, plain(origin.name))
        for origin in cluster.dossier.origins
        if origin.kind != "outlet"
        for article in origin.articles
    }
    return {
        "copies": sum(not optional for *_, optional in gold),
        "found": sum(not optional and any(_meet(p, (a, b)) for p in pairs) for a, b, optional in gold),
        "shown": len(long),
        "right": sum(any(_meet(p, (a, b)) for a, b, _ in gold) for p in long),
        "origins": len(sure),
        "origins found": len(sure & shown),
        "origins shown": len(shown),
        "origins right": len(shown & defensible),
    }


def _place(written: list[Any]) -> Place:
    return (written[0], written[1], written[2])


def _meet(found: tuple[Place, Place], gold: tuple[Place, Place]) -> bool:
    """Whether two pairs of places are one, in either order."""
    (x, y), (a, b) = found, gold
    return (same_place(x, a) and same_place(y, b)) or (same_place(x, b) and same_place(y, a))


def _origins(gold: dict[str, Any]) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Articles with their sources: those that are sure, and all that are defensible."""
    named = [
        (o["id"], plain(o["source"]), o.get("optional", False)) for o in gold["origins"] if o.get("source")
    ]
    return {(i, s) for i, s, optional in named if not optional}, {(i, s) for i, s, _ in named}
