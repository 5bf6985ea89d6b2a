"""Bodies that readers know under several names: agencies, media, international bodies (`language/shared/*.tsv`)."""

from __future__ import annotations

from functools import cache

from recoupe.language.loader import shared_rows
from recoupe.language.media import known_media
from recoupe.language.people.spelling import name_key


@cache
def known_bodies() -> dict[str, str]:
    """The first name of a body in the tables by every name of it, as `name_key` makes them."""
    found: dict[str, str] = {}
    for row in shared_rows("bodies"):
        names = row[0].split("|")
        found.update((name_key(name), names[0]) for name in names)
    for medium in known_media():
        for form in medium.forms:
            found.setdefault(name_key(form), medium.name)
    return found
