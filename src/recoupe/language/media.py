"""Press agencies and other media under all their names: `language/shared/agencies.tsv` and `media.tsv`, read once.

Which of the forms count where (in a credit, in a sentence, in capitals) is for those who ask to decide.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from recoupe.language.loader import shared_rows


class MediumRow(NamedTuple):
    """One row of the tables.

    Attributes:
        name: the canonical name, shown to the reader and matched as written.
        kind: `agency`, `photo` (an agency that supplies pictures), `official` or `outlet`.
        aliases: other forms, matched whatever their case and accents.
        exact: forms matched only as written.
        country: ISO 3166 code of its country; empty where it is not known or does not matter.
    """

    name: str
    kind: str
    aliases: tuple[str, ...]
    exact: tuple[str, ...]
    country: str

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form, the name first."""
        return (self.name, *self.aliases, *self.exact)


@cache
def known_agencies() -> tuple[MediumRow, ...]:
    """The press agencies, in the order of the table.

    >>> next(a.exact for a in known_agencies() if a.name == "AP")
    ('AP', 'A.P.')
    """
    return _read("agencies")


@cache
def known_media() -> tuple[MediumRow, ...]:
    """The press agencies, then the other media that outlets cite as their source."""
    return (*known_agencies(), *_read("media"))


def _read(table: str) -> tuple[MediumRow, ...]:
    found = []
    for name, kind, *cells in shared_rows(table):
        aliases, exact = (tuple(form for form in cell.split("|") if form) for cell in (*cells, "", "")[:2])
        country = cells[2] if len(cells) > 2 else ""  # noqa: PLR2004 - aliases, exact, country
        found.append(MediumRow(name, kind, aliases, exact, country))
    return tuple(found)
