"""Counts of one noun in clauses that share little else."""

from __future__ import annotations

import pytest
from made_up import material, origins

from recoupe.compare.discrepancies import find_discrepancies
from recoupe.compare.facts import Propositions
from recoupe.compare.statements import find_statements

DAY, NEXT = "2025-03-14", "2025-03-15"


def numbers(first: str, second: str, days: tuple[str, str] = (DAY, DAY)) -> list[list[str]]:
    """The values of each discrepancy of number between two articles."""
    story = material(("Le Fanal", days[0], first), ("La Dune", days[1], second))
    statements = find_statements(story, origins(story), ())
    found, _ = find_discrepancies(Propositions(story), statements, "fr")
    return [[side.value for side in d.sides] for d in found if d.kind == "number"]


def test_nearly_the_same_count_of_one_noun_differs() -> None:
    found = numbers(
        "Les 204 délégations présentes à Morvance ont rejoint la tribune sous la pluie.",
        "Un défilé interminable, où l'on a compté 205 délégations en tout.",
    )
    assert found == [["204 délégations", "205 délégations"]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Quelque 10.600 athlètes dorment au village.", "On attend 10.624 athlètes au stade de Morvance."),
        ("Les 204 délégations ont défilé.", "Un bus a conduit 12 délégations au port de Morvance."),
        ("Le port compte 300 bateaux.", "La course réunit 900 bateaux au large de Morvance."),
        (
            "Les 204 délégations ont défilé, après les 205 délégations de la dernière fois.",
            "À Morvance, on a vu passer 205 délégations.",
        ),
    ],
)
def test_rounding_and_other_things_do_not(first: str, second: str) -> None:
    assert not numbers(first, second)


def test_a_count_that_grew_until_the_next_day_does_not() -> None:
    assert not numbers(
        "Les secours ont recensé 130 sinistrés dans la vallée.",
        "Une école abrite désormais 141 sinistrés.",
        (DAY, NEXT),
    )


def test_counts_far_apart_need_the_same_words_around_them() -> None:
    first = "Le phare de Morne a reçu 35 000 lettres depuis l'annonce de sa fermeture."
    far = "Depuis qu'on sait sa fermeture, 50 000 lettres ont été reçues au phare de Morne."
    other = "La poste de Varèche a trié 50 000 lettres pour les fêtes, un record."
    assert len(numbers(first, far)) == 1
    assert not numbers(first, other)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (  # one counter, two numbers
            "La marche a réuni 14.000 personnes selon la préfecture, 35.000 d'après les organisateurs.",
            "Les syndicats, eux, en revendiquent 40 000, la préfecture 14.000.",
            {frozenset({"35.000", "40 000"}), frozenset({"14.000 personnes", "35.000"})},
        ),
        (  # two counters in one article
            "La marche a réuni 800 personnes selon la police, 2.000 selon les organisateurs.",
            "La marche a eu lieu sous la pluie.",
            {frozenset({"800 personnes", "2.000"})},
        ),
        (  # nobody counts
            "Les syndicats ont réuni 35.000 adhérents en dix ans.",
            "Les organisateurs ont vendu 90.000 billets pour le concert.",
            set(),
        ),
        (  # one kind of event under many nouns
            "La police a interpellé quatre personnes mardi soir à Morne.",
            "Six interpellés, des vitrines brisées : la soirée de mardi a mal tourné à Morne.",
            {frozenset({"quatre personnes", "Six interpellés"})},
        ),
        (
            "La police a interpellé quatre personnes mardi soir à Morne.",
            "Quatre arrestations ont eu lieu mardi soir à Morne.",
            set(),
        ),
        (
            "La police a interpellé au moins quatre personnes mardi soir à Morne.",
            "Six arrestations ont eu lieu mardi soir à Morne.",
            set(),
        ),
        (  # percentages of one name
            "Ada Brunel (31,8 %) devance Hugo Sandoval (22,1 %).",
            "Au premier tour, Ada Brunel (31,2 %) arrive devant Hugo Sandoval (22,1 %).",
            {frozenset({"31,8 %", "31,2 %"})},
        ),
        (
            "Ada Brunel (31,8 %) devance Hugo Sandoval.",
            "Ada Brunel, avec 32 % des voix, arrive en tête.",
            set(),
        ),
    ],
)
def test_heads_tolls_and_shares(first: str, second: str, expected: set[frozenset[str]]) -> None:
    told = {frozenset(values) for values in numbers(first, second)}
    assert told == expected


def test_sums_far_apart_are_of_two_things() -> None:
    assert not numbers(
        "La route coûtera neuf millions de couronnes à la vallée, selon le maire.",
        "Le gazoduc coûtera 350 millions de couronnes à la vallée, selon le maire.",
    )
