"""Scores of times: found or not (relaxed and strict spans), type, value.

Gold: JSON lines `{"id", "lang", "text", "published", "times": [{"start", "end", "type", "value"}]}`; the corpora's
names for the same (`dct`, `timexes`) are read too. Every time of the text is in the gold, so precision counts.

Each gold time, in order, takes the time found that overlaps it and lies nearest at both edges, and no other gold time
can take it again. Relaxed F1 counts those pairs, strict F1 the ones with the same edges, type and value F1 the ones
with the same type or value: wrong values cost precision and recall, as in TempEval-3 (UzZaman et al. 2013).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from recoupe.annotate import Document
from recoupe.annotate.times import find_times
from recoupe.evaluate.corpora import rows
from recoupe.evaluate.report import Report, f1, measure
from recoupe.language import load
from recoupe.model.article import Article
from recoupe.model.findings import Time
from recoupe.model.options import Options

__all__ = ["count", "evaluate"]


def evaluate(gold: Path, options: Options) -> Report:
    """Scores of the times found in the texts of `gold`."""
    del options  # times have none
    documents = [count(_gold_times(record), _found(record)) for record in rows(gold)]
    return measure("times", documents, _metrics)


def count(gold: Sequence[Mapping[str, Any]], found: Sequence[Time]) -> Counter[str]:
    """What one document adds to the scores.

    >>> gold = [{"start": 0, "end": 5, "type": "DATE", "value": "2024"}]
    >>> counts = count(gold, [Time(3, 5, "DATE", "2024")])
    >>> counts["relaxed"], counts["strict"], counts["value"]
    (1, 0, 1)
    """
    counts = Counter(gold=len(gold), shown=len(found), relaxed=0, strict=0, type=0, value=0)
    free = set(range(len(found)))
    for told in gold:
        near = [i for i in free if found[i].start < told["end"] and told["start"] < found[i].end]
        if not near:
            continue
        best = min(near, key=lambda i: (_apart(found[i], told), i))
        free.remove(best)
        time = found[best]
        counts["relaxed"] += 1
        counts["strict"] += (time.start, time.end) == (told["start"], told["end"])
        counts["type"] += time.type == told["type"]
        counts["value"] += time.value == told["value"]
    return counts


def _apart(time: Time, told: Mapping[str, Any]) -> int:
    return int(abs(time.start - told["start"]) + abs(time.end - told["end"]))


def _metrics(total: Mapping[str, float]) -> dict[str, float]:
    return {
        f"{name} F1": f1(total[name], total["shown"], total["gold"])
        for name in ("relaxed", "value", "type", "strict")
    }


def _gold_times(record: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    times: Sequence[Mapping[str, Any]] = record["times"] if "times" in record else record["timexes"]
    return times


def _found(record: Mapping[str, Any]) -> tuple[Time, ...]:
    published = record.get("published") or record.get("dct")
    article = Article(
        id=record["id"],
        text=record["text"],
        language=record["lang"],
        published=published[:10] if published else None,
    )
    return find_times(Document(article, load(record["lang"])))
