"""Write `language/<code>/countries.tsv` from the hand-made table beside this script and CLDR (through Babel).

    python training/places.py

Names of countries and exemplar cities of time zones come from the Unicode CLDR (Unicode License v3) as Babel
ships it; capitals, adjectives and other names come from `countries.tsv` in this folder, written for this project.
"""

from __future__ import annotations

from pathlib import Path

import babel
from babel import Locale
from babel.core import get_global

HERE = Path(__file__).parent
LANGUAGES = HERE.parent / "src" / "recoupe" / "language"
_NOT_CITIES = {
    "Unknown City",
    "ville inconnue",
    "Centre",
    "Center",
    "Vostok",
    "Troll",
    "Davis",
    "Casey",
    "Mawson",
}

HEADER = """# Countries: ISO 3166 code, names (the first is CLDR's), capital, adjectives (masculine/feminine where they
# differ, singular), names of parts of it.
# Spellings of one capital are separated by =, other seats of power by |. Names from Unicode CLDR {version} (Unicode
# License v3), the rest written for this project.
# Written by training/places.py: edit training/countries.tsv and run it again.
"""
CITY_HEADER = """# Cities: names of the exemplar cities of time zones, from Unicode CLDR {version} (Unicode License v3).
# Written by training/places.py.
"""


def rows() -> list[list[str]]:
    """Rows of the hand-made table: code, French capital, masculine, feminine, English capital, English adjective."""
    text = (HERE / "countries.tsv").read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def country_names(code: str, locale: Locale) -> list[str]:
    """CLDR's names of a territory: the usual one first, then the short and variant forms."""
    data = locale._data["territories"]  # noqa: SLF001 - Babel offers no other way to all of them
    short = locale._data.get("short_territories", {})  # noqa: SLF001
    found = [data[code]]
    if code in short:
        found.append(short[code])
    clean: list[str] = []
    for name in found:
        pieces = [name, *([name.split("(")[0]] if "(" in name else [])]
        clean += [p.strip() for p in pieces if p.strip() not in clean]
    return clean


def other_names() -> dict[tuple[str, str], tuple[str, str]]:
    """By language and country: other names of the country, and names of parts of it."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for line in (HERE / "country_names.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            language, code, names, parts = (*line.split("\t"), "")[:4]
            found[language, code] = (names, parts)
    return found


def main() -> None:
    """Write the tables of both languages."""
    others = other_names()
    for language in ("fr", "en"):
        locale = Locale(language)
        lines = []
        for code, capital_fr, masculine, feminine, capital_en, adjective in rows():
            names = country_names(code, locale)
            more, parts = others.get((language, code), ("", ""))
            names += [n for n in more.split("|") if n and n not in names]
            if language == "fr":
                pairs = zip(masculine.split("|"), feminine.split("|"), strict=False)
                longer = feminine.split("|")[len(masculine.split("|")) :]
                adjectives = [m if m == f else f"{m}/{f}" for m, f in pairs] + longer
                lines.append(
                    "\t".join([code, "|".join(names), capital_fr, "|".join(adjectives), parts]).rstrip()
                )
            else:
                lines.append("\t".join([code, "|".join(names), capital_en, adjective, parts]).rstrip())
        head = HEADER.format(version=babel.__version__)
        (LANGUAGES / language / "countries.tsv").write_text(head + "\n".join(lines) + "\n", "utf-8")
        told = {zone: names["city"] for zone, names in locale.time_zones.items() if "city" in names}
        zones = (z for z in get_global("zone_territories") if "/" in z and not z.startswith("Etc/"))
        cities = sorted({told.get(z, z.rsplit("/", 1)[-1].replace("_", " ")) for z in zones} - _NOT_CITIES)
        cities = [c for c in cities if c[0].isupper() and "/" not in c and "(" not in c and "[" not in c]
        head = CITY_HEADER.format(version=babel.__version__)
        (LANGUAGES / language / "cities.tsv").write_text(head + "\n".join(cities) + "\n", "utf-8")


if __name__ == "__main__":
    main()
