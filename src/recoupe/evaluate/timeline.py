"""Scores of the timeline on gold about several articles (see `_crossdoc`): events, their moments, what is put together.

Gold: `timeline` of a story lists events: `when` (EDTF, and in `also` what is defensible), `status`, `background`
(whether the event lies before the story), `passages` that tell it and `maybe` more; `optional` events are neither a
miss nor an error. Counted:

- an entry is of the event with which it shares most passages;
- found: of the gold's events, those of which some entry is;
- right: of the entries, those that are of an event, tell its moment, and are the first of that event; of the entries
  of optional events nothing is counted;
- dated, status, background: of the events found, those with the right moment, status and mark;
- pairs: of the gold's pairs of passages of two articles, those that stand in one entry; of the program's pairs of
  which the gold knows both ends, those of one event.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from recoupe.evaluate._crossdoc import Cluster, Place, clusters, pairs_found, place, same_place
from recoupe.evaluate.report import Report, measure, ratio
from recoupe.model.dossier import TimelineEntry
from recoupe.model.options import Options

__all__ = ["count", "evaluate"]


def evaluate(gold: Path, options: Options) -> Report:
    """Scores of the timelines of the stories of `gold`; stories whose gold has no timeline are left out."""
    counted = [count(cluster) for cluster in clusters(gold, options) if cluster.gold.get("timeline")]
    return measure(
        "timeline",
        counted,
        _metrics,
        over={"events found": "events", "entries right": "entries"},
        notes=("An interval over so few stories says little.",),
    )


def _metrics(total: Mapping[str, float]) -> Mapping[str, float]:
    return {
        "events found": ratio(total["found"], total["events"]),
        "entries right": ratio(total["entries right"], total["entries"]),
        "dated": ratio(total["dated"], total["found"]),
        "status": ratio(total["status"], total["found"]),
        "background": ratio(total["background"], total["found"]),
        "pair precision": ratio(total["right"], total["judged"]),
        "pair recall": ratio(total["hit"], total["gold"]),
    }


def count(cluster: Cluster) -> dict[str, float]:
    """Events and entries found and right in one story."""
    gold: list[dict[str, Any]] = cluster.gold["timeline"]
    entries = cluster.dossier.timeline
    of = [_event(entry, gold) for entry in entries]
    total = dict.fromkeys(
        ("events", "found", "dated", "status", "background", "entries", "entries right"), 0.0
    )
    for n, event in enumerate(gold):
        if event["optional"]:
            continue
        told = [entry for entry, at in zip(entries, of, strict=True) if at == n]
        total["events"] += 1
        total["found"] += bool(told)
        total["dated"] += any(_dated(entry, event) for entry in told)
        total["status"] += bool(told) and told[0].status == event["status"]
        total["background"] += bool(told) and told[0].background == event["background"]
    for n, (entry, at) in enumerate(zip(entries, of, strict=True)):
        if at is None or not gold[at]["optional"]:
            total["entries"] += 1
            total["entries right"] += at is not None and at not in of[:n] and _dated(entry, gold[at])
    return total | pairs_found(gold, "passages", [[place(p) for p in e.passages] for e in entries])


def _event(entry: TimelineEntry, gold: list[dict[str, Any]]) -> int | None:
    """Number of the gold's event with which an entry shares most passages."""
    shared = [
        sum(any(same_place(place(p), g) for g in _places(event)) for p in entry.passages) for event in gold
    ]
    best = max(range(len(gold)), key=lambda n: (shared[n], -n))
    return best if shared[best] else None


def _places(event: dict[str, Any]) -> list[Place]:
    return [(p[0], p[1], p[2]) for p in (*event["passages"], *event.get("maybe", ()))]


def _dated(entry: TimelineEntry, event: dict[str, Any]) -> bool:
    """Whether an entry tells the moment of an event, or one that is defensible."""
    return entry.when in (event["when"], *event.get("also", ()))
