"""The title of a dossier."""

from __future__ import annotations

import recoupe
from recoupe.compare.headline import main_language, pick_title
from recoupe.compare.material import Material

TEXT = "Le pont suspendu d'Oslane a rouvert mercredi après trois mois de travaux, a annoncé la maire Ilse Corvan."


def told(*titles: str | None, language: str = "fr") -> Material:
    return Material(
        [
            recoupe.Article(id=f"a{n}", text=TEXT, title=title, language=language)
            for n, title in enumerate(titles)
        ]
    )


def test_the_headline_that_tells_the_event_goes_before_an_aside_a_question_and_a_quotation() -> None:
    clear = "Le pont suspendu d'Oslane a rouvert après trois mois de travaux"
    for other in (
        "Une journée particulière sur les quais",
        "Le pont suspendu d'Oslane a-t-il rouvert après trois mois de travaux ?",
        "« Le pont suspendu d'Oslane a rouvert après trois mois de travaux », dit la maire",
        "Oslane : le pont",
    ):
        assert pick_title(told(other, clear)) == clear
        assert pick_title(told(clear, other)) == clear


def test_a_number_that_most_others_lack_is_no_title() -> None:
    texts = ("Le pont a coûté 45 millions.", "Le pont a coûté 54 millions.", "Le pont a coûté 54 millions.")
    titles = ("Oslane : le pont a coûté 45 millions", "Oslane : le pont a coûté cher", "Travaux à Oslane")
    articles = [
        recoupe.Article(id=f"a{n}", text=text, title=title, language="fr")
        for n, (text, title) in enumerate(zip(texts, titles, strict=True))
    ]
    assert pick_title(Material(articles)) == titles[1]


def test_it_is_verbatim_and_the_first_of_equals() -> None:
    assert pick_title(told("Oslane :\u00a0le pont", "Oslane :\u00a0le pont")) == "Oslane :\u00a0le pont"


def test_only_headlines_in_the_language_of_most_articles_are_weighed() -> None:
    french = [recoupe.Article(id=f"f{n}", text=TEXT, language="fr", title="Un pont") for n in range(2)]
    english = recoupe.Article(
        id="e", text=TEXT, language="en", title="Oslane pont suspendu travaux mercredi mois"
    )
    material = Material([english, *french])
    assert (main_language(material), pick_title(material)) == ("fr", "Un pont")


def test_without_headlines_it_is_the_first_sentence() -> None:
    (annotated,) = recoupe.annotate([recoupe.Article(id="a", text=f"{TEXT} Il pleut.", language="fr")])
    assert pick_title(Material([annotated])) == TEXT
    assert pick_title(Material([])) == ""
