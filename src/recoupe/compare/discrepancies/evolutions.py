"""Values that changed between two moments: a toll that grew, a preview and the report of what came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recoupe.compare.discrepancies.finding import Teller
from recoupe.compare.discrepancies.gather import Pair, bundle
from recoupe.compare.discrepancies.modality import affirmed
from recoupe.compare.discrepancies.numbers import Clash, moved, number_clashes
from recoupe.compare.facts.alignment import Match
from recoupe.compare.facts.window import Window
from recoupe.compare.material import Material
from recoupe.model.dossier import Evolution, Step

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
    clashes = [c for c in number_clashes(teller.material, matches) if moved(teller.propositions, c)]
    told = {id(w): value for c in clashes for w, value in ((c.a, c.x.told), (c.b, c.y.told))}
    for found in bundle((Pair(c.a, c.b, c.strength) for c in clashes), lambda w: told[id(w)]):
        steps = [
            _step(teller, [w], _value(teller, w, clashes)) for side in found.sides.values() for w in side
        ]
        yield _evolution(teller, [w for side in found.sides.values() for w in side], steps)


def _value(teller: Teller, window: Window, clashes: Sequence[Clash]) -> str:
    text = teller.material.articles[window.article].text
    for clash in clashes:
        for w, q in ((clash.a, clash.x), (clash.b, clash.y)):
            if w is window:
                return " ".join(
                    text[q.start : q.of.span.end if q.of and q.of.span.end > q.end else q.end].split()
                )
    return ""


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
        if _when(teller.material, before) < _when(teller.material, after) and affirmed(
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


def _when(material: Material, window: Window) -> str:
    return (material.articles[window.article].published or "")[:10]


def _step(teller: Teller, windows: Sequence[Window], value: str) -> Step:
    day = min(_when(teller.material, w) for w in windows)
    return Step(day or None, value, tuple(sorted({teller.propositions.passage(w) for w in windows})))


def _evolution(teller: Teller, windows: Sequence[Window], steps: Sequence[Step]) -> Evolution:
    ordered = tuple(sorted(steps, key=lambda s: (s.when or "", s.passages)))
    return Evolution(id="", about=teller.about(windows), steps=ordered)
