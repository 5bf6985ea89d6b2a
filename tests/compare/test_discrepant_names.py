"""One name written in two ways, and one person given two posts, on made-up stories."""

from __future__ import annotations

import pytest

import recoupe
from recoupe.compare.discrepancies.spelling import one_name, slip, sound_alike
from recoupe.language import load

SOUNDS = load("fr").table("discrepancies")["sounds"]["rules"]


def names(first: str, second: str, third: str = "") -> set[frozenset[str]]:
    """The values that discrepancies of names and places set against each other, among two or three articles."""
    articles = [
        recoupe.Article(id=i, text=text, language="fr", outlet=outlet)
        for i, text, outlet in zip(
            "abc", (first, second, third), ("Le Fanal", "La Dune", "Le Quai"), strict=True
        )
        if text
    ]
    found = recoupe.compare(recoupe.annotate(articles)).discrepancies
    return {frozenset(s.value for s in d.sides) for d in found if d.kind in {"name", "place"}}


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("Brockart", "Brokart", True),
        ("Vossert", "Vosserth", True),
        ("Elzabeth", "Elsabeth", True),
        ("Mornois", "Mornoise", False),
        ("Varèche", "Varèches", False),
        ("Brockart", "Brocart", True),
        ("Brockart", "Bruckner", False),
    ],
)
def test_what_sounds_alike(first: str, second: str, *, alike: bool) -> None:
    assert sound_alike(first.lower(), second.lower(), SOUNDS) is alike


def test_a_letter_of_a_long_name() -> None:
    assert one_name("Ada Brunel", "Ada Brunet", SOUNDS) == ("Brunel", "Brunet")
    assert one_name("Ada Brunel", "Hugo Sandoval", SOUNDS) is None


@pytest.mark.parametrize(
    ("word", "known", "is_slip"),
    [
        ("CNMPO", "CNPO", True),
        ("CNOP", "CNPO", False),
        ("CPNO", "CNPO", True),
        ("CNPA", "CNPO", False),
        ("CNO", "CNPO", False),
    ],
)
def test_slips_of_acronyms(word: str, known: str, *, is_slip: bool) -> None:
    assert slip(word, known) is is_slip


def test_a_surname_that_sounds_the_same_is_a_discrepancy() -> None:
    found = names(
        "Le notaire Alain Brockart a été entendu mardi. Alain Brockart a gardé le silence.",
        "Le notaire Alain Brokart a été entendu mardi par la juge.",
    )
    assert any({"Brockart", "Brokart"} <= {v.split()[-1] for v in values} for values in found)


@pytest.mark.parametrize(
    ("second", "count"),
    [
        ("Jean-Louis Brunel, porté par la foule, a salué le port.", 1),
        (
            "Jean-Louis Brunel, porté par la foule, a salué le port. Jean-Luc Brunel, son frère, se taisait.",
            0,
        ),
        ("Ada-Louise Brunel, portée par la foule, a salué le port.", 0),
    ],
)
def test_half_of_a_given_name(second: str, count: int) -> None:
    found = names("Jean-Luc Brunel a salué le port. Jean-Luc Brunel a remercié la foule.", second)
    assert len([v for v in found if any("Brunel" in x for x in v)]) == count


def test_a_word_that_is_no_name_by_itself() -> None:
    found = names(
        "Le trader avait parié sur les titres Vollianz en mars.",
        "Il avait parié en mars sur des titres baptisés Volliance, dont le cours a chuté.",
    )
    assert frozenset({"Vollianz", "Volliance"}) in found


def test_forms_of_a_word_are_no_spellings() -> None:
    assert not names(
        "Les pêcheurs mornois ont salué le Conseil. On a vu des Mornoises danser.",
        "Un Mornois a salué les Conseils de la région. Des Mornoises dansaient.",
    )


def test_an_acronym_with_a_letter_too_many() -> None:
    found = names(
        "Le Comité national de la pêche d'Orle (CNPO) a protesté. Le président du CNMPO a quitté la salle.",
        "Le CNPO a protesté mardi devant la préfecture.",
    )
    assert frozenset({"CNPO", "CNMPO"}) in found


GOVERNOR = "Hugo Sandoval, gouverneur de la Banque de Varèche, a parlé."
CHAIR = "Hugo Sandoval, président de la Banque de Varèche, a parlé."


@pytest.mark.parametrize(
    ("second", "count"),
    [
        (CHAIR, 1),
        (CHAIR.replace("Banque de Varèche", "Ligue d'Orle"), 0),
        (CHAIR.replace("président", "ancien président"), 0),
        (f"{CHAIR} {GOVERNOR}", 0),
    ],
)
def test_two_posts_of_one_body(second: str, count: int) -> None:
    intro = "La Banque de Varèche et la Ligue d'Orle ont été saisies. "
    found = names(intro + GOVERNOR, intro + second)
    assert len([v for v in found if any("Sandoval" in x for x in v)]) == count
