"""What two articles perhaps both say: kept apart from what is established, and how a fact's line is chosen."""

from __future__ import annotations

import pytest
from made_up import Told, material, origins

import recoupe
from recoupe.compare.facts import Propositions, find_facts
from recoupe.model.dossier import Fact

FILLER = "Le temps est resté sec sur la côte. Les hôtels du port affichent complet depuis une semaine."


def facts(*texts: str, day: str | None = "2024-05-15") -> tuple[Fact, ...]:
    """The facts of a story whose outlets tell these texts."""
    outlets = ("Le Phare", "La Vigie", "Le Quai")
    told: list[Told] = [
        (outlet, day, f"{text} {FILLER if not n else ''}")
        for n, (outlet, text) in enumerate(zip(outlets, texts, strict=False))
    ]
    story = material(*told)
    return find_facts(origins(story), Propositions(story))


def of_both(found: tuple[Fact, ...]) -> Fact | None:
    """The first fact that the first two articles share."""
    return next((f for f in found if {"a", "b"} <= {p.article for p in f.passages}), None)


@pytest.mark.parametrize(
    ("first", "second", "tentative"),
    [
        (
            "Les armateurs se répartiront l'enveloppe avant l'hiver.",
            "L'enveloppe des mareyeurs se répartit entre sept criées.",
            True,
        ),
        (
            "Les dockers de Morne se répartiront l'enveloppe avant l'hiver.",
            "L'enveloppe se répartit entre les dockers de Morne.",
            False,
        ),
        (
            "L'enveloppe de 38 millions de couronnes sera répartie avant l'hiver.",
            "Les criées se répartissent une enveloppe de 38 millions de couronnes.",
            False,
        ),
        (
            "La digue sera consolidée avec des blocs de granit.",
            "La digue sera consolidée avec des blocs de granit.",
            False,
        ),
    ],
)
def test_little_in_common_is_tentative(first: str, second: str, *, tentative: bool) -> None:
    fact = of_both(facts(first, second))
    assert fact is not None
    assert fact.tentative is tentative


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Un accord de pêche entre les deux villes a pris fin l'an dernier.",
            "La nouvelle ligne de bus relie les deux villes depuis un accord avec le port.",
        ),
        (
            "Le jeune courtier de 31 ans a pris des positions interdites.",
            "Le courtier âgé de 31 ans a été licencié sans préavis.",
        ),
        (
            "Elle a dénoncé un second tour organisé à la hâte.",
            "Au soir du second tour, les rues de Morne étaient vides.",
        ),
        (
            "Le plan prévoyait une enveloppe de 40 milliards de couronnes pour les ports.",
            "Une enveloppe de 320 milliards était prévue pour les ports.",
        ),
    ],
)
def test_small_counts_ages_ordinals_and_other_sums_establish_nothing(first: str, second: str) -> None:
    fact = of_both(facts(first, second))
    assert fact is None or fact.tentative


def test_tentative_facts_stand_last_and_do_not_count() -> None:
    texts = (
        "Les armateurs se répartiront l'enveloppe avant l'hiver. Le phare de Morne a été rallumé mardi par Ada Brune.",
        "L'enveloppe des mareyeurs se répartit entre sept criées. Ada Brune a rallumé mardi le phare de Morne.",
    )
    found = facts(*texts)
    assert [f.tentative for f in found] == sorted(f.tentative for f in found)
    articles = [
        recoupe.Article(id=i, text=t, language="fr", outlet=o)
        for i, t, o in zip("ab", texts, ("Le Phare", "La Vigie"), strict=True)
    ]
    dossier = recoupe.compare(recoupe.annotate(articles))
    assert 0 < len(dossier.established) < len(dossier.facts)


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        (
            "La criée a perdu près de 5 milliards de couronnes.",
            "Un trou de 4,9 milliards de couronnes.",
            True,
        ),
        ("La criée a perdu 5 milliards de couronnes.", "Un trou de 5,4 milliards de couronnes.", False),
        (
            "Le bac doit partir à 20h08 du vieux port.",
            "Rendez-vous est pris : 20 h 08, heure de l'île.",
            True,
        ),
        (
            "Le bac doit partir à 20h08 du vieux port.",
            "Rendez-vous est pris : 21 h 34, heure de l'île.",
            False,
        ),
    ],
)
def test_telling_values_need_no_words(first: str, second: str, *, one: bool) -> None:
    fact = of_both(facts(first, second))
    assert (fact is not None and not fact.tentative) is one


def test_other_weekdays_are_other_facts_even_without_a_date() -> None:
    found = facts(
        "La ministre Ada Brune est arrivée vendredi matin à Morne.",
        "La ministre Ada Brune est arrivée samedi soir à Morne.",
        day=None,
    )
    assert of_both(found) is None


def test_the_line_stands_alone() -> None:
    found = facts(
        "Il a appris que le maire de Varèche avait démissionné et",
        "Le maire de Varèche a démissionné mardi.",
    )
    fact = of_both(found)
    assert fact is not None
    assert fact.text == "Le maire de Varèche a démissionné mardi."


def test_a_sentence_stands_for_one_fact_if_another_is_whole() -> None:
    both = "Le maire de Varèche a démissionné mardi et la préfète de Morne a suspendu le chantier du barrage."
    found = facts(
        both,
        "Mardi, le maire de Varèche a démissionné. La préfète de Morne a suspendu le chantier du barrage de l'Oune.",
    )
    lines = [f.text for f in found]
    assert len(lines) == len(set(lines))
    assert all(line[0].isupper() for line in lines)


def test_a_copied_sentence_stands_for_one_fact_if_another_is_whole() -> None:
    both = "Hugo Sandoval a quitté la mairie de Varèche et Ada Brunel a suspendu le chantier du barrage de Morne."
    found = facts(both, f"{both} La pluie tombait.", "Ada Brunel a suspendu le chantier du barrage de Morne.")
    lines = [" ".join(f.text.strip(".").split()) for f in found if not f.tentative]
    assert len(lines) > 1
    assert len(lines) == len(set(lines))
