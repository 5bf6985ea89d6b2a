"""The verb *compare*: annotated articles of one story in, a dossier out.

    people → reuse → origins → statements → facts → discrepancies, evolutions → timeline, terms, unique, voices

Independence (reuse, origins) is computed before anything is counted.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from recoupe.compare.coverage import count_voices, find_unique
from recoupe.compare.discrepancies import find_discrepancies
from recoupe.compare.facts import Propositions, find_facts
from recoupe.compare.material import Material
from recoupe.compare.origins import find_origins
from recoupe.compare.people import merge_people
from recoupe.compare.reuse import find_reuse
from recoupe.compare.statements import find_statements
from recoupe.compare.terms import find_terms
from recoupe.compare.timeline import build_timeline
from recoupe.language import available
from recoupe.model.article import Article
from recoupe.model.dossier import Dossier
from recoupe.model.options import Options
from recoupe.model.problem import Problem

__all__ = ["compare"]


def compare(articles: Iterable[Article], options: Options | None = None) -> Dossier:
    """Compare the annotated articles of one story.

    Args:
        articles: annotated articles; those that could not be read are left out and their problems kept.
        options: what the user chose.
    """
    options = options or Options()
    everything = list(articles)
    readable = [a for a in everything if a.readable and a.language in available()]
    merged, people = merge_people(readable)
    material = Material(merged)
    reuse = find_reuse(material)
    origins = find_origins(material, reuse)
    statements = find_statements(material, origins)
    propositions = Propositions(material, people)
    facts = find_facts(material, origins, propositions)
    discrepancies, evolutions = find_discrepancies(material, facts, statements)
    return Dossier(
        title=merged[0].title or "" if merged else "",
        language=merged[0].language if merged else "",
        options=msgspec.to_builtins(options),
        articles=material.articles,
        problems=_problems(everything),
        people=people,
        statements=statements,
        facts=facts,
        discrepancies=discrepancies,
        evolutions=evolutions,
        timeline=build_timeline(material, facts),
        reuse=reuse,
        origins=origins.found,
        terms=find_terms(material, facts),
        unique=find_unique(material, facts, reuse),
        voices=count_voices(material),
    )


def _problems(articles: Iterable[Article]) -> tuple[Problem, ...]:
    """Problems of all articles, each with its source."""
    return tuple(
        msgspec.structs.replace(p, source=p.source or a.source or a.id) for a in articles for p in a.problems
    )
