"""What outlets call one referent, and in whose voice."""

from __future__ import annotations

import pytest
from made_up import Told, material

from recoupe.compare.facts import Propositions
from recoupe.compare.terms import find_terms
from recoupe.language import available, load


def terms(*told: Told) -> dict[str, set[tuple[str, str]]]:
    """Terms and voices by referent."""
    found = find_terms(Propositions(material(*told)))
    return {t.referent: {(u.term, u.voice) for u in t.uses} for t in found}


def test_a_contested_referent_in_two_voices() -> None:
    found = terms(
        ("Le Phare", "2024-05-15", "L'armée poursuit son invasion du Kazarin. La mer est calme."),
        (
            "La Vigie",
            "2024-05-15",
            "« L'opération militaire spéciale au Kazarin continue », a déclaré Oscar Berthe.",
        ),
        ("L'Ancre", "2024-05-15", "La guerre au Kazarin dure depuis un an."),
    )
    assert {
        ("invasion", "outlet"),
        ("opération militaire spéciale", "speaker"),
        ("guerre", "outlet"),
    } <= found["guerre (Kazarin)"]


def test_one_word_for_all_is_no_contest() -> None:
    found = terms(
        ("Le Phare", "2024-05-15", "La guerre au Kazarin dure."),
        ("La Vigie", "2024-05-15", "La guerre au Kazarin continue."),
    )
    assert not [name for name in found if name.startswith("guerre")]


def test_terms_of_two_things_are_not_set_side_by_side() -> None:
    found = terms(
        ("Le Phare", "2024-05-15", "La guerre au Kazarin dure depuis un an."),
        ("La Vigie", "2024-05-15", "L'invasion de la Belgravie date du siècle passé."),
    )
    assert not [name for name in found if name.startswith("guerre")]


def test_words_of_one_class_in_one_fact() -> None:
    found = terms(
        (
            "Le Phare",
            "2024-05-15",
            "La grogne des marins de Varèche contre la taxe du port grandit depuis lundi.",
        ),
        (
            "La Vigie",
            "2024-05-15",
            "La fronde des marins de Varèche contre la taxe du port grandit depuis lundi.",
        ),
    )
    assert any({term for term, _ in uses} >= {"grogne", "fronde"} for uses in found.values())


def test_two_names_of_one_referent_are_told_apart() -> None:
    found = terms(
        ("Le Phare", "2024-05-15", "La guerre au Kazarin dure. Le gouvernement belgravien a démissionné."),
        ("La Vigie", "2024-05-15", "L'invasion du Kazarin continue. Le régime d'Ostrie se tait."),
    )
    assert found == {"guerre (Kazarin)": {("guerre", "outlet"), ("invasion", "outlet")}}


def test_plain_words_alone_are_no_contest() -> None:
    told = ("Le gouvernement du Kazarin a signé.", "Les autorités du Kazarin ont signé.")
    assert terms(*(("Le Phare", "2024-05-15", told[0]), ("La Vigie", "2024-05-15", told[1]))) == {}
    found = terms(
        ("Le Phare", "2024-05-15", told[0]), ("La Vigie", "2024-05-15", "Le régime du Kazarin a signé.")
    )
    assert found == {"pouvoir (Kazarin)": {("gouvernement", "outlet"), ("régime", "outlet")}}


def test_singular_and_plural_titles_and_synonyms_at_will_are_no_terms() -> None:
    found = terms(
        (
            "Le Phare",
            "2024-05-15",
            "M. Berthe a vu une forte baisse des prix du blé de Varèche. Cette chute des prix inquiète Berthe.",
        ),
        (
            "La Vigie",
            "2024-05-15",
            "Oscar Berthe a vu une forte chute des prix du blé de Varèche. Les baisses des prix l'inquiètent.",
        ),
    )
    assert found == {}


def test_english_terms_of_one_thing() -> None:
    story = material(
        (
            "The Beacon",
            "2024-05-15",
            "The treaty with Ostria was signed on Monday. The war in Kazarin goes on.",
        ),
        (
            "The Post",
            "2024-05-15",
            '"The special military operation in Kazarin is a duty," said Oscar Berthe.',
        ),
        language="en",
    )
    found = find_terms(Propositions(story))
    assert [(t.referent, {(u.term, u.voice) for u in t.uses}) for t in found] == [
        ("war (Kazarin)", {("war", "outlet"), ("special military operation", "speaker")})
    ]


@pytest.mark.parametrize("code", available())
def test_tables_hold_enough_and_no_term_twice_in_a_row(code: str) -> None:
    rows = load(code).rows("terms")
    assert len(rows) >= 60
    for referent, terms_of in rows:
        listed = terms_of.split(";")
        assert len(listed) == len(set(listed)), referent
        assert len(listed) > 1, referent
