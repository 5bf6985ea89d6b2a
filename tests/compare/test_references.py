"""Descriptions that stand for somebody: whom they mean over a made-up story, and that their words no longer count."""

from __future__ import annotations

import pytest
from made_up import material as told_by

from recoupe.compare.descriptions import Descriptions
from recoupe.compare.facts.clauses import Segment, cut
from recoupe.compare.material import Material
from recoupe.compare.people import merge_people
from recoupe.model.dossier import Person


def story(*texts: str, language: str = "fr") -> tuple[Material, tuple[Person, ...]]:
    """A made-up story of one article a text, with its people."""
    told = [(f"Le Fanal {n}", "2031-04-02", text) for n, text in enumerate(texts)]
    articles, people = merge_people(told_by(*told, language=language).articles)
    return Material(articles), people


def meant(*texts: str, language: str = "fr") -> list[tuple[str, str]]:
    """Each description that stands for somebody and for whom; what is told beside a name is left out."""
    material, people = story(*texts, language=language)
    names = {p.id: p.name for p in people}
    told = Descriptions(material, people)
    return [
        (a.text[r.start : r.end], names.get(r.bearer, r.bearer))
        for a in material.articles
        for r in told.references[a.id]
        if not r.beside
    ]


def segments(*texts: str, language: str = "fr") -> list[list[Segment]]:
    """The segments of each article, its people known."""
    material, people = story(*texts, language=language)
    found: list[list[Segment]] = [[] for _ in texts]
    for sentence in cut(material, people, Descriptions(material, people).references):
        found[sentence.article] += sentence.segments
    return found


@pytest.mark.parametrize(
    ("first", "second", "phrase", "name"),
    [
        (  # an office whose holder another article tells
            "Ada Brunel, la maire d'Orle, a ouvert la halle.",
            "La maire d'Orle a fermé le marché jeudi.",
            "La maire d'Orle",
            "Ada Brunel",
        ),
        (  # a country's: the one person of the story who is told to have it
            "Le président norvégien Odd Rasken a reçu Ada Brunel à Oslo.",
            "L'avion du président norvégien a atterri mardi.",
            "du président norvégien",
            "Odd Rasken",
        ),
        (  # another noun of the same office
            "Le président norvégien Odd Rasken a reçu Ada Brunel à Oslo.",
            "Le chef de l'État norvégien a salué un accord.",
            "Le chef de l'État norvégien",
            "Odd Rasken",
        ),
        (  # what follows the office is no part of it
            "Ada Brunel, la maire d'Orle, a ouvert la halle.",
            "La maire d'Orle à l'ouverture de la halle a salué les élus.",
            "La maire d'Orle",
            "Ada Brunel",
        ),
        (  # a noun alone, of the one whom the article names with it
            "Le ministre Hugo Sandoval est venu mardi. Le ministre a visité la halle.",
            "La halle rouvre en mai.",
            "Le ministre",
            "Hugo Sandoval",
        ),
        (  # a former office
            "L'ancien ministre Hugo Sandoval est venu mardi. L'ancien ministre a visité la halle.",
            "La halle rouvre en mai.",
            "L'ancien ministre",
            "Hugo Sandoval",
        ),
        (  # a body called again by its noun
            "Le groupe Maravel a perdu un million. Le groupe ferme deux usines.",
            "La halle rouvre en mai.",
            "Le groupe",
            "Maravel",
        ),
    ],
)
def test_a_description_means_the_one_who_can_be_meant(
    first: str, second: str, phrase: str, name: str
) -> None:
    assert (phrase, name) in meant(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (  # two have the office
            "Ada Brunel, la députée écologiste, a voté contre. Hélène Orsat, la députée écologiste, a voté pour.",
            "La députée écologiste a quitté la salle.",
        ),
        (  # a former holder is not the holder
            "Ada Brunel, l'ancienne maire d'Orle, a ouvert la halle.",
            "La maire d'Orle a fermé le marché jeudi.",
        ),
        (  # of another country
            "Le président norvégien Odd Rasken a reçu Ada Brunel à Oslo.",
            "Le président finlandais a atterri mardi.",
        ),
        (  # gender
            "Le ministre Hugo Sandoval est venu mardi. La ministre a visité la halle.",
            "La halle rouvre en mai.",
        ),
        (  # the office, whoever holds it
            "Le maire d'Orle, Hugo Sandoval, est venu. L'élection du maire d'Orle aura lieu en mai.",
            "Le poste de maire d'Orle est vacant.",
        ),
        (  # a predicate
            "Le maire d'Orle, Hugo Sandoval, est venu. Il est le maire d'Orle depuis mai.",
            "La halle rouvre en mai.",
        ),
        (  # another body of the same noun
            "Le président Hugo Sandoval est venu. Le président du club d'Orle a démissionné.",
            "La halle rouvre en mai.",
        ),
        (  # one of several who can have such an office, where the article does not name any
            "Le député socialiste Hugo Sandoval est venu mardi.",
            "Le député socialiste a quitté la salle.",
        ),
        (  # news
            "Ada Brunel, la maire d'Orle, a ouvert la halle.",
            "La nouvelle maire d'Orle a prêté serment.",
        ),
        ("Les maires d'Orle et de Lode sont venus.", "Un maire est venu mardi."),
    ],
)
def test_where_it_can_be_nobody_or_two_it_stands_for_nobody(first: str, second: str) -> None:
    assert meant(first, second) == []


