"""Titles of plain texts."""

from __future__ import annotations

import pytest

from recoupe.read.plain import find_title

LEAD = (
    "Le pont suspendu a rouvert mercredi matin, après trois mois de travaux, a annoncé la mairie de la ville."
)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (["Oslane : le pont rouvre enfin", LEAD], "Oslane : le pont rouvre enfin"),
        (["ON", "Actualités   /   Région   /   Oslane", "Le pont d'Oslane rouvre enfin", LEAD],
         "Le pont d'Oslane rouvre enfin"),
        (["La Gazette | Oslane", "Le pont d'Oslane rouvre enfin | Région", LEAD], "Le pont d'Oslane rouvre enfin"),
        (["La maire promet un pont « plus solide » aux habitants", LEAD],
         "La maire promet un pont « plus solide » aux habitants"),
        (["Pont d'Oslane", LEAD], "Pont d'Oslane"),
        (["https://gazette.example/pont-d-oslane-rouvre-enfin", LEAD], None),
        (["Mercredi 12 mars 2031, 8 h 30", "Le pont d'Oslane rouvre enfin", LEAD], "Le pont d'Oslane rouvre enfin"),
        (["12 mars 2031", LEAD], None),
        (["OSLANE (Agence Tarve) -", LEAD], None),
        (["3 morts et 12 blessés sur le pont d'Oslane", LEAD], "3 morts et 12 blessés sur le pont d'Oslane"),
        ([LEAD, "Un second paragraphe sans fin"], None),
        ([LEAD], None),
        (["Un seul paragraphe sans point final"], None),
        (["x" * 300, LEAD], None),
        ([], None),
    ],
)  # fmt: skip
@pytest.mark.parametrize("gap", ["\n", "\n\n", "  \n \n"])
def test_the_title_is_the_first_line_that_reads_like_a_headline(
    head: list[str], title: str | None, gap: str
) -> None:
    assert find_title(gap.join(head)) == title
