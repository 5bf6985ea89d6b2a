"""Words without their accents, which press texts lose on capitals and in haste."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "’": "'"})


@lru_cache(maxsize=100_000)
def plain(text: str) -> str:
    """`text` in lower case, without accents, with ligatures spelt out and straight apostrophes.

    >>> plain("L’Été"), plain("Œuvre")
    ("l'ete", 'oeuvre')
    """
    text = text.lower()
    if text.isascii():
        return text
    spread = unicodedata.normalize("NFD", text.translate(_LIGATURES))
    return "".join(c for c in spread if not unicodedata.combining(c))
