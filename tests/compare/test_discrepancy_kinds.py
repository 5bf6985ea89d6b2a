"""Lengths, editions, crowds, clock times, hearsay and what is held back, on made-up stories."""

from __future__ import annotations

import pytest
from made_up import Told, material, origins

from recoupe.compare.discrepancies import find_discrepancies
from recoupe.compare.facts import Propositions
from recoupe.compare.statements import find_statements
from recoupe.model.dossier import Discrepancy

DAY, NEXT = "2025-03-14", "2025-03-15"


def differ(*told: Told, language: str = "fr") -> tuple[Discrepancy, ...]:
    """Discrepancies of a made-up story."""
    story = material(*told, language=language)
    statements = find_statements(story, origins(story), ())
    return find_discrepancies(Propositions(story), statements, language)[0]


def values(
    kind: str, first: str, second: str, language: str = "fr", days: tuple[str, str] = (DAY, DAY)
) -> set[str]:
    """The values that the discrepancies of a kind set against each other."""
    told = ("Le Fanal", days[0], first), ("La Dune", days[1], second)
    found = differ(*told, language=language)
    return {side.value for d in found if d.kind == kind for side in d.sides}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (  # a length before and behind its noun
            "Les trois heures de régate au large de Morvance ont épuisé les rameurs.",
            "À Morvance, une régate de près de cinq heures a épuisé les rameurs.",
            {"Les trois heures", "de près de cinq heures"},
        ),
        (  # Roman and Arabic ordinals
            "Le maire a ouvert le XXVIe festival de la Dune à Morvance.",
            "Des barques ont défilé pour le 29e festival de la Dune, à Morvance.",
            {"XXVIe festival", "29e festival"},
        ),
        (  # people in general, and the same people by what they do
            "Le spectacle de Morvance emploie 15.000 acteurs. Les tribunes étaient pleines.",
            "On a vu 14.000 figurants sur la jetée, malgré la pluie.",
            {"15.000 acteurs", "14.000 figurants"},
        ),
        (  # orders of size
            "La régate a été vue par quatre milliards de téléspectateurs.",
            "Plusieurs centaines de millions de téléspectateurs étaient attendus devant la régate.",
            {"quatre milliards de téléspectateurs", "centaines de millions de téléspectateurs"},
        ),
        (  # percent and points, where something falls
            "La banque de Morvance a abaissé son principal taux directeur de 0,75% mardi.",
            "La banque de Morvance a abaissé son principal taux directeur de 0,75 point mardi.",
            {"0,75%", "0,75 point"},
        ),
    ],
)
def test_numbers_of_one_thing_differ(first: str, second: str, expected: set[str]) -> None:
    assert values("number", first, second) == expected


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (  # rounding
            "Une régate de cinq heures a épuisé les rameurs de Morvance.",
            "Une régate de près de cinq heures a épuisé les rameurs de Morvance.",
        ),
        (  # an hour can be fifty minutes
            "Une régate d'une heure a épuisé les rameurs de Morvance.",
            "Une régate de 50 minutes a épuisé les rameurs de Morvance.",
        ),
        (  # this one and the next
            "Le XXVIe festival de la Dune finit à Morvance, en attendant le XXVIIe festival de la Dune.",
            "Le 27e festival de la Dune sera à Morvance.",
        ),
        (  # another crowd
            "Le spectacle de Morvance emploie 15.000 acteurs.",
            "La préfecture de Morvance a envoyé 14.000 policiers.",
        ),
        (  # counted each day anew
            "Le journal du soir a réuni 8,3 millions de téléspectateurs.",
            "Partout sur la côte, 9,1 millions de téléspectateurs ont vibré pour les rameurs.",
        ),
        (  # a level may be told in either unit
            "Le déficit de Morvance dépasse la limite de 3% fixée par le traité.",
            "Le déficit de Morvance dépasse la limite de 3 points fixée par le traité.",
        ),
    ],
)
def test_numbers_of_two_things_do_not(first: str, second: str) -> None:
    assert not values("number", first, second)


