"""Fit the weights by which `compare/facts/judge.py` rates two passages, on gold about several articles.

    python training/facts.py GOLD.json [MORE.json ...] [--ridge 3]

A gold file is one that `recoupe evaluate facts` reads. Pairs of passages are rated of which the gold knows both ends
(one fact, or two) and, at half weight and as no fact, those of which it knows one. A logistic model with an L2
penalty is fitted by Newton's method (iteratively reweighted least squares: McCullagh and Nelder 1989, chapter 4).
Printed are precision and recall of each story with weights fitted on all others, then the weights of all stories,
ready to stand in `judge.WEIGHTS`. Deterministic.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from recoupe.annotate import annotate
from recoupe.compare.descriptions import Descriptions
from recoupe.compare.facts import judge
from recoupe.compare.facts.anchors import anchored
from recoupe.compare.facts.clustering import gather
from recoupe.compare.facts.figures import figure_groups
from recoupe.compare.facts.propositions import Propositions
from recoupe.compare.facts.window import Window
from recoupe.compare.intake import admit
from recoupe.compare.material import Material
from recoupe.compare.people import merge_people
from recoupe.evaluate._crossdoc import Place, pairs_found, place, same_place, stories
from recoupe.evaluate.report import ratio

HALF_KNOWN = 0.5
"""Weight of a pair of which the gold knows one end only."""
STEPS = 60


class Pair(NamedTuple):
    """Two passages: their features, whether they are one fact, and how much they count."""

    features: dict[str, float]
    same: bool
    weight: float


class Story:
    """One story of the gold with the candidates that the program sees in it."""

    def __init__(self, name: str, gold: list[dict[str, Any]], articles: Sequence[Any]) -> None:
        self.name, self.gold = name, gold
        merged, people = merge_people(admit(annotate(articles)).articles)
        material = Material(merged)
        self.told = Propositions(material, people, None, Descriptions(material, people).references)
        self.pairs = list(self._pairs())

    def _place(self, window: Window) -> Place:
        return place(self.told.passage(window))

    def _facts(self, window: Window) -> set[int]:
        """Numbers of the gold's facts that a passage belongs to."""
        here = self._place(window)
        return {
            n
            for n, fact in enumerate(self.gold)
            if any(same_place(here, tuple(p)) for p in (*fact["passages"], *fact.get("maybe", ())))
        }

    def _pairs(self) -> Iterator[Pair]:
        for match in self.told.candidates:
            one, other = self._facts(match.a), self._facts(match.b)
            if one or other:
                known = 1.0 if one and other else HALF_KNOWN
                yield Pair(judge.features(match.a, match.b), bool(one & other), known)

    def score(self) -> dict[str, float]:
        """Counts of pairs of passages with the weights of now (`evaluate/_crossdoc.pairs_found`)."""
        rated = [(judge.likelihood(m.a, m.b), m) for m in self.told.candidates]
        groups = anchored(gather(rated), self.told.material)
        groups += figure_groups(self.told.sentences, self.told.weights, len(groups) + 1)
        found = [[self._place(w) for w in g.members] for g in groups]
        return pairs_found(self.gold, "passages", found)


def fit(pairs: Sequence[Pair], names: Sequence[str], ridge: float) -> dict[str, float]:
    """Weights of the features `names`, rounded as they stand in the program; the first is the intercept."""
    x = np.array([[p.features[n] for n in names] for p in pairs], dtype=float)
    y = np.array([p.same for p in pairs], dtype=float)
    weight = np.array([p.weight for p in pairs], dtype=float)
    penalty = np.eye(len(names)) * ridge
    penalty[0, 0] = 1e-3
    theta = np.zeros(len(names))
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ theta, -30, 30)))
        gradient = x.T @ (weight * (p - y)) + penalty @ theta
        curvature = (x * (weight * p * (1 - p))[:, None]).T @ x + penalty
        step = np.linalg.solve(curvature, gradient)
        theta -= step
        if np.abs(step).max() < 1e-8:  # noqa: PLR2004
            break
    return {n: round(float(t), 2) for n, t in zip(names, theta, strict=True)}


def use(weights: dict[str, float]) -> None:
    """Let the program rate with these weights."""
    judge.WEIGHTS.clear()
    judge.WEIGHTS.update(weights)


def main() -> None:
    """Read the gold, score each story with weights of the others, print the weights of all."""
    parser = argparse.ArgumentParser(description="Fit the weights of compare/facts/judge.py.")
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument(
        "--ridge", type=float, default=3.0, help="L2 penalty of each weight but the intercept"
    )
    chosen = parser.parse_args()
    read = [Story(*s) for path in chosen.gold for s in stories(path)]
    names = list(judge.WEIGHTS)
    total = {"gold": 0.0, "hit": 0.0, "judged": 0.0, "right": 0.0}
    for story in read:
        use(fit([p for s in read if s is not story for p in s.pairs], names, chosen.ridge))
        counts = story.score()
        total = {k: total[k] + counts[k] for k in total}
        sys.stdout.write(f"{story.name}: {_figures(counts)}\n")
    sys.stdout.write(f"all, each left out in turn: {_figures(total)}\n")
    weights = fit([p for s in read for p in s.pairs], names, chosen.ridge)
    use(weights)
    counts = [s.score() for s in read]
    sys.stdout.write(f"all: {_figures({k: sum(c[k] for c in counts) for k in total})}\n")
    sys.stdout.writelines(f'    "{name}": {weight},\n' for name, weight in weights.items())


def _figures(counts: dict[str, float]) -> str:
    precision, recall = ratio(counts["right"], counts["judged"]), ratio(counts["hit"], counts["gold"])
    return f"precision {precision:.3f}, recall {recall:.3f} of {counts['gold']:.0f} pairs"


if __name__ == "__main__":
    main()
