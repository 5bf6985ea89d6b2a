"""How outlets are told apart: short codes, and what stands for an outlet that is not known.

A code is two or three letters that stand beside the colour, so that colour never stands alone. An article whose outlet
is not known goes by the name of its file, which its reader knows it by.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import count

from recoupe.language import available, load

_STDIN = "-"
_WORD = re.compile(r"[^\W_]+")


def outlet_codes(names: Sequence[str | None]) -> list[str]:
    """A code of one to three characters for each name (None if not known), no two the same.

    >>> outlet_codes(["Le Fanal", "The Foghorn", "Radio du Port", "fanal-info", None, None])
    ['FA', 'FO', 'RP', 'FI', '?1', '?2']
    """
    nameless = [not (name and _WORD.search(name)) for name in names]
    if sum(nameless) > 1:  # told apart by number alone, so the first has one too
        numbers = count(1)
        named = iter(outlet_codes([n for n, without in zip(names, nameless, strict=True) if not without]))
        return [f"?{next(numbers)}" if without else next(named) for without in nameless]
    codes: list[str] = []
    taken: set[str] = set()
    for name in names:
        code = next(code for code in _candidates(name) if code not in taken)
        taken.add(code)
        codes.append(code)
    return codes


def file_names(sources: Sequence[str]) -> list[str]:
    """What articles without an outlet are called: their file's name, with its folders where two files have one name.

    Args:
        sources: where each was read from; the number of a line (`week.jsonl:3`) stays.

    Returns:
        A name for each, empty where there is no file (standard input).

    >>> file_names(["x/y/fire.txt", "x/a/flood.txt", "x/b/flood.txt", "-:2", ""])
    ['fire.txt', 'a/flood.txt', 'b/flood.txt', '', '']
    """
    parts = [source.replace("\\", "/").split("/") for source in sources]
    names = [found[-1] for found in parts]
    for depth in range(2, max(map(len, parts), default=0) + 1):
        total = Counter(names)
        if max(total.values()) == 1:
            break
        pairs = zip(names, parts, strict=True)
        names = ["/".join(found[-depth:]) if total[name] > 1 else name for name, found in pairs]
    return [
        "" if source.partition(":")[0] in {"", _STDIN} else name
        for source, name in zip(sources, names, strict=True)
    ]


def _candidates(name: str | None) -> Iterator[str]:
    words = _WORD.findall(name) if name else []
    long = [w for w in words if len(w) > 1 and w.lower() not in _articles()] or words
    if not long:
        yield "?"
        long = ["?"]
    if len(long) > 1:
        yield (long[0][0] + long[1][0]).upper()
        if len(long) > 2:  # noqa: PLR2004 - a third word can tell two apart
            yield (long[0][0] + long[1][0] + long[2][0]).upper()
    first = long[0]
    for letter in first[1:6]:
        yield (first[0] + letter).upper()
    for number in count(2):
        yield f"{first[0].upper()}{number}"


@cache
def _articles() -> frozenset[str]:
    """Function words of every language at hand: they stand in too many names to tell any apart."""
    return frozenset[str]().union(*(load(code).stopwords for code in available()))
