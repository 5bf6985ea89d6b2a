"""What looks like a time and is none: ages, counts of four digits, streets and stadiums named after a date."""

from __future__ import annotations

from collections.abc import Callable

from recoupe.annotate.times.ages import is_age
from recoupe.annotate.times.reading import Reading

_FIRST_YEAR, _LAST_YEAR = 1800, 2100  # a bare number outside is seldom a year
_STARTS = frozenset(
    {"\n", ".", "!", "?", ":", "«", "“", '"', "–", "—", "-", "("}
)  # what a sentence can follow
_SURE_FROM, _SURE_TO = 1900, 2050  # a number of four digits with nothing to say what it is


def refused(reading: Reading) -> bool:
    """Whether a reading is no time."""
    return any(test(reading) for test in _TESTS.get(reading.rule.means, ()))


def _is_decade_of_life(reading: Reading) -> bool:
    """*in their 70s*, *in her early 40s*."""
    norms, first = reading.units.norms, reading.first
    return first > 0 and norms[first - 1] in reading.units.grammar.values["possessor"]


def _is_venue(reading: Reading) -> bool:
    """*rue du 8-Mai-1945*, *place du 11 novembre*."""
    norms, values, first = reading.units.norms, reading.units.grammar.values, reading.first
    before = norms[max(0, first - 2) : first]
    if before and before[-1] in values["venue_link"]:
        return before[0] in values["venue"]
    return bool(before) and before[-1] in values["venue"] and reading.rule.means != "date"


def _is_collective(reading: Reading) -> bool:
    """*une quinzaine de jardinières*: a word for about so many, and what is counted."""
    units, last = reading.units, reading.last
    values = units.grammar.values
    return (
        units.norms[last - 1] in values["dozen"]
        and last < len(units)
        and units.norms[last] in values["of_it"]
    )


def _is_of_year(reading: Reading) -> bool:
    """*the 1988 quarter*, *three-quarters of it*: a year before a unit, a fraction."""
    units = reading.units
    number, index = reading.number("number") or 0, reading.at("number")
    year = index >= 0 and len(units.norms[index]) == 4 and _FIRST_YEAR <= number <= _LAST_YEAR  # noqa: PLR2004
    after = units.norms[reading.last] if reading.last < len(units) else "\n"
    return year or (reading.word("unit") == "Q" and after in units.grammar.values["of_it"])


def _is_programme(reading: Reading) -> bool:
    """*le 20 heures*: one thing that several hours name."""
    first, number = reading.first, reading.number("number") or 0
    singular = reading.units.grammar.values["singular"]
    return number > 1 and first > 0 and reading.units.norms[first - 1] in singular


def _is_count(reading: Reading) -> bool:
    """*de 2000 personnes*: a number of four digits before a plural noun; or one that is hardly a year."""
    year = reading.number("year") or 0
    if reading.at("year") < 0:
        return False
    weak = reading.rule.means == "weak_year"
    if weak and not _FIRST_YEAR <= year <= _LAST_YEAR:
        return True
    if reading.get("alone") and not _SURE_FROM <= year <= _SURE_TO:
        return True
    return (weak or year % 100 == 0) and _counts(reading)


def _is_counted_day(reading: Reading) -> bool:
    """*le 10 novembre 93 manifestants*: what looks like a year in two digits counts something."""
    return reading.at("yy") >= 0 and _counts(reading)


def _counts(reading: Reading) -> bool:
    """Whether the word after a number shows that the number counts it (a noun in the plural)."""
    units = reading.units
    after = units.norms[reading.last] if reading.last < len(units) else "\n"
    endings = tuple(units.grammar.data["years"]["counted_endings"])
    plural = after.isalpha() and len(after) > 3 and after.endswith(endings)  # noqa: PLR2004
    return bool(endings) and plural and after not in units.grammar.values["uncounted"]


def _is_name(reading: Reading) -> bool:
    """*la planète Mars*, *au Printemps*: a word with a capital that its language writes without one."""
    units = reading.units
    for index in range(reading.first, reading.last):
        norm = units.norms[index]
        named = norm in units.grammar.values["month"] or norm in units.grammar.values["season"]
        if named and norm not in units.grammar.capital and units.titled(index):
            alone = reading.at("year") < 0 and reading.at("yy") < 0
            return alone and index > 0 and units.norms[index - 1] not in _STARTS
    return False


_TESTS: dict[str, tuple[Callable[[Reading], bool], ...]] = {
    "ago": (_is_collective,),
    "date": (_is_venue, _is_counted_day),
    "decade": (_is_decade_of_life,),
    "duration": (_is_collective, _is_of_year, _is_programme, is_age),
    "month": (_is_counted_day, _is_name),
    "season": (_is_name,),
    "weak_year": (_is_venue, _is_count),
    "year": (_is_venue, _is_count),
}
