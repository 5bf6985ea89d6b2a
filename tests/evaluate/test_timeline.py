"""The scorer of the timeline counts as it says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from recoupe.evaluate import evaluate
from recoupe.evaluate._crossdoc import Cluster
from recoupe.evaluate.timeline import count
from recoupe.model.dossier import Dossier, TimelineEntry
from recoupe.model.span import Passage

GOLD = Path(__file__).parents[2] / "examples" / "sorne" / "gold" / "timeline.json"


def entry(when: str, *places: tuple[str, int, int], background: bool = False) -> TimelineEntry:
    return TimelineEntry(
        when=when,
        precision="day",
        status="happened",
        text="",
        passages=tuple(Passage(*p) for p in places),
        background=background,
    )


def event(when: str, *places: list[Any], optional: bool = False) -> dict[str, Any]:
    return {
        "when": when,
        "status": "happened",
        "background": False,
        "passages": list(places),
        "optional": optional,
    }


def test_events_are_found_once_and_with_their_moment() -> None:
    gold = [
        event("2031-05-02", ["a", 0, 50], ["b", 0, 50]),
        event("2031-05-03", ["a", 60, 99]),
        event("2031-05-09", ["b", 60, 99], optional=True),
    ]
    entries = (
        entry("2031-05-02", ("a", 0, 45), ("b", 2, 50)),
        entry("2031-05-02", ("a", 5, 50)),  # the first event again
        entry("2031-05-04", ("a", 60, 99), background=True),  # another moment
        entry("2031-05-09", ("b", 60, 99)),  # optional: not counted
        entry("2031-05-05", ("c", 0, 50)),  # no event
    )
    counts = count(Cluster("made up", {"timeline": gold}, Dossier(timeline=entries)))
    assert {k: counts[k] for k in ("events", "found", "dated", "status", "background")} == {
        "events": 2,
        "found": 2,
        "dated": 1,
        "status": 2,
        "background": 1,
    }
    assert (counts["entries"], counts["entries right"]) == (4, 1)
    assert (counts["gold"], counts["hit"], counts["judged"], counts["right"]) == (1, 1, 1, 1)


def test_the_example_is_scored() -> None:
    report = evaluate("timeline", GOLD)
    assert report.documents == 1
    assert report["events found"] == 1
    assert report["dated"] == 1
    assert report["entries right"] >= 0.8
    assert report["pair precision"] == 1


def test_places_of_the_gold_stand_in_the_articles() -> None:
    gold = json.loads(GOLD.read_text("utf-8"))
    folder = GOLD.parents[1]
    for told in gold["clusters"]["sorne"]["timeline"]:
        for article, start, end in (*told["passages"], *told["maybe"]):
            words = (folder / f"{article}.txt").read_text("utf-8")[start:end]
            assert words
            assert words == words.strip(" ,.")
