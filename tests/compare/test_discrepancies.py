"""Discrepancies on made-up stories: what differs, what only seems to, and what changed between two days."""

from __future__ import annotations

import pytest
from made_up import Told, material, origins

from recoupe.compare.discrepancies import find_discrepancies
from recoupe.compare.discrepancies.arithmetic import _last_digit
from recoupe.compare.discrepancies.names import _one_name
from recoupe.compare.facts import Propositions
from recoupe.compare.statements import find_statements
from recoupe.model.dossier import Discrepancy, Evolution

DAY = "2024-05-15"


def differ(*told: Told, language: str = "fr") -> tuple[tuple[Discrepancy, ...], tuple[Evolution, ...]]:
    """Discrepancies and evolutions of a made-up story."""
    story = material(*told, language=language)
    statements = find_statements(story, origins(story), ())
    return find_discrepancies(Propositions(story), statements, language)


def kinds(*told: Told, language: str = "fr") -> list[str]:
    """Kinds of its discrepancies."""
    return [d.kind for d in differ(*told, language=language)[0]]


def pair(first: str, second: str, days: tuple[str, str] = (DAY, DAY)) -> tuple[Told, Told]:
    """Two articles of two outlets."""
    return ("Le Phare", days[0], first), ("La Vigie", days[1], second)


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        (
            "number",
            "L'explosion de l'usine de Morne a fait douze blessés, selon la mairie.",
            "L'explosion de l'usine de Morne a fait trente blessés, selon les secours.",
        ),
        (
            "date",
            "Les pêcheurs ont manifesté lundi 13 mai devant la préfecture de Varèche.",
            "Les pêcheurs ont manifesté mardi 14 mai devant la préfecture de Varèche.",
        ),
        (
            "modality",
            "Le comptable Alban Rouvel a détourné deux millions de couronnes de la coopérative de Varèche.",
            "Le comptable Alban Rouvel aurait détourné deux millions de couronnes de la coopérative de Varèche.",
        ),
        (
            "name",
            "Alban Rouvelle a quitté la mairie. Alban Rouvelle ira en mer.",
            "Alban Rouvele a dit adieu au port.",
        ),
        (
            "wording",
            "Le royaume a refusé les livraisons d'armes lourdes au Kazarin voisin.",
            "Le royaume a démenti les livraisons d'armes lourdes au Kazarin voisin.",
        ),
    ],
)
def test_what_differs_is_told_with_both_passages(kind: str, first: str, second: str) -> None:
    found, _ = differ(*pair(first, second))
    shown = [d for d in found if d.kind == kind]
    assert shown, [(d.kind, d.note) for d in found]
    sides = shown[0].sides
    assert {p.article for s in sides for p in s.passages} == {"a", "b"}
    assert shown[0].note.endswith(".")
    assert shown[0].about


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (  # about and at least leave room
            "L'explosion de l'usine de Morne a fait une douzaine de blessés.",
            "L'explosion de l'usine de Morne a fait au moins onze blessés.",
        ),
        (  # other things are counted
            "L'explosion de l'usine de Morne a fait douze blessés.",
            "L'explosion de l'usine de Morne a soufflé trente maisons.",
        ),
        (  # one day in two forms
            "Les pêcheurs ont manifesté mardi devant la préfecture de Varèche.",
            "Les pêcheurs ont manifesté le 14 mai devant la préfecture de Varèche.",
        ),
        (  # another event of another day
            "Les pêcheurs ont manifesté lundi 13 mai devant la préfecture de Varèche.",
            "Le préfet a reçu mardi 14 mai une délégation de viticulteurs.",
        ),
        (  # a question affirms nothing
            "Pourquoi la mairie n'a-t-elle pas fermé l'usine de Morne ?",
            "La mairie a fermé l'usine de Morne.",
        ),
        (  # a plan is no allegation
            "La mairie devrait fermer l'usine de Morne en juin.",
            "La mairie envisage de fermer l'usine de Morne en juin.",
        ),
        ("Emile Barroux est parti.", "Émile Barroux est parti."),  # accents of capitals
    ],
)
def test_what_only_seems_to_differ_is_not_shown(first: str, second: str) -> None:
    assert kinds(*pair(first, second)) == []


def test_a_toll_that_grew_is_an_evolution() -> None:
    found, evolutions = differ(
        *pair(
            "L'explosion de l'usine de Morne a fait douze blessés, selon la mairie.",
            "L'explosion de l'usine de Morne a fait trente blessés, selon la mairie.",
            ("2024-05-15", "2024-05-17"),
        )
    )
    assert [d for d in found if d.kind == "number"] == []
    assert [[s.when for s in e.steps] for e in evolutions] == [["2024-05-15", "2024-05-17"]]


def test_a_preview_and_the_report_are_an_evolution() -> None:
    _, evolutions = differ(
        *pair(
            "La reine Odile signera jeudi à Varèche le traité de pêche avec le Kazarin.",
            "La reine Odile a signé jeudi à Varèche le traité de pêche avec le Kazarin.",
            ("2024-05-15", "2024-05-17"),
        )
    )
    assert len(evolutions) == 1


def test_a_wrong_weekday_is_a_calendar_discrepancy() -> None:
    found, _ = differ(("Le Phare", DAY, "Le conseil s'est réuni mercredi 14 mai 2024 à Varèche."))
    assert [(d.kind, [s.value for s in d.sides]) for d in found] == [
        ("calendar", ["mercredi 14 mai 2024", "mardi"])
    ]


def test_a_sum_that_does_not_come_out() -> None:
    found, _ = differ(
        (
            "Le Phare",
            DAY,
            "Le port a reçu 340 bateaux cette année, contre 290 bateaux l'an dernier, soit 60 de plus.",
        )
    )
    assert [d.kind for d in found] == ["arithmetic"]
    found, _ = differ(
        (
            "Le Phare",
            DAY,
            "Le port a reçu 340 bateaux cette année, contre 290 bateaux l'an dernier, soit 50 de plus.",
        )
    )
    assert found == ()


def test_a_reserve_that_was_cut_from_a_quotation() -> None:
    found, _ = differ(
        *pair(
            "« Cette loi est un progrès pour les marins, mais elle vient beaucoup trop tard », a déclaré Alban Rouvel.",
            "« Cette loi est un progrès pour les marins », a déclaré Alban Rouvel.",
        )
    )
    assert [d.kind for d in found] == ["wording"]


def test_notes_speak_the_language_of_the_dossier() -> None:
    found, _ = differ(
        ("The Beacon", DAY, "The blast at the Morne plant injured twelve people, the mayor said."),
        ("The Buoy", DAY, "The blast at the Morne plant injured thirty people, rescuers said."),
        language="en",
    )
    assert [(d.kind, d.note.startswith("Two figures")) for d in found] == [("number", True)]


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        ("Alban Rouvelle", "Alban Rouvele", ("Rouvelle", "Rouvele")),
        ("Rouvelle", "Alban Rouvele", ("Rouvelle", "Rouvele")),
        ("Alban Rouvelle", "Albane Rouvelle", None),
        ("Marcel Rouvelle", "Marc Rouvelle", None),
        ("Émile Barroux", "Emile Barroux", None),
        ("Pont-sur-Oune", "Pont sur Oune", None),
    ],
)
def test_spellings_of_one_name(a: str, b: str, words: tuple[str, str] | None) -> None:
    assert _one_name(a, b) == words


@pytest.mark.parametrize(("value", "step"), [(347, 1), (340, 10), (60_000_000, 10_000_000)])
def test_last_digit(value: float, step: float) -> None:
    assert _last_digit(value) == step
