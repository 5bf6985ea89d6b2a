"""Whom the names of a story mean, as descriptions need it: by place, and bodies by any of their names in a phrase.

The story's people decide; added is only that *Ada B.* and *Ada* are *Ada Brune* where the story knows one such person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from recoupe.language.people.given import given_names
from recoupe.language.people.nouns import stem
from recoupe.language.people.spelling import name_key
from recoupe.model.dossier import Person
from recoupe.model.findings import NameType

_LEAST_ACRONYM = 2


class Cast:
    """The people, bodies and places of a story.

    Attributes:
        kinds: type by id.
        names: name by id.
        genders: `m` or `f` by id, where a description has shown it; filled while articles are read.
    """

    def __init__(self, people: Sequence[Person], small: frozenset[str] = frozenset()) -> None:
        """Know these people; `small` words (as `name_key` makes them) are no part of a body's name."""
        self._small = small
        self.kinds: dict[str, NameType] = {p.id: p.type for p in people}
        self.names = {p.id: p.name for p in people}
        self._at: dict[tuple[str, int], str] = {}
        same = _abbreviated([p for p in people if p.type == "person"])
        self._in: dict[str, set[str]] = defaultdict(set)
        for person in people:
            known = same.get(person.id, person.id)
            for mention in person.mentions:
                self._at[mention.article, mention.start] = known
                self._in[known].add(mention.article)
        self._bodies: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for person in people:
            if person.type == "organization":
                self._add_body(person)
        for entries in self._bodies.values():
            entries.sort(key=lambda e: (-len(e[0]), e[1]))

    def at(self, article: str, start: int) -> str:
        """Id of whom the name at code point `start` of an article means; empty if the story does not know."""
        return self._at.get((article, start), "")

    def named_in(self, bearer: str, article: str) -> bool:
        """Whether an article names somebody."""
        return article in self._in[bearer]

    def _add_body(self, person: Person) -> None:
        for name in (person.name, *person.aliases):
            words = tuple(
                stem(w)
                for w in name_key(name).split()
                if w not in self._small and (len(w) > 1 or name.isupper())
            )
            if words and (len(words) > 1 or (name.isupper() and len(name) >= _LEAST_ACRONYM)):
                entry = (words, person.id)
                if entry not in self._bodies[words[0]]:
                    self._bodies[words[0]].append(entry)

    def bodies(self, word: str) -> Sequence[tuple[tuple[str, ...], str]]:
        """Names of bodies that begin with a word's stem, as stems without small words, longest first, with ids."""
        return self._bodies.get(word, ())


def _abbreviated(people: Sequence[Person]) -> dict[str, str]:
    """Id of the one full name that a name with an initial (*Ada B.*) or a lone given name stands for, by its id."""
    full: dict[str, list[tuple[str, str]]] = defaultdict(list)
    surnames: set[str] = set()
    for person in people:
        words = name_key(person.name).split()
        if len(words) > 1 and len(words[-1]) > 1:
            full[words[0]].append((words[-1], person.id))
            full[words[0]].extend((w, person.id) for w in words[1:-1])
            surnames.add(words[-1])
    found: dict[str, str] = {}
    for person in people:
        words = name_key(person.name).split()
        lone = len(words) == 1 and words[0] in given_names() and words[0] not in surnames
        initial = len(words) == 2 and len(words[1]) == 1  # noqa: PLR2004
        if not (lone or initial):
            continue
        fitting = {
            known
            for word, known in full.get(words[0], ())
            if known != person.id and (lone or word.startswith(words[1]))
        }
        if len(fitting) == 1:
            found[person.id] = fitting.pop()
    return found
