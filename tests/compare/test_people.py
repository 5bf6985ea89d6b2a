"""People of a story: one under several names is one, two of one surname are two; speakers by the story's name."""

import msgspec
import pytest

from recoupe.annotate import annotate_article
from recoupe.compare.people import merge_people
from recoupe.compare.people.clusters import same_word
from recoupe.compare.people.mentions import read_article, stands_for
from recoupe.model.article import Article
from recoupe.model.findings import Name


def story(*texts, languages=()):
    articles = [
        annotate_article(Article(id=f"a{n}", text=text, language=languages[n] if languages else "fr"))
        for n, text in enumerate(texts)
    ]
    return merge_people(articles)


def people(*texts, kind="person", **options):
    return {p.name: set(p.aliases) for p in story(*texts, **options)[1] if p.type == kind}


def test_spellings_transliterations_and_typing_errors_are_one():
    found = people(
        "Iouri Orvakov est arrivé. Iouri Orvakov a parlé.",
        "Yuri Orvakov est reparti.",
        "Puis Iouri Orvvakov a dormi.",
    )
    assert found == {"Iouri Orvakov": {"Yuri Orvakov", "Iouri Orvvakov"}}


def test_hyphens_and_case_are_one():
    assert people("Kim Orv-un est venu.", "Kim Orv Un est parti. Kim Orv Un a souri.") == {
        "Kim Orv Un": {"Kim Orv-un"}
    }


def test_two_people_of_one_family_are_two():
    assert set(people("Kim Orv-un est venu.", "Kim Orv-il est parti.")) == {"Kim Orv-un", "Kim Orv-il"}
    assert set(people("Paul Deslan est venu.", "Vera Deslan est partie.")) == {"Paul Deslan", "Vera Deslan"}


def test_a_bare_surname_goes_to_the_only_one_or_stays():
    found = people("Paul Deslan est venu.", "M. Deslan a parlé.")
    assert found == {"Paul Deslan": {"Deslan"}}
    found = people(
        "Paul Deslan est venu.", "Vera Deslan est venue.", "Puis Deslan a parlé, et Deslan est reparti."
    )
    assert set(found) == {"Paul Deslan", "Vera Deslan", "Deslan"}
    found = people("Paul Deslan est venu.", "Vera Deslan est venue.", "Puis M. Deslan a parlé.")
    assert found == {"Paul Deslan": {"Deslan"}, "Vera Deslan": set()}


def test_a_title_keeps_husband_and_wife_apart():
    found = people("Paul Deslan est venu. Paul Deslan a parlé.", "Mme Deslan est malade, dit-on.")
    assert set(found) == {"Paul Deslan", "Deslan"}


def test_bodies_meet_by_acronym_alias_and_slip():
    found = people(
        "L'agence KCNA a écrit. Selon KCNA, il pleut. Le Fonds monétaire international (FMI) a réagi.",
        "L'agence KNCA a écrit. Le FMI a réagi.",
        kind="organization",
    )
    assert "KNCA" in found["KCNA"]
    assert "KNCA" not in found
    assert len([name for name in found if name in ("FMI", "Fonds monétaire international")]) == 1


def test_places_meet_across_languages():
    found = people(
        "La Norvège et les États-Unis ont signé à Copenhague.",
        "Norway and the United States signed in Copenhagen.",
        kind="place",
        languages=("fr", "en"),
    )
    assert found == {"Norvège": {"Norway"}, "États-Unis": {"United States"}, "Copenhague": {"Copenhagen"}}


def test_part_of_a_country_is_not_the_country():
    found = people("L'Écosse vote.", "Le Royaume-Uni vote.", kind="place")
    assert set(found) == {"Écosse", "Royaume-Uni"}


def test_functions_are_shown_once_and_in_full():
    _, found = story(
        "Le président islandais Paul Orval est venu.",
        "Le président islandais Paul Orval est reparti. Le président Orval dormait.",
    )
    assert next(p for p in found if p.name == "Paul Orval").roles == ("président islandais",)


