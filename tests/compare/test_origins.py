"""*Origin, exactly*: each passage has one origin, and independent origins are counted right on made-up stories."""

from __future__ import annotations

import pytest
from made_up import material, names, origins, passage

GAZETTE, COURRIER, PHARE, VEILLEUR = (
    "La Gazette de Morvelle",
    "Le Courrier du Lac",
    "Le Phare de Sainte-Ombre",
    "Le Veilleur",
)
DAY, NEXT = "2031-05-02", "2031-05-03"
FACT = "Un glissement de terrain a emporté dans la nuit trois maisons inhabitées du hameau de Vardeuil."
OWN_A = "Notre reporter a compté trois maisons détruites au hameau de Vardeuil, où la pluie tombait encore."
OWN_B = "À Vardeuil, la montagne a cédé : trois habitations vides ont disparu, a constaté notre envoyée."
OTHER = "La mairie a ouvert une salle pour les habitants des environs."


def count(*told: tuple[str, str | None, str], words: dict[str, str]) -> list[str]:
    """Names of the independent origins of some words of each article."""
    story = material(*told)
    return names(origins(story), [passage(story, article, w) for article, w in words.items()])


# --- rule 1: copied from, or with, a text whose origin is known


def test_copy_of_a_signed_text_has_the_agency_s_origin() -> None:
    assert count(
        (GAZETTE, DAY, f"VARDEUIL (AFP) - {FACT}\n{OTHER}"),
        (COURRIER, DAY, f"{FACT}\nLe maire promet des abris."),
        words={"a": FACT, "b": FACT},
    ) == ["AFP"]


def test_the_rest_of_an_article_with_a_copy_is_its_own() -> None:
    assert count(
        (GAZETTE, DAY, f"VARDEUIL (AFP) - {FACT}\n{OTHER}"),
        (COURRIER, DAY, f"{FACT}\nLe maire promet des abris."),
        words={"b": "Le maire promet des abris"},
    ) == [COURRIER]


def test_ten_outlets_that_print_one_dispatch_are_one_origin() -> None:
    printed = [(f"Feuille {n}", DAY, f"Récit numéro {n}.\n{FACT}") for n in range(8)]
    story = material(("AFP", DAY, FACT), *printed, (VEILLEUR, DAY, OWN_A))
    found = origins(story)
    places = [passage(story, a.id, "trois maisons") for a in story.articles]
    assert names(found, places) == ["AFP", VEILLEUR]


def test_copy_of_a_copy_has_the_first_one_s_origin() -> None:
    longer = f"{FACT} La route du barrage restait coupée mercredi soir, faute d'engins assez puissants."
    assert count(
        (GAZETTE, DAY, f"(Reuters) - {FACT}"),
        (COURRIER, NEXT, longer),
        (PHARE, NEXT, f"{FACT}\n{OTHER}"),
        words={"a": "trois maisons", "b": "trois maisons", "c": "trois maisons"},
    ) == ["Reuters"]


def test_earlier_outlet_is_the_origin_of_what_two_share() -> None:
    assert count(
        (GAZETTE, NEXT, FACT), (COURRIER, DAY, f"{OTHER}\n{FACT}"), words={"a": FACT, "b": FACT}
    ) == [COURRIER]


@pytest.mark.parametrize("date", [DAY, None])
def test_two_outlets_share_one_origin_where_dates_do_not_tell(date: str | None) -> None:
    assert count(
        (GAZETTE, date, FACT), (COURRIER, date, f"{OTHER}\n{FACT}"), words={"a": FACT, "b": FACT}
    ) == [f"{GAZETTE} / {COURRIER}"]


def test_common_origin_does_not_count_beside_the_own_one_of_its_outlets() -> None:
    closing = "Personne n'a été blessé, mais quarante habitants ont dormi au gymnase, selon notre décompte."
    assert count(
        (GAZETTE, DAY, f"{FACT}\n{closing}"),
        (COURRIER, DAY, f"{OTHER}\n{FACT}"),
        words={"a": closing, "b": FACT},
    ) == [GAZETTE]


def test_two_articles_of_one_outlet_are_one_origin() -> None:
    assert count((GAZETTE, DAY, OWN_A), (GAZETTE, NEXT, OWN_B), words={"a": OWN_A, "b": OWN_B}) == [GAZETTE]


