"""Gold about several articles: reading it, and comparing its articles as the program does.

One JSON object: `clusters` (a story each: lists `statements`, `facts`, `discrepancies`, `traps`, `reuse`, `origins`,
`unique`, in which a place is `[article id, start, end]`) and `dates` (ISO date of each article id). What is `optional`
is neither a miss nor an error. The texts stand beside it, in files `quotations*.jsonl` of rows with `id` and `text`
(and `outlet`, `language` where they matter).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from recoupe.annotate import annotate
from recoupe.compare import compare
from recoupe.evaluate.corpora import rows
from recoupe.model.article import Article
from recoupe.model.dossier import Dossier
from recoupe.model.errors import OptionError
from recoupe.model.options import Options
from recoupe.model.span import Passage

Place = tuple[str, int, int]
"""Article id, start, end."""

SHORT = 120
"""Code points up to which two places may differ more than fourfold in length."""


class Cluster(NamedTuple):
    """One story of the gold, and the dossier that the program makes of its articles."""

    name: str
    gold: dict[str, Any]
    dossier: Dossier


def clusters(path: Path, options: Options) -> Iterator[Cluster]:
    """The stories of a gold file, compared one by one.

    Raises:
        OptionError: if the text of an article that the gold speaks of does not stand beside it.
    """
    for name, gold, articles in _told(path):
        yield Cluster(name, gold, compare(annotate(articles, options), options))


def stories(path: Path) -> Iterator[tuple[str, list[dict[str, Any]], list[Article]]]:
    """Name, gold facts and articles of each story of a gold file.

    Raises:
        OptionError: as `clusters`.
    """
    for name, gold, articles in _told(path):
        yield name, gold["facts"], articles


def _told(path: Path) -> Iterator[tuple[str, dict[str, Any], list[Article]]]:
    """Name, gold and articles of each story."""
    gold = json.loads(path.read_text("utf-8"))
    texts = {row["id"]: row for file in sorted(path.parent.glob("quotations*.jsonl")) for row in rows(file)}
    for name, cluster in gold["clusters"].items():
        ids = [i for i in texts if i in set(_strings(cluster))]
        missing = {place[0] for place in _places(cluster)} - set(ids)
        if missing:
            raise OptionError(
                f"{path}: the text of {min(missing)!r} is in no quotations*.jsonl beside the gold. Put it there."
            )
        yield (
            name,
            cluster,
            [
                Article(
                    id=i,
                    text=texts[i]["text"],
                    outlet=texts[i].get("outlet"),
                    language=texts[i].get("language") or texts[i].get("lang") or "fr",
                    published=gold["dates"].get(i),
                )
                for i in ids
            ],
        )


def _strings(value: object) -> Iterator[str]:
    """All strings in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for held in value.values():
            yield from _strings(held)
    elif isinstance(value, list):
        for held in value:
            yield from _strings(held)


def _places(value: object) -> Iterator[Place]:
    """All places in a JSON value."""
    if isinstance(value, list) and [type(v) for v in value] == [str, int, int]:
        yield (value[0], value[1], value[2])
    elif isinstance(value, dict | list):
        for held in value.values() if isinstance(value, dict) else value:
            yield from _places(held)


def place(passage: Passage) -> Place:
    """A passage as the gold writes it."""
    return (passage.article, passage.start, passage.end)


def same_place(x: Place, y: Place) -> bool:
    """Whether two places are one: they share half of the shorter, and neither is over four times the other.

    >>> same_place(("a", 0, 100), ("a", 40, 120)), same_place(("a", 0, 100), ("b", 0, 100))
    (True, False)
    """
    a, b = x[2] - x[1], y[2] - y[1]
    common = min(x[2], y[2]) - max(x[1], y[1])
    return x[0] == y[0] and common >= 0.5 * min(a, b) and max(a, b) <= max(4 * min(a, b), SHORT)


def pairs_found(gold: Iterable[dict[str, Any]], key: str, found: list[list[Place]]) -> dict[str, float]:
    """How well groups of places meet gold groups, counted in pairs of places of different articles.

    Args:
        gold: groups with their places under `key`, and more that may belong to them under `maybe`.
        key: `members` or `passages`.
        found: the program's groups.

    Returns:
        `gold` pairs and how many are `hit`; pairs `made`, those of them `judged` (both ends known to the gold) and how
        many are `right`.
    """
    groups = list(gold)
    counts = {"gold": 0, "hit": 0, "made": 0, "judged": 0, "right": 0}
    for group in groups:
        if group["optional"]:
            continue
        members: list[Place] = [(m[0], m[1], m[2]) for m in group[key]]
        for x, y in _across(members):
            counts["gold"] += 1
            counts["hit"] += any(_holds(places, x) and _holds(places, y) for places in found)
    for places in found:
        for x, y in _across(places):
            one, other = _groups_at(groups, key, x), _groups_at(groups, key, y)
            counts["made"] += 1
            if one and other:
                counts["judged"] += 1
                counts["right"] += bool(one & other)
    return dict(counts)


def _across(places: list[Place]) -> Iterator[tuple[Place, Place]]:
    """Pairs of places of different articles."""
    for n, x in enumerate(places):
        for y in places[n + 1 :]:
            if x[0] != y[0]:
                yield x, y


def _holds(places: list[Place], x: Place) -> bool:
    return any(same_place(x, y) for y in places)


def _groups_at(groups: list[dict[str, Any]], key: str, x: Place) -> set[int]:
    """Numbers of the gold groups that `x` belongs to."""
    return {n for n, g in enumerate(groups) if _holds([tuple(m) for m in (*g[key], *g.get("maybe", ()))], x)}
