"""Discrepancies on made-up stories: what differs, what only seems to, and what changed between two days."""

from __future__ import annotations

import pytest
from made_up import Told, material, origins

from recoupe.compare.discrepancies import find_discrepancies
from recoupe.compare.discrepancies.arithmetic import _last_digit
from recoupe.compare.discrepancies.spelling import one_name
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
        (
            "wording",
            "Le royaume a annulé le sommet sur les eaux de l'Oune avec le Kazarin.",
            "Le royaume a reporté le sommet sur les eaux de l'Oune avec le Kazarin.",
        ),
        (
            "wording",
            "Le rapport veut un médiateur de la pêche dans chaque département.",
            "Le rapport veut un médiateur de la pêche dans chaque région.",
        ),
        (  # the order of two events
            "date",
            "Le domicile du comptable Rouvel a été perquisitionné jeudi 16 mai.",
            "Après perquisition de son domicile, le comptable Rouvel a été placé en garde à vue mercredi 15 mai.",
        ),
        (  # one stretch of time
            "date",
            "Le notaire Rouvel a vidé les comptes de la coopérative entre mi-février et début avril.",
            "Les comptes de la coopérative ont été vidés par le notaire Rouvel entre le 15 février et la mi-avril.",
        ),
        (  # two ends of one week
            "date",
            "Les dockers ont été reçus par le directeur de cabinet du préfet au début de la semaine.",
            "Les dockers ont été reçus en fin de semaine par le directeur de cabinet du préfet, à Varèche.",
        ),
        (  # morning and evening
            "date",
            "Le phare de Morne s'est effondré mardi matin sur la jetée.",
            "Le phare de Morne s'est effondré mardi soir sur la jetée.",
        ),
        (  # certain and possible
            "modality",
            "La garde à vue du comptable Rouvel sera prolongée de 24 heures jeudi matin.",
            "La garde à vue du comptable Rouvel peut être prolongée de 24 heures jeudi matin.",
        ),
        (  # one and several
            "number",
            "Un inspecteur est venu de nuit auditionner la juge de Varèche.",
            "Les syndicats dénoncent l'audition en pleine nuit des juges de Varèche.",
        ),
        (
            "place",
            "La reine Odile a inauguré samedi à Varèche le musée de la pêche au hareng.",
            "La reine Odile a inauguré samedi à Morne le musée de la pêche au hareng.",
        ),
        (  # an accusation taken up by a noun
            "wording",
            "Les deux royaumes ont refusé les livraisons d'armes lourdes.",
            "On les accuse de livraisons d'armes lourdes, accusations que les deux royaumes ont démenties.",
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
        (  # other people's homes
            "Le domicile d'Alban Rouvel a été perquisitionné lundi 13 mai.",
            "Le domicile du frère d'Alban Rouvel a été perquisitionné mardi 14 mai.",
        ),
        (  # the suspicion bears upon something else
            "Le préfet a publié vendredi les courriels du comptable Rouvel.",
            "Apparemment furieux des courriels du comptable Rouvel publiés vendredi, le roi se tait.",
        ),
        (  # what is left out of a plan is not denied
            "Le royaume a légalisé la pêche de nuit au hareng.",
            "La reine veut un débat sur la pêche de nuit au hareng, sans légaliser la pêche de nuit.",
        ),
        (  # a part of the number
            "Les 204 bateaux de la flotte ont défilé devant le port de Varèche.",
            "Aucun des 123 bateaux qui avaient défilé devant le port de Varèche n'était pavoisé.",
        ),
        (  # a town and what lies near it
            "La reine Odile a inauguré samedi à Varèche le musée de la pêche au hareng.",
            "La reine Odile a inauguré samedi près de Morne le musée de la pêche au hareng.",
        ),
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


def test_the_wrong_value_of_one_article_is_no_step() -> None:
    toll = "L'explosion de l'usine de Morne a fait {} blessés, selon la mairie."
    found, evolutions = differ(
        ("Le Phare", "2024-05-15", toll.format("douze")),
        ("La Vigie", "2024-05-17", toll.format("trente")),
        ("La Bouée", "2024-05-17", toll.format("trente")),
        ("Le Fanal", "2024-05-17", toll.format("cinquante")),
    )
    assert [[s.value for s in e.steps] for e in evolutions] == [["douze blessés", "trente blessés"]]
    assert [{s.value for s in d.sides} for d in found if d.kind == "number"] == [
        {"trente blessés", "cinquante blessés"}
    ]


def test_an_article_that_tells_both_values_tells_that_they_changed() -> None:
    found, _ = differ(
        ("Le Phare", DAY, "La coopérative de Morne a annoncé une perte de 600 millions de couronnes."),
        (
            "La Vigie",
            DAY,
            (
                "La coopérative de Morne avait annoncé une perte de 600 millions de couronnes. "
                "Elle a annoncé une perte de 750 millions de couronnes."
            ),
        ),
    )
    assert [d for d in found if d.kind == "number"] == []


def test_weekdays_of_an_article_without_a_date_are_no_dates() -> None:
    found, _ = differ(
        ("Le Phare", None, "Les pêcheurs ont manifesté lundi devant la préfecture de Varèche."),
        ("La Vigie", DAY, "Les pêcheurs ont manifesté mardi 14 mai devant la préfecture de Varèche."),
    )
    assert [d for d in found if d.kind == "date"] == []


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (
            (
                "La reine Odile a signé jeudi à Varèche un traité de pêche avec le Kazarin.\n\n"
                "La signature d'un traité de pêche entre la reine Odile et le Kazarin est attendue à Varèche."
            ),
            "donne la chose pour faite",
        ),
        (
            (
                "Le notaire a détourné la caisse des pêcheurs\n\n"
                "Selon nos informations, le notaire aurait détourné la caisse des pêcheurs."
            ),
            "Le titre",
        ),
    ],
)
def test_an_article_against_itself(text: str, note: str) -> None:
    found, _ = differ(("Le Phare", DAY, text))
    assert [d.kind for d in found] == ["self"]
    assert note in found[0].note


