"""Whatever stories are made of: what must hold of every dossier, of whatever articles."""

from __future__ import annotations

import json
from collections.abc import Iterator

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import recoupe
from recoupe.model.article import Article
from recoupe.model.dossier import Dossier
from recoupe.model.span import Passage
from recoupe.publish import render
from recoupe.publish.schema import published_schema

PIECES = {
    "fr": [
        "Le pont de Valmer a été fermé mardi 5 mai par la préfecture.",
        "La préfecture de Valmer a fermé le pont mardi.",
        "Mercredi 5 mai, le pont de Valmer a rouvert, selon l'AFP.",
        "Au moins 300 personnes ont défilé dans les rues de Valmer, a annoncé la mairie.",
        "Quelque 500 personnes ont défilé dans les rues de Valmer.",
        "« Nous rendrons le pont aux habitants avant la fin de l'année », a déclaré le maire Ilan Orval.",
        "« Nous rendrons le pont aux habitants », a promis Ilan Orval, cité par l'agence Altiplan.",
        "Le maire a dit qu'il rendrait le pont aux habitants avant la fin de l'année.",
        "Ilan Orval a nié avoir fermé le pont. C'est sa première visite depuis vingt-quatre ans.",
        "C'est la première visite d'Ilan Orval à Valmer depuis l'an 2002.",
        "La compagnie Hydrelle dément toute fuite, d'après Reuters.",
        "À lire aussi : Le tunnel d'Oslane inondé par 900 pompiers\n",
        "Le pont au matin. (ANNE ORVAL / AFP)\n",
        "(avec AFP)",
        "Par Mira Deslan\n",
        "«",
        "» dit-il",
        "\n\n",
        "3 % , 12 à 15 millions d'euros, 4",
        "Les réparations coûteront 12 millions d'euros et dureront 8 mois.",
        "Les réparations coûteront 21 millions d'euros.",
    ],
    "en": [
        "The bridge of Valmer was closed on Tuesday, May 5, by the prefecture.",
        "At least 300 people marched through Valmer, the town hall announced.",
        '"We will give the bridge back before the end of the year," said Mayor Ilan Orval.',
        "Ilan Orval denied having closed the bridge, according to Reuters.",
        "Some 500 people marched through Valmer.",
        "Read more: The tunnel of Oslane flooded\n",
        '"',
        "\n\n",
    ],
}
DAYS = [None, "2026-05-04", "2026-05-06", "2026-05-06T08:30:00+02:00"]
OUTLETS = [None, "Fanal", "Courrier de Valmer", "AFP", "Lantern"]


@st.composite
def stories(draw: st.DrawFn) -> list[Article]:
    """Two to four articles of pieces, mostly in one language; some of the same outlet, some undated."""
    main = draw(st.sampled_from(["fr", "fr", "en"]))
    made = []
    for number in range(draw(st.integers(2, 4))):
        language = draw(st.sampled_from([main, main, main, "fr", "en"]))
        pieces = draw(st.lists(st.sampled_from(PIECES[language]), min_size=1, max_size=10))
        text = " ".join(pieces).strip() or "mot"
        made.append(
            Article(
                id=f"a{number}",
                text=text,
                language=language,
                outlet=draw(st.sampled_from(OUTLETS)),
                published=draw(st.sampled_from(DAYS)),
                title=draw(st.sampled_from([None, "Le pont de Valmer fermé"])),
            )
        )
    return made


def passages(dossier: Dossier) -> Iterator[Passage]:
    """Every passage of a dossier."""
    for person in dossier.people:
        yield from person.mentions
    for fact in dossier.facts:
        yield from (*(p.passage for p in fact.passages), *fact.against)
    for discrepancy in dossier.discrepancies:
        yield from (p for side in discrepancy.sides for p in side.passages)
    for evolution in dossier.evolutions:
        yield from (p for step in evolution.steps for p in step.passages)
    for entry in dossier.timeline:
        yield from entry.passages
    for reuse in dossier.reuse:
        yield from (reuse.a, reuse.b)
    for term in dossier.terms:
        yield from (p for use in term.uses for p in use.passages)
    for unique in dossier.unique:
        yield from unique.passages


def check_passages(dossier: Dossier) -> None:
    texts = {a.id: a for a in dossier.articles}
    for passage in (*passages(dossier), *(p for o in dossier.origins for p in o.evidence)):
        text = texts[passage.article].text
        assert 0 <= passage.start < passage.end <= len(text), passage
        assert text[passage.start : passage.end].strip(), passage
    for passage in passages(dossier):  # evidence of an origin may be a credit, which is furniture
        for frame in texts[passage.article].furniture:
            assert passage.end <= frame.start or frame.end <= passage.start, (passage, frame)


def check_references(dossier: Dossier) -> None:
    articles = {a.id: a for a in dossier.articles}
    people = {p.id for p in dossier.people}
    origins = {o.id for o in dossier.origins}
    for named in (dossier.people, dossier.statements, dossier.facts, dossier.discrepancies, dossier.origins):
        ids = [x.id for x in named]
        assert len(set(ids)) == len(ids)
    assert all(set(o.articles) <= set(articles) for o in dossier.origins)
    for statement in dossier.statements:
        assert statement.quotations
        assert statement.speaker is None or statement.speaker in people
        assert set(statement.origins) <= origins
        for ref in (*statement.quotations, *(v.against for v in statement.variants)):
            assert 0 <= ref.index < len(articles[ref.article].quotations)
        told = {(r.article, r.index) for r in statement.quotations}
        assert {(v.article, v.index) for v in statement.variants} <= told
    for voice in dossier.voices:  # who is no one of the people stands under the name told
        told_names = {q.speaker_name for q in articles[voice.article].quotations}
        assert voice.person in people | told_names
    assert {u.article for u in dossier.unique} <= set(articles)


def check_facts(dossier: Dossier) -> None:
    articles = {a.id: a for a in dossier.articles}
    for fact in dossier.facts:
        assert set(fact.stances) == set(articles)
        # Those of its passages; one that may be the same as another counts once (docs/origins.md, Counting).
        assert fact.origins
        assert set(fact.origins) <= {p.origin for p in fact.passages}
        assert len(set(fact.origins)) == len(fact.origins)
        assert set(fact.origins) <= {o.id for o in dossier.origins}
        assert {p.article for p in fact.passages} == {a for a, s in fact.stances.items() if s == "agrees"}
        assert any(fact.text in a.text for a in dossier.articles)
        named = {articles[p.article].outlet or p.article for p in fact.passages}
        assert fact.outlets == len(named)
    for reuse in dossier.reuse:
        assert reuse.a.article != reuse.b.article
        assert 0 <= reuse.similarity <= 1


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(stories())
def test_every_dossier_keeps_the_contract(articles: list[Article]) -> None:
    dossier = recoupe.compare(recoupe.annotate(articles))
    assert not any(p.slug == "not-annotated" for p in dossier.problems)
    check_passages(dossier)
    check_references(dossier)
    check_facts(dossier)
    contract = render(dossier, "json")
    validator = jsonschema.Draft202012Validator(published_schema("dossier"))
    assert list(validator.iter_errors(json.loads(contract))) == []
    again = recoupe.compare(recoupe.annotate(articles))
    assert render(again, "json") == contract
    assert render(again, "md") == render(dossier, "md")
