"""What comparison says of a discrepancy, told again in the interface's language.

Comparison writes its sentences in the language of the articles, from the forms in `language/<code>/discrepancies.toml`.
A reader with another interface gets the same form in theirs, filled with the same words of the sources. What fits no
form stays as it stands.
"""

from __future__ import annotations

import re
from functools import cache

from babel.dates import get_day_names

from recoupe.language import available, load

_BLANK = re.compile(r"\\\{([a-z_]+)\\\}")  # of a form whose special characters are escaped
_LONGEST = 4000  # characters of a note that is compared with the forms


def retell(note: str, told_in: str, wanted: str) -> str:
    """The sentence `note`, written in the language `told_in`, in the language `wanted`.

    >>> retell("Deux dates pour le même événement : lundi (A), mardi (B).", "fr", "en")
    'Two dates for the same event: Monday (A), Tuesday (B).'
    """
    if told_in == wanted or not {told_in, wanted} <= set(available()) or len(note) > _LONGEST:
        return note
    for key, form in _forms(told_in).items():
        found = form.fullmatch(note)
        other = load(wanted).table("discrepancies")["notes"].get(key)
        if found and other:
            words = {name: _weekday(text, told_in, wanted) for name, text in found.groupdict().items()}
            return str(other.format_map(words))
    return note


def relabel(label: str, told_in: str, wanted: str) -> str:
    """The label of a side that has no words of its own (*affirmed*), in the language `wanted`.

    >>> relabel("affirmé", "fr", "en"), relabel("17 blessés", "fr", "en")
    ('affirmed', '17 blessés')
    """
    if told_in == wanted or not {told_in, wanted} <= set(available()):
        return label
    ours, theirs = (load(code).table("discrepancies")["labels"] for code in (told_in, wanted))
    same = (str(theirs[key]) for key, text in ours.items() if text == label and key in theirs)
    return next(same, _weekday(label, told_in, wanted))


def _weekday(word: str, told_in: str, wanted: str) -> str:
    """The name of a day of the week in the language `wanted`; any other word as it stands."""
    days, others = (get_day_names("wide", locale=code) for code in (told_in, wanted))
    return next((str(others[n]) for n, name in days.items() if name == word), word)


@cache
def _forms(code: str) -> dict[str, re.Pattern[str]]:
    """The forms of one language by key, each with a group for every blank."""
    found: dict[str, re.Pattern[str]] = {}
    for key, form in load(code).table("discrepancies")["notes"].items():
        seen: set[str] = set()

        def group(blank: re.Match[str], seen: set[str] = seen) -> str:
            name = blank[1]
            if name in seen:
                return f"(?P={name})"
            seen.add(name)
            return f"(?P<{name}>.+?)"

        found[key] = re.compile(_BLANK.sub(group, re.escape(form)), re.DOTALL)
    return found
