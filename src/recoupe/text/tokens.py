"""One tokenisation of a text, with offsets. Every finder works on these tokens; none tokenises again.

A token is a word, a number, or one mark of punctuation. Elided words (*l'*, *qu'*) and clitics (*-t-il*, *'s*)
are tokens of their own where the language's pattern says so; the pattern is data (`language/*/core.toml`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‑": "-", "\u00ad": None})


def token_pattern(elisions: list[str], clitics: list[str]) -> re.Pattern[str]:
    """The token pattern of a language.

    Args:
        elisions: words that lose their vowel before an apostrophe, without it (`l`, `qu`).
        clitics: endings split from the word before, straight apostrophes (`-t-il`, `'s`).

    Returns:
        A pattern whose matches, in order, are the tokens of a text.
    """
    elided = "|".join(sorted(map(re.escape, elisions), key=len, reverse=True))
    ending = "|".join(re.escape(c).replace("'", "['’]") for c in sorted(clitics, key=len, reverse=True))
    parts = [
        rf"(?:{elided})['’](?=\w)" if elided else "",
        rf"(?:{ending})(?!\w)" if ending else "",
        r"\d+",
        # a word: letters and digits, inner hyphens and apostrophes unless a clitic begins there
        r"[^\W\d_](?:\w|(?:(?!" + (rf"(?:{ending})(?!\w)" if ending else r"$^") + r")[-‑'’](?=[^\W_])))*",
        r"[^\w\s]",
        r"_+",
    ]
    return re.compile("|".join(p for p in parts if p), re.IGNORECASE)


class Tokens:
    """The tokens of one text as parallel lists, in order.

    Attributes:
        starts: first code point of each token.
        ends: one past its last code point.
        forms: its characters as written.
        norms: lower-cased, apostrophes and hyphens straightened: the key for word lists.
    """

    __slots__ = ("ends", "forms", "norms", "starts")

    def __init__(self, text: str, pattern: re.Pattern[str]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.forms: list[str] = []
        for match in pattern.finditer(text):
            self.starts.append(match.start())
            self.ends.append(match.end())
            self.forms.append(match.group())
        self.norms: list[str] = [form.lower().translate(_STRAIGHT) for form in self.forms]

    def __len__(self) -> int:
        return len(self.starts)

    def first_at(self, offset: int) -> int:
        """Index of the first token that starts at or after `offset` (`len(self)` if none)."""
        return bisect_left(self.starts, offset)

    def holding(self, offset: int) -> int:
        """Index of the token that holds `offset`, or of the last one before it; -1 if there is none."""
        return bisect_right(self.starts, offset) - 1

    def within(self, start: int, end: int) -> range:
        """Indexes of the tokens that start inside `[start, end)`."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))