def test_the_field_of_a_minister_is_no_body():
    _, found = story("Le ministre islandais de la Pêche, Paul Orval, est venu.")
    assert "Pêche" not in {p.name for p in found}


def test_mentions_are_the_places_of_the_name():
    texts = ("Paul Orval est venu.", "M. Orval est reparti, dit Paul Orval.")
    articles, found = story(*texts)
    person = next(p for p in found if p.name == "Paul Orval")
    by_id = {a.id: a.text for a in articles}
    assert [by_id[m.article][m.start : m.end] for m in person.mentions] == [
        "Paul Orval",
        "Orval",
        "Paul Orval",
    ]


def test_a_function_is_resolved_by_another_article():
    merged, _ = story(
        "Le président islandais Paul Orval est arrivé hier.",
        "« La mer monte », a déclaré le président islandais mardi.",
    )
    assert [q.speaker_name for q in merged[1].quotations] == ["Paul Orval"]


def test_an_indefinite_function_stays_what_it_is():
    merged, _ = story(
        "Paul Orval, député islandais, est arrivé hier.",
        "« La mer monte », a déclaré un député islandais mardi.",
    )
    assert [q.speaker_name for q in merged[1].quotations] == ["député islandais"]


def test_a_speaker_takes_the_name_of_the_story():
    merged, _ = story(
        "Iouri Orvakov est arrivé. Iouri Orvakov a dormi.", "« La mer monte », a déclaré Yuri Orvakov mardi."
    )
    assert [q.speaker_name for q in merged[1].quotations] == ["Iouri Orvakov"]


def test_the_same_story_gives_the_same_people():
    texts = ("Paul Orval et Vera Deslan sont à Oslo.", "Vera Deslan est en Islande avec l'ONU.")
    assert story(*texts) == story(*texts)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("pouchkine", "pushkin", True),
        ("sergueï", "sergei", True),
        ("zelensky", "zelenskyy", True),
        ("martin", "martine", False),
        ("un", "il", False),
        ("orval", "orvel", False),
    ],
)
def test_words_of_names(a, b, same):
    assert same_word(a, b) is same


def test_articles_that_name_nobody():
    few = [Article(id=str(n), text="", language="fr") for n in range(3)]
    assert merge_people(few) == (tuple(few), ())


def test_an_acronym_in_brackets_names_a_body_whose_name_was_cut():
    text = "La Caisse nationale des marins d'Orle et des îles (CNMO) a payé. La CNMO paiera encore."
    cut = Name(3, 19, "organization", "Caisse nationale")
    acronym = Name(text.rindex("CNMO"), text.rindex("CNMO") + 4, "organization", "CNMO")
    article = annotate_article(Article(id="a", text=text, language="fr"))
    article = msgspec.structs.replace(article, names=(cut, acronym))
    assert read_article(article)[0].acronyms == {"CNMO"}
    _, found = merge_people([article])
    assert [(p.name, p.aliases) for p in found if p.type == "organization"] == [
        ("Caisse nationale", ("CNMO",))
    ]
    assert not stands_for("CNMO", ["Caisse", "des", "marins"])


def test_a_line_in_capitals_shows_only_names_that_the_story_knows():
    articles, found = story(
        "PAUL DESLAN CHARGÉ D'UNE MISSION DANS LES HALLES\n"
        "Paul Deslan ira à Orle mardi, a dit la maire, qui attend la réouverture depuis deux ans.",
        "Paul Deslan est venu mardi. La halle reste fermée jusqu'au printemps, a dit la maire.",
    )
    assert {p.name for p in found if p.type == "person"} == {"Paul Deslan"}
    heading = articles[0].text.index("\n")
    assert {n.name.lower() for n in articles[0].names if n.start < heading} <= {"paul deslan"}
