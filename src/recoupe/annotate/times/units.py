"""The tokens of a document as the grammar of times sees them: one letter each, numbers read.

A unit is a token, or a part of one where words are written together (*mid-June*, *21h45*, *third-quarter*), or
several tokens that make one number (*7 000*, *vingt et un*, *nineteen ninety-six*). A line break is a unit too,
so that no time reaches over it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from recoupe.annotate.document import Document
    from recoupe.annotate.times.grammar import Grammar

NOTHING = "."
_PARTS = re.compile(r"\d+|[^\W\d_]+(?:'[^\W\d_]+)*")
_LINE = re.compile(r"\n")
_DAYS, _HOURS, _MINUTES, _MONTH_DIGITS, _YEAR_DIGITS = 31, 24, 60, 2, 4
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_GROUP = 3  # digits between two marks of thousands
_LONGEST = 12  # digits; a longer number is no time


def split_word(norm: str) -> list[str]:
    """Parts of a word written together: letters apart from digits, and at hyphens.

    >>> split_word("mid-june"), split_word("h45"), split_word("aujourd'hui")
    (['mid', 'june'], ['h', '45'], ["aujourd'hui"])
    """
    return _PARTS.findall(norm) or [norm]


@lru_cache(maxsize=4096)
def number_classes(text: str, *, digits: bool = True) -> tuple[str, ...]:
    """Classes that a number can have, from its digits (or, told in words, from its value).

    >>> number_classes("08"), number_classes("1990")
    (('number', 'day', 'dd', 'hour', 'minute', 'yy', 'digits'), ('number', 'year', 'digits'))
    """
    if len(text) > _LONGEST:
        return ("long",)
    value, classes = int(text), ["number"]
    short = len(text) <= _MONTH_DIGITS
    if short and 1 <= value <= _DAYS:
        classes += ["day"] + ["dd"] * digits
    if short and value <= _HOURS:
        classes.append("hour")
    if not digits:
        if short:
            classes.append("minute")
        return tuple(classes)
    if len(text) == _MONTH_DIGITS:
        classes += ["minute"] * (value < _MINUTES) + ["yy"]
    if len(text) == _YEAR_DIGITS and _FIRST_YEAR <= value <= _LAST_YEAR:
        classes.append("year")
    return (*classes, "digits")


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
                elif norm.isdigit():
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

    def _add(
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
                self._add(letters, a, b, text, self.grammar.number_letter(text), _value(text))
            else:
                self._add(letters, a, b, text, known.get(text, NOTHING))
                if text in self.grammar.values["number"] or text in self.grammar.magnitudes:
                    self._told(letters)

    def _digits(self, document: Document, letters: list[str], index: int, breaks: set[int]) -> int:
        """Add the number at token `index`, with its thousands and decimals; the index after it."""
        tokens, text = document.tokens, document.prose
        norms, starts, ends = tokens.norms, tokens.starts, tokens.ends
        last, digits, decimals = index, norms[index], ""
        count = len(norms)
        while last + 1 < count and len(digits) <= _LONGEST and last + 1 not in breaks:
            mark = text[ends[last] : starts[last + 1]]
            if len(mark) == 1 and _is_group(norms[last + 1]) and (last > index or len(digits) <= _GROUP):
                if digits[0] == "0":
                    break
                digits, last = digits + norms[last + 1], last + 1
                continue
            if mark or last + 2 >= count or norms[last + 1] not in ".," or not _glued(tokens, last + 1):
                break
            after = norms[last + 2]
            if not after.isdecimal() or (last + 3 < count and norms[last + 3] in ".," and _dated(tokens, last + 3)):
                break
            if _is_group(after) and digits[0] != "0" and (last > index or len(digits) <= _GROUP):
                digits, last = digits + after, last + 2
                continue
            decimals, last = after, last + 2
            break
        if not digits.isdecimal() or len(digits) > _LONGEST:
            self._add(letters, starts[index], ends[last], digits[:20], NOTHING)
        elif last == index:
            self._add(letters, starts[index], ends[index], digits, self.grammar.number_letter(digits), _value(digits))
        else:
            value = float(f"{digits}.{decimals}") if decimals else float(int(digits))
            self._add(letters, starts[index], ends[last], "#", self.grammar.number_letter("365"), value)
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
                letters[last] = grammar.number_letter("365")
            return
        joined = _join(int(previous), value, scale=scale is not None, linked=linked)
        if joined is None:
            self.numbers[last] = value
            return
        self.ends[before] = self.ends[last]
        self.norms[before] = "+"
        self.numbers[before] = joined
        year = _FIRST_YEAR <= joined <= _LAST_YEAR
        letters[before] = grammar.spoken_year if year else grammar.number_letter(str(joined), digits=False)
        for column in (self.starts, self.ends, self.norms, self.numbers, letters):
            del column[before + 1 :]  # type: ignore[attr-defined]


def _join(previous: int, value: int, *, scale: bool, linked: bool) -> int | None:
    """The number that two number words say together; None if they are two numbers."""
    if scale:
        return previous * value if 0 < previous < value and not linked else None
    if linked:
        return previous + value if previous % 10 == 0 and previous >= 20 and (value % 10 == 1 or previous >= 100) else None  # noqa: E501, PLR2004
    if previous >= 100 and previous % 100 == 0 and value < 100:  # noqa: PLR2004
        return previous + value
    if 20 <= previous % 100 < 100 and previous % 10 == 0 and value < (20 if previous % 100 in {60, 80} else 10):  # noqa: PLR2004
        return previous + value
    if 13 <= previous <= 20 and 10 <= value < 100:  # noqa: PLR2004 - a spoken year
        return previous * 100 + value
    return None


def _is_group(text: str) -> bool:
    return len(text) == _GROUP and text.isdecimal()


def _glued(tokens: object, index: int) -> bool:
    """Whether the mark at `index` stands between two tokens without a space."""
    starts, ends = tokens.starts, tokens.ends  # type: ignore[attr-defined]
    return bool(ends[index - 1] == starts[index] and ends[index] == starts[index + 1])


def _dated(tokens: object, index: int) -> bool:
    """Whether a second mark and a number follow, as in 12.06.2024."""
    norms = tokens.norms  # type: ignore[attr-defined]
    return index + 1 < len(norms) and norms[index + 1].isdecimal() and _glued(tokens, index) and len(norms[index + 1]) != _GROUP  # noqa: E501


def _value(text: str) -> float | None:
    return int(text) if len(text) <= _LONGEST else None
