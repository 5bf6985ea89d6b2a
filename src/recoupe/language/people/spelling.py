"""When two spellings are one name: keys, typing errors, acronyms, transliterations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from recoupe.language.people.given import gender_of
from recoupe.text import accents

_LONG_WORD = 6  # letters from which one wrong letter is a typing error, not another name
_SHORT_INITIALS = 2
_COMPLEMENT = frozenset(
    {"de", "du", "des", "d", "et", "of", "for", "pour", "and"}
)  # begins what a short name leaves out
_LONG_PART = 5  # letters from which a word must have its initial in an acronym

# What transliterations into French and English write differently, and the one form that stands for all; in order.
_TRANSLITERATIONS = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        (r"(?:tch|tsch|cz|sch|sh|ch)", "c"),  # Tchekhov, Chekhov; Pouchkine, Pushkin
        (r"(?:dj|dzh|j|zh)", "j"),  # Djibril, Jibril
        (r"ou|oo|w(?=[aeiou])?", "u"),
        (r"(?:kh|gh|q|ck|k|c(?=[aou]))", "k"),
        (r"gu(?=[ei])", "g"),  # Sergueï, Sergei
        (r"ph", "f"),
        (r"v", "f"),  # -ov, -off
        (r"y|ij|ii|iy|ei|ey|ai|ay", "i"),  # Dostoevsky, Dostoyevskiy; Alexei, Alexey
        (r"(.)\1+", r"\1"),  # doubled letters
        (r"i+", "i"),
        (r"(?<=n)e$|(?<=in)e$|h$|t?s$", ""),  # Lénine, Lenin
    )
)


@lru_cache(maxsize=50_000)
def name_key(text: str) -> str:
    """Lower case without accents, apostrophes and hyphens as spaces: the key under which spellings meet.

    >>> name_key("Ilan Ba-Orval"), name_key("L’Élysée")
    ('ilan ba orval', 'l elysee')
    """
    return " ".join("".join(c if c.isalnum() else " " for c in accents.plain(text)).split())


@lru_cache(maxsize=50_000)
def sounds(word: str) -> str:
    """A key under which transliterations of one word meet.

    >>> sounds("tchekhov") == sounds("chekhov"), sounds("pouchkine") == sounds("pushkin")
    (True, True)
    """
    key = name_key(word).replace(" ", "")
    for pattern, form in _TRANSLITERATIONS:
        key = pattern.sub(form, key)
    return key


def misspells(a: str, b: str) -> bool:
    """Whether two words are one with a typing error: long, one letter changed, added, dropped or two swapped.

    Two known given names are two names (*Martin*, *Martine*), however close.

    >>> misspells("vladirmir", "vladimir"), misspells("martin", "martine"), misspells("abo", "ato")
    (True, False, False)
    """
    if min(len(a), len(b)) < _LONG_WORD or DamerauLevenshtein.distance(a, b, score_cutoff=1) > 1:
        return False
    return not (gender_of(a) and gender_of(b))


def abbreviates_body(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether `short` is a way to say a body's name: its last words, or its first ones before a complement."""
    if not 1 < len(short) < len(long):
        return False
    if long[-len(short) :] == short:
        return long[-len(short) - 1] not in _COMPLEMENT  # the United Nations are not their council
    simple = not _COMPLEMENT & set(short)  # the name of one house of many says more than that of all
    return simple and long[: len(short)] == short and long[len(short)] in _COMPLEMENT


def initials_match(acronym: str, words: Sequence[str]) -> bool:
    """Whether the letters of `acronym` are the initials of `words`, small words optional.

    >>> initials_match("USM", ["Union", "syndicale", "des", "magistrats"])
    True
    """
    letters = name_key(acronym).replace(" ", "")
    if len(letters) < _SHORT_INITIALS:
        return False
    reached = {0}  # numbers of letters that the words so far may account for
    for word in words:
        key = name_key(word)
        if key:
            step = {at + 1 for at in reached if letters[at : at + 1] == key[0]}
            reached = step | reached if len(key) < _LONG_PART else step
    return len(letters) in reached
