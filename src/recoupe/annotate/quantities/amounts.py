"""A number with its unit: *70 km*, *3 millions d'euros*, *$15*, *160 g/km*, *-5 °C*, *3 euros et 50 centimes*."""

from __future__ import annotations

from typing import NamedTuple

from recoupe.annotate.quantities.lexicon import Unit
from recoupe.annotate.quantities.numbers import CODE, Number
from recoupe.annotate.quantities.reading import Reader

_SUBUNITS = 100  # in a unit of currency


class Amount(NamedTuple):
    """A number with its unit, before bounds and noun: tokens, number, unit."""

    first: int
    after: int
    number: Number
    unit: Unit | None


class Amounts:
    """Reads numbers of one text with their units."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._words = reader.words
        self._tokens = reader.tokens
        self._vocabulary = reader.vocabulary

    def read(self, number: Number, first: int) -> Amount:
        """A number with the unit after it or the currency sign before it."""
        i = number.after
        after, unit = i, None
        at = i
        if number.noun and at < len(self._words) and self._words[at] in ("de", "d'", "of"):
            at += 1
        if number.first == number.after:  # a half joined to its unit
            tail = self._words[i].partition("-")[2]
            found = self._vocabulary.units.at([tail], 0)
            return Amount(first, i + 1, number, found[1] if found else None)
        if at < len(self._words) and self._words[at] == "-" and self._reader.glued(at):
            at += 1
        found = self._vocabulary.units.at(self._words, at)
        if found and self._unit_fits(number, at, found):
            after, unit = self._rate(found)
        start = number.first
        percent = self._vocabulary.percent_before.before(self._words, start)
        if unit is None and percent:
            start, unit = percent
        if unit is None and self._words[start][0].isalpha() and number.digits:
            unit = self._code(start)
        if unit is None or unit.kind == "money":
            after, number = self._subunit(after, number, unit)
            start, unit = self._sign_before(start, unit)
        start, number = self._signed(start, number)
        return Amount(min(first, start), after, number, unit)

    def _rate(self, found: tuple[int, Unit]) -> tuple[int, Unit]:
        """*160 g/km*: a unit over another."""
        i, unit = found
        if i + 1 < len(self._words) and self._words[i] == "/" and self._reader.glued(i + 1):
            per = self._vocabulary.units.at(self._words, i + 1)
            if per and per[1].factor == 1.0 and unit.kind == per[1].kind == "measure":
                return per[0], unit._replace(symbol=f"{unit.symbol}/{per[1].symbol}")
        return found

    def _unit_fits(self, number: Number, at: int, found: tuple[int, Unit]) -> bool:
        """Whether a unit word is one: a lone letter (*m*, *l*, *g*) only just after digits, and not *mille*."""
        word = self._words[at]
        if len(word) == 1 and word.isalpha():
            return number.digits and (found[0] >= len(self._words) or self._words[found[0]] not in ("'", "’"))
        return True

    def _sign_before(self, start: int, unit: Unit | None) -> tuple[int, Unit | None]:
        """*$15*, *EUR 1000*: the sign or code of a currency before the number."""
        found = self._vocabulary.currency_before.before(self._words, start)
        if found is None:
            return start, unit
        first, iso = found
        upper = (
            len(self._words[first]) > CODE
            or self._tokens.forms[first].isupper()
            or not self._tokens.forms[first].isalpha()
        )
        return (first, unit or Unit("money", iso, 1.0)) if upper else (start, unit)

    def _code(self, start: int) -> Unit | None:
        """The currency of a code glued to its number."""
        found = self._vocabulary.currency_before.at([self._words[start][:CODE]], 0)
        return Unit("money", found[1], 1.0) if found else None

    def _subunit(self, after: int, number: Number, unit: Unit | None) -> tuple[int, Number]:
        """*3 euros et 50 centimes*: the hundredths after the units."""
        words = self._words
        i = after + (after < len(words) and words[after] in self._vocabulary.connectors)
        if unit is None or i + 1 >= len(words) or words[i + 1] not in self._vocabulary.subunits:
            return after, number
        if not words[i].isdecimal() or int(words[i]) >= _SUBUNITS:
            return after, number
        return i + 2, number._replace(value=number.value + int(words[i]) / _SUBUNITS)

    def _signed(self, start: int, number: Number) -> tuple[int, Number]:
        """A minus sign or word before the number."""
        if start == 0:
            return start, number
        before = self._words[start - 1]
        earlier = self._words[start - 2] if start > 1 else ""
        if before in "-−–" and (start == 1 or not self._reader.glued(start - 1)):
            spaced = not self._reader.glued(start) and start > 1
            if not spaced or self._degrees(number.after):
                return start - 1, number._replace(value=-number.value)
        if before in self._vocabulary.minus and (
            not earlier or earlier in self._vocabulary.minus_after or earlier in (".", ",", ":", ";")
        ):
            return start - 1, number._replace(value=-number.value)
        return start, number

    def _degrees(self, i: int) -> bool:
        found = self._vocabulary.units.at(self._words, i)
        return found is not None and found[1].symbol.startswith("°")
