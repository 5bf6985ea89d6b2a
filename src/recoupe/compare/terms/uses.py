"""Uses of a term: where it stands, in whose voice, and how uses of one referent are shown together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.model.article import Article
from recoupe.model.dossier import Term, TermUse
from recoupe.model.span import Passage

SHOWN = 200
"""Passages kept of one term in one voice."""


@dataclass(frozen=True, slots=True)
class Use:
    """A term at a place: what it is counted under, as it is shown, whose voice, and what it is told of.

    Attributes:
        plain: whether the term is one that nobody contests (*gouvernement* beside *régime*).
        names: keys of the names in its noun phrase (*la guerre en Ukraine*, *le dirigeant nord-coréen*).
    """

    term: str
    written: str
    speaker: bool
    passage: Passage
    plain: bool = False
    names: frozenset[str] = frozenset()


def speaks(article: Article, passage: Passage) -> bool:
    """Whether a passage stands in someone's words."""
    return any(
        s.start <= passage.start and passage.end <= s.end for q in article.quotations for s in q.content
    )


def contested(uses: Sequence[Use]) -> bool:
    """Whether uses show two terms in two articles, of which one at least says more than the plain word."""
    terms = {u.term for u in uses}
    several = len(terms) > 1 and len({u.passage.article for u in uses}) > 1
    return several and any(not u.plain for u in uses) and not _all_in_all(uses)


def _all_in_all(uses: Sequence[Use]) -> bool:
    """Whether every article uses every term in one voice: no choice that sets one apart."""
    by_article: dict[str, set[tuple[str, bool]]] = defaultdict(set)
    for u in uses:
        by_article[u.passage.article].add((u.term, u.speaker))
    return len({frozenset(found) for found in by_article.values()}) == 1


def shown(referent: str, uses: Sequence[Use]) -> Term:
    """The uses of one referent, by term and voice; a term is shown in its commonest written form."""
    written: dict[str, Counter[str]] = defaultdict(Counter)
    by_term: dict[tuple[str, bool], list[Passage]] = defaultdict(list)
    for use in uses:
        written[use.term][use.written] += 1
        by_term[use.term, use.speaker].append(use.passage)
    forms = {term: min(found, key=lambda f: (-found[f], f)) for term, found in written.items()}
    rows = [
        TermUse(
            term=forms[term],
            voice="speaker" if speaker else "outlet",
            passages=tuple(sorted(set(places))[:SHOWN]),
        )
        for (term, speaker), places in by_term.items()
    ]
    rows.sort(key=lambda u: (-len(u.passages), u.term, u.voice))
    return Term(referent=referent or rows[0].term, uses=tuple(rows))
