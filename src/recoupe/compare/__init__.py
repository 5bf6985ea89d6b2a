"""The verb *compare*: annotated articles of one story in, a dossier out.

    intake → people → reuse, translations → origins → statements → discrepancies, evolutions → facts
        → timeline, terms, unique, voices

Independence (reuse, origins) is computed before anything is counted.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from recoupe.compare.coverage import count_voices, find_unique
from recoupe.compare.descriptions import Descriptions
from recoupe.compare.discrepancies import find_discrepancies
from recoupe.compare.embeddings import load_model
from recoupe.compare.facts import Propositions, find_facts
from recoupe.compare.facts.languages import several_languages
from recoupe.compare.headline import main_language, pick_title
from recoupe.compare.intake import admit, by_names
from recoupe.compare.material import Material
from recoupe.compare.origins import find_origins
from recoupe.compare.people import merge_people
from recoupe.compare.reuse import find_reuse
from recoupe.compare.statements import find_statements
from recoupe.compare.terms import find_terms
from recoupe.compare.timeline import build_timeline
from recoupe.compare.translations import find_translations
from recoupe.model.article import Article
from recoupe.model.dossier import Dossier
from recoupe.model.options import Options

__all__ = ["compare"]


def compare(articles: Iterable[Article], options: Options | None = None) -> Dossier:
    """Compare the annotated articles of one story.

    Args:
        articles: annotated articles; those that could not be read are left out and their problems kept.
        options: what the user chose.

    Raises:
        MissingExtra: if `options.embeddings` is given, the articles are in several languages, and
            sentence-transformers is not installed.
        OptionError: if that model cannot be loaded.
    """
    options = options or Options()
    intake = admit(articles)
    chosen: dict[str, object] = msgspec.to_builtins(options)
    if not intake.articles:
        return Dossier(options=chosen, problems=intake.problems)
    merged, people = merge_people(intake.articles)
    material = Material(merged)
    reuse = (*find_reuse(material), *find_translations(material, people))
    origins = find_origins(material, reuse)
    mixed = several_languages(material.articles)
    model = load_model(options.embeddings) if mixed and options.embeddings else None
    statements = find_statements(material, origins, people, model, reuse)
    descriptions = Descriptions(material, people)
    propositions = Propositions(material, people, model, descriptions.references)
    discrepancies, evolutions = find_discrepancies(
        propositions, statements, main_language(material), descriptions.conflicts()
    )
    facts = find_facts(origins, propositions, discrepancies, descriptions.shared)
    moments = build_timeline(material, propositions)
    return Dossier(
        title=pick_title(material),
        language=main_language(material),
        options=chosen,
        articles=material.articles,
        problems=(*intake.problems, *([by_names(material.articles)] if mixed and model is None else ())),
        people=people,
        statements=statements,
        facts=facts,
        discrepancies=discrepancies,
        evolutions=evolutions,
        timeline=moments,
        reuse=reuse,
        origins=origins.found,
        terms=find_terms(propositions, people),
        unique=find_unique(propositions, facts, reuse, statements, moments),
        voices=count_voices(material, people),
    )
