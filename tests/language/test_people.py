"""What words say of people: noun phrases, apposition, spellings."""

import pytest

from recoupe.language import load
from recoupe.language.people.given import gender_of
from recoupe.language.people.nouns import nouns, stem
from recoupe.language.people.spelling import abbreviates_body, initials_match, misspells, name_key, sounds
from recoupe.text.tokens import Tokens


def phrase(text, language="fr"):
    tokens = Tokens(text, load(language).tokens)
    reader = nouns(language)
    found = next(p for i in range(len(tokens)) if (p := reader.phrase(tokens, i, len(tokens), {})))
    return found, " ".join(tokens.forms[found.start : found.end])


@pytest.mark.parametrize(
    ("text", "extent", "group", "countries"),
    [
        ("le président islandais a dit", "le président islandais", "state", {"IS"}),
        ("le président du club a dit", "le président du club", "chair", set()),
        (
            "la ministre de la Pêche et des Ports dit",
            "la ministre de la Pêche et des Ports",
            "minister",
            set(),
        ),
        ("l'ambassadeur de Norvège à Oslo, venu", "l' ambassadeur de Norvège à Oslo", "ambassador", {"NO"}),
        ("le chef de l'Etat en déplacement à Oslo", "le chef de l' Etat", "state", set()),
        ("l'agence de presse officielle écrit", "l' agence de presse officielle", "again", set()),
    ],
)
def test_french_phrases(text, extent, group, countries):
    found, words = phrase(text)
    assert words == extent
    assert found.noun.group == group
    assert found.countries == countries


def test_gender_and_number_of_a_phrase():
    assert phrase("la ministre")[0].gender == "f"
    assert phrase("le directeur")[0].gender == "m"
    assert phrase("les députés")[0].noun.plural
    assert phrase("the spokeswoman", "en")[0].gender == "f"


def test_stems_meet():
    assert stem("étrangères") == stem("étranger")
    assert stem("russe") == stem("russes")


def test_keys_of_spellings():
    assert name_key("L’Île-d’Orv") == "l ile d orv"
    assert sounds("Pouchkine") == sounds("Pushkin")
    assert sounds("Orval") != sounds("Deslan")


def test_typing_errors_need_long_words_and_spare_given_names():
    assert misspells("vladirmir", "vladimir")
    assert not misspells("orval", "orvel")
    assert not misspells("martin", "martine")


def test_acronyms():
    assert initials_match("UPN", ["Union", "des", "pêcheurs", "de", "Norvège"])
    assert not initials_match("UPN", ["Union", "des", "agriculteurs", "de", "Norvège"])


def test_short_forms_of_bodies():
    assert abbreviates_body(("banque", "de", "brume"), ("grande", "banque", "de", "brume"))
    assert abbreviates_body(("union", "generale"), ("union", "generale", "des", "ports"))
    assert not abbreviates_body(("parti", "orv"), ("parti", "orv", "radical"))


def test_given_names_tell_gender():
    assert (gender_of("Vera"), gender_of("Paul"), gender_of("Camille"), gender_of("Xyzo")) == (
        "f",
        "m",
        "e",
        "",
    )


def test_a_complement_is_not_the_body_that_it_belongs_to():
    assert not abbreviates_body(
        ("nations", "unies"), ("conseil", "de", "securite", "des", "nations", "unies")
    )
    assert not abbreviates_body(("parti", "vert"), ("parti", "bleu", "et", "parti", "vert"))
