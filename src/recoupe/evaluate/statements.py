"""Scores of statements on gold about several articles (see `_crossdoc`): quotations of one speech act put together.

Counted in pairs of quotations of different articles. Recall: of the gold's pairs, those that stand in one statement.
Precision: of the pairs in the program's statements of which the gold knows both ends, those that it puts together.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from recoupe.evaluate._crossdoc import Cluster, clusters, pairs_found
from recoupe.evaluate.report import Report, measure, ratio
from recoupe.model.options import Options

__all__ = ["count", "evaluate"]


def evaluate(gold: Path, options: Options) -> Report:
    """Scores of the statements of the stories of `gold`."""
    return measure("statements", [count(cluster) for cluster in clusters(gold, options)], _metrics)


def _metrics(total: Mapping[str, float]) -> Mapping[str, float]:
    return {
        "pair precision": ratio(total["right"], total["judged"]),
        "pair recall": ratio(total["hit"], total["gold"]),
    }


def count(cluster: Cluster) -> dict[str, float]:
    """Pairs of quotations found and judged in one story."""
    articles = {a.id: a for a in cluster.dossier.articles}
    found = [
        [
            (q.article, span.start, span.end)
            for q in statement.quotations
            for span in articles[q.article].quotations[q.index].content
        ]
        for statement in cluster.dossier.statements
    ]
    return pairs_found(cluster.gold["statements"], "members", found)
