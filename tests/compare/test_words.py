"""Words as comparisons see them, and what each weighs in a story."""

from __future__ import annotations

import pytest
from made_up import material

from recoupe.annotate import annotate_article
from recoupe.compare.material import Material
from recoupe.compare.weights import FUNCTION, NAME, weigh
from recoupe.model.article import Article
from recoupe.model.span import Span
from recoupe.text.accents import plain

BODY = "Les bergers de Corsanne redescendent leurs troupeaux à pied depuis l'aube."


def test_words_are_where_they_say() -> None:
    story = material(("A", None, f"Le col\n\n{BODY} « Vite ! » 12 000 bêtes…"))
    words, text = story.words("a"), story.by_id["a"].text
    shown = [text[s:e] for s, e in zip(words.starts, words.ends, strict=True)]
    assert shown[:4] == ["Le", "col", "Les", "bergers"]
    assert not any(mark in shown for mark in ("«", "!", "…", "."))
    assert [words.lines[n] for n in (0, 2)] == [0, 2]
    assert words.span(3, 6).of(text) == "bergers de Corsanne"
    assert [shown[n] for n in words.within(Span(text.index("redescendent"), text.index(" à pied")))] == [
        "redescendent",
        "leurs",
        "troupeaux",
    ]


def test_furniture_has_no_words() -> None:
    text = f"{BODY}\n\nÀ lire aussi : Les anguilles du delta sont de retour\n\n{BODY}"
    story = material(("A", None, text))
    words = story.words("a")
    assert story.by_id["a"].furniture
    assert not any("anguilles" in text[s:e] for s, e in zip(words.starts, words.ends, strict=True))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("déclaré", "déclaraient", True),
        ("maison", "maisons", True),
        ("Été", "ete", False),
        ("rive", "rivet", False),
    ],
)
def test_inflection_is_put_aside(one: str, other: str, *, same: bool) -> None:
    story = material(("A", None, f"Mot {one}."), ("B", None, f"Mot {other}."))
    assert (story.words("a").stems[1] == story.words("b").stems[1]) is same


def test_keys_do_not_know_case_and_accents() -> None:
    story = material(("A", None, "L’été à Étel."), ("B", None, "l'ETE a ETEL"))
    assert story.words("a").keys == story.words("b").keys
    assert plain("L’Été") == "l'ete"


def test_text_without_words() -> None:
    story = Material([annotate_article(Article(id="a", language="fr", text="\u00ad … — «»\n"))])
    assert len(story.words("a")) == 0


def test_weights() -> None:
    told = [("A", None, f"{BODY} Le barrage tient."), ("B", None, BODY), ("C", None, BODY), ("D", None, BODY)]
    story = material(*told)
    (first, *_), words = weigh(story, story.articles), story.words("a")
    text = story.by_id["a"].text
    weight = {text[s:e]: w for s, e, w in zip(words.starts, words.ends, first, strict=True)}
    assert weight["Les"] == weight["de"] == FUNCTION
    assert weight["barrage"] == 1.0
    assert weight["troupeaux"] < weight["barrage"]
    assert weight["Corsanne"] <= NAME
