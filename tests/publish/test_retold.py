"""Sentences of comparison in the reader's language."""

from __future__ import annotations

import msgspec
import pytest

from recoupe.language import load
from recoupe.model.dossier import Discrepancy, Dossier, Side
from recoupe.publish import render
from recoupe.publish.retold import relabel, retell

WORDS = {
    "a": "12 (au moins)",
    "b": "17 : dix-sept",
    "day": "4 mars",
    "where_a": "Radio Littoral",
    "where_b": "La Voix",
}


@pytest.mark.parametrize("key", sorted(load("fr").table("discrepancies")["notes"]))
def test_every_form_is_told_again_with_the_same_words(key):
    forms = {code: load(code).table("discrepancies")["notes"][key] for code in ("fr", "en")}
    assert retell(forms["fr"].format_map(WORDS), "fr", "en") == forms["en"].format_map(WORDS)
    assert retell(forms["en"].format_map(WORDS), "en", "fr") == forms["fr"].format_map(WORDS)


def test_labels_and_days_of_the_week_too():
    assert [relabel(text, "fr", "en") for text in ("nié", "donné pour fait", "jeudi", "12 blessés")] == [
        "denied", "told as done", "Thursday", "12 blessés",
    ]  # fmt: skip


def test_what_fits_no_form_or_no_language_stays():
    assert retell("Une autre phrase.", "fr", "en") == "Une autre phrase."
    assert retell("Deux dates pour le même événement : a (b), c (d).", "fr", "sw").startswith("Deux dates")
    assert retell("Deux dates", "fr", "fr") == "Deux dates"


def test_the_page_says_it_once_and_in_the_reader_s_language(dossier: Dossier):
    place = dossier.discrepancies[0].sides[0].passages
    note = "Deux chiffres pour la même chose : au moins 12 (Radio Littoral), 17 (La Voix d'Estrie)."
    sides = (Side("au moins 12", place), Side("17", place))
    found = Discrepancy(id="d1", kind="number", about="blessés", sides=sides, note=note)
    story = msgspec.structs.replace(dossier, discrepancies=(found,))
    english = render(story, "html", interface="en").decode()
    assert "Two figures for the same thing<" in english
    assert "Deux chiffres" not in english
    assert "(Radio Littoral)" not in english.split("differences-title")[2].split("</section>")[0]
