"""Tokens: French elisions and clitics, English contractions, offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.language import load
from recoupe.text.tokens import Tokens


@pytest.mark.parametrize(
    ("language", "text", "forms"),
    [
        ("fr", "l’avion qu'il voit", ["l’", "avion", "qu'", "il", "voit"]),
        ("fr", "a-t-il dit", ["a", "-t-il", "dit"]),
        ("fr", "dit-elle, assure-t-on", ["dit", "-elle", ",", "assure", "-t-on"]),
        ("fr", "aujourd’hui Jean-Élie", ["aujourd’hui", "Jean-Élie"]),
        ("fr", "«Oui», 7 000", ["«", "Oui", "»", ",", "7", "000"]),
        ("en", "Lena's car; don't, he'll", ["Lena", "'s", "car", ";", "don't", ",", "he", "'ll"]),
    ],
)
def test_forms(language: str, text: str, forms: list[str]) -> None:
    assert Tokens(text, load(language).tokens).forms == forms


def test_norms_are_lower_case_with_straight_apostrophes() -> None:
    assert Tokens("L’État", load("fr").tokens).norms == ["l'", "état"]


def test_lookups_by_offset() -> None:
    tokens = Tokens("un deux trois", load("fr").tokens)
    assert tokens.first_at(3) == 1
    assert tokens.first_at(99) == len(tokens)
    assert tokens.holding(4) == 1
    assert tokens.holding(0) == 0
    assert list(tokens.within(3, 9)) == [1, 2]


@given(st.text(max_size=200))
def test_tokens_cover_every_mark_once(text: str) -> None:
    tokens = Tokens(text, load("fr").tokens)
    previous = 0
    for start, end, form in zip(tokens.starts, tokens.ends, tokens.forms, strict=True):
        assert text[start:end] == form
        assert start >= previous
        assert not text[previous:start].strip(), "nothing but white space lies between tokens"
        previous = end
    assert not text[previous:].strip()
