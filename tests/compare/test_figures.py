"""Facts that rest on a number or a day, whatever words stand around it."""

from __future__ import annotations

import pytest
from made_up import material, origins

from recoupe.compare.facts import Propositions, find_facts
from recoupe.compare.facts.clauses import cut
from recoupe.compare.facts.lexicon import lexicon

DAY = "2025-03-14"


def shared(first: str, second: str, language: str = "fr") -> list[tuple[str, str]]:
    """The passages of the facts that two articles share."""
    story = material(("Le Fanal", DAY, first), ("La Dune", DAY, second), language=language)
    found = find_facts(origins(story), Propositions(story))
    return [
        (story.text(f.passages[0].passage), story.text(f.passages[-1].passage))
        for f in found
        if {p.article for p in f.passages} == {"a", "b"}
    ]


def segments(text: str) -> list[str]:
    """The clauses that a text is cut into."""
    story = material(("Le Fanal", DAY, text))
    return [text[g.start : g.end] for s in cut(story, ()) for g in s.segments]


@pytest.mark.parametrize(
    ("first", "second", "number"),
    [
        (
            "Ivar Lestang crée la surprise avec 19% des voix, devant la mairesse sortante.",
            "La liste d'Ivar Lestang recueille autour de 19% au premier tour, loin des sondages.",
            "19%",
        ),
        (
            "Oda Ferrel obtient 25,4% et son rival 31%.",
            "Oda Ferrel plafonne à 25% dans la capitale du comté.",
            "25",
        ),
        (
            "Le stade accueillait 91.000 spectateurs sous la pluie.",
            "Devant 91.000 personnes, le chœur a chanté l'hymne de Tavras.",
            "91.000",
        ),
    ],
)
def test_the_same_number_of_the_same_thing_is_one_fact(first: str, second: str, number: str) -> None:
    assert any(number in a and number in b for a, b in shared(first, second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Ivar Lestang recueille 19% des voix à Morne.",
            "Pour Ivar Lestang, le chômage a bondi de 12% en un an.",
        ),
        ("Ivar Lestang recueille 19% des voix.", "Oda Ferrel, elle, recueille 19% à Sarn, son fief."),
        ("Trois ponts sont fermés près de Morne.", "À Morne, trois musiciens jouaient hier soir."),
    ],
)
def test_other_numbers_and_numbers_of_others_are_none(first: str, second: str) -> None:
    assert not shared(first, second)


def test_what_is_denied_is_not_the_same_figure() -> None:
    assert not shared(
        "La banque Orlan n'a pas perdu 440 millions de couronnes.",
        "La banque Orlan a perdu 440 millions de couronnes.",
    )


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "Le marin accusé du naufrage a été jugé à Sarn.",
            ["Le marin accusé du naufrage", "a été jugé à Sarn."],
        ),
        (
            "Les pêcheurs n'ont été reçus que par le directeur du cabinet de la ministre.",
            ["Les pêcheurs n'ont été reçus que par le directeur du cabinet de la ministre."],
        ),
        ("L'explosion de l'usine a fait douze blessés.", ["L'explosion de l'usine a fait douze blessés."]),
    ],
)
def test_clauses_end_before_a_second_verb_and_not_at_a_restriction(text: str, clauses: list[str]) -> None:
    found = segments(text)
    assert found[-1] == clauses[-1]
    assert len(clauses) > 1 or found == clauses


@pytest.mark.parametrize(
    ("word", "before", "event"),
    [
        ("clairement", "a", False),
        ("licenciement", "le", True),
        ("devant", "passé", False),
        ("greffiers", "des", False),
        ("perquisitionné", "été", True),
    ],
)
def test_adverbs_and_nouns_are_no_events(word: str, before: str, *, event: bool) -> None:
    assert lexicon("fr").is_event(word, before) is event


def test_one_word_beside_names_is_no_fact() -> None:
    assert not shared(
        "Oda Ferrel a présenté le barrage neuf à Ivar Lestang.",
        "Oda Ferrel a présenté ses excuses publiques à Ivar Lestang.",
    )


def test_what_is_told_at_length_without_a_verb_is_a_fact() -> None:
    assert shared(
        "Après l'allumage spectaculaire du phare par l'ancienne rameuse Oda Ferrel.",
        "Puis, l'allumage du phare par l'ancienne rameuse Oda Ferrel.",
    )


def test_a_quoted_sentence_is_one_fact() -> None:
    words = "« Nous rendrons les terres aux éleveurs, et pour la paix du comté nous ouvrirons le port avant l'hiver »"
    found = shared(
        f"{words}, a déclaré Oda Ferrel lundi. La pluie a cessé.",
        f"Oda Ferrel l'a promis : {words}. Les hôtels du port affichent complet.",
    )
    assert len(found) == 1
    assert "rendrons les terres" in found[0][0]
    assert "ouvrirons le port" in found[0][0]
