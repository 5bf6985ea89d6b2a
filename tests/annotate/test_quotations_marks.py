"""Marked segments, however carelessly they are opened and closed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.annotate.quotations.marks import find_marked


def inside(text: str) -> list[str]:
    return [text[s.left : s.right] for s in find_marked(text)]


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        ('Il dit « oui » et “non” et "peut-être".', ["oui", "non", "peut-être"]),
        ("«Oui», dit-il.", ["Oui"]),
        ("Il dit « il a crié “au feu” hier ».", ["il a crié “au feu” hier"]),
        ("La presse.”Les vannes cèdent”, dit-il.", ["Les vannes cèdent"]),
        ('Il parle d\' " une erreur " grave.', ["une erreur"]),
        ("L’eau n’est pas ‘bleue’ ici.", ["bleue"]),
        ("Rien n’est marqué, l’eau d’ici.", []),
        ("« Jamais fermé.\nUne autre ligne.", ["Jamais fermé."]),
        ("Fermé sans être ouvert ».", []),
        ("Il a dit « vouloir partir ». avant la nuit ».", ["vouloir partir ». avant la nuit"]),
        ("« Un », dit-il. Tout va bien ».", ["Un"]),
        ("« »", []),
        ('Il est parti."\nLa digue tient", a dit Ada Orlo.', ["La digue tient"]),
        ('Ada Orlo : La digue tient", puis elle est "partie".', ["partie"]),
    ],
)
def test_segments(text: str, segments: list[str]) -> None:
    assert inside(text) == segments


def test_a_mark_repeated_at_each_paragraph_chains_the_segments() -> None:
    found = find_marked("« Un.\n\n« Deux.\n« Trois. »\n« Quatre. »")
    assert [s.chained for s in found] == [False, True, True, False]


def test_a_straight_mark_closed_on_the_next_line_is_one_segment() -> None:
    assert inside('Il dit : "Un.\nDeux." Fin.') == ["Un.\nDeux."]


@given(st.text(alphabet='«»“”"‘’ ab.\n', max_size=60))
def test_segments_are_ordered_apart_and_trimmed(text: str) -> None:
    position = 0
    for segment in find_marked(text):
        # a mark left at the end of the line above stands outside: then the segment starts with its words
        assert position <= segment.start <= segment.left < segment.right <= segment.end <= len(text)
        assert text[segment.left : segment.right] == text[segment.left : segment.right].strip()
        position = segment.end
