"""Values that changed between two moments: a toll that grew, a preview and the report of what came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recoupe.compare.discrepancies.finding import Teller, published
from recoupe.compare.discrepancies.gather import Pair, bundle
from recoupe.compare.discrepancies.modality import affirmed
from recoupe.compare.discrepancies.numbers import moved, number_clashes, same_value, written
from recoupe.compare.facts.alignment import Match
from recoupe.compare.facts.window import Window
from recoupe.compare.material import Material
from recoupe.model.dossier import Evolution, Step
from recoupe.model.findings import Quantity

CAME = 0.35
"""Least likelihood that a preview and a report speak of the same thing."""

EVENT = 1.5
"""Weight from which a shared event is what was expected and came."""


def find_evolutions(teller: Teller, matches: list[tuple[float, Match]]) -> tuple[Evolution, ...]:
    """Evolutions, those of most steps first."""
    found = [*_numbers(teller, matches), *_previews(teller, matches)]
    found.sort(key=lambda e: (-len(e.steps), e.steps[0].passages))
    return tuple(Evolution(id=f"e{n}", about=e.about, steps=e.steps) for n, e in enumerate(found, 1))


def _numbers(teller: Teller, matches: list[tuple[float, Match]]) -> Iterator[Evolution]:
    """Numbers of the same thing told at different moments."""
    told: dict[int, Quantity] = {}
    pairs = []
    for clash in number_clashes(teller.material, matches):
        if not moved(teller.propositions, clash):
            continue
        sides = []
        for window, value in ((clash.a, clash.x), (clash.b, clash.y)):
            same = same_value(teller.propositions, window, value)
            told.update({id(w): value for w in same})
            sides.append(same)
        pairs += [Pair(a, b, clash.strength) for a in sides[0] for b in sides[1] if a is not b]
    for found in bundle(pairs, lambda w: told[id(w)].told):
        sides = _successive(teller.material, list(found.sides.values()))
        if len(sides) > 1:
            steps = [_step(teller, ws, written(teller.material, ws[0], told[id(ws[0])])) for ws in sides]
            yield _evolution(teller, [w for ws in sides for w in ws], steps)


def _successive(material: Material, sides: Sequence[list[Window]]) -> list[list[Window]]:
    """The values that follow each other, each with its passages.

    A value is a step if it is first told later than the step before it, and no value known by then is told by more
    articles from that day on: what one article has wrong is no news.
    """
    kept: list[list[Window]] = []
    for side in sorted(sides, key=lambda ws: (_first_day(material, ws), -len(_articles(ws)), ws[0].key)):
        day = _first_day(material, side)
        own = len(_articles(side))
        rivals = [
            len(_articles([w for w in other if published(material, w) >= day]))
            for other in sides
            if other is not side and _first_day(material, other) <= day
        ]
        if max(rivals, default=0) > own or (kept and day == _first_day(material, kept[-1])):
            continue
        kept.append(side)
    return kept


def _first_day(material: Material, windows: Sequence[Window]) -> str:
    return min(published(material, w) for w in windows)


def _articles(windows: Sequence[Window]) -> set[int]:
    return {w.article for w in windows}


def _previews(teller: Teller, matches: list[tuple[float, Match]]) -> Iterator[Evolution]:
    """What one article expects and a later one tells as done."""
    pairs = []
    for p, match in matches:
        a, b = match.a, match.b
        if p < CAME or a.expected == b.expected:
            continue
        before, after = (a, b) if a.expected else (b, a)
        events = {c for c in a.events & b.events if a.concepts[c] >= EVENT}
        if not events & after.done or events & before.done or before.negated != after.negated:
            continue
        if published(teller.material, before) < published(teller.material, after) and affirmed(
            teller.material, after
        ):
            pairs.append(Pair(before, after, p))
    for found in bundle(pairs, lambda w: w.expected):
        if len(found.sides) > 1:
            expected, done = found.sides[True], found.sides[False]
            steps = [
                _step(teller, expected, teller.label("expected")),
                _step(teller, done, teller.label("done")),
            ]
            yield _evolution(teller, [*expected, *done], steps)


def _step(teller: Teller, windows: Sequence[Window], value: str) -> Step:
    day = min(published(teller.material, w) for w in windows)
    return Step(day or None, value, tuple(sorted({teller.propositions.passage(w) for w in windows})))


def _evolution(teller: Teller, windows: Sequence[Window], steps: Sequence[Step]) -> Evolution:
    ordered = tuple(sorted(steps, key=lambda s: (s.when or "", s.passages)))
    return Evolution(id="", about=teller.about(windows), steps=ordered)