def test_clock_times_differ_by_one_clock_only() -> None:
    first = "Le stade de Morvance a ouvert la régate des rois à 20h00 locales."
    assert values("date", first, "La régate des rois a ouvert vendredi à 20h08 heure locale à Morvance.")
    assert not values("date", first, "La régate des rois a ouvert vendredi à 14h08 GMT à Morvance.")
    assert not values("date", first, "La régate des rois a ouvert vendredi à 20 heures locales à Morvance.")
    assert not values(
        "date", first, "La régate des rois a ouvert vendredi peu avant 20h30 locales à Morvance."
    )


def test_the_day_of_what_was_done_for_a_purpose_counts() -> None:
    found = values(
        "date",
        "Jeudi 13 mars, des gendarmes se sont rendus à Port-Aubin, dans le Varécois, pour perquisitionner au domicile"
        " du notaire Rouvel.",
        "La garde à vue du notaire Rouvel a été prolongée vendredi 14 mars après une perquisition à son domicile de"
        " Port-Aubin, dans le Varécois, mercredi 12 mars.",
        days=(NEXT, NEXT),
    )
    assert {v.casefold() for v in found} >= {"jeudi 13 mars", "mercredi 12 mars"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (  # one predicate by two auxiliaries
            "L'enquête sur l'escroquerie dont a été victime la Caisse de Morvance avance.",
            "Le notaire est entendu pour l'escroquerie dont aurait été victime la Caisse de Morvance.",
        ),
        (  # what is not confirmed
            "Les gendarmes ont mené une perquisition à Port-Aubin, au domicile du notaire Rouvel.",
            (
                "Des gendarmes sont allés à Port-Aubin, au domicile du notaire Rouvel. Le parquet n'a"
                " donné aucune confirmation de cette perquisition."
            ),
        ),
        (  # what is not announced
            "Pour ses amis, Odile Marchand hésite encore. En vérité, elle est candidate.",
            "Odile Marchand a visité le port, mais s'est gardée d'annoncer sa candidature.",
        ),
        (  # a part in something
            "Ces ventes auraient pu accentuer la chute des cours du hareng à Morvance.",
            "Le directeur a démenti la responsabilité de sa maison dans la chute des cours du hareng.",
        ),
    ],
)
def test_affirmed_here_open_there(first: str, second: str) -> None:
    assert values("modality", first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (  # a hypothesis
            "La digue de Morvance a été emportée par la marée du siècle.",
            "Si le vent tournait, la digue de Morvance serait emportée par la marée du siècle.",
        ),
        (  # another's candidacy
            "Alban Rouvel a pris la parole. Il est candidat.",
            "Odile Marchand a visité le port, mais s'est gardée d'annoncer sa candidature.",
        ),
        (  # another home
            "Les gendarmes ont mené une perquisition à Morvance, chez le frère du notaire Rouvel.",
            (
                "Des gendarmes sont allés à Port-Aubin, au domicile du notaire Rouvel. Le parquet n'a"
                " donné aucune confirmation de cette perquisition."
            ),
        ),
    ],
)
def test_two_things_do_not(first: str, second: str) -> None:
    assert not values("modality", first, second)


def test_two_months_of_one_deed() -> None:
    first = "Le maire de Morvance a inauguré le phare des Forges en juin."
    assert values("date", first, first.replace("juin", "juillet")) == {"juin 2024", "juillet 2024"}
    assert not values("date", first, "La fête du phare des Forges aura lieu à Morvance en juillet.")


def test_an_hour_without_a_day_tells_no_day() -> None:
    first = "Le cortège, parti en fin de matinée de la place des Forges, a rejoint le port de Morvance."
    second = (
        "Mardi, le cortège, parti en fin de matinée de la place des Forges, a rejoint le port de Morvance."
    )
    assert not values("date", first, first, days=(DAY, NEXT))
    assert not values("date", first, second, days=(DAY, NEXT))


def test_what_was_announced_the_next_day_is_no_discrepancy() -> None:
    later = "Pour ses amis, Odile Marchand hésitait. Elle est candidate."
    held = "Odile Marchand a visité le port, mais s'est gardée d'annoncer sa candidature."
    assert not values("modality", later, held, days=(NEXT, DAY))
    assert values("modality", later, held, days=(DAY, DAY))


def test_english_lengths_and_crowds() -> None:
    assert values(
        "number",
        "The regatta off Morvance lasted three hours and tired the rowers.",
        "The regatta off Morvance lasted nearly five hours and tired the rowers.",
        "en",
    )
