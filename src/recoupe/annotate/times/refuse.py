"""What looks like a time and is none: ages, counts of four digits, streets and stadiums named after a date."""

from __future__ import annotations

from recoupe.annotate.times.reading import Reading

_LOOK = 6
_OLDEST = 125  # years
_GROWN = 14  # *de 14 ans* after a noun that does not last is an age; fewer years may be anything's
_SURE_FROM, _SURE_TO = 1900, 2050  # a number of four digits with nothing to say what it is
_FIRST_YEAR, _LAST_YEAR = 1800, 2100  # a bare number outside is seldom a year


def refused(reading: Reading) -> bool:
    """Whether a reading is no time."""
    means = reading.rule.means
    if means in {"date", "year", "weak_year"} and _is_venue(reading):
        return True
    if means in {"year", "weak_year"} and _is_count(reading):
        return True
    if means in {"date", "month"} and reading.at("yy") >= 0 and _counts(reading):
        return True
    if means == "decade" and _is_ages(reading):
        return True
    if means in {"duration", "ago"} and _is_collective(reading):
        return True
    if means == "duration" and _is_of_year(reading):
        return True
    return means == "duration" and _is_age(reading)


def _is_ages(reading: Reading) -> bool:
    """*in their 70s*, *in her early 40s*."""
    norms, first = reading.units.norms, reading.first
    return any(n in reading.units.grammar.values["possessor"] for n in norms[max(0, first - 1) : first])


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
    return units.norms[last - 1] in values["dozen"] and last < len(units) and units.norms[last] in values["of_it"]


def _is_of_year(reading: Reading) -> bool:
    """*the 1988 quarter*, *three-quarters of it*: a year before a unit, a fraction."""
    units = reading.units
    number, index = reading.number("number") or 0, reading.at("number")
    year = index >= 0 and len(units.norms[index]) == 4 and _FIRST_YEAR <= number <= _LAST_YEAR  # noqa: PLR2004
    after = units.norms[reading.last] if reading.last < len(units) else "\n"
    return year or (reading.word("unit") == "Q" and after in units.grammar.values["of_it"])


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


def _counts(reading: Reading) -> bool:
    """Whether the word after a number shows that the number counts it (a noun in the plural)."""
    units = reading.units
    after = units.norms[reading.last] if reading.last < len(units) else "\n"
    endings = tuple(units.grammar.data["years"]["counted_endings"])
    plural = after.isalpha() and len(after) > 3 and after.endswith(endings)  # noqa: PLR2004
    return bool(endings) and plural and after not in units.grammar.values["uncounted"]


def _is_age(reading: Reading) -> bool:
    """*Ana Bell, 37 ans,*, *une fillette de 6 ans*, *âgé de 24 ans*, *mort à 85 ans*."""
    number, unit = reading.number("number"), reading.word("unit")
    if number is None or unit not in {"Y", "M"} or number > _OLDEST or reading.get("half"):
        return False
    units, first = reading.units, reading.first
    values = units.grammar.values
    before = units.norms[max(0, first - _LOOK) : first]
    after = units.norms[reading.last : reading.last + 1]
    while before and before[-1] in values["approximate"] and before[-1] not in values["age_link"]:
        before.pop()
    if not before:
        return False
    if any(w in values["age_word"] for w in before[-2:]) or (after and after[0] in values["age_word"]):
        return True
    if unit != "Y":
        return False
    if before[-1] in {",", "(", "-"} and (not after or after[0] in {",", ")", ".", "\n"}):
        return not any(w in values["lasting"] for w in before)
    if before[-1] in values["has_age"]:
        return not any(w in values["lasting"] for w in units.norms[reading.last : reading.last + 3])
    if before[-1] in values["age_link"]:
        if any(w in values["lasting"] for w in before):
            return False
        named = len(before) > 1 and units.capital(first - 2)
        return named or number >= _GROWN or any(w in values["person"] for w in before)
    return False
