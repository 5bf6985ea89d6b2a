"""Scores of names: persons, and bodies and places together, by overlap.

Gold: JSON lines `{"text", "lang", "names": [[type, [[start, end]...]]...], "part"?}`, types `Person`, `Organization`,
`Location` (others are left out). Where rows say their `part`, only
`dev` counts: `train` is what the tagger learnt from.

A gold name is found when a name of the same group overlaps it, a name shown is right when it overlaps a gold name of
its group. Bodies and places are one group, because annotators take a country that acts for either.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from recoupe.annotate import annotate_article
from recoupe.evaluate.corpora import rows
from recoupe.evaluate.report import Report, measure, ratio
from recoupe.model.article import Article
from recoupe.model.errors import OptionError
from recoupe.model.findings import Name
from recoupe.model.options import Options

__all__ = ["count_names", "evaluate"]

_GROUPS = {
    "Person": "person",
    "Organization": "other",
    "Location": "other",
    "person": "person",
    "organization": "other",
    "place": "other",
}
_SAID = {"person": "person", "other": "body and place"}


def evaluate(gold: Path, options: Options) -> Report:
    """Scores of the names of `gold`.

    Raises:
        OptionError: if no row of it has names that may be scored.
    """
    held = [row for row in rows(gold) if "names" in row and row.get("part", "dev") == "dev"]
    if not held:
        raise OptionError(
            f"{gold} has no names to score: rows with `names` (and `part` dev, where parts are told)."
        )
    documents = []
    for n, row in enumerate(held):
        article = Article(id=str(row.get("id", n)), text=row["text"], language=row.get("lang", "fr"))
        documents.append(count_names(row["names"], annotate_article(article, options).names))
    over = {f"{_SAID[group]} F1": f"{group} gold" for group in _SAID}
    return measure("names", documents, _metrics, over=over)


def count_names(gold: Sequence[Any], shown: Sequence[Name]) -> dict[str, float]:
    """Counts of one document: `GROUP gold`, `GROUP found`, `GROUP shown`, `GROUP right`."""
    counts: dict[str, float] = {}
    for group in _SAID:
        expected = {(spans[0][0], spans[-1][1]) for kind, spans in gold if _GROUPS.get(kind) == group}
        found = {(name.start, name.end) for name in shown if _GROUPS[name.type] == group}
        counts[f"{group} gold"] = len(expected)
        counts[f"{group} found"] = sum(_overlaps(span, found) for span in expected)
        counts[f"{group} shown"] = len(found)
        counts[f"{group} right"] = sum(_overlaps(span, expected) for span in found)
    return counts


def _overlaps(span: tuple[int, int], others: set[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _metrics(total: Mapping[str, float]) -> dict[str, float]:
    values: dict[str, float] = {}
    for group, said in _SAID.items():
        precision = ratio(total[f"{group} right"], total[f"{group} shown"])
        recall = ratio(total[f"{group} found"], total[f"{group} gold"])
        values[f"{said} F1"] = ratio(2 * precision * recall, precision + recall)
        values[f"{said} precision"] = precision
        values[f"{said} recall"] = recall
    return values
