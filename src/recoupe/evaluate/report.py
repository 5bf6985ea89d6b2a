"""A report of scores: rows of (metric, value, interval, n) and counts, as a table or as JSON.

Intervals are percentile bootstrap intervals over documents (Efron & Tibshirani 1993, ch. 13): documents, not
findings, are drawn with replacement, because errors within one document are not independent. The draw is seeded,
so that the same input gives the same interval.

A scorer counts per document and says how counts become metrics:

>>> documents = [{"right": 3, "shown": 4, "gold": 4}, {"right": 1, "shown": 1, "gold": 2}]
>>> def metrics(total):
...     return {"F1": f1(total["right"], total["shown"], total["gold"])}
>>> report = measure("quotations", documents, metrics, rounds=200)
>>> round(report["F1"], 3)
0.727
>>> print(report.text().splitlines()[0])
quotations: 2 documents
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

import msgspec

__all__ = ["Report", "Row", "f1", "measure", "precision_recall_f1", "ratio"]

ROUNDS = 1000  # bootstrap draws; more changes the third decimal only
LEVEL = 0.95  # of the interval

Counts = Mapping[str, float]
Metrics = Callable[[Counts], Mapping[str, float]]


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One metric.

    Attributes:
        metric: its name, such as `content F1 (Jaccard > .3)`.
        value: on all documents.
        low: lower end of the bootstrap interval; None where none was computed.
        high: upper end; None where none was computed.
        n: what the metric is counted over (gold items, pairs ...); None where that says nothing.
    """

    metric: str
    value: float
    low: float | None = None
    high: float | None = None
    n: int | None = None


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """Scores of one subject on one gold file.

    Attributes:
        name: what was scored.
        rows: the metrics, in the order in which they should be read.
        counts: the totals that the metrics come from.
        documents: number of documents in the gold.
        notes: sentences a reader of the figures must know.
    """

    name: str
    rows: tuple[Row, ...]
    counts: dict[str, float] = {}
    documents: int = 0
    notes: tuple[str, ...] = ()

    def __getitem__(self, metric: str) -> float:
        """Value of a metric by its name.

        Raises:
            KeyError: if the report has no such metric.
        """
        for row in self.rows:
            if row.metric == metric:
                return row.value
        raise KeyError(metric)

    def text(self) -> str:
        """A table for people."""
        width = max((len(row.metric) for row in self.rows), default=0)
        lines = [f"{self.name}: {self.documents} documents"]
        for row in self.rows:
            interval = "" if row.low is None or row.high is None else f"  [{row.low:.3f}, {row.high:.3f}]"
            over = "" if row.n is None else f"  n = {row.n}"
            lines.append(f"  {row.metric:<{width}}  {row.value:.3f}{interval}{over}")
        if self.counts:
            lines.append("  counts: " + ", ".join(f"{name} {value:g}" for name, value in self.counts.items()))
        lines += [f"  {note}" for note in self.notes]
        return "\n".join(lines)

    def json(self) -> bytes:
        """The same as one JSON object, indented, in UTF-8."""
        return msgspec.json.format(msgspec.json.encode(self), indent=2)


def ratio(part: float, whole: float) -> float:
    """`part / whole`, and 0 where there is nothing.

    >>> ratio(1, 4), ratio(0, 0)
    (0.25, 0.0)
    """
    return part / whole if whole else 0.0


def precision_recall_f1(right: float, shown: float, gold: float) -> tuple[float, float, float]:
    """Precision, recall and their harmonic mean.

    >>> precision_recall_f1(6, 8, 12)
    (0.75, 0.5, 0.6)
    """
    precision, recall = ratio(right, shown), ratio(right, gold)
    return precision, recall, ratio(2 * precision * recall, precision + recall)


def f1(right: float, shown: float, gold: float) -> float:
    """Harmonic mean of precision and recall."""
    return precision_recall_f1(right, shown, gold)[2]


def measure(
    name: str,
    documents: Sequence[Counts],
    metrics: Metrics,
    *,
    over: Mapping[str, str] | None = None,
    notes: Sequence[str] = (),
    rounds: int = ROUNDS,
    seed: int = 0,
) -> Report:
    """A report from counts per document, with a bootstrap interval for each metric.

    Args:
        name: what was scored.
        documents: counts of each document, such as `{"right": 3, "shown": 4, "gold": 4}`; a missing key is 0.
        metrics: from the sum of the counts to named values, in reading order.
        over: for a metric the count that is its `n`.
        notes: sentences to print below the table.
        rounds: number of bootstrap draws; 0 for no intervals.
        seed: of the draws.
    """
    total = _sum(documents)
    values = metrics(total)
    intervals = _bootstrap(documents, metrics, rounds, seed) if rounds and len(documents) > 1 else {}
    over = over or {}
    rows = tuple(
        Row(
            metric=metric,
            value=value,
            low=intervals.get(metric, (None, None))[0],
            high=intervals.get(metric, (None, None))[1],
            n=round(total[over[metric]]) if metric in over else None,
        )
        for metric, value in values.items()
    )
    return Report(name=name, rows=rows, counts=dict(total), documents=len(documents), notes=tuple(notes))


def _sum(documents: Sequence[Counts]) -> defaultdict[str, float]:
    """Counts added up; what never occurred is 0."""
    total: defaultdict[str, float] = defaultdict(float)
    for counts in documents:
        for key, value in counts.items():
            total[key] += value
    return total


def _bootstrap(
    documents: Sequence[Counts], metrics: Metrics, rounds: int, seed: int
) -> dict[str, tuple[float, float]]:
    """The percentile interval of each metric over draws of documents."""
    draw = random.Random(seed)  # noqa: S311 - sampling, not secrets
    samples: dict[str, list[float]] = {}
    for _ in range(rounds):
        for metric, value in metrics(_sum(draw.choices(documents, k=len(documents)))).items():
            samples.setdefault(metric, []).append(value)
    tail = (1 - LEVEL) / 2
    return {
        metric: (_quantile(sorted(values), tail), _quantile(sorted(values), 1 - tail))
        for metric, values in samples.items()
    }


def _quantile(ordered: Sequence[float], share: float) -> float:
    """The value below which `share` of `ordered` lies, nearest rank."""
    return ordered[min(len(ordered) - 1, max(0, round(share * (len(ordered) - 1))))]
