"""Passages translated from one language into another, and reports of the same event that are no translations."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence

import msgspec
import pytest
from made_up import names, passage
from translated import BUDGET, EVENTS, FERRY, VACCINE, Event

from recoupe.annotate import annotate, annotate_article
from recoupe.compare import compare
from recoupe.compare.material import Material
from recoupe.compare.origins import Origins, find_origins
from recoupe.compare.people import merge_people
from recoupe.compare.reuse import find_reuse
from recoupe.compare.translations import find_translations
from recoupe.model.article import Article
from recoupe.model.dossier import Reuse

IDS = ("ferry", "budget", "vaccine")


def story(*told: tuple[str, str, str, str]) -> tuple[Material, tuple[Reuse, ...], Origins]:
    """Outlet, language, date and text of each article; ids from `a` on."""
    articles = [
        annotate_article(Article(id="abcdef"[n], outlet=outlet, language=code, published=date, text=text))
        for n, (outlet, code, date, text) in enumerate(told)
    ]
    merged, people = merge_people(articles)
    material = Material(merged)
    translated = find_translations(material, people)
    return material, translated, find_origins(material, (*find_reuse(material), *translated))


def share(material: Material, found: Sequence[Reuse], article: str) -> float:
    """Share of an article's text that its translated passages cover."""
    covered = sum(len(p.span) for r in found for p in (r.a, r.b) if p.article == article)
    return covered / len(material.by_id[article].text)


@pytest.mark.parametrize("event", EVENTS, ids=IDS)
def test_a_translation_is_found(event: Event) -> None:
    material, found, _ = story(
        ("Le Fanal", "fr", "2031-05-05", event.french), ("Coast Post", "en", "2031-05-06", event.translation)
    )
    assert share(material, found, "a") > 0.7
    assert share(material, found, "b") > 0.7
    assert {r.earlier for r in found} == {"a"}


@pytest.mark.parametrize("event", EVENTS, ids=IDS)
def test_a_report_of_the_same_event_is_no_translation(event: Event) -> None:
    _, found, _ = story(
        ("Le Fanal", "fr", "2031-05-05", event.french), ("Coast Post", "en", "2031-05-06", event.independent)
    )
    assert found == ()


def test_either_language_may_be_the_first() -> None:
    _, found, _ = story(
        ("Coast Post", "en", "2031-05-04", BUDGET.translation),
        ("Le Fanal", "fr", "2031-05-05", BUDGET.french),
    )
    assert {(r.a.article, r.b.article, r.earlier) for r in found} == {("a", "b", "a")}


def test_translated_passages_end_with_sentences_and_are_aligned() -> None:
    material, found, _ = story(
        ("Le Fanal", "fr", "2031-05-05", VACCINE.french),
        ("Coast Post", "en", "2031-05-05", VACCINE.translation),
    )
    assert any("147 personnes" in material.text(r.a) and "147 people" in material.text(r.b) for r in found)
    assert all(material.text(r.a)[0].isupper() or material.text(r.a)[0] == "«" for r in found)


def test_nothing_is_looked_for_in_one_language() -> None:
    _, found, _ = story(
        ("Le Fanal", "fr", "2031-05-05", FERRY.french), ("La Vigie", "fr", "2031-05-05", FERRY.french)
    )
    assert found == ()


def test_a_translation_has_the_origin_of_its_original() -> None:
    signed = f"{FERRY.french}\n\n(AFP)"
    material, _, origins = story(
        ("Le Fanal", "fr", "2031-05-05", signed),
        ("Coast Post", "en", "2031-05-06", FERRY.translation),
        ("Bay Herald", "en", "2031-05-06", FERRY.independent),
    )
    said = [
        passage(material, "a", "Dix-neuf personnes étaient toujours portées disparues"),
        passage(material, "b", "Nineteen people were still missing"),
        passage(material, "c", "Officials put the number of missing at 19"),
    ]
    assert names(origins, said) == ["AFP", "Bay Herald"]


def test_a_chain_through_two_languages_is_one_origin() -> None:
    copied = VACCINE.translation.split("\n\n")
    material, _, origins = story(
        ("Le Fanal", "fr", "2031-05-04", VACCINE.french),
        ("Coast Post", "en", "2031-05-05", VACCINE.translation),
        ("Bay Herald", "en", "2031-05-06", "\n\n".join(["Fever campaign", *copied[2:5]])),
    )
    said = [
        passage(material, "a", "La maladie a tué 147 personnes depuis janvier"),
        passage(material, "b", "The disease has killed 147 people since January"),
        passage(material, "c", "The disease has killed 147 people since January"),
    ]
    assert names(origins, said) == ["Le Fanal"]


def test_quotations_of_a_translated_passage_are_one_statement() -> None:
    told = [
        Article(id="a", outlet="Le Fanal", language="fr", published="2031-05-05", text=FERRY.french),
        Article(id="b", outlet="Coast Post", language="en", published="2031-05-06", text=FERRY.translation),
        Article(id="c", outlet="Bay Herald", language="en", published="2031-05-06", text=FERRY.independent),
    ]
    dossier = compare(list(annotate(told)))
    texts = {a.id: a for a in dossier.articles}
    carried = [
        {
            (q.article, texts[q.article].quotations[q.index].content[0].of(texts[q.article].text)[:12])
            for q in s.quotations
        }
        for s in dossier.statements
        if len({q.article for q in s.quotations}) > 1
    ]
    assert {("a", "Nous avons s"), ("b", "We felt a sh")} in carried
    assert all("c" not in {article for article, _ in members} for members in carried)


def test_many_articles_take_time_in_proportion() -> None:
    annotated = [
        annotate_article(Article(id="", language=code, published="2031-05-05", text=text))
        for event in EVENTS
        for code, text in (("fr", event.french), ("en", event.independent))
    ]

    def seconds(size: int) -> float:
        told = [msgspec.structs.replace(annotated[n % 6], id=f"{n}") for n in range(size)]
        merged, people = merge_people(told)
        material = Material(merged)
        find_translations(material, people)
        best = math.inf
        for _ in range(3):
            start = time.process_time()
            find_translations(material, people)
            best = min(best, time.process_time() - start)
        return best

    # Of a concept 40 sentences are remembered, which 160 articles of three events fill: from there on time is to grow
    # with the articles. Four times as many took 5 to 6 times as long; all pairs would take 16.
    assert seconds(640) < 10 * seconds(160)