def test_outlets_that_are_not_known_are_apart() -> None:
    story = material(("", DAY, OWN_A), ("", DAY, OWN_B))
    assert len(origins(story).independent([passage(story, "a", OWN_A), passage(story, "b", OWN_B)])) == 2


def test_own_reports_in_other_words_are_independent() -> None:
    assert count((GAZETTE, DAY, OWN_A), (COURRIER, DAY, OWN_B), words={"a": OWN_A, "b": OWN_B}) == [
        GAZETTE,
        COURRIER,
    ]


# --- rule 2: a passage that credits a medium


@pytest.mark.parametrize(
    ("sentence", "medium"),
    [
        ("Trois maisons ont disparu, a rapporté KCNA.", "KCNA"),
        ("Trois maisons ont disparu, a indiqué l'agence de presse TASS.", "TASS"),
        ("Trois maisons ont disparu, selon l'AFP.", "AFP"),
        ("Trois maisons ont disparu, selon l’Agence France-Presse.", "AFP"),
        ("D'après Reuters, trois maisons ont disparu.", "Reuters"),
        ("« Trois maisons ont disparu », a-t-il dit à l'AFP.", "AFP"),
        ("« Trois maisons ont disparu », a déclaré à Reuters la préfète Odile Marchemont.", "Reuters"),
        ("Interrogée par l'AFP, la préfète a parlé de trois maisons.", "AFP"),
        ("« Trois maisons ont disparu », a affirmé la préfète, citée par Interfax.", "Interfax"),
        ("« Trois maisons ont disparu », a dit la préfète sur France Info.", "France Info"),
        ("Sur France Info, la préfète a dit que trois maisons avaient disparu.", "France Info"),
        ("La préfète a parlé de trois maisons au micro de RTL.", "RTL"),
        ("La préfète a parlé de trois maisons, dans un entretien au Monde.", "Le Monde"),
        ("Trois maisons ont disparu, révèle Le Figaro.", "Le Figaro"),
        ("Trois maisons ont disparu, selon une information du Parisien.", "Le Parisien"),
        ("Le rapport, dont Mediapart s'est procuré une copie, parle de trois maisons.", "Mediapart"),
        ("Trois maisons ont disparu, a rapporté l'agence Lisse.", "Agence Lisse"),
        ("Trois maisons ont disparu, selon le quotidien Ostre-Matin.", "Ostre-Matin"),
        ("Trois maisons ont disparu, ont rapporté les agences de presse russes.", "agences de presse russes"),
        ("Trois maisons ont disparu, selon les médias d'État russes.", "médias d'État russes"),
        ("Trois maisons ont disparu, a indiqué à l’ AFP une source locale.", "AFP"),
        ("« Trois maisons ont disparu », a affirmé M. Marchemont sur Europe 1.", "Europe 1"),
        ("La préfète, dans Le Figaro de mardi, a démenti la perte de trois maisons.", "Le Figaro"),
        (
            "La préfète a expliqué sur le site de Paris Match que trois maisons avaient disparu.",
            "Paris Match",
        ),
        ("La télévision CCTV a annoncé la perte de trois maisons.", "CCTV"),
        ("L'agence Chine nouvelle (Xinhua) avait parlé de trois maisons.", "Xinhua"),
    ],
)
def test_credited_medium(sentence: str, medium: str) -> None:
    assert count((GAZETTE, DAY, f"{OTHER}\n{sentence}\nFin."), words={"a": sentence}) == [medium]


@pytest.mark.parametrize(
    ("sentence", "medium"),
    [
        ("Three houses were swept away, Reuters reported.", "Reuters"),
        ("According to the AFP news agency, three houses were swept away.", "AFP"),
        ("Three houses are gone, the prefect told AFP.", "AFP"),
        ("“Three houses are gone,” the prefect said on CNN.", "CNN"),
        ("Three houses are gone, state news agency KCNA said.", "KCNA"),
        ("Three houses are gone, the prefect said in an interview with Le Monde.", "Le Monde"),
        ("Three houses are gone, Russian state media reported.", "Russian state media"),
        ("Three houses are gone, the Weekly Beacon reported.", "Weekly Beacon"),
    ],
)
def test_credited_medium_in_english(sentence: str, medium: str) -> None:
    story = material(
        ("Morvelle Herald", DAY, f"The mayor opened a hall.\n{sentence}\nMore rain is due."), language="en"
    )
    assert names(origins(story), [passage(story, "a", sentence)]) == [medium]


