"""What outlets call one referent, in their own voice or in a speaker's; without a judgement.

Two sources: tables of contested terms (`terms.tables`), and the story itself, where passages that assert one fact put
different words in the same place (`terms.slots`). Singular and plural, a title with and without a name, and synonyms
that everybody uses at will are no terms.
"""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.compare.facts import Propositions
from recoupe.compare.terms.slots import from_facts
from recoupe.compare.terms.tables import from_tables
from recoupe.model.dossier import Person, Term

__all__ = ["find_terms"]

MOST = 20
"""Referents shown."""


def find_terms(propositions: Propositions, people: Sequence[Person] = ()) -> tuple[Term, ...]:
    """Referents with more than one wording: those of the tables first, each by how many articles name it.

    Args:
        propositions: what the articles of a story say.
        people: who and what they name; without, names are known by their spelling.
    """
    kept: list[Term] = []
    seen: set[tuple[str, int, int]] = set()
    for found in (list(from_tables(propositions, people)), list(from_facts(propositions))):
        for term in sorted(found, key=lambda t: (-_articles(t), -len(t.uses), t.referent)):
            places = {(p.article, p.start, p.end) for u in term.uses for p in u.passages}
            if len(places & seen) * 2 <= len(places):
                seen |= places
                kept.append(term)
    return tuple(kept[:MOST])


def _articles(term: Term) -> int:
    return len({p.article for u in term.uses for p in u.passages})
