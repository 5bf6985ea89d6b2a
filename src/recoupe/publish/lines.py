"""What the sections of the page and of the Markdown file have in common: a line, its anchor, its filters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from recoupe.model.dossier import FactPassage
from recoupe.model.span import Passage
from recoupe.publish.edition import Edition, Evidence, Source

_ID = re.compile(r"[a-z][0-9]{1,9}")  # the style sheet tells kinds by the letter


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a line stands on the page, and what it is called.

    Attributes:
        id: of the element (`f3`), unique on the page.
        kind: catalogue key of the kind of line (`fact`, `discrepancy` ...).
        label: what the line is called in the interface's language (*fait 3*).
    """

    id: str
    kind: str
    label: str


def anchor(edition: Edition, prefix: str, kind: str, number: int, given: str = "") -> Anchor:
    """The anchor of line `number` (from 1); the dossier's id where it can serve as one."""
    usable = given.startswith(prefix) and _ID.fullmatch(given)
    name = given if usable else f"{prefix}{number}"
    told = name[len(prefix) :]
    return Anchor(name, kind, edition.say(f"line.{kind}", n=told if told.isdecimal() else number))


def filters(
    edition: Edition,
    passages: Iterable[Passage | FactPassage],
    origins: Iterable[str] = (),
    people: Iterable[str] = (),
) -> str:
    """Keys of the outlets, origins and speakers that a line made of `passages` can be filtered by."""
    places = list(passages)
    told = {p.origin for p in places if isinstance(p, FactPassage)} | set(origins)
    return " ".join(
        [
            *(outlet_key(source) for source in edition.outlets_of(places)),
            *(origin_key(edition, o) for o in edition.origins if o in told),
            *sorted({person_key(edition, p) for p in people} - {""}),
        ]
    )


def outlet_key(source: Source) -> str:
    """What an outlet is filtered by: its number on the page."""
    return f"m{source.outlet}"


def origin_key(edition: Edition, origin: str) -> str:
    """Anchor of an origin: its place in the dossier's list."""
    return edition.origins[origin].key


def person_key(edition: Edition, person: str) -> str:
    """Anchor of a speaker by name, given out in the order of first use; empty for no name."""
    return edition.speakers.setdefault(person, f"p{len(edition.speakers) + 1}") if person else ""


def language_of(edition: Edition, text: str, evidence: Iterable[Evidence]) -> str:
    """Language of a line that quotes the sources verbatim: that of the article that it stands in."""
    shown = list(evidence)
    for item in shown:
        if item.words == text or text in item.source.article.text:
            return item.source.language
    return shown[0].source.language if shown else edition.dossier.language
