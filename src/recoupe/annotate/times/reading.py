"""Where the grammar's rules fit in the units of a document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from recoupe.annotate.times.grammar import Grammar, Rule, Value
from recoupe.annotate.times.units import Units

_NUMERIC = frozenset({"number", "day", "hour", "minute", "yy", "year", "digits", "dd", "spoken"})
_WIDEN = 3  # articles and words of approximation before a time, at most


class Reading:
    """A rule that fits the units `[first, last)`.

    Attributes:
        rule: the rule.
        first: index of the first unit of the time, after context.
        last: one past its last unit.
        start: first code point of the time, articles before it included.
        end: one past its last code point.
    """

    __slots__ = ("_match", "end", "first", "last", "rule", "start", "units")

    def __init__(self, units: Units, rule: Rule, match: re.Match[str]) -> None:
        self.units = units
        self.rule = rule
        self._match = match
        spanned = "span" in rule.pattern.groupindex
        self.first, self.last = match.span("span") if spanned else match.span()
        if (
            units.norms[self.last - 1] == "."
            and units.norms[self.last - 2] not in units.grammar.values["abbreviated"]
        ):
            self.last -= 1  # the period ends the sentence
        self.start = units.starts[self.first]
        self.end = units.ends[self.last - 1]

    def __repr__(self) -> str:
        return f"<Reading {' '.join(self.units.norms[self.first : self.last])!r} {self.rule.means}>"

    def at(self, name: str) -> int:
        """Index of the unit captured as `name`; -1 if there is none."""
        return self._match.start(name) if name in self.rule.classes else -1

    def get(self, name: str) -> Value | None:
        """What was captured as `name`, or the rule's constant of that name; None if there is neither."""
        index = self.at(name)
        if index < 0:
            constant: Value | None = self.rule.constants.get(name)
            return constant
        kind = self.rule.classes[name]
        if kind in _NUMERIC:
            number = self.units.numbers[index]
            if number is not None:
                return int(number) if number == int(number) else str(number)
        values = self.units.grammar.values.get(kind)
        value: Value | None = values.get(self.units.norms[index]) if values else None
        return value

    def number(self, name: str) -> int | None:
        """As `get`, for what is a whole number."""
        value = self.get(name)
        return value if isinstance(value, int) else None

    def word(self, name: str) -> str | None:
        """As `get`, for what is a word."""
        value = self.get(name)
        return value if isinstance(value, str) else None


def read(units: Units, refused: Callable[[Reading], bool]) -> Iterator[Reading]:
    """Readings of the units, in order, none over another: at each place the longest, then the earlier rule.

    Args:
        units: the units of a document.
        refused: whether a reading is no time after all; then the next longest at its place is tried.
    """
    grammar, letters = units.grammar, units.letters
    rules = grammar.rules
    position = 0
    for start in _starters(grammar).finditer(letters):
        index = start.start()
        if index < position:
            continue
        found = [
            (rule, match) for rule in rules[letters[index]] if (match := rule.pattern.match(letters, index))
        ]
        if len(found) > 1:
            found.sort(key=_length, reverse=True)
        for rule, match in found:
            reading = Reading(units, rule, match)
            if not refused(reading):
                _widen(reading, position)
                position = reading.last
                yield reading
                break
        else:
            if found:  # no part of what is refused is a time
                position = _length(found[0])


def _length(found: tuple[Rule, re.Match[str]]) -> int:
    """One past the last unit of the time that a rule matches."""
    rule, match = found
    return match.end("span" if "span" in rule.pattern.groupindex else 0)


def _widen(reading: Reading, floor: int) -> None:
    """Take the articles and the words of approximation before a time into its span."""
    units = reading.units
    articles, approximate = units.grammar.values["article"], units.grammar.values["approximate"]
    duration = reading.rule.means in {"duration", "clock"}
    for index in range(reading.first - 1, max(floor, reading.first - 1 - _WIDEN) - 1, -1):
        norm = units.norms[index]
        if norm in articles or (duration and norm in approximate):
            reading.start = units.starts[index]
        else:
            break


@cache
def _starters(grammar: Grammar) -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(grammar.rules))}]")
