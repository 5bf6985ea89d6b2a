"""What an article says of somebody in passing, and when two articles say the same.

Decides equality of descriptions only; reading them is the business of `offices`, `ages` and `labels`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from recoupe.model.span import Span

Kind = Literal["age", "office", "relation", "label"]

CORE = 6
"""Members of a group that a newcomer is compared with."""


@dataclass(frozen=True, slots=True)
class Description:
    """One description of one person or body in one article.

    Attributes:
        article: number of the article.
        bearer: id of the person or body in the story's people.
        kind: age, office (or profession), relation to somebody, label.
        key: canonical value: years of age, noun of the office, words of the label.
        elements: what the office is of: ids of people and bodies, country codes (`=FR`), stems of other words.
        standing: words that make another office of it (`former`, `deputy`, `acting` ...), as classes.
        of: for *his lawyer*, the people whom *his* may mean.
        span: name and description, or the description alone where they are far apart.
        outright: whether the article says it of the bearer (apposition, copula) and not only as a title.
        complete: whether it says something without elements.
        single: whether it can have one holder at a time, and its holder no other such office.
        quoted: whether it stands inside somebody's own words.
    """

    article: int
    bearer: str
    kind: Kind
    key: str
    span: Span
    elements: frozenset[str] = frozenset()
    standing: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    outright: bool = True
    complete: bool = True
    single: bool = False
    quoted: bool = False


@dataclass(slots=True)
class Told:
    """Descriptions of one person or body that say the same, fullest first."""

    members: list[Description] = field(default_factory=list)

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
    if (a.kind, a.key) != (b.kind, b.key) or a.standing != b.standing:
        return False
    if a.kind == "relation":
        return _same_relation(a, b)
    if not a.elements or not b.elements:
        return a.complete or a.elements == b.elements
    return a.elements <= b.elements or b.elements <= a.elements


def _same_relation(a: Description, b: Description) -> bool:
    """*Son avocat* is the lawyer of one of those whom *son* may mean."""
    left, right = a.of or _people(a), b.of or _people(b)
    if a.of or b.of:
        return bool(left & right)
    return bool(a.elements) and (a.elements <= b.elements or b.elements <= a.elements)


def _people(description: Description) -> frozenset[str]:
    return frozenset(e for e in description.elements if e.startswith("@"))


def _overlap(a: Description, b: Description) -> bool:
    return a.article == b.article and a.span.overlaps(b.span)


def gather(descriptions: list[Description]) -> list[Told]:
    """Descriptions that say the same, gathered under complete link (the first `CORE` of a group), fullest first."""
    found: dict[tuple[str, Kind, str], list[Told]] = {}
    for one in sorted(descriptions, key=lambda d: (-len(d.elements), not d.outright, d.article, d.span)):
        groups = found.setdefault((one.bearer, one.kind, one.key), [])
        for group in groups:
            if any(_overlap(one, other) for other in group.members):
                break
            if all(same(one, other) for other in group.members[:CORE]):
                group.members.append(one)
                break
        else:
            groups.append(Told([one]))
    return [group for groups in found.values() for group in groups]
