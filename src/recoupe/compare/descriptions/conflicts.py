"""Descriptions of which not all can be right: ages of one person that differ, two standings of one office, two holders.

Decides what contradicts; whether it is worth a line of the dossier, and its note, is the business of discrepancies.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from recoupe.compare.descriptions.description import Description, Told
from recoupe.compare.material import Material
from recoupe.model.dossier import Side
from recoupe.model.span import Passage

CONTRARY = (frozenset({"former"}), frozenset({"deputy"}))
"""Standings that the plain office excludes."""
MOST = 12
"""Groups compared with each other for one person or office."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two descriptions that exclude each other.

    Attributes:
        kind: `age`, `office` (its standing), `seat` (its place) or `post` (in one body) of one person, `holder` of one
            office.
        about: name of the person, or words of the office.
        sides: what each side says, and where.
    """

    kind: Literal["age", "office", "seat", "post", "holder"]
    about: str
    sides: tuple[Side, Side]


def conflicts(material: Material, names: dict[str, str], told: Sequence[Told]) -> Iterator[Conflict]:
    """Descriptions of a story that exclude each other, told by different articles.

    Args:
        material: the articles.
        names: name of a person or body by id.
        told: all descriptions, told by one article or more.
    """
    by_bearer: dict[str, list[Told]] = defaultdict(list)
    by_office: dict[tuple[str, frozenset[str]], list[Told]] = defaultdict(list)
    for group in told:
        first = group.members[0]
        by_bearer[group.bearer].append(group)
        if first.kind == "office" and first.single and not first.standing and _body(first.elements):
            by_office[first.key, first.elements].append(group)
    for bearer, groups in by_bearer.items():
        yield from _of_one(material, names[bearer], groups)
    for groups in by_office.values():
        for a, b in combinations(groups[:MOST], 2):
            if a.bearer != b.bearer and _apart(a, b):
                office = material.articles[a.members[0].article].text
                yield Conflict(
                    "holder",
                    a.members[0].span.of(office),
                    (_side(material, names[a.bearer], a), _side(material, names[b.bearer], b)),
                )


def _of_one(material: Material, name: str, groups: Sequence[Told]) -> Iterator[Conflict]:
    ages = [g for g in groups if g.members[0].kind == "age"]
    for a, b in combinations(ages[:MOST], 2):
        same_moment = a.members[0].standing == b.members[0].standing
        differ = a.members[0].key != b.members[0].key and not _birthday(material, a, b)
        if same_moment and differ and _apart(a, b):
            yield Conflict("age", name, (_own_side(material, a), _own_side(material, b)))
    offices = [g for g in groups if g.members[0].kind == "office" and g.members[0].elements]
    yield from _posts(material, name, offices[:MOST])
    for a, b in combinations(offices[:MOST], 2):
        x, y = a.members[0], b.members[0]
        if x.key != y.key or not _apart(a, b):
            continue
        sides = (_own_side(material, a), _own_side(material, b))
        if _excludes(x, y):
            yield Conflict("office", name, sides)
        elif _elsewhere(x, y):
            yield Conflict("seat", name, sides)


def _posts(material: Material, name: str, offices: Sequence[Told]) -> Iterator[Conflict]:
    """Two posts of one body that articles give to one person; three are a career, or words for one."""
    by_body: dict[str, list[Told]] = defaultdict(list)
    for group in offices:
        first = group.members[0]
        if first.post >= 0 and not first.standing:
            for body in sorted(e for e in first.elements if e.startswith("@")):
                by_body[body].append(group)
    for groups in by_body.values():
        if len(groups) == 2 and groups[0].members[0].post != groups[1].members[0].post and _apart(*groups):  # noqa: PLR2004
            yield Conflict("post", name, (_own_side(material, groups[0]), _own_side(material, groups[1])))


def _birthday(material: Material, a: Told, b: Told) -> bool:
    """Whether one is a year older in all articles of later days, so that a birthday may lie between."""
    younger, older = sorted((a, b), key=lambda g: float(g.members[0].key))
    if float(older.members[0].key) - float(younger.members[0].key) != 1:
        return False
    days = [[material.articles[n].published for n in g.articles] for g in (younger, older)]
    before, after = ([d[:10] for d in side if d] for side in days)
    return bool(before and after) and max(before) < min(after)


def _excludes(x: Description, y: Description) -> bool:
    plain, other = sorted((x.standing, y.standing), key=len)
    return x.elements == y.elements and not plain and other in CONTRARY


def _elsewhere(x: Description, y: Description) -> bool:
    """*Députée de la Varèche*, *députée d'Orle*: one seat of two places, neither of which holds the other's words."""
    places = [frozenset(filter(_is_place, d.elements)) for d in (x, y)]
    apart = bool(places[0] and places[1]) and not x.words <= y.words and not y.words <= x.words
    return x.seated and x.standing == y.standing and apart and not places[0] & places[1]


def _is_place(element: str) -> bool:
    return element.startswith("+")


def _apart(a: Told, b: Told) -> bool:
    """Whether two articles tell it, and none tells both: that would be a career or a list."""
    return not a.articles & b.articles


def _body(elements: frozenset[str]) -> bool:
    return any(e.startswith("@") for e in elements)


def _own_side(material: Material, group: Told) -> Side:
    first = group.members[0]
    value = first.key if first.kind == "age" else first.span.of(material.articles[first.article].text)
    placed = any(_is_place(e) for e in first.elements)
    telling = [d for d in group.members if not placed or any(_is_place(e) for e in d.elements)]
    return _side(material, value, Told(telling))


def _side(material: Material, value: str, group: Told) -> Side:
    places = {Passage(material.articles[d.article].id, d.span.start, d.span.end) for d in group.members}
    return Side(value, tuple(sorted(places)))
