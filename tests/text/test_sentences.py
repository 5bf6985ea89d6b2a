"""Sentences: abbreviations, initials, marks, line breaks, offsets."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.language import load
from recoupe.text.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("M. Orval est venu. Il repart.", ["M. Orval est venu.", "Il repart."]),
        ("J. K. Orval parle. Oui.", ["J. K. Orval parle.", "Oui."]),
        ("« Il pleut. » Puis il part.", ["« Il pleut. »", "Puis il part."]),
        ("“Il pleut.”Les ponts ferment.", ["“Il pleut.”", "Les ponts ferment."]),
        ('Il dit "oui." "Non", dit-elle.', ['Il dit "oui."', '"Non", dit-elle.']),
        ("Un titre\nUn paragraphe", ["Un titre", "Un paragraphe"]),
        ("Cela coûte 3.5 euros. Trop !  Vraiment ?", ["Cela coûte 3.5 euros.", "Trop !", "Vraiment ?"]),
        ("Il attend… puis sort.", ["Il attend… puis sort."]),
        ("", []),
    ],
)
def test_french(text: str, expected: list[str]) -> None:
    assert [s.of(text) for s in split_sentences(text, load("fr").abbreviations)] == expected


def test_english_titles_and_times() -> None:
    text = "Mr. Orval spoke at 3 p.m. He left. Dr. Marn stayed."
    found = [s.of(text) for s in split_sentences(text, load("en").abbreviations)]
    assert found[-1] == "Dr. Marn stayed."
    assert not any(s == "Mr." for s in found)


@given(st.text(alphabet="aB .?!…«»“”\"'()\n", max_size=200))
def test_sentences_are_ordered_disjoint_and_keep_every_character(text: str) -> None:
    spans = split_sentences(text, load("fr").abbreviations)
    position = 0
    for span in spans:
        assert position <= span.start < span.end <= len(text)
        assert not text[position : span.start].strip()
        assert span.of(text) == span.of(text).strip()
        position = span.end
    assert not text[position:].strip()


@pytest.mark.parametrize("run", [".", "!", ". »", ".)", '."', "… ", ".   "])
def test_a_run_of_marks_takes_time_in_proportion_to_its_length(run: str) -> None:
    def seconds(length: int) -> float:
        text = f"Il part{run * (length // len(run))} puis{' ' * length}revient."
        start = time.process_time()
        split_sentences(text, ())
        return time.process_time() - start

    # Eight times the text: 64 times the work if it were quadratic (minutes, here).
    assert any(seconds(400_000) < 20 * seconds(50_000) + 0.1 for _ in range(3))


@pytest.mark.parametrize(
    ("dateline", "rest"),
    [
        ("SARVELLE, 4 mars (AFP) -", "Les autorités de la région ont ordonné mardi l'évacuation du port."),
        ("Sarvelle (Agence Tarve) –", "Les autorités de la région ont ordonné mardi l'évacuation du port."),
        ("PORT-ANVEL —", "The ferry's owner told a hearing on Monday that the ship was sound."),
        ("NEW ANVEL (AP) --", "The ferry's owner told a hearing on Monday that the ship was sound."),
    ],
)
def test_a_dateline_is_a_sentence_of_its_own(dateline: str, rest: str) -> None:
    text = f"{dateline} {rest}"
    assert [s.of(text) for s in split_sentences(text, frozenset())] == [dateline, rest]


@pytest.mark.parametrize(
    "text",
    [
        "Le port de Varne (Nord) - l'un des plus grands du pays - a fermé hier soir.",
        "La ville - qui préside la ligue - a dit mardi que tout irait bien dans le port.",
        "SARVELLE - ANVEL : la ligne est coupée",
    ],
)
def test_other_dashes_end_no_sentence(text: str) -> None:
    assert [s.of(text) for s in split_sentences(text, frozenset())] == [text]
