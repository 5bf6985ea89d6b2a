"""Scores of facts on gold about several articles (see `_crossdoc`).

Counted in pairs of passages of two articles:

- found: of the pairs that the gold puts under one fact, those that the program puts under one fact;
- right: of the pairs that the program puts together, and of which the gold knows both ends, those that share a fact in
  the gold (optional facts and optional passages included).

Pairs of which the gold does not know both ends are neither right nor wrong; their number is told. *Established* are
the same figures without the tentative facts.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from recoupe.evaluate._crossdoc import Cluster, clusters, pairs_found, place, same_place
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
        "recall": ratio(total["hit"], total["gold"]),
        "established precision": ratio(total["established right"], total["established judged"]),
        "established recall": ratio(total["established hit"], total["gold"]),
        "unique found": ratio(total["unique found"], total["unique"]),
    }


def count(cluster: Cluster) -> dict[str, float]:
    """Pairs found, made, judged and right in one story, and unique passages found."""
    shown = [[place(p.passage) for p in f.passages] for f in cluster.dossier.facts]
    alone = [place(p) for u in cluster.dossier.unique for p in u.passages]
    wanted = [(u["at"][0], u["at"][1], u["at"][2]) for u in cluster.gold["unique"]]
    sure = [[place(p.passage) for p in f.passages] for f in cluster.dossier.established]
    established = pairs_found(cluster.gold["facts"], "passages", sure)
    return {
        **pairs_found(cluster.gold["facts"], "passages", shown),
        **{f"established {name}": established[name] for name in ("hit", "judged", "right")},
        "unique": len(wanted),
        "unique found": sum(any(same_place(x, p) for p in alone) for x in wanted),
    }
