"""Scores of quantities: the value told, the noun counted, and nothing found that is no quantity.

Two gold formats, told apart by their fields.

- News: JSON lines `{"id", "corpus", "half", "annotated": [start, end], "quantities": [...]}`; the texts stay in the
  corpora folder (`data/<corpus>.jsonl`, found by id), or stand in the record (`text`, `lang`). Every
  quantity between `annotated` is in the gold, so precision counts too. A quantity has `start`, `end`, `told` (or
  `low`, `high` of a range or open number), `kind`, `unit`, `of` (span of the noun, `"any"` where any answer is right,
  absent where nothing is counted) and `lemma` (a list); one marked `optional` is neither right nor wrong. `half`
  says whether the passage was looked at in tuning.
- Phrases: JSON lines `{"text", "lang"?, "scored", "items": [{"start", "end", "number", "kind"}]}`: is a quantity found
  there that tells that number?

Matching is one to one by overlap. The value is right within a millionth; a range or open number is right when both
ends are. The noun is right when the gold has none and none is given, or when the spans overlap and the lemma is one of
the gold's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from recoupe.annotate import annotate_article
from recoupe.evaluate.corpora import corpus, rows
from recoupe.evaluate.report import Report, f1, measure, ratio
from recoupe.model.article import Article
from recoupe.model.errors import OptionError
from recoupe.model.findings import Quantity
from recoupe.model.options import Options

__all__ = ["count_news", "evaluate", "same_noun", "same_value"]

_PRECISION = 1e-6


def evaluate(gold: Path, options: Options) -> Report:
    """Scores of the quantities of `gold`, a news or a phrases file.

    Raises:
        OptionError: if the texts that a news file speaks of are not at hand.
    """
    records = rows(gold)
    if records and "items" in records[0]:
        return _phrases([r for r in records if r.get("scored", True)], options)
    return _news(records, options)


def _news(records: Sequence[Mapping[str, Any]], options: Options) -> Report:
    texts: dict[str, str] = {}
    for name in sorted({r["corpus"] for r in records if "text" not in r}):
        place = corpus(f"data/{name}.jsonl")
        if place is None:
            raise OptionError(
                f"The gold speaks of the corpus {name!r}, which is not in the corpora folder. Set RECOUPE_CORPORA."
            )
        texts |= {row["id"]: row["text"] for row in rows(place)}
    documents = []
    for record in records:
        article = Article(
            id=record["id"], text=record.get("text") or texts[record["id"]], language=record.get("lang", "fr")
        )
        found = annotate_article(article, options).quantities
        counts = count_news(record, found)
        half = "held out: " if record.get("half") == "held out" else "tuned: "
        documents.append(counts + Counter({half + k: v for k, v in counts.items()}))
    return measure(
        "quantities",
        documents,
        _news_metrics,
        over={"value and noun right": "gold", "value and noun right, held out": "held out: gold"},
        notes=("Value and noun right: share of gold quantities. Found: F1 of value-right quantities.",),
    )


def _news_metrics(total: Mapping[str, float]) -> dict[str, float]:
    metrics = {
        "value and noun right": ratio(total["both"], total["gold"]),
        "value right": ratio(total["value"], total["gold"]),
        "noun right where the value is": ratio(total["both"], total["value"]),
        "unit and kind right where the value is": ratio(total["unit"], total["value"]),
        "found F1 (value)": f1(total["value"], total["found"], total["gold"]),
        "precision (overlap)": ratio(total["matched"], total["found"]),
    }
    if total["held out: found"]:
        metrics["value and noun right, held out"] = ratio(total["held out: both"], total["held out: gold"])
        metrics["precision (overlap), held out"] = ratio(total["held out: matched"], total["held out: found"])
    return metrics


def count_news(record: Mapping[str, Any], found: Sequence[Quantity]) -> Counter[str]:
    """Counts of one record: gold, found, matched, value, both, unit."""
    start, end = record["annotated"]
    shown = [q for q in found if start <= q.start < end]
    counts: Counter[str] = Counter()
    used: set[int] = set()
    optional = [g for g in record["quantities"] if g.get("optional")]
    for gold in record["quantities"]:
        if gold.get("optional"):
            continue
        counts["gold"] += 1
        pairs = [
            (same_value(gold, q), min(q.end, gold["end"]) - max(q.start, gold["start"]), -i)
            for i, q in enumerate(shown)
            if i not in used and q.start < gold["end"] and gold["start"] < q.end
        ]
        if not pairs:
            continue
        value, _, i = max(pairs)
        used.add(-i)
        quantity = shown[-i]
        counts["matched"] += 1
        counts["value"] += value
        counts["both"] += value and same_noun(gold, quantity)
        counts["unit"] += value and (quantity.unit, quantity.kind) == (gold.get("unit"), gold["kind"])
    spare = [q for i, q in enumerate(shown) if i not in used]
    ignored = sum(any(q.start < g["end"] and g["start"] < q.end for g in optional) for q in spare)
    counts["found"] = len(shown) - ignored
    return counts


def same_value(gold: Mapping[str, Any], quantity: Quantity) -> bool:
    """Whether `quantity` tells the gold's number, or both ends of its range."""
    if "told" in gold:
        return _near(gold["told"], quantity.told)
    return quantity.told is None and _near(gold["low"], quantity.low) and _near(gold["high"], quantity.high)


def same_noun(gold: Mapping[str, Any], quantity: Quantity) -> bool:
    """Whether `quantity` counts the gold's noun: spans overlap and the lemma is one that the gold allows."""
    of = gold.get("of")
    if of == "any":
        return True
    if of is None or quantity.of is None:
        return of is None and quantity.of is None
    overlap = quantity.of.span.start < of[1] and of[0] < quantity.of.span.end
    lemmas = gold.get("lemma")
    return overlap and (lemmas is None or quantity.of.lemma.lower() in [lemma.lower() for lemma in lemmas])


def _near(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= _PRECISION * max(1.0, abs(a))


def _phrases(records: Sequence[Mapping[str, Any]], options: Options) -> Report:
    documents = []
    for number, record in enumerate(records):
        article = Article(id=str(number), text=record["text"], language=record.get("lang") or "fr")
        found = annotate_article(article, options).quantities
        counts: Counter[str] = Counter()
        for item in record["items"]:
            if item["number"] is not None:
                counts["gold"] += 1
                counts["value"] += any(
                    q.start < item["end"] and item["start"] < q.end and _near(item["number"], q.told)
                    for q in found
                )
        documents.append(counts)
    return measure(
        "quantities",
        documents,
        lambda total: {"value": ratio(total["value"], total["gold"])},
        over={"value": "gold"},
    )
