"""When two spellings can be one name: a letter apart, or one sound."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import DamerauLevenshtein

from recoupe.text.accents import plain

LONG = 5
"""Letters below which one letter more or less makes another name."""
MOST_EDITS = 2
"""Edits between two spellings of one name."""
VERY_LONG = 9
"""Letters from which two edits still leave the same name."""


def one_name(a: str, b: str, sounds: Sequence[Sequence[str]]) -> tuple[str, str] | None:
    """The one word in which two spellings of a name differ; None if they are no spellings of one name."""
    words_a, words_b = WORD.findall(a), WORD.findall(b)
    if len(words_a) != len(words_b):
        if min(len(words_a), len(words_b)) != 1:
            return None
        # one is the last name alone
        words_a, words_b = words_a[-1:], words_b[-1:]
    differing = [(x, y) for x, y in zip(words_a, words_b, strict=True) if x.casefold() != y.casefold()]
    if len(differing) != 1:
        return None
    words = differing[0]
    if half_a_given_name(a, b, words):
        return words
    return words if one_word(*words) or sound_alike(*words, sounds) else None


WORD = re.compile(r"[^\W_]+")


def half_a_given_name(a: str, b: str, words: tuple[str, str]) -> bool:
    """Whether two full names differ in the second half of the given name alone: *Jean-Louis Y*, *Jean-Luc Y*."""
    halves = [form.split()[0].split("-") for form in (a, b)]
    if any(len(h) != HALVES for h in halves) or len(a.split()) < HALVES:
        return False
    return halves[0][0] == halves[1][0] and (halves[0][1], halves[1][1]) == words


HALVES = 2
"""Parts of a compound given name, and words of a full name."""


def sound_alike(a: str, b: str, sounds: Sequence[Sequence[str]]) -> bool:
    """Whether two long words are pronounced alike and are no forms of one word (*Chinois*, *Chinoise*)."""
    plain_a, plain_b = sorted((plain(a), plain(b)), key=len)
    if len(plain_a) < LONG or plain_a == plain_b:
        return False
    if plain_b.startswith(plain_a) and plain_b[len(plain_a) :] in FORMS:
        return False
    return _sound(plain_a, sounds) == _sound(plain_b, sounds)


FORMS = frozenset({"s", "e", "es", "ne", "nes"})
"""Endings that make another form of a word."""


def _sound(word: str, sounds: Sequence[Sequence[str]]) -> str:
    """How a word without accents sounds, roughly: its letters after the replacements, repeated ones once."""
    for letters, sound in sounds:
        word = re.sub(letters, sound, word)
    return re.sub(r"(.)\1+", r"\1", word)


def one_word(a: str, b: str) -> bool:
    """Whether two words can be one, spelt in two ways; an accent missing on a capital is no other spelling."""
    plain_a, plain_b = plain(a), plain(b)
    if plain_a == plain_b:
        return a[1:].casefold() != b[1:].casefold()
    if min(len(plain_a), len(plain_b)) < LONG or abs(len(plain_a) - len(plain_b)) > 1:
        return False
    if plain_a.startswith(plain_b) or plain_b.startswith(plain_a) or plain_a[0] != plain_b[0]:
        return False
    if _inflected(plain_a, plain_b):
        return False
    return DamerauLevenshtein.distance(plain_a, plain_b) <= MOST_EDITS - (
        min(len(plain_a), len(plain_b)) < VERY_LONG
    )


def _inflected(a: str, b: str) -> bool:
    """Whether two words differ by their endings alone: *Democrats* and *Democratic* are two words of one family."""
    common = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[-1] != b[-1] and len(a) + len(b) - 2 * common > MOST_EDITS


SHORT_FORM = 4
"""Letters of an acronym that can be mistaken for no other: of three letters too many are in use."""


def slip(word: str, known: str) -> bool:
    """Whether an acronym can be another with a letter left out, put in or moved, not at its ends.

    Another letter makes another body (*CDU*, *CSU*), and so does one at the end (*ONU*, *ONUC*).

    >>> slip("CGMPME", "CGPME"), slip("SNCM", "SNCF"), slip("ONUC", "ONU")
    (True, False, False)
    """
    if min(len(word), len(known)) < SHORT_FORM:
        return False
    if word == known or (word[0], word[-1]) != (known[0], known[-1]):
        return False
    moved = len(word) == len(known) and sorted(word) == sorted(known)
    return (moved or len(word) != len(known)) and DamerauLevenshtein.distance(word, known) == 1