def test_person_with_the_name_of_a_medium_is_none() -> None:
    text = "Mayor Ada Bloomberg opened a hall.\n“Three houses are gone,” Bloomberg said. Ms. Bloomberg said more."
    story = material(("Morvelle Herald", DAY, text), language="en")
    assert [o.name for o in origins(story).found] == ["Morvelle Herald"]


def test_agency_that_is_only_described_is_the_one_that_the_story_names() -> None:
    named = "Trois maisons ont disparu, selon l'agence de presse nord-coréenne KCNA."
    described = "Le hameau a perdu trois maisons, a rapporté l'agence de presse officielle coréenne."
    words = {"a": "Trois maisons", "b": "trois maisons"}
    assert count((GAZETTE, DAY, named), (COURRIER, DAY, described), words=words) == ["KCNA"]
    rival = "Il pleuvra, selon l'agence sud-coréenne Yonhap."
    story = material((GAZETTE, DAY, f"{named} {rival}"), (COURRIER, DAY, described))
    assert {"KCNA", "agence de presse officielle coréenne"} <= {o.name for o in origins(story).found}


@pytest.mark.parametrize(
    ("agency", "unnamed", "counted"),
    [
        ("TASS", "les agences de presse russes", ["TASS"]),
        ("TASS", "les médias d'État russes", ["TASS"]),
        ("TASS", "les agences", ["TASS"]),
        ("TASS", "les agences de presse chinoises", ["TASS", "agences de presse chinoises"]),
        ("TASS", "les médias d'État chinois", ["TASS", "médias d'État chinois"]),
    ],
)
def test_unnamed_media_do_not_count_beside_one_that_they_may_be(
    agency: str, unnamed: str, counted: list[str]
) -> None:
    assert (
        count(
            (GAZETTE, DAY, f"Trois maisons ont disparu, selon {agency}."),
            (COURRIER, DAY, f"Le hameau a perdu trois maisons, ont rapporté {unnamed}."),
            words={"a": "Trois maisons", "b": "trois maisons"},
        )
        == counted
    )


def test_two_unnamed_media_that_may_be_one_count_once() -> None:
    assert count(
        (GAZETTE, DAY, "Trois maisons ont disparu, ont rapporté les agences de presse russes."),
        (COURRIER, DAY, "Le hameau a perdu trois maisons, ont rapporté les médias d'État russes."),
        words={"a": "Trois maisons", "b": "trois maisons"},
    ) == ["agences de presse russes"]


def test_credit_is_for_its_own_sentence() -> None:
    text = f"{OTHER}\nTrois maisons ont disparu, selon l'AFP.\nLe maire promet des abris."
    assert count((GAZETTE, DAY, text), words={"a": "Le maire promet des abris"}) == [GAZETTE]


def test_credit_is_for_the_whole_quotation_that_it_attributes() -> None:
    text = (
        f"{OTHER}\n« La montagne bouge encore. Personne ne dormira à Vardeuil cette semaine », "
        "a déclaré à l'AFP la préfète Odile Marchemont."
    )
    assert count((GAZETTE, DAY, text), words={"a": "La montagne bouge encore"}) == ["AFP"]


def test_two_outlets_that_credit_one_agency_are_one_origin() -> None:
    assert count(
        (GAZETTE, DAY, "Trois maisons ont disparu, selon l'AFP."),
        (COURRIER, DAY, "À en croire l'Agence France-Presse, le hameau a perdu trois maisons."),
        words={"a": "Trois maisons", "b": "trois maisons"},
    ) == ["AFP"]


def test_an_outlet_of_the_story_that_another_credits_is_the_same_origin() -> None:
    assert count(
        (COURRIER, DAY, OWN_A),
        (GAZETTE, DAY, f"Le hameau a perdu trois maisons, selon {COURRIER}."),
        words={"a": "trois maisons", "b": "trois maisons"},
    ) == [COURRIER]


