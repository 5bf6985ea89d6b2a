"""Meaning vectors of clauses and quotations from a sentence-transformers model.

Decides how alike two texts of different languages are; which pairs of them become findings is decided where facts
and statements are (`facts.semantic`, `statements.languages`), under the same vetoes as everything else.

Models differ in what an unrelated pair scores (0.1 with some, 0.75 with others). So a cosine is read against the
story's own background, the mean cosine of its pairs between languages: 0 is that mean, 1 is identity. Texts are
encoded once, in a fixed order, on the processor; what comes out is rounded before anything is decided, so that the
same input gives the same dossier whatever the size of a batch. Import it late: it needs NumPy, which takes 50 ms.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from recoupe.compare.embeddings import Encoder

__all__ = ["Meanings", "Vectors"]

Vectors = NDArray[np.float32]
"""One row a text."""

BATCH = 32
"""Texts that the model reads at once."""
ROWS = 1024
"""Rows of the matrix of cosines that are held at once."""
DECIMALS = 3
"""Decimals that likeness is rounded to: sums of floats differ in the seventh between sizes of batches."""


class Meanings:
    """Vectors of texts, each in the language of its article.

    Args:
        model: what encodes.
        texts: texts and the codes of their languages; likeness is only asked between different languages.
    """

    def __init__(self, model: Encoder, texts: Sequence[tuple[str, str]]) -> None:
        self._languages = np.array([language for _, language in texts])
        self._vectors = _encode(model, [text for text, _ in texts])
        self.background = _background(self._vectors, self._languages)

    def joined(self, numbers: Sequence[int], weights: Sequence[float]) -> Vectors:
        """The vector of several texts that stand together, each with its weight."""
        return _unit(np.asarray(weights, dtype=np.float32) @ self._vectors[list(numbers)])

    def likeness(self, a: Vectors, b: Vectors) -> float:
        """How alike two vectors are: 0 as any two texts of this story, 1 the same; below 0 is possible."""
        return self._scaled(round(float(a @ b), DECIMALS))

    def pairs(self, least: float, most: int) -> Iterable[tuple[float, int, int]]:
        """Pairs of texts of different languages, in order.

        Args:
            least: least likeness.
            most: pairs of one text with later ones; the likeliest are kept.
        """
        for first in range(0, len(self._vectors), ROWS):
            cosines = np.round(self._vectors[first : first + ROWS] @ self._vectors.T, DECIMALS)
            for row, values in enumerate(cosines, first):
                values[self._languages == self._languages[row]] = -1.0
                values[: row + 1] = -1.0
                likely = [
                    (self._scaled(float(values[n])), int(n))
                    for n in np.argsort(-values, kind="stable")[:most]
                ]
                yield from (
                    (likeness, row, n)
                    for likeness, n in sorted(likely, key=lambda x: x[1])
                    if likeness >= least
                )

    def _scaled(self, cosine: float) -> float:
        return round((cosine - self.background) / (1.0 - self.background), DECIMALS)


def _encode(model: Encoder, texts: Sequence[str]) -> Vectors:
    """Unit vectors of texts; each different text is read once, shorter ones first, as batches are filled best."""
    order = sorted(set(texts), key=lambda t: (len(t), t))
    if not order:
        return np.zeros((0, 1), dtype=np.float32)
    rows = np.asarray(
        model.encode(order, batch_size=BATCH, show_progress_bar=False, convert_to_numpy=True),
        dtype=np.float32,
    )
    place = {text: n for n, text in enumerate(order)}
    return _unit(rows)[[place[t] for t in texts]]


def _unit(vectors: Vectors) -> Vectors:
    """Vectors of length 1; one of length 0 stays."""
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    result: Vectors = vectors / np.maximum(length, np.float32(1e-9))
    return result


def _background(vectors: Vectors, languages: NDArray[Any]) -> float:
    """Mean cosine of pairs between two languages, from 0 to `HIGHEST`; of each text all but its likeliest pair."""
    codes = sorted(set(languages.tolist()))
    total, pairs = 0.0, 0
    for n, code in enumerate(codes):
        ones = vectors[languages == code]
        others = vectors[np.isin(languages, codes[n + 1 :])]
        if not len(others):
            continue
        for first in range(0, len(ones), ROWS):
            cosines = ones[first : first + ROWS] @ others.T
            total += float(cosines.sum(dtype=np.float64) - cosines.max(axis=1).sum(dtype=np.float64))
            pairs += cosines.size - len(cosines)
    return min(HIGHEST, max(0.0, round(total / pairs, DECIMALS))) if pairs else 0.0


HIGHEST = 0.95
"""Background above which a model tells nothing apart."""
