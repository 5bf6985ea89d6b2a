"""Numbers in words and digits, as they are read before anything is known of what they count."""

from __future__ import annotations

import pytest

from recoupe.annotate.quantities.lexicon import lexicon
from recoupe.annotate.quantities.reading import Reader
from recoupe.text.tokens import Tokens


def value(text: str, language: str = "fr") -> tuple[float, bool]:
    """The number that opens `text`, and whether it takes up all of it."""
    vocabulary = lexicon(language)
    tokens = Tokens(text, vocabulary.language.tokens)
    number = Reader(text, tokens, vocabulary).read(0)
    assert number is not None
    return number.value, number.after == len(tokens)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("zéro", 0),
        ("dix-sept", 17),
        ("vingt et un", 21),
        ("vingt-et-un", 21),
        ("soixante-dix", 70),
        ("soixante et onze", 71),
        ("septante-deux", 72),
        ("quatre-vingts", 80),
        ("quatre vingt dix neuf", 99),
        ("quatre-vingt-dix-neuf", 99),
        ("nonante-neuf", 99),
        ("cent un", 101),
        ("deux cent quatre-vingts", 280),
        ("douze cents", 1200),
        ("mille", 1000),
        ("mille neuf cent quatre-vingt-quatre", 1984),
        ("quatre-vingt mille", 80_000),
        ("deux millions mille trois", 2_001_003),
        ("deux mille milliards", 2e12),
        ("un million deux cent mille", 1_200_000),
        ("1 milliard 200 millions", 1.2e9),
        ("trois millions et demi", 3_500_000),
        ("cinq et un quart", 5.25),
        ("trois quarts", 0.75),
        ("deux virgule cinq", 2.5),
        ("10 1/2", 10.5),
        ("3/4", 0.75),
        ("six autres milliards", 6e9),
        ("12,5 k", 12_500),
        ("10^6", 1e6),
        ("1,5", 1.5),
        ("1.5", 1.5),
        ("1.500", 1500),
        ("1.500,25", 1500.25),
        ("1 500,25", 1500.25),
        (",08", 0.08),
    ],
)
def test_french(text: str, expected: float) -> None:
    got, whole = value(text)
    assert got == pytest.approx(expected)
    assert whole


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one hundred and five", 105),
        ("a hundred", 100),
        ("twenty-six", 26),
        ("three thousand two hundred", 3200),
        ("two and a half million", 2.5e6),
        ("1,298,626", 1298626),
        ("1,500.25", 1500.25),
        ("1.5", 1.5),
        ("three quarters", 0.75),
    ],
)
def test_english(text: str, expected: float) -> None:
    got, whole = value(text, "en")
    assert got == pytest.approx(expected)
    assert whole


@pytest.mark.parametrize(
    ("text", "expected"), [("vingt trente", 20), ("cinq deux", 5), ("12 avril", 12), ("deux-roues", 2)]
)
def test_a_number_ends_where_the_grammar_does(text: str, expected: float) -> None:
    vocabulary = lexicon("fr")
    tokens = Tokens(text, vocabulary.language.tokens)
    number = Reader(text, tokens, vocabulary).read(0)
    if text == "deux-roues":
        assert number is None
    else:
        assert number is not None
        assert (number.value, number.after) == (expected, 1)
