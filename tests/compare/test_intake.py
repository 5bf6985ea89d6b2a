"""Which articles take part, once each, with what was concluded about them."""

from __future__ import annotations

import hashlib

import pytest

import recoupe
from recoupe.compare.intake import admit
from recoupe.model.article import Article
from recoupe.model.problem import Problem


def article(name: str, text: str = "Le pont a rouvert.", **more: object) -> recoupe.Article:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return recoupe.Article(id=name, text=text, sha256=digest, source=f"{name}.txt", language="fr", **more)  # type: ignore[arg-type]


def slugs(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return [(p.slug, p.source) for p in problems if p.slug != "no-outlet"]


def test_the_same_article_twice_counts_once() -> None:
    intake = admit([article("a", outlet="La Gazette", published="2031-03-12"),
                    article("b", outlet="la gazette", published="2031-03-13")])  # fmt: skip
    assert [a.id for a in intake.articles] == ["a"]
    assert slugs(intake.problems) == [("duplicate-article", "b.txt")]
    assert "same text as a.txt" in intake.problems[0].message


def test_two_outlets_that_print_the_same_text_are_two_articles() -> None:
    intake = admit([article("a", outlet="La Gazette", published="2031-03-12"),
                    article("b", outlet="Le Matin", published="2031-03-12")])  # fmt: skip
    assert [a.id for a in intake.articles] == ["a", "b"]
    assert intake.problems == ()


def test_what_only_the_copy_tells_is_kept() -> None:
    intake = admit(
        [article("a"), article("b", outlet="Le Matin", published="2031-03-12", url="https://m.example")]
    )
    (kept,) = intake.articles
    assert (kept.id, kept.outlet, kept.published, kept.url) == (
        "a",
        "Le Matin",
        "2031-03-12",
        "https://m.example",
    )
    assert not kept.published_inferred


def test_a_date_that_was_told_goes_before_one_that_was_concluded() -> None:
    guessed = article("a", published="2031-03-10", published_inferred=True)
    (kept,) = admit([guessed, article("b", published="2031-03-12")]).articles
    assert (kept.published, kept.published_inferred) == ("2031-03-12", False)


def test_an_undated_article_takes_the_day_of_most_others_and_says_so() -> None:
    intake = admit([
        article("a", "Un.", published="2031-03-11"),
        article("b", "Deux."),
        article("c", "Trois.", published="2031-03-12T08:00:00"),
        article("d", "Quatre.", published="2031-03-12"),
    ])  # fmt: skip
    dates = {a.id: (a.published, a.published_inferred) for a in intake.articles}
    assert dates["b"] == ("2031-03-12", True)
    assert dates["c"] == ("2031-03-12T08:00:00", False)
    assert slugs(intake.problems) == [("date-inferred", "b.txt")]


def test_a_date_concluded_from_the_words_is_told() -> None:
    intake = admit([article("a", published="2031-03-10", published_inferred=True)])
    assert slugs(intake.problems) == [("date-inferred", "a.txt")]
    assert "2031-03-10" in intake.problems[0].message


def test_what_annotation_said_of_dates_is_not_said_twice() -> None:
    text = "Publié le 12 mars 2031\n\nLe pont d'Oslane a rouvert ce mercredi, a annoncé la mairie."
    other = text.replace("12", "11").replace("mercredi", "mardi")
    articles = recoupe.annotate(
        [article("a", text), article("b", "Le pont rouvre."), article("c", "Le pont."), article("d", other)]
    )
    intake = admit(articles)
    assert sorted(slugs(intake.problems)) == [("date-inferred", f"{name}.txt") for name in "abcd"]
    assert {a.id: a.published for a in intake.articles} == {
        "a": "2031-03-12",
        "b": "2031-03-12",
        "c": "2031-03-12",
        "d": "2031-03-11",
    }


@pytest.mark.parametrize(
    ("days", "taken", "says"),
    [
        (["2031-03-12"], None, "a single other article has one"),
        (["2031-03-12", "2031-03-14"], "2031-03-14", "which agree on it"),
        (["2031-03-12", "2031-03-15"], None, "do not agree on one"),
        (["2031-03-12", "2031-03-13", "2031-03-24"], "2031-03-13", "which agree on it"),
        (["2031-03-12", "2031-03-12", "2031-03-24", "2031-03-24"], None, "do not agree on one"),
        ([], None, "nothing allows one"),
    ],
)
def test_a_date_is_taken_only_where_others_agree(days: list[str], taken: str | None, says: str) -> None:
    others = [article(f"o{n}", f"Texte {n}.", published=day, outlet=f"M{n}") for n, day in enumerate(days)]
    intake = admit([*others, article("u", "Le pont.")])
    (undated,) = [a for a in intake.articles if a.id == "u"]
    assert undated.published == taken
    (problem,) = [p for p in intake.problems if p.source == "u.txt" and p.slug != "no-outlet"]
    assert problem.slug == ("date-inferred" if taken else "no-date")
    assert says in problem.message


def test_the_date_of_one_other_article_anchors_no_weekday() -> None:
    undated = article("u", "Le maire d'Oslane a écarté vendredi une hausse des tarifs du pont.")
    later = article(
        "l", "Les tarifs du pont d'Oslane ont augmenté lundi.", published="2031-03-24", outlet="M"
    )
    (found,) = [a for a in admit(recoupe.annotate([undated, later])).articles if a.id == "u"]
    (friday,) = found.times
    assert (friday.value, friday.interval) == ("XXXX-WXX-5", None)
    again = article("m", "Le prix du passage a augmenté.", published="2031-03-24", outlet="N")
    (found,) = [a for a in admit(recoupe.annotate([undated, later, again])).articles if a.id == "u"]
    assert found.times[0].value == "2031-03-21"


def test_without_any_date_there_is_none() -> None:
    intake = admit([article("a", "Un."), article("b", "Deux.")])
    assert [a.published for a in intake.articles] == [None, None]
    assert slugs(intake.problems) == [("no-date", "a.txt"), ("no-date", "b.txt")]


def test_articles_stand_in_order_of_date_then_as_given() -> None:
    given = [
        ("d", None),
        ("c", "2031-03-12"),
        ("b", "2031-03-11T10:00:00"),
        ("a", "2031-03-11"),
        ("e", "2031-03-12"),
    ]
    intake = admit([article(name, name, published=date) for name, date in given if date])
    assert [a.id for a in intake.articles] == ["a", "b", "c", "e"]


def test_what_cannot_be_compared_is_left_out_and_its_problem_kept() -> None:
    broken = Problem(severity="error", slug="empty-file", message="x.")
    intake = admit([article("a", ""), article("b", "Un.", problems=(broken,)), article("c", "Zwei.")])
    assert [a.id for a in intake.articles] == ["c"]
    assert ("empty-file", "b.txt") in slugs(intake.problems)


def test_an_unknown_outlet_is_said() -> None:
    (problem,) = admit([article("a", published="2031-03-12")]).problems
    assert (problem.severity, problem.slug, problem.source) == ("warning", "no-outlet", "a.txt")


@pytest.mark.parametrize("again", [1, 2])
def test_order_of_input_does_not_change_who_takes_part(again: int) -> None:
    articles = [article("a", "Un."), article("b", "Deux."), article("c", "Un.")]
    intake = admit(articles[again:] + articles[:again])
    assert {a.text for a in intake.articles} == {"Un.", "Deux."}
    assert len(intake.articles) == 2


@pytest.mark.parametrize(
    ("outlets", "shown"),
    [
        (("Le Courrier du Lac", "courrier du lac", "lecourrierdulac.fr"), {"Le Courrier du Lac"}),
        (("www.veilleur.fr", "Le Veilleur", "VEILLEUR"), {"Le Veilleur"}),
        (("Le Phare", "La Phalène"), {"Le Phare", "La Phalène"}),
        (("", ""), {""}),
    ],
)
def test_one_outlet_under_several_spellings(outlets: tuple[str, ...], shown: set[str]) -> None:
    told = [
        Article(id=str(n), outlet=o, text=f"Texte {n}.", language="fr", sha256=str(n))
        for n, o in enumerate(outlets)
    ]
    assert {a.outlet or "" for a in admit(told).articles} == shown
