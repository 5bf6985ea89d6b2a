"""The tokens of a document as the grammar of times sees them: one letter each, numbers read.

A unit is a token, or a part of one where words are written together (*mid-June*, *21h45*, *third-quarter*), or
several tokens that make one number (*7 000*, *vingt et un*, *nineteen ninety-six*). A line break is a unit too,
so that no time reaches over it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from recoupe.annotate.times.numbers import FIRST_YEAR, LAST_YEAR, LONGEST, join_digits, join_words

if TYPE_CHECKING:
    from recoupe.annotate.document import Document
    from recoupe.annotate.times.grammar import Grammar

NOTHING = "."
_PARTS = re.compile(r"\d+|[^\W\d_]+(?:'[^\W\d_]+)*")
_LINE = re.compile(r"\n")
_ANY = "365"  # a number that is only a number


class Units:
    """The units of one document as parallel lists.

    Attributes:
        starts: first code point of each unit.
        ends: one past its last code point.
        norms: the token's norm, or that of its part.
        letters: the grammar's letters, one string.
        numbers: what a number unit says, None for others.
    """

    __slots__ = ("_text", "ends", "grammar", "letters", "norms", "numbers", "starts")

    def __init__(self, document: Document, grammar: Grammar) -> None:
        self.grammar = grammar
        self._text = document.prose
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.norms: list[str] = []
        self.numbers: list[float | None] = []
        letters: list[str] = []
        self._read(document, letters)
        self.letters = "".join(letters)

    def __len__(self) -> int:
        return len(self.starts)

    def capital(self, index: int) -> bool:
        """Whether unit `index` is written with a capital."""
        return self._text[self.starts[index] : self.starts[index] + 1].isupper()

    def titled(self, index: int) -> bool:
        """Whether unit `index` is written with a capital and small letters after it."""
        return self._text[self.starts[index] : self.ends[index]].istitle()

    def _read(self, document: Document, letters: list[str]) -> None:
        tokens, grammar = document.tokens, self.grammar
        starts, ends, norms, forms = tokens.starts, tokens.ends, tokens.norms, tokens.forms
        breaks = {tokens.first_at(m.end()) for m in _LINE.finditer(document.prose)}
        known, capital, respelled = grammar.letters, grammar.capital, grammar.respelled
        index, count = 0, len(norms)
        while index < count:
            if index in breaks:
                self._add(letters, starts[index], starts[index], "\n", grammar.line)
            norm = respelled.get(forms[index]) or norms[index]
            letter = known.get(norm)
            if letter is None:
                if norm.isalpha():
                    self._add(letters, starts[index], ends[index], norm, NOTHING)
                elif norm.isdecimal():
                    index = self._digits(document, letters, index, breaks)
                    continue
                else:
                    self._split(letters, starts[index], norm, ends[index])
            elif norm in capital and not forms[index][0].isupper():
                self._add(letters, starts[index], ends[index], norm, NOTHING)
            elif norm in grammar.magnitudes or norm in grammar.values["number"]:
                self._add(letters, starts[index], ends[index], norm, letter)
                self._told(letters)
            else:
                self._add(letters, starts[index], ends[index], norm, letter)
            index += 1

    def _add(  # noqa: PLR0917 - one value for each column
        self, letters: list[str], start: int, end: int, norm: str, letter: str, number: float | None = None
    ) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.norms.append(norm)
        self.numbers.append(number)
        letters.append(letter)

    def _split(self, letters: list[str], start: int, norm: str, end: int) -> None:
        """Add the parts of a word written together, if the first of them is a word of the grammar."""
        known = self.grammar.letters
        parts = list(_PARTS.finditer(norm))
        if len(parts) < 2 or len(norm) != end - start or parts[0].group() not in known:  # noqa: PLR2004
            self._add(letters, start, end, norm, NOTHING)
            return
        for part in parts:
            text = part.group()
            a, b = start + part.start(), start + part.end()
            if text.isdecimal():
                number = int(text) if len(text) <= LONGEST else None
                self._add(letters, a, b, text, self.grammar.number_letter(text), number)
            else:
                self._add(letters, a, b, text, known.get(text, NOTHING))
                if text in self.grammar.values["number"] or text in self.grammar.magnitudes:
                    self._told(letters)

    def _digits(self, document: Document, letters: list[str], index: int, breaks: set[int]) -> int:
        """Add the number at token `index`, with its thousands and decimals; the index after it."""
        tokens, grammar = document.tokens, self.grammar
        digits, decimals, last = join_digits(self._text, tokens, index, breaks)
        start, end = tokens.starts[index], tokens.ends[last]
        if len(digits) > LONGEST:
            self._add(letters, start, end, digits[:LONGEST], NOTHING)
        elif last == index:
            self._add(letters, start, end, digits, grammar.number_letter(digits), int(digits))
        else:
            value = float(f"{digits}.{decimals}") if decimals else float(int(digits))
            self._add(letters, start, end, "#", grammar.number_letter(_ANY), value)
        return last + 1

    def _told(self, letters: list[str]) -> None:
        """Join the number word just added with the ones before it, where together they say one number."""
        grammar, last = self.grammar, len(self.norms) - 1
        word = self.norms[last]
        scale = grammar.magnitudes.get(word)
        value = scale if scale is not None else int(grammar.values["number"][word])
        before = last - 1
        linked = before > 0 and self.norms[before] in grammar.links
        before -= linked
        previous = self.numbers[before] if before >= 0 and not self.norms[before].isdecimal() else None
        if previous is None or self.norms[before] == "#":
            self.numbers[last] = value
            if scale is not None:
                letters[last] = grammar.number_letter(_ANY)
            return
        joined = join_words(int(previous), value, scale=scale is not None, linked=linked)
        if joined is None:
            self.numbers[last] = value
            return
        self.ends[before] = self.ends[last]
        self.norms[before] = "+"
        self.numbers[before] = joined
        year = FIRST_YEAR <= joined <= LAST_YEAR
        letters[before] = grammar.spoken_year if year else grammar.number_letter(str(joined), digits=False)
        columns: tuple[list[Any], ...] = (self.starts, self.ends, self.norms, self.numbers, letters)
        for column in columns:
            del column[before + 1 :]
