"""Descriptions that stand for somebody: *le président russe*, *la ministre*, *the mayor of Orle*, *the group*.

    phrases (`wanted`) → whom they mean (`holders`) → references, one after another

Resolved over the whole story, and only where it can be one alone. An office of somebody whom no article names
(*la maire de Lode*) stands for one as well, if two articles tell it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from recoupe.compare.descriptions.complements import first_word
from recoupe.compare.descriptions.holders import Offices
from recoupe.compare.descriptions.offices import Mention
from recoupe.compare.descriptions.page import Page
from recoupe.compare.descriptions.wanted import (
    Reference,
    Wanted,
    before_clause,
    is_beside,
    read_wanted,
    reference,
    specific,
)

__all__ = ["Reference", "find_references"]

_ARTICLES = 2
"""Articles that tell somebody unnamed by one office, from which it stands for one."""


def find_references(
    pages: Sequence[Page], mentions: Sequence[Sequence[Mention]]
) -> dict[str, tuple[Reference, ...]]:
    """The descriptions of each article, by its id, that stand for somebody, in order of place, none inside another.

    Args:
        pages: the articles of the story.
        mentions: the noun phrases of each.
    """
    held = Offices()
    wanted: list[list[list[Wanted]]] = []
    found: list[list[Reference]] = []
    for page, phrases in zip(pages, mentions, strict=True):
        said = [m for m in phrases if m.said is not None]
        for mention in said:
            held.learn(page, mention)
        found.append([_beside(page, m) for m in said if is_beside(page, m)])
        ways = (list(read_wanted(page, m)) for m in phrases if m.said is None)
        wanted.append([w for w in ways if w])
    held.learn_home([ways for unsaid in wanted for ways in unsaid])
    left: list[list[Wanted]] = []
    for page, unsaid, known in zip(pages, wanted, found, strict=True):
        resolved = list(held.resolve(page, unsaid))
        known.extend(resolved)
        starts = {r.start for r in resolved}
        left.append([w for ways in unsaid for w in ways if page.tokens.starts[w.first] not in starts])
    for known, unnamed in zip(found, _unnamed(pages, left), strict=True):
        known.extend(unnamed)
    return {page.article.id: tuple(_apart(known)) for page, known in zip(pages, found, strict=True)}


def _beside(page: Page, mention: Mention) -> Reference:
    """The reference of a phrase that stands beside a name."""
    first = min(mention.phrase.start, first_word(page, mention.phrase))
    span = page.span(first, before_clause(page, mention))
    return Reference(
        span.start, span.end, page.bearer(mention.said.name) if mention.said else "", beside=True
    )


def _apart(references: Sequence[Reference]) -> Iterator[Reference]:
    end = -1
    for one in sorted(references, key=lambda r: (r.start, -r.end, r.bearer)):
        if one.start >= end:
            yield one
            end = one.end


def _unnamed(pages: Sequence[Page], left: Sequence[Sequence[Wanted]]) -> Iterator[list[Reference]]:
    """Per article, the phrases for people of whom no article gives the name, where two articles tell the same office.

    What tells less is that which alone tells more: *le chef tibétain*, *le chef spirituel tibétain*.
    """
    keys: dict[tuple[str, frozenset[str]], dict[frozenset[str], set[int]]] = defaultdict(dict)
    short = [list({w.first: w for w in sorted(ways, key=lambda w: -w.end)}.values()) for ways in left]
    for page, open_ in zip(pages, short, strict=True):
        for one in open_:
            elements = specific(page, one.told)
            if one.definite and elements and one.mention.phrase.noun.kind == "role":
                kind = keys[one.told.key, one.told.standing]
                kind.setdefault(elements, set()).add(page.number)
    meant: dict[tuple[str, frozenset[str], frozenset[str]], str] = {}
    for (key, standing), told in sorted(keys.items(), key=lambda k: (k[0][0], sorted(k[0][1]))):
        articles: dict[frozenset[str], set[int]] = defaultdict(set)
        for elements in told:
            fuller = [e for e in told if elements < e]
            full = fuller[0] if len(fuller) == 1 else elements
            articles[full] |= told[elements]
            meant[key, standing, elements] = " ".join([key, *sorted(standing), *sorted(full)])
        for elements in told:
            fuller = [e for e in told if elements < e]
            if len(articles[fuller[0] if len(fuller) == 1 else elements]) < _ARTICLES:
                del meant[key, standing, elements]
    for page, open_ in zip(pages, short, strict=True):
        yield [
            reference(page, one, name)
            for one in open_
            if one.definite
            and one.mention.phrase.noun.kind == "role"
            and (name := meant.get((one.told.key, one.told.standing, specific(page, one.told)), ""))
        ]