def test_credit_goes_behind_the_signature() -> None:
    text = f"VARDEUIL (AFP) - {OTHER}\nTrois maisons ont disparu, a rapporté Interfax."
    assert count((GAZETTE, DAY, text), words={"a": "Trois maisons ont disparu"}) == ["Interfax"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Trois maisons ont disparu, selon la police.",
        "Trois maisons ont disparu, a déclaré la préfète Odile Marchemont.",
        "Trois maisons ont disparu, selon un rapport du ministère.",
        "Interrogée par La Gazette de Morvelle, la préfète a parlé de trois maisons.",  # the outlet itself
        "La chaîne supprimera trois journaux ; TF1 n'avait rien annoncé à ses salariés.",
        "Le présentateur a quitté France 2 pour une autre chaîne.",
        "Un habitant de Vardeuil lisait Le Monde devant sa maison.",
    ],
)
def test_no_credit(sentence: str) -> None:
    assert count((GAZETTE, DAY, f"{OTHER}\n{sentence}"), words={"a": sentence}) == [GAZETTE]


def test_review_of_the_press_brings_opinions_not_origins() -> None:
    text = (
        "Faut-il rebâtir Vardeuil ? La presse est divisée.\n« Non », écrit Anne Orval dans Le Figaro.\n"
        "« Oui », répond Marc Isel dans Libération.\n« Peut-être », juge Ida Lorme dans La Croix.\n"
        "« Jamais », lance Théo Brune dans L'Humanité."
    )
    story = material((GAZETTE, DAY, text))
    assert [o.name for o in origins(story).found] == [GAZETTE]


# --- rule 3: signed or credited as agency text


@pytest.mark.parametrize(
    "text",
    [
        f"VARDEUIL (AFP) - {OTHER}\n{FACT}",
        f"{OTHER}\n{FACT}\n(avec AFP)",
        f"Trois maisons\nArticle rédigé par La Gazette de Morvelle avec AFP\n\n{OTHER}\n\n{FACT}",
    ],
)
def test_signed_text(text: str) -> None:
    assert count((GAZETTE, DAY, text), words={"a": FACT}) == ["AFP"]


def test_two_signed_by_one_agency_are_one_origin_in_any_words() -> None:
    assert count(
        (GAZETTE, DAY, f"{OWN_A}\n(AFP)"),
        (COURRIER, NEXT, f"{OWN_B}\n(avec AFP)"),
        words={"a": OWN_A, "b": OWN_B},
    ) == ["AFP"]


def test_second_agency_of_a_signature_is_an_origin_of_the_article() -> None:
    story = material((GAZETTE, DAY, f"{FACT}\n(avec AFP et Reuters)"))
    assert [(o.name, o.kind, o.articles) for o in origins(story).found] == [
        ("AFP", "agency", ("a",)),
        ("Reuters", "agency", ("a",)),
    ]


def test_photo_credit_gives_no_origin() -> None:
    text = f"Trois maisons\n\nLe hameau de Vardeuil, vu du ciel. (ELIA MARN / AFP)\n\n{OTHER} {FACT}"
    assert count((GAZETTE, DAY, text), words={"a": FACT}) == [GAZETTE]


# --- rule 4, and the class


def test_origin_lists_its_articles_and_shows_its_evidence() -> None:
    story = material(
        (GAZETTE, DAY, f"VARDEUIL (AFP) - {FACT}"), (COURRIER, NEXT, f"{OTHER}\n{FACT}"), (PHARE, NEXT, OWN_B)
    )
    found = {o.name: o for o in origins(story).found}
    assert set(found) == {"AFP", COURRIER, PHARE}
    assert found["AFP"].kind == "agency"
    assert found["AFP"].articles == ("a", "b")
    assert [story.text(p) for p in found["AFP"].evidence] == ["AFP", FACT.rstrip(".")]
    assert found[PHARE].kind == "outlet"
    assert found[PHARE].evidence == ()


def test_every_passage_has_an_origin() -> None:
    story = material(
        (GAZETTE, DAY, f"VARDEUIL (AFP) - {FACT}\n\n\n{OTHER}"), (COURRIER, None, f"{FACT} {OWN_B}")
    )
    found = origins(story)
    ids = {o.id for o in found.found}
    for article in story.articles:
        for start in range(0, len(article.text), 7):
            for length in (1, 25, len(article.text)):
                end = min(len(article.text), start + length)
                assert found.of(passage(story, article.id, article.text[start:end])) in ids


def test_ids_and_order_are_stable() -> None:
    told = (
        (GAZETTE, DAY, f"(AFP) {FACT}"),
        (COURRIER, DAY, f"{FACT}\nSelon Reuters, il pleut."),
        (PHARE, DAY, OWN_B),
    )
    assert origins(material(*told)).found == origins(material(*told)).found