def test_the_outlets_own_country_may_go_unsaid() -> None:
    told = meant(
        "Le président Odd Rasken a reçu le président finlandais Aki Salmela. Le président est parti mardi.",
        "Le président norvégien a signé la loi. Le président norvégien part jeudi.",
    )
    assert ("Le président", "Odd Rasken") in told
    assert told.count(("Le président norvégien", "Odd Rasken")) == 2


def test_a_wife_is_told_by_the_office_of_her_husband() -> None:
    told = meant(
        "Le maire d'Orle, Hugo Sandoval, et son épouse, Ada Brunel, ont ouvert la halle.",
        "L'épouse du maire d'Orle a parlé mardi. Elle est partie jeudi.",
    )
    assert told == [("L'épouse du maire d'Orle", "Ada Brunel")]


def test_an_office_of_nobody_named_is_one_where_two_articles_tell_it() -> None:
    told = meant(
        "La maire de Lode a fermé le marché.",
        "La maire de Lode, absente mardi, a écrit aux élus.",
        "Le préfet de Lode a répondu.",
    )
    assert [phrase for phrase, _ in told] == ["La maire de Lode", "La maire de Lode"]
    assert len({bearer for _, bearer in told}) == 1


@pytest.mark.parametrize(
    ("first", "second", "phrase"),
    [
        (
            "The mayor of Orle, Ada Brunel, opened the hall on Tuesday.",
            "The mayor of Orle closed the market.",
            "The mayor of Orle",
        ),
        (
            "Norwegian President Ada Brunel opened the hall on Tuesday.",
            "The Norwegian president closed the market.",
            "The Norwegian president",
        ),
        (
            "Senator Ada Brunel opened the hall on Tuesday. The senator left at noon.",
            "The hall opens in May.",
            "The senator",
        ),
    ],
)
def test_english(first: str, second: str, phrase: str) -> None:
    assert (phrase, "Ada Brunel") in meant(first, second, language="en")


def test_a_description_is_a_name_and_its_words_are_none() -> None:
    first, second = segments(
        "Ada Brunel, la maire d'Orle, a ouvert la halle.", "La maire d'Orle a fermé le marché jeudi."
    )
    bearer = next(c for s in first for c in s.concepts if c.startswith("@p"))
    assert all(not c.startswith(("maire", "=mayor")) for s in (*first, *second) for c in s.concepts)
    assert any(bearer in s.concepts and bearer in s.described for s in second)
    start, end, _ = next(m for s in second for m in s.marks if m[2] == bearer)
    assert (start, end) == (0, len("La maire d'Orle"))


def test_a_name_of_two_small_words_is_one_name_however_written() -> None:
    first, second = segments(
        "Le baru-tenzo a reçu Ada Brunel. Le baru-tenzo part mardi. La halle reste fermée.",
        "Ada Brunel attend le baru tenzo. Le baru tenzo arrive mardi. La halle reste fermée.",
    )
    for told in (first, second):
        assert sum("@baru tenzo" in s.concepts for s in told) == len(first) - 1
        assert all(not {"baru", "tenzo", "baru-tenzo"} & s.concepts for s in told)


def test_words_of_a_line_in_capitals_are_no_names() -> None:
    (told,) = segments(
        "LES HALLES ZORBIQUES ROUVRENT\n\nLa maire a ouvert une halle mardi matin à dix heures."
    )
    assert all("@zorbiques" not in s.concepts for s in told)
