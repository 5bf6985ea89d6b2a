"""Train the tagger of names on WiNER-fr (French Wikinews; text CC BY 2.5, annotation CC BY 4.0: see docs/names.md).

    python training/names.py NAMES.jsonl [--folds 5] [--write]

NAMES.jsonl has one article a line: `text`, `names` ([type, [[start, end]...]]), `part`; only `part == "train"`
is trained on. With --folds N it prints scores by cross-validation, with --write it writes the models of the package:
`language/fr/names.model` (all features) and `language/shared/names.model` (words-free features, for languages with
no model of their own). Deterministic: the same data gives the same bytes.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from recoupe.annotate.document import Document
from recoupe.annotate.names.features import Surroundings
from recoupe.annotate.names.lexicon import lexicon
from recoupe.annotate.names.tagger import TAGS, Tagger, is_open, pack, unpack
from recoupe.language import load
from recoupe.model.article import Article

TYPES = {"Person": "person", "Organization": "organization", "Location": "place"}
RANK = {"Person": 0, "Organization": 1, "Location": 2}
ARTICLES = {"l'", "le", "la", "les", "d'", "de", "du"}
ROUNDS = 8
SEED = 7
LEAST = 2  # weight below which a feature is not worth its place in the file
LANGUAGES = Path(__file__).parents[1] / "src" / "recoupe" / "language"
INDEX = {tag: n for n, tag in enumerate(TAGS)}


def gold_tags(document: Document, names: Sequence[Any]) -> list[str]:
    """BIO tags of the outermost names; a person before a body before a place where spans are the same."""
    tokens = document.tokens
    spans = [(s[0][0], s[-1][1], kind) for kind, s in names if kind in TYPES]
    spans.sort(key=lambda x: (-(x[1] - x[0]), RANK[x[2]], x[0]))
    tags = ["O"] * len(tokens)
    for start, end, kind in spans:
        inside = [i for i in range(len(tokens.starts)) if tokens.starts[i] < end and tokens.ends[i] > start]
        while inside and (tokens.norms[inside[0]] in ARTICLES or not tokens.forms[inside[0]][0].isalnum()):
            inside.pop(0)
        if not inside or any(tags[i] != "O" for i in inside):
            continue
        for n, i in enumerate(inside):
            tags[i] = ("I-" if n else "B-") + TYPES[kind]
    return tags


def prepare(row: dict[str, Any]) -> tuple[Surroundings, list[str]]:
    """One article as the tagger sees it, with its gold tags made reachable (what cannot be in a name is O)."""
    language = load("fr")
    document = Document(Article(id=row["id"], text=row["text"], language="fr"), language)
    text = Surroundings(document.tokens, document.sentences, lexicon(language).flags(document.tokens))
    gold = gold_tags(document, row["names"])
    before = "O"
    for i, tag in enumerate(gold):
        if tag != "O" and not is_open(text, i, before):
            gold[i] = "O"
        elif tag[0] == "I" and before[2:] != tag[2:]:
            gold[i] = "B" + tag[1:]
        before = gold[i]
    return text, gold


class Perceptron:
    """Averaged weights being learnt (Collins 2002), with lazy averaging."""

    def __init__(self) -> None:
        self.weights: dict[str, list[float]] = {}
        self._totals: dict[str, list[float]] = {}
        self._stamps: dict[str, list[int]] = {}
        self.step = 0

    def scores(self, features: Sequence[str]) -> list[float]:
        """The score of each tag."""
        scores = [0.0] * len(TAGS)
        for feature in features:
            row = self.weights.get(feature)
            if row:
                scores = [a + b for a, b in zip(scores, row, strict=True)]
        return scores

    def learn(self, features: Sequence[str], right: int, wrong: int) -> None:
        """Move weights from the wrong tag to the right one."""
        for feature in features:
            weights = self.weights.setdefault(feature, [0.0] * len(TAGS))
            totals = self._totals.setdefault(feature, [0.0] * len(TAGS))
            stamps = self._stamps.setdefault(feature, [0] * len(TAGS))
            for tag, value in ((right, 1.0), (wrong, -1.0)):
                totals[tag] += (self.step - stamps[tag]) * weights[tag]
                stamps[tag] = self.step
                weights[tag] += value

    def averaged(self) -> dict[str, list[float]]:
        """Mean weights over all steps."""
        return {
            feature: [
                (total + (self.step - stamp) * weight) / self.step
                for total, stamp, weight in zip(
                    self._totals[feature], self._stamps[feature], weights, strict=True
                )
            ]
            for feature, weights in self.weights.items()
        }


Example = tuple[Surroundings, list[str]]


def train(data: Sequence[Example], *, neutral: bool = False, rounds: int = ROUNDS) -> dict[str, list[float]]:
    """Averaged weights after `rounds` passes, decoding with its own tags as history."""
    model = Perceptron()
    rng = random.Random(SEED)  # noqa: S311 - order of examples, not secrets
    cache: dict[tuple[int, int], list[str]] = {}
    order = list(range(len(data)))
    for _ in range(rounds):
        rng.shuffle(order)
        for n in order:
            for sentence in data[n][0].ranges:
                learn_sentence(model, n, data[n], sentence, cache, neutral=neutral)
    return model.averaged()


def learn_sentence(
    model: Perceptron,
    n: int,
    example: Example,
    sentence: range,
    cache: dict[tuple[int, int], list[str]],
    *,
    neutral: bool,
) -> None:
    """Tag one sentence of example `n` with the model so far and learn from each error."""
    text, gold = example
    before = before2 = "O"
    for i in sentence:
        if not is_open(text, i, before):
            before2, before = before, "O"
            continue
        model.step += 1
        if (n, i) not in cache:
            cache[n, i] = [sys.intern(f) for f in text.features(i, sentence) if not (neutral and f[0] == "w")]
        found = [f for f in text.dependent(i, sentence, before, before2) if not (neutral and f[0] == "w")]
        found = cache[n, i] + found
        scores = model.scores(found)
        allowed = [t for t, tag in enumerate(TAGS) if tag[0] != "I" or before[2:] == tag[2:]]
        guess = max(allowed, key=lambda t: (scores[t], -t))
        right = INDEX[gold[i]]
        if right not in allowed:
            right -= 1  # the beginning instead of the inside, when history went astray
        if guess != right:
            model.learn(found, right, guess)
        before2, before = before, TAGS[guess]


def quantise(weights: dict[str, list[float]]) -> dict[str, list[int]]:
    """Weights as whole numbers from -127 to 127; features whose weights all round to nothing are left out."""
    top = max(abs(v) for row in weights.values() for v in row)
    scale = min(127 / top, 24.0)
    found = {f: [max(-127, min(127, round(v * scale))) for v in row] for f, row in weights.items()}
    return {f: row for f, row in found.items() if any(row) and max(map(abs, row)) >= LEAST}


def tagger_of(weights: dict[str, list[float]], *, neutral: bool) -> tuple[Tagger, bytes]:
    """The tagger that the written file will be."""
    blob = pack(quantise(weights))
    return Tagger(unpack(blob), neutral=neutral), blob


def spans_of(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    """Token ranges of names."""
    found = set()
    start = None
    for i, tag in enumerate([*tags, "O"]):
        if start is not None and tag[0] != "I":
            found.add((start, i, tags[start][2:]))
            start = None
        if tag[0] == "B":
            start = i
    return found


def score(tagger: Tagger, data: Sequence[tuple[Surroundings, list[str]]]) -> dict[str, float]:
    """Overlap F1 of persons, and of bodies and places together, on the outermost names."""
    count: Counter[tuple[str, str]] = Counter()
    for text, gold in data:
        g, p = spans_of(gold), spans_of(tagger.tag(text))
        for group, kinds in (("person", {"person"}), ("other", {"organization", "place"})):
            gg, pp = [x for x in g if x[2] in kinds], [x for x in p if x[2] in kinds]
            count[group, "hit"] += sum(any(a[0] < b[1] and b[0] < a[1] for b in pp) for a in gg)
            count[group, "gold"] += len(gg)
            count[group, "right"] += sum(any(a[0] < b[1] and b[0] < a[1] for b in gg) for a in pp)
            count[group, "shown"] += len(pp)
    result = {}
    for group in ("person", "other"):
        r = count[group, "hit"] / max(1, count[group, "gold"])
        p_ = count[group, "right"] / max(1, count[group, "shown"])
        result |= {group + " P": p_, group + " R": r, group + " F": 2 * p_ * r / max(1e-9, p_ + r)}
    return result


def main() -> None:
    """Cross-validate, write, or both."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("data", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--only", type=int, default=0, help="stop after this many folds")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.data.read_text("utf-8").splitlines() if line]
    rows = [r for r in rows if r["part"] == "train"]
    data = [prepare(r) for r in rows]
    for neutral in (False, True):
        for fold in range(args.only or args.folds):
            kept = [d for n, d in enumerate(data) if n % args.folds != fold]
            held = [d for n, d in enumerate(data) if n % args.folds == fold]
            tagger, blob = tagger_of(train(kept, neutral=neutral), neutral=neutral)
            print(
                "neutral" if neutral else "full",
                fold,
                {k: round(v, 3) for k, v in score(tagger, held).items()},
                len(blob),
            )
        if args.write:
            _, blob = tagger_of(train(data, neutral=neutral), neutral=neutral)
            place = LANGUAGES / ("shared" if neutral else "fr") / "names.model"
            place.write_bytes(blob)
            print(place, len(blob), "bytes")


if __name__ == "__main__":
    main()
