"""What an article says of somebody in passing, and when two articles say the same.

Decides equality of descriptions only; reading them is the business of `offices`, `ages` and `labels`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from recoupe.model.span import Span

Kind = Literal["age", "office", "relation", "label"]

CORE = 6
"""Members of a group that a newcomer is compared with."""
MOST = 40
"""Groups of one bearer and key: more different ones are no person's offices."""
PLACES = 6
"""Places of one article that a group holds."""


@dataclass(frozen=True, slots=True)
class Description:
    """One description of one person or body in one article.

    Attributes:
        article: number of the article.
        bearer: id of the person or body in the story's people.
        kind: age, office (or profession), relation to somebody, label.
        key: canonical value: years of age, noun of the office, words of the label.
        elements: what the office is of: ids of people and bodies, country codes (`=FR`), places (`+orl`), stems of
            other words.
        words: stems of all words that tell it, names included: *fédération du Nord* is one body and two words.
        standing: words that make another office of it (`former`, `deputy`, `acting` ...), as classes.
        of: for *his lawyer*, the people whom *his* may mean.
        span: name and description, or the description alone where they are far apart.
        outright: whether the article says it of the bearer (apposition, copula) and not only as a title.
        complete: whether it says something without elements.
        single: whether it can have one holder at a time, and its holder no other such office.
        seated: whether it is of one place, so that another place contradicts it.
        quoted: whether it stands inside somebody's own words.
        post: number of the post of a body, of which a person holds one at a time; -1 if it is none.
    """

    article: int
    bearer: str
    kind: Kind
    key: str
    span: Span
    elements: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    standing: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    outright: bool = True
    complete: bool = True
    single: bool = False
    seated: bool = False
    quoted: bool = False
    post: int = -1


@dataclass(slots=True)
class Told:
    """Descriptions of one person or body that say the same, fullest first."""

    members: list[Description] = field(default_factory=list)
    _spans: dict[int, list[Span]] = field(default_factory=dict)

    def add(self, one: Description) -> None:
        """Take a description in, unless its place is held already."""
        here = self._spans.setdefault(one.article, [])
        if len(here) < PLACES and not any(one.span.overlaps(s) for s in here):
            here.append(one.span)
            self.members.append(one)

    @property
    def bearer(self) -> str:
        """Id of the person or body."""
        return self.members[0].bearer

    @property
    def articles(self) -> set[int]:
        """Numbers of the articles."""
        return {d.article for d in self.members}


def same(a: Description, b: Description) -> bool:
    """Whether two descriptions of one bearer are one: same value, and nothing told of one that the other excludes."""
    if (a.kind, a.key) != (b.kind, b.key):
        return False
    if a.kind == "age":
        return True
    if a.standing != b.standing:
        return False
    if a.kind == "relation":
        return _same_relation(a, b)
    if not a.elements or not b.elements:
        return a.complete or a.elements == b.elements
    return _same_complement(a, b)


def _same_complement(a: Description, b: Description) -> bool:
    """Whether what two offices are of agrees: all that one tells the other tells too; a country may be left out."""
    left, right = countries(a.elements), countries(b.elements)
    if left and right and not left & right:
        return False
    for x, y in ((a.elements - left, b.elements - right), (a.words - left, b.words - right)):
        if x and y and (x <= y or y <= x):
            return True
    return a.elements == left and b.elements == right


def _same_relation(a: Description, b: Description) -> bool:
    """*Son avocat* is the lawyer of one of those whom *son* may mean."""
    if a.of or b.of:
        return bool((a.of or _people(a)) & (b.of or _people(b)))
    return bool(a.elements) and _same_complement(a, b)


def countries(elements: Iterable[str]) -> frozenset[str]:
    """The countries among what an office is of."""
    return frozenset(e for e in elements if e.startswith("="))


def _people(description: Description) -> frozenset[str]:
    return frozenset(e[1:] for e in description.elements if e.startswith("@"))


def gather(descriptions: list[Description]) -> list[Told]:
    """Descriptions that say the same, gathered under complete link (the first `CORE` of a group), fullest first."""
    found: dict[tuple[str, Kind, str], list[Told]] = {}
    for one in sorted(descriptions, key=lambda d: (-len(d.elements), not d.outright, d.article, d.span)):
        groups = found.setdefault((one.bearer, one.kind, one.key), [])
        fitting = (g for g in groups if all(same(one, other) for other in g.members[:CORE]))
        group = next(fitting, None)
        if group is None:
            group = Told()
            if len(groups) < MOST:
                groups.append(group)
        group.add(one)
    return [group for groups in found.values() for group in groups]
