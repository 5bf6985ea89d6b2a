"""Ordinals that place something in a series: *la deuxième visite*, *le 14e sommet*. Titles and set phrases are none."""

from __future__ import annotations

from typing import NamedTuple

from recoupe.annotate.quantities.cardinals import Cardinal
from recoupe.annotate.quantities.reading import Reader

_DIGITS = 4  # of an ordinal


class Ordinal(NamedTuple):
    """An ordinal: its tokens and its number."""

    first: int
    after: int
    value: float


def ordinal_at(reader: Reader, i: int) -> Ordinal | None:
    """The ordinal that starts at token `i`, in words or in digits with an ending."""
    words, vocabulary = reader.words, reader.vocabulary
    word = words[i]
    if word.isdecimal():
        if (
            i + 1 < len(words)
            and reader.glued(i + 1)
            and words[i + 1] in vocabulary.digit_ordinals
            and len(word) <= _DIGITS
        ):
            return Ordinal(i, i + 2, float(word))
        return None
    value = vocabulary.ordinals.get(word)
    if value is not None and (word not in vocabulary.denominators or _qualifies(reader, i)):
        return Ordinal(i, i + 1, value)
    if "-" in word:
        return _compound(reader, i)
    return None


def _qualifies(reader: Reader, i: int) -> bool:
    """Whether a word that is an ordinal and a fraction (*third*) stands before a noun and after no number."""
    words, j = reader.words, i + 1
    if j >= len(words) or not words[j][0].isalpha() or words[j] in reader.vocabulary.language.stopwords:
        return False
    return i == 0 or words[i - 1] not in reader.vocabulary.words


def _compound(reader: Reader, i: int) -> Ordinal | None:
    """*vingt-cinquième*, *trente-et-unième*."""
    *parts, last = reader.words[i].split("-")
    value = reader.vocabulary.ordinals.get(last)
    if value is None:
        return None
    cardinal = Cardinal(reader.vocabulary)
    if not all(cardinal.take(p) for p in parts if p not in reader.vocabulary.connectors):
        return None
    return Ordinal(i, i + 1, cardinal.value + value)


def counts(reader: Reader, ordinal: Ordinal) -> bool:
    """Whether an ordinal places something: not a title, a set phrase, a name or a plural."""
    words, vocabulary, i = reader.words, reader.vocabulary, ordinal.after
    form = reader.tokens.forms[ordinal.first]
    before = words[ordinal.first - 1] if ordinal.first else ""
    following = words[i] if i < len(words) else ""
    if not form[0].isdigit() and (form[-1] in "sx" or (form[0].isupper() and ordinal.first > 0)):
        return False
    return following not in vocabulary.ordinal_not_before and before not in vocabulary.ordinal_not_after
