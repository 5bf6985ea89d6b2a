"""Articles cut into the pieces that can have an origin of their own, and the pieces that are copies of one another.

A piece is a sentence, or the part of one that a copied passage covers. Pieces are linked by the copied passages that
`recoupe.compare.reuse` found; links are followed, so that a copy of a copy is in the group of the first.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from recoupe.compare.material import Material
from recoupe.compare.unions import Unions
from recoupe.language import Language, load
from recoupe.model.article import Article
from recoupe.model.dossier import Reuse
from recoupe.model.span import Passage, Span

LEAST = 20
"""Code points below which a piece is a remainder at the edge of a copy, and no copy by itself."""
HALF = 0.5
"""Share of the shorter of two pieces that must stand in the other for them to be copies."""


TELLING = 5.0
"""Content words other than names and titles that a copied passage must have to show where it comes from: two reports
that call the same people by their titles, or date the same events, need not have it from one another."""


class Piece(NamedTuple):
    """Code points `start:end` of an article."""

    article: str
    start: int
    end: int


def deciding(material: Material, reuse: Sequence[Reuse]) -> list[Reuse]:
    """The copied passages that are telling enough to decide an origin."""
    titles = {code: _titles(load(code)) for code in sorted({a.language for a in material.articles})}
    return [
        r
        for r in reuse
        if _telling(material, r.a, titles[material.by_id[r.a.article].language]) * r.similarity >= TELLING
    ]


def _telling(material: Material, passage: Passage, titles: frozenset[str]) -> int:
    """How many content words of a passage are no part of a name or title."""
    article, words = material.by_id[passage.article], material.words(passage.article)
    tokens = material.tokens[passage.article]
    names = [n for n in article.names if n.start < passage.end and passage.start < n.end]
    return sum(
        words.content[n]
        and tokens.norms[words.tokens[n]] not in titles
        and not any(name.start <= words.starts[n] < name.end for name in names)
        for n in words.within(passage.span)
    )


@cache
def _titles(language: Language) -> frozenset[str]:
    """What people are called beside their names, in singular and plural: *ministre*, *président*, *russe*."""
    roles = (word for row in language.rows("roles") for word in row[0].split())
    peoples = (
        form
        for row in language.rows("countries")
        if len(row) > 3  # noqa: PLR2004 - code, names, capital, adjectives
        for forms in row[3].split("|")
        for form in forms.split("/")
    )
    words = {word.lower() for word in (*roles, *peoples)}
    return frozenset(words | {word + "s" for word in words})


def cut(article: Article, passages: Iterable[Span], scopes: Iterable[Span]) -> list[Piece]:
    """The pieces of an article, in order; together they cover its text.

    Args:
        article: annotated.
        passages: its passages that other articles share.
        scopes: what its credits are for.
    """
    edges = {0, len(article.text)}
    for span in (*article.sentences, *passages, *scopes):
        edges.add(min(span.start, len(article.text)))
        edges.add(min(span.end, len(article.text)))
    cuts = sorted(edges)
    return [Piece(article.id, a, b) for a, b in pairwise(cuts)]


def link(pieces: dict[str, list[Piece]], reuse: Sequence[Reuse]) -> list[list[Piece]]:
    """Groups of pieces that are copies of one another, each in the order of `pieces`; a piece alone is a group.

    Inside a copied passage places correspond in proportion: what stands a third of the way through one stands a third
    of the way through the other.
    """
    same = Unions[Piece]()
    starts = {article: [p.start for p in own] for article, own in pieces.items()}
    for r in reuse:
        for piece in _inside(pieces[r.a.article], starts[r.a.article], r.a):
            twin = _twin(piece, r, pieces[r.b.article], starts[r.b.article])
            if twin:
                same.join(piece, twin)
    groups: dict[Piece, list[Piece]] = {}
    for own in pieces.values():
        for piece in own:
            groups.setdefault(same.root(piece), []).append(piece)
    return list(groups.values())


def _inside(pieces: list[Piece], starts: list[int], passage: Passage) -> list[Piece]:
    """The pieces of a copied passage, without remainders."""
    first = bisect_left(starts, passage.start)
    last = bisect_left(starts, passage.end)
    return [p for p in pieces[first:last] if p.end - p.start >= LEAST]


def _twin(piece: Piece, r: Reuse, others: list[Piece], starts: list[int]) -> Piece | None:
    """The piece of `r.b` where `piece` of `r.a` stands."""
    ratio = (r.b.end - r.b.start) / (r.a.end - r.a.start)
    start = r.b.start + (piece.start - r.a.start) * ratio
    end = r.b.start + (piece.end - r.a.start) * ratio
    best: Piece | None = None
    most = 0.0
    for n in range(max(0, bisect_right(starts, start) - 1), len(others)):
        other = others[n]
        if other.start >= end:
            break
        common = min(end, other.end) - max(start, other.start)
        if (
            common > most
            and common >= HALF * min(end - start, other.end - other.start)
            and len_of(other) >= LEAST
        ):
            best, most = other, common
    return best


def len_of(piece: Piece) -> int:
    """Code points of a piece."""
    return piece.end - piece.start
