"""What the tagger of names looks at around a token: word, shape, word lists, and the rest of the document.

Features of words (`w`) depend on the language; features of shapes and lists (`s`) do not, so that a model learnt
on one language says something of another.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from recoupe.model.span import Span
from recoupe.text.tokens import Tokens

_SHORT = 3
_PIECES = 3  # of a hyphenated word, in its shape


@lru_cache(maxsize=20_000)
def shape_of(form: str) -> str:
    """The shape of a token: `Aa`, `AA` (acronym or capitals), `A`, `a`, `1`, `Aa-Aa`, `aA`, or the mark itself.

    >>> [shape_of(w) for w in ("Vera", "ONU", "de", "24", "Al-Nour", "iPod", "«")]
    ['Aa', 'AA', 'a', '1', 'Aa-Aa', 'aA', '«']
    """
    if form.isdigit():
        return "1"
    if not form[0].isalpha():
        return form[:1]
    if "-" in form or "‑" in form:
        pieces = form.replace("‑", "-").split("-")[:_PIECES]
        return "-".join(shape_of(piece) if piece else "" for piece in pieces)
    first = "A" if form[0].isupper() else "a"
    if len(form) == 1 or form.islower():
        return first
    if form.isupper():
        return "AA"
    return "Aa" if first == "A" else "aA"


class Surroundings:
    """The tokens of one text with shapes, flags and what the rest of the text says of each capitalised form.

    Attributes:
        norms: normalised tokens, with two empty ones at each end of a sentence seen through `window`.
        shapes: shapes of all tokens.
        flags: flags of word lists (`Lexicon.flags`).
        seen: for each capitalised form, letters: `l` stands in lower case too, `c` capitalised inside a sentence,
            `g` follows a given name, `t` follows a title, `a` follows a preposition of places.
    """

    def __init__(self, tokens: Tokens, sentences: Sequence[Span], flags: list[str]) -> None:
        self.tokens = tokens
        self.norms = tokens.norms
        self.flags = flags
        self.shapes = [shape_of(form) for form in tokens.forms]
        self.ranges = [tokens.within(s.start, s.end) for s in sentences]
        self.seen = self._look_around()

    def _look_around(self) -> dict[str, str]:
        forms, norms = self.tokens.forms, self.norms
        small = set(forms)
        letters: dict[str, set[str]] = {}
        for sentence in self.ranges:
            for i in sentence:
                if forms[i][0].isupper():
                    found = letters.setdefault(norms[i], {"l"} if norms[i] in small else set())
                    if i > sentence.start:
                        self._look_before(i, found)
        return {norm: "".join(sorted(found)) for norm, found in letters.items()}

    def _look_before(self, i: int, found: set[str]) -> None:
        """Add what the token before the capitalised token `i` says of it."""
        forms = self.tokens.forms
        before = self.flags[self._previous(i)]
        if forms[i - 1][0].isalpha():
            found.add("c")
        if "G" in before and forms[i - 1][0].isupper():
            found.add("g")
        if "T" in before:
            found.add("t")
        if "A" in before:
            found.add("a")

    def _previous(self, i: int) -> int:
        """The token before `i`, the period of an abbreviated title skipped (*M. Abo*)."""
        return i - 2 if i > 1 and self.norms[i - 1] == "." and "T" in self.flags[i - 2] else i - 1

    def features(self, i: int, sentence: range) -> list[str]:
        """Features of token `i` of a sentence that do not depend on the tags before it."""
        norms, shapes, flags = self.norms, self.shapes, self.flags
        start, end = sentence.start, sentence.stop
        w, s, f = norms[i], shapes[i], flags[i]
        p = self._previous(i)
        w1, s1, f1 = (norms[p], shapes[p], flags[p]) if p >= start else ("", "", "")
        v1, t1, g1 = (norms[i + 1], shapes[i + 1], flags[i + 1]) if i + 1 < end else ("", "", "")
        w2, f2 = (norms[p - 1], flags[p - 1]) if p > start else ("", "")
        v2, t2, g2 = (norms[i + 2], shapes[i + 2], flags[i + 2]) if i + 2 < end else ("", "", "")
        seen = self.seen.get(w, "")
        first = "^" if i == start else ""
        return [
            "b",
            f"s0{s}",
            f"s1{s1}{s}",
            f"s2{s}|{t1}",
            f"s3{s1}|{s}|{t1}|{t2}",
            f"f0{f}",
            f"f1{f1}|{f}",
            f"f2{f}|{g1}",
            f"f3{f2}|{f1}",
            f"f4{g1}|{g2}",
            f"f5{f1}|{s}|{first}",
            f"f6{g1}|{s}|{t1}",
            f"d0{seen}|{first}",
            f"d1{seen}|{f}",
            f"w0{w}",
            f"w1{w1}",
            f"w2{v1}",
            f"w3{w2}|{w1}",
            f"w4{v1}|{v2}",
            f"w5{w1}|{w}",
            f"w6{w}|{v1}",
            f"w7{w1}|{f}|{s}",
            f"w8{w2}",
            f"w9{v2}",
            f"wa{w[-_SHORT:]}|{s}",
            f"wb{w[:_SHORT]}|{s}",
            f"wc{w[-4:]}",
            f"wd{w1}|{v1}",
        ]

    def dependent(self, i: int, sentence: range, tag: str, tag2: str) -> list[str]:
        """Features of token `i` given the tags of the token before and the one before that."""
        w, s, f = self.norms[i], self.shapes[i], self.flags[i]
        w1 = self.norms[i - 1] if i > sentence.start else ""
        g1 = self.flags[i + 1] if i + 1 < sentence.stop else ""
        t1 = self.shapes[i + 1] if i + 1 < sentence.stop else ""
        return [
            f"t0{tag}",
            f"t1{tag2}|{tag}",
            f"t2{tag}|{s}|{t1}",
            f"t3{tag}|{f}",
            f"t4{tag}|{f}|{g1}",
            f"wt{tag}|{w}",
            f"wu{tag}|{w1}|{s}",
        ]
