"""The verb itself: order, articles that pass through, a finder that breaks."""

from __future__ import annotations

import sys

import pytest

from recoupe.annotate import Document, annotate, annotate_article
from recoupe.model.article import Article
from recoupe.model.errors import MissingExtra
from recoupe.model.options import Options
from recoupe.model.problem import Problem

TEXT = "Le maire de Valmorin, Ilan Orval, a déclaré mardi que 300 maisons seraient bâties."


def test_articles_come_back_in_order_with_findings() -> None:
    articles = [Article(id=str(n), text=TEXT, language="fr", published="2026-05-14") for n in range(3)]
    done = list(annotate(articles))
    assert [a.id for a in done] == ["0", "1", "2"]
    for finding in ("names", "times", "quantities", "quotations", "sentences"):
        assert all(getattr(a, finding) for a in done), finding


def test_unreadable_and_unknown_languages_pass_through() -> None:
    error = Problem("error", "empty-file", "Empty.")
    articles = [Article(id="a", text="", problems=(error,)), Article(id="b", text=TEXT, language="xx")]
    assert list(annotate(articles)) == articles


def test_a_finder_that_breaks_costs_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    # A stand-in for a defect: none is known that could be triggered for real.
    package = sys.modules["recoupe.annotate"]
    real = package.find_times

    def breaks(document: Document) -> object:
        if document.article.id == "b":
            raise ZeroDivisionError("made for this test")
        return real(document)

    monkeypatch.setattr(package, "find_times", breaks)
    a, b, c = annotate([Article(id=i, text=TEXT, language="fr") for i in "abc"])
    assert a.quotations
    assert c.quotations
    assert not b.readable
    assert b.problems[-1].slug == "not-annotated"
    assert "ZeroDivisionError" in b.problems[-1].message


def test_a_missing_extra_is_told_at_once() -> None:
    with pytest.raises(MissingExtra, match=r"recoupe\[spacy\]"):
        list(annotate([Article(id="a", text=TEXT, language="fr")], Options(names="spacy:none_such")))


def test_an_undated_article_says_so() -> None:
    assert annotate_article(Article(id="a", text=TEXT, language="fr")).problems[-1].slug == "no-date"
