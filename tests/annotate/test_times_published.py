"""The day of publication that an article's own words tell."""

import pytest

from recoupe.annotate import annotate_article
from recoupe.annotate.document import Document
from recoupe.annotate.times import infer_published
from recoupe.language import load
from recoupe.model.article import Article


def inferred(text, language="fr"):
    return infer_published(Document(Article(id="x", text=text, language=language), load(language)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("17 avril 2018. – Le port d'Orvel a rouvert.", "2018-04-17"),
        ("Un séisme frappe Valbrune\n\n3 janvier 2016 . –\nLa terre a tremblé hier.", "2016-01-03"),
        ("TARSE, 3 juin 2024 (AFP) – Le pont est fermé.", "2024-06-03"),
        ("12 mars 2016, Montfaucheux. – Le club a gagné.", "2016-03-12"),
        ("Publié le 5 mai 2021 à 18h30\nLe marché a rouvert.", "2021-05-05"),
        ("Le pont a rouvert mercredi 19 juin. Il était fermé depuis septembre 2023.", "2024-06-19"),
    ],
)
def test_dates_that_are_told(text, expected):
    assert inferred(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Le pont a rouvert mardi.",
        "Le 4 mars 1950, la paix fut signée à Orvel, sur les bords du lac, devant une foule.",
        "Le pont rouvrira mercredi 19 juin. Il est fermé depuis septembre 2023.",
        "Le pont a rouvert mercredi 19 juin.",
        "Le pont a rouvert le 19 juin, après des travaux commencés en 2023.",
        "",
    ],
)
def test_dates_that_are_not(text):
    assert inferred(text) is None


def test_english_date_line():
    assert inferred("TARSUS, June 3, 2024 — The bridge is closed.", "en") == "2024-06-03"


def test_annotation_uses_the_date_and_says_so():
    text = "Le pont a rouvert mercredi 19 juin, fermé depuis septembre 2023. Le maire a parlé lundi."
    article = annotate_article(Article(id="x", text=text, language="fr"))
    assert (article.published, article.published_inferred) == ("2024-06-19", True)
    assert [p.slug for p in article.problems] == ["date-inferred"]
    assert "2024-06-19" in article.problems[0].message
    assert article.times[-1].value == "2024-06-17"


def test_an_article_that_tells_no_date_has_a_warning():
    article = annotate_article(Article(id="x", text="Le pont a rouvert mardi.", language="fr"))
    assert article.published is None
    assert [(p.severity, p.slug) for p in article.problems] == [("warning", "no-date")]
    assert annotate_article(article).problems == article.problems


def test_a_given_date_is_left_alone():
    text = "17 avril 2018. – Le port a rouvert."
    article = annotate_article(Article(id="x", text=text, language="fr", published="2018-04-20"))
    assert (article.published, article.published_inferred, article.problems) == ("2018-04-20", False, ())
