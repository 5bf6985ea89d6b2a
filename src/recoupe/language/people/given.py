"""Given names and the gender they tell (`language/shared/given_names.tsv`)."""

from __future__ import annotations

from functools import cache

from recoupe.language.loader import shared_rows


@cache
def given_names() -> dict[str, str]:
    """Gender of given names (`m`, `f`, `e` for either), by the name in lower case."""
    found: dict[str, str] = {}
    for gender, names in shared_rows("given_names"):
        for name in names.split():
            key = name.lower()
            found[key] = gender if found.get(key, gender) == gender else "e"
    return found


def gender_of(given: str) -> str:
    """Gender of a given name (`m`, `f`, `e`), of its first part if it is hyphenated; empty if it is not known.

    >>> gender_of("Marie-Ange"), gender_of("Jean-Marie"), gender_of("Xyzo")
    ('f', 'm', '')
    """
    names = given_names()
    key = given.lower()
    return names.get(key) or names.get(key.split("-")[0], "")
