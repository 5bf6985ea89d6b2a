"""Weekdays that do not fit their date."""

from datetime import date

import pytest

from recoupe.annotate import annotate_article
from recoupe.language.calendar import CalendarError, calendar_errors, told_weekday, weekday_name
from recoupe.model.article import Article


def errors(text, language="fr", published="2024-06-19"):
    return calendar_errors(
        annotate_article(Article(id="x", text=text, language=language, published=published))
    )


@pytest.mark.parametrize(
    ("words", "language", "weekday"),
    [
        ("mercredi 19 juin", "fr", 3),
        ("Vendredi\u00a07", "fr", 5),
        ("mercredi soir", "fr", None),
        ("le 19 juin", "fr", None),
        ("Tuesday, June 18", "en", 2),
        ("May 4", "en", None),
    ],
)
def test_told_weekday(words, language, weekday):
    assert told_weekday(words, language) == weekday


def test_a_wrong_weekday_is_found():
    text = "Le pont a rouvert mercredi 18 juin, puis jeudi 20 juin."
    assert errors(text) == (CalendarError(18, 34, date(2024, 6, 18), told=3, actual=2),)


def test_a_wrong_weekday_in_english():
    assert [(e.told, e.actual) for e in errors("It reopened on Monday, June 18, 2024.", "en")] == [(1, 2)]


def test_right_weekdays_and_bare_ones_are_no_errors():
    assert errors("Mercredi 19 juin, mardi, le 3 mai et la nuit de lundi à mardi.") == ()


def test_without_a_year_nothing_is_said():
    assert errors("Le pont a rouvert mercredi 18 juin.", published=None) == ()


def test_names():
    assert (weekday_name(1, "fr"), weekday_name(7, "en")) == ("lundi", "Sunday")
