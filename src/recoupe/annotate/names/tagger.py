"""Tags of tokens by an averaged perceptron, left to right (Collins 2002; Ratinov & Roth 2009 for the features).

The model is a file of this package, trained by `training/names.py`. The weights of a feature for all tags are
held in one integer, 16 bits a tag, so that adding the integers of the features adds all scores at once.
"""

from __future__ import annotations

import struct
import zlib
from functools import cache
from importlib import resources

from recoupe.annotate.names.features import Surroundings

TAGS = ("O", "B-person", "I-person", "B-organization", "I-organization", "B-place", "I-place")
ZERO = 128  # stands for weight 0, so that no lane is negative
_STRUCT = struct.Struct(f"<{len(TAGS)}H")
MAGIC = b"recoupe names 1\n"


class Tagger:
    """Weights of features, packed.

    Attributes:
        weights: for each feature, the weights of all tags in one integer.
        neutral: whether features of words are left out (for a language the model was not trained on).
    """

    def __init__(self, weights: dict[str, int], *, neutral: bool = False) -> None:
        self.weights = weights
        self.neutral = neutral

    def tag(self, text: Surroundings) -> list[str]:
        """One tag of `TAGS` for each token."""
        weigh = self.weights.get
        unpack, width = _STRUCT.unpack, _STRUCT.size
        tags = ["O"] * len(text.norms)
        for sentence in text.ranges:
            before = before2 = "O"
            for i in sentence:
                if is_open(text, i, before):
                    found = text.features(i, sentence)
                    found += text.dependent(i, sentence, before, before2)
                    if self.neutral:
                        found = [f for f in found if f[0] != "w"]
                    total = 0
                    for feature in found:
                        total += weigh(feature, 0)
                    scores = unpack(total.to_bytes(width, "little"))
                    best = _best(scores, before)
                    before2, before = before, best
                    tags[i] = best
                else:
                    before2, before = before, "O"
        return tags


def is_open(text: Surroundings, i: int, before: str) -> bool:
    """Whether token `i` may be in a name: a capital, a known head before a capital, or inside one already."""
    if before != "O":
        return True
    shape = text.shapes[i]
    if shape[0] == "A" or "A" in shape:
        return True
    flags = text.flags[i]
    if "H" in flags or "L" in flags:
        return any(s[0] == "A" for s in text.shapes[i + 1 : i + 5])
    return False


def _best(scores: tuple[int, ...], before: str) -> str:
    """The best tag that may follow `before`; the earlier one of equals."""
    best, top = "O", scores[0]
    for tag, score in zip(TAGS[1:], scores[1:], strict=True):
        if score > top and (tag[0] == "B" or before[2:] == tag[2:]):
            best, top = tag, score
    return best


def pack(weights: dict[str, list[int]]) -> bytes:
    """A model file: feature names, then packed weights (-127 to 127 each), compressed."""
    names = sorted(weights)
    rows = b"".join(_STRUCT.pack(*(w + ZERO for w in weights[name])) for name in names)
    return MAGIC + zlib.compress("\n".join(names).encode() + b"\n\n" + rows, 9)


def unpack(blob: bytes) -> dict[str, int]:
    """The weights of a model file by feature."""
    head, _, rows = zlib.decompress(blob[len(MAGIC) :]).partition(b"\n\n")
    names = head.decode().split("\n")
    width = _STRUCT.size
    number = int.from_bytes
    return {
        name: number(rows[p : p + width], "little")
        for name, p in zip(names, range(0, len(rows), width), strict=True)
    }


@cache
def load_tagger(code: str) -> Tagger:
    """The tagger for a language: its own model, or the words-free part of the shared one."""
    folder = resources.files("recoupe.language")
    own = folder.joinpath(code, "names.model")
    if own.is_file():
        return Tagger(unpack(own.read_bytes()))
    return Tagger(unpack(folder.joinpath("shared", "names.model").read_bytes()), neutral=True)
