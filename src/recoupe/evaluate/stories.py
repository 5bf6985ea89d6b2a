"""Scores of stories: do articles that belong together stand together, and apart from the others?

Gold: JSON lines `{"id", "text", "title"?, "published"?, "lang", "story", "substory"?}`; `substory` is used where
every article has one. Metric: B-cubed (Bagga & Baldwin 1998): for each article the share of its group that
belongs to its gold story (precision) and of its gold story that is in its group (recall), averaged over articles;
F1 of the two averages. There is one partition for the whole file, so no interval is computed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from recoupe.evaluate.corpora import rows
from recoupe.evaluate.report import Report, measure, ratio
from recoupe.group import group
from recoupe.model.article import Article
from recoupe.model.options import Options

__all__ = ["b_cubed", "evaluate"]


def evaluate(gold: Path, options: Options) -> Report:
    """B-cubed precision, recall and F1 of `recoupe.group` on the articles of `gold`."""
    del options  # grouping has none
    records = rows(gold)
    key = "substory" if all(record.get("substory") for record in records) else "story"
    articles = [
        Article(
            id=record["id"],
            text=record["text"],
            title=record.get("title"),
            published=record.get("published"),
            language=record["lang"],
        )
        for record in records
    ]
    stories = group(articles)
    of = {article: story.id for story in stories for article in story.articles}
    precision, recall = b_cubed([r[key] for r in records], [of[r["id"]] for r in records])
    values = {
        "B³ F1": ratio(2 * precision * recall, precision + recall),
        "B³ precision": precision,
        "B³ recall": recall,
    }
    counts = {
        "articles": len(records),
        "gold stories": len({r[key] for r in records}),
        "stories": len(stories),
    }
    return measure("stories", [counts], lambda _: values, rounds=0)


def b_cubed(gold: Sequence[str], found: Sequence[str]) -> tuple[float, float]:
    """B-cubed precision and recall of two labellings of the same items.

    >>> b_cubed(["a", "a", "b", "b"], ["1", "1", "1", "1"])
    (0.5, 1.0)
    """
    both, of_gold, of_found = Counter(zip(gold, found, strict=True)), Counter(gold), Counter(found)
    precision = sum(n * n / of_found[f] for (_, f), n in both.items()) / len(gold)
    recall = sum(n * n / of_gold[g] for (g, _), n in both.items()) / len(gold)
    return precision, recall
