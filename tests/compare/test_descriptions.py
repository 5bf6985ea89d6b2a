"""What made-up articles say of people and bodies in passing: what is one description, what is not, what conflicts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import Told, origins
from made_up import material as told_by

from recoupe.compare import compare
from recoupe.compare.descriptions import Descriptions
from recoupe.compare.facts import Propositions, find_facts
from recoupe.compare.material import Material
from recoupe.compare.people import merge_people
from recoupe.model.dossier import Fact, Person

INTRO = "Ada Brunel et Hugo Sandoval ont été entendus mardi par la commission. "
ENGLISH = "Ada Brunel and Hugo Sandoval were heard by the panel on Tuesday. "


def story(*told: Told, language: str = "fr") -> tuple[Material, tuple[Person, ...]]:
    """A made-up story with its people."""
    articles, people = merge_people(told_by(*told, language=language).articles)
    return Material(articles), people


def read(first: str, second: str, language: str = "fr") -> tuple[Material, Descriptions]:
    """The descriptions of two articles that each name the same two people first."""
    intro = INTRO if language == "fr" else ENGLISH
    found, people = story(
        ("Le Fanal", "2031-04-02", intro + first),
        ("L'Écho d'Orle", "2031-04-02", intro + second),
        language=language,
    )
    return found, Descriptions(found, people)


def shared(first: str, second: str, language: str = "fr") -> list[tuple[str, str]]:
    """Passages of the first and the second article that say the same of somebody."""
    found, descriptions = read(first, second, language)
    texts = [a.text for a in found.articles]
    return [
        (left.span.of(texts[0]), right.span.of(texts[1]))
        for group in descriptions.shared
        for left in group.members
        for right in group.members
        if (left.article, right.article) == (0, 1)
    ]


@pytest.mark.parametrize(
    ("first", "second", "passages"),
    [
        (  # an age after a name, an age with a verb
            "Ada Brunel, 33 ans, a tout nié.",
            "Ada Brunel est âgée de 33 ans.",
            ("Ada Brunel, 33 ans", "Ada Brunel est âgée de 33 ans"),
        ),
        (  # an age told of the only one who has it
            "Ada Brunel, 52 ans, vit à Orle.",
            "Ada Brunel se tait. L'enseignante de 52 ans attend son procès.",
            ("Ada Brunel, 52 ans", "L'enseignante de 52 ans"),
        ),
        (  # an age told by a pronoun that can mean nobody else
            "Tout est calme. Ada Brunel attend. Elle est âgée de 52 ans.",
            "Ada Brunel, 52 ans, vit à Orle.",
            ("Elle est âgée de 52 ans", "Ada Brunel, 52 ans"),
        ),
        (  # an office before the name and after it, a new one and a present one
            "La présidente de la Ligue des jardiniers d'Orle, Ada Brunel, a protesté.",
            "Ada Brunel, la nouvelle présidente de la Ligue des jardiniers d'Orle, a protesté.",
            (
                "La présidente de la Ligue des jardiniers d'Orle, Ada Brunel",
                "Ada Brunel, la nouvelle présidente de la Ligue des jardiniers d'Orle",
            ),
        ),
        (  # a body by its acronym and by its long name
            "Hugo Sandoval, secrétaire général de l'Union syndicale des jardiniers (USJ), approuve.",
            "M. Sandoval, secrétaire général de l'USJ, approuve.",
            (
                "Hugo Sandoval, secrétaire général de l'Union syndicale des jardiniers (USJ)",
                "M. Sandoval, secrétaire général de l'USJ",
            ),
        ),
        (  # a profession, also behind an office
            "Hugo Sandoval, maire de Varèche et médecin, approuve.",
            "Hugo Sandoval, médecin de formation, approuve.",
            ("Hugo Sandoval, maire de Varèche et médecin", "Hugo Sandoval, médecin de formation"),
        ),
        (  # a relation told by a possessive, and by the name
            "Hugo Sandoval, médecin traitant d'Ada Brunel, a parlé.",
            "Ada Brunel souffre. Son médecin, le Dr Hugo Sandoval, a parlé.",
            ("Hugo Sandoval, médecin traitant d'Ada Brunel", "Son médecin, le Dr Hugo Sandoval"),
        ),
        (  # a country told or not
            "La ministre belgravienne de la Pêche, Ada Brunel, a protesté.",
            "Ada Brunel, ministre de la Pêche, a protesté.",
            ("La ministre belgravienne de la Pêche, Ada Brunel", "Ada Brunel, ministre de la Pêche"),
        ),
        (  # a label in brackets
            "L'Union syndicale des jardiniers (USJ, majoritaire) appelle à la grève.",
            "L'Union syndicale des jardiniers (majoritaire) appelle à la grève.",
            (
                "Union syndicale des jardiniers (USJ, majoritaire)",
                "Union syndicale des jardiniers (majoritaire)",
            ),
        ),
        (  # a party as an adjective and in brackets
            "Le député socialiste Hugo Sandoval approuve.",
            "Hugo Sandoval (PS) approuve.",
            ("Le député socialiste Hugo Sandoval", "Hugo Sandoval (PS)"),
        ),
    ],
)
def test_said_alike(first: str, second: str, passages: tuple[str, str]) -> None:
    assert passages in shared(first, second)


@pytest.mark.parametrize(
    ("first", "second", "passages"),
    [
        (
            "Ada Brunel, 33, declined to speak.",
            "The 33-year-old teacher Ada Brunel left.",
            "33-year-old teacher Ada Brunel",
        ),
        (
            "Ada Brunel, the mayor of Orle, left.",
            "The mayor of Orle, Ada Brunel, left.",
            "The mayor of Orle, Ada Brunel",
        ),
        (
            "Ada Brunel, chief technology officer of Varex, left.",
            "Varex chief technology officer Ada Brunel left.",
            "Varex chief technology officer Ada Brunel",
        ),
        (
            "Hugo Sandoval, the deputy attorney general, left.",
            "Deputy Attorney General Hugo Sandoval left.",
            "Deputy Attorney General Hugo Sandoval",
        ),
        (
            "Hugo Sandoval (R-Orle) left.",
            "Hugo Sandoval, Republican of Orle, left.",
            "Hugo Sandoval, Republican",
        ),
    ],
)
def test_said_alike_in_english(first: str, second: str, passages: str) -> None:
    assert passages in [right for _, right in shared(first, second, "en")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # another age; an age at another moment
        ("Ada Brunel, 33 ans, a tout nié.", "Ada Brunel, 34 ans, a tout nié."),
        ("Ada Brunel, 26 ans, a tout nié.", "Ada Brunel, comptable à 26 ans, a tout nié."),
        # another office of the same person, another standing of it
        (
            "Ada Brunel, présidente de l'Amicale d'Orle, rit.",
            "Ada Brunel, trésorière de l'Amicale d'Orle, rit.",
        ),
        (
            "Ada Brunel, présidente de l'Amicale d'Orle, rit.",
            "Ada Brunel, ancienne présidente de l'Amicale d'Orle, rit.",
        ),
        (
            "Ada Brunel, présidente de l'Amicale d'Orle, rit.",
            "Ada Brunel, vice-présidente de l'Amicale d'Orle, rit.",
        ),
        (
            "Ada Brunel, présidente de l'Amicale d'Orle, rit.",
            "Ada Brunel, présidente du Cercle des pêcheurs, rit.",
        ),
        # a title is no description
        ("Le président Hugo Sandoval rit.", "Le président Hugo Sandoval se tait."),
        ("Le député Hugo Sandoval rit.", "Le député Hugo Sandoval se tait."),
        # whose it is stays open in a list, and with a verb behind
        (
            "Ada Brunel, le maire d'Orle, Hugo Sandoval, et un juge rient.",
            "Ada Brunel, le maire d'Orle, est venue.",
        ),
        ("Face à Ada Brunel, la maire d'Orle a ri.", "Ada Brunel, la maire d'Orle, a ri."),
        ("Un proche du maire d'Orle, Hugo Sandoval, a ri.", "Hugo Sandoval, maire d'Orle, a ri."),
        # an acronym is no label
        ("L'Union des jardiniers (UJ) appelle à la grève.", "L'Union des jardiniers (UJ) hésite."),
    ],
)
def test_not_said_alike(first: str, second: str) -> None:
    assert shared(first, second) == []


def test_an_office_just_taken_up_is_found_beside_no_name() -> None:
    pairs = shared(
        "Ada Brunel, nommée hier secrétaire d'État à la Pêche, a souri.",
        "Ada Brunel était là. La nouvelle secrétaire d'État à la Pêche a souri.",
    )
    assert pairs == [
        ("Ada Brunel, nommée hier secrétaire d'État à la Pêche", "La nouvelle secrétaire d'État à la Pêche")
    ]


def test_an_initial_stands_for_the_one_name_that_it_fits() -> None:
    found, people = story(
        (
            "Le Fanal",
            "2031-04-02",
            "Ce pharmacien de 33 ans, Boris P., a été arrêté mardi. Boris P. se tait.",
        ),
        ("L'Écho d'Orle", "2031-04-02", "Boris Pavelec, 33 ans, a été arrêté mardi. Boris Pavelec se tait."),
    )
    assert [(t.members[0].kind, t.members[0].key) for t in Descriptions(found, people).shared] == [
        ("age", "33")
    ]


@pytest.mark.parametrize(
    ("first", "second", "kind", "values"),
    [
        ("Ada Brunel, 33 ans, rit.", "Ada Brunel, 35 ans, rit.", "age", {"33", "35"}),
        (
            "Ada Brunel, présidente de l'Amicale d'Orle, rit.",
            "Ada Brunel, vice-présidente de l'Amicale d'Orle, rit.",
            "office",
            {"Ada Brunel, présidente de l'Amicale d'Orle", "Ada Brunel, vice-présidente de l'Amicale d'Orle"},
        ),
        (
            "Ada Brunel, présidente de la Ligue des jardiniers, rit.",
            "Hugo Sandoval, président de la Ligue des jardiniers, rit.",
            "holder",
            {"Ada Brunel", "Hugo Sandoval"},
        ),
        (
            "Hugo Sandoval, maire socialiste de Lille, rit.",
            "Le maire de Lyon, Hugo Sandoval, rit.",
            "seat",
            {"Hugo Sandoval, maire socialiste de Lille", "Le maire de Lyon, Hugo Sandoval"},
        ),
    ],
)
def test_conflicts(first: str, second: str, kind: str, values: set[str]) -> None:
    _, descriptions = read(first, second)
    found = descriptions.conflicts()
    assert [(c.kind, {s.value for s in c.sides}) for c in found] == [(kind, values)]
    assert [{p.article for p in s.passages} for s in found[0].sides] in ([{"a"}, {"b"}], [{"b"}, {"a"}])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ada Brunel, 33 ans, rit.", "Ada Brunel, 33 ans, rit."),
        ("Ada Brunel, 33 ans, rit.", "Ada Brunel, comptable à 26 ans, rit."),
        ("Ada Brunel, présidente du Cercle, rit.", "Ada Brunel, présidente de la Ligue des jardiniers, rit."),
        ("Hugo Sandoval, député de la Varèche, rit.", "Ada Brunel, députée de la Varèche, rit."),
    ],
)
def test_no_conflict(first: str, second: str) -> None:
    assert read(first, second)[1].conflicts() == []


@pytest.mark.parametrize(("day", "known"), [("2031-04-02", 1), ("2031-05-02", 0)])
def test_a_birthday_may_lie_between(day: str, known: int) -> None:
    found, people = story(
        ("Le Fanal", "2031-04-02", INTRO + "Ada Brunel, 33 ans, rit."),
        ("L'Écho d'Orle", day, INTRO + "Ada Brunel, 34 ans, rit."),
    )
    assert len(Descriptions(found, people).conflicts()) == known


def test_conflicts_are_discrepancies() -> None:
    told = told_by(
        ("Le Fanal", "2031-04-02", INTRO + "Ada Brunel, 33 ans, rit."),
        ("L'Écho d'Orle", "2031-04-02", INTRO + "Ada Brunel, 35 ans, rit."),
    )
    found = compare(told.articles).discrepancies
    assert [(d.kind, d.about, {s.value for s in d.sides}) for d in found] == [
        ("number", "Ada Brunel", {"33", "35"})
    ]
    assert found[0].note.startswith("Deux âges pour la même personne")


def facts(first: str, second: str) -> tuple[Material, tuple[Fact, ...]]:
    """The facts of two articles, descriptions included."""
    found, people = story(("Le Fanal", "2031-04-02", first), ("L'Écho d'Orle", "2031-04-02", second))
    descriptions = Descriptions(found, people)
    return found, find_facts(origins(found), Propositions(found, people), (), descriptions.shared)


def test_a_description_is_a_fact_below_what_happened() -> None:
    found, all_facts = facts(
        "Le pont de Varèche s'est effondré mardi dans la rivière Oune. « On l'avait dit », dit Ada Brunel, 61 ans.",
        "L'effondrement du pont de Varèche, mardi, a coupé la route de l'Oune. Ada Brunel, 61 ans, avait prévenu.",
    )
    texts = [fact.text for fact in all_facts]
    assert texts[-1] == "Ada Brunel, 61 ans"
    assert len(texts) > 1
    age = all_facts[-1]
    assert age.status == "asserted"
    assert [found.text(p.passage) for p in age.passages] == ["Ada Brunel, 61 ans"] * 2
    assert set(age.stances.values()) == {"agrees"}
    assert len(age.origins) == 2
    assert len(age.passages[0].passage.span) <= 120


def test_what_a_speaker_says_is_attributed() -> None:
    _, all_facts = facts(
        "« Ada Brunel, 61 ans, avait prévenu la mairie », assure Hugo Sandoval dans une longue lettre.",
        "Hugo Sandoval insiste : « Ada Brunel, 61 ans, n'a jamais été écoutée. » Le dossier est clos.",
    )
    assert [f.status for f in all_facts if f.text == "Ada Brunel, 61 ans"] == ["attributed"]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Ada Brunel", ", ", "(", ")", "présidente de la Ligue", "33 ans", "est ", "et ", "le "]
        ),
        max_size=30,
    )
)
def test_any_order_of_words_is_read(pieces: list[str]) -> None:
    text = INTRO + " ".join(pieces) + "."
    found, people = story(("Le Fanal", "2031-04-02", text), ("L'Écho d'Orle", "2031-04-02", text))
    for group in Descriptions(found, people).told:
        for one in group.members:
            assert 0 <= one.span.start < one.span.end <= len(text)
