"""Ages, which are written like durations: *Ana Bell, 37 ans,*, *une fillette de 6 ans*, *mort à 85 ans*.

A number of years is an age beside a word that says so (*âgé*, *old*), between commas after a name, after *avoir*, and
after a person (*un homme de 37 ans*). It is a duration after a noun that lasts (*une peine de six ans*).
"""

from __future__ import annotations

from collections.abc import Mapping

from recoupe.annotate.times.grammar import Value
from recoupe.annotate.times.reading import Reading

_LOOK = 6  # units looked at before a number
_BESIDE = 2  # units between a word of age and the number, at most
_OLDEST = 125  # years
_GROWN = 14  # *de 14 ans* after a noun that does not last is an age; fewer years may be anything's
_OPENING, _CLOSING = frozenset({",", "(", "-"}), frozenset({",", ")", ".", "\n"})

_Values = Mapping[str, Mapping[str, Value]]


def is_age(reading: Reading) -> bool:
    """Whether a reading of so many years or months tells an age."""
    number, unit = reading.number("number"), reading.word("unit")
    if number is None or unit not in {"Y", "M"} or number > _OLDEST or reading.get("half"):
        return False
    units = reading.units
    values = units.grammar.values
    before = units.norms[max(0, reading.first - _LOOK) : reading.first]
    after = units.norms[reading.last : reading.last + 3]
    plain = len(before)
    while before and before[-1] in values["approximate"] and before[-1] not in values["age_link"]:
        before.pop()
    if not before:
        return False
    if any(w in values["age_word"] for w in (*before[-_BESIDE:], *after[:1])):
        return True
    if unit == "M":  # only of the youngest: *un bébé de 18 mois*
        return before[-1] in values["age_link"] and any(w in values["person"] for w in before)
    if before[-1] in _OPENING and len(before) < plain:
        return False  # *, plus d'un an,*
    return _by_place(reading, values, before, after)


def _by_place(reading: Reading, values: _Values, before: list[str], after: list[str]) -> bool:
    """Whether years stand where ages stand: in apposition, after *avoir*, after a person."""
    last, lasting = before[-1], values["lasting"]
    if last in _OPENING and (not after or after[0] in _CLOSING):
        return not any(w in lasting for w in before)
    if last in values["has_age"]:
        return not any(w in lasting for w in after)
    if last not in values["age_link"] or any(w in lasting for w in before):
        return False
    named = len(before) > 1 and reading.units.capital(reading.first - 2)
    return named or (reading.number("number") or 0) >= _GROWN or any(w in values["person"] for w in before)