def test_an_auxiliary_before_a_clause_leaves_it_open() -> None:
    text = (
        "Le notaire aurait écrit une lettre à la direction du port. "
        "Rouvel aurait donc écrit une lettre à la direction du port."
    )
    assert kinds(("Le Phare", DAY, text)) == []


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


@pytest.mark.parametrize(
    ("first", "second", "value"),
    [
        (  # other words in marks, in one place
            "La reine demande « un droit de pêche au hareng strictement encadré », a dit Alban Rouvel aux marins.",
            "La reine demande « un droit de pêche au hareng entièrement gratuit », a dit Alban Rouvel aux marins.",
            "encadré",
        ),
        (  # a fragment of a sentence, without its restriction
            "Il craint « une pêche de nuit dont tout le monde souffrirait, surtout les anguilles ».",
            "« Je refuse une pêche de nuit dont les anguilles souffriraient », a dit Alban Rouvel.",
            "surtout",
        ),
    ],
)
def test_renderings_of_one_sentence(first: str, second: str, value: str) -> None:
    found, _ = differ(*pair(first, second))
    assert [d.kind for d in found] == ["wording"]
    assert any(value in s.value for s in found[0].sides)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (  # a whole sentence is left out
            "« Nos bateaux partiront demain du port de Morne. Nos marins sont prêts », a déclaré Alban Rouvel.",
            "« Nos bateaux partiront demain du port de Morne », a déclaré Alban Rouvel.",
        ),
        (  # dots say that something is missing
            "« Nos bateaux partiront demain, peut-être, du vieux port de Morne », a déclaré Alban Rouvel.",
            "« Nos bateaux partiront demain... du vieux port de Morne », a déclaré Alban Rouvel.",
        ),
        (  # tense
            "« Nos bateaux partiront demain du vieux port de Morne », a déclaré Alban Rouvel.",
            "« Nos bateaux partiraient demain du vieux port de Morne », a déclaré Alban Rouvel.",
        ),
    ],
)
def test_renderings_that_say_the_same(first: str, second: str) -> None:
    assert kinds(*pair(first, second)) == []


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        (
            "date",
            "Fishermen blocked the herring harbour of Morne on Monday, May 13.",
            "Fishermen blocked the herring harbour of Morne on Tuesday, May 14.",
        ),
        (
            "modality",
            "Accountant Alban Rouvel stole two million crowns from the Morne cooperative.",
            "Accountant Alban Rouvel is accused of stealing two million crowns from the Morne cooperative.",
        ),
        (
            "place",
            "Queen Odile opened the herring museum in Varesh on Saturday.",
            "Queen Odile opened the herring museum in Morne on Saturday.",
        ),
    ],
)
def test_english(kind: str, first: str, second: str) -> None:
    found, _ = differ(*pair(first, second), language="en")
    assert kind in [d.kind for d in found], [(d.kind, d.note) for d in found]


def test_inflected_names_are_one() -> None:
    assert one_name("Democrats", "Democratic", []) is None


def test_a_name_in_another_phrase_shows_its_spelling() -> None:
    found, _ = differ(
        *pair(
            "Le député Jean Lénardi a défendu son texte sur la pêche.",
            "Les pêcheurs attendent la réforme de la loi Lenardi.",
        )
    )
    assert [(d.kind, sorted(s.value for s in d.sides)) for d in found] == [
        ("name", ["Jean Lénardi", "Lenardi"])
    ]


def test_many_outlets_are_counted() -> None:
    text = "Alban Rouvelle a quitté la mairie de Morne."
    found, _ = differ(
        *((f"Journal {n}", DAY, text) for n in range(5)), ("Le Phare", DAY, "Alban Rouvele est parti.")
    )
    assert "Journal 0, Journal 1, Journal 2 et 2 autres" in next(d.note for d in found if d.kind == "name")


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
    assert one_name(a, b, []) == words


@pytest.mark.parametrize(("value", "step"), [(347, 1), (340, 10), (60_000_000, 10_000_000)])
def test_last_digit(value: float, step: float) -> None:
    assert _last_digit(value) == step
